/// How a data directory is opened.
public struct OpenOptions: Sendable {
  /// Leave rows with problems out and count them in the notices, instead of throwing the first.
  public var skipBadRows: Bool
  /// Use and keep a binary copy of the files, so that opening them again is quick.
  public var useCache: Bool
  /// Read the files even where the binary copy is fresh, and write it anew.
  public var rebuildCache: Bool
  /// Where the binary copy goes if the directory cannot be written, instead of `$XDG_CACHE_HOME`.
  public var userCache: String?

  public init(
    skipBadRows: Bool = false, useCache: Bool = true, rebuildCache: Bool = false,
    userCache: String? = nil
  ) {
    self.skipBadRows = skipBadRows
    self.useCache = useCache
    self.rebuildCache = rebuildCache
    self.userCache = userCache
  }
}

extension Dataset {
  /// Reads a directory of CSV files.
  ///
  /// Only `purchases.csv` is required. Items and customers that it alone names are added, and items
  /// without a price get the median of what was paid.
  ///
  /// - Throws: `DataProblem`: the first problem, in the order of the files and of their rows;
  ///   `CancellationError` where `work` is no longer wanted.
  public static func open(
    directory: String, options: OpenOptions = OpenOptions(), work: WorkContext = WorkContext()
  ) throws -> Dataset {
    let files = try DataDirectory(path: directory)
    let name = DataDirectory.displayName(of: directory)
    let cache =
      options.useCache
      ? CacheDirectory(forData: directory, userCache: options.userCache) : nil
    let remembered = try cache.flatMap { try SourceFingerprint(from: $0, work: work) }
    let sources = try SourceFingerprint(of: files, remembered: remembered, work: work)

    if let cache, !options.rebuildCache,
      let found = try DatasetCache.load(
        from: cache, fingerprint: sources.value, name: name, work: work),
      found.skipped == 0 || options.skipBadRows
    {
      // The same contents under new times: remember the times, and read less the next time. Not
      // worth a word if it cannot be done.
      if !sources.isSame(as: remembered) {
        do { try sources.save(to: cache, work: work) } catch is DataProblem {}
      }
      return found.data
    }

    var reader = DirectoryReader(
      files: files, problems: ProblemLog(options.skipBadRows ? .skipRows : .stop, limit: 1_000),
      work: work)
    let data = try reader.read(fingerprint: sources.value)
    // Files that changed while they were read: what was read is no version of them, and nothing
    // computed from it may be kept either.
    guard sources.stillHolds(for: files) else { return data.with(fingerprint: 0) }
    guard let cache else { return data }
    do {
      work.report(WorkProgress(stage: "writing the cache", done: 0, total: nil, unit: "bytes"))
      let writer = DatasetCache.encode(data, skipped: reader.problems.count)
      try cache.save(writer, as: DatasetCache.fileName, work: work)
      try sources.save(to: cache, work: work)
      return data
    } catch let problem as DataProblem {
      return data.adding(
        Notice(
          file: problem.file,
          message: "nothing cached, opening will be slow again: found "
            + "\(problem.found), expected \(problem.expected); \(problem.advice)"))
    }
  }

  private func adding(_ notice: Notice) -> Dataset {
    with(notices: notices + [notice], fingerprint: fingerprint)
  }

  private func with(fingerprint: UInt64) -> Dataset {
    with(notices: notices, fingerprint: fingerprint)
  }

  private func with(notices: [Notice], fingerprint: UInt64) -> Dataset {
    Dataset(
      name: name, items: items, customers: customers, purchases: purchases, network: network,
      notices: notices, fingerprint: fingerprint)
  }
}
