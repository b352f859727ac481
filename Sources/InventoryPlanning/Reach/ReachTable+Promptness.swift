import Foundation
import RetailData

extension ReachTable {
  /// Hours of waiting that halve `promptness`.
  public static let promptnessHalfLife = 48.0

  /// How good a wait is, 0...1: 2^(−hours / 48). 1 at once, ½ after two days, ¼ after four; a
  /// promise of unknown length is worth nothing. It depends on the promise alone, not on what else
  /// the network offers, so that weights mean the same for every shop.
  public static func promptness(hours: Double) -> Double {
    hours.isNaN ? 0 : min(1, exp2(-max(0, hours) / promptnessHalfLife))
  }

  /// `promptness` of an item's soonest promise in a region; 0 where there is none.
  public func promptness(_ item: Int, _ region: Int) -> Double {
    guard let promise = self[item, region]?.promise else { return 0 }
    return Self.promptness(hours: network.speeds[Int(promise.speed)].promiseHours)
  }

  /// `promptness` of all the table's items: by region, then item.
  public func promptness() -> Column<Float> {
    let bySpeed = network.speeds.map { Float(Self.promptness(hours: $0.promiseHours)) }
    return Column(count: items.count * regionCount) { target in
      for region in 0..<regionCount {
        for (place, item) in items.enumerated() {
          guard let promise = self[item, region]?.promise else { continue }
          target[region * items.count + place] = bySpeed[Int(promise.speed)]
        }
      }
    }
  }
}
