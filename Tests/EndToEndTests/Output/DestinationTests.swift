import Foundation
import RetailData
import Testing

@testable import echelon

/// Results that go to files.
@Suite struct DestinationTests {
  private struct Interrupted: Error {}

  private func write(_ text: String, to path: String) throws {
    try Destination(option: path).write { $0.append(text) }
  }

  @Test func aDashIsStandardOutput() {
    #expect(Destination(option: "-") == .standardOutput)
    #expect(Destination(option: nil) == .standardOutput)
    #expect(Destination(option: "-x") == .file("-x"))
  }

  @Test func aFileIsReplacedAsAWhole() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "a")
    #expect(throws: Interrupted.self) {
      try Destination(option: scratch.path("a")).write { stream in
        stream.append(String(repeating: "x", count: 1 << 20))
        try stream.flush()
        throw Interrupted()
      }
    }
    let kept = try scratch.read("a")
    #expect(kept == "old")
    try write("new", to: scratch.path("a"))
    let replaced = try scratch.read("a")
    #expect(replaced == "new")
    #expect(try scratch.names(in: ".") == ["a"])
  }

  @Test func aLinkStaysALink() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "folder/real")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: "folder/real")
    try write("new", to: scratch.path("link"))
    let real = try scratch.read("folder/real")
    #expect(real == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link"))
        == "folder/real")
  }

  @Test func devicesAreWrittenToAndStay() throws {
    try write("text", to: "/dev/null")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func placesThatCannotBeWritten() throws {
    let scratch = try Scratch()
    try scratch.write("a file", to: "file")
    for place in ["nowhere/a", "file/a", "."] {
      #expect(throws: DataProblem.self) { try write("text", to: scratch.path(place)) }
    }
  }

  #if os(Linux)
    @Test func aFullDeviceSaysSo() throws {
      #expect {
        try write("text", to: "/dev/full")
      } throws: { error in
        "\(error)".contains("cannot write to /dev/full: No space left")
      }
    }
  #endif
}
