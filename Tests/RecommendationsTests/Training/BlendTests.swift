import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct BlendTests {
  private let work = WorkContext(threads: 2)

  /// Choices made with known weights, by the model itself.
  private func cases(_ weights: SIMD8<Double>, count: Int) -> [ConditionalLogit.Case] {
    var generator = SplitMix64(seed: 77)
    return (0..<count).map { _ in
      let values = (0..<30).map { place in
        var value = SIMD8<Float>.zero
        for index in 0..<(place < 6 ? 7 : 2) { value[index] = Float(generator.uniform() * 2 - 1) }
        return value
      }
      let chances = values.map { exp((weights * SIMD8<Double>($0)).sum()) }
      let total = chances.reduce(0, +)
      let chosen = (0..<8).map { _ in
        var left = generator.uniform() * total
        let place = chances.firstIndex {
          left -= $0
          return left < 0
        }
        return Int32(place ?? 29)
      }
      return ConditionalLogit.Case(signs: BlendSigns(values: values), chosen: chosen)
    }
  }

  private static let truth = SIMD8<Double>(1, 0.5, 2, -0.7, 0.3, -1, 0.2, 0)

  /// Central differences of the likelihood; it is in double precision, so 1e-7 is generous.
  @Test func slopeAndCurvatureAreThoseOfFiniteDifferences() throws {
    let cases = cases(Self.truth, count: 40)
    let weights = SIMD8<Double>(0.7, -0.2, 1, 0.1, 0.5, -0.4, 0.3, 0.2)
    let sums = try ConditionalLogit.sums(cases, weights, work: work)
    let step = 1e-4
    for index in 0..<8 {
      var (above, below) = (weights, weights)
      above[index] += step
      below[index] -= step
      let right = try ConditionalLogit.sums(cases, above, work: work)
      let left = try ConditionalLogit.sums(cases, below, work: work)
      let slope = (right.likelihood - left.likelihood) / (2 * step)
      #expect(abs(slope - sums.slope[index]) < 1e-7)
      for other in 0..<8 {
        let curvature = -(right.slope[other] - left.slope[other]) / (2 * step)
        #expect(abs(curvature - sums.curvature[index * 8 + other]) < 1e-7)
      }
    }
  }

  /// 1,500 customers with 8 choices: standard errors are some 0.02 to 0.06.
  @Test func weightsAreThoseThatTheChoicesWereMadeWith() throws {
    let cases = cases(Self.truth, count: 1_500)
    let weights = try ConditionalLogit.fit(cases, from: .zero, work: work)
    for index in 0..<7 { #expect(abs(weights[index] - Self.truth[index]) < 0.2) }
    #expect(abs(weights[7]) < 1e-9)
    let one = try ConditionalLogit.fit(cases, from: .zero, work: WorkContext(threads: 1))
    #expect(one == weights)
  }

  @Test func repeatSignsAreThoseOfTheDefinition() throws {
    let day = Shops.day
    let lines = [(0, 10), (0, 10), (0, 24), (0, 38), (1, 24), (2, 60)].map {
      PurchaseLine(customer: 0, item: $0.0, time: Timestamp(seconds: UInt32($0.1) * day))
    }
    let purchases = Purchases(lines: lines, customerCount: 1, itemCount: 3)
    let signs = RepeatSigns(of: 0, in: purchases, at: Timestamp(seconds: 45 * day)).items
    // The third item is bought only later.
    #expect(signs.map(\.item) == [0, 1])
    let (often, once) = (signs[0].signs, signs[1].signs)
    #expect(often[2] == 1 && once[2] == 1)
    // On three days out of three; every 14 days, 7 days ago, so due in the middle of what is ahead.
    #expect(abs(often[3] - log(3)) < 1e-6 && often[4] == 1)
    #expect(abs(often[5] - log(2)) < 1e-6 && abs(often[6]) < 1e-6)
    #expect(once[3] == 0 && abs(once[4] - 1 / 3) < 1e-6)
    #expect(abs(once[5] - log(4)) < 1e-6 && once[6] == 0)
    #expect((0..<2).allSatisfy { often[$0] == 0 })
  }

  /// Everybody buys the same two items every other week, and something at random: the blend finds
  /// out that what is due comes again.
  @Test func whatIsDueIsFoundOut() throws {
    var generator = SplitMix64(seed: 5)
    var lines: [PurchaseLine] = []
    for customer in 0..<60 {
      for week in 0..<20 {
        let time = Timestamp(seconds: UInt32(week * 7 + customer % 7) * Shops.day)
        let own = (customer * 7 + (week % 2) * 3) % 40
        for item in [own, generator.below(40)] {
          lines.append(PurchaseLine(customer: customer, item: item, time: time))
        }
      }
    }
    let purchases = Purchases(lines: lines, customerCount: 60, itemCount: 40)
    let counts = try CoPurchases(purchases, work: work)
    let factory = RecommenderFactory(purchases: purchases, coPurchases: counts, lists: counts)
    let recommender = try factory.make(
      .blend, parameters: RecommenderParameters().quick, work: work)
    var found = 0
    for customer in 0..<60 {
      let list = recommender.recommend(to: customer, limit: 2, mode: .all)
      #expect(
        list.allSatisfy { $0.reason == .blend && abs($0.score - ($0.parts?.total ?? .nan)) < 1e-9 })
      let own = Set([customer * 7 % 40, (customer * 7 + 3) % 40])
      if Set(list.map { Int($0.item) }) == own { found += 1 }
    }
    #expect(found > 50)
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() throws {
    let purchases = Shops.random(seed: 29, customers: 120, items: 50, lines: 2_000)
    let end = try #require(purchases.times.max())
    let parameters = RecommenderParameters().quick.autoencoder
    func weights(_ threads: Int) throws -> SIMD8<Double> {
      let work = WorkContext(threads: threads)
      return try Blend.train(
        purchases, end: end,
        on: AutoencoderTraining.train(purchases, end: end, parameters, work: work), work: work
      ).weights
    }
    let one = try weights(1)
    #expect(one != .zero)
    for threads in [2, 3] { #expect(try weights(threads) == one) }
  }
}
