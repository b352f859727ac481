import RetailData

/// Circles of transfers, each as the rows that lead round it.
struct TransferCycles {
  /// The row of the lowest number in the circle comes first. Of circles that have a facility in
  /// common one is named: breaking it may break the others.
  let rows: [[Int]]

  init(_ network: Network) {
    let count = network.facilities.count
    var outgoing = [[Int]](repeating: [], count: count)
    for (row, transfer) in network.transfers.enumerated() {
      outgoing[Int(transfer.from)].append(row)
    }
    var isUsed = [Bool](repeating: false, count: count)
    var found: [[Int]] = []
    for facility in 0..<count where !isUsed[facility] {
      guard
        let circle = Self.shortestCircle(through: facility, network.transfers, outgoing, isUsed)
      else { continue }
      for row in circle { isUsed[Int(network.transfers[row].from)] = true }
      let first = circle.indices.min { circle[$0] < circle[$1] } ?? 0
      found.append(Array(circle[first...] + circle[..<first]))
    }
    rows = found
  }

  /// Breadth first, so that what is named is short.
  private static func shortestCircle(
    through start: Int, _ transfers: [Transfer], _ outgoing: [[Int]], _ isBarred: [Bool]
  ) -> [Int]? {
    var cameBy = [Int?](repeating: nil, count: outgoing.count)
    var queue = [start]
    var next = 0
    while next < queue.count {
      let facility = queue[next]
      next += 1
      for row in outgoing[facility] {
        let to = Int(transfers[row].to)
        if isBarred[to] { continue }
        if to == start {
          var circle = [row]
          var at = facility
          while at != start, let way = cameBy[at] {
            circle.append(way)
            at = Int(transfers[way].from)
          }
          return circle.reversed()
        }
        if cameBy[to] == nil {
          cameBy[to] = row
          queue.append(to)
        }
      }
    }
    return nil
  }
}
