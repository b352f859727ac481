import Foundation

/// A file's contents as memory that the operating system reads when it is looked at.
///
/// The memory is private and read-only. Columns may view it: it stays mapped for as long as one of
/// them does.
///
/// Unchecked, because a buffer pointer is not Sendable: nobody writes to the memory.
public final class MappedFile: ColumnOwner, @unchecked Sendable {
  /// The whole file; empty for an empty file.
  public let bytes: UnsafeRawBufferPointer
  /// Size and time of the file that was mapped.
  public let stamp: FileStamp

  /// Maps the file at `path`.
  ///
  /// - Throws: `DataProblem` where there is no file, it may not be read, or it is a directory or a
  ///   device.
  public init(path: String) throws(DataProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw DataProblem.system(errno, path: path, purpose: "a readable file")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw DataProblem.system(errno, path: path, purpose: "a readable file")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let directory = status.st_mode & S_IFMT == S_IFDIR
      throw DataProblem(
        file: path, found: directory ? "a directory" : "a device or pipe",
        expected: "a regular file", advice: "put the file itself in this place")
    }
    stamp = FileStamp(status)
    let size = Int(status.st_size)
    if size == 0 {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    } else {
      let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
      guard let address, address != MAP_FAILED else {
        throw DataProblem.system(errno, path: path, purpose: "a file that can be mapped")
      }
      bytes = UnsafeRawBufferPointer(start: address, count: size)
    }
    super.init()
  }

  deinit {
    if let address = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
    }
  }
}

/// What tells cheaply that a file may have changed.
public struct FileStamp: Sendable, Hashable, BitwiseCopyable {
  /// Bytes.
  public let size: UInt64
  /// Last change of the contents, nanoseconds since 1970.
  public let modified: UInt64

  public init(size: UInt64, modified: UInt64) {
    self.size = size
    self.modified = modified
  }

  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      size: UInt64(truncatingIfNeeded: status.st_size),
      modified: UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000
        &+ UInt64(truncatingIfNeeded: time.tv_nsec))
  }

  /// The stamp of what is at `path`; nil where nothing is.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
