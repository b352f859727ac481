import Foundation
import GRDB
import RetailData
import Synchronization
import Testing

@testable import ScenarioStore

@Suite("Files that are no workspace, and workspaces that cannot be used")
struct FileTests {
  private let workspace: Workspace
  private var store: ScenarioStore { workspace.store }

  init() throws { workspace = try Workspace() }

  private func problem(_ body: () throws -> Void) -> DataProblem? {
    #expect(throws: DataProblem.self, performing: body)
  }

  /// That nothing can be read or saved, and that the file is as it was.
  private func expectRefusal(found: String) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: workspace.file))
    #expect(problem { _ = try store.scenarios() }?.found == found)
    let problem = problem { try store.save(Sample.scenario(), as: "x") }
    #expect(problem?.found == found)
    #expect(problem?.file == workspace.file)
    #expect(try Data(contentsOf: URL(fileURLWithPath: workspace.file)) == before)
  }

  @Test func aTextIsNoDatabase() throws {
    try Data("purchases, customers and so on, for longer than a header".utf8)
      .write(to: URL(fileURLWithPath: workspace.file))
    try expectRefusal(found: "a file that is no SQLite database")
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAlone() throws {
    try workspace.change("CREATE TABLE bookmarks (url TEXT)")
    try expectRefusal(found: "the database of another program")
  }

  @Test func aNewerWorkspaceIsLeftAlone() throws {
    try store.save(Sample.scenario(), as: "x")
    try workspace.change("INSERT INTO grdb_migrations VALUES ('9 telepathy')")
    try expectRefusal(found: "a workspace that a newer Echelon has written")
  }

  @Test func aDamagedFileIsLeftAlone() throws {
    for number in 0..<20 {
      try store.save(Sample.scenario(), plan: Sample.plan(), as: "\(number)")
    }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: workspace.file))
    let size = try file.seekToEnd()
    for page in stride(from: UInt64(4_096), to: size, by: 4_096) {
      try file.seek(toOffset: page)
      file.write(Data(repeating: 0xa5, count: 512))
    }
    try file.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: workspace.file))
    let found = problem { try store.save(Sample.scenario(), as: "x") }?.found
    #expect(found?.hasPrefix("a damaged database") == true, "\(found ?? "nothing")")
    #expect(try Data(contentsOf: URL(fileURLWithPath: workspace.file)) == before)
  }

  @Test func aDirectoryIsNoWorkspace() throws {
    try FileManager.default.createDirectory(
      atPath: workspace.file, withIntermediateDirectories: true)
    #expect(problem { _ = try store.scenarios() }?.found == "a directory")
  }

  @Test func noDirectoryCanBeMadeInAFile() throws {
    try Data().write(to: URL(fileURLWithPath: workspace.path("plain")))
    let inside = ScenarioStore(file: workspace.path("plain/w.sqlite"))
    #expect(try inside.scenarios().isEmpty)
    let found = problem { try inside.save(Sample.scenario(), as: "x") }?.found
    #expect(found == "no way to make the directory \(workspace.path("plain"))")
  }

  @Test func anEmptyFileIsAWorkspaceToBe() throws {
    try Data().write(to: URL(fileURLWithPath: workspace.file))
    #expect(try store.scenarios().isEmpty)
    try store.save(Sample.scenario(), as: "x")
    #expect(try store.scenarios().count == 1)
  }

  @Test func aFirstSaveThatWasKilledCanBeMadeUpFor() throws {
    try workspace.change("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    #expect(try store.scenarios().isEmpty)
    try store.save(Sample.scenario(), as: "x")
    #expect(try store.scenarios().count == 1)
  }

  @Test(
    "A value that Echelon never wrote is named",
    arguments: [
      ("UPDATE scenarios SET mode = 'dream'", "“dream” as mode"),
      ("UPDATE scenarios SET changed = 'yesterday'", "“yesterday” as changed"),
      ("UPDATE scenarios SET data_fingerprint = 'x'", "“x” as data_fingerprint"),
      ("UPDATE plans SET cost = 'much'", "“much” as cost"),
      ("UPDATE plan_service SET fill_rate = x'ff'", " as fill_rate"),
    ])
  func strange(sql: String, found: String) throws {
    try store.save(Sample.scenario(), plan: Sample.plan(), as: "x")
    try workspace.change(sql)
    let problem = problem { _ = try store.scenarios() }
    #expect(problem?.found.hasSuffix(found) == true, "\(problem?.found ?? "nothing")")
  }

  @Test(
    .disabled(if: getuid() == 0, "everything may be written as root"))
  func aFileThatMustNotBeWrittenCanBeRead() throws {
    try store.save(Sample.scenario(), as: "x")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: workspace.file)
    #expect(try store.scenarios().count == 1)
    let found = problem { try store.save(Sample.scenario(), as: "y") }?.found
    #expect(found == "a file or directory that must not be written")
  }

  @Test func aFullDiskIsSaid() throws {
    try store.save(Sample.scenario(), as: "x")
    let problem = DataProblem(
      DatabaseError(resultCode: .SQLITE_FULL, message: "database or disk is full"),
      file: workspace.file)
    #expect(problem.found == "no room left on the disk")
  }

  @Test func anotherProgramsTransactionIsWaitedForAndThenSaid() throws {
    try store.save(Sample.scenario(), as: "x")
    let busy = DataProblem(DatabaseError(resultCode: .SQLITE_BUSY), file: workspace.file)
    #expect(busy.found == "another program that has been writing for 5 seconds")
    #expect(busy.advice == "try again when it is done; nothing was changed")
  }

  /// Each of them finds a new file and begins to make its tables.
  @Test func severalProgramsMayMakeOneWorkspace() throws {
    for _ in 0..<60 {
      let workspace = try Workspace()
      let store = workspace.store
      let problems = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        do {
          _ = try store.save(Sample.scenario(), as: "scenario \(number)")
        } catch {
          problems.withLock { $0.append("\(error)") }
        }
      }
      #expect(problems.withLock { $0 } == [])
      #expect(try store.scenarios().count == 4)
    }
  }

  @Test func writersWaitForOneAnother() async throws {
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          try store.save(Sample.scenario(), plan: Sample.plan(), as: "scenario \(number)")
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.scenarios().count == 8)
  }
}
