/// Draws numbers with given weights, two look-ups a draw whatever their count.
///
/// Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE
/// Transactions on Software Engineering 17 (1991).
struct AliasTable {
  private let keep: [Double]
  private let alias: [Int32]

  var count: Int { keep.count }

  /// At least one weight, none negative, not all zero.
  init(weights: [Double]) {
    precondition(!weights.isEmpty, "nothing to draw from")
    let mean = weights.reduce(0, +) / Double(weights.count)
    var scaled = weights.map { $0 / mean }
    var keep = [Double](repeating: 1, count: weights.count)
    var alias = weights.indices.map { Int32($0) }
    var small = weights.indices.filter { scaled[$0] < 1 }
    var large = weights.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.popLast() {
      keep[low] = scaled[low]
      alias[low] = Int32(high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 { small.append(high) } else { large.append(high) }
    }
    self.keep = keep
    self.alias = alias
  }

  func draw(_ stream: inout KeyedStream) -> Int {
    let place = stream.uniform() * Double(keep.count)
    let slot = min(Int(place), keep.count - 1)
    return place - Double(slot) < keep[slot] ? slot : Int(alias[slot])
  }
}
