import TestSupport
import Testing

@testable import RetailData

@Suite struct UTF8CheckTests {
  /// Against the standard library, which repairs exactly the texts that are not valid.
  @Test func agreesWithTheStandardLibrary() {
    var random = SeededGenerator(seed: 21)
    let leads: [UInt8] = [0x41, 0xc1, 0xc3, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff]
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes.append(
          Bool.random(using: &random)
            ? UInt8.random(in: 0x80...0xbf, using: &random)
            : leads.randomElement(using: &random) ?? 0)
      }
      let isValid = Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
      let invalid = bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid($0) }
      #expect((invalid == nil) == isValid)
      // What stands before the first invalid byte is valid.
      if let invalid {
        let start = Array(bytes[..<invalid])
        #expect(Array(String(decoding: start, as: UTF8.self).utf8) == start)
      }
    }
  }

  @Test func findsOneHighByteAnywhere() {
    for length in 0..<80 {
      var bytes = [UInt8](repeating: 0x7f, count: length)
      #expect(bytes.withUnsafeBufferPointer { UTF8Check.isASCII($0) })
      for place in 0..<length {
        bytes[place] = 0x80
        #expect(!bytes.withUnsafeBufferPointer { UTF8Check.isASCII($0) })
        bytes[place] = 0x7f
      }
    }
  }
}
