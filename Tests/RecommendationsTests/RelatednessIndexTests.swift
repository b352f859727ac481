import RetailData
import Synchronization
import Testing

@testable import Recommendations

@Suite struct RelatednessIndexTests {
  /// Every list of the index is the head of the list made by scoring the whole row.
  @Test(arguments: [PurchaseUnit.distinct, .lines])
  func listsAreThoseOfWholeRows(unit: PurchaseUnit) throws {
    let shops = [
      Shops.random(seed: 1, customers: 60, items: 40, lines: 500),
      Shops.random(seed: 2, customers: 300, items: 150, lines: 3_000),
      Shops.random(seed: 3, customers: 20, items: 100, lines: 900),
    ]
    for purchases in shops {
      let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 2))
      for length in [1, 3, 10] {
        let index = try RelatednessIndex.build(
          coPurchases, unit: unit, listLength: length, work: WorkContext(threads: 2))
        let supported = Relatedness(score: .normalized, unit: unit, support: 3)
        for relatedness in allRelatedness(units: [unit]) + [supported] {
          for item in 0..<purchases.itemCount {
            let whole = coPurchases.related(to: item, by: relatedness, limit: .max)
            let list = index.related(to: item, by: relatedness, limit: length)
            #expect(list == Array(whole.prefix(length)), "\(relatedness), item \(item)")
            #expect(whole.allSatisfy { $0.count >= Double(relatedness.support) })
          }
        }
      }
    }
  }
}

extension RelatednessIndexTests {
  @Test(arguments: PurchaseUnit.allCases)
  func threadsDoNotChangeABit(unit: PurchaseUnit) throws {
    let purchases = Shops.random(seed: 8, customers: 400, items: 300, lines: 6_000)
    func index(_ threads: Int) throws -> RelatednessIndex {
      let work = WorkContext(threads: threads)
      return try RelatednessIndex.build(
        try CoPurchases(purchases, work: work), unit: unit, listLength: 7, work: work)
    }
    let reference = try index(1)
    for threads in [2, 3] {
      let other = try index(threads)
      #expect(other.segments.count == reference.segments.count)
      for (one, two) in zip(reference.segments, other.segments) {
        #expect(Array(one.offsets) == Array(two.offsets))
        #expect(one.entries.map(\.rank) == two.entries.map(\.rank))
        #expect(one.entries.map(\.count) == two.entries.map(\.count))
        #expect(one.curves.map(\.bitPattern) == two.curves.map(\.bitPattern))
      }
    }
  }

  @Test func scoredListsAreTheListsOfTheIndex() throws {
    let purchases = Shops.random(seed: 10, customers: 200, items: 150, lines: 3_000)
    let work = WorkContext(threads: 2)
    let index = try RelatednessIndex.build(
      try CoPurchases(purchases, work: work), unit: .distinct, listLength: 12, work: work)
    for relatedness in allRelatedness(units: [.distinct]) {
      let lists = try index.scored(by: relatedness, length: 9, work: work)
      for item in 0..<150 {
        #expect(
          lists.related(to: item, by: relatedness, limit: 20)
            == index.related(to: item, by: relatedness, limit: 9))
      }
    }
  }

  @Test func cancellingStopsTheBuild() throws {
    let purchases = Shops.random(seed: 8, customers: 100, items: 60, lines: 900)
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    let work = WorkContext(threads: 2)
    work.cancellation.cancel()
    #expect(throws: CancellationError.self) {
      try RelatednessIndex.build(coPurchases, unit: .distinct, work: work)
    }
  }

  @Test func buildReportsAllItems() throws {
    let purchases = Shops.random(seed: 8, customers: 100, items: 70, lines: 900)
    let reports = Mutex<[WorkProgress]>([])
    let work = WorkContext(threads: 2) { progress in reports.withLock { $0.append(progress) } }
    _ = try RelatednessIndex.build(
      try CoPurchases(purchases, work: work), unit: .distinct, work: work)
    let items = reports.withLock { $0 }.filter { $0.unit == "items" }
    #expect(items.map(\.done).max() == 70)
    #expect(items.allSatisfy { $0.total == 70 })
  }
}
