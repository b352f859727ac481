import Foundation
import Testing

@testable import ScenarioStore
@testable import ScenarioWriter

/// A program that saves is killed (kill -9) at random moments: whatever it said was saved is there,
/// and whole. `ECHELON_KILLS` says how often.
@Suite("A killed program loses nothing that was saved")
struct DurabilityTests {
  private static let kills =
    ProcessInfo.processInfo.environment["ECHELON_KILLS"].flatMap { Int($0) } ?? 40

  @Test func killedAtRandomMoments() throws {
    let workspace = try Workspace()
    var random = SystemRandomNumberGenerator()
    var next = 0
    var reported: [Int] = []
    for _ in 0..<Self.kills {
      let steps = try Self.run(workspace, from: next, random: &random)
      reported += steps
      // The last one may be there unreported; the next program begins after it.
      next = (steps.last ?? next - 1) + 2
      try workspace.expectWhole(reported.suffix(6))
    }
    try workspace.expectWhole(reported[...])
    #expect(reported.count > Self.kills / 4, "hardly anything was saved between the kills")
  }

  /// Starts a writer, and kills it after some reports and some milliseconds. Returns the steps
  /// that it reported.
  private static func run(
    _ workspace: Workspace, from step: Int, random: inout SystemRandomNumberGenerator
  ) throws -> [Int] {
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "ScenarioWriter")
    process.arguments = [workspace.file, String(step)]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var said = Data()
    let wanted = Int.random(in: 0...5, using: &random)
    while said.count(where: { $0 == 0x0a }) < wanted {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      said += more
    }
    usleep(.random(in: 0...(wanted == 0 ? 60_000 : 12_000), using: &random))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    said += output.fileHandleForReading.readDataToEndOfFile()
    #expect(process.terminationReason == .uncaughtSignal, "the writer ended by itself")
    return String(decoding: said, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }
}

extension Workspace {
  /// The file is sound, what was reported is there, and nothing is there in part.
  fileprivate func expectWhole(_ steps: ArraySlice<Int>) throws {
    let saved = try store.scenarios()
    if FileManager.default.fileExists(atPath: file) {
      #expect(try plainSQL("PRAGMA integrity_check") == ["ok"])
      #expect(try plainSQL("SELECT count(*) FROM pragma_foreign_key_check") == [0])
    }
    for step in steps {
      let written = WrittenScenario(step: step)
      let found = try #require(saved.first { $0.name == written.name }, "step \(step) is lost")
      let version = Int(found.scenario.changes.first?.value ?? "") ?? 0
      #expect(version >= written.version)
    }
    for found in saved.prefix(8) {
      let number = try #require(Int(found.name.split(separator: " ").last ?? ""))
      let version = Int(found.scenario.changes.first?.value ?? "") ?? 0
      let written = WrittenScenario(number: number, version: version)
      #expect(found.scenario == written.scenario, "\(found.name) is not whole")
      #expect(try store.plan(ofScenario: found.name) == written.plan, "\(found.name): its plan")
    }
  }
}
