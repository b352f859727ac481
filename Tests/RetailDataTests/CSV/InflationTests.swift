import CZlib
import TestSupport
import Testing

@testable import RetailData

@Suite struct InflationTests {
  private func inflate(_ bytes: [UInt8]) throws -> [UInt8] {
    try bytes.withUnsafeBytes {
      let text = try Inflation.inflate($0, path: "x.csv.gz", work: WorkContext())
      return [UInt8](text.buffer)
    }
  }

  /// Letters at random, the same few thousand over and over: quick to make.
  private func text(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let block = (0..<5_003).map { _ in UInt8.random(in: 97...104, using: &random) }
    var text: [UInt8] = []
    while text.count < count { text += block }
    text.removeLast(text.count - count)
    return text
  }

  @Test(arguments: [0, 1, 1_000, 4 << 20, (4 << 20) + 1, 8_500_000])
  func unpacksWhatWasPacked(_ count: Int) throws {
    let text = text(count, seed: 1)
    #expect(try inflate(Gzip.pack(text)) == text)
  }

  @Test func unpacksSeveralMembersAndPadding() throws {
    let first = text(4_300_000, seed: 2)
    let second = text(70_000, seed: 3)
    let packed = Gzip.pack(first) + Gzip.pack([]) + Gzip.pack(second)
    #expect(try inflate(packed) == first + second)
    #expect(try inflate(packed + [0, 0, 0]) == first + second)
  }

  @Test func aCutFileIsAnError() throws {
    let packed = Gzip.pack(text(100_000, seed: 4))
    for length in [0, 1, 9, 17, packed.count / 2, packed.count - 9, packed.count - 1] {
      let error = #expect(throws: DataProblem.self) { try inflate(Array(packed[..<length])) }
      #expect(error?.found == "compressed data that ends early (after \(length) bytes)")
    }
  }

  @Test func aBombIsAnError() throws {
    let packed = Gzip.pack([UInt8](repeating: 0, count: 9 << 20))
    let error = #expect(throws: DataProblem.self) {
      try packed.withUnsafeBytes {
        try Inflation.inflate(
          $0, path: "x.csv.gz", harmlessSize: 1 << 20, work: WorkContext())
      }
    }
    #expect(error?.found.hasSuffix("bytes that unpack to \(4 << 20)") == true)
    #expect(try inflate(packed).count == 9 << 20)
  }

  @Test func aDamagedFileIsAnError() throws {
    let packed = Gzip.pack(text(100_000, seed: 5))
    var random = SeededGenerator(seed: 6)
    for _ in 0..<50 {
      var damaged = packed
      // The first ten bytes hold a time and a system's code, which do not matter.
      damaged[Int.random(in: 10..<packed.count - 4, using: &random)] ^= 0x55
      #expect(throws: DataProblem.self) { try inflate(damaged) }
    }
    let trailing = #expect(throws: DataProblem.self) { try inflate(packed + [1, 2, 3]) }
    #expect(trailing?.expected == "a whole gzip file")
  }
}
