import Foundation

/// A directory of a test's own, with XDG directories of its own, gone with the test.
final class Scratch: Sendable {
  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "echelon-test-\(UUID().uuidString.prefix(8))").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  /// What a program that runs here sees: nothing of the machine but the path and the locale.
  var environment: [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    let programFolder = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    var environment = [
      "PATH": "\(programFolder):\(inherited["PATH"] ?? "/usr/bin:/bin")",
      "HOME": directory.path,
      "TMPDIR": directory.path,
      "LANG": "C.UTF-8",
      "TERM": "dumb",
      "XDG_CACHE_HOME": path("xdg/cache"),
      "XDG_CONFIG_HOME": path("xdg/config"),
      "XDG_DATA_HOME": path("xdg/data"),
      "XDG_STATE_HOME": path("xdg/state"),
    ]
    // Where the toolchain's libraries are, on machines that need to be told.
    environment["LD_LIBRARY_PATH"] = inherited["LD_LIBRARY_PATH"]
    return environment
  }

  func path(_ name: String) -> String { directory.appending(path: name).path }

  /// Writes a file, and the directories above it.
  @discardableResult
  func write(_ contents: some DataProtocol, to name: String) throws -> String {
    let url = directory.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contents).write(to: url)
    return url.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// A new empty file whose name starts with `name`.
  func emptyFile(named name: String) throws -> String {
    try write("", to: ".echelon-test/\(name)-\(UUID().uuidString)")
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: directory.appending(path: name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The names in a directory, sorted.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}
