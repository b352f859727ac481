extension Identifiers {
  /// Names that someone who typed `name` may have meant, best first: the same but for case, then
  /// those it begins (shortest first), then those a few typing errors away.
  ///
  /// Distance is optimal string alignment (Levenshtein with adjacent transpositions, Damerau 1964)
  /// over UTF-8 bytes, up to one third of the length of `name`, at least 1 and at most 3. One pass
  /// over the names; a name whose length cannot fit is not looked at.
  public func nearest(to name: String, limit: Int) -> [String] {
    let query = Array(name.lowercased().utf8)
    guard !query.isEmpty, limit > 0 else { return [] }
    let reach = Swift.max(1, Swift.min(3, query.count / 3))
    var measure = EditDistance(query: query, limit: reach)
    var best: [Candidate] = []
    var lowered: [UInt8] = []
    for number in 0..<count {
      let bytes = names.utf8(at: number)
      if bytes.count + reach < query.count { continue }
      lowered.removeAll(keepingCapacity: true)
      appendLowercased(bytes, to: &lowered)
      guard let rank = rank(of: lowered, query: query, reach: reach, measure: &measure) else {
        continue
      }
      let candidate = Candidate(rank: rank, length: bytes.count, number: number)
      if best.count == limit, let last = best.last, last < candidate { continue }
      let place = best.firstIndex { candidate < $0 } ?? best.count
      best.insert(candidate, at: place)
      if best.count > limit { best.removeLast() }
    }
    return best.map { names[$0.number] }
  }

  /// 0: equal but for case; 1: begins with the query; 1 + d: d typing errors away.
  private func rank(
    of candidate: [UInt8], query: [UInt8], reach: Int, measure: inout EditDistance
  ) -> Int? {
    if candidate.count >= query.count, candidate.starts(with: query) {
      return candidate.count == query.count ? 0 : 1
    }
    if candidate.count > query.count + reach { return nil }
    return measure.distance(to: candidate).map { 1 + $0 }
  }

  private func appendLowercased(_ bytes: UnsafeBufferPointer<UInt8>, to target: inout [UInt8]) {
    for byte in bytes {
      if byte >= 0x80 {
        target.removeAll(keepingCapacity: true)
        target.append(contentsOf: String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        return
      }
      target.append(byte &- 65 < 26 ? byte | 32 : byte)
    }
  }
}

private struct Candidate: Comparable {
  let rank: Int
  let length: Int
  let number: Int

  static func < (left: Candidate, right: Candidate) -> Bool {
    (left.rank, left.length, left.number) < (right.rank, right.length, right.number)
  }
}

/// Optimal string alignment distance to one query, in a band of `limit` cells to either side of
/// the diagonal (Ukkonen 1985), so that a comparison costs length × limit.
private struct EditDistance {
  let query: [UInt8]
  let limit: Int
  private var beforePrevious: [Int]
  private var previous: [Int]
  private var current: [Int]

  init(query: [UInt8], limit: Int) {
    self.query = query
    self.limit = limit
    previous = [Int](repeating: 0, count: query.count + 1)
    beforePrevious = previous
    current = previous
  }

  /// The distance, or nil where it exceeds the limit.
  mutating func distance(to other: [UInt8]) -> Int? {
    let width = query.count
    if abs(width - other.count) > limit { return nil }
    let far = limit + 1
    for column in 0...width { previous[column] = Swift.min(column, far) }
    for row in stride(from: 1, through: other.count, by: 1) {
      let first = Swift.max(1, row - limit)
      let last = Swift.min(width, row + limit)
      if first > last { return nil }
      current[first - 1] = first == 1 ? Swift.min(row, far) : far
      var smallest = current[first - 1]
      for column in first...last {
        let same = query[column - 1] == other[row - 1]
        // Cells outside the band of the row above count as far.
        let above = column - (row - 1) > limit ? far : previous[column]
        var cell = Swift.min(
          previous[column - 1] + (same ? 0 : 1), above + 1, current[column - 1] + 1)
        if row > 1, column > 1, query[column - 1] == other[row - 2],
          query[column - 2] == other[row - 1]
        {
          cell = Swift.min(cell, beforePrevious[column - 2] + 1)
        }
        current[column] = Swift.min(cell, far)
        smallest = Swift.min(smallest, current[column])
      }
      if smallest > limit { return nil }
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    return previous[width] <= limit ? previous[width] : nil
  }
}
