import RetailData
import Synchronization

extension RelatednessIndex {
  /// Counts every item's row and keeps what can be on a list of up to `listLength` items.
  ///
  /// Runs on all threads of `work`, reports items done, and gives the same bits for any number of
  /// threads. Throws `CancellationError` when the work is cancelled.
  public static func build(
    _ coPurchases: CoPurchases, unit: PurchaseUnit, listLength: Int = 50, work: WorkContext
  ) throws -> RelatednessIndex {
    try build(coPurchases, unit: unit, listLength: listLength, work: work) {
      RowCounter(coPurchases)
    }
  }

  /// The same from counts that `makeRows` provides, for each worker its own.
  static func build(
    _ coPurchases: CoPurchases, unit: PurchaseUnit, listLength: Int, work: WorkContext,
    makeRows: @Sendable () -> some CountedRows
  ) throws -> RelatednessIndex {
    precondition(listLength > 0, "a list has room for at least one item")
    let items = coPurchases.itemCount
    let chance = coPurchases.chance(unit)
    let builder = SegmentBuilder(
      source: coPurchases, unit: unit, listLength: listLength,
      terms: ChanceTerms(chance, upTo: min(chance.largestOthers + 1, tabulatedTerms)))
    let rowsPerSegment = rowsPerSegment(items: items)
    let count = (items + rowsPerSegment - 1) / rowsPerSegment
    let segments = Mutex([PoolSegment?](repeating: nil, count: count))
    let done = Atomic<Int>(0)
    // The last ranks have the most buyers: the heaviest rows first, so that no thread is left
    // with one at the end.
    try work.forEachChunk(of: count, chunk: 1) { _, range in
      for position in range {
        let number = count - 1 - position
        let rows = number * rowsPerSegment..<min((number + 1) * rowsPerSegment, items)
        let segment = try builder.build(
          rows, of: makeRows(), checkCancelled: work.checkCancelled)
        segments.withLock { $0[number] = segment }
        let finished = done.add(rows.count, ordering: .relaxed).newValue
        work.report(
          WorkProgress(
            stage: "relating items", done: finished, total: items, unit: "items"))
      }
    }
    return RelatednessIndex(
      unit: unit, listLength: listLength, ranked: coPurchases.ranked, chance: chance,
      segments: segments.withLock { $0.compactMap { $0 } })
  }

  /// Terms of the chance model kept in a table while building: a few megabytes.
  static let tabulatedTerms = 4_096
}

/// Builds the pools of a run of ranks, with scratch memory of its own.
private struct SegmentBuilder: Sendable {
  let source: CoPurchases
  let unit: PurchaseUnit
  let listLength: Int
  let terms: ChanceTerms

  func build(
    _ rows: Range<Int>, of counter: some CountedRows, checkCancelled: () throws -> Void
  ) throws -> PoolSegment {
    let others = OthersHistogram(source, unit: unit, terms: terms)
    var skyband = Skyband(depth: listLength)
    var entries: [PoolEntry] = []
    var offsets: [UInt32] = [0]
    let chance = source.chance(unit)
    let nodes = chance.nodeCount
    let curves = try Column<Double>(count: rows.count * nodes) { curves in
      for (row, rank) in rows.enumerated() {
        try checkCancelled()
        var slope = 0.0
        if let start = curves.baseAddress {
          slope = others.writeCurve(rank: rank, to: start + row * nodes)
        }
        let keepsTies = !chance.tellsLevelsApart(
          slope: slope, buyers: Double(source.ranked.buyers[rank]))
        skyband.reset()
        if unit == .lines {
          appendBothBands(rank, counter, keepsTies, &skyband, &entries)
        } else {
          counter.forEachCoPurchase(rank: rank) { other, count in
            if skyband.keeps(count, keepsTies: keepsTies) {
              entries.append(PoolEntry(rank: Int32(truncatingIfNeeded: other), count: Int32(count)))
            }
          }
        }
        offsets.append(UInt32(entries.count))
      }
    }
    return PoolSegment(offsets: Column(offsets), entries: Column(entries), curves: curves)
  }

  /// With the unit `lines`, `corrected` looks at the lines of the other item and every other
  /// metric at its buyers: the pool holds what either order keeps.
  private func appendBothBands(
    _ rank: Int, _ counter: some CountedRows, _ keepsTies: Bool, _ skyband: inout Skyband,
    _ entries: inout [PoolEntry]
  ) {
    var row: [PoolEntry] = []
    var kept: [Bool] = []
    counter.forEachCoPurchase(rank: rank) { other, count in
      row.append(PoolEntry(rank: Int32(truncatingIfNeeded: other), count: Int32(count)))
      kept.append(skyband.keeps(count, keepsTies: false))
    }
    skyband.reset()
    let lineRanks = source.ranked.lineRanks
    let byLines = row.indices.sorted { lineRanks[Int(row[$0].rank)] < lineRanks[Int(row[$1].rank)] }
    for index in byLines
    where skyband.keeps(UInt32(row[index].count), keepsTies: keepsTies) {
      kept[index] = true
    }
    for index in row.indices where kept[index] { entries.append(row[index]) }
  }
}
