import Foundation

/// Nodes in ln λ and the weights that interpolate between them, in the barycentric form:
/// Berrut and Trefethen, "Barycentric Lagrange Interpolation", SIAM Review 46(3), 2004.
struct ChebyshevGrid {
  /// λ at the nodes; an even number of them.
  let nodes: [Double]
  /// A row per rate: multiplied with values of f(λ)/λ at the nodes it gives f at the rate.
  let weights: [Double]

  /// The smallest grid that gives 1 − e^(−mλ) to about 2e-14 for every rate and every m up to
  /// `largestOthers`. The largest grid is enough for any range of rates a shop can have: the
  /// error falls by a factor of at least 1.2 a node (the function is bounded in the strip
  /// |Im ln λ| < π/2).
  static func accurate(for rates: [Double], largestOthers: Int) -> ChebyshevGrid {
    let sizes = [32, 48, 64, 96, 128, 192]
    for size in sizes.dropLast() {
      let grid = ChebyshevGrid(rates: rates, size: size)
      if grid.worstError(rates: rates, largestOthers: largestOthers) < 2e-14 { return grid }
    }
    return ChebyshevGrid(rates: rates, size: sizes[sizes.count - 1])
  }

  private init(rates: [Double], size: Int) {
    let low = log(rates[0])
    let high = log(rates[rates.count - 1])
    let angles = (0..<size).map { (Double($0) + 0.5) * Double.pi / Double(size) }
    let places = angles.map { (low + high) / 2 + (high - low) / 2 * cos($0) }
    nodes = places.map { exp($0) }
    var weights = [Double](repeating: 0, count: rates.count * size)
    for (level, rate) in rates.enumerated() {
      let place = log(rate)
      let row = level * size
      if let hit = places.firstIndex(of: place) {
        weights[row + hit] = rate
        continue
      }
      var sum = 0.0
      for node in 0..<size {
        let sign = node.isMultiple(of: 2) ? 1.0 : -1.0
        weights[row + node] = sign * sin(angles[node]) / (place - places[node])
        sum += weights[row + node]
      }
      for node in 0..<size { weights[row + node] *= rate / sum }
    }
    self.weights = weights
  }

  /// The largest relative error over all rates for m = 1, 2, 4, 8 … and the largest m. A sum of
  /// terms with positive factors cannot be further off than its worst term.
  private func worstError(rates: [Double], largestOthers: Int) -> Double {
    var worst = 0.0
    var others = 1
    while true {
      let values = nodes.map { -expm1(-Double(others) * $0) / $0 }
      for (level, rate) in rates.enumerated() {
        let row = level * nodes.count
        var value = 0.0
        for node in nodes.indices { value += weights[row + node] * values[node] }
        let exact = -expm1(-Double(others) * rate)
        worst = max(worst, abs(value - exact) / exact)
      }
      if others == largestOthers { return worst }
      others = min(2 * others, largestOthers)
    }
  }
}
