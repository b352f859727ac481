import Foundation

/// How well the recommendations to one customer foretold the items bought.
struct ForetellingScore: Equatable {
  let hit: Double
  let recall: Double
  let ndcg: Double

  /// - Parameters:
  ///   - recommended: distinct items, best first, `top` at most.
  ///   - bought: ascending, not empty.
  init(recommended: [Int32], bought: [Int32], top: Int) {
    var hits = 0
    var gain = 0.0
    for (place, item) in recommended.prefix(top).enumerated() where bought.holds(item) {
      hits += 1
      gain += Self.discount(place)
    }
    let best = (0..<min(top, bought.count)).reduce(0) { $0 + Self.discount($1) }
    hit = hits > 0 ? 1 : 0
    recall = Double(hits) / Double(bought.count)
    ndcg = gain / best
  }

  private static func discount(_ place: Int) -> Double { 1 / log2(Double(place + 2)) }
}
