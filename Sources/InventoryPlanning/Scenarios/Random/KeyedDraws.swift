/// Random numbers by name: a seed, a purpose, an item, a scenario, what is drawn, and which of
/// them. None depends on another, nor on how many there are.
struct KeyedDraws: Sendable {
  /// What is drawn. The raw values are part of every plan's scenarios: never renumber.
  enum Quantity: UInt32 {
    case leadTime = 1
    case demand = 2
    case unit = 3
    case lump = 4
    case inbound = 5
    /// Of `SpreadDraws`.
    case cycleScramble = 6
    case unitScramble = 7
    case unitOrder = 8
    case cycleOrder = 9
  }

  private let key: SIMD2<UInt32>
  private let purpose: UInt32

  init(seed: UInt64, purpose: DrawPurpose) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.purpose = purpose.rawValue
  }

  /// Four words for number `index` of a quantity.
  ///
  /// - Precondition: `scenario` is below 2¹⁶, `epoch` below 2⁸.
  @inline(__always)
  func words(
    _ quantity: Quantity, item: Int, scenario: Int, epoch: Int = 0, index: Int = 0
  ) -> SIMD4<UInt32> {
    let place = UInt32(truncatingIfNeeded: scenario | epoch << 16 | Int(quantity.rawValue) << 24)
    return Philox.block(
      SIMD4(
        UInt32(truncatingIfNeeded: index), place, UInt32(truncatingIfNeeded: item), purpose),
      key: key)
  }

  /// Strictly between 0 and 1: the middle of one of 2⁵² equal steps.
  @inline(__always)
  func uniform(
    _ quantity: Quantity, item: Int, scenario: Int, epoch: Int = 0, index: Int = 0
  ) -> Double {
    let words = words(quantity, item: item, scenario: scenario, epoch: epoch, index: index)
    return Self.uniform(words.x, words.y)
  }

  /// Strictly between 0 and 1, out of two words.
  @inline(__always)
  static func uniform(_ high: UInt32, _ low: UInt32) -> Double {
    (Double((UInt64(high) << 32 | UInt64(low)) >> 12) + 0.5) * 0x1p-52
  }

  /// 0 ..< 1, a multiple of 2⁻²⁴: enough to find a place among shares.
  @inline(__always)
  static func share(_ word: UInt32) -> Float {
    Float(word >> 8) * 0x1p-24
  }
}
