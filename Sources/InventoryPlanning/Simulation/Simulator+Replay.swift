import RetailData

/// What a replay follows.
public enum ReplaySubject: Sendable, Hashable {
  /// One item everywhere, by its number.
  case item(Int)
  /// All items at one facility, by its number.
  case facility(Int)
}

extension Simulator {
  /// The measured days of one replication once more, with what happened to one item or at one
  /// facility written down: the very days that `compare` counted.
  ///
  /// - Throws: `CancellationError`.
  public func replay(
    _ subject: ReplaySubject, under policy: StockPolicy, replication: Int, work: WorkContext
  ) throws -> [ReplayDay] {
    let items = 0..<world.itemCount
    let days = warmUpDays + settings.days
    let trace = demand.trace(items: items, replication: replication, days: days)
    let memory = ReplicationMemory(items: items, facilities: world.facilityCount)
    var run = self.replication(replication, tables(policy), memory: memory)
    run.recorder = ReplayRecorder(subject, facilities: world.facilityCount)
    while run.day < days {
      if run.day & 15 == 0 { try work.checkCancelled() }
      run.step(trace)
    }
    return Array((run.recorder?.days ?? []).dropFirst(warmUpDays))
  }
}
