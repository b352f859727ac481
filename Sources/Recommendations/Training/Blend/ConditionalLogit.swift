import Foundation
import RetailData

/// Weights of signs, by maximum likelihood, for choices among many (McFadden, "Conditional Logit
/// Analysis of Qualitative Choice Behavior", 1974): a customer chooses an item with a chance in
/// proportion to e^(weights · signs).
///
/// Concave, so Newton's method finds the one best answer; each customer counts once, however much
/// they bought.
struct ConditionalLogit {
  /// One customer's signs, and the places of what was bought.
  struct Case: Sendable {
    let signs: BlendSigns
    let chosen: [Int32]
  }

  /// λ of a ridge that keeps weights finite where the cases do not settle them: a mean likelihood
  /// loses λ/2 times their square.
  private static let ridge = 1e-3
  /// Cases that one task adds up.
  private static let block = 16
  private static let size = 8

  /// Likelihood, slope and curvature of some cases.
  struct Sums: Sendable {
    var likelihood = 0.0
    var slope = [Double](repeating: 0, count: size)
    var curvature = [Double](repeating: 0, count: size * size)
  }

  /// The best weights.
  ///
  /// - Parameter start: Where the search begins.
  /// - Throws: `CancellationError`.
  static func fit(
    _ cases: [Case], from start: SIMD8<Double>, work: WorkContext
  ) throws -> SIMD8<Double> {
    guard !cases.isEmpty else { return start }
    var weights = start
    var sums = try self.sums(cases, weights, work: work)
    for _ in 0..<30 {
      let curvature = Matrix<Double>(rows: size, columns: size)
      for index in 0..<size * size { curvature.start[index] = sums.curvature[index] }
      guard let step = SmallCholesky(curvature)?.solve(sums.slope) else { return weights }
      let direction = SIMD8<Double>(step)
      // Half of it, and half again, until it is a gain: far from the top Newton's step overshoots.
      var length = 1.0
      var next = try self.sums(cases, weights + direction, work: work)
      while next.likelihood < sums.likelihood, length > 1e-6 {
        length /= 2
        next = try self.sums(cases, weights + length * direction, work: work)
      }
      guard next.likelihood > sums.likelihood else { return weights }
      let gain = next.likelihood - sums.likelihood
      weights += length * direction
      sums = next
      if gain < 1e-10 { break }
    }
    return weights
  }

  /// Means over the cases, less the ridge; the same for any number of threads.
  static func sums(
    _ cases: [Case], _ weights: SIMD8<Double>, work: WorkContext
  ) throws -> Sums {
    let blocks = (cases.count + block - 1) / block
    let parts = Matrix<Double>(rows: blocks, columns: 1 + size + size * size)
    try work.forEachChunk(of: blocks, chunk: 1) { _, range in
      for number in range {
        let part = parts.row(number)
        for index in number * block..<min((number + 1) * block, cases.count) {
          add(cases[index], weights, to: part)
        }
      }
    }
    var sums = Sums()
    let scale = 1 / Double(cases.count)
    for number in 0..<blocks {
      let part = parts.row(number)
      sums.likelihood += scale * part[0]
      for index in 0..<size { sums.slope[index] += scale * part[1 + index] }
      for index in 0..<size * size { sums.curvature[index] += scale * part[1 + size + index] }
    }
    for index in 0..<size {
      sums.likelihood -= ridge / 2 * weights[index] * weights[index]
      sums.slope[index] -= ridge * weights[index]
      sums.curvature[index * size + index] += ridge
    }
    return sums
  }

  /// Adds one case's likelihood, slope and curvature.
  private static func add(
    _ one: Case, _ weights: SIMD8<Double>, to part: UnsafeMutablePointer<Double>
  ) {
    let values = one.signs.values
    guard !one.chosen.isEmpty else { return }
    var scores = [Double](repeating: 0, count: values.count)
    var most = -Double.infinity
    for place in values.indices {
      scores[place] = (weights * SIMD8<Double>(values[place])).sum()
      most = max(most, scores[place])
    }
    var total = 0.0
    for place in values.indices {
      let chance = exp(scores[place] - most)
      total += chance
      scores[place] -= most
    }
    let logTotal = log(total)
    var mean = SIMD8<Double>.zero
    var second = [SIMD8<Double>](repeating: .zero, count: size)
    for place in values.indices {
      let value = SIMD8<Double>(values[place])
      let weighted = exp(scores[place] - logTotal) * value
      mean += weighted
      for index in 0..<size where value[index] != 0 { second[index] += value[index] * weighted }
    }
    var chosen = SIMD8<Double>.zero
    let share = 1 / Double(one.chosen.count)
    for place in one.chosen {
      part[0] += share * (scores[Int(place)] - logTotal)
      chosen += share * SIMD8<Double>(values[Int(place)])
    }
    for index in 0..<size {
      part[1 + index] += chosen[index] - mean[index]
      for other in 0..<size {
        part[1 + size + index * size + other] += second[index][other] - mean[index] * mean[other]
      }
    }
  }
}
