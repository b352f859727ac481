/// One value of a result, before anybody decides how it is written.
enum Cell {
  case text(String)
  case integer(Int)
  /// NaN and infinities count as missing.
  case number(Double)
  case missing
  /// Rows within a row: an array of objects in JSON.
  case rows(columns: [ResultColumn], [[Cell]])

  /// Text, or `missing` where there is none.
  init(_ text: String?) {
    if let text { self = .text(text) } else { self = .missing }
  }
}

/// One column of a result.
struct ResultColumn: Equatable {
  enum Kind: Equatable {
    case text
    /// Text that may be shortened where the terminal is narrow.
    case shrinkingText
    case integer
    /// Decimals are those of a table; CSV and JSON keep all digits.
    case number(decimals: Int)
    /// Only JSON has a place for it.
    case rows
  }

  /// The name in CSV and JSON, in snake case.
  let name: String
  /// The heading in a table.
  let heading: String
  let kind: Kind

  init(_ name: String, heading: String? = nil, _ kind: Kind) {
    self.name = name
    self.heading = heading ?? name.split(separator: "_").joined(separator: " ")
    self.kind = kind
  }
}

/// Writes rows of cells in one format. Calls come in this order: `begin`, `row` any number of
/// times, `end`.
protocol RowWriter {
  mutating func begin(_ columns: [ResultColumn], to stream: inout ByteStream) throws
  mutating func row(_ cells: [Cell], to stream: inout ByteStream) throws
  mutating func end(to stream: inout ByteStream) throws
}
