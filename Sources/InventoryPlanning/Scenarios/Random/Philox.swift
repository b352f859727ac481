/// The counter-based generator Philox4x32-10 of Salmon, Moraes, Dror & Shaw, "Parallel random
/// numbers: as easy as 1, 2, 3", SC 2011.
///
/// A block cipher weakened to what statistics needs: every counter gives four words, in any order
/// and on any thread, with nothing carried over from one to the next.
enum Philox {
  /// Four random words for a counter of four and a key of two.
  @inline(__always)
  static func block(_ counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (a, b, c, d) = (counter.x, counter.y, counter.z, counter.w)
    var (left, right) = (key.x, key.y)
    for _ in 0..<10 {
      let first = UInt64(a) &* 0xd251_1f53
      let second = UInt64(c) &* 0xcd9e_8d57
      a = UInt32(truncatingIfNeeded: second >> 32) ^ b ^ left
      b = UInt32(truncatingIfNeeded: second)
      c = UInt32(truncatingIfNeeded: first >> 32) ^ d ^ right
      d = UInt32(truncatingIfNeeded: first)
      left &+= 0x9e37_79b9
      right &+= 0xbb67_ae85
    }
    return SIMD4(a, b, c, d)
  }
}
