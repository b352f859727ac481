/// Size, time and content hash of every source file of a data directory: what tells a fresh cache
/// from a stale one.
///
/// A file of known size and time is not read: its hash is the one remembered. Where either differs
/// the file is hashed again; the same contents, say after a copy, have the same fingerprint.
struct SourceFingerprint: Sendable {
  private(set) var names: [String] = []
  private(set) var stamps: [FileStamp] = []
  private(set) var hashes: [UInt64] = []

  private static let fileName = "sources.echelon"
  private static let version: UInt32 = 1

  /// The fingerprint of all files together.
  var value: UInt64 {
    ContentHash.combine(
      zip(names, hashes).flatMap { name, hash in [ContentHash.of(name), hash] })
  }

  /// - Throws: `DataProblem` where a file cannot be read; `CancellationError`.
  init(of files: DataDirectory, remembered: SourceFingerprint?, work: WorkContext) throws {
    for path in files.files.values.sorted() {
      let name = path.lastPathComponent
      let known = remembered?.names.firstIndex(of: name)
      if let known, let remembered, FileStamp(path: path) == remembered.stamps[known] {
        add(name, remembered.stamps[known], remembered.hashes[known])
      } else {
        work.report(WorkProgress(stage: "checking \(name)", done: 0, total: nil, unit: "bytes"))
        let file = try MappedFile(path: path)
        add(name, file.stamp, try ContentHash.of(file.bytes, work: work))
      }
    }
  }

  private mutating func add(_ name: String, _ stamp: FileStamp, _ hash: UInt64) {
    names.append(name)
    stamps.append(stamp)
    hashes.append(hash)
  }

  /// True where the files still have the sizes and times they had when they were hashed.
  func stillHolds(for files: DataDirectory) -> Bool {
    files.files.values.sorted().map { FileStamp(path: $0) } == stamps
  }

  func isSame(as other: SourceFingerprint?) -> Bool {
    names == other?.names && stamps == other?.stamps && hashes == other?.hashes
  }

  // MARK: In a cache

  /// What a cache directory remembers; nil where it remembers nothing or is damaged.
  init?(from cache: CacheDirectory, work: WorkContext) throws {
    for candidate in cache.candidates {
      do {
        let file = try SectionFile(
          path: "\(candidate)/\(Self.fileName)", version: Self.version, work: work)
        guard let names = file.strings("names"),
          let hashes = file.column("hashes", of: UInt64.self),
          let stamps = file.column("stamps", of: FileStamp.self),
          names.count == hashes.count, names.count == stamps.count
        else { continue }
        self.names = Array(names)
        self.stamps = Array(stamps)
        self.hashes = Array(hashes)
        return
      } catch is SectionFile.Failure {
        continue
      }
    }
    return nil
  }

  func save(to cache: CacheDirectory, work: WorkContext) throws {
    var writer = SectionFileWriter(version: Self.version, fingerprint: value)
    writer.add("names", StringColumn(names))
    writer.add("stamps", Column(stamps))
    writer.add("hashes", Column(hashes))
    try cache.save(writer, as: Self.fileName, work: work)
  }
}
