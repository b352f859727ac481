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

  /// The index that `cache` holds; or else one that is made now, and kept for the next time.
  ///
  /// Where purchases have been added before, the counts are kept too, and what was bought since is
  /// added to them, with the same index as if all were counted. Who looks at a shop once does not pay
  /// for that.
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
    // Asked before it is read: another program may keep one for the same purchases meanwhile.
    let isKept = isKept(in: cache, unit, length)
    if !rebuilding,
      let index = try load(
        from: cache, fingerprint: fingerprint, unit: unit, listLength: length, work: work)
    {
      return KeptIndex(index: index)
    }
    let counts = try counts()
    var made: KeptIndex
    var ledger: RelatednessLedger?
    if !rebuilding, let names,
      var known = try RelatednessLedger.load(from: cache, names: names, work: work)
    {
      let change = try known.update(to: counts, work: work)
      made = KeptIndex(
        index: try known.index(of: counts, unit: unit, listLength: length, work: work))
      // What is in the file already need not be written again.
      if change.customers > 0 { (made.update, ledger) = (change, known) }
    } else if !rebuilding, names != nil, isKept, RelatednessLedger.isWorthKeeping(counts) {
      let first = try RelatednessLedger(counts, work: work)
      made = KeptIndex(
        index: try first.index(of: counts, unit: unit, listLength: length, work: work))
      ledger = first
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
