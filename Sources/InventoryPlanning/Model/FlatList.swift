import RetailData

/// Results by number, each written once, by whatever thread.
///
/// Unchecked, because no two workers write one place, and nobody reads before all have written.
final class FlatList<Element: Sendable>: @unchecked Sendable {
  private let pointer: UnsafeMutablePointer<Element?>
  private let count: Int

  init(count: Int) {
    self.count = count
    pointer = .allocate(capacity: Swift.max(count, 1))
    pointer.initialize(repeating: nil, count: Swift.max(count, 1))
  }

  deinit {
    pointer.deinitialize(count: Swift.max(count, 1))
    pointer.deallocate()
  }

  func set(_ element: Element, at number: Int) { pointer[number] = element }

  /// In the order of their numbers; to be read when all writing is over.
  var values: [Element] { (0..<count).compactMap { pointer[$0] } }

  /// What `make` makes of each number, on as many threads: memory that is touched for the first time
  /// takes its time.
  static func made(
    count: Int, threads: Int, _ make: @Sendable (_ number: Int) -> Element
  ) -> [Element] {
    let list = FlatList(count: count)
    // Nothing in it throws, and nobody can cancel it.
    try? WorkContext(threads: threads).forEachChunk(of: count, chunk: 1) { _, range in
      for number in range { list.set(make(number), at: number) }
    }
    return list.values
  }
}
