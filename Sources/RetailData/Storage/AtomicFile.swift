import Foundation

/// A file that appears under its name only when it is whole.
///
/// Bytes go to a temporary file in the same directory; `commit` renames it. If anything fails
/// before that, or the value is dropped, the temporary file is removed and whatever stood under
/// the name is untouched. What a killed process left is removed by the next one that writes there.
///
/// ```swift
/// try AtomicFile.write(to: "items.csv") { file throws(DataProblem) in
///   try file.write("item_id,title\n")
/// }
/// ```
public struct AtomicFile: ~Copyable {
  public let path: String
  /// Bytes handed to `write` so far.
  public private(set) var count = 0
  private let temporary: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 18

  /// Starts a temporary file beside `path`.
  public init(path: String) throws(DataProblem) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw DataProblem.system(EISDIR, path: path, purpose: "a place to write to")
    }
    TemporaryName.removeAbandoned(for: path)
    let temporary = TemporaryName.beside(path)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw DataProblem.system(errno, path: path, purpose: "a place to write to")
    }
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    close(descriptor)
    // After a commit the name is gone and this does nothing.
    unlink(temporary)
  }

  public mutating func write(_ text: String) throws(DataProblem) {
    buffer.append(contentsOf: text.utf8)
    count += text.utf8.count
    if buffer.count >= Self.bufferSize { try flush() }
  }

  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(DataProblem) {
    count += bytes.count
    if bytes.count < Self.bufferSize {
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.bufferSize { try flush() }
    } else {
      try flush()
      try send(bytes)
    }
  }

  /// Puts the file in its place.
  ///
  /// - Parameter sync: Wait until the disk has it, so that it also survives a power failure.
  public consuming func commit(sync: Bool = false) throws(DataProblem) {
    try flush()
    if sync, fsync(descriptor) != 0 { throw problem(errno) }
    if rename(temporary, path) != 0 { throw problem(errno) }
  }

  /// Writes a whole file: `body` fills it, and only if it does not throw the file appears.
  public static func write(
    to path: String, sync: Bool = false,
    _ body: (inout AtomicFile) throws(DataProblem) -> Void
  ) throws(DataProblem) {
    var file = try AtomicFile(path: path)
    try body(&file)
    try file.commit(sync: sync)
  }

  private mutating func flush() throws(DataProblem) {
    let code = buffer.withUnsafeBytes { Self.send($0, to: descriptor) }
    if code != 0 { throw problem(code) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws(DataProblem) {
    let code = Self.send(bytes, to: descriptor)
    if code != 0 { throw problem(code) }
  }

  /// 0, or the error's code.
  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Linux writes at most 2 GiB at once.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      let written = Foundation.write(descriptor, piece.baseAddress, piece.count)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(written)
    }
    return 0
  }

  private func problem(_ code: Int32) -> DataProblem {
    DataProblem.system(code, path: path, purpose: "room for the whole file")
  }
}
