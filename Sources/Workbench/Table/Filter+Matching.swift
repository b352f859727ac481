import RetailData
import Synchronization

extension Filter {
  /// The rows of a table that meet all terms, in the order of the data.
  func matches(in source: TableSource, work: WorkContext) throws -> [Int32] {
    let tests = terms.map { Filter.test($0, source) }
    let chunk = 8_192
    let chunks = (source.rowCount + chunk - 1) / chunk
    let found = Mutex([[Int32]](repeating: [], count: chunks))
    try work.forEachChunk(of: source.rowCount, chunk: chunk) { _, range in
      var passing: [Int32] = []
      for row in range where tests.allSatisfy({ $0(row) }) { passing.append(Int32(row)) }
      found.withLock { $0[range.lowerBound / chunk] = passing }
    }
    return found.withLock { Array($0.joined()) }
  }

  private typealias Test = @Sendable (Int) -> Bool

  private static func test(_ term: Term, _ source: TableSource) -> Test {
    switch term {
    case .text(let words, let excluded):
      let tests = source.columns.filter(\.values.isText).map {
        wordTest($0.values, .contains, words)
      }
      return { row in tests.contains { $0(row) } != excluded }
    case .words(let id, let comparison, let words):
      guard let column = source.column(id) else { return { _ in false } }
      return wordTest(column.values, comparison, words)
    case .number(let id, let comparison, let number):
      guard let column = source.column(id) else { return { _ in false } }
      let values = column.values
      let isDate = column.format == .date
      // A price read as a Float is not exactly the number typed, but the same Float.
      let bound = if case .floats = values { Double(Float(number)) } else { number }
      let tolerance = column.tolerance
      return { row in
        let value = values.number(row)
        if value.isNaN { return false }
        let shown = isDate ? (value / 86_400).rounded(.down) : value
        return holds(shown, comparison, bound, tolerance)
      }
    }
  }

  private static func wordTest(
    _ values: ColumnValues, _ comparison: Comparison, _ words: String
  ) -> Test {
    switch values {
    case .strings(let strings):
      let test = textTest(comparison, words)
      return { test(strings.utf8(at: $0)) }
    case .coded(let coded):
      // Few labels, many rows: each label is looked at once.
      let test = textTest(comparison, words)
      let passes = (0..<coded.labels.count).map { test(coded.labels.utf8(at: $0)) }
      let passesNone = test(UnsafeBufferPointer(start: nil, count: 0))
      return { row in
        let code = Int(coded.codes[row])
        return code < 0 ? passesNone : passes[code]
      }
    case .integers, .floats, .doubles, .times, .series, .pending:
      return { _ in false }
    }
  }

  private static func textTest(
    _ comparison: Comparison, _ words: String
  ) -> @Sendable (UnsafeBufferPointer<UInt8>) -> Bool {
    let needle = FoldedText(words)
    switch comparison {
    case .contains: return { needle.isContained(in: $0) }
    case .equals: return { needle.equals($0) }
    case .differs: return { !needle.equals($0) }
    case .above: return { needle.precedes($0) }
    case .below: return { needle.follows($0) }
    case .atLeast: return { !needle.follows($0) }
    case .atMost: return { !needle.precedes($0) }
    }
  }

  private static func holds(
    _ value: Double, _ comparison: Comparison, _ bound: Double, _ tolerance: Double
  ) -> Bool {
    switch comparison {
    case .above: value > bound
    case .below: value < bound
    case .atLeast: value >= bound
    case .atMost: value <= bound
    case .equals, .contains: (value - bound).magnitude <= tolerance
    case .differs: (value - bound).magnitude > tolerance
    }
  }
}

extension TableColumn {
  /// How far two numbers may be apart and still be equal: what is shown with two decimals is
  /// typed with two decimals.
  fileprivate var tolerance: Double {
    // Shares are shown in whole per cent.
    if format == .bar { return 0.005 }
    guard case .doubles = values, case .decimal(let places) = format else { return 0 }
    return (0..<places).reduce(0.5) { size, _ in size / 10 }
  }
}
