import RetailData

/// The facilities, every one after all that send stock to it: the network from the top down.
///
/// Kahn, "Topological sorting of large networks", Communications of the ACM 5 (1962); among those
/// that may come next, the one of the lowest number comes first.
struct EchelonOrder: Sendable {
  let facilities: [Int32]

  /// - Throws: `PlanningProblemError.transferCycle`.
  init(facilityCount: Int, transfers: [Transfer]) throws(PlanningProblemError) {
    var senders = [Int](repeating: 0, count: facilityCount)
    for transfer in transfers { senders[Int(transfer.to)] += 1 }
    var done = [Bool](repeating: false, count: facilityCount)
    var order: [Int32] = []
    while let next = senders.indices.first(where: { !done[$0] && senders[$0] == 0 }) {
      done[next] = true
      order.append(Int32(next))
      for transfer in transfers where Int(transfer.from) == next { senders[Int(transfer.to)] -= 1 }
    }
    if order.count < facilityCount {
      throw .transferCycle(Self.cycle(among: transfers.filter { !done[Int($0.from)] }, done: done))
    }
    facilities = order
  }

  /// Every facility that is left has a sender that is left, so going up must come round.
  private static func cycle(among transfers: [Transfer], done: [Bool]) -> [Int32] {
    guard let start = done.firstIndex(of: false) else { return [] }
    var path = [Int32(start)]
    while let at = path.last,
      let up = transfers.first(where: { $0.to == at && !done[Int($0.from)] })
    {
      if let seen = path.firstIndex(of: up.from) {
        return [up.from] + path[seen...].reversed()
      }
      path.append(up.from)
    }
    return path
  }
}
