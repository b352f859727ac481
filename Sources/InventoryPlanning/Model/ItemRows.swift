import RetailData

/// The rows of supply and inventory that belong to each item, in the order of the files.
struct ItemRows: Sendable {
  private let supplyStart: [Int32]
  private let supplyRows: [Int32]
  private let stockStart: [Int32]
  private let stockRows: [Int32]

  init(_ input: PlanInput) {
    (supplyStart, supplyRows) = Self.grouped(
      input.network.supply.map(\.item), count: input.items.count)
    (stockStart, stockRows) = Self.grouped(
      input.network.inventory.map(\.item), count: input.items.count)
  }

  /// Rows of `network.supply`.
  func supply(of item: Int) -> ArraySlice<Int32> {
    supplyRows[Int(supplyStart[item])..<Int(supplyStart[item + 1])]
  }

  /// Rows of `network.inventory`.
  func stock(of item: Int) -> ArraySlice<Int32> {
    stockRows[Int(stockStart[item])..<Int(stockStart[item + 1])]
  }

  private static func grouped(_ items: [Int32], count: Int) -> (start: [Int32], rows: [Int32]) {
    var start = [Int32](repeating: 0, count: count + 1)
    for item in items { start[Int(item) + 1] += 1 }
    for item in 0..<count { start[item + 1] += start[item] }
    var next = start
    var rows = [Int32](repeating: 0, count: items.count)
    for (row, item) in items.enumerated() {
      rows[Int(next[Int(item)])] = Int32(row)
      next[Int(item)] += 1
    }
    return (start, rows)
  }
}
