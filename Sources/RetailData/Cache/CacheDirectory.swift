import Foundation

/// Where binary copies of a data directory's files, and what was computed from them, are kept.
///
/// That is `.echelon-cache` inside the data directory, or, where that cannot be written, a directory
/// of its own under `$XDG_CACHE_HOME/echelon` (default `~/.cache/echelon`), as the XDG Base
/// Directory Specification has it.
public struct CacheDirectory: Sendable {
  /// Best first.
  public let candidates: [String]

  /// - Parameters:
  ///   - directory: The data directory.
  ///   - userCache: Instead of `$XDG_CACHE_HOME`.
  public init(forData directory: String, userCache: String? = nil) {
    var candidates = [DataDirectory.join(directory, ".echelon-cache")]
    if let root = userCache ?? Self.userCache() {
      let resolved = DataDirectory.resolved(directory)
      let key = String(ContentHash.of(resolved), radix: 16)
      candidates.append("\(root)/echelon/\(resolved.lastPathComponent)-\(key)")
    }
    self.candidates = candidates
  }

  /// The section file `name`, from the best place that has a fresh one; nil where none has.
  ///
  /// - Throws: `CancellationError`.
  public func open(_ name: String, version: UInt32, fingerprint: UInt64, work: WorkContext) throws
    -> SectionFile?
  {
    for candidate in candidates {
      do {
        return try SectionFile(
          path: "\(candidate)/\(name)", version: version, fingerprint: fingerprint, work: work)
      } catch is SectionFile.Failure {
        continue
      }
    }
    return nil
  }

  /// Writes a section file to the best place that takes it, making the directory if need be.
  ///
  /// - Returns: Where it is.
  /// - Throws: `DataProblem`, that of the first place, where no place takes it; `CancellationError`.
  @discardableResult
  public func save(_ writer: SectionFileWriter, as name: String, work: WorkContext) throws
    -> String
  {
    var failure: DataProblem?
    for candidate in candidates {
      do throws(DataProblem) {
        try Self.create(candidate)
      } catch {
        failure = failure ?? error
        continue
      }
      do {
        let path = "\(candidate)/\(name)"
        try writer.write(to: path, work: work)
        return path
      } catch let problem as DataProblem {
        failure = failure ?? problem
      }
    }
    throw failure
      ?? DataProblem(
        file: name, found: "no place for it", expected: "a cache directory",
        advice: "set XDG_CACHE_HOME or HOME")
  }

  private static func create(_ path: String) throws(DataProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw DataProblem(
        file: path, found: "no way to make a directory", expected: "a directory for the cache",
        advice: "change the permissions, or set XDG_CACHE_HOME to another place")
    }
  }

  private static func userCache() -> String? {
    let environment = ProcessInfo.processInfo.environment
    // The specification: a path that is not absolute is ignored.
    if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") { return path }
    return environment["HOME"].map { "\($0)/.cache" }
  }
}
