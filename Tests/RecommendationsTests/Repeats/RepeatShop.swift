import Foundation
import RetailData

/// A shop with planted rhythms: every customer buys three consumables each with a period of its
/// own, and other things whenever it happens.
enum RepeatShop {
  static let consumables = 12
  static let items = 60

  static func purchases(customers: Int, seed: UInt64, days: Int = 360) -> Purchases {
    var lines: [PurchaseLine] = []
    for customer in 0..<customers {
      var random = SplitMix64(seed: seed, stream: customer)
      for habit in 0..<3 {
        let item = (customer + 4 * habit) % consumables
        let period = 16 + 24 * random.uniform()
        var day = period * random.uniform()
        while day < Double(days) {
          lines.append(line(customer, item, day))
          day += period * exp(0.15 * normal(&random))
        }
      }
      for _ in 0..<12 {
        lines.append(
          line(
            customer, consumables + random.below(items - consumables),
            Double(days) * random.uniform()))
      }
    }
    return Purchases(lines: lines, customerCount: customers, itemCount: items)
  }

  private static func line(_ customer: Int, _ item: Int, _ day: Double) -> PurchaseLine {
    PurchaseLine(
      customer: customer, item: item,
      time: Timestamp(seconds: UInt32((18_000 + day) * 86_400)))
  }

  static func normal(_ random: inout SplitMix64) -> Double {
    (-2 * log(1 - random.uniform())).squareRoot() * cos(2 * Double.pi * random.uniform())
  }
}
