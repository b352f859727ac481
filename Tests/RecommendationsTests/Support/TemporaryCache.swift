import Foundation
import RetailData
import Synchronization

@testable import Recommendations

/// A cache directory that is gone when the test is.
func withTemporaryCache(_ body: (CacheDirectory, _ path: String) throws -> Void) throws {
  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("echelon-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  try body(
    CacheDirectory(forData: directory.path, userCache: directory.path + "/user"), directory.path)
}

/// Counts from any thread.
final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  var count: Int { value.load(ordering: .relaxed) }

  func increment() { value.add(1, ordering: .relaxed) }
}
