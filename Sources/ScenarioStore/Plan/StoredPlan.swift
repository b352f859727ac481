import Foundation

/// A plan with the ids of the analyst's files in place of numbers: what is kept of it, whole.
public struct StoredPlan: Sendable, Equatable {
  public var summary: Summary
  public var prices: [Price] = []
  /// By item, then facility.
  public var positions: [Position] = []
  public var purchases: [Purchase] = []
  public var transfers: [Transfer] = []

  public init(summary: Summary) { self.summary = summary }

  /// What the plan comes to. Money is per day.
  public struct Summary: Sendable, Equatable {
    public var planned: Date
    public var cost: Double
    /// No plan can cost less.
    public var bound: Double
    /// The share of the cost that could be saved at most.
    public var gap: Double
    public var iterations: Int
    public var seconds: Double
    /// By the names that `costs.csv` uses.
    public var costs: [Cost] = []
    public var service: [Service] = []

    public init(
      planned: Date, cost: Double, bound: Double, gap: Double, iterations: Int, seconds: Double
    ) {
      self.planned = planned
      self.cost = cost
      self.bound = bound
      self.gap = gap
      self.iterations = iterations
      self.seconds = seconds
    }
  }

  public struct Cost: Sendable, Equatable {
    public var component: String
    public var cost: Double

    public init(component: String, cost: Double) {
      self.component = component
      self.cost = cost
    }
  }

  public struct Service: Sendable, Equatable {
    public var speed: String
    /// Share of what is asked for that is served in time.
    public var fillRate: Double
    /// Nil without a target.
    public var target: Double?
    /// Units per day.
    public var demand: Double
    public var served: Double

    public init(
      speed: String, fillRate: Double, target: Double?, demand: Double, served: Double
    ) {
      self.speed = speed
      self.fillRate = fillRate
      self.target = target
      self.demand = demand
      self.served = served
    }
  }

  /// What one more unit of a capacity would save.
  public struct Price: Sendable, Hashable {
    public var facilityID: String
    /// `storage`, `inbound` or `outbound`.
    public var resource: String
    public var price: Double
    public var used: Double
    /// As planned with: a building's storage is at least what stands there. Nil without limit.
    public var capacity: Double?

    public init(
      facilityID: String, resource: String, price: Double, used: Double, capacity: Double?
    ) {
      self.facilityID = facilityID
      self.resource = resource
      self.price = price
      self.used = used
      self.capacity = capacity
    }
  }
}
