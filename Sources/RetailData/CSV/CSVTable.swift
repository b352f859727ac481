/// A source file whose header has been read.
struct CSVTable {
  let text: SourceText
  let header: [String]
  /// Where the first row starts.
  let bodyStart: Int
  /// No byte is above 127, so no row needs a check of its UTF-8.
  let isASCII: Bool

  /// - Throws: `DataProblem` where the file is empty or its header is malformed, not UTF-8, or
  ///   names a column twice.
  init(_ text: SourceText) throws(DataProblem) {
    self.text = text
    let buffer = text.bytes.buffer
    isASCII = UTF8Check.isASCII(buffer)
    var scanner = RecordScanner(buffer, from: text.start)
    let fields = UnsafeMutableBufferPointer<FieldRange>.allocate(capacity: Self.mostColumns)
    defer { fields.deallocate() }
    let count: Int
    switch scanner.next(into: fields) {
    case .record(let number): count = number
    case .malformed(let malformation): throw Self.locate(RowProblem(malformation), in: text)
    case .end:
      throw DataProblem(
        file: text.path, found: "an empty file", expected: "a line with the names of the columns",
        advice: "export the file again, with its header")
    }
    guard count <= Self.mostColumns else {
      throw DataProblem(
        file: text.path, line: 1, found: "\(count) columns",
        expected: "at most \(Self.mostColumns)", advice: "keep the columns that matter")
    }
    bodyStart = scanner.position
    var arena = TextArena()
    var header: [String] = []
    for field in fields[..<count] {
      let name = arena.text(of: field, in: buffer)
      if let invalid = UTF8Check.firstInvalid(name) {
        throw Self.locate(.invalidUTF8(at: field.start + invalid, in: buffer), in: text)
      }
      let trimmed = String(decoding: name.trimmingSpaces(), as: UTF8.self)
      if !trimmed.isEmpty, header.contains(trimmed) {
        throw Self.locate(
          RowProblem(
            position: field.start, found: "the column \(RowProblem.quote(trimmed)) a second time",
            expected: "each column once", advice: "rename or remove one of them"), in: text)
      }
      header.append(trimmed)
    }
    self.header = header
  }

  private static let mostColumns = 1_000

  /// Checks that all `required` columns are there.
  func require(_ required: [String]) throws(DataProblem) {
    let missing = required.filter { !header.contains($0) }
    guard let first = missing.first else { return }
    let list = header.map { RowProblem.quote($0) }.joined(separator: ", ")
    var advice = "add the column, or rename the one that holds it to \(first)"
    if header.count == 1, let only = header.first, only.contains(where: { ";\t|".contains($0) }) {
      advice = "separate the columns with commas"
    }
    throw DataProblem(
      file: text.path, line: 1, found: "the columns \(list)",
      expected: missing.count == 1
        ? "a column \(first)" : "the columns \(missing.joined(separator: ", "))", advice: advice)
  }

  /// Where `name` stands in each row, if the file has it.
  func column(_ name: String) -> ColumnBinding {
    ColumnBinding(name: name, index: header.firstIndex(of: name))
  }

  func locate(_ problem: RowProblem) -> DataProblem { Self.locate(problem, in: text) }

  private static func locate(_ problem: RowProblem, in text: SourceText) -> DataProblem {
    var locator = LineLocator(text)
    return locator.locate(problem, path: text.path)
  }
}

/// A column of the format, and its place in the rows of one file.
struct ColumnBinding {
  let name: String
  /// Nil where the file does not have the column.
  let index: Int?
}

extension LineLocator {
  mutating func locate(_ problem: RowProblem, path: String) -> DataProblem {
    let place = locate(problem.position)
    return DataProblem(
      file: path, line: place.line, column: place.column, found: problem.found,
      expected: problem.expected, advice: problem.advice)
  }
}

extension RowProblem {
  static func invalidUTF8(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> RowProblem {
    let hex = String(bytes[position], radix: 16, uppercase: true)
    return RowProblem(
      position: position, found: "the byte 0x\(hex.count < 2 ? "0" : "")\(hex)",
      expected: "UTF-8 text",
      advice: "save the file as UTF-8 (it may be Latin-1 or Windows-1252 now)")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Without spaces and tabs at both ends.
  func trimmingSpaces() -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    while start < end, self[start] == 32 || self[start] == 9 { start += 1 }
    while end > start, self[end - 1] == 32 || self[end - 1] == 9 { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }
}
