/// A stream of random numbers that belongs to one thing: one customer's taste, one item's price.
///
/// Every stream is named by a seed, a purpose and a key, and none reads from another. So what is
/// drawn for one customer does not depend on how many others there are, on the order of the work or
/// on the number of threads.
///
/// The generator is `SplitMix64`.
struct KeyedStream {
  /// What a stream is for. The raw values are part of what samples and templates hold: never renumber.
  enum Purpose: UInt64 {
    case itemTraits = 1
    case itemTitle = 2
    case itemPromotions = 3
    case familyGrouping = 4
    case familyWeight = 5
    case categoryBrands = 6
    case customerName = 10
    case customerSpending = 11
    case customerTaste = 12
    case customerShopping = 13
    case brandLoyalty = 14
    case customerRegion = 15
    case orderSpeed = 20
    case vendor = 30
    case supply = 31
    case facility = 32
    case stockHealth = 33
    case stockPlacement = 34
    case templateItem = 40
    case templateSupply = 41
    case templateStock = 42
  }

  private var generator: SplitMix64

  init(seed: UInt64, purpose: Purpose, key: Int = 0) {
    let named = SplitMix64.mix(seed &+ purpose.rawValue &* 0x9e37_79b9_7f4a_7c15)
    generator = SplitMix64(
      seed: SplitMix64.mix(named ^ (UInt64(truncatingIfNeeded: key) &* 0xd6e8_feb8_6659_fd93)))
  }

  mutating func next() -> UInt64 { generator.next() }

  /// In 0 ..< 1, a multiple of 2⁻⁵³.
  mutating func uniform() -> Double { generator.uniform() }

  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// In 0 ..< bound.
  mutating func below(_ bound: Int) -> Int { generator.below(bound) }

  mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// Standard normal, by Marsaglia's polar method.
  mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0, square < 1 {
        return x * (-2 * PortableMath.log(square) / square).squareRoot()
      }
    }
  }

  /// Log-normal with mean 1.
  mutating func logNormal(sigma: Double) -> Double {
    PortableMath.exp(sigma * normal() - sigma * sigma / 2)
  }
}
