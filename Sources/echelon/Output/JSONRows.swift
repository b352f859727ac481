/// Rows as a JSON array of objects, one object a line, streamed: a million rows take no memory.
///
/// Foundation's encoder would hold all of it and takes some ten times as long.
struct JSONRows: RowWriter {
  private var names: [[UInt8]] = []
  private var isFirst = true

  mutating func begin(_ columns: [ResultColumn], to stream: inout ByteStream) {
    names = JSONText.keys(columns)
    stream.bytes.append(UInt8(ascii: "["))
  }

  mutating func row(_ cells: [Cell], to stream: inout ByteStream) throws {
    stream.append(isFirst ? "\n  " : ",\n  ")
    isFirst = false
    JSONText.append(object: cells, names: names, to: &stream.bytes)
    try stream.flushIfLarge()
  }

  mutating func end(to stream: inout ByteStream) {
    stream.append(isFirst ? "]\n" : "\n]\n")
  }
}

/// JSON (RFC 8259) as UTF-8.
enum JSONText {
  /// `"name":` for each column, once instead of once a row.
  static func keys(_ columns: [ResultColumn]) -> [[UInt8]] {
    columns.map { column in
      var bytes: [UInt8] = []
      append(string: column.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      return bytes
    }
  }

  static func append(object cells: [Cell], names: [[UInt8]], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for index in cells.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: names[index])
      append(cells[index], to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .text(let text): append(string: text, to: &bytes)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value) where value.isFinite:
      bytes.append(contentsOf: value.description.utf8)
    case .number, .missing: bytes.append(contentsOf: "null".utf8)
    case .rows(let columns, let rows):
      let names = keys(columns)
      bytes.append(UInt8(ascii: "["))
      for (index, row) in rows.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(object: row, names: names, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  static func append(string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20, 0x7f:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
