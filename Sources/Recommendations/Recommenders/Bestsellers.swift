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

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    fill(
      [], to: limit, excluding: Exclusion(mode, customer: customer, in: purchases),
      adding: term?.addends(for: customer))
  }

  /// Appends bestsellers to `start` until there are `limit`. What is added to them is measured by
  /// how far their own counts lie apart.
  func fill(
    _ start: [Recommendation], to limit: Int, excluding exclusion: Exclusion,
    adding addends: ScoreTerm.Addends?
  ) -> [Recommendation] {
    let room = min(limit - start.count, items.count)
    if room <= 0 { return start }
    func isCandidate(_ place: Int) -> Bool {
      !exclusion.contains(items[place]) && !start.contains { $0.item == items[place] }
    }
    // They stand in the order of their counts.
    let addends = addends?.over(
      ScoreSpread(
        [items.indices.first(where: isCandidate), items.indices.last(where: isCandidate)]
          .compactMap { $0.map { Double(counts[$0]) } }))
    let most = addends?.most ?? 0
    var best = BestList<Int>(limit: room)
    for (place, item) in items.enumerated() {
      let count = Double(counts[place])
      // Nothing that follows can be better than this.
      if !best.takes(score: count + most, order: Int32(place)) { break }
      if !isCandidate(place) { continue }
      best.offer(score: count + addends[item: item], order: Int32(place), payload: place)
    }
    return start
      + best.drain().map {
        Recommendation(
          item: items[$0.payload], score: $0.score, reason: .bestseller,
          amounts: addends.amounts(of: items[$0.payload]))
      }
  }
}
