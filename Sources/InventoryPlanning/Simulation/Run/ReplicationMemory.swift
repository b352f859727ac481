/// All that changes while a replication runs, by item and facility; made once for each worker.
///
/// Items are numbered from the first that is simulated.
final class ReplicationMemory: Sendable {
  let items: Range<Int>
  let onHand: FlatBuffer<Int32>
  /// On its way from a vendor or another facility, or waiting at the dock.
  let onOrder: FlatBuffer<Int32>
  /// Units that customers wait for.
  let waiting: FlatBuffer<Int32>
  /// The day on which the next goods are expected.
  let due: FlatBuffer<Int32>
  /// By item: whether goods are to be passed on tonight.
  let passesOn: FlatBuffer<Bool>
  /// By facility.
  let litres: FlatBuffer<Double>
  let outboundWork: FlatBuffer<Double>
  let inboundWork: FlatBuffer<Double>
  /// Echelon stock and levels of one item at a time, and what is to be shared out.
  let echelon: FlatBuffer<Int32>
  let echelonLevel: FlatBuffer<Int32>
  let share: FlatBuffer<Int32>
  let shortage: FlatBuffer<Int32>

  init(items: Range<Int>, facilities: Int) {
    self.items = items
    let cells = items.count * facilities
    onHand = FlatBuffer(repeating: 0, count: cells)
    onOrder = FlatBuffer(repeating: 0, count: cells)
    waiting = FlatBuffer(repeating: 0, count: cells)
    due = FlatBuffer(repeating: 0, count: cells)
    passesOn = FlatBuffer(repeating: false, count: items.count)
    litres = FlatBuffer(repeating: 0, count: facilities)
    outboundWork = FlatBuffer(repeating: 0, count: facilities)
    inboundWork = FlatBuffer(repeating: 0, count: facilities)
    echelon = FlatBuffer(repeating: 0, count: facilities)
    echelonLevel = FlatBuffer(repeating: 0, count: facilities)
    share = FlatBuffer(repeating: 0, count: facilities)
    shortage = FlatBuffer(repeating: 0, count: facilities)
  }
}
