import RetailData

/// Rooms that are full whatever is decided: what stands there takes all of their litres, and
/// nothing of it can be moved on. No lane may bring a litre there.
///
/// Such a room is not left to its price. To keep everything out, that would have to rise until the
/// item that wants in most gives up, driven by nothing but the few litres that still want in; and
/// as long as it has not, every plan loses what the items counted on. So its lanes stay shut, and
/// what a litre there would be worth is read off in the end: see `Certificate.keepOut`.
struct FullRooms: Sendable {
  /// `[layout × width + local facility]`.
  private let isFull: FlatBuffer<Bool>
  private let width: Int
  /// By number in the network.
  let facilities: [Int]
  /// Whether there is any.
  var any: Bool { !facilities.isEmpty }

  init(
    input: PlanInput, layouts: [Layout], capacity: PlanningProblem.Capacities, standing: [Double]
  ) {
    let movesOn = Set(input.network.transfers.map(\.from))
    // Where shipments relieve storage there is always room for what leaves soon.
    facilities = standing.indices.filter {
      input.settings.storageBasis == .position && capacity.storage[$0] <= standing[$0]
        && !movesOn.contains(Int32($0))
    }
    width = layouts.map(\.facilities.count).max() ?? 0
    isFull = FlatBuffer(repeating: false, count: layouts.count * width)
    for (number, layout) in layouts.enumerated() {
      for (place, facility) in layout.facilities.enumerated() {
        isFull.pointer[number * width + place] = facilities.contains(Int(facility))
      }
    }
  }

  /// Whether the item may not take the lane.
  func shut(_ lane: ItemBlock.Lane, _ item: ItemBlock.Item) -> Bool {
    any && item.volume > 0 && isFull.pointer[Int(item.layout) * width + Int(lane.to)]
  }

  /// Those of an item's lanes, by the block's lanes.
  func shutLanes(of item: ItemBlock.Item, _ block: ItemBlock) -> [Int] {
    if !any { return [] }
    return (Int(item.laneStart)..<Int(item.laneEnd)).filter { shut(block.lanes.pointer[$0], item) }
  }
}
