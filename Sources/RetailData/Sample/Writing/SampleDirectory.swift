import Foundation

/// The directory that a sample is written to: everything goes to a hidden neighbour first, and
/// takes its place only when it is complete.
struct SampleDirectory {
  /// Names of the data format, and `truth`: what an earlier sample may have left.
  static let dataNames =
    DataFile.allCases.flatMap { [$0.name, $0.name + ".gz"] } + ["truth"]

  let target: URL
  let staging: URL

  /// - Throws: `SampleShop.Failure.existingData` where data stand in the directory and
  ///   `overwriting` is false, `.cannotWrite` where it cannot be made.
  init(target: URL, overwriting: Bool) throws {
    let files = FileManager.default
    self.target = target.standardizedFileURL
    var isDirectory: ObjCBool = false
    if files.fileExists(atPath: target.path, isDirectory: &isDirectory) {
      if !isDirectory.boolValue { throw SampleShop.Failure.notADirectory(path: target.path) }
      let existing = SampleDirectory.dataNames.filter {
        files.fileExists(atPath: target.appendingPathComponent($0).path)
      }
      if !existing.isEmpty, !overwriting {
        throw SampleShop.Failure.existingData(path: target.path, files: existing)
      }
    }
    TemporaryName.removeAbandoned(for: self.target.path)
    staging = URL(fileURLWithPath: TemporaryName.beside(self.target.path), isDirectory: true)
    do throws(DataProblem) {
      try DataDirectory.create(staging.path)
    } catch {
      throw SampleShop.Failure.cannotWrite(path: target.path, reason: error.found)
    }
  }

  func path(of name: String) -> String { staging.appendingPathComponent(name).path }

  func makeSubdirectory(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: staging.appendingPathComponent(name), withIntermediateDirectories: true)
  }

  /// Puts the finished files in their place. A new directory appears as a whole; in an existing one
  /// each file is replaced as a whole, and data files that this sample does not have are removed.
  func commit() throws {
    let files = FileManager.default
    do {
      if !files.fileExists(atPath: target.path) {
        try files.moveItem(at: staging, to: target)
        return
      }
      let written = try files.contentsOfDirectory(atPath: staging.path)
      for name in SampleDirectory.dataNames {
        let old = target.appendingPathComponent(name)
        let isStale = !written.contains(name) || name == "truth"
        if isStale, files.fileExists(atPath: old.path) { try files.removeItem(at: old) }
      }
      for name in written {
        let from = staging.appendingPathComponent(name).path
        let to = target.appendingPathComponent(name).path
        if rename(from, to) != 0 {
          throw SampleShop.Failure.cannotWrite(path: to, reason: String(cString: strerror(errno)))
        }
      }
      try files.removeItem(at: staging)
    } catch let failure as SampleShop.Failure {
      throw failure
    } catch {
      throw SampleShop.Failure.cannotWrite(
        path: target.path, reason: error.localizedDescription)
    }
  }

  /// Leaves nothing behind.
  func discard() { try? FileManager.default.removeItem(at: staging) }
}
