import ArgumentParser
import Foundation

/// How results are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Aligned columns for people.
  case table
  /// RFC 4180 with a header row; numbers in full precision.
  case csv
  /// One array of objects; numbers in full precision.
  case json

  /// What a result is written as when nobody asked: a person at a terminal reads a table, a
  /// program at the end of a pipe reads CSV.
  static var automatic: OutputFormat { isatty(STDOUT_FILENO) == 1 ? .table : .csv }
}
