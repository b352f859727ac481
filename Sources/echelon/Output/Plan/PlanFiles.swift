import Foundation
import RetailData

/// The directory of `plan --output`: a CSV file for each part of the plan, all of them or none.
struct PlanFiles: ~Copyable {
  private var staged: StagedDirectory
  private static let names = ["positions", "buy", "transfers", "prices", "service", "costs"]
    .map { $0 + ".csv" }

  /// Finds out that nothing can be written there before anything is computed.
  ///
  /// - Throws: `DataProblem` where an earlier plan stands in `directory` and `overwriting` is false,
  ///   where a shop's data stands there, or where nothing can be written.
  init(directory: String, overwriting: Bool) throws {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory),
      !isDirectory.boolValue
    {
      throw DataProblem(
        file: directory, found: "a file", expected: "a directory for a plan",
        advice: "name another one; it is made where it is not there")
    }
    // `transfers.csv` means one thing among data and another in a plan.
    for name in ["purchases.csv", "purchases.csv.gz"]
    where FileManager.default.fileExists(atPath: "\(directory)/\(name)") {
      throw DataProblem(
        file: directory, found: "the data of a shop", expected: "a directory for a plan",
        advice: "name another one: a plan's transfers.csv would replace the network's")
    }
    staged = try StagedDirectory(
      target: directory, names: Self.names, of: "plan", overwrites: overwriting)
  }

  /// Writes the plan. Nothing is in its place before all of it is.
  consuming func write(_ result: PlanResult) throws {
    for table in result.tables {
      var bytes: [UInt8] = []
      CSVText.append(record: table.columns.map { .text($0.name) }, to: &bytes)
      try table.rows { CSVText.append(record: $0, to: &bytes) }
      try staged.write(bytes, to: "\(table.name).csv")
    }
    try staged.commit()
  }
}
