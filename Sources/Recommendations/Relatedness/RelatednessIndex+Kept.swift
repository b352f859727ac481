import RetailData

extension RelatednessIndex {
  /// The length of lists that `kept` keeps, whatever shorter ones are asked for.
  public static let usualLength = 50

  /// The index that `cache` holds, or else one that is built now and kept for the next time.
  ///
  /// Lists longer than `usualLength` are built each time: not every length that was ever asked for
  /// is to leave a file behind.
  ///
  /// - Parameters:
  ///   - cache: Nil: nothing is looked for, nothing is kept.
  ///   - fingerprint: `Dataset.fingerprint`.
  ///   - listLength: Lists may be up to this long, at least.
  ///   - rebuilding: Build it even where the cache has it.
  ///   - counts: The co-purchases of the data; asked for only to build.
  /// - Returns: The index, and why it could not be kept, if so: no more than a word to the user.
  /// - Throws: `CancellationError`, and what `counts` throws.
  public static func kept(
    in cache: CacheDirectory?, fingerprint: UInt64, unit: PurchaseUnit, listLength: Int,
    rebuilding: Bool = false, work: WorkContext, counts: () throws -> CoPurchases
  ) throws -> (index: RelatednessIndex, problem: DataProblem?) {
    let length = max(listLength, usualLength)
    let cache = length == usualLength ? cache : nil
    if let cache, !rebuilding,
      let index = try load(
        from: cache, fingerprint: fingerprint, unit: unit, listLength: length, work: work)
    {
      return (index, nil)
    }
    let index = try build(try counts(), unit: unit, listLength: length, work: work)
    do {
      if let cache { try index.save(to: cache, fingerprint: fingerprint, work: work) }
      return (index, nil)
    } catch let problem as DataProblem {
      return (index, problem)
    }
  }
}
