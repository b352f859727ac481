import Foundation
import RetailData

/// One distinct item of a customer's history.
struct HistoryItem: Sendable {
  let item: Int32
  /// Purchase lines.
  let lines: Int
  let lastPurchase: Timestamp
  /// See `PurchaseHistory`.
  let weight: Double
}

/// The distinct items a customer bought, the latest first; items of one moment by item number.
///
/// An item weighs 2^(−age/h), where age is the time from its last purchase to the end of the data
/// and h the half-life, or 1 without a half-life. How often it was bought does not enter: each
/// related list is heard once.
struct PurchaseHistory: Sendable {
  let items: [HistoryItem]

  init(
    of customer: Int, in purchases: Purchases, end: Timestamp, halfLifeDays: Double?
  ) {
    var lines = purchases.lines(ofCustomer: customer).map {
      (item: purchases.items[$0], time: purchases.times[$0])
    }
    lines.sort { ($0.item, $0.time) < ($1.item, $1.time) }
    var items: [HistoryItem] = []
    var start = 0
    for position in lines.indices {
      let isLast = position + 1 == lines.count || lines[position + 1].item != lines[position].item
      guard isLast else { continue }
      let time = lines[position].time
      items.append(
        HistoryItem(
          item: lines[position].item, lines: position + 1 - start, lastPurchase: time,
          weight: PurchaseHistory.weight(age: end.days(since: time), halfLifeDays: halfLifeDays)))
      start = position + 1
    }
    items.sort { ($1.lastPurchase, $0.item) < ($0.lastPurchase, $1.item) }
    self.items = items
  }

  /// A purchase that is not yet made weighs as one of today.
  private static func weight(age: Double, halfLifeDays: Double?) -> Double {
    guard let halfLifeDays, halfLifeDays > 0 else { return 1 }
    return exp2(-max(age, 0) / halfLifeDays)
  }
}

extension Purchases {
  /// The distinct items of a customer, ascending.
  func distinctItems(ofCustomer customer: Int) -> [Int32] {
    var items = lines(ofCustomer: customer).map { self.items[$0] }
    items.sort()
    var kept = 0
    for index in items.indices where index == 0 || items[index] != items[kept - 1] {
      items[kept] = items[index]
      kept += 1
    }
    items.removeLast(items.count - kept)
    return items
  }
}

/// The items that may not be recommended to a customer.
struct Exclusion {
  /// What the customer bought, ascending; empty where that does not matter.
  private let bought: [Int32]
  private let mode: Mode

  init(_ mode: Mode, customer: Int, in purchases: Purchases) {
    self.mode = mode
    bought = mode == .all ? [] : purchases.distinctItems(ofCustomer: customer)
  }

  func contains(_ item: Int32) -> Bool {
    switch mode {
    case .all: false
    case .new: bought.holds(item)
    case .again: !bought.holds(item)
    }
  }
}

extension [Int32] {
  /// Whether an ascending list has an element.
  func holds(_ element: Int32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element
  }
}
