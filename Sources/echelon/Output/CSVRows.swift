/// Rows as CSV (RFC 4180), but with the line ends of Unix, as every tool that reads it accepts.
/// Columns of nested rows have no place in it and are left out.
struct CSVRows: RowWriter {
  private var kept: [Int] = []

  mutating func begin(_ columns: [ResultColumn], to stream: inout ByteStream) {
    kept = columns.indices.filter { columns[$0].kind != .rows }
    CSVText.append(record: kept.map { .text(columns[$0].name) }, to: &stream.bytes)
  }

  mutating func row(_ cells: [Cell], to stream: inout ByteStream) throws {
    CSVText.append(record: kept.map { cells[$0] }, to: &stream.bytes)
    try stream.flushIfLarge()
  }

  mutating func end(to stream: inout ByteStream) {}
}

enum CSVText {
  static func append(record cells: [Cell], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(field: text, to: &bytes)
      case .integer(let value): bytes.append(contentsOf: String(value).utf8)
      case .number(let value) where value.isFinite:
        bytes.append(contentsOf: value.description.utf8)
      case .number, .missing, .rows: break
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Quoted only where it must be.
  static func append(field: String, to bytes: inout [UInt8]) {
    let mustQuote = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard mustQuote else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
