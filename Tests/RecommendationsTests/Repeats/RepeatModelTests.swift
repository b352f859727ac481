import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct RepeatModelTests {
  /// What was planted comes true: of what is called due within the week, as much is bought as was
  /// foretold, to five points beside the luck of so few (half the interval of the share); and most
  /// of it, for the rhythms have little scatter.
  @Test func plantedRhythmsAreCalibrated() throws {
    let calibration = try RepeatCalibration.run(
      on: RepeatShop.purchases(customers: 220, seed: 6), windows: 2, work: WorkContext(threads: 2))
    #expect(calibration.isLearned)
    for status in [DueStatus.thisWeek, .later] {
      let group = try #require(calibration.due[status])
      let (expected, observed) = (try #require(group.expected), try #require(group.observed))
      #expect(group.pairs > 100)
      let luck = (observed.high - observed.low) / 2
      #expect(abs(expected - observed.share) < 0.05 + luck, "\(status): \(expected), \(observed)")
      #expect(observed.low <= observed.share && observed.share <= observed.high)
    }
    #expect(try #require(calibration.due[.thisWeek]?.observed).share > 0.6)
    #expect(calibration.tenths.reduce(0) { $0 + $1.pairs } > 2_000)
  }

  @Test func rhythmsAreFound() throws {
    let purchases = RepeatShop.purchases(customers: 150, seed: 2)
    let end = try #require(purchases.times.max())
    let model = try RepeatModel.train(
      on: purchases, end: end, horizonDays: 7, work: WorkContext(threads: 1))
    let scatter = model.tables.gaps.scatter
    #expect(abs(scatter.regular.squareRoot() - 0.16) < 0.03, "\(scatter)")
    var ratios: [Double] = []
    for customer in 0..<150 {
      let outlook = model.outlook(of: customer)
      #expect(zip(outlook, outlook.dropFirst()).allSatisfy { $0.probability >= $1.probability })
      for pair in outlook where pair.purchaseDays > 6 && pair.item < RepeatShop.consumables {
        let days = purchases.lines(ofCustomer: customer)
          .filter { purchases.items[$0] == pair.item }.map { purchases.times[$0].day }
        let mean = Double(days[days.count - 1] - days[0]) / Double(days.count - 1)
        ratios.append(pair.typicalGapDays / mean)
        #expect(pair.dueInDays == pair.typicalGapDays - pair.ageDays)
      }
    }
    #expect(ratios.count > 300)
    #expect(abs(ratios.reduce(0, +) / Double(ratios.count) - 1) < 0.03)
    #expect(ratios.allSatisfy { 0.8 < $0 && $0 < 1.25 })
  }

  @Test func threadsMakeNoDifference() throws {
    let purchases = RepeatShop.purchases(customers: 60, seed: 9)
    let end = try #require(purchases.times.max())
    let outlooks = try (1...3).map { threads in
      let model = try RepeatModel.train(
        on: purchases, end: end, horizonDays: 7, work: WorkContext(threads: threads))
      return (0..<60).map { model.outlook(of: $0) }
    }
    #expect(outlooks[0] == outlooks[1] && outlooks[1] == outlooks[2])
  }

  /// All on one day, one customer, one item, nothing bought twice: probabilities all the same.
  @Test(arguments: [
    [(0, 0, 5)], [(0, 0, 5), (0, 1, 5), (1, 0, 5)], [(0, 0, 1), (0, 0, 3), (0, 0, 90)],
    [(0, 0, 1), (1, 1, 40), (2, 1, 80)],
  ])
  func littleIsKnownOfSmallShops(lines: [(customer: Int, item: Int, day: UInt32)]) throws {
    let purchases = Purchases(
      lines: lines.map {
        PurchaseLine(
          customer: $0.customer, item: $0.item, time: Timestamp(seconds: $0.day * Shops.day))
      }, customerCount: 4, itemCount: 2)
    let end = try #require(purchases.times.max())
    let model = try RepeatModel.train(
      on: purchases, end: end, horizonDays: 7, work: WorkContext(threads: 2))
    #expect(!model.isCalibrated)
    for customer in 0..<4 {
      for pair in model.outlook(of: customer) {
        #expect(pair.probability >= 0 && pair.probability <= 1)
        #expect(pair.typicalGapDays.isFinite && pair.typicalGapDays > 0)
        #expect(pair.repeatProbability > 0 && pair.repeatProbability < 1)
      }
    }
    #expect(model.outlook(of: 3).isEmpty)
  }
}
