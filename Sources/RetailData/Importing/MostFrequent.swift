/// Counts which label each of many things goes by most often.
struct LabelVotes {
  /// Thing in the high half, label in the low half.
  private var votes: [UInt64] = []
  private(set) var labels = IdentifierBuilder()

  mutating func add(_ label: UnsafeBufferPointer<UInt8>, for thing: Int) {
    if label.isEmpty { return }
    votes.append(UInt64(thing) << 32 | UInt64(labels.insert(label).number))
  }

  /// For each of `count` things its most frequent label, nil without votes; between equals the one
  /// seen first anywhere. Also how many things have several labels.
  func result(count: Int) -> (winners: [Int?], ambiguous: Int) {
    var winners = [Int?](repeating: nil, count: count)
    var best = [Int](repeating: 0, count: count)
    var kinds = [Int](repeating: 0, count: count)
    let sorted = votes.sorted()
    var position = 0
    while position < sorted.count {
      var end = position + 1
      while end < sorted.count, sorted[end] == sorted[position] { end += 1 }
      let thing = Int(sorted[position] >> 32)
      kinds[thing] += 1
      if end - position > best[thing] {
        best[thing] = end - position
        winners[thing] = Int(UInt32(truncatingIfNeeded: sorted[position]))
      }
      position = end
    }
    return (winners, kinds.count { $0 > 1 })
  }
}
