/// How close every two of a few items are.
struct Closeness {
  let count: Int
  /// Row by row, symmetric, 0 on the diagonal.
  private let values: [Double]

  init(
    _ items: [Int32], in coPurchases: CoPurchases, by relatedness: Relatedness, most: Double
  ) {
    count = items.count
    var values = [Double](repeating: 0, count: count * count)
    for one in items.indices {
      for other in 0..<one {
        let (item, second) = (Int(items[one]), Int(items[other]))
        let both =
          coPurchases.pair(item, second, by: relatedness).score
          + coPurchases.pair(second, item, by: relatedness).score
        values[one * count + other] = min(both / 2, most)
        values[other * count + one] = min(both / 2, most)
      }
    }
    self.values = values
  }

  /// Row by row.
  init(_ values: [Double], count: Int) {
    self.count = count
    self.values = values
  }

  subscript(one: Int, other: Int) -> Double { values[one * count + other] }

  /// Σ over the pairs between two groups.
  func between(_ group: [Int], _ other: [Int]) -> Double {
    group.reduce(0) { sum, one in sum + other.reduce(0) { $0 + self[one, $1] } }
  }

  /// Puts each of `strays` into the group it is closest to on average.
  func joining(_ strays: some Sequence<Int>, to groups: [[Int]]) -> [[Int]] {
    var joined = groups
    for stray in strays {
      let means = groups.map { between([stray], $0) / Double($0.count) }
      guard let best = means.indices.max(by: { (means[$0], $1) < (means[$1], $0) }) else {
        continue
      }
      joined[best].append(stray)
    }
    return joined
  }
}

/// Agglomerative clustering by average linkage: Sokal and Michener, "A statistical method for
/// evaluating systematic relationships", University of Kansas Science Bulletin 38, 1958.
struct Linkage {
  private(set) var groups: [[Int]]
  /// Σ of the closeness between groups.
  private var sums: [[Double]]

  struct Pair {
    let first: Int
    let second: Int
    let mean: Double
  }

  init(_ groups: [[Int]], _ closeness: Closeness) {
    self.groups = groups
    sums = groups.map { one in groups.map { closeness.between(one, $0) } }
  }

  /// The two closest groups, the first of equals; nil where there is but one.
  var closest: Pair? {
    var best: Pair?
    for first in groups.indices {
      for second in groups.indices.dropFirst(first + 1) {
        let mean = sums[first][second] / Double(groups[first].count * groups[second].count)
        if mean > best?.mean ?? -.infinity { best = Pair(first: first, second: second, mean: mean) }
      }
    }
    return best
  }

  mutating func merge(_ pair: Pair) {
    groups[pair.first] += groups[pair.second]
    for other in groups.indices {
      sums[pair.first][other] += sums[pair.second][other]
      sums[other][pair.first] = sums[pair.first][other]
    }
    groups.remove(at: pair.second)
    sums.remove(at: pair.second)
    for row in sums.indices { sums[row].remove(at: pair.second) }
  }
}
