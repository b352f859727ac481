import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct RelatednessCacheTests {
  private let work = WorkContext(threads: 2)
  private let purchases = Shops.random(seed: 31, customers: 200, items: 150, lines: 3_000)

  @Test(arguments: PurchaseUnit.allCases)
  func whatIsLoadedIsWhatWasSaved(unit: PurchaseUnit) throws {
    let index = try RelatednessIndex.build(
      try CoPurchases(purchases, work: work), unit: unit, listLength: 9, work: work)
    try withTemporaryCache { cache, _ in
      try index.save(to: cache, fingerprint: 7, work: work)
      let loaded = try #require(
        try RelatednessIndex.load(
          from: cache, fingerprint: 7, unit: unit, listLength: 9, work: work))
      for relatedness in allRelatedness(units: [unit]) {
        for item in 0..<150 {
          #expect(
            loaded.related(to: item, by: relatedness, limit: 9)
              == index.related(to: item, by: relatedness, limit: 9))
        }
      }
    }
  }

  @Test func anythingElseIsNotLoaded() throws {
    let index = try RelatednessIndex.build(
      try CoPurchases(purchases, work: work), unit: .distinct, listLength: 9, work: work)
    try withTemporaryCache { cache, _ in
      func load(_ fingerprint: UInt64, _ unit: PurchaseUnit, _ length: Int) throws -> Bool {
        try RelatednessIndex.load(
          from: cache, fingerprint: fingerprint, unit: unit, listLength: length, work: work) != nil
      }
      #expect(try !load(7, .distinct, 9))
      try index.save(to: cache, fingerprint: 0, work: work)
      #expect(try !load(0, .distinct, 9))
      try index.save(to: cache, fingerprint: 7, work: work)
      #expect(try load(7, .distinct, 9))
      #expect(try !load(8, .distinct, 9))
      #expect(try !load(7, .lines, 9))
      #expect(try !load(7, .distinct, 10))
    }
  }

  @Test func aDamagedFileIsNotLoaded() throws {
    let index = try RelatednessIndex.build(
      try CoPurchases(purchases, work: work), unit: .distinct, listLength: 9, work: work)
    try withTemporaryCache { cache, directory in
      try index.save(to: cache, fingerprint: 7, work: work)
      let path = "\(directory)/.echelon-cache/related-distinct-9.echelon"
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      for place in stride(from: 0, to: whole.count, by: whole.count / 40) {
        var damaged = whole
        damaged[place] ^= 0x40
        try damaged.write(to: URL(fileURLWithPath: path))
        let loaded = try RelatednessIndex.load(
          from: cache, fingerprint: 7, unit: .distinct, listLength: 9, work: work)
        // Padding between sections means nothing; anywhere else the damage is seen.
        if let loaded {
          for item in 0..<150 {
            #expect(
              loaded.related(to: item, by: Relatedness(), limit: 9)
                == index.related(to: item, by: Relatedness(), limit: 9))
          }
        }
        try whole.prefix(place).write(to: URL(fileURLWithPath: path))
        #expect(
          try RelatednessIndex.load(
            from: cache, fingerprint: 7, unit: .distinct, listLength: 9, work: work) == nil)
      }
    }
  }

  /// The second time nothing is counted; `rebuilding` counts, and so do longer lists.
  @Test func anIndexIsBuiltOnceAndKept() throws {
    try withTemporaryCache { cache, _ in
      var built = 0
      func kept(_ length: Int, rebuilding: Bool = false) throws -> RelatednessIndex {
        try RelatednessIndex.kept(
          in: cache, fingerprint: 7, names: nil, unit: .distinct, listLength: length,
          rebuilding: rebuilding, work: work
        ) {
          built += 1
          return try CoPurchases(purchases, work: work)
        }.index
      }
      let first = try kept(9)
      let second = try kept(50)
      #expect(built == 1)
      #expect(second.listLength == 50)
      for item in 0..<150 {
        #expect(
          first.related(to: item, by: Relatedness(), limit: 50)
            == second.related(to: item, by: Relatedness(), limit: 50))
      }
      _ = try kept(9, rebuilding: true)
      #expect(built == 2)
      #expect(try kept(60).listLength == 60)
      #expect(try kept(60).listLength == 60)
      #expect(built == 4)
    }
  }

  @Test func anIndexThatCannotBeKeptIsThereNevertheless() throws {
    try withTemporaryCache { _, directory in
      // A file stands where each directory would have to be.
      let file = "\(directory)/file"
      try Data().write(to: URL(fileURLWithPath: file))
      let kept = try RelatednessIndex.kept(
        in: CacheDirectory(forData: file, userCache: file), fingerprint: 7, names: nil,
        unit: .distinct, listLength: 50, work: work,
        counts: { try CoPurchases(purchases, work: work) })
      #expect(kept.problem != nil)
      #expect(kept.index.itemCount == 150)
    }
  }
}
