import RetailData

/// The people who seem to share an account: the customer's items in one to four groups, each of
/// items that go together, with little between the groups.
///
/// Two items are as close as their scores (N − E)/√(E + κ) say, the mean of both directions, in
/// standard deviations of chance. Groups are merged as long as the pairs between them are closer
/// than `closeness` on average (average linkage). Groups too small to be a person join the one they
/// are closest to; where fewer than two are left, or those left are not further apart than
/// `distance`, there is one person: one when in doubt.
public struct Personas: Sendable, Equatable {
  /// The groups, the largest first; items within by number of purchases, then item number.
  public let groups: [Group]

  public struct Group: Sendable, Equatable {
    public let items: [Int32]
    /// Of the account's purchase lines.
    public let share: Double
  }

  /// A long history is judged by its latest items.
  public static let mostItems = 160
  public static let mostPersonas = 4
  private static let closeness = 0.8
  private static let distance = 0.5
  /// Of all items, and items at least, that make a person.
  private static let smallestShare = 0.15
  private static let smallest = 4
  /// No pair of items decides alone.
  private static let closestPair = 4.0

  /// Which group an item is in; nil for an item that was not looked at.
  public func group(of item: Int32) -> Int? { groups.firstIndex { $0.items.contains(item) } }
}

extension Personas {
  /// Groups the items of a customer. Takes time in proportion to the buyers of all pairs of them.
  public init(
    of customer: Int, in coPurchases: CoPurchases, relatedness: Relatedness = Relatedness()
  ) {
    let purchases = coPurchases.purchases
    var lines: [Int32: Int] = [:]
    var latest: [Int32] = []
    for line in purchases.lines(ofCustomer: customer).reversed() {
      let item = purchases.items[line]
      if lines[item] == nil {
        if latest.count == Self.mostItems { continue }
        latest.append(item)
      }
      lines[item, default: 0] += 1
    }
    let items = latest.sorted()
    let closeness = Closeness(items, in: coPurchases, by: relatedness, most: Self.closestPair)
    let total = Double(lines.values.reduce(0, +))
    groups = Self.merged(closeness).map { members in
      let items = members.map { items[$0] }.sorted { (lines[$1] ?? 0, $0) < (lines[$0] ?? 0, $1) }
      return Group(
        items: items, share: Double(items.reduce(0) { $0 + (lines[$1] ?? 0) }) / max(total, 1))
    }.sorted { ($1.share, $0.items.first ?? 0) < ($0.share, $1.items.first ?? 0) }
  }

  /// The groups, by places of items.
  private static func merged(_ closeness: Closeness) -> [[Int]] {
    let count = closeness.count
    guard count > 0 else { return [] }
    let all = [Array(0..<count)]
    var linkage = Linkage((0..<count).map { [$0] }, closeness)
    while let pair = linkage.closest, pair.mean >= Self.closeness { linkage.merge(pair) }
    let floor = max(smallest, Int((smallestShare * Double(count)).rounded(.up)))
    let persons = linkage.groups.filter { $0.count >= floor }
    guard persons.count > 1 else { return all }
    var kept = Linkage(persons, closeness)
    while let pair = kept.closest, pair.mean >= distance || kept.groups.count > mostPersonas {
      kept.merge(pair)
    }
    guard kept.groups.count > 1 else { return all }
    return closeness.joining(linkage.groups.filter { $0.count < floor }.joined(), to: kept.groups)
  }
}
