import Foundation

/// A read-only run of plain values: an array that was computed, or a window onto a mapped file.
///
/// Copies share their storage. Hot loops take `buffer` once, outside the loop; the subscript is
/// for everything else. A column keeps its storage alive, so a `buffer` must not outlive it.
///
/// It is *not* a mutable array: build one in `[Element]` and hand it over.
///
/// Unchecked, because a buffer pointer is not Sendable: nobody writes to the memory any more.
public struct Column<Element: BitwiseCopyable & Sendable>: RandomAccessCollection,
  @unchecked Sendable
{
  /// The memory, valid for as long as this column (or a copy of it) is alive.
  public let buffer: UnsafeBufferPointer<Element>
  private let owner: ColumnOwner

  /// What keeps `buffer` valid, for a column that views a part of this one.
  var storage: ColumnOwner { owner }

  /// Copies `elements` into storage of their own.
  public init(_ elements: [Element]) {
    self.init(count: elements.count) { target in
      _ = target.update(fromContentsOf: elements)
    }
  }

  /// An empty column.
  public init() {
    self.init([])
  }

  /// Allocates room for `count` values (zeroed) and lets `fill` write them in place.
  public init(count: Int, fill: (UnsafeMutableBufferPointer<Element>) throws -> Void) rethrows {
    let owned = OwnedMemory(
      byteCount: count * MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment)
    let typed = owned.bytes.bindMemory(to: Element.self)
    try fill(UnsafeMutableBufferPointer(rebasing: typed[0..<count]))
    buffer = UnsafeBufferPointer(rebasing: typed[0..<count])
    owner = owned
  }

  /// A window onto memory that `owner` keeps alive: how mapped files become columns.
  public init(viewing buffer: UnsafeBufferPointer<Element>, of owner: ColumnOwner) {
    self.buffer = buffer
    self.owner = owner
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { buffer.count }

  @inlinable
  public subscript(position: Int) -> Element { buffer[position] }
}

/// Keeps the memory of a column alive, and frees it. Its memory never changes once a column
/// shows it, which is why it may be shared between threads.
open class ColumnOwner: @unchecked Sendable {
  public init() {}
}

/// Zeroed memory of our own. Unchecked, as its owner's promise holds here too.
private final class OwnedMemory: ColumnOwner, @unchecked Sendable {
  let bytes: UnsafeMutableRawBufferPointer
  private let isMapped: Bool

  /// From here on memory comes from the system, which zeroes a page when it is first touched: by
  /// the thread that fills it, and not twice.
  private static let mappedSize = 1 << 20

  init(byteCount: Int, alignment: Int) {
    if byteCount >= Self.mappedSize, alignment <= 4_096,
      let address = mmap(
        nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      address != MAP_FAILED
    {
      bytes = UnsafeMutableRawBufferPointer(start: address, count: byteCount)
      isMapped = true
    } else {
      bytes = .allocate(byteCount: Swift.max(byteCount, 1), alignment: Swift.max(alignment, 64))
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      isMapped = false
    }
    super.init()
  }

  deinit {
    if isMapped {
      munmap(bytes.baseAddress, bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
