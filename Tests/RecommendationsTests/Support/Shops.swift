import RetailData
import TestSupport

@testable import Recommendations

/// Small shops for tests.
enum Shops {
  static let day: UInt32 = 86_400

  /// The eight customers of the design's worked example; items A…F are 0…5.
  static var workedExample: Purchases {
    fromBaskets([
      [0, 1], [0, 1], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4], [2], [2, 3], [2], [5],
    ])
  }

  /// One line per customer and item of its basket, a day apart.
  static func fromBaskets(_ baskets: [[Int]], itemCount: Int? = nil) -> Purchases {
    let lines = baskets.enumerated().flatMap { customer, basket in
      basket.enumerated().map { place, item in
        PurchaseLine(
          customer: customer, item: item, time: Timestamp(seconds: day * UInt32(100 + place)))
      }
    }
    return Purchases(
      lines: lines, customerCount: baskets.count,
      itemCount: itemCount ?? (baskets.joined().max() ?? -1) + 1)
  }

  /// Skewed purchases with heavy buyers, repeats, customers without purchases, items that were
  /// never bought and, the smaller the shop the more, ties.
  static func random(
    seed: UInt64, customers: Int, items: Int, lines: Int
  ) -> Purchases {
    var generator = SeededGenerator(seed: seed)
    let purchases = (0..<lines).map { _ -> PurchaseLine in
      // The smaller of several draws: low numbers come often.
      let customer = (0..<3).map { _ in Int.random(in: 0..<customers, using: &generator) }.min()
      let item = (0..<2).map { _ in Int.random(in: 0..<items, using: &generator) }.min()
      return PurchaseLine(
        customer: customer ?? 0, item: item ?? 0,
        time: Timestamp(seconds: UInt32.random(in: 0..<(200 * day), using: &generator)))
    }
    return Purchases(lines: purchases, customerCount: customers, itemCount: items)
  }
}

/// All settings that give different lists.
func allRelatedness(units: [PurchaseUnit], kappas: [Double] = [0, 0.5, 10, 1000]) -> [Relatedness] {
  units.flatMap { unit in
    Metric.allCases.flatMap { metric -> [Relatedness] in
      if !metric.comparesWithChance { return [Relatedness(metric: metric, unit: unit)] }
      return Score.allCases.flatMap { score in
        (score == .shrunk ? kappas : [10]).map {
          Relatedness(metric: metric, score: score, kappa: $0, unit: unit)
        }
      }
    }
  }
}

extension Shops {
  /// The lines that make up purchases, for tests that change them.
  static func lines(of purchases: Purchases) -> [PurchaseLine] {
    (0..<purchases.customerCount).flatMap { customer in
      purchases.lines(ofCustomer: customer).map {
        PurchaseLine(
          customer: customer, item: Int(purchases.items[$0]), time: purchases.times[$0])
      }
    }
  }
}
