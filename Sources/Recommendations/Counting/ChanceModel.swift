import Foundation
import RetailData

/// The expectation of the metric `corrected`, E_XY = Σ over buyers c of X of 1 − (1 − P_Y)^m_c,
/// for every item Y at the cost of one short scalar product.
///
/// E depends on Y only through its number of purchases, so it is a function of a *level*, one of
/// the distinct numbers of purchases. E/λ with λ = −ln(1 − P) is a smooth function of ln λ, and
/// is interpolated between Chebyshev nodes: per X, a *curve* holds its values at the nodes; per
/// level, a row of weights is fixed for all X. The number of nodes is chosen by checking the
/// interpolation of each single term, which bounds the relative error of every sum of them.
/// Where there are few levels, the levels themselves are the nodes and nothing is interpolated.
///
/// A term is −expm1(−mλ): the power series in P cancels catastrophically once m·P exceeds 1.
struct ChanceModel: Sendable {
  /// By rank: the item's level; -1 where it was never bought.
  let levels: Column<Int32>
  /// The largest m that a curve is asked about.
  let largestOthers: Int
  /// Purchases of all items together.
  private let total: Int
  /// By level: λ; infinite where one item has all purchases.
  private let rates: Column<Double>
  /// λ at the nodes.
  private let nodes: Column<Double>
  /// `levels × nodes`, each row already multiplied by the λ of the level; empty where the levels
  /// are the nodes.
  private let weights: Column<Double>

  /// Values in a curve.
  var nodeCount: Int { nodes.count }

  /// - Parameters:
  ///   - purchases: purchases of each item, by rank.
  ///   - largestOthers: the largest m that a curve will be asked about.
  init(purchases: Column<Int32>, largestOthers: Int) {
    self.largestOthers = largestOthers
    let distinct = Set(purchases).subtracting([0]).sorted()
    let total = purchases.reduce(0) { $0 + Int($1) }
    self.total = total
    let levelOfCount = Dictionary(
      uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    levels = Column(purchases.map { levelOfCount[$0] ?? -1 })
    let rates = distinct.map { -log1p(-Double($0) / Double(total)) }
    self.rates = Column(rates)
    if rates.count <= ChanceModel.directLevels {
      nodes = Column(rates)
      weights = Column()
    } else {
      let grid = ChebyshevGrid.accurate(for: rates, largestOthers: Swift.max(largestOthers, 1))
      nodes = Column(grid.nodes)
      weights = Column(grid.weights)
    }
  }

  /// Up to this many levels a curve holds E itself at every level.
  private static let directLevels = 64

  /// What a customer with `others` purchases besides X contributes to node `node` of X's curve.
  @inline(__always)
  func term(others: Int, node: Int) -> Double {
    if others == 0 { return 0 }
    let value = -expm1(-Double(others) * nodes.buffer[node])
    return weights.isEmpty ? value : value / nodes.buffer[node]
  }

  /// E of a pair, from the curve of X and the level of Y.
  @inline(__always)
  func expected(level: Int32, curve: UnsafePointer<Double>) -> Double {
    if level < 0 { return 0 }
    if weights.isEmpty { return curve[Int(level)] }
    let count = nodes.count
    let row = weights.buffer.baseAddress.unsafelyUnwrapped + Int(level) * count
    // Eight sums, because each addition waits for the one before it; nodes come in multiples of 8.
    var low = SIMD4<Double>.zero
    var high = SIMD4<Double>.zero
    var node = 0
    while node < count {
      low += values(row + node) * values(curve + node)
      high += values(row + node + 4) * values(curve + node + 4)
      node += 8
    }
    return (low + high).sum()
  }

  @inline(__always)
  private func values(_ start: UnsafePointer<Double>) -> SIMD4<Double> {
    SIMD4(start[0], start[1], start[2], start[3])
  }

  /// Whether two items with the same N can be told apart by their levels in the row of an item.
  ///
  /// Where every buyer bought so much that E is all but their number, one purchase more or less
  /// changes E by no more than its rounding, and which E is larger is chance. E is concave in λ:
  /// one purchase more adds at least `slope` / purchases, of which 1e-12 n_X leaves a wide margin
  /// to the 2e-14 that E is accurate to.
  ///
  /// - Parameters:
  ///   - slope: Σ over the buyers of m e^(−mλ), at the largest λ (see `slopeTerm`).
  ///   - buyers: n_X.
  func tellsLevelsApart(slope: Double, buyers: Double) -> Bool {
    slope > 1e-12 * buyers * Double(total)
  }

  /// What a customer with `others` purchases besides X contributes to the slope.
  func slopeTerm(others: Int) -> Double {
    guard let steepest = rates.last, steepest.isFinite else { return 0 }
    return Double(others) * exp(-Double(others) * steepest)
  }
}
