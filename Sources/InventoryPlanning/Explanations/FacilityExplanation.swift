/// What a facility's capacities cost, who pays for them, whom it serves and what would leave it
/// first; from the prices that prove the plan's bound and the plan's quantities.
public struct FacilityExplanation: Sendable, Equatable {
  public var facility: Int32
  /// Where storage is counted by what is on the shelf, less the relief by all shipments: at most what
  /// `Plan.loads` says, which leaves out those that the planner added last.
  public var storage: Charge
  public var inbound: Charge
  public var outbound: Charge
  /// Items that pay anything, the one that pays most first.
  public var payers: [Payer]
  /// Items that stand there, the one that would leave first where storage shrinks first.
  public var leaving: [Leaver]
  /// Whom it serves; by row of `network.deliveries`, only what is used.
  public var deliveries: [Delivery]

  /// A capacity's price, and what it comes to.
  public struct Charge: Sendable, Equatable {
    /// Litres, or units a day.
    public var used: Double
    public var capacity: Double
    /// Money per litre and day, or per unit.
    public var price: Double
    /// Where it lay whenever the prices of the solve proved a bound that falls short of the best
    /// one by no more than three times the gap: how far the price is settled. Narrower as the gap
    /// shrinks. No proof that the exact price lies in it: of those that matter, most do.
    public var priceRange: ClosedRange<Double>
    /// Money per day.
    public var total: Double { price * used }
  }

  /// What an item pays for the three capacities; money per day.
  public struct Payer: Sendable, Equatable {
    public var item: Int32
    public var storage: Double
    public var inbound: Double
    public var outbound: Double
    public var total: Double { storage + inbound + outbound }
  }

  /// An item that stands there, and what it takes to drive its last unit out.
  public struct Leaver: Sendable, Equatable {
    public var item: Int32
    /// Inventory position after all that is decided now, units; and the litres it takes.
    public var position: Double
    public var litres: Double
    /// What is lost with the last unit: its worth in scenarios where none is left over, the least
    /// that a customer served from there is worth; money per unit.
    public var lastUnitWorth: Double
    /// What goes with it: its costs where the plan brings it, what it brings elsewhere where today's
    /// stock can be moved, the larger of the two; nil where it is there, or comes, whatever is decided.
    public var saving: Double?
    /// By how much the price of storage must rise for the last unit to leave: (worth − saving) over
    /// litres and days; money per litre and day. Nil where it cannot leave.
    public var margin: Double?
  }

  public struct Delivery: Sendable, Equatable {
    /// Row of `network.deliveries`.
    public var row: Int32
    public var region: Int32
    public var speed: Int32
    public var unitsPerDay: Double
  }
}
