import RetailData
import Synchronization

/// All co-purchase counts, kept so that a day of purchases is *added* to them instead of everything
/// being counted again. The index it gives is, bit for bit, the one that `RelatednessIndex.build`
/// gives.
///
/// ```swift
/// var ledger = try RelatednessLedger(yesterday, work: work)
/// let change = try ledger.update(to: today, work: work)
/// let index = try ledger.index(of: today, unit: .distinct, work: work)
/// print(change.customers, "customers changed", change.rows.count, "items' counts")
/// ```
///
/// An update looks at the customers whose items changed, and rewrites the rows of pairs they bought.
/// Chance changes for every item with every purchase; it is computed anew, which takes a pass over
/// the purchases. What is saved is the counting, the sum of squares of all customers' items; the
/// price is memory, 8 bytes for every ordered pair that anybody bought both of.
public struct RelatednessLedger: Sendable {
  /// What the rows were counted of.
  private(set) var baskets: Baskets
  /// By item: its row, ascending by item.
  private(set) var rows: [[PairCount]]

  /// What an update changed.
  public struct Change: Sendable, Equatable {
    /// Customers whose set of items is another.
    public let customers: Int
    /// Items with a changed count, ascending.
    public let rows: [Int32]

    /// For the user.
    public var sentence: String {
      "related items: added what \(customers) \(customers == 1 ? "customer" : "customers") bought "
        + "since to the counts kept from then; those of \(rows.count) "
        + "\(rows.count == 1 ? "item" : "items") changed"
    }
  }

  /// Counts that were kept.
  init(baskets: Baskets, rows: [[PairCount]]) {
    self.baskets = baskets
    self.rows = rows
  }

  /// Counts everything once.
  ///
  /// - Throws: `CancellationError`.
  public init(_ coPurchases: CoPurchases, work: WorkContext) throws {
    baskets = Baskets(coPurchases)
    let ranked = coPurchases.ranked
    let items = coPurchases.itemCount
    let rows = Mutex([[PairCount]](repeating: [], count: items))
    try work.forEachChunk(of: items, chunk: 32) { _, ranks in
      let counter = RowCounter(coPurchases)
      for rank in ranks {
        var row: [PairCount] = []
        counter.forEachCoPurchase(rank: rank) { other, count in
          row.append(PairCount(item: ranked.items[other], count: Int32(count)))
        }
        row.sort { $0.item < $1.item }
        rows.withLock { $0[Int(ranked.items[rank])] = row }
      }
    }
    self.rows = rows.withLock { $0 }
  }

  /// Ordered pairs that are kept.
  public var pairCount: Int { rows.reduce(0) { $0 + $1.count } }

  /// Goes on to purchases with more lines, or with some taken back.
  ///
  /// - Parameter new: Customers and items keep the numbers they had; new ones follow them.
  /// - Throws: `CancellationError`; the ledger is as it was then.
  @discardableResult
  public mutating func update(to new: CoPurchases, work: WorkContext) throws -> Change {
    precondition(
      new.customerCount >= baskets.count && new.itemCount >= rows.count,
      "customers and items keep their numbers")
    let current = Baskets(new)
    var differences: [PairDifference] = []
    var customers = 0
    for customer in 0..<new.customerCount {
      if customer % 4_096 == 0 { try work.checkCancelled() }
      let (before, after) = (baskets[customer], current[customer])
      if before == after { continue }
      customers += 1
      let known = Set(before)
      let now = Set(after)
      PairDifference.append(after, changed: { !known.contains($0) }, by: 1, to: &differences)
      PairDifference.append(before, changed: { !now.contains($0) }, by: -1, to: &differences)
    }
    differences.sort()
    try work.checkCancelled()
    rows += [[PairCount]](repeating: [], count: new.itemCount - rows.count)
    var changed: [Int32] = []
    var start = 0
    while start < differences.count {
      let item = differences[start].row
      var end = start
      while end < differences.count, differences[end].row == item { end += 1 }
      if rows[Int(item)].apply(differences[start..<end]) { changed.append(item) }
      start = end
    }
    baskets = current
    return Change(customers: customers, rows: changed)
  }

  /// The index of the present counts.
  ///
  /// - Parameter coPurchases: Those that were counted, or updated to, last.
  /// - Throws: `CancellationError`.
  public func index(
    of coPurchases: CoPurchases, unit: PurchaseUnit,
    listLength: Int = RelatednessIndex.usualLength, work: WorkContext
  ) throws -> RelatednessIndex {
    try RelatednessIndex.build(coPurchases, unit: unit, listLength: listLength, work: work) {
      KeptRows(rows, of: coPurchases)
    }
  }
}

/// By how much the count of a pair changes, in the row of one of its items.
private struct PairDifference: Comparable {
  let row: Int32
  let item: Int32
  let by: Int32

  static func < (left: PairDifference, right: PairDifference) -> Bool {
    (left.row, left.item) < (right.row, right.item)
  }

  /// All pairs of `items` of which one has changed at least, in both rows.
  static func append(
    _ items: ArraySlice<Int32>, changed: (Int32) -> Bool, by difference: Int32,
    to differences: inout [PairDifference]
  ) {
    let items = Array(items)
    let changes = items.map(changed)
    for one in items.indices {
      for other in 0..<one where changes[one] || changes[other] {
        differences.append(PairDifference(row: items[one], item: items[other], by: difference))
        differences.append(PairDifference(row: items[other], item: items[one], by: difference))
      }
    }
  }
}

extension [PairCount] {
  /// Adds differences, ascending by item, of which one item may have several. Says whether any count
  /// changed.
  fileprivate mutating func apply(_ differences: ArraySlice<PairDifference>) -> Bool {
    var merged: [PairCount] = []
    merged.reserveCapacity(count + differences.count)
    var place = 0
    var hasChanged = false
    var next = differences.startIndex
    while next < differences.endIndex {
      let item = differences[next].item
      var sum: Int32 = 0
      while next < differences.endIndex, differences[next].item == item {
        sum += differences[next].by
        next += 1
      }
      while place < count, self[place].item < item {
        merged.append(self[place])
        place += 1
      }
      var pair = PairCount(item: item, count: sum)
      if place < count, self[place].item == item {
        pair.count += self[place].count
        place += 1
      }
      if sum != 0 { hasChanged = true }
      if pair.count != 0 { merged.append(pair) }
    }
    guard hasChanged else { return false }
    merged += self[place...]
    self = merged
    return true
  }
}
