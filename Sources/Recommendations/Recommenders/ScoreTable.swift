/// Sums by item for one customer, in memory proportional to what is added rather than to the
/// number of items: open addressing with linear probing.
struct ScoreTable {
  private var keys: [Int32]
  private var sums: [Double]
  private let mask: Int

  /// - Parameter additions: the most calls of `add` there will be.
  init(additions: Int) {
    var capacity = 64
    while capacity < 2 * additions { capacity *= 2 }
    keys = [Int32](repeating: -1, count: capacity)
    sums = [Double](repeating: 0, count: capacity)
    mask = capacity - 1
  }

  mutating func add(_ value: Double, to item: Int32) {
    let slot = slot(of: item)
    keys[slot] = item
    sums[slot] += value
  }

  /// The sum of an item, 0 if nothing was added.
  subscript(item: Int32) -> Double { sums[slot(of: item)] }

  /// Calls `body` with every item that something was added to, in no particular order.
  func forEach(_ body: (_ item: Int32, _ sum: Double) -> Void) {
    for slot in keys.indices where keys[slot] >= 0 { body(keys[slot], sums[slot]) }
  }

  /// How far the sums lie apart.
  func spread(excluding exclusion: Exclusion) -> ScoreSpread {
    var spread = ScoreSpread()
    forEach { item, sum in
      if !exclusion.contains(item) { spread.add(sum) }
    }
    return spread
  }

  /// The items of the highest sums with what is added to them, best first; equal ones by item
  /// number.
  func best(
    _ limit: Int, excluding exclusion: Exclusion, adding addends: ScoreTerm.Addends?
  ) -> [(item: Int32, score: Double, amounts: [ScoreTerm.Amount])] {
    let addends = addends?.over(spread(excluding: exclusion))
    var best = BestList<Void>(limit: limit)
    forEach { item, sum in
      let score = sum + addends[item: item]
      if best.takes(score: score, order: item), !exclusion.contains(item) {
        best.offer(score: score, order: item, payload: ())
      }
    }
    return best.drain().map { ($0.order, $0.score, addends.amounts(of: $0.order)) }
  }

  private func slot(of item: Int32) -> Int {
    // Fibonacci hashing: the high bits of the product are well mixed.
    var slot =
      Int(truncatingIfNeeded: (UInt64(UInt32(bitPattern: item)) &* 0x9e37_79b9_7f4a_7c15) >> 32)
      & mask
    while keys[slot] >= 0, keys[slot] != item { slot = (slot + 1) & mask }
    return slot
  }
}
