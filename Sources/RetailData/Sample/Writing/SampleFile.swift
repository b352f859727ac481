import CZlib
import Foundation

/// A file being written, plain or as a gzip stream.
///
/// zlib's own handle, used from one thread at a time; closed by `close()` or when it is let go.
final class SampleFile {
  private let path: String
  private var handle: gzFile?

  /// Throws `SampleShop.Failure.cannotWrite`.
  init(path: String, isCompressed: Bool) throws {
    self.path = path
    // `T` writes the bytes as they are.
    guard let handle = gzopen(path, isCompressed ? "wb6" : "wbT") else {
      throw SampleFile.failure(path)
    }
    gzbuffer(handle, 1 << 18)
    self.handle = handle
  }

  deinit {
    if let handle { gzclose(handle) }
  }

  func write(_ bytes: [UInt8]) throws {
    // At most 1 GiB a call: zlib counts in 32 bits.
    var start = 0
    while start < bytes.count {
      let count = min(bytes.count - start, 1 << 30)
      // Unsafe: zlib reads from a pointer; it does not keep it.
      let written = bytes[start..<start + count].withUnsafeBytes { buffer in
        gzwrite(handle, buffer.baseAddress, UInt32(count))
      }
      if written != Int32(count) { throw SampleFile.failure(path) }
      start += count
    }
  }

  /// Writes what is still held back. Without this the file is not complete.
  func close() throws {
    guard let handle else { return }
    self.handle = nil
    if gzclose(handle) != Z_OK { throw SampleFile.failure(path) }
  }

  private static func failure(_ path: String) -> SampleShop.Failure {
    let code = errno
    return .cannotWrite(
      path: path, reason: code == 0 ? "out of memory" : String(cString: strerror(code)))
  }
}
