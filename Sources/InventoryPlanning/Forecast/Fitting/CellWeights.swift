import Foundation
import RetailData

/// How probable each cell of the filter bank is for each item, given how it did.
///
/// Empirical Bayes (Robbins 1956): what a category's items have in common is the prior of each,
/// found by a few rounds of expectation–maximisation (Laird, "Nonparametric maximum likelihood
/// estimation of a mixing distribution", 1978); a category with few items borrows from the shop.
struct CellWeights: Sendable {
  /// `[item × cells + cell]`, adds to 1 for every item.
  let weights: [Float]

  private static let rounds = 12
  /// Items that the shop's prior counts for in a category.
  private static let borrowed = 20.0

  /// - Parameter likelihoods: Logarithms, `[item × cells + cell]`.
  init(
    likelihoods: FlatBuffer<Float>, cells: Int, categories: [Int32], categoryCount: Int,
    work: WorkContext
  ) throws {
    let count = categories.count
    let values = likelihoods.pointer
    try work.forEachChunk(of: count, chunk: 512) { _, items in
      let values = likelihoods.pointer
      for item in items {
        let row = item * cells..<(item + 1) * cells
        var best = -Float.infinity
        for place in row { best = max(best, values[place]) }
        for place in row { values[place] = exp(values[place] - best) }
      }
    }
    var shop = [Double](repeating: 1 / Double(cells), count: cells)
    var priors = [Double](repeating: 1 / Double(cells), count: categoryCount * cells)
    for _ in 0..<Self.rounds {
      var sums = [Double](repeating: 0, count: categoryCount * cells)
      for item in 0..<count {
        let row = Int(categories[item]) * cells
        let start = item * cells
        var total = 0.0
        for cell in 0..<cells { total += priors[row + cell] * Double(values[start + cell]) }
        guard total > 0 else { continue }
        for cell in 0..<cells {
          sums[row + cell] += priors[row + cell] * Double(values[start + cell]) / total
        }
      }
      shop = [Double](repeating: 1e-3, count: cells)
      for (place, sum) in sums.enumerated() { shop[place % cells] += sum }
      let all = shop.reduce(0, +)
      shop = shop.map { $0 / all }
      for category in 0..<categoryCount {
        let row = category * cells
        var total = Self.borrowed
        for cell in 0..<cells { total += sums[row + cell] }
        for cell in 0..<cells {
          priors[row + cell] = (sums[row + cell] + Self.borrowed * shop[cell]) / total
        }
      }
    }
    let prior = priors
    try work.forEachChunk(of: count, chunk: 512) { _, items in
      let values = likelihoods.pointer
      for item in items {
        let row = Int(categories[item]) * cells
        let start = item * cells
        var total = 0.0
        for cell in 0..<cells { total += prior[row + cell] * Double(values[start + cell]) }
        for cell in 0..<cells {
          values[start + cell] = Float(
            total > 0
              ? prior[row + cell] * Double(values[start + cell]) / total : prior[row + cell])
        }
      }
    }
    weights = likelihoods.elements
  }
}
