/// Random numbers that spread evenly over the scenarios of an item: each is uniform by itself, but
/// together they leave no part of the range out and fill none twice before its turn.
///
/// A plan made for a few scenarios takes their accidents for the truth: a region that happened to
/// buy twice gets stock, one that happened to buy nothing gets none. Evenly spread draws have fewer
/// accidents. Named like `KeyedDraws`: nothing depends on how many scenarios there are, and one unit
/// more leaves all others where they are.
struct SpreadDraws: Sendable {
  private let sequence = SobolSequence()
  private let random: KeyedDraws

  init(_ random: KeyedDraws) { self.random = random }

  /// The draws of an item's lead time (dimension 0) and of its demand by epoch (the others).
  struct Cycles {
    fileprivate let sequence: SobolSequence
    fileprivate let seeds: SIMD4<UInt32>
    fileprivate let random: KeyedDraws
    fileprivate let item: Int

    /// Strictly between 0 and 1.
    func uniform(scenario: Int, dimension: Int) -> Double {
      // An order of its own, or items would be alike in which scenarios differ.
      let block = scenario >> 4
      let order = random.words(.cycleOrder, item: item, scenario: block)
      let number = SpreadDraws.shuffled(UInt32(scenario & 15), order.x) | UInt32(block) << 4
      let point = sequence.point(number, dimension: dimension)
      return (Double(SobolSequence.scrambled(point, seeds[dimension])) + 0.5) * 0x1p-32
    }
  }

  /// The draws of places and moments for an item's units.
  struct Units {
    fileprivate let sequence: SobolSequence
    fileprivate let seeds: SIMD4<UInt32>
    fileprivate let random: KeyedDraws
    fileprivate let item: Int

    /// Three words for a unit: all units of an item, and of sixteen scenarios, are points of one
    /// sequence; those of one scenario are picked from it as if independent of each other.
    ///
    /// - Parameter chance: At which the demand of the scenario and epoch was drawn. Scenarios of much
    ///   demand come first: of units that few scenarios ask for, those few are spread evenly.
    @inline(__always)
    func words(scenario: Int, epoch: Int, index: Int, chance: Double) -> SIMD4<UInt32> {
      let block = scenario >> 4
      let order = random.words(.unitOrder, item: item, scenario: block, epoch: epoch, index: index)
      let (time, unit) = (UInt32(epoch), UInt32(index))
      // What differs first between units has the low bits: sixteen scenarios, two epochs, the first
      // eight units.
      let number =
        SpreadDraws.shuffled(15 - UInt32(chance * 16), order.x) | (time & 1) << 4 | (unit & 7) << 5
        | (time >> 1 & 1) << 8 | UInt32(block) << 9 | (unit >> 3) << 21
      var words = SIMD4<UInt32>.zero
      for dimension in 0..<3 {
        words[dimension] = SobolSequence.scrambled(
          sequence.point(number, dimension: dimension), seeds[dimension])
      }
      return words
    }
  }

  /// A place among sixteen, drawn so that the first 2, 4 and 8 stay neighbours: random flips from
  /// the highest bit down.
  @inline(__always)
  fileprivate static func shuffled(_ place: UInt32, _ flips: UInt32) -> UInt32 {
    let half = flips & 1
    let quarter = flips >> (1 + (place >> 3)) & 1
    let eighth = flips >> (3 + (place >> 2)) & 1
    let last = flips >> (7 + (place >> 1)) & 1
    return place ^ (half << 3 | quarter << 2 | eighth << 1 | last)
  }

  func cycles(ofItem item: Int) -> Cycles {
    Cycles(
      sequence: sequence, seeds: random.words(.cycleScramble, item: item, scenario: 0),
      random: random, item: item)
  }

  func units(ofItem item: Int) -> Units {
    Units(
      sequence: sequence, seeds: random.words(.unitScramble, item: item, scenario: 0),
      random: random, item: item)
  }
}
