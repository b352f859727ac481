import RetailData

/// `bestsellers`: the items with the most purchase lines in the days before the end of the data,
/// the same list for everyone. Items with equally many are ordered by all their lines, then by
/// item number; items that nobody ever bought are never on it.
///
/// The other methods fill up from it when they have nothing more to say.
public struct Bestsellers: Recommender {
  public let method = Method.bestsellers
  private let purchases: Purchases
  /// All items that were ever bought, best first, and their lines in the window.
  private let items: [Int32]
  private let counts: [Int32]

  /// Counts the lines in the `days` up to and including `end`.
  init(_ purchases: Purchases, end: Timestamp, days: Double) {
    var recent = [Int32](repeating: 0, count: purchases.itemCount)
    var all = recent
    let times = purchases.times.buffer
    for (line, item) in purchases.items.buffer.enumerated() where times[line] <= end {
      all[Int(item)] += 1
      if end.days(since: times[line]) < days { recent[Int(item)] += 1 }
    }
    self.purchases = purchases
    items = all.indices.filter { all[$0] > 0 }
      .sorted { (recent[$1], all[$1], $0) < (recent[$0], all[$0], $1) }
      .map { Int32($0) }
    counts = items.map { recent[Int($0)] }
  }

  public func recommend(to customer: Int, limit: Int, mode: Mode) -> [Recommendation] {
    fill([], to: limit, excluding: Exclusion(mode, customer: customer, in: purchases))
  }

  /// Appends bestsellers to `start` until there are `limit`.
  func fill(
    _ start: [Recommendation], to limit: Int, excluding exclusion: Exclusion
  ) -> [Recommendation] {
    var result = start
    for (place, item) in items.enumerated() {
      if result.count >= limit { break }
      if exclusion.contains(item) || start.contains(where: { $0.item == item }) { continue }
      result.append(
        Recommendation(item: item, score: Double(counts[place]), reason: .bestseller))
    }
    return result
  }
}
