import Foundation

/// What is to be expected of an item of a category before it has sold: weekly units, how much
/// items differ in that, and in what lots they sell.
struct CategoryLevels: Sendable {
  /// Units per week of an item on sale. `[category]`.
  let mean: [Double]
  /// Shape of the gamma distribution of the items' levels: small where they differ much.
  let shape: [Double]
  /// Units per purchase line.
  let lot: [Double]

  /// How far the prior goes, in weeks of an item's own history.
  func strength(_ category: Int) -> Double { shape[category] * lot[category] / mean[category] }

  /// Half-life of what is averaged, in weeks.
  private static let halfLife = 26.0
  /// A category's own mean and lot weigh as much as the shop's after so many item-weeks.
  private static let weeksPrior = 26.0
  private static let shapes = [0.1, 0.15, 0.25, 0.4, 0.6, 0.9, 1.4, 2, 3, 5, 8]

  init(_ history: SalesHistory, season: SeasonalShape, categories: [Int32], categoryCount: Int) {
    let weeks = history.weeks
    let fade = exp2(-1 / Self.halfLife)
    var units = [Double](repeating: 0, count: history.itemCount)
    var exposure = [Double](repeating: 0, count: history.itemCount)
    var categoryUnits = [Double](repeating: 0, count: categoryCount)
    var categoryExposure = [Double](repeating: 0, count: categoryCount)
    var categoryLines = [Double](repeating: 0, count: categoryCount)
    var categorySold = [Double](repeating: 0, count: categoryCount)
    for item in 0..<history.itemCount {
      let category = Int(categories[item])
      let factors = season.row(category)
      for week in min(weeks, Int(history.firstWeek[item]))..<weeks {
        units[item] = fade * units[item] + Double(history.units[item * weeks + week])
        exposure[item] = fade * exposure[item] + factors[factors.startIndex + week]
      }
      categoryUnits[category] += units[item]
      categoryExposure[category] += exposure[item]
      categoryLines[category] += Double(history.lines[item])
      categorySold[category] += history.totalUnits[item]
    }
    let allExposure = categoryExposure.reduce(0, +)
    let allLines = categoryLines.reduce(0, +)
    // A shop that has sold nothing is believed to sell a unit a week of each item.
    let shopMean = allExposure > 0 ? max(1e-4, categoryUnits.reduce(0, +) / allExposure) : 1
    let shopLot = allLines > 0 ? max(1, categorySold.reduce(0, +) / allLines) : 1
    mean = (0..<categoryCount).map {
      (categoryUnits[$0] + Self.weeksPrior * shopMean) / (categoryExposure[$0] + Self.weeksPrior)
    }
    lot = (0..<categoryCount).map {
      max(1, (categorySold[$0] + Self.weeksPrior * shopLot) / (categoryLines[$0] + Self.weeksPrior))
    }
    shape = Self.shapes(
      of: (0..<categoryCount), units: units, exposure: exposure, categories: categories,
      mean: mean, lot: lot)
  }

  /// By maximum likelihood: lots are Poisson given the level, so negative binomial in all. The
  /// shop's likelihood, as that of so many items, stands in for the items a category lacks.
  private static func shapes(
    of range: Range<Int>, units: [Double], exposure: [Double], categories: [Int32],
    mean: [Double], lot: [Double]
  ) -> [Double] {
    var values = [[Double]](
      repeating: [Double](repeating: 0, count: shapes.count), count: range.count)
    var whole = [Double](repeating: 0, count: shapes.count)
    var items = 0.0
    for item in units.indices where exposure[item] > 0 {
      let category = Int(categories[item])
      let lots = units[item] / lot[category]
      let expected = exposure[item] * mean[category] / lot[category]
      for (place, shape) in shapes.enumerated() {
        let value = DemandLikelihood.logarithm(lots, mean: expected, size: shape)
        values[category][place] += value
        whole[place] += value
      }
      items += 1
    }
    let borrowed = 10 / max(1, items)
    return range.map { category in
      var best = (shape: 0.6, value: -Double.infinity)
      for (place, shape) in shapes.enumerated() {
        let value = values[category][place] + borrowed * whole[place]
        if value > best.value { best = (shape, value) }
      }
      return items > 0 ? best.shape : 0.6
    }
  }
}

/// Negative binomial log-likelihoods, for choosing between parameters: what does not depend on
/// mean or size is left out.
enum DemandLikelihood {
  static func logarithm(_ count: Double, mean: Double, size: Double) -> Double {
    guard mean > 0 else { return count > 0 ? -1e6 : 0 }
    var value = -size * log1p(mean / size)
    if count > 0 {
      value += count * log(mean / (size + mean))
      value += Deviance.logFactorial(count + size) - log(count + size)
      value -= Deviance.logFactorial(size) - log(size)
    }
    return value
  }
}
