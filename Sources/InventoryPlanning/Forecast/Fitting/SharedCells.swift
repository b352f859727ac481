/// Zeroed places that the workers of one computation write, each place by one worker only.
///
/// Unchecked, because that is what makes it safe to share, and no compiler can see it.
final class SharedCells<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let cells: UnsafeMutableBufferPointer<Element>

  init(_ value: Element, count: Int) {
    cells = .allocate(capacity: count)
    cells.initialize(repeating: value)
  }

  deinit { cells.deallocate() }

  /// A copy of what has been written.
  var array: [Element] { Array(cells) }
}
