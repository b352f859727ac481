/// How a data directory is opened.
public struct OpenOptions: Sendable {
  /// Leave rows with problems out and count them in the notices, instead of throwing the first.
  public var skipBadRows: Bool
  /// Use and keep a binary copy of the files, so that opening them again is quick.
  public var useCache: Bool
  /// Read the files even where the binary copy is fresh, and write it anew.
  public var rebuildCache: Bool

  public init(skipBadRows: Bool = false, useCache: Bool = true, rebuildCache: Bool = false) {
    self.skipBadRows = skipBadRows
    self.useCache = useCache
    self.rebuildCache = rebuildCache
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
    var reader = DirectoryReader(
      files: files, options: options,
      problems: ProblemLog(stopsAtFirst: !options.skipBadRows, limit: 1_000), work: work)
    return try reader.read()
  }
}
