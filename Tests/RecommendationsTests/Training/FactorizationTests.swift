import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct FactorizationTests {
  private let work = WorkContext(threads: 2)
  private let purchases = Shops.random(seed: 12, customers: 80, items: 60, lines: 1_100)

  private func parameters(factors: Int = 20, iterations: Int = 6) -> FactorizationParameters {
    var parameters = FactorizationParameters()
    parameters.factors = factors
    parameters.iterations = iterations
    return parameters
  }

  /// The definition, pair by pair, from the state of the alternation.
  @Test func theObjectiveNeverRises() throws {
    for (regularization, confidence) in [(10.0, 1.0), (0.5, 30), (30, 4)] {
      var parameters = parameters()
      parameters.regularization = regularization
      parameters.confidence = confidence
      let squares = AlternatingLeastSquares(Interactions(purchases), parameters)
      var last = squares.objective
      for _ in 0..<8 {
        try squares.improve(work: work)
        let now = squares.objective
        // Factors have 24 bits, and the sum has some 5,000 addends.
        #expect(now <= last * (1 + 1e-6))
        last = now
      }
      // Where nothing is described, each pair bought costs its confidence.
      let nothing = Interactions(purchases).lines.reduce(0) { $0 + 1 + confidence * Double($1) }
      #expect(last < 0.98 * nothing)
    }
  }

  /// Solving for a row to the end gives the solution of its normal equations.
  @Test func manyStepsSolveTheRow() throws {
    let width = 32
    var generator = SplitMix64(seed: 4)
    let factors = Matrix<Float>(rows: 40, columns: width)
    for index in 0..<factors.count { factors.start[index] = Float(generator.uniform() - 0.5) }
    let gram = Matrix<Float>(rows: width, columns: width)
    let exact = Matrix<Double>(rows: width, columns: width)
    var right = [Double](repeating: 0, count: width)
    let bought: [Int32] = [3, 17, 30]
    let lines: [Float] = [1, 4, 2]
    for row in 0..<width {
      for column in 0..<width {
        var sum = row == column ? 2.0 : 0
        for other in 0..<40 { sum += Double(factors[other, row] * factors[other, column]) }
        gram[row, column] = Float(sum)
        for (other, lines) in zip(bought, lines) {
          sum += 3 * Double(lines * factors[Int(other), row] * factors[Int(other), column])
        }
        exact[row, column] = sum
      }
      for (other, lines) in zip(bought, lines) {
        right[row] += (1 + 3 * Double(lines)) * Double(factors[Int(other), row])
      }
    }
    let expected = try #require(SmallCholesky(exact)).solve(right)
    let target = Matrix<Float>(rows: 1, columns: width)
    let gradient = ConjugateGradient(width: width)
    bought.withUnsafeBufferPointer { bought in
      lines.withUnsafeBufferPointer { lines in
        gradient.solve(
          UnsafeMutableRawPointer(target.start).assumingMemoryBound(to: SIMD16<Float>.self),
          ConjugateGradient.Row(others: bought, lines: lines, confidence: 3),
          factors: UnsafeRawPointer(factors.start).assumingMemoryBound(to: SIMD16<Float>.self),
          gram: UnsafeRawPointer(gram.start).assumingMemoryBound(to: SIMD16<Float>.self),
          steps: 60)
      }
    }
    for index in 0..<width { #expect(abs(Double(target[0, index]) - expected[index]) < 1e-4) }
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() throws {
    let interactions = Interactions(purchases)
    func train(_ threads: Int, seed: UInt64 = 2024) throws -> Column<Float> {
      var parameters = parameters()
      parameters.seed = seed
      return try Factorization.train(
        interactions, parameters, work: WorkContext(threads: threads)
      ).factors
    }
    let one = try train(1)
    for threads in [2, 3, 5] {
      #expect(one.elementsEqual(try train(threads)) { $0.bitPattern == $1.bitPattern })
    }
    #expect(!one.elementsEqual(try train(1, seed: 7)))
  }

  @Test func interactionsAreTheLinesBothWays() {
    let interactions = Interactions(purchases)
    var lines: [[Int32]: Float] = [:]
    for customer in 0..<purchases.customerCount {
      for line in purchases.lines(ofCustomer: customer) {
        lines[[Int32(customer), purchases.items[line]], default: 0] += 1
      }
    }
    #expect(interactions.pairCount == lines.count)
    for (side, isByCustomer) in [(interactions.byCustomer, true), (interactions.byItem, false)] {
      for row in 0..<side.count {
        for entry in Int(side.offsets[row])..<Int(side.offsets[row + 1]) {
          let other = side.others[entry]
          let key =
            isByCustomer
            ? [Int32(row), interactions.items[Int(other)]] : [other, interactions.items[row]]
          #expect(lines[key] == side.lines[entry])
        }
      }
    }
  }

  /// Each score is the sum of its addends, and the product of the factors that fit the history.
  @Test func scoresAreTheSumsThatExplainThem() throws {
    let counts = try CoPurchases(purchases, work: work)
    var parameters = RecommenderParameters()
    parameters.factorization = self.parameters()
    let recommender = try RecommenderFactory(
      purchases: purchases, coPurchases: counts, lists: counts
    ).make(.factorization, parameters: parameters, work: work)
    var explained = 0
    for customer in 0..<purchases.customerCount {
      for recommendation in recommender.recommend(to: customer, limit: 5, mode: .all)
      where recommendation.reason == .factorization {
        let sum = recommendation.because.reduce(0) { $0 + $1.contribution }
        #expect(abs(sum - recommendation.score) < 1e-9)
        explained += 1
      }
    }
    #expect(explained > 300)
  }

  /// Two groups of customers with items of their own: nobody is recommended the other group's.
  @Test func groupsAreToldApart() throws {
    var generator = SplitMix64(seed: 9)
    var lines: [PurchaseLine] = []
    for customer in 0..<80 {
      for _ in 0..<12 {
        lines.append(
          PurchaseLine(
            customer: customer, item: generator.below(20) + (customer % 2) * 20,
            time: Timestamp(seconds: UInt32(generator.below(1_000_000)))))
      }
    }
    let purchases = Purchases(lines: lines, customerCount: 80, itemCount: 40)
    let counts = try CoPurchases(purchases, work: work)
    var parameters = RecommenderParameters()
    parameters.factorization = self.parameters(factors: 4)
    let recommender = try RecommenderFactory(
      purchases: purchases, coPurchases: counts, lists: counts
    ).make(.factorization, parameters: parameters, work: work)
    for customer in 0..<80 {
      let list = recommender.recommend(to: customer, limit: 5, mode: .new)
      #expect(list.allSatisfy { (Int($0.item) < 20) == (customer % 2 == 0) })
    }
  }
}
