import Foundation

/// Files written beside their directory and moved there together, when all of them are whole.
///
/// A directory that does not exist or is empty appears with all its files at once. Into one that
/// holds other things the files are moved one by one, `purchases.csv` last.
struct StagedDirectory: ~Copyable {
  private let target: String
  private let staging: String
  private var names: [String] = []

  /// - Throws: `DataProblem` where data files stand in `target` and `force` is false, or where
  ///   nothing can be written there.
  init(target: String, force: Bool) throws(DataProblem) {
    var path = target
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    if stat(path, &status) == 0 {
      let existing = try DataDirectory.names(in: path)
      let data = DataFile.allCases.flatMap { [$0.name, $0.name + ".gz"] }.filter(existing.contains)
      if let first = data.first, !force {
        throw DataProblem(
          file: DataDirectory.join(path, first), found: "data already there",
          expected: "a directory without data files",
          advice: "choose another directory, or replace them with --force")
      }
    }
    let staging = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
    if mkdir(staging, 0o755) != 0 {
      throw DataProblem.system(errno, path: path, purpose: "a place for a new directory")
    }
    self.target = path
    self.staging = staging
  }

  deinit {
    for name in names { unlink("\(staging)/\(name)") }
    // After a commit the directory has moved and this does nothing.
    rmdir(staging)
  }

  mutating func write(_ bytes: [UInt8], to name: String) throws(DataProblem) {
    var file = try AtomicFile(path: "\(staging)/\(name)")
    names.append(name)
    let problem = bytes.withUnsafeBytes { raw -> DataProblem? in
      do throws(DataProblem) {
        try file.write(raw)
        return nil
      } catch { return error }
    }
    if let problem { throw problem }
    try file.commit()
  }

  /// Moves everything to where it belongs.
  consuming func commit() throws(DataProblem) {
    if rename(staging, target) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST else {
      throw DataProblem.system(errno, path: target, purpose: "a directory to write to")
    }
    let last = DataFile.purchases.name
    for name in names.filter({ $0 != last }) + names.filter({ $0 == last }) {
      if rename("\(staging)/\(name)", "\(target)/\(name)") != 0 {
        throw DataProblem.system(errno, path: "\(target)/\(name)", purpose: "a replaceable file")
      }
      // The same data, packed, would now be a second answer.
      unlink("\(target)/\(name).gz")
    }
  }
}
