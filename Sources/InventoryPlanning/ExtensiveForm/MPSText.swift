/// Free MPS: sections of lines, words divided by blanks. The format is described in the manuals of
/// every solver, for instance "Free MPS format" in the GLPK reference manual.
///
/// Gathers bytes and hands them on in pieces.
struct MPSText {
  private var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void
  private static let pieceSize = 1 << 16

  init(sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

  mutating func line(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= Self.pieceSize { try flush() }
  }

  /// `column row value`; a zero says nothing.
  mutating func entry(_ column: String, _ row: String, _ value: Double) throws {
    if value != 0 { try line(" \(column) \(row) \(value)") }
  }

  mutating func flush() throws {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
