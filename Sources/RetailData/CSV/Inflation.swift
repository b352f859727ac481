import CZlib
import Foundation

/// Unpacks gzip (RFC 1952) with zlib.
enum Inflation {
  /// Text of a shop packs to a fifth or a twentieth. What grows far more was made to
  /// fill the memory.
  private static let mostGrowth = 200

  /// The text of a gzip file of one or more members.
  ///
  /// - Parameter harmlessSize: Bytes that may come out of however few.
  /// - Throws: `DataProblem` where the file is damaged, ends early or grows beyond belief; `CancellationError`.
  static func inflate(
    _ packed: UnsafeRawBufferPointer, path: String, harmlessSize: Int = 1 << 28, work: WorkContext
  ) throws -> Column<UInt8> {
    var stream = z_stream()
    // 16 + 15: a gzip header, the largest window.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, 16 + MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      throw problem(path, found: "no memory to unpack it", advice: "close other programs")
    }
    defer { inflateEnd(&stream) }

    var pieces: [Column<UInt8>] = []
    var total = 0
    var consumed = 0
    var isMemberComplete = false
    repeat {
      try work.checkCancelled()
      var written = 0
      var status = Z_OK
      let piece = Column<UInt8>(count: 4 << 20) { target in
        while written < target.count, status == Z_OK {
          // zlib counts in 32 bits, so a large file is fed in parts.
          let feed = min(packed.count - consumed, 1 << 30)
          stream.next_in = UnsafeMutablePointer(
            mutating: packed.baseAddress?.advanced(by: consumed).assumingMemoryBound(
              to: UInt8.self))
          stream.avail_in = UInt32(feed)
          stream.next_out = target.baseAddress?.advanced(by: written)
          stream.avail_out = UInt32(target.count - written)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          consumed += feed - Int(stream.avail_in)
          written = target.count - Int(stream.avail_out)
          isMemberComplete = status == Z_STREAM_END
          if status == Z_STREAM_END, consumed < packed.count {
            // Another member follows. Zeros may pad the end of a file.
            if packed[consumed...].allSatisfy({ $0 == 0 }) {
              consumed = packed.count
            } else {
              status = inflateReset(&stream)
            }
          } else if status == Z_OK, consumed == packed.count, stream.avail_out > 0 {
            break
          }
        }
      }
      if written > 0 {
        pieces.append(piece.prefix(written))
        total += written
      }
      if total > harmlessSize, total / mostGrowth > consumed {
        throw problem(
          path, found: "\(consumed) bytes that unpack to \(total)",
          advice: "check where the file is from, or put the unpacked file in its place")
      }
      switch status {
      case Z_STREAM_END, Z_OK: break
      case Z_BUF_ERROR where consumed == packed.count: break
      default:
        throw problem(
          path, found: "damaged compressed data near byte \(consumed + 1)",
          advice: "make or fetch the file again")
      }
      if written == 0 || consumed == packed.count && written < piece.count { break }
    } while true
    guard isMemberComplete else {
      throw problem(
        path, found: "compressed data that ends early (after \(packed.count) bytes)",
        advice: "make or fetch the file again: it was cut off")
    }
    return join(pieces, count: total)
  }

  private static func join(_ pieces: [Column<UInt8>], count: Int) -> Column<UInt8> {
    if pieces.count == 1, let only = pieces.first { return only }
    return Column<UInt8>(count: count) { target in
      var position = 0
      for piece in pieces {
        _ = UnsafeMutableBufferPointer(rebasing: target[position...]).update(
          fromContentsOf: piece.buffer)
        position += piece.count
      }
    }
  }

  private static func problem(_ path: String, found: String, advice: String) -> DataProblem {
    DataProblem(file: path, found: found, expected: "a whole gzip file", advice: advice)
  }
}

extension Column {
  /// The first `count` elements, in the same memory.
  func prefix(_ count: Int) -> Column {
    Column(viewing: UnsafeBufferPointer(rebasing: buffer[..<count]), of: storage)
  }
}
