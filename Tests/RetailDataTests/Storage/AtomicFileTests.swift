import Foundation
import Testing

@testable import RetailData

@Suite struct AtomicFileTests {
  private struct Interrupted: Error {}

  private func names(_ directory: TemporaryDirectory) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  @Test func appearsOnlyWhenWhole() throws {
    let directory = try TemporaryDirectory(["a": "old"])
    var file = try AtomicFile(path: directory.file("a"))
    try file.write("new ")
    let large = [UInt8](repeating: 120, count: 1_000_000)
    try large.withUnsafeBytes { try file.write($0) }
    try file.write("!")
    #expect(file.count == 1_000_005)
    #expect(try String(contentsOfFile: directory.file("a"), encoding: .utf8) == "old")
    try file.commit(sync: true)
    let text = try Data(contentsOf: URL(fileURLWithPath: directory.file("a")))
    #expect(text == Data("new ".utf8) + large + Data("!".utf8))
    #expect(try names(directory) == ["a"])
  }

  @Test func leavesNothingBehindWhenItFails() throws {
    let directory = try TemporaryDirectory(["a": "old"])
    let problem = DataProblem(file: "", found: "", expected: "", advice: "")
    #expect(throws: problem) {
      try AtomicFile.write(to: directory.file("a")) { file throws(DataProblem) in
        try file.write("half")
        throw problem
      }
    }
    #expect(try names(directory) == ["a"])
    #expect(try String(contentsOfFile: directory.file("a"), encoding: .utf8) == "old")
  }

  @Test func saysWhyItCannotWrite() throws {
    let directory = try TemporaryDirectory(["a": ""])
    let missing = #expect(throws: DataProblem.self) {
      try AtomicFile.write(to: directory.file("b/c")) { _ throws(DataProblem) in }
    }
    #expect(missing?.found == "nothing there")
    try FileManager.default.createDirectory(
      atPath: directory.file("d"), withIntermediateDirectories: false)
    let taken = #expect(throws: DataProblem.self) {
      try AtomicFile.write(to: directory.file("d")) { _ throws(DataProblem) in }
    }
    #expect(taken?.found == "a directory")
    #expect(try names(directory) == ["a", "d"])
  }

  @Test func removesWhatKilledProcessesLeft() throws {
    let directory = try TemporaryDirectory()
    // No process has this number: it is above the largest that systems give.
    try directory.write("half", to: ".a.2000000000.1.tmp")
    try directory.write("at work", to: ".a.\(getpid()).1.tmp")
    try directory.write("another file's", to: ".b.2000000000.1.tmp")
    try AtomicFile.write(to: directory.file("a")) { file throws(DataProblem) in
      try file.write("whole")
    }
    #expect(try names(directory) == [".a.\(getpid()).1.tmp", ".b.2000000000.1.tmp", "a"])
  }

  @Test(arguments: [
    (ENOSPC, "a full disk"), (EROFS, "a read-only file system"), (EACCES, "no permission"),
  ])
  func namesTheCause(_ code: Int32, _ found: String) {
    #expect(DataProblem.system(code, path: "x", purpose: "room").found == found)
  }
}
