import Foundation
import RetailData

/// Means and spreads of the coming weeks, by item.
struct ItemLevels: Sendable {
  /// `[item × ahead + week]`
  let weeklyMean: [Float]
  /// `[item]`
  let size: [Float]

  /// Items with fewer weeks of history ask their related items.
  static let coldWeeks = 8.0
  /// The share of the doubt about a level that sizes, judged by forecasts, do not hold already.
  private static let doubt = 0.5
  static let largestSize = 1e4
  static let smallestSize = 0.02

  init(
    _ history: SalesHistory, categories: CodedColumn, ahead: Int, related: RelatedItems?,
    work: WorkContext
  ) throws {
    // What has no category is one of its own.
    let categoryCount = categories.labels.count + 1
    let codes = categories.codes.map { $0 < 0 ? Int32(categoryCount - 1) : $0 }
    let shape = SeasonalShape(
      history, categories: codes, categoryCount: categoryCount, ahead: ahead)
    let season = shape.growing(
      CategoryTrend(history, season: shape, categories: codes), ahead: ahead)
    let usual = CategoryLevels(
      history, season: season, categories: codes, categoryCount: categoryCount)
    let bank = FilterBank()
    let paths = FilterBank.halfLives.count
    let cells = FilterBank.cellCount
    let count = history.itemCount
    let level = FlatBuffer<Double>(repeating: 0, count: count * paths)
    let seen = FlatBuffer<Double>(repeating: 0, count: count * paths)
    let likelihoods = FlatBuffer<Float>(repeating: 0, count: count * cells)
    try work.forEachChunk(of: count, chunk: 128) { _, items in
      var levels = [(level: Double, seen: Double)](repeating: (0, 0), count: paths)
      history.units.withUnsafeBufferPointer { units in
        guard let start = units.baseAddress else { return }
        for item in items {
          let category = Int(codes[item])
          bank.follow(
            units: start + item * history.weeks, weeks: history.weeks,
            first: Int(history.firstWeek[item]), season: season.row(category),
            prior: (usual.mean[category], usual.strength(category), usual.lot[category]),
            levels: &levels,
            likelihoods: likelihoods.pointer + item * cells)
          for path in 0..<paths {
            level.pointer[item * paths + path] = levels[path].level
            seen.pointer[item * paths + path] = levels[path].seen
          }
        }
      }
    }
    let weights = try CellWeights(
      likelihoods: likelihoods, cells: cells, categories: codes, categoryCount: categoryCount,
      work: work
    ).weights

    let means = FlatBuffer<Float>(repeating: 0, count: count * ahead)
    let sizes = FlatBuffer<Float>(repeating: 0, count: count)
    let firstLevels = level.elements
    try work.forEachChunk(of: count, chunk: 256) { _, items in
      for item in items {
        let category = Int(codes[item])
        let strength = usual.strength(category)
        var expected = usual.mean[category]
        if let related {
          expected = Self.expected(
            of: item, usual: expected, related: related, levels: firstLevels, weights: weights,
            history: history)
        }
        var mean = 0.0
        var square = 0.0
        var logSpread = 0.0
        var own = 0.0
        for path in 0..<paths {
          let place = item * paths + path
          let weeks = seen.pointer[place]
          // The same mean as before, with what is expected now in place of the usual.
          let value =
            level.pointer[place] + (expected - usual.mean[category]) * strength / (strength + weeks)
          var weight = 0.0
          for cell in path * FilterBank.sizes.count..<(path + 1) * FilterBank.sizes.count {
            let share = Double(weights[item * cells + cell])
            weight += share
            logSpread -= share * log(FilterBank.sizes[cell - path * FilterBank.sizes.count])
          }
          mean += weight * value
          square += weight * value * value
          own += weight * weeks
        }
        mean = max(mean, 0)
        // The geometric mean of 1 / size: a few doubts about a heavy tail must not widen the middle.
        var spread = exp(logSpread)
        if mean > 0 {
          spread += max(0, square / (mean * mean) - 1)
          // The doubt about a level that has seen little.
          spread += Self.doubt * usual.lot[category] / (mean * (strength + own))
        }
        sizes.pointer[item] = Float(
          min(Self.largestSize, max(Self.smallestSize, 1 / max(spread, 1e-9))))
        let factors = season.row(category)
        for week in 0..<ahead {
          means.pointer[item * ahead + week] = Float(
            mean * factors[factors.startIndex + history.weeks + week])
        }
      }
    }
    weeklyMean = means.elements
    size = sizes.elements
  }

  /// The level that is expected of an item before its own sales: where it has hardly any, that of
  /// the items it goes with, weighted by how closely.
  private static func expected(
    of item: Int, usual: Double, related: RelatedItems, levels: [Double], weights: [Float],
    history: SalesHistory
  ) -> Double {
    guard Double(history.weeks - Int(history.firstWeek[item])) < coldWeeks else { return usual }
    let paths = FilterBank.halfLives.count
    let cells = FilterBank.cellCount
    var sum = 0.0
    var total = 0.0
    for place in Int(related.offsets[item])..<Int(related.offsets[item + 1]) {
      let other = Int(related.items[place])
      // An item that is as new knows no more.
      guard other != item, other < history.itemCount,
        Double(history.weeks - Int(history.firstWeek[other]))
          >= min(coldWeeks, Double(history.weeks))
      else { continue }
      var level = 0.0
      for path in 0..<paths {
        var share = 0.0
        for cell in path * FilterBank.sizes.count..<(path + 1) * FilterBank.sizes.count {
          share += Double(weights[other * cells + cell])
        }
        level += share * levels[other * paths + path]
      }
      let weight = Double(related.weights[place])
      sum += weight * level
      total += weight
    }
    return total > 0 ? sum / total : usual
  }
}
