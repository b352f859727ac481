import Foundation

/// Bytes on their way to a file descriptor, written in large pieces.
///
/// It does not close the descriptor. Bytes that were appended since the last `flush` are lost with
/// it, so whoever ends the stream flushes.
struct ByteStream: ~Copyable {
  /// Written out once they are many; formatters append here.
  var bytes: [UInt8] = []
  private let descriptor: Int32
  /// What to call the target in a message.
  private let name: String

  private static let pieceSize = 1 << 16

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    bytes.reserveCapacity(2 * Self.pieceSize)
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes what has gathered once it is worth a system call.
  mutating func flushIfLarge() throws {
    if bytes.count >= Self.pieceSize { try flush() }
  }

  mutating func flush() throws {
    defer { bytes.removeAll(keepingCapacity: true) }
    try bytes.withUnsafeBytes { pending in
      var pending = pending
      while !pending.isEmpty {
        let written = write(descriptor, pending.baseAddress, pending.count)
        if written > 0 {
          pending = UnsafeRawBufferPointer(rebasing: pending.dropFirst(written))
        } else if written < 0, errno == EPIPE {
          throw ReaderLeft()
        } else if written < 0, errno != EINTR {
          throw OutputFailure(target: name, code: errno)
        }
      }
    }
  }
}

/// Whoever read our output has seen enough (`echelon related X | head -1`): not a failure.
struct ReaderLeft: Error {}

/// A result could not be written.
struct OutputFailure: Error, CustomStringConvertible {
  let target: String
  let code: Int32

  var description: String {
    let reason = String(cString: strerror(code))
    let advice =
      switch code {
      case ENOSPC, EDQUOT: "free some space or write elsewhere; nothing was left half written"
      case ENOENT, ENOTDIR: "the directory must exist"
      case EACCES, EPERM, EROFS: "choose a place you may write to"
      default: "nothing was left half written"
      }
    return "cannot write \(target): \(reason); \(advice)"
  }
}
