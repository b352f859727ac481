/// Decides, as one row's items come by from the rarest to the most popular, which of them can be
/// among the best `depth` under *any* score: those that fewer than `depth` earlier items match or
/// exceed in N. (The k-skyband of Papadias, Tao, Fu and Seeger, "Progressive Skyline Computation
/// in Database Systems", ACM Transactions on Database Systems 30(1), 2005.)
///
/// An item left out has `depth` rarer items with at least its N. Every score is nondecreasing in
/// N and nonincreasing in the purchases of the other item, and equal scores put the rarer item
/// first, so all of them stand before it in every list.
struct Skyband {
  private let depth: Int
  /// The `depth`-th largest N so far, 0 while there are fewer.
  private var threshold: UInt32 = 0
  /// Items so far with N above `threshold`.
  private var above = 0
  /// Kept items by N.
  private var levels: [Int32] = []

  init(depth: Int) { self.depth = depth }

  /// - Parameter keepsTies: for rows in which scores of equal N may be in any order: keeps also
  ///   what is matched in N, but not exceeded. See `ChanceModel.tellsLevelsApart`.
  @inline(__always)
  mutating func keeps(_ count: UInt32, keepsTies: Bool) -> Bool {
    if count <= threshold { return keepsTies && count == threshold }
    take(count)
    return true
  }

  private mutating func take(_ count: UInt32) {
    let level = Int(count)
    if level >= levels.count {
      levels.append(contentsOf: repeatElement(0, count: 2 * level + 1 - levels.count))
    }
    levels[level] += 1
    above += 1
    while above >= depth {
      threshold += 1
      above -= Int(levels[Int(threshold)])
    }
  }

  /// Ready for the next row.
  mutating func reset() {
    for level in levels.indices { levels[level] = 0 }
    threshold = 0
    above = 0
  }
}
