import RetailData
import TestSupport
import Testing

@Suite struct NearestTests {
  @Test func ordersByKindOfLikeness() {
    let ids = Identifiers(["85123B", "85123A", "85123AB", "58123A", "99999", "85223A"])
    #expect(
      ids.nearest(to: "85123a", limit: 10)
        == ["85123A", "85123AB", "85123B", "58123A", "85223A"])
    #expect(ids.nearest(to: "85123a", limit: 2) == ["85123A", "85123AB"])
    #expect(ids.nearest(to: "zzz", limit: 3).isEmpty)
    #expect(ids.nearest(to: "", limit: 3).isEmpty)
  }

  /// Against the full table of optimal string alignment.
  @Test func agreesWithTheWholeTable() {
    var random = SeededGenerator(seed: 5)
    func word(_ random: inout SeededGenerator) -> String {
      String(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          "abc".randomElement(using: &random) ?? "a"
        })
    }
    for _ in 0..<200 {
      let names = Array(Set((0..<40).map { _ in word(&random) })).sorted()
      let query = word(&random)
      let reach = max(1, min(3, query.count / 3))
      let expected = names.enumerated().compactMap { number, name -> (Int, Int, Int, String)? in
        if name.hasPrefix(query) { return (name == query ? 0 : 1, name.count, number, name) }
        let distance = alignment(Array(query), Array(name))
        return distance <= reach ? (1 + distance, name.count, number, name) : nil
      }.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
      #expect(Identifiers(names).nearest(to: query, limit: 100) == expected)
    }
  }

  private func alignment(_ a: [Character], _ b: [Character]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in 1...a.count {
      for j in 1...b.count {
        var best = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1,
          table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, table[i - 2][j - 2] + 1)
        }
        table[i][j] = best
      }
    }
    return table[a.count][b.count]
  }
}
