import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct RelatednessLedgerTests {
  private let work = WorkContext(threads: 2)

  private func counts(_ lines: [PurchaseLine], customers: Int, items: Int) throws -> CoPurchases {
    try CoPurchases(
      Purchases(lines: lines, customerCount: customers, itemCount: items), work: work)
  }

  private func expectEqual(_ left: RelatednessIndex, _ right: RelatednessIndex) {
    #expect(Array(left.ranked.ranks) == Array(right.ranked.ranks))
    #expect(left.segments.count == right.segments.count)
    for (one, other) in zip(left.segments, right.segments) {
      #expect(Array(one.offsets) == Array(other.offsets))
      #expect(
        one.entries.map { [$0.rank, $0.count] } == other.entries.map { [$0.rank, $0.count] })
      #expect(one.curves.map(\.bitPattern) == other.curves.map(\.bitPattern))
    }
  }

  /// Day after day, with new customers and items, to the last bit what counting everything gives.
  @Test(arguments: PurchaseUnit.allCases)
  func anUpdateIsARebuild(unit: PurchaseUnit) throws {
    let all = Shops.lines(of: Shops.random(seed: 31, customers: 150, items: 90, lines: 2_500))
      .sorted { ($0.time, $0.customer, $0.item) < ($1.time, $1.customer, $1.item) }
    // The last ten customers and five items come later.
    let early = all.prefix(2_000).filter { $0.customer < 140 && $0.item < 85 }
    var ledger = try RelatednessLedger(try counts(early, customers: 140, items: 85), work: work)
    for end in stride(from: 2_050, through: 2_500, by: 90) {
      let now = try counts(Array(all.prefix(end)), customers: 150, items: 90)
      try ledger.update(to: now, work: work)
      expectEqual(
        try ledger.index(of: now, unit: unit, listLength: 12, work: work),
        try RelatednessIndex.build(now, unit: unit, listLength: 12, work: work))
    }
  }

  /// Lines that are taken back are taken out.
  @Test func whatIsTakenBackIsTakenOut() throws {
    let all = Shops.lines(of: Shops.random(seed: 8, customers: 60, items: 40, lines: 900))
    var ledger = try RelatednessLedger(try counts(all, customers: 60, items: 40), work: work)
    let fewer = try counts(
      all.enumerated().filter { $0.offset % 7 != 0 }.map(\.element), customers: 60, items: 40)
    try ledger.update(to: fewer, work: work)
    #expect(ledger.rows == (try RelatednessLedger(fewer, work: work)).rows)
  }

  /// Only rows with another count are named, and only customers with other items.
  @Test func onlyWhatChangedIsTouched() throws {
    let all = Shops.lines(of: Shops.random(seed: 5, customers: 80, items: 60, lines: 700))
    var ledger = try RelatednessLedger(try counts(all, customers: 80, items: 60), work: work)
    let before = ledger.rows
    let own = Set(all.filter { $0.customer == 5 }.map(\.item))
    let item = try #require((0..<60).first { !own.contains($0) })
    var more = all
    more.append(PurchaseLine(customer: 5, item: item, time: Timestamp(seconds: 1)))
    // Bought before: no count changes.
    more.append(PurchaseLine(customer: all[0].customer, item: all[0].item, time: all[0].time))
    let change = try ledger.update(to: try counts(more, customers: 80, items: 60), work: work)
    #expect(change.customers == 1)
    #expect(
      change.rows == before.indices.filter { before[$0] != ledger.rows[$0] }.map { Int32($0) })
    #expect(Set(change.rows) == Set((own + [item]).map { Int32($0) }))
    let same = try ledger.update(
      to: try counts(more, customers: 80, items: 60), work: work)
    #expect(same == RelatednessLedger.Change(customers: 0, rows: []))
  }

  /// Two days later the counts kept on the first are added to; what comes out is what a rebuild gives.
  @Test func theNextDayIsAddedToWhatIsKept() throws {
    try withTemporaryCache { cache, _ in
      let all = Shops.lines(of: Shops.random(seed: 12, customers: 90, items: 50, lines: 1_500))
        .sorted { ($0.time, $0.customer, $0.item) < ($1.time, $1.customer, $1.item) }
      func kept(
        _ lines: Int, _ fingerprint: UInt64, customers: Int = 90, shifted: Bool = false,
        rebuilding: Bool = false
      ) throws -> KeptIndex {
        let known = all.prefix(lines).filter { $0.customer < customers }
        let names = RelatednessLedger.Names(
          customers: StringColumn((0..<customers).map { "c\($0)" }),
          items: StringColumn((0..<50).map { "i\(shifted ? 49 - $0 : $0)" }))
        return try RelatednessIndex.kept(
          in: cache, fingerprint: fingerprint, names: names, unit: .distinct, listLength: 9,
          rebuilding: rebuilding, work: work
        ) { try counts(Array(known), customers: customers, items: 50) }
      }
      #expect(try kept(1_350, 8, customers: 80).update == nil)
      // Purchases have been added: from here on counts are kept.
      let first = try kept(1_400, 1, customers: 80)
      #expect(first.update == nil && first.problem == nil)
      // A day of purchases, new customers.
      let second = try kept(1_450, 2)
      let update = try #require(second.update)
      #expect(update.customers > 0 && update.customers < 90 && !update.rows.isEmpty)
      expectEqual(second.index, try kept(1_450, 2, rebuilding: true).index)
      #expect(try kept(1_450, 2).update == nil)
      #expect(try kept(1_500, 3).update != nil)
      // Where items have other numbers, everything is counted.
      #expect(try kept(1_500, 4, shifted: true).update == nil)
    }
  }
}
