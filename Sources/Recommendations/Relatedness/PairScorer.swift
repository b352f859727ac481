/// Turns the counts of a pair of items into a score, for one item X and one `Relatedness`.
///
/// For a given X every score is nondecreasing in N and nonincreasing in the purchases of Y: the
/// index relies on that to leave out items that can never be among the best.
struct PairScorer {
  let relatedness: Relatedness
  /// n_X, distinct buyers of X.
  private let buyers: Double
  /// U, customers who bought anything.
  private let customers: Double
  private let kappa: Double

  init(_ relatedness: Relatedness, buyers: Double, customers: Int) {
    self.relatedness = relatedness
    self.buyers = buyers
    self.customers = Double(customers)
    kappa = Swift.max(relatedness.kappa, 0)
  }

  /// E under the metric `naive`: X's buyers, each as likely to buy Y as the average customer.
  @inline(__always)
  func naiveExpectation(otherBuyers: Int) -> Double {
    customers > 0 ? buyers * Double(otherBuyers) / customers : 0
  }

  /// The score of N = `count` against n_Y = `otherBuyers` and, for metrics that compare with
  /// chance, E = `expected`.
  @inline(__always)
  func score(count both: Double, otherBuyers: Int, expected: Double) -> Double {
    let others = Double(otherBuyers)
    switch relatedness.metric {
    case .cooccurrence: return both
    case .cosine: return both == 0 ? 0 : both / (buyers * others).squareRoot()
    case .jaccard: return both == 0 ? 0 : both / (buyers + others - both)
    case .lift: return both == 0 ? 0 : both * customers / (buyers * others)
    case .llr:
      return signedLogLikelihoodRatio(
        both: both, first: buyers, second: others, all: customers)
    case .naive, .corrected: return compare(both, expected)
    }
  }

  @inline(__always)
  private func compare(_ count: Double, _ expected: Double) -> Double {
    let excess = count - expected
    switch relatedness.score {
    case .difference: return excess
    // Where E is 0 nobody could have bought both, so N is 0 too and nothing exceeds anything.
    case .normalized: return expected > 0 ? excess / expected.squareRoot() : 0
    case .shrunk: return expected + kappa > 0 ? excess / (expected + kappa).squareRoot() : 0
    case .ratio: return expected > 0 ? excess / expected : 0
    }
  }
}
