/// Memory of one kind of number, of fixed length, that kernels read and write through a pointer.
///
/// Unchecked, because the workers of one pass write disjoint blocks, and nobody reads a block
/// before the pass that writes it is over.
final class FlatBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let count: Int
  let pointer: UnsafeMutablePointer<Element>

  init(repeating value: Element, count: Int) {
    self.count = count
    pointer = Self.allocate(count)
    pointer.initialize(repeating: value, count: Swift.max(count, 1))
  }

  convenience init(_ elements: [Element]) where Element: ExpressibleByIntegerLiteral {
    self.init(elements, filler: 0)
  }

  /// - Parameter filler: Any value: what stands in memory that is allocated but not used.
  init(_ elements: [Element], filler: Element) {
    count = elements.count
    pointer = Self.allocate(count)
    if elements.isEmpty { pointer.initialize(to: filler) }
    elements.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { pointer.initialize(from: base, count: count) }
    }
  }

  deinit { pointer.deallocate() }

  /// Aligned for vectors of eight, and so that no two buffers share a cache line.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let capacity = Swift.max(count, 1)
    return UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: capacity)
  }

  func fill(with value: Element) { pointer.update(repeating: value, count: count) }

  func copy(from other: FlatBuffer<Element>) {
    precondition(count == other.count, "buffers of one length")
    pointer.update(from: other.pointer, count: count)
  }

  var elements: [Element] { Array(UnsafeBufferPointer(start: pointer, count: count)) }
}

extension FlatBuffer where Element == Float {
  /// The same memory, eight numbers at a time.
  var vectors: UnsafeMutablePointer<SIMD8<Float>> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: SIMD8<Float>.self)
  }
}
