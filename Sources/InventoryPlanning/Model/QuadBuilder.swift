/// Packs classes and scenarios with demand, one after the other, into quads.
struct QuadBuilder {
  private var quads: [ItemBlock.Quad] = []
  private(set) var pairSlot: [Int32] = []
  private(set) var demand: [Float] = []
  private(set) var cell: [Int32] = []
  private(set) var cost: [Float] = []
  /// Lanes of the last quad that are taken.
  private var taken = ItemBlock.Quad.lanes
  /// Of the item: see `begin`.
  private var cells: Int32 = 0
  /// Of the class: see `beginClass` and `addArc`.
  private var speed: UInt8 = 0
  private var arcCell: [Int32] = []
  private var arcCost: [Float] = []

  /// Money per unit that nobody ships for.
  private static let never: Float = 1e30

  var count: Int { quads.count }

  var finished: FlatBuffer<ItemBlock.Quad> {
    FlatBuffer(quads, filler: ItemBlock.Quad(start: 0, width: 0, speeds: .zero))
  }

  /// Begins an item.
  ///
  /// - Parameters:
  ///   - cells: Its numbers by facility, epoch and scenario. What fills up a quad takes its stock
  ///     from after them, each lane from a cell of its own: nothing waits for a number that nobody
  ///     reads.
  ///   - pairs: Pairs of a class and a scenario, this item's among them.
  mutating func begin(cells: Int, pairs: Int) {
    self.cells = Int32(cells)
    taken = ItemBlock.Quad.lanes
    pairSlot += [Int32](repeating: 0, count: pairs - pairSlot.count)
  }

  /// Begins a class, with at least as many arcs as the one before it.
  mutating func beginClass(speed: Int32) {
    self.speed = UInt8(speed)
    arcCell.removeAll(keepingCapacity: true)
    arcCost.removeAll(keepingCapacity: true)
  }

  /// Adds an arc to the class.
  ///
  /// - Parameters:
  ///   - cell: Where the stock that it takes begins, by scenario.
  ///   - cost: See `ItemBlock.shipmentCost`.
  mutating func addArc(cell: Int32, cost: Float) {
    arcCell.append(cell)
    arcCost.append(cost)
  }

  /// Adds a scenario in which the class, all of whose arcs are there, is asked for `units`.
  mutating func add(_ pair: Int, scenario: Int32, units: Float) {
    let lanes = ItemBlock.Quad.lanes
    if taken == lanes {
      taken = 0
      quads.append(ItemBlock.Quad(start: Int32(cost.count), width: 0, speeds: .zero))
      for _ in 0..<lanes { demand.append(0) }
    }
    let last = quads.count - 1
    let start = Int(quads[last].start)
    let missing = arcCost.count - Int(quads[last].width)
    if missing > 0 {
      cell += (0..<missing * lanes).lazy.map { cells + Int32($0 % lanes) }
      cost += repeatElement(Self.never, count: missing * lanes)
      quads[last].width = Int32(arcCost.count)
    }
    quads[last].speeds[taken] = speed
    demand[last * lanes + taken] = units
    pairSlot[pair] = Int32(last * lanes + taken)
    cell.withUnsafeMutableBufferPointer { cell in
      cost.withUnsafeMutableBufferPointer { cost in
        var place = start + taken
        for (arc, first) in zip(arcCost, arcCell) {
          cell[place] = first + scenario
          cost[place] = arc
          place += lanes
        }
      }
    }
    taken += 1
  }
}
