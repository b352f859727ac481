/// The fields of one record, read as what their columns hold.
struct Row: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let fields: UnsafeMutableBufferPointer<FieldRange>
  private var arena = TextArena()
  /// Where the record starts in the file.
  var position = 0
  /// Behind its line end.
  fileprivate(set) var end = 0

  /// The whole record as it stands in the file, without its line end.
  var record: UnsafeBufferPointer<UInt8> {
    var last = end
    while last > position, bytes[last - 1] == .lineFeed || bytes[last - 1] == .carriageReturn {
      last -= 1
    }
    return UnsafeBufferPointer(rebasing: bytes[position..<last])
  }

  init(
    bytes: UnsafeBufferPointer<UInt8>, fields: UnsafeMutableBufferPointer<FieldRange>
  ) {
    self.bytes = bytes
    self.fields = fields
  }

  /// Frees the texts that were not in place.
  mutating func clear() { arena.clear() }

  /// Takes the bounds of a record whose fields were just read and that ends before `end`.
  mutating func finish(at end: Int) {
    position = fields[0].isQuoted ? fields[0].start - 1 : fields[0].start
    self.end = Swift.min(end, bytes.count)
  }

  /// The text of a column, empty where the file does not have it. Valid until the next row.
  mutating func text(_ column: ColumnBinding) -> UnsafeBufferPointer<UInt8> {
    guard let index = column.index else { return UnsafeBufferPointer(start: nil, count: 0) }
    return arena.text(of: fields[index], in: bytes)
  }

  mutating func string(_ column: ColumnBinding) -> String {
    String(decoding: text(column), as: UTF8.self)
  }

  /// A name that must not be empty.
  mutating func identifier(_ column: ColumnBinding) throws(RowProblem)
    -> UnsafeBufferPointer<UInt8>
  {
    let name = text(column)
    if name.isEmpty {
      throw problem(
        column, expected: "a \(column.name)", advice: "fill it in, or remove the row")
    }
    return name
  }

  /// A number in `range`; `missing` where the field is empty or the file lacks the column. A nil
  /// `missing` makes the field compulsory.
  mutating func number(
    _ column: ColumnBinding, in range: NumberRange, missing: Double?
  ) throws(RowProblem) -> Double {
    let text = text(column).trimmingSpaces()
    if text.isEmpty {
      if let missing { return missing }
      throw problem(column, expected: range.description, advice: "fill it in, or remove the row")
    }
    guard let value = NumberParser.parse(text) else {
      throw problem(
        column, expected: range.description,
        advice: "write it with digits and a decimal point only")
    }
    // Many columns keep 32 bits, in which a number out of their reach would be infinite or 0.
    guard Float(value).isFinite else {
      throw problem(
        column, expected: "\(range.description), below 3.4e38", advice: "correct the value")
    }
    guard range.contains(value), value <= 0 || Float(value) > 0 else {
      throw problem(column, expected: range.description, advice: "correct the value")
    }
    return value
  }

  mutating func time(_ column: ColumnBinding) throws(RowProblem) -> Timestamp {
    let text = text(column).trimmingSpaces()
    switch TimeParser.parse(text) {
    case .success(let time): return time
    case .failure(let failure): throw problem(column, failure)
    }
  }

  /// A problem with this column's value.
  mutating func problem(_ column: ColumnBinding, expected: String, advice: String) -> RowProblem {
    RowProblem(
      position: column.index.map { fields[$0].start } ?? position,
      found: RowProblem.quote(text(column)), expected: expected, advice: advice)
  }

  private mutating func problem(_ column: ColumnBinding, _ failure: TimeParser.Failure)
    -> RowProblem
  {
    let (expected, advice) = failure.explanation
    return problem(column, expected: expected, advice: advice)
  }
}

extension TimeParser.Failure {
  var explanation: (expected: String, advice: String) {
    switch self {
    case .format:
      ("a time", "write 2011-02-28, 2011-02-28 08:26:00 or seconds since 1970")
    case .impossible: ("a day and time that exist", "correct the date")
    case .range: ("a time from 1970 to 2105", "use whole seconds if these are milliseconds")
    }
  }
}

/// Which numbers a column takes.
enum NumberRange {
  case any, notNegative, positive
  case between(Double, Double)

  func contains(_ value: Double) -> Bool {
    switch self {
    case .any: true
    case .notNegative: value >= 0
    case .positive: value > 0
    case .between(let low, let high): low <= value && value <= high
    }
  }

  var description: String {
    switch self {
    case .any: "a number"
    case .notNegative: "a number of at least 0"
    case .positive: "a number above 0"
    case .between(let low, let high): "a number from \(Int(low)) to \(Int(high))"
    }
  }
}

extension CSVTable {
  /// Calls `body` with each well-formed row. What it throws, and malformed rows, go to `problems`.
  ///
  /// - Throws: `DataProblem` where `problems` stops at the first; `CancellationError`.
  func forEachRow(
    _ problems: inout ProblemLog, work: WorkContext,
    _ body: (inout Row) throws(RowProblem) -> Void
  ) throws {
    let buffer = text.bytes.buffer
    let fields = UnsafeMutableBufferPointer<FieldRange>.allocate(capacity: header.count)
    defer { fields.deallocate() }
    var scanner = RecordScanner(buffer, from: bodyStart)
    var row = Row(bytes: buffer, fields: fields)
    var locator = LineLocator(text)
    var sinceCheck = 0
    let stage = "reading \(text.path.lastPathComponent)"
    while true {
      sinceCheck += 1
      if sinceCheck == 4_096 {
        sinceCheck = 0
        try work.checkCancelled()
        work.report(
          WorkProgress(
            stage: stage, done: scanner.position, total: buffer.count, unit: "bytes"))
      }
      row.clear()
      row.position = scanner.position
      do throws(RowProblem) {
        switch scanner.next(into: fields) {
        case .end: return
        case .malformed(let malformation): throw RowProblem(malformation)
        case .record(let count):
          row.finish(at: scanner.position)
          try check(fieldCount: count, row: row)
          try body(&row)
          problems.addGoodRow(at: row.position)
        }
      } catch {
        try problems.add(locator.locate(error, path: text.path))
      }
    }
  }

  /// The number of fields, and UTF-8, of one record.
  func check(fieldCount: Int, row: borrowing Row) throws(RowProblem) {
    if fieldCount != header.count {
      throw RowProblem(
        position: row.position, found: "\(fieldCount) \(fieldCount == 1 ? "field" : "fields")",
        expected: "\(header.count), as in the header",
        advice: "put fields that contain commas in quotes")
    }
    if !isASCII, let invalid = UTF8Check.firstInvalid(row.record) {
      throw .invalidUTF8(at: row.position + invalid, in: text.bytes.buffer)
    }
  }
}

extension String {
  /// `purchases.csv` of `shop/purchases.csv`.
  var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
