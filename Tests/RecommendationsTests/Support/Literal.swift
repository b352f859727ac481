import Foundation
import RetailData

@testable import Recommendations

/// The definitions, word by word, on sets and dictionaries: what the fast code is held against.
struct Literal {
  let baskets: [Set<Int>]
  let lines: [[Int: Int]]
  let itemCount: Int
  private let buyersByItem: [[Int]]
  private let linesByItem: [Int]
  private let lineCounts: [Int]

  init(_ purchases: Purchases) {
    let byCustomer = (0..<purchases.customerCount).map { customer in
      purchases.lines(ofCustomer: customer).map { Int(purchases.items[$0]) }
    }
    baskets = byCustomer.map(Set.init)
    lines = byCustomer.map { Dictionary($0.map { ($0, 1) }, uniquingKeysWith: +) }
    itemCount = purchases.itemCount
    lineCounts = byCustomer.map(\.count)
    buyersByItem = (0..<purchases.itemCount).map { [baskets] item in
      baskets.indices.filter { baskets[$0].contains(item) }
    }
    linesByItem = (0..<purchases.itemCount).map { item in
      byCustomer.joined().count { $0 == item }
    }
  }

  var customers: Int { baskets.filter { !$0.isEmpty }.count }

  func buyers(_ item: Int) -> [Int] { buyersByItem[item] }

  func both(_ x: Int, _ y: Int) -> Int {
    buyersByItem[x].count { baskets[$0].contains(y) }
  }

  /// Purchases of an item in a unit.
  func purchases(_ item: Int, _ unit: PurchaseUnit) -> Int {
    unit == .distinct ? buyersByItem[item].count : linesByItem[item]
  }

  /// Σ over buyers c of x of 1 − (1 − P_y)^m_c.
  func corrected(_ x: Int, _ y: Int, _ unit: PurchaseUnit) -> Double {
    let total = (0..<itemCount).reduce(0) { $0 + purchases($1, unit) }
    let share = Double(purchases(y, unit)) / Double(total)
    return buyers(x).reduce(0) { sum, customer in
      let others =
        unit == .distinct
        ? baskets[customer].count - 1
        : lineCounts[customer] - (lines[customer][x] ?? 0)
      return sum + (1 - pow(1 - share, Double(others)))
    }
  }

  func naive(_ x: Int, _ y: Int) -> Double {
    Double(buyers(x).count * buyers(y).count) / Double(customers)
  }
}
