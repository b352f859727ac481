import RetailData
import TestSupport
import Testing

@testable import Workbench

struct ArrangerTests {
  private func source(_ values: ColumnValues, count: Int) -> TableSource {
    TableSource(
      key: TableKey(name: "test"), rowCount: count,
      columns: [TableColumn("x", "X", values, .text, priority: 0)])
  }

  private func sorted(_ values: ColumnValues, count: Int, descending: Bool) throws -> [Int] {
    let arrangement = Arrangement(sortColumn: "x", isDescending: descending)
    return try Arranger.rows(of: source(values, count: count), arrangement)?.map { Int($0) } ?? []
  }

  /// What the standard library's stable sort gives, unknown values last.
  private func oracle<Value: Comparable>(_ values: [Value?], descending: Bool) -> [Int] {
    values.indices.sorted { left, right in
      switch (values[left], values[right]) {
      case (nil, nil): left < right
      case (nil, _): false
      case (_, nil): true
      case (let a?, let b?): a == b ? left < right : (a < b) != descending
      }
    }
  }

  @Test(arguments: [false, true])
  func numbersSortStablyWithUnknownLast(_ descending: Bool) throws {
    var generator = SeededGenerator(seed: 7)
    let numbers = (0..<2_000).map { _ -> Double? in
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: nil
      case 1: 0
      case 2: -0.0
      default: Double(Int.random(in: -50...50, using: &generator)) / 3
      }
    }
    let column = Column(numbers.map { $0 ?? .nan })
    #expect(
      try sorted(.doubles(column), count: numbers.count, descending: descending)
        == oracle(numbers, descending: descending))
    let floats = numbers.map { $0.map(Float.init) }
    #expect(
      try sorted(
        .floats(Column(floats.map { $0 ?? .nan })), count: floats.count, descending: descending)
        == oracle(floats, descending: descending))
  }

  @Test(arguments: [false, true])
  func integersSortOverTheirWholeRange(_ descending: Bool) throws {
    var generator = SeededGenerator(seed: 8)
    let numbers =
      [Int32.min, .max, 0, -1, 1]
      + (0..<3_000).map { _ in Int32.random(in: .min ... .max, using: &generator) }
    #expect(
      try sorted(.integers(Column(numbers)), count: numbers.count, descending: descending)
        == oracle(numbers, descending: descending))
  }

  @Test(arguments: [false, true])
  func textSortsWithoutRegardToCase(_ descending: Bool) throws {
    var generator = SeededGenerator(seed: 9)
    let texts = (0..<2_000).map { _ -> String in
      let stem =
        ["lampshade", "Lampshade", "lamp", "", "LAMPSHADE extra", "mug"]
        .randomElement(using: &generator) ?? ""
      return stem
        + (Bool.random(using: &generator) ? "" : " \(Int.random(in: 0..<30, using: &generator))")
    }
    let keys = texts.map { $0.isEmpty ? nil : Array($0.lowercased().utf8).map { Int($0) } }
      .map { $0.map(Bytes.init) }
    #expect(
      try sorted(.strings(StringColumn(texts)), count: texts.count, descending: descending)
        == oracle(keys, descending: descending))
    #expect(
      try sorted(.coded(CodedColumn(texts)), count: texts.count, descending: descending)
        .map { texts[$0].lowercased() }
        == oracle(keys, descending: descending).map { texts[$0].lowercased() })
  }

  private struct Bytes: Comparable {
    let bytes: [Int]
    init(_ bytes: [Int]) { self.bytes = bytes }
    static func < (left: Bytes, right: Bytes) -> Bool {
      left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }

  @Test func headingsHeadNothingOnceSorted() throws {
    var table = source(.integers(Column([3, 0, 2, 1])), count: 4)
    table.headings = [1: "over the rest"]
    #expect(try Arranger.rows(of: table, Arrangement()) == nil)
    #expect(try Arranger.rows(of: table, Arrangement(sortColumn: "x")) == [3, 2, 0])
  }

  @Test func aCancelledArrangementStops() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let context = WorkContext(threads: 1, cancellation: cancellation)
    #expect(throws: CancellationError.self) {
      try Arranger.rows(
        of: source(.integers(Column([1, 2])), count: 2), Arrangement(filter: "a"), work: context)
    }
  }
}
