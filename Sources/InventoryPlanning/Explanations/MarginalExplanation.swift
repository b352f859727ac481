/// What one more unit of an item at a facility is worth, where it would go, and what it would cost
/// to have it there: the sums that decide a plan, from the prices that prove its bound.
///
/// All money is per unit. `worth` is the sum of `uses` and `unexplained`; `charges` add up to what
/// the unit costs; the difference of the two is `net`. Where the item is bought, `net` is about 0:
/// the plan buys until one more unit is worth no more than it costs.
public struct MarginalExplanation: Sendable, Equatable {
  public var item: Int32
  public var facility: Int32
  /// Expected worth of one more unit there, over all scenarios, before it is paid for; usable from
  /// when it lands if it came by `source`, from today where nothing can bring it.
  public var worth: Double
  /// What that worth is made of, the largest part first.
  public var uses: [Use]
  /// What is left of the worth: prices that are not converged ask more than any use brings.
  public var unexplained: Double
  /// The way by which one more unit would cost least beyond its worth; nil where none leads there.
  public var source: Source?
  /// The other ways, the next best first, each with what a unit loses by it.
  public var otherSources: [PricedSource]
  /// What a unit by `source` costs, or, without one, what keeping it costs.
  public var charges: [Charge]
  /// For stock on hand today: what one more unit standing there already would save. Its worth from
  /// today, less keeping it, or what it would bring elsewhere where that is more. Money per unit;
  /// divide by `cycleDays` for the change of the plan's cost per day.
  public var standingUnitSaves: Double
  /// Days of the item's cycle.
  public var cycleDays: Double
  /// Units that the plan has there after all that is decided now.
  public var position: Double
  /// Units that the plan brings there now.
  public var incoming: Double

  /// What the unit costs in all, money per unit.
  public var cost: Double { charges.reduce(0) { $0 + $1.amount } }

  /// Worth less cost. Below 0: one more unit would lose that much; about 0 where the item is
  /// bought. Above 0 only by stock on hand that another facility has no more of.
  public var net: Double { worth - cost }

  /// The part of the worth that comes from customers who wait for one speed's promise; money per
  /// unit.
  public func worth(ofSpeed speed: Int32) -> Double {
    uses.reduce(0) { sum, use in
      if case .shipped(_, _, speed) = use.kind { sum + use.amount } else { sum }
    }
  }

  /// The largest charge: above all else, why there is not one more unit.
  public var largestCharge: Charge? { charges.max { $0.amount < $1.amount } }

  /// A part of the worth.
  public struct Use: Sendable, Equatable {
    public var kind: Kind
    /// Share of the scenarios in which the unit is used so, 0...1.
    public var probability: Double
    /// Money per unit, times the probability: the part of `worth`.
    public var amount: Double

    public enum Kind: Sendable, Hashable {
      /// Shipped to customers in a region who wait for a promised speed, from a facility: the unit's
      /// own, or one below that it is passed on to.
      case shipped(from: Int32, region: Int32, speed: Int32)
      /// Left over at the end of the cycle.
      case leftOver
    }
  }

  /// How a unit comes to the facility.
  public enum Source: Sendable, Hashable {
    /// Row of `network.supply`, bought for this facility.
    case vendor(supply: Int32)
    /// Row of `network.supply`: bought, and passed on at once.
    case crossDock(supply: Int32, onward: OnwardTransfers)
    /// Row of `network.transfers`: taken from stock on hand at its other end.
    case onHand(transfer: Int32)
  }

  public struct PricedSource: Sendable, Equatable {
    public var source: Source
    /// Worth of a unit by this way, less what it costs; money per unit.
    public var net: Double
  }

  /// A part of the cost; money per unit. Negative where something is saved.
  public struct Charge: Sendable, Equatable {
    public var kind: Kind
    public var amount: Double

    public enum Kind: Sendable, Hashable {
      /// What the supply row asks beyond the item's cheapest one.
      case purchase
      /// The cost of the transfer that the unit takes now.
      case transfer
      /// The price of goods-in capacity at a facility: money per unit, per order of the cycle.
      case inbound(facility: Int32)
      case outbound(facility: Int32)
      /// Holding for a cycle: litres × days × the facility's rate.
      case holding
      /// The price of storage: litres × days × money per litre and day.
      case storage
      /// What the unit is worth where it stands today.
      case worthThere(facility: Int32)
      /// Holding and storage saved there; negative.
      case keepingThere(facility: Int32)
    }
  }
}
