import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct LinearAutoencoderTests {
  private let work = WorkContext(threads: 2)

  private func train(
    _ purchases: Purchases, ridge: Double, threads: Int = 2
  ) throws -> LinearAutoencoder {
    try LinearAutoencoder.train(
      try CoPurchases(purchases, work: work), ridge: ridge, work: WorkContext(threads: threads))
  }

  /// By item: how many customers bought both, counted the slow way.
  private func common(_ purchases: Purchases) -> [[Double]] {
    var counts = [[Double]](
      repeating: [Double](repeating: 0, count: purchases.itemCount), count: purchases.itemCount)
    for customer in 0..<purchases.customerCount {
      let items = purchases.distinctItems(ofCustomer: customer).map { Int($0) }
      for x in items { for y in items { counts[x][y] += 1 } }
    }
    return counts
  }

  /// At the optimum the gradient (XᵀX + λI)B − XᵀX is zero everywhere off the diagonal, where B may
  /// move. 500 items: several tiles, the last one not full.
  @Test(arguments: [1.0, 80.0])
  func weightsAreTheLeastSquaresOptimum(ridge: Double) throws {
    let purchases = Shops.random(seed: 3, customers: 300, items: 500, lines: 6_000)
    let model = try train(purchases, ridge: ridge)
    let common = common(purchases)
    let items = model.items.map { Int($0) }
    #expect(items.count > 400)
    var largest = 0.0
    #expect(items.indices.allSatisfy { model.row($0)[$0] == 0 })
    // Some of the columns: B has as many entries as the counts have.
    for column in stride(from: 0, to: items.count, by: 41) {
      let weights = items.indices.map { Double(model.row($0)[column]) }
      for row in items.indices where row != column {
        var gradient = -common[items[row]][items[column]]
        let counts = common[items[row]]
        for inner in items.indices { gradient += counts[items[inner]] * weights[inner] }
        gradient += ridge * weights[row]
        largest = max(largest, abs(gradient))
      }
    }
    // Weights are rounded to 24 bits; a row of the counts adds up to some hundreds.
    #expect(largest < 1e-4)
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() throws {
    let purchases = Shops.random(seed: 5, customers: 200, items: 420, lines: 4_000)
    let one = try train(purchases, ridge: 10, threads: 1)
    for threads in [2, 3, 7] {
      let other = try train(purchases, ridge: 10, threads: threads)
      #expect(one.weights.elementsEqual(other.weights) { $0.bitPattern == $1.bitPattern })
    }
  }

  /// The same as the definition: Σ w · B over the history, the best above 0.
  @Test(arguments: [nil, 20.0])
  func scoresAreTheSumsThatExplainThem(halfLife: Double?) throws {
    let purchases = Shops.random(seed: 8, customers: 90, items: 60, lines: 900)
    let counts = try CoPurchases(purchases, work: work)
    var parameters = RecommenderParameters(halfLifeDays: halfLife)
    parameters.ridge = 20
    let recommender = try RecommenderFactory(
      purchases: purchases, coPurchases: counts, lists: counts
    ).make(.linearAutoencoder, parameters: parameters, work: work)
    var explained = 0
    for customer in 0..<90 {
      for recommendation in recommender.recommend(to: customer, limit: 5, mode: .all)
      where recommendation.reason == .linearAutoencoder {
        let sum = recommendation.because.reduce(0) { $0 + $1.contribution }
        #expect(abs(sum - recommendation.score) < 1e-9)
        #expect(
          recommendation.because.allSatisfy {
            $0.item != recommendation.item || $0.relatedness == 0
          })
        explained += 1
      }
    }
    #expect(explained > 200)
  }

  @Test func whatWouldNotFitIsRefusedWithItsReason() throws {
    let means = LinearAutoencoderCost.Means(bytes: 16e9, operationsPerSecond: 40e9)
    try LinearAutoencoderCost(items: 3_600).require(means)
    let error = #expect(throws: TrainingProblem.self) {
      try LinearAutoencoderCost(items: 60_000).require(means)
    }
    #expect(
      error?.description
        == "linear-autoencoder: 60000 items would take 72 GB of memory and about 3 hours, which is "
        + "more than half of the 16 GB here, or than half an hour; take factorization, whose cost "
        + "grows with the purchases, or fewer items")
    // Memory for it, but not the time.
    #expect(throws: TrainingProblem.self) {
      try LinearAutoencoderCost(items: 60_000)
        .require(LinearAutoencoderCost.Means(bytes: 1e12, operationsPerSecond: 40e9))
    }
  }

  @Test func trainingStopsWhenItIsNotWanted() throws {
    let purchases = Shops.random(seed: 5, customers: 100, items: 300, lines: 2_000)
    let counts = try CoPurchases(purchases, work: work)
    let cancellation = Cancellation()
    let cancelled = WorkContext(threads: 2, cancellation: cancellation) { progress in
      if progress.unit == "tiles" { cancellation.cancel() }
    }
    #expect(throws: CancellationError.self) {
      try LinearAutoencoder.train(counts, ridge: 1, work: cancelled)
    }
  }

  @Test func aMatrixThatIsNotPositiveDefiniteIsRefused() throws {
    let matrix = Matrix<Double>(rows: 2, columns: 2)
    matrix[0, 0] = 1
    matrix[1, 0] = 2
    matrix[1, 1] = 1
    #expect(throws: SymmetricInverse.NotPositiveDefinite.self) {
      try SymmetricInverse.invert(matrix, stage: "", work: work)
    }
  }
}
