import RetailData

/// The bootstrap: the customers of an evaluation drawn anew with replacement, many times over, so
/// that one sees how much a figure owes to who happened to be among them. Customers, not
/// purchases, are drawn: what one customer does in several windows stands or falls together.
///
/// Every figure is computed on the same draws. So the difference of two figures, draw by draw,
/// has an interval of its own: the paired one, free of what moves both alike.
///
/// Efron and Tibshirani, "An Introduction to the Bootstrap", 1993: percentile intervals.
struct Resamples: Sendable {
  let count: Int
  /// Those drawn from, ascending.
  private let customers: [Int32]
  /// By draw, then by customer: how often drawn.
  private let weights: Column<UInt8>

  init(of customers: [Int32], seed: UInt64, work: WorkContext) throws {
    // The weights of a very large shop's draws would not fit in memory, nor does it need so many.
    let count = max(200, min(1_000, 100_000_000 / max(customers.count, 1)))
    self.count = count
    self.customers = customers
    weights = try Column<UInt8>(count: count * customers.count) { weights in
      // Every draw's weights are written by one worker.
      nonisolated(unsafe) let weights = weights
      try work.forEachChunk(of: count, chunk: 16) { _, draws in
        for draw in draws {
          var random = SplitMix64(seed: seed, stream: draw)
          let start = draw * customers.count
          for _ in customers.indices { weights[start + random.below(customers.count)] &+= 1 }
        }
      }
    }
  }

  /// For every draw and at last for everyone once: Σ of the weights of `scores`' customers, and of
  /// weight times value by metric.
  func sums(of scores: WindowScores) -> ResampledSums {
    let places = self.places(of: scores.customers)
    let metrics = EvaluationMetric.allCases.map { Array(scores.values($0)) }
    var sums = ResampledSums(draws: count)
    for draw in 0..<count {
      let start = draw * customers.count
      var weight = 0.0
      var values = [Double](repeating: 0, count: metrics.count)
      for (index, place) in places.enumerated() {
        let times = Double(weights.buffer[start + place])
        if times == 0 { continue }
        weight += times
        for metric in metrics.indices { values[metric] += times * metrics[metric][index] }
      }
      sums.set(draw, weight: weight, values: values)
    }
    sums.set(
      count, weight: Double(places.count), values: metrics.map { $0.reduce(0, +) })
    return sums
  }

  /// Both lists are ascending, and the second is part of the first.
  private func places(of some: [Int32]) -> [Int] {
    var place = 0
    return some.map { customer in
      while customers[place] < customer { place += 1 }
      return place
    }
  }
}

/// Weighted sums for every draw, and in the last place those without a draw. Sums of several
/// windows add up to those of all.
struct ResampledSums: Sendable, Equatable {
  /// Draws; there is one place more.
  let draws: Int
  private(set) var weights: [Double]
  /// By metric, then by draw.
  private(set) var values: [Double]

  init(draws: Int) {
    self.draws = draws
    weights = [Double](repeating: 0, count: draws + 1)
    values = [Double](repeating: 0, count: EvaluationMetric.allCases.count * (draws + 1))
  }

  mutating func set(_ draw: Int, weight: Double, values: [Double]) {
    weights[draw] = weight
    for (metric, value) in values.enumerated() { self.values[metric * (draws + 1) + draw] = value }
  }

  static func += (sums: inout ResampledSums, other: ResampledSums) {
    for index in sums.weights.indices { sums.weights[index] += other.weights[index] }
    for index in sums.values.indices { sums.values[index] += other.values[index] }
  }

  /// The mean in every draw, NaN where nobody was drawn; the last is the figure itself.
  func means(_ metric: EvaluationMetric) -> [Double] {
    weights.indices.map { values[metric.rawValue * (draws + 1) + $0] / weights[$0] }
  }
}
