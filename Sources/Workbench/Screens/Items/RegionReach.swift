import InventoryPlanning
import RetailData

/// How soon an item's likely next buyers could have it, in all: their expected shares by speed.
struct RegionReach: Equatable {
  /// By speed of the network, fastest first.
  let speeds: [Double]
  /// Shares of those for whom it is short, and of those whom nobody delivers it to.
  let short: Double
  let unserved: Double

  init(_ reach: ItemReach, shares: [Double], speedCount: Int) {
    var speeds = [Double](repeating: 0, count: speedCount)
    var short = 0.0
    var unserved = 0.0
    for (region, share) in shares.enumerated() {
      switch reach.regions[region] {
      case .promised(let promise): speeds[Int(promise.speed)] += share
      case .short: short += share
      case .unserved: unserved += share
      }
    }
    self.speeds = speeds
    self.short = short
    self.unserved = unserved
  }

  /// `same day ▪ 61 %, next day 30 %, short 9 %`.
  func text(_ network: Network) -> String {
    let words = ReachText(network: network)
    var parts = speeds.indices.map { (words.speed($0), speeds[$0]) }
    parts += [("short", short), ("no delivery", unserved)]
    let shown = parts.filter { $0.1 > 0 }.map {
      "\($0.0) \(NumberText.short($0.1 * 100, places: 0)) %"
    }
    return shown.joined(separator: ", ")
  }
}
