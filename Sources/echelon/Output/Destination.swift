import Foundation

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
  /// - Throws: `OutputFailure` where it cannot be written, `ReaderLeft` where a pipe was closed,
  ///   and what `body` throws. A file keeps its former content then.
  func write(_ body: (inout ByteStream) throws -> Void) throws {
    switch self {
    case .standardOutput:
      var stream = ByteStream(descriptor: STDOUT_FILENO, name: "standard output")
      try body(&stream)
      try stream.flush()
    case .file(let path):
      try WholeFile(path: path).write(body)
    }
  }
}

/// A file that is replaced in one step: written beside its place, then renamed.
private struct WholeFile {
  /// As the analyst typed it.
  let path: String

  func write(_ body: (inout ByteStream) throws -> Void) throws {
    // A link stays a link: the file that it names is replaced.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      try writeInPlace(target, body)
      return
    }
    let temporary = "\(target).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputFailure(target: path, code: errno) }
    do {
      defer { close(descriptor) }
      var stream = ByteStream(descriptor: descriptor, name: path)
      try body(&stream)
      try stream.flush()
      guard fsync(descriptor) == 0 else { throw OutputFailure(target: path, code: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw OutputFailure(target: path, code: code)
    }
  }

  /// Devices and named pipes cannot be replaced, only written to.
  private func writeInPlace(_ target: String, _ body: (inout ByteStream) throws -> Void) throws {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFailure(target: path, code: errno) }
    defer { close(descriptor) }
    var stream = ByteStream(descriptor: descriptor, name: path)
    try body(&stream)
    try stream.flush()
  }
}
