import Foundation
import RetailData

/// How the units of each item split into regions: its own history, shrunk to the shop's shares as
/// far as the items of this shop are alike.
///
/// Counts of an item are taken to be Dirichlet-multinomial around the shop's shares; the strength
/// of the prior is the one of greatest likelihood. Units that come in one purchase line move
/// together, so an item has seen only as many regions as it has lines.
struct RegionShares {
  /// `[item × regionCount + region]`
  let shares: [Float]
  /// Of the prior, in purchase lines; infinite where items do not differ.
  let strength: Double

  init(_ history: SalesHistory, work: WorkContext) throws {
    let regions = history.regionCount
    guard regions > 0 else {
      (shares, strength) = ([], .infinity)
      return
    }
    var shop = [Double](repeating: 0, count: regions)
    var known = 0.0
    for (place, units) in history.regionUnits.enumerated() {
      shop[place % regions] += Double(units)
      known += Double(units)
    }
    // Half a line for every region: nobody knows that a region will never buy.
    shop = shop.map { ($0 + 0.5) / (known + 0.5 * Double(regions)) }
    let strength = Self.likeliest(history, shop: shop)
    let result = FlatBuffer<Float>(repeating: 0, count: history.itemCount * regions)
    let prior = shop
    try work.forEachChunk(of: history.itemCount, chunk: 256) { _, items in
      for item in items {
        let scale = Self.linesPerUnit(history, item)
        let start = item * regions
        var total = strength
        for region in 0..<regions { total += scale * Double(history.regionUnits[start + region]) }
        for region in 0..<regions {
          let lines = scale * Double(history.regionUnits[start + region])
          result.pointer[start + region] = Float((lines + strength * prior[region]) / total)
        }
      }
    }
    shares = result.elements
    self.strength = strength
  }

  private static func linesPerUnit(_ history: SalesHistory, _ item: Int) -> Double {
    history.totalUnits[item] > 0 ? Double(history.lines[item]) / history.totalUnits[item] : 0
  }

  /// From a sample of the items: it is one number for all.
  private static func likeliest(_ history: SalesHistory, shop: [Double]) -> Double {
    let regions = history.regionCount
    let step = max(1, history.itemCount / 2_000)
    var best = (strength: 1.0, value: -Double.infinity)
    for power in 0...28 {
      let strength = exp2(Double(power) / 2)
      var value = 0.0
      for item in stride(from: 0, to: history.itemCount, by: step) where history.lines[item] > 1 {
        let scale = linesPerUnit(history, item)
        var total = 0.0
        for region in 0..<regions {
          let lines = scale * Double(history.regionUnits[item * regions + region])
          guard lines > 0 else { continue }
          total += lines
          value += risingFactorial(strength * shop[region], lines)
        }
        if total > 0 { value -= risingFactorial(strength, total) }
      }
      if value > best.value { best = (strength, value) }
    }
    return best.strength
  }

  /// log Γ(a + n) − log Γ(a).
  private static func risingFactorial(_ a: Double, _ n: Double) -> Double {
    Deviance.logFactorial(a + n) - log(a + n) - Deviance.logFactorial(a) + log(a)
  }
}
