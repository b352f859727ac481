import Foundation
import Synchronization
import Testing

/// Eight customers and twenty purchases, small enough to compute by hand.
enum WorkedExample {
  static let baskets = ["AB", "AB", "ABCDEF", "ABCDE", "C", "CD", "C", "F"]

  /// Writes the shop into `name` of the scratch directory; returns its path.
  @discardableResult
  static func write(to name: String, in scratch: Scratch) throws -> String {
    var purchases = "customer_id,item_id,purchased_at\n"
    for (customer, basket) in baskets.enumerated() {
      for (day, item) in basket.enumerated() {
        purchases += "c\(customer + 1),\(item),2024-03-0\(day + 1)\n"
      }
    }
    try scratch.write(purchases, to: "\(name)/purchases.csv")
    let items = "ABCDEF".map { "\($0),\"Item \($0), \"\"small\"\"\"\n" }.joined()
    try scratch.write("item_id,title\n" + items, to: "\(name)/items.csv")
    return scratch.path(name)
  }
}

/// A shop with every file of the format, made once by `echelon sample` for all tests that only
/// read it.
enum SmallShop {
  private static let making = Task {
    let scratch = try Scratch()
    // What is shared lives as long as the tests, so nothing else would remove it.
    removeAtExit(scratch)
    let result = try await Program.run(["sample", "shop", "--size", "small"], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return scratch
  }

  /// Where the shop stands, in a cache of its own. Do not write there.
  static func path() async throws -> String { try await making.value.path("shop") }

  /// A copy of the shop under `name` in `scratch`, to do with as one likes.
  @discardableResult
  static func copy(to name: String, in scratch: Scratch) async throws -> String {
    try FileManager.default.copyItem(atPath: try await path(), toPath: scratch.path(name))
    return scratch.path(name)
  }
}

/// A shop with every file of the format that is planned at once.
enum TinyShop {
  private static let making = Task {
    let scratch = try Scratch()
    removeAtExit(scratch)
    let result = try await Program.run(
      [
        "sample", "shop", "--items", "8", "--customers", "60", "--purchases", "1500",
        "--facilities", "4", "--seed", "7",
      ], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return scratch
  }

  /// Where the shop stands. Do not write there.
  static func path() async throws -> String { try await making.value.path("shop") }
}

/// A shop whose policies are calibrated in seconds.
enum PocketShop {
  private static let making = Task {
    let scratch = try Scratch()
    removeAtExit(scratch)
    let result = try await Program.run(
      [
        "sample", "shop", "--items", "2", "--customers", "30", "--purchases", "400",
        "--facilities", "4", "--seed", "7",
      ], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return scratch
  }

  /// Where the shop stands. Do not write there.
  static func path() async throws -> String { try await making.value.path("shop") }
}

/// Removes what tests share when all of them are done.
private func removeAtExit(_ scratch: Scratch) {
  let isFirst = sharedDirectories.withLock { directories in
    directories.append(scratch.directory)
    return directories.count == 1
  }
  guard isFirst else { return }
  atexit {
    sharedDirectories.withLock { directories in
      for directory in directories { try? FileManager.default.removeItem(at: directory) }
    }
  }
}

private let sharedDirectories = Mutex<[URL]>([])
