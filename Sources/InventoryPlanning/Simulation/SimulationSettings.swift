/// How a simulation is run: for how long, how often, and by which rules of the shop.
public struct SimulationSettings: Sendable, Equatable {
  /// Days that are measured.
  public var days: Int = 90
  /// Days before them, in which stock finds its rhythm; nil: twice a cycle of the slowest vendor
  /// that most items have.
  public var warmUpDays: Int?
  /// Runs of the same days with other random numbers.
  public var replications: Int = 32
  public var seed: UInt64 = 1
  /// Which random numbers are drawn: those of different purposes share nothing.
  public var purpose: DrawPurpose = .simulation
  /// Days between two looks at what a facility needs from the one above it; nil: the review period
  /// of the plan.
  public var transferReviewDays: Int?
  /// What happens to an order that no facility can keep the promise of.
  public var unserved: UnservedOrders = .lost
  /// Whether a customer whose promise nobody can keep takes the next slower one.
  public var takesSlowerPromise = false
  /// Whether flows beyond a facility's capacity wait for another day. Storage never stops goods:
  /// what is too much is measured.
  public var queuesFlows = true

  public init() {}
}

/// What becomes of an order that cannot be served from stock.
public enum UnservedOrders: String, Sendable, CaseIterable {
  /// The sale is lost: its margin and the penalty of its promise.
  case lost
  /// The customer waits for the facility that would have served the order best. Costs the penalty
  /// of the promise.
  case backordered
}

/// Who serves an order, of all facilities that have a unit and can keep the promise.
public enum FulfilmentPolicy: String, Sendable, CaseIterable {
  /// The one that delivers at the least cost.
  case nearest
  /// The one where delivery and the loss of the unit together cost least: a last unit that others
  /// will need is dearer than one of many (after Acimovic & Graves, "Making better fulfillment
  /// decisions on the fly in an online retail environment", M&SOM 17, 2015), and so is the last room
  /// in a door. Nobody, where the order can only be late and that costs more than it brings.
  case priced
}
