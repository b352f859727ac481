import RetailData

/// A network as a tree, from the top down: every facility once, under the one that sends to it.
///
///     ▾ DC            depth 0
///       ▾ FC          depth 1
///         · site      depth 2, and the DC sends there too: `otherSenders`
///
/// A facility that several others send to stands under the one lowest in the network, so that the
/// tree is as deep as the way of goods is long; among those of one depth under the one of the
/// shortest transfer time, then of the cheapest transfer, then of the first row. Networks are
/// small: a pass over all transfers for each facility is nothing.
public struct EchelonTree: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    /// Number in the network.
    public var facility: Int32
    /// 0 at the top.
    public var depth: Int
    /// The facility that it stands under; nil at the top.
    public var parent: Int32?
    /// All others that send to it, in the order of the network.
    public var otherSenders: [Int32]
    /// Whether others stand under it.
    public var hasChildren: Bool
  }

  /// Every facility stands before those under it; those under one, and those at the top, in the
  /// order of the network.
  public let rows: [Row]

  /// Any network at all: facilities whose transfers go round in a circle, for which there is no
  /// plan, are taken in the order of the network.
  public init(_ network: Network) {
    let count = network.facilities.count
    let transfers = network.transfers.filter { $0.from != $0.to }
    var parents = [Int32?](repeating: nil, count: count)
    var levels = [Int](repeating: 0, count: count)
    for facility in Self.order(count, transfers) {
      let into = transfers.filter { Int($0.to) == facility }
      let main = into.enumerated().min { first, second in
        let (a, b) = (first.element, second.element)
        return (-levels[Int(a.from)], a.leadTimeDays, a.costPerUnit, first.offset)
          < (-levels[Int(b.from)], b.leadTimeDays, b.costPerUnit, second.offset)
      }?.element.from
      guard let main, !Self.leads(to: facility, from: Int(main), parents) else { continue }
      parents[facility] = main
      levels[facility] = levels[Int(main)] + 1
    }
    var children = [[Int]](repeating: [], count: count)
    for facility in 0..<count {
      if let parent = parents[facility] { children[Int(parent)].append(facility) }
    }
    var rows: [Row] = []
    var waiting = (0..<count).filter { parents[$0] == nil }.reversed().map { ($0, 0) }
    while let (facility, depth) = waiting.popLast() {
      let senders = Set(transfers.lazy.filter { Int($0.to) == facility }.map(\.from))
      rows.append(
        Row(
          facility: Int32(facility), depth: depth, parent: parents[facility],
          otherSenders: senders.filter { $0 != parents[facility] }.sorted(),
          hasChildren: !children[facility].isEmpty))
      waiting += children[facility].reversed().map { ($0, depth + 1) }
    }
    self.rows = rows
  }

  /// Senders first; where none comes first, the first that is left.
  private static func order(_ count: Int, _ transfers: [Transfer]) -> [Int] {
    if let order = try? EchelonOrder(facilityCount: count, transfers: transfers) {
      return order.facilities.map { Int($0) }
    }
    return Array(0..<count)
  }

  /// Whether a facility stands above another already: to be put under it would close a circle.
  private static func leads(to above: Int, from facility: Int, _ parents: [Int32?]) -> Bool {
    var at = facility
    while at != above {
      guard let parent = parents[at] else { return false }
      at = Int(parent)
    }
    return true
  }
}
