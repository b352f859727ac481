import CZlib
import Foundation

/// Unpacks a gzip file with zlib's own reader, independently of ours.
enum Gunzip {
  static func contents(ofFile path: String) throws -> [UInt8] {
    guard let handle = gzopen(path, "rb") else { throw CocoaError(.fileReadUnknown) }
    defer { gzclose(handle) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = gzread(handle, &buffer, UInt32(buffer.count))
      if count < 0 { throw CocoaError(.fileReadCorruptFile) }
      if count == 0 { return result }
      result.append(contentsOf: buffer.prefix(Int(count)))
    }
  }
}
