import RetailData

/// An index, and how it came about.
public struct KeptIndex: Sendable {
  public let index: RelatednessIndex
  /// What was added to counts kept from earlier; nil where it was read as it is, or all was counted.
  public var update: RelatednessLedger.Change?
  /// Why it could not be kept, if so: no more than a word to the user.
  public var problem: DataProblem?
}

extension RelatednessIndex {
  /// The length of lists that `kept` keeps, whatever shorter ones are asked for.
  public static let usualLength = 50

  /// The index that `cache` holds; or else one that is made now, and kept for the next time. Where
  /// the cache has the counts of earlier purchases, what was bought since is added to them, with the
  /// same index as if all were counted.
  ///
  /// Lists longer than `usualLength` are built each time: not every length that was ever asked for
  /// is to leave a file behind.
  ///
  /// - Parameters:
  ///   - cache: Nil: nothing is looked for, nothing is kept.
  ///   - fingerprint: `Dataset.fingerprint`.
  ///   - names: Of the data's customers and items; nil: no counts are kept.
  ///   - listLength: Lists may be up to this long, at least.
  ///   - rebuilding: Count everything even where the cache has it.
  ///   - counts: The co-purchases of the data; asked for only to build.
  /// - Throws: `CancellationError`, and what `counts` throws.
  public static func kept(
    in cache: CacheDirectory?, fingerprint: UInt64, names: RelatednessLedger.Names?,
    unit: PurchaseUnit, listLength: Int, rebuilding: Bool = false, work: WorkContext,
    counts: () throws -> CoPurchases
  ) throws -> KeptIndex {
    let length = max(listLength, usualLength)
    guard let cache, fingerprint != 0, length == usualLength else {
      return KeptIndex(index: try build(try counts(), unit: unit, listLength: length, work: work))
    }
    if !rebuilding,
      let index = try load(
        from: cache, fingerprint: fingerprint, unit: unit, listLength: length, work: work)
    {
      return KeptIndex(index: index)
    }
    let counts = try counts()
    var made: KeptIndex
    var ledger: RelatednessLedger?
    if let names, RelatednessLedger.isWorthKeeping(counts) {
      let found =
        rebuilding ? nil : try RelatednessLedger.load(from: cache, names: names, work: work)
      var current = try found ?? RelatednessLedger(counts, work: work)
      let change = try found.map { _ in try current.update(to: counts, work: work) }
      made = KeptIndex(
        index: try current.index(of: counts, unit: unit, listLength: length, work: work),
        update: change.flatMap { $0.customers > 0 ? $0 : nil })
      // What is in the file already need not be written again.
      ledger = found == nil || change?.customers != 0 ? current : nil
    } else {
      made = KeptIndex(index: try build(counts, unit: unit, listLength: length, work: work))
    }
    do {
      try made.index.save(to: cache, fingerprint: fingerprint, work: work)
      if let ledger, let names { try ledger.save(to: cache, names: names, work: work) }
    } catch let problem as DataProblem {
      made.problem = problem
    }
    return made
  }
}
