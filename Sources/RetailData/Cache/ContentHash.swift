/// A 64-bit hash of bytes that finds damage and change, at the speed of memory.
///
/// Eight lanes of 64-bit words, each word folded in by xor, multiplication and rotation, which is
/// one-to-one: a change of one word always changes the result. Blocks of 1 MiB are hashed in
/// parallel and their hashes are hashed in order, so the result does not depend on the number of
/// threads. It is *not* cryptographic: it does not resist someone who wants a collision.
enum ContentHash {
  private static let blockSize = 1 << 20
  private static let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15

  static func of(_ bytes: UnsafeRawBufferPointer, work: WorkContext) throws -> UInt64 {
    let blocks = (bytes.count + blockSize - 1) / blockSize
    let hashes = try Column<UInt64>(count: blocks) { hashes in
      // Read-only bytes, and each worker writes the hashes of its own blocks.
      nonisolated(unsafe) let hashes = hashes
      nonisolated(unsafe) let bytes = bytes
      try work.forEachChunk(of: blocks, chunk: 4) { _, range in
        for block in range {
          let end = Swift.min((block + 1) * blockSize, bytes.count)
          hashes[block] = hash(
            UnsafeRawBufferPointer(rebasing: bytes[(block * blockSize)..<end]))
        }
      }
    }
    return combine(hashes) ^ fold(UInt64(bytes.count), multiplier)
  }

  /// One hash of several, in their order.
  static func combine(_ hashes: some Sequence<UInt64>) -> UInt64 {
    var result: UInt64 = 0x0123_4567_89ab_cdef
    for hash in hashes { result = fold(result, hash) }
    return finished(result)
  }

  /// The hash of a short text, for names.
  static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var a: UInt64 = 1
    var b: UInt64 = 2
    var c: UInt64 = 3
    var d: UInt64 = 4
    var e: UInt64 = 5
    var f: UInt64 = 6
    var g: UInt64 = 7
    var h: UInt64 = 8
    var position = 0
    while position + 64 <= bytes.count {
      a = fold(a, word(bytes, position))
      b = fold(b, word(bytes, position + 8))
      c = fold(c, word(bytes, position + 16))
      d = fold(d, word(bytes, position + 24))
      e = fold(e, word(bytes, position + 32))
      f = fold(f, word(bytes, position + 40))
      g = fold(g, word(bytes, position + 48))
      h = fold(h, word(bytes, position + 56))
      position += 64
    }
    var rest = UInt64(bytes.count)
    while position < bytes.count {
      rest = fold(rest, UInt64(bytes[position]))
      position += 1
    }
    return combine(CollectionOfOne(a)) ^ combine([b, c, d, e, f, g, h, rest])
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  @inline(__always)
  private static func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* multiplier
    return product << 29 | product >> 35
  }

  private static func finished(_ state: UInt64) -> UInt64 {
    let mixed = (state ^ (state >> 32)) &* multiplier
    return mixed ^ (mixed >> 29)
  }
}
