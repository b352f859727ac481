import RetailData

/// `factorization`: an item Y scores x·y, where x are the factors that best fit the customer's
/// history given those of the items (`Factorization`). Then bestsellers.
///
/// Since x = A⁻¹ Σ c y over the customer's items X, with A as at `ConjugateGradient`, the score is a
/// sum over the purchases: Σ c_X · (y_Yᵀ A⁻¹ y_X) (Hu, Koren and Volinsky 2008, §5).
public struct FactorizationRecommender: Recommender {
  public let method = Method.factorization
  private let confidence: Double
  private let scope: LearnedScope
  /// By place.
  private let factors: Matrix<Double>
  /// YᵀY + λ I.
  private let ground: Matrix<Double>

  private var width: Int { factors.columns }

  init(model: Factorization, scope: LearnedScope) {
    self.scope = scope
    confidence = model.parameters.confidence
    let width = model.parameters.factors
    factors = Matrix(rows: model.items.count, columns: width)
    for (index, value) in model.factors.enumerated() { factors.start[index] = Double(value) }
    ground = Matrix(rows: width, columns: width)
    BLAS.multiply(
      factors.block().transposed, factors.block(), rows: width, columns: width,
      inner: factors.rows, into: ground.block())
    for index in 0..<width { ground[index, index] += model.parameters.regularization }
  }

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let history = scope.history(of: customer)
    let fit = history.isEmpty ? nil : fit(history)
    return scope.recommend(
      scores: fit.map { BLAS.multiply(factors, $0.factors) } ?? [], to: customer, limit: limit,
      mode: mode, adding: term, reason: .factorization
    ) { place in
      guard let fit else { return [] }
      let vector = (0..<width).map { factors[place, $0] }
      let relatedness = BLAS.multiply(fit.bought, fit.cholesky.solve(vector))
      return history.indices.map {
        Contribution(history[$0], weight: fit.weights[$0], relatedness: relatedness[$0])
      }
    }
  }

  /// A customer's factors, and what they were made of.
  private struct Fit {
    let factors: [Double]
    /// The factors of the items bought, a row each.
    let bought: Matrix<Double>
    /// c of each.
    let weights: [Double]
    /// Of A.
    let cholesky: SmallCholesky
  }

  private func fit(_ history: [HistoryItem]) -> Fit? {
    let weights = history.map { 1 + confidence * Double($0.lines) }
    let bought = Matrix<Double>(rows: history.count, columns: width)
    let excess = Matrix<Double>(rows: history.count, columns: width)
    var right = [Double](repeating: 0, count: width)
    for (row, item) in history.enumerated() {
      let place = scope.place(of: item.item)
      for column in 0..<width {
        let value = factors[place, column]
        bought[row, column] = value
        excess[row, column] = (weights[row] - 1) * value
        right[column] += weights[row] * value
      }
    }
    let matrix = Matrix<Double>(rows: width, columns: width)
    matrix.start.update(from: ground.start, count: matrix.count)
    BLAS.multiply(
      bought.block().transposed, excess.block(), rows: width, columns: width,
      inner: history.count, keeping: 1, into: matrix.block())
    return SmallCholesky(matrix).map {
      Fit(factors: $0.solve(right), bought: bought, weights: weights, cholesky: $0)
    }
  }
}
