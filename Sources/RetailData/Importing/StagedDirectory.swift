import Foundation

/// Files of a directory that are written aside and moved there together, when all of them are
/// whole.
///
/// A directory that does not exist appears with all its files at once. Into one that does the files
/// are moved one by one, `purchases.csv` last.
package struct StagedDirectory: ~Copyable {
  private let target: String
  private let staging: String
  /// True where `target` does not exist yet.
  private let isNew: Bool
  private(set) var names: [String] = []

  /// A place for data files.
  ///
  /// - Throws: `DataProblem` where data files stand in `target` and `overwrites` is false, or where
  ///   nothing can be written there.
  init(target: String, overwrites: Bool) throws(DataProblem) {
    try self.init(
      target: target, names: DataFile.allCases.flatMap { [$0.name, $0.name + ".gz"] },
      of: "data", overwrites: overwrites)
  }

  /// - Parameters:
  ///   - names: The files that must not stand in `target` yet, unless `overwrites`.
  ///   - contents: What they hold, for the message: "data".
  /// - Throws: `DataProblem` where one of them does, or where nothing can be written there.
  package init(
    target: String, names: [String], of contents: String, overwrites: Bool
  ) throws(DataProblem) {
    var path = target
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    isNew = stat(path, &status) != 0
    if !isNew {
      let existing = try DataDirectory.names(in: path)
      if let first = names.first(where: existing.contains), !overwrites {
        throw DataProblem(
          file: DataDirectory.join(path, first), found: "\(contents) already there",
          expected: "a directory without \(contents) files",
          advice: "choose another directory, or replace them with --overwrite")
      }
    }
    // Inside an existing directory: what stands beside it may be another disk.
    let place = isNew ? path : DataDirectory.join(path, "import")
    TemporaryName.removeAbandoned(for: place)
    let staging = TemporaryName.beside(place)
    try DataDirectory.create(TemporaryName.directory(of: place))
    if mkdir(staging, 0o755) != 0 {
      throw DataProblem.system(errno, path: path, purpose: "a place for a directory")
    }
    self.target = path
    self.staging = staging
  }

  deinit {
    for name in names { unlink("\(staging)/\(name)") }
    // After a commit the directory has moved and this does nothing.
    rmdir(staging)
  }

  /// Where everything stands before `commit`: what was written here, and the data files that stay
  /// in the target.
  var files: DataDirectory {
    let staying = isNew ? [] : (try? DataDirectory.names(in: target)) ?? []
    var files: [DataFile: String] = [:]
    for file in DataFile.allCases {
      if names.contains(file.name) {
        files[file] = "\(staging)/\(file.name)"
      } else if let name = [file.name, file.name + ".gz"].first(where: staying.contains) {
        files[file] = DataDirectory.join(target, name)
      }
    }
    return DataDirectory(path: target, files: files)
  }

  /// A file of the same name that was written before is replaced.
  package mutating func write(_ bytes: [UInt8], to name: String) throws(DataProblem) {
    var file = try AtomicFile(path: "\(staging)/\(name)")
    if !names.contains(name) { names.append(name) }
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
  package consuming func commit() throws(DataProblem) {
    if isNew {
      if rename(staging, target) == 0 { return }
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
