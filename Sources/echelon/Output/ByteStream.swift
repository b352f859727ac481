import Foundation
import RetailData

/// Bytes on their way out, sent in large pieces.
///
/// Made by `Destination`, which also sends the last piece: bytes appended since the last `flush`
/// are lost with the stream.
struct ByteStream: ~Copyable {
  /// Sent once they are many; formatters append here.
  var bytes: [UInt8] = []
  private var file: AtomicFile?
  private let descriptor: Int32
  /// What to call the target in a message.
  private let name: String

  private static let pieceSize = 1 << 16

  /// A stream to an open descriptor, which stays open.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// A stream to a file that appears with `commit`.
  init(file: consuming AtomicFile) {
    name = file.path
    descriptor = -1
    self.file = consume file
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Sends what has gathered once it is worth a system call.
  mutating func flushIfLarge() throws {
    if bytes.count >= Self.pieceSize { try flush() }
  }

  /// Sends what has gathered.
  mutating func flush() throws {
    defer { bytes.removeAll(keepingCapacity: true) }
    try bytes.withUnsafeBytes { pending in
      if file != nil {
        try file?.write(pending)
      } else {
        try send(pending)
      }
    }
  }

  /// Sends what has gathered, and puts a file in its place.
  consuming func commit() throws {
    try flush()
    if let file = file.take() { try file.commit(sync: true) }
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws {
    var pending = bytes
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

/// Whoever read our output has seen enough (`echelon related X | head -1`): not a failure.
struct ReaderLeft: Error {}

/// A stream or device did not take what was written to it.
struct OutputFailure: Error, CustomStringConvertible {
  let target: String
  let code: Int32

  var description: String {
    let advice =
      code == ENOSPC
      ? "free some space, or write elsewhere" : "choose another place for the result"
    return "cannot write to \(target): \(String(cString: strerror(code))); \(advice)"
  }
}
