import TestSupport
import Testing

@testable import RetailData

@Suite struct NameTableTests {
  @Test func numbersNamesLikeADictionary() {
    var random = SeededGenerator(seed: 31)
    // Long names differ only in the middle, short ones also in zero bytes and length.
    let names = (0..<3_000).map { number -> [UInt8] in
      switch number % 3 {
      case 0: Array("C\(number)".utf8)
      case 1: Array("a-very-long-common-prefix-\(number)-and-suffix".utf8)
      default: [UInt8](repeating: 0, count: number % 23) + Array("\(number / 700)".utf8)
      }
    }
    let source = Column(names.flatMap { $0 })
    var offsets = [0]
    for name in names { offsets.append(offsets[offsets.count - 1] + name.count) }
    let table = NameTable(source: source.buffer)
    var known: [[UInt8]: Int32] = [:]
    let numbers = UnsafeMutableBufferPointer<Int32>.allocate(capacity: NameTable.batchSize)
    defer { numbers.deallocate() }
    for _ in 0..<20 {
      let picks = (0..<NameTable.batchSize).map { _ in Int.random(in: 0..<3_000, using: &random) }
      let texts = picks.map {
        UnsafeBufferPointer(rebasing: source.buffer[offsets[$0]..<offsets[$0 + 1]])
      }
      texts.withUnsafeBufferPointer { table.number($0, into: numbers) }
      for (place, pick) in picks.enumerated() {
        let expected = known[names[pick], default: Int32(known.count)]
        known[names[pick]] = expected
        #expect(numbers[place] == expected)
        #expect(Array(table[Int(expected)]) == names[pick])
      }
    }
    #expect(table.count == known.count)
  }
}
