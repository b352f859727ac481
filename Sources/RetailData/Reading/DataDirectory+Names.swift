import Foundation

extension DataDirectory {
  /// What stands in the directory at `path`.
  static func names(in path: String) throws(DataProblem) -> Set<String> {
    guard let handle = opendir(path) else {
      let code = errno
      if code == ENOTDIR {
        throw DataProblem(
          file: path, found: "a file", expected: "a directory of CSV files",
          advice: "give the directory; echelon import makes one from a single file")
      }
      throw DataProblem.system(code, path: path, purpose: "a readable directory of CSV files")
    }
    defer { closedir(handle) }
    var names: Set<String> = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.insert(name)
    }
    return names
  }

  /// Makes the directory at `path`, and those above it, where they are not there.
  static func create(_ path: String) throws(DataProblem) {
    if mkdir(path, 0o755) == 0 { return }
    if errno == ENOENT, path.contains("/") {
      try create(TemporaryName.directory(of: path))
      if mkdir(path, 0o755) == 0 { return }
    }
    let code = errno
    var status = stat()
    let isDirectory = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    if code == EEXIST, isDirectory { return }
    throw DataProblem.system(code, path: path, purpose: "a place for a directory")
  }

  /// The directory's own name, also where the path ends in `.` or a slash.
  static func displayName(of path: String) -> String { resolved(path).lastPathComponent }

  /// The absolute path without links; `path` itself where there is nothing.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
