import Foundation
import RetailData

/// Where a result goes.
enum Destination: Equatable {
  case standardOutput
  /// A file that appears whole or not at all.
  case file(String)

  /// The destination that `--output` names: `-` and nothing are standard output.
  init(option: String?) {
    if let option, option != "-" { self = .file(option) } else { self = .standardOutput }
  }

  /// Opens the destination, lets `body` write, and makes the result visible.
  ///
  /// - Throws: `DataProblem` or `OutputFailure` where it cannot be written, `ReaderLeft` where a
  ///   pipe was closed, and what `body` throws. A file keeps its former content then.
  func write(_ body: (inout ByteStream) throws -> Void) throws {
    switch self {
    case .standardOutput:
      try write(to: STDOUT_FILENO, name: "standard output", body)
    case .file(let path) where Self.isSpecial(path):
      // Devices and named pipes cannot be replaced, only written to.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputFailure(target: path, code: errno) }
      defer { close(descriptor) }
      try write(to: descriptor, name: path, body)
    case .file(let path):
      var stream = ByteStream(file: try AtomicFile(path: Self.followingLinks(path)))
      try body(&stream)
      try stream.commit()
    }
  }

  private func write(
    to descriptor: Int32, name: String, _ body: (inout ByteStream) throws -> Void
  ) throws {
    var stream = ByteStream(descriptor: descriptor, name: name)
    try body(&stream)
    try stream.commit()
  }

  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// A link stays a link: the file that it names is replaced.
  private static func followingLinks(_ path: String) -> String {
    let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    return isLink ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
  }
}
