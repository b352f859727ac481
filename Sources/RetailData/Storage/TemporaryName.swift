import Foundation

/// Names of what is written beside its place and renamed when it is whole. They carry the number
/// of the process, so that what a killed one left behind can be told from work in progress.
enum TemporaryName {
  /// A hidden name that nobody else uses, in the directory of `path`.
  static func beside(_ path: String) -> String {
    "\(directory(of: path))/\(start(for: path))\(getpid()).\(UInt32.random(in: 0 ... .max)).tmp"
  }

  /// Removes what processes that no longer run have left of `path`.
  static func removeAbandoned(for path: String) {
    let directory = directory(of: path)
    let start = start(for: path)
    guard let names = try? DataDirectory.names(in: directory) else { return }
    for name in names where name.hasPrefix(start) && name.hasSuffix(".tmp") {
      let process = name.dropFirst(start.count).prefix { $0 != "." }
      if let number = pid_t(process), number > 0, kill(number, 0) != 0, errno == ESRCH {
        // What cannot be removed is in nobody's way.
        try? FileManager.default.removeItem(atPath: "\(directory)/\(name)")
      }
    }
  }

  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func start(for path: String) -> String { ".\(path.lastPathComponent)." }
}
