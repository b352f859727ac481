import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct PersonaTests {
  /// Two kinds of customers, each buying from its own fifteen items, and accounts that two of them
  /// share: number 0 is shared, number 1 is not.
  private let purchases: Purchases = {
    var lines: [PurchaseLine] = []
    for customer in 0..<400 {
      var random = SplitMix64(seed: 12, stream: customer)
      let kinds = customer % 40 == 0 ? [0, 1] : [customer % 2]
      for kind in kinds {
        for _ in 0..<10 {
          lines.append(
            PurchaseLine(
              customer: customer, item: 15 * kind + random.below(15),
              time: Timestamp(seconds: UInt32(random.below(10_000_000)))))
        }
      }
    }
    return Purchases(lines: lines, customerCount: 401, itemCount: 31)
  }()

  @Test func sharedAccountsAreSplitAndOthersAreNot() throws {
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    for customer in stride(from: 0, to: 400, by: 40) {
      let personas = Personas(of: customer, in: coPurchases)
      #expect(personas.groups.count == 2)
      for group in personas.groups {
        #expect(Set(group.items.map { $0 / 15 }).count == 1)
      }
      #expect(abs(personas.groups.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      #expect(personas.groups[0].share >= personas.groups[1].share)
    }
    for customer in 1..<39 {
      #expect(Personas(of: customer, in: coPurchases).groups.count == 1)
    }
    #expect(Personas(of: 400, in: coPurchases).groups.isEmpty)
  }

  @Test func placesAreReservedForEach() throws {
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    let personas = Personas(of: 0, in: coPurchases)
    let list = RecommenderFactory(
      purchases: purchases, coPurchases: coPurchases, lists: coPurchases
    ).relatedItems(RecommenderParameters()).recommend(to: 0, limit: 30, mode: .all)
    let owners = personas.arranged(list, for: .each, limit: 6).map { personas.group(of: $0) }
    #expect(owners == [0, 1, 0, 1, 0, 1])
    let second = personas.arranged(list, for: .one(2), limit: 5)
    #expect(second.allSatisfy { personas.group(of: $0) == 1 })
    #expect(personas.arranged(list, for: .everyone, limit: 6) == Array(list.prefix(6)))
    #expect(personas.arranged(list, for: .one(4), limit: 6) == Array(list.prefix(6)))
  }

  /// Average linkage by hand: 0 and 1 are closest, then 2 and 3; between the two pairs 0.75.
  @Test func groupsAreMergedByAverageLinkage() throws {
    let closeness = Closeness([0, 3, 1, 0, 3, 0, 0, 2, 1, 0, 0, 2.5, 0, 2, 2.5, 0], count: 4)
    var linkage = Linkage((0..<4).map { [$0] }, closeness)
    let first = try #require(linkage.closest)
    #expect((first.first, first.second, first.mean) == (0, 1, 3))
    linkage.merge(first)
    let second = try #require(linkage.closest)
    #expect((second.first, second.second, second.mean) == (1, 2, 2.5))
    linkage.merge(second)
    #expect(linkage.groups == [[0, 1], [2, 3]])
    #expect(linkage.closest?.mean == 0.75)
  }
}
