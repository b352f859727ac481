import RetailData
import Synchronization

/// Items, customers and facilities whose id or name has the typed letters, best first.
struct MatchQuestion: Question {
  let text: String
  let isForItemsOnly: Bool

  static let limit = 40

  var family: QuestionFamily { QuestionFamily(name: isForItemsOnly ? "items" : "matches") }

  func answer(from workspace: Workspace, work: WorkContext) throws -> [Completion] {
    let pattern = FuzzyPattern(text)
    let items = workspace.dataset.items
    var found = try best(items.count, work) { item in
      Self.score(pattern, items.ids.names.utf8(at: item), items.titles.utf8(at: item))
    }.map { score, item in
      (
        score,
        Completion(
          target: .item(item), name: items.ids[item], detail: items.titles[item], kind: "item")
      )
    }
    if !isForItemsOnly {
      let customers = workspace.dataset.customers
      found += try best(customers.count, work) { customer in
        Self.score(
          pattern, customers.ids.names.utf8(at: customer), customers.names.utf8(at: customer))
      }.map { score, customer in
        let completion = Completion(
          target: .customer(customer), name: customers.ids[customer],
          detail: customers.names[customer], kind: "customer")
        return (score, completion)
      }
      found += Self.facilities(workspace.dataset.network.facilities, pattern)
    }
    let order = found.enumerated().sorted {
      ($1.element.0, $0.offset) < ($0.element.0, $1.offset)
    }
    return order.prefix(Self.limit).map(\.element.1)
  }

  private static func facilities(
    _ facilities: [Facility], _ pattern: FuzzyPattern
  ) -> [(Int, Completion)] {
    let ids = StringColumn(facilities.map(\.id))
    let names = StringColumn(facilities.map(\.name))
    return facilities.enumerated().compactMap { number, facility in
      guard let score = score(pattern, ids.utf8(at: number), names.utf8(at: number)) else {
        return nil
      }
      let completion = Completion(
        target: .facility(number), name: facility.id, detail: facility.name, kind: "facility")
      return (score, completion)
    }
  }

  /// An id counts more than a name, and an id in full most of all.
  private static func score(
    _ pattern: FuzzyPattern, _ id: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let byID = pattern.score(id).map { $0 + 60 }
    let byName = pattern.score(name)
    guard let byID else { return byName }
    return max(byID, byName ?? byID)
  }

  /// The best-scored numbers below `count`; equal scores in the order of the numbers.
  private func best(
    _ count: Int, _ work: WorkContext, _ score: @Sendable (Int) -> Int?
  ) throws -> [(Int, Int)] {
    let chunk = 16_384
    let parts = Mutex([[(Int, Int)]](repeating: [], count: (count + chunk - 1) / chunk))
    try work.forEachChunk(of: count, chunk: chunk) { _, range in
      var found: [(Int, Int)] = []
      for number in range { if let score = score(number) { found.append((score, number)) } }
      found.sort { ($1.0, $0.1) < ($0.0, $1.1) }
      let kept = Array(found.prefix(Self.limit))
      parts.withLock { $0[range.lowerBound / chunk] = kept }
    }
    let all = parts.withLock { Array($0.joined()) }
    return Array(all.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.prefix(Self.limit))
  }
}
