import RetailData
import Synchronization

/// The items' factors of an implicit-feedback matrix factorization (Hu, Koren and Volinsky,
/// "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008): vectors x for customers
/// and y for items that minimize
///
///     Σ c (p − x·y)² + λ (Σ‖x‖² + Σ‖y‖²)
///
/// over *all* pairs, where p is 1 for a pair that was bought and 0 for any other, and c = 1 + α r
/// for one bought on r lines and 1 for any other.
///
/// Customers' factors are not kept: they follow from their histories (`FactorizationRecommender`).
struct Factorization: Sendable {
  let parameters: FactorizationParameters
  /// By place: the item.
  let items: Column<Int32>
  /// By place, `parameters.factors` each.
  let factors: Column<Float>

  /// Learns the factors by alternating least squares. The same bits for any number of threads.
  ///
  /// - Throws: `TrainingProblem` where there is nothing to learn from; `CancellationError`.
  static func train(
    _ interactions: Interactions, _ parameters: FactorizationParameters, work: WorkContext
  ) throws -> Factorization {
    guard interactions.pairCount > 0 else { throw TrainingProblem.noPurchases(.factorization) }
    let squares = AlternatingLeastSquares(interactions, parameters)
    for iteration in 0..<parameters.iterations {
      work.report(
        WorkProgress(
          stage: "fitting factorization", done: iteration, total: parameters.iterations,
          unit: "rounds"))
      try squares.improve(work: work)
    }
    return Factorization(
      parameters: parameters, items: interactions.items, factors: squares.itemFactors)
  }
}

/// The state of the alternation: both sides' factors.
struct AlternatingLeastSquares {
  private let interactions: Interactions
  private let parameters: FactorizationParameters
  private let customers: Matrix<Float>
  private let items: Matrix<Float>
  /// Columns of both: the factors, padded with zeros.
  private let width: Int

  /// Steps of conjugate gradients a row: that few are enough, since each round goes on from there.
  private static let steps = 3

  init(_ interactions: Interactions, _ parameters: FactorizationParameters) {
    precondition(
      parameters.factors > 0 && parameters.regularization > 0 && parameters.confidence >= 0,
      "parameters of a factorization are positive")
    self.interactions = interactions
    self.parameters = parameters
    let lanes = ConjugateGradient.lanes
    width = (parameters.factors + lanes - 1) / lanes * lanes
    customers = Matrix(rows: interactions.customerCount, columns: width)
    items = Matrix(rows: interactions.itemCount, columns: width)
    // Small and random: all equal they would stay equal.
    for (stream, matrix) in [customers, items].enumerated() {
      var generator = SplitMix64(seed: parameters.seed, stream: stream)
      for row in 0..<matrix.rows {
        for column in 0..<parameters.factors {
          matrix[row, column] = Float(generator.uniform() - 0.5) * 0.02
        }
      }
    }
  }

  /// One round: all customers, then all items.
  func improve(work: WorkContext) throws {
    try solve(customers, interactions.byCustomer, given: items, work: work)
    try solve(items, interactions.byItem, given: customers, work: work)
  }

  private func solve(
    _ target: Matrix<Float>, _ side: Interactions.Side, given factors: Matrix<Float>,
    work: WorkContext
  ) throws {
    let gram = gram(factors)
    for index in 0..<width { gram[index, index] += Float(parameters.regularization) }
    let confidence = Float(parameters.confidence)
    let lanes = width / ConjugateGradient.lanes
    try work.forEachChunk(of: side.count, chunk: 64) { [width] _, range in
      let gradient = ConjugateGradient(width: width)
      let offsets = side.offsets.buffer
      let (others, lines) = (side.others.buffer, side.lines.buffer)
      typealias Lane = ConjugateGradient.Lane
      // Matrices are made of whole lanes, and start at a multiple of one.
      let vectors = UnsafeMutableRawPointer(target.start).assumingMemoryBound(to: Lane.self)
      let given = UnsafeRawPointer(factors.start).assumingMemoryBound(to: Lane.self)
      let gram = UnsafeRawPointer(gram.start).assumingMemoryBound(to: Lane.self)
      for row in range {
        let entries = Int(offsets[row])..<Int(offsets[row + 1])
        gradient.solve(
          vectors + row * lanes,
          ConjugateGradient.Row(
            others: UnsafeBufferPointer(rebasing: others[entries]),
            lines: UnsafeBufferPointer(rebasing: lines[entries]), confidence: confidence),
          factors: given, gram: gram, steps: Self.steps)
      }
    }
  }

  /// MᵀM.
  private func gram(_ factors: Matrix<Float>) -> Matrix<Float> {
    let gram = Matrix<Float>(rows: width, columns: width)
    BLAS.multiply(
      factors.block().transposed, factors.block(), rows: width, columns: width,
      inner: factors.rows, into: gram.block())
    return gram
  }

  /// The factors of all items, without the padding.
  var itemFactors: Column<Float> {
    Column(count: items.rows * parameters.factors) { target in
      for row in 0..<items.rows {
        for column in 0..<parameters.factors {
          target[row * parameters.factors + column] = items[row, column]
        }
      }
    }
  }

  /// What is minimized.
  var objective: Double {
    let (left, right) = (gram(customers), gram(items))
    // Σ (x·y)² over all pairs is the sum of the products of the two Gram matrices' entries.
    var sum = 0.0
    for index in 0..<width * width { sum += Double(left.start[index]) * Double(right.start[index]) }
    for customer in 0..<customers.rows {
      let range =
        interactions.customerOffsets[customer]..<interactions.customerOffsets[customer + 1]
      for entry in range {
        let other = items.row(Int(interactions.places[Int(entry)]))
        var dot = 0.0
        for index in 0..<width { dot += Double(customers.row(customer)[index] * other[index]) }
        let weight = 1 + parameters.confidence * Double(interactions.lines[Int(entry)])
        sum += weight * (1 - dot) * (1 - dot) - dot * dot
      }
    }
    for matrix in [customers, items] {
      for index in 0..<matrix.count {
        sum += parameters.regularization * Double(matrix.start[index] * matrix.start[index])
      }
    }
    return sum
  }
}
