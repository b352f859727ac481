import Foundation

/// Dunning's log-likelihood ratio G² of the 2×2 table of two sets, negative when they overlap
/// less than chance: "Accurate Methods for the Statistics of Surprise and Coincidence",
/// Computational Linguistics 19(1), 1993.
///
/// With k observed and e expected in a cell, G² = 2 Σ k ln(k/e). All four cells are off by the
/// same amount, so the terms k − e cancel in the sum and G² = 2 Σ e·φ((k − e)/e), where
/// φ(x) = (1 + x) ln(1 + x) − x ≥ 0. Nothing cancels in that form, unlike in the usual sum of
/// k ln k over cells and margins, which loses every digit near independence.
func signedLogLikelihoodRatio(both: Double, first: Double, second: Double, all: Double) -> Double {
  guard all > 0 else { return 0 }
  // Exact: the products are integers, below 2^53 for any shop.
  let excess = both * all - first * second
  var sum = 0.0
  func add(_ product: Double, _ excess: Double) {
    if product > 0 { sum += product * phi(excess / product) }
  }
  add(first * second, excess)
  add(first * (all - second), -excess)
  add((all - first) * second, -excess)
  add((all - first) * (all - second), excess)
  let ratio = 2 * sum / all
  return excess < 0 ? -ratio : ratio
}

/// (1 + x) ln(1 + x) − x for x ≥ −1.
private func phi(_ x: Double) -> Double {
  if x <= -1 { return 1 }
  if abs(x) > 0.01 { return (1 + x) * log1p(x) - x }
  // x²/2 − x³/6 + x⁴/12 − … : the first term left out is below 1e-17 of the first.
  return x * x
    * (1.0 / 2 - x
      * (1.0 / 6 - x
        * (1.0 / 12 - x * (1.0 / 20 - x * (1.0 / 30 - x * (1.0 / 42 - x * (1.0 / 56 - x / 72)))))))
}
