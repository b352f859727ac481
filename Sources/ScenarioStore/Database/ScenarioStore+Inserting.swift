import GRDB

extension ScenarioStore {
  /// Writes rows of an owner's id, a number counted from 1, and what `columns` says, in their order.
  func insert<Value>(
    _ values: [Value], into table: String, of owner: Int64, _ db: Database,
    _ columns: (Value) -> [(any DatabaseValueConvertible)?]
  ) throws {
    guard let first = values.first else { return }
    let statement = try db.makeStatement(
      sql: "INSERT INTO \(table) VALUES (\(Self.marks(2 + columns(first).count)))")
    for (line, value) in values.enumerated() {
      try statement.execute(arguments: StatementArguments([owner, line + 1] + columns(value)))
    }
  }

  /// Writes what something was made with.
  func insert(
    parameters: [String: String], into table: String, of owner: Int64,
    _ db: Database
  ) throws {
    for (name, value) in parameters {
      try db.execute(
        sql: "INSERT INTO \(table) VALUES (\(Self.marks(3)))", arguments: [owner, name, value])
    }
  }

  static func marks(_ count: Int) -> String {
    [String](repeating: "?", count: count).joined(separator: ", ")
  }
}
