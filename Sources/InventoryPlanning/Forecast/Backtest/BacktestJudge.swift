import RetailData
import Synchronization

/// Compares forecasts with what was sold, item by item.
struct BacktestJudge: Sendable {
  let dataset: Dataset
  /// Up to the end of the last held-out week.
  let history: SalesHistory
  let end: Timestamp
  /// By origin, oldest first; empty where our own method is not asked for.
  let forecasts: [DemandForecast]
  let origins: Int
  let ahead: Int
  let methods: [ForecastMethod]

  /// The scores of a run of items: `[(level × methods + method) × classes + class]`.
  private struct Tally: Sendable {
    var scores: [BacktestScore]
    var unseenUnits = 0.0
  }

  private static let blocks = 128

  func scores(work: WorkContext) throws -> ([BacktestScore], unseen: Double) {
    // Added by block and in the order of blocks: the same sums for any number of threads.
    let tallies = Mutex([Tally?](repeating: nil, count: Self.blocks))
    let perBlock = (history.itemCount + Self.blocks - 1) / Self.blocks
    try work.forEachChunk(of: Self.blocks, chunk: 1) { _, blocks in
      for block in blocks {
        var tally = Tally(scores: emptyScores)
        let start = min(block * perBlock, history.itemCount)
        for item in start..<min(start + perBlock, history.itemCount) {
          judge(item, &tally)
        }
        let result = tally
        tallies.withLock { $0[block] = result }
      }
    }
    var sum = Tally(scores: emptyScores)
    for tally in tallies.withLock({ $0 }) {
      guard let tally else { continue }
      for place in sum.scores.indices { sum.scores[place].add(tally.scores[place]) }
      sum.unseenUnits += tally.unseenUnits
    }
    let classes = ItemClass.allCases.count
    var scores: [BacktestScore] = []
    for start in stride(from: 0, to: sum.scores.count, by: classes) {
      let own = sum.scores[start..<start + classes]
      var all = BacktestScore(own[start].level, own[start].method, nil)
      for score in own { all.add(score) }
      scores += ([all] + own).filter { $0.cases > 0 }
    }
    return (scores, sum.unseenUnits)
  }

  private var emptyScores: [BacktestScore] {
    BacktestLevel.allCases.flatMap { level in
      methods.flatMap { method in
        ItemClass.allCases.map { BacktestScore(level, method, $0) }
      }
    }
  }

  private func judge(_ item: Int, _ tally: inout Tally) {
    let row = item * history.weeks
    let first = Int(history.firstWeek[item])
    var regional: [Float]?
    for origin in 0..<origins {
      let now = history.weeks - (origins - origin) * ahead
      let coming = row + now..<row + now + ahead
      guard first < now else {
        tally.unseenUnits += history.units[coming].reduce(0) { $0 + Double($1) }
        continue
      }
      let known = history.units[row + first..<row + now]
      let kind = ItemClass(known)
      judge(
        known: known, coming: history.units[coming], item: item, region: nil, origin: origin,
        kind: kind, level: 0, &tally)
      guard history.regionCount > 0 else { continue }
      let units = regional ?? regionUnits(item)
      regional = units
      for region in 0..<history.regionCount {
        let start = region * history.weeks
        judge(
          known: units[start + first..<start + now],
          coming: units[start + now..<start + now + ahead], item: item, region: region,
          origin: origin, kind: kind, level: 1, &tally)
      }
    }
  }

  private func judge(
    known: ArraySlice<Float>, coming: ArraySlice<Float>, item: Int, region: Int?, origin: Int,
    kind: ItemClass, level: Int, _ tally: inout Tally
  ) {
    for (number, method) in methods.enumerated() {
      let predictions: [PredictedDemand]
      if method == .echelon {
        predictions = (0..<ahead).map { week in
          .model(
            region.map { forecasts[origin].distribution(ofItem: item, week: week, region: $0) }
              ?? forecasts[origin].distribution(ofItem: item, week: week))
        }
      } else {
        predictions = method.predictions(from: known, ahead: ahead)
      }
      let classes = ItemClass.allCases
      let place =
        (level * methods.count + number) * classes.count + (classes.firstIndex(of: kind) ?? 0)
      for (prediction, actual) in zip(predictions, coming) {
        tally.scores[place].add(prediction, actual: Double(actual))
      }
    }
  }

  /// Units of an item with a known region: `[region × weeks + week]`.
  private func regionUnits(_ item: Int) -> [Float] {
    let purchases = dataset.purchases
    var units = [Float](repeating: 0, count: history.regionCount * history.weeks)
    for position in purchases.positions(ofItem: item) {
      let line = Int(purchases.linesByItem[position])
      let time = purchases.times[line]
      if time > end { break }
      let region = Int(dataset.customers.regions[Int(purchases.customersByItem[position])])
      let age = Int((end.seconds - time.seconds) / SalesHistory.secondsPerWeek)
      guard region >= 0, region < history.regionCount, age < history.weeks else { continue }
      units[region * history.weeks + history.weeks - 1 - age] += purchases.quantities[line]
    }
    return units
  }
}
