import Foundation
import GRDB
import RetailData

/// What can be wrong with the file. Nothing is destroyed by any of it.
extension DataProblem {
  private static let another = "name another file with --workspace; this one is left as it is"

  static func otherDatabase(_ file: String) -> DataProblem {
    DataProblem(
      file: file, found: "the database of another program", expected: "a workspace of Echelon",
      advice: another)
  }

  static func newerWorkspace(_ file: String) -> DataProblem {
    DataProblem(
      file: file, found: "a workspace that a newer Echelon has written",
      expected: "one of this version or older",
      advice: "use the newer Echelon, or \(another)")
  }

  static func noDirectory(_ file: String, directory: String) -> DataProblem {
    DataProblem(
      file: file, found: "no way to make the directory \(directory)",
      expected: "a place for a workspace",
      advice: "change the permissions, or name another file with --workspace")
  }

  /// Something in the tables that no Echelon has put there.
  static func strangeValue(_ value: String, of column: String, in file: String) -> DataProblem {
    DataProblem(
      file: file, found: "“\(value)” as \(column)", expected: "what Echelon writes there",
      advice: "put the value right, or delete that row")
  }

  init(_ error: DatabaseError, file: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self.init(
        file: file, found: "a file that is no SQLite database",
        expected: "a workspace of Echelon", advice: Self.another)
    case .SQLITE_CORRUPT:
      self.init(
        file: file, found: "a damaged database (\(Self.message(error)))",
        expected: "a workspace of Echelon",
        advice: "copy the file away first; sqlite3 FILE .recover reads what is left of it")
    case .SQLITE_READONLY:
      self.init(
        file: file, found: "a file or directory that must not be written",
        expected: "a workspace that can be saved to",
        advice: "change the permissions, or name another file with --workspace")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        file: file, found: Self.whyClosed(file), expected: "a workspace of Echelon",
        advice: "change the permissions, or name another file with --workspace")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        file: file,
        found: "another program that has been writing for \(Int(ScenarioStore.patience)) seconds",
        expected: "a workspace that is free",
        advice: "try again when it is done; nothing was changed")
    case .SQLITE_FULL:
      self.init(
        file: file, found: "no room left on the disk", expected: "room for what is to be saved",
        advice: "make room and save again; what was saved before is unharmed")
    case .SQLITE_IOERR:
      self.init(
        file: file, found: "a disk that cannot be read or written (\(Self.message(error)))",
        expected: "a workspace of Echelon",
        advice: "check the disk and any limit on the size of files, then try again; what was saved "
          + "before is unharmed")
    default:
      self.init(
        file: file, found: "an error of SQLite (\(Self.message(error)))",
        expected: "a workspace of Echelon", advice: Self.another)
    }
  }

  private static func message(_ error: DatabaseError) -> String {
    error.message ?? "code \(error.extendedResultCode.rawValue)"
  }

  private static func whyClosed(_ file: String) -> String {
    var isDirectory: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory)
    if isThere, isDirectory.boolValue { return "a directory" }
    return "no way to open the file"
  }
}
