import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct PurchaseSequenceTests {
  private let purchases = Shops.random(seed: 14, customers: 90, items: 40, lines: 1_400)

  /// The definition, word by word, customer by customer.
  @Test(arguments: [(nil, nil), (30.0, nil), (nil, 60.0), (45, 20)], PurchaseUnit.allCases)
  func countsAndChanceAreTheDefinition(
    options: (within: Double?, halfLife: Double?), unit: PurchaseUnit
  ) throws {
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    let end = try #require(purchases.times.max())
    let lines = Shops.lines(of: purchases)
    let literal = Literal(purchases)
    let sequence = PurchaseSequence(
      withinDays: options.within, halfLifeDays: options.halfLife)
    let relatedness = Relatedness(
      metric: .corrected, score: .difference, unit: unit, sequence: sequence)
    var total = 0.0
    for item in 0..<40 { total += Double(literal.purchases(item, unit)) }
    var found = 0
    for x in stride(from: 0, to: 40, by: 7) {
      let list = coPurchases.related(to: x, by: relatedness, limit: 40)
      for entry in list {
        var count = 0.0
        var expected = 0.0
        let share = Double(literal.purchases(Int(entry.item), unit)) / total
        for customer in literal.buyers(x) {
          let own = lines.filter { $0.customer == customer }
          let firsts = Dictionary(own.map { ($0.item, $0.time) }, uniquingKeysWith: min)
          let start = try #require(firsts[x])
          let weight = options.halfLife.map { pow(2, -end.days(since: start) / $0) } ?? 1
          func counts(_ moment: Timestamp) -> Bool {
            options.within.map { moment > start && moment.days(since: start) <= $0 } ?? true
          }
          if let first = firsts[Int(entry.item)], counts(first) { count += weight }
          let others =
            unit == .lines
            ? own.count { $0.item != x && counts($0.time) }
            : firsts.count { $0.key != x && counts($0.value) }
          expected += weight * (1 - pow(1 - share, Double(others)))
        }
        #expect(abs(entry.count - count) < 1e-9)
        #expect(abs(entry.expected - expected) < 1e-9)
        #expect(abs(entry.score - (count - expected)) < 1e-9)
        found += 1
      }
    }
    #expect(found > 50)
  }

  /// A purchase so long ago that 2^(−age/h) is 0 does not count, and puts nothing on a list.
  @Test func whatWasLongAgoIsAsIfItHadNotBeen() throws {
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    let end = try #require(purchases.times.max())
    let lines = Shops.lines(of: purchases)
    let relatedness = Relatedness(sequence: PurchaseSequence(halfLifeDays: 0.01))
    var listed = 0
    for item in 0..<40 {
      let counting = Set(
        lines.filter { $0.item == item && exp2(-end.days(since: $0.time) / 0.01) > 0 }
          .map(\.customer))
      let reachable = Set(lines.filter { counting.contains($0.customer) }.map(\.item))
      let list = coPurchases.related(to: item, by: relatedness, limit: 40).map { Int($0.item) }
      #expect(Set(list).count == list.count)
      #expect(Set(list).isSubset(of: reachable.subtracting([item])))
      listed += list.count
    }
    #expect(listed > 0)
  }

  /// A time that is long enough for everything, in any order, gives the list it always was: here of
  /// purchases of all but no age.
  @Test(arguments: allRelatedness(units: [.distinct, .lines], kappas: [10]))
  func hardlyAnyDecayIsPlain(relatedness: Relatedness) throws {
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    var decaying = relatedness
    decaying.sequence.halfLifeDays = 1e12
    for item in 0..<8 {
      let plain = coPurchases.related(to: item, by: relatedness, limit: 40)
      let list = coPurchases.related(to: item, by: decaying, limit: 40)
      #expect(Set(list.map(\.item)) == Set(plain.map(\.item)))
      for entry in list {
        let same = try #require(plain.first { $0.item == entry.item })
        #expect(abs(entry.count - same.count) < 1e-6)
        #expect(abs(entry.score - same.score) <= 1e-6 * max(1, abs(same.score)))
      }
    }
  }

  /// The lists of all items are those of each item, for any number of threads, and so are those
  /// that an evaluation and a recommendation are made of.
  @Test(arguments: PurchaseUnit.allCases)
  func allListsAreEachList(unit: PurchaseUnit) throws {
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    let relatedness = Relatedness(
      unit: unit, sequence: PurchaseSequence(withinDays: 40, halfLifeDays: 90))
    for threads in [1, 3] {
      let lists = try coPurchases.scored(
        by: relatedness, length: 12, work: WorkContext(threads: threads))
      for item in 0..<40 {
        let one = coPurchases.related(to: item, by: relatedness, limit: 12)
        #expect(lists.related(to: item, by: relatedness, limit: 12) == one)
        for related in one {
          #expect(coPurchases.pair(item, Int(related.item), by: relatedness) == related)
        }
      }
    }
    var parameters = RecommenderParameters(relatedness: relatedness, listLength: 12)
    let factory = RecommenderFactory(
      purchases: purchases, coPurchases: coPurchases, lists: coPurchases)
    let sequenced = try factory.make(.relatedItems, parameters: parameters)
    parameters.relatedness.sequence = PurchaseSequence()
    let plain = try factory.make(.relatedItems, parameters: parameters)
    let changed = (0..<90).count { customer in
      let list = sequenced.recommend(to: customer, limit: 6, mode: .all)
      for one in list where one.reason == .related {
        #expect(abs(one.score - one.because.reduce(0) { $0 + $1.contribution }) < 1e-9)
      }
      return list.map(\.item) != plain.recommend(to: customer, limit: 6, mode: .all).map(\.item)
    }
    #expect(changed > 45)
  }

  @Test func anEvaluationLooksAtOrderAndAge() throws {
    var contenders = Contender.field(of: [.relatedItems])
    for sequence in [PurchaseSequence(withinDays: 20), PurchaseSequence(halfLifeDays: 15)] {
      contenders.append(
        Contender(
          .relatedItems,
          parameters: RecommenderParameters(relatedness: Relatedness(sequence: sequence)),
          name: "\(sequence)"))
    }
    let evaluation = try Evaluation.run(
      on: purchases, contenders: contenders,
      options: EvaluationOptions(windows: 2, windowDays: 20), work: WorkContext(threads: 2))
    let figures = [2, 3, 4].compactMap { evaluation.estimate($0, .ndcg, .all)?.value }
    #expect(Set(figures).count == 3)
  }

  /// Cameras come before memory cards.
  @Test func directionTellsFirstFromSecond() throws {
    let lines = (0..<40).flatMap { customer in
      [(0, 10), (1, 14), (2 + customer % 5, 5)].map { item, day in
        PurchaseLine(
          customer: customer, item: item,
          time: Timestamp(seconds: UInt32(100 + day) * Shops.day))
      }
    }
    let coPurchases = try CoPurchases(
      Purchases(lines: lines, customerCount: 40, itemCount: 7), work: WorkContext(threads: 1))
    func count(_ item: Int, _ other: Int32, _ days: Double) -> Double {
      coPurchases.related(
        to: item, by: Relatedness(sequence: PurchaseSequence(withinDays: days)), limit: 7
      ).first { $0.item == other }?.count ?? 0
    }
    #expect(count(0, 1, 7) == 40 && count(1, 0, 7) == 0)
    #expect(count(0, 1, 3) == 0)
  }
}
