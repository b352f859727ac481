import TestSupport
import Testing

@testable import RetailData

@Suite struct RecordScannerTests {
  /// All records of `text`; malformed ones as their kind and place.
  private func scan(_ text: [UInt8], from start: Int = 0) -> [[String]] {
    let column = Column(text)
    let fields = UnsafeMutableBufferPointer<FieldRange>.allocate(capacity: 100)
    defer { fields.deallocate() }
    var scanner = RecordScanner(column.buffer, from: start)
    var arena = TextArena()
    var records: [[String]] = []
    while true {
      switch scanner.next(into: fields) {
      case .end: return records
      case .malformed(let malformation):
        records.append(["!\(malformation.kind)", "\(malformation.position)"])
      case .record(let count):
        var record: [String] = []
        for field in fields[..<count] {
          record.append(String(decoding: arena.text(of: field, in: column.buffer), as: UTF8.self))
        }
        records.append(record)
      }
    }
  }

  private func scan(_ text: String) -> [[String]] { scan(Array(text.utf8)) }

  @Test func plainRecords() {
    #expect(scan("") == [])
    #expect(scan("\n\r\n\n") == [])
    #expect(scan("a,b\nc,d") == [["a", "b"], ["c", "d"]])
    #expect(scan("a,b\r\nc,d\r\n") == [["a", "b"], ["c", "d"]])
    #expect(scan("a,\n,b\n,") == [["a", ""], ["", "b"], ["", ""]])
    #expect(scan("a\r") == [["a"]])
  }

  @Test func quotedFields() {
    #expect(scan("\"a,b\",c\n") == [["a,b", "c"]])
    #expect(scan("\"a\nb\r\nc\",d") == [["a\nb\r\nc", "d"]])
    #expect(scan("\"say \"\"hi\"\"\",\"\"\n\"\"\"\"") == [["say \"hi\"", ""], ["\""]])
    #expect(scan("\"\"\n") == [[""]])
  }

  @Test func malformedRecordsEndWithTheirLine() {
    #expect(scan("a\"b,c\nd\n") == [["!quoteInPlainField", "1"], ["d"]])
    #expect(scan("\"a\"b,c\nd\n") == [["!textAfterQuote", "3"], ["d"]])
    #expect(scan("x,\"a\nb\nc") == [["!unclosedQuote", "2"], ["b"], ["c"]])
    #expect(scan("a\rb\nc\n") == [["!loneCarriageReturn", "1"], ["c"]])
    #expect(scan("\"") == [["!unclosedQuote", "0"]])
  }

  @Test func aQuotedFieldHasALimit() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: RecordScanner.longestField)
    let text = Array("\"".utf8) + long + Array("\",a\nb\n".utf8)
    #expect(scan(text) == [["!unclosedQuote", "0"], ["b"]])
  }

  @Test func agreesWithTheReferenceOnRandomText() {
    var writer = RandomCSV(seed: 41)
    for _ in 0..<500 {
      let width = Int.random(in: 2...5, using: &writer.random)
      let rows = (0..<Int.random(in: 0...12, using: &writer.random)).map { _ in
        (0..<width).map { _ in writer.value(0...6) }
      }
      let text = writer.text(rows)
      let start = text.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
      #expect(scan(text, from: start) == rows)
      #expect(ReferenceCSV.records(Array(text[start...])) == rows)
    }
  }

  /// Any bytes at all: never outside the text, always further, and the same from every record on.
  @Test func anyBytesAreSafeAndRestartable() {
    var random = SeededGenerator(seed: 43)
    let alphabet = Array("\"\",,\n\r\nab\u{00}é".utf8)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let column = Column(text)
      let fields = UnsafeMutableBufferPointer<FieldRange>.allocate(capacity: 3)
      defer { fields.deallocate() }
      var scanner = RecordScanner(column.buffer, from: 0)
      let all = scan(text)
      var count = 0
      while true {
        let before = scanner.position
        if case .end = scanner.next(into: fields) { break }
        #expect(scanner.position > before)
        count += 1
        #expect(Array(all[count...]) == scan(text, from: min(scanner.position, text.count)))
      }
      #expect(count == all.count)
    }
  }
}
