/// A few dozen items of the planning problem, flat: the unit of work of every pass. What a pass
/// sums up, it sums per block, and blocks are added in their order, so that no result depends on
/// the number of threads.
///
/// Scenario-wise numbers have the scenario as their last index, padded to `stride`, a multiple of
/// eight.
struct ItemBlock: Sendable {
  let items: FlatBuffer<Item>
  let lanes: FlatBuffer<Lane>
  /// Epoch, 0-based, from which a lane's unit is usable: `[lane.landings + scenario]`.
  let landings: FlatBuffer<UInt8>
  let groups: FlatBuffer<Group>
  /// Scenario and units of every class and scenario with demand; the groups say whose they are.
  let pairScenario: FlatBuffer<UInt16>
  let pairDemand: FlatBuffer<Float>
  /// Stock usable by epoch e without a decision: `[item.stock + (facility × epochs + e) × stride +
  /// scenario]`, cumulative; empty in target mode, where there is none.
  let stock: FlatBuffer<Float>
  /// The classes and scenarios with demand once more, four at a time, as the steps take them.
  let quads: FlatBuffer<Quad>
  /// The place of every class and scenario among the quads: four times the quad, and its lane.
  let pairSlot: FlatBuffer<Int32>
  /// Units asked for, by place; 0 in what fills up.
  let slotDemand: FlatBuffer<Float>
  /// By shipment: where the stock is that it takes, in an item's buffers by facility, epoch and
  /// scenario; and what a unit costs to ship, less what it is worth to serve and to hold no longer:
  /// money per unit, before shared prices.
  let shipmentCell: FlatBuffer<Int32>
  let shipmentCost: FlatBuffer<Float>
  /// Money per unit and cycle: `[item.figures + facility]`.
  let holding: FlatBuffer<Double>
  /// Worth of serving a unit, money: `[item.worth + speed]`.
  let worth: FlatBuffer<Double>
  /// Expected units per cycle, by the speed whose promise counts: `[item.worth + speed]`.
  let demand: FlatBuffer<Double>
  /// Units on hand today: `[item.figures + facility]`.
  let onHand: FlatBuffer<Float>
  /// Lengths of the state's buffers.
  var shipmentCount: Int { shipmentCell.count }
  let transferCount: Int
  let priceCount: Int

  struct Item: BitwiseCopyable {
    /// Number in the data set.
    var number: Int32
    /// 0 sortable, 1 non-sortable.
    var layout: Int32
    var category: Int32
    var laneStart: Int32
    var laneEnd: Int32
    var groupStart: Int32
    var groupEnd: Int32
    var quadStart: Int32
    var quadEnd: Int32
    /// Where the item begins in buffers by facility, and by speed.
    var figures: Int32
    var worth: Int32
    /// Where the item begins in buffers by facility, epoch and scenario; -1 without stock.
    var stock: Int32
    var prices: Int32
    /// Where the item begins in buffers by transfer, later epoch and scenario.
    var transfers: Int32
    /// Litres and kilograms per unit.
    var volume: Double
    var weight: Double
    /// Mean length of a cycle, days; φ = 1 / cycle.
    var cycle: Double
    /// Orders per day over cycles per day, ψ / φ.
    var orderRatio: Double
    /// Share of the shipments that leave before the last delivery lands: 0 where storage is
    /// counted by position.
    var shelfShare: Double
    /// Mean worth of a unit, by demand: the scale of its stock prices.
    var meanWorth: Double
    /// Expected units per cycle, all speeds.
    var totalDemand: Double
    /// Money per cycle of demand that no facility can serve this item for.
    var hopeless: Double
    /// Units per cycle of the same.
    var hopelessUnits: Double
  }

  /// Whether both are one block, compiled once.
  func isSame(as other: ItemBlock) -> Bool { items === other.items && groups === other.groups }

  enum LaneKind: UInt8 { case vendor, crossDock, onHand }

  struct Lane: BitwiseCopyable {
    var kind: LaneKind
    /// Local numbers; `from`, where stock on hand is taken from, is -1 for what is bought.
    var from: Int32
    var to: Int32
    /// Local number of the transfer that stock on hand takes; -1 for what is bought.
    var transfer: Int32
    /// Local number of the way across docks; -1 for every other lane.
    var route: Int32
    /// Row of `network.supply`; -1 for stock on hand.
    var supply: Int32
    /// Money per unit, beyond the item's cheapest unit cost.
    var cost: Double
    var landings: Int32

    init(
      _ kind: LaneKind, from: Int32 = -1, to: Int32, transfer: Int32 = -1, route: Int32 = -1,
      supply: Int32 = -1, cost: Double
    ) {
      self.kind = kind
      self.from = from
      self.to = to
      self.transfer = transfer
      self.route = route
      self.supply = supply
      self.cost = cost
      landings = 0
    }
  }

  /// A class of demand: a destination in an epoch.
  struct Group: BitwiseCopyable {
    var destination: Int32
    var speed: Int32
    var epoch: Int32
    /// In the layout.
    var arcStart: Int32
    var arcCount: Int32
    var pairStart: Int32
    var pairEnd: Int32
  }

  /// Four pairs of a class and a scenario, each in a lane of its own: few classes have demand in
  /// many scenarios, and few can be served from many facilities, so vectors along either would be
  /// empty for the most part.
  struct Quad: BitwiseCopyable {
    static let lanes = 4

    /// Shipments of lane l by the arc a of its class: `[start + a × lanes + l]`; 0 in what fills up.
    var start: Int32
    /// Arcs of the class that has most.
    var width: Int32
    /// By lane.
    var speeds: SIMD4<UInt8>
  }

  /// Where the shipments of a pair begin; those by its arcs are `Quad.lanes` apart.
  func shipments(ofPair pair: Int) -> Int {
    let slot = Int(pairSlot.pointer[pair])
    return Int(quads.pointer[slot / Quad.lanes].start) + slot % Quad.lanes
  }

  /// Where the shipment of a pair by an arc of its class stands.
  func shipment(ofPair pair: Int, arc: Int) -> Int {
    shipments(ofPair: pair) + arc * Quad.lanes
  }
}
