/// Where stock is to stand, what is bought and moved for it, what that costs and how customers are
/// served. Feasible in every scenario it was planned for. All flows and money are means per day.
public struct Plan: Sendable {
  /// One row for each item and facility with stock, a target or a flow; by item, then facility.
  public var positions: [Position] = []
  public var purchases: [PurchaseOrder] = []
  public var transfers: [TransferOrder] = []
  public var costs = PlanCosts()
  /// One for each speed of the network.
  public var service: [SpeedService] = []
  /// One for each fill target: those of the speeds first, then those of categories.
  public var targets: [TargetService] = []
  /// One for each facility of the network.
  public var loads: [FacilityLoad] = []
  /// What is shipped, by row of `network.deliveries`; units per day.
  public var deliveries: [Double] = []
  /// What is moved (now, and later by need), by row of `network.transfers`; units per day.
  public var transferFlows: [Double] = []
  /// Demand that no facility could ever keep a promise for, units per day: lost in every plan.
  public var unreachable: Double = 0
  /// True once quantities are whole cases and minimum orders are kept.
  public var isInteger = false

  public init() {}

  public struct Position: Sendable, Equatable, BitwiseCopyable {
    public var item: Int32
    public var facility: Int32
    /// Units that stand there, and that are on their way there, today.
    public var onHand: Float
    public var inbound: Float
    /// Inventory position after all that is decided now, units.
    public var target: Float
    /// Units bought now that end up here, directly or across another facility's dock.
    public var buy: Float
    /// Units moved here, and away from here, now, out of stock on hand.
    public var transferIn: Float
    public var transferOut: Float
  }

  /// A quantity to order from a vendor now.
  public struct PurchaseOrder: Sendable, Equatable, BitwiseCopyable {
    public var item: Int32
    /// Row of `network.supply`.
    public var supply: Int32
    /// How the goods go on at once; empty where they stay.
    public var onward: OnwardTransfers
    public var units: Float
  }

  /// A quantity of stock on hand to move now.
  public struct TransferOrder: Sendable, Equatable, BitwiseCopyable {
    public var item: Int32
    /// Row of `network.transfers`.
    public var transfer: Int32
    public var units: Float
  }

  public struct SpeedService: Sendable, Equatable, BitwiseCopyable {
    /// Units per day that customers ask for at this speed, and that are served in time. Demand
    /// that nobody in the network can serve at its speed counts at the next slower one.
    public var demand: Double
    public var served: Double
    /// 1 without demand.
    public var fillRate: Double { demand > 0 ? served / demand : 1 }
  }

  public struct TargetService: Sendable, Equatable, BitwiseCopyable {
    /// -1 for all items.
    public var category: Int32
    public var speed: Int32
    public var share: Double
    public var demand: Double
    public var served: Double
    /// Money per unit served: what keeping this target adds to the worth of a sale.
    public var price: Double
  }

  public struct FacilityLoad: Sendable, Equatable, BitwiseCopyable {
    public var storage: ResourceLoad
    public var inbound: ResourceLoad
    public var outbound: ResourceLoad

    /// All three, by the names that files and results use.
    public var resources: [(name: String, load: ResourceLoad)] {
      [("storage", storage), ("inbound", inbound), ("outbound", outbound)]
    }
  }

  /// What is used of one capacity, and what one more unit of it would save.
  public struct ResourceLoad: Sendable, Equatable, BitwiseCopyable {
    /// Litres, or units per day.
    public var used: Double
    public var capacity: Double
    /// Shadow price: money per day and litre, or money per unit.
    public var price: Double
  }
}

/// A plan's cost by component; money per day.
public struct PlanCosts: Sendable, Equatable, BitwiseCopyable {
  /// What dearer supply rows cost over each item's cheapest one, and moving what is bought or on
  /// hand.
  public var procurement = 0.0
  /// Transfers between facilities that are decided later, when demand is known.
  public var transfers = 0.0
  public var delivery = 0.0
  public var holding = 0.0
  public var lostSales = 0.0
  /// What is missing from fill targets, at its price.
  public var missedTargets = 0.0

  public var total: Double {
    procurement + transfers + delivery + holding + lostSales + missedTargets
  }

  /// The addends of the total, by the names that files and results use.
  public var components: [(name: String, cost: Double)] {
    [
      ("procurement", procurement), ("transfers", transfers), ("delivery", delivery),
      ("holding", holding), ("lost_sales", lostSales), ("missed_targets", missedTargets),
    ]
  }

  public init() {}
}
