/// Random numbers that follow from a seed alone, the same everywhere: SplitMix64 (Steele, Lea &
/// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). It is *not* fit for
/// cryptography.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// The stream of one piece of work among many: what is drawn for one does not depend on how many
  /// others there are, nor on who does them.
  public init(seed: UInt64, stream: Int) {
    let key = UInt64(truncatingIfNeeded: stream) &* 0xd6e8_feb8_6659_fd93
    state = Self.mix(Self.mix(seed &+ 0x9e37_79b9_7f4a_7c15) ^ key)
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mix(state)
  }

  /// In 0 ..< bound.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// In 0 ..< 1, a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Every bit of the result depends on every bit of the value.
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
