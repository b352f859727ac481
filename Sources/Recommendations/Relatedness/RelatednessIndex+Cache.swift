import Foundation
import RetailData

extension RelatednessIndex {
  /// Raised with every change of what the sections mean.
  private static let version: UInt32 = 2

  private static func fileName(_ unit: PurchaseUnit, _ listLength: Int) -> String {
    "related-\(unit.rawValue)-\(listLength).echelon"
  }

  /// The index that `cache` holds for a data set; nil where it holds none, a stale or a damaged
  /// one, or where the data has no fingerprint (0): then it has to be built.
  ///
  /// - Parameter fingerprint: `Dataset.fingerprint`.
  /// - Throws: `CancellationError`.
  public static func load(
    from cache: CacheDirectory, fingerprint: UInt64, unit: PurchaseUnit, listLength: Int = 50,
    work: WorkContext
  ) throws -> RelatednessIndex? {
    guard fingerprint != 0,
      let file = try cache.open(
        fileName(unit, listLength), version: version, fingerprint: fingerprint, work: work)
    else { return nil }
    return RelatednessIndex(file, unit: unit, listLength: listLength)
  }

  /// Whether `cache` holds an index, of whatever purchases: where `load` does not take it, mostly that
  /// of earlier ones.
  static func isKept(
    in cache: CacheDirectory, _ unit: PurchaseUnit, _ listLength: Int
  ) -> Bool {
    cache.candidates.contains {
      FileManager.default.fileExists(atPath: "\($0)/\(fileName(unit, listLength))")
    }
  }

  /// Keeps the index for the next time; does nothing for data without a fingerprint (0).
  ///
  /// - Throws: `DataProblem` where there is no room or no permission; `CancellationError`.
  public func save(to cache: CacheDirectory, fingerprint: UInt64, work: WorkContext) throws {
    guard fingerprint != 0 else { return }
    var writer = SectionFileWriter(version: Self.version, fingerprint: fingerprint)
    writer.add("ranks", ranked.ranks)
    writer.add("buyers", ranked.buyers)
    writer.add("lines", ranked.lines)
    writer.add("totals", Column([Int64(ranked.customers), Int64(chance.largestOthers)]))
    // A section per segment, so that nothing is copied.
    for (number, segment) in segments.enumerated() {
      writer.add("offsets.\(number)", segment.offsets)
      writer.add("entries.\(number)", segment.entries)
      writer.add("curves.\(number)", segment.curves)
    }
    try cache.save(writer, as: Self.fileName(unit, listLength), work: work)
  }

  /// Nil where the sections do not fit together.
  private init?(_ file: SectionFile, unit: PurchaseUnit, listLength: Int) {
    guard let ranks = file.column("ranks", of: Int32.self),
      let buyers = file.column("buyers", of: Int32.self),
      let lines = file.column("lines", of: Int32.self),
      let totals = file.column("totals", of: Int64.self), totals.count == 2,
      let ranked = RankedItems(
        ranks: ranks, buyers: buyers, lines: lines, customers: Int(totals[0]))
    else { return nil }
    let chance = ChanceModel(
      purchases: ranked.purchases(in: unit), largestOthers: Int(totals[1]))
    var segments: [PoolSegment] = []
    let rows = Self.rowsPerSegment(items: ranked.count)
    for first in stride(from: 0, to: ranked.count, by: rows) {
      guard
        let segment = PoolSegment(
          file, number: segments.count, rows: min(rows, ranked.count - first),
          items: ranked.count, nodes: chance.nodeCount)
      else { return nil }
      segments.append(segment)
    }
    self.init(
      unit: unit, listLength: listLength, ranked: ranked, chance: chance, segments: segments)
  }
}

extension RankedItems {
  /// Ranks as another program run worked them out; nil where they are not ranks.
  fileprivate init?(
    ranks: Column<Int32>, buyers: Column<Int32>, lines: Column<Int32>, customers: Int
  ) {
    let count = ranks.count
    guard buyers.count == count, lines.count == count, customers >= 0,
      ranks.allSatisfy({ $0 >= 0 && Int($0) < count }), buyers.allSatisfy({ $0 >= 0 }),
      lines.allSatisfy({ $0 >= 0 })
    else { return nil }
    self.init(
      buyersByItem: ranks.map { buyers[Int($0)] }, linesByItem: ranks.map { lines[Int($0)] },
      customers: customers)
    guard self.ranks.elementsEqual(ranks) else { return nil }
  }
}

extension PoolSegment {
  fileprivate init?(_ file: SectionFile, number: Int, rows: Int, items: Int, nodes: Int) {
    guard let offsets = file.column("offsets.\(number)", of: UInt32.self),
      let entries = file.column("entries.\(number)", of: PoolEntry.self),
      let curves = file.column("curves.\(number)", of: Double.self),
      offsets.count == rows + 1, offsets.isRising(from: 0, to: entries.count),
      curves.count == rows * nodes,
      entries.buffer.allSatisfy({ $0.rank >= 0 && Int($0.rank) < items && $0.count > 0 })
    else { return nil }
    self.init(offsets: offsets, entries: entries, curves: curves)
  }
}
