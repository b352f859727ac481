import Foundation
import GRDB
import RetailData

/// Opening the file, for one transaction.
extension ScenarioStore {
  /// Seconds that another program's write is waited for.
  static let patience = 5.0

  /// What `body` reads; nil where nothing was ever saved.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result? {
    try describing {
      guard isThere else { return nil }
      let queue = try open()
      if try queue.read({ try isEmpty($0) }) { return nil }
      try migrate(queue)
      return try queue.read(body)
    }
  }

  /// Does all of `body`, durably, or nothing.
  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try describing {
      let directory = URL(fileURLWithPath: file).deletingLastPathComponent().path
      if !isThere { try makeDirectory(directory) }
      let queue = try open()
      try migrate(queue)
      return try queue.write(body)
    }
  }

  private func open() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.label = "workspace"
    configuration.prepareDatabase { db in
      // Also the directory is synced, so that a commit outlasts a power cut.
      try db.execute(sql: "PRAGMA synchronous = EXTRA")
    }
    return try DatabaseQueue(path: file, configuration: configuration)
  }

  /// Brings the tables to this version. Leaves alone what is not ours, or too new.
  private func migrate(_ queue: DatabaseQueue) throws {
    let isReady = try queue.read { db in
      try requireWorkspace(db)
      return try !isEmpty(db) && Schema.migrator.hasCompletedMigrations(db)
    }
    if isReady { return }
    // Programs that find the same new file at once make its tables one after the other: who comes
    // second finds what it was about to make, and looks again.
    for _ in 1..<Self.migrationTries {
      do {
        return try Schema.migrator.migrate(queue)
      } catch let error as DatabaseError
        where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
      {
        continue
      }
    }
    try Schema.migrator.migrate(queue)
  }

  /// One more than there are migrations: each of them may be somebody else's.
  private static let migrationTries = 3

  private func requireWorkspace(_ db: Database) throws {
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    // A first migration that was killed leaves its table of migrations, and no id yet.
    let isNew = try id == 0 && isEmpty(db)
    guard isNew || id == Schema.applicationID else { throw DataProblem.otherDatabase(file) }
    guard try id == 0 || !Schema.migrator.hasBeenSuperseded(db) else {
      throw DataProblem.newerWorkspace(file)
    }
  }

  private func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
  }

  /// False only where there is certainly no file: one that cannot be looked at is an error later.
  private var isThere: Bool {
    var status = stat()
    return stat(file, &status) == 0 || (errno != ENOENT && errno != ENOTDIR)
  }

  private func makeDirectory(_ directory: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw DataProblem.noDirectory(file, directory: directory)
    }
  }

  /// Says of SQLite's errors what they mean to the analyst.
  private func describing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw DataProblem(error, file: file)
    } catch let error as StrangeValue {
      throw DataProblem.strangeValue(error.text, of: error.column, in: file)
    }
  }
}
