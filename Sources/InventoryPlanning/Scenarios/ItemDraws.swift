/// What one item meets in every scenario: lead times, and the orders of its customers.
public struct ItemDraws: Sendable, Equatable {
  /// Scenarios; each has probability 1 / `scenarios`.
  public let scenarios: Int
  /// 2 in target mode, 3 in state mode.
  public let epochs: Int
  /// Day at which each epoch ends, from now: `[scenario × epochs + epoch]`, nondecreasing in the
  /// epoch. An epoch may be empty.
  public var epochEnds: [Double]
  /// Days until what is ordered today arrives: `[row × scenarios + scenario]`, where `row` counts
  /// the item's rows of `network.supply` in their order.
  public var supplyLeadTimes: [Double]
  /// Days until what is on its way to a facility arrives: `[facility × scenarios + scenario]`, by
  /// the facility's number in the network. Empty in target mode.
  public var inboundArrivals: [Double]
  /// In the order of scenario, epoch, region, speed, hour.
  public var orders: [Order]

  public init(
    scenarios: Int, epochs: Int, epochEnds: [Double], supplyLeadTimes: [Double],
    inboundArrivals: [Double], orders: [Order]
  ) {
    self.scenarios = scenarios
    self.epochs = epochs
    self.epochEnds = epochEnds
    self.supplyLeadTimes = supplyLeadTimes
    self.inboundArrivals = inboundArrivals
    self.orders = orders
  }

  /// Units that customers ask for.
  public struct Order: Sendable, Equatable, BitwiseCopyable {
    public var scenario: UInt16
    /// 0-based.
    public var epoch: UInt8
    public var speed: UInt8
    public var region: UInt16
    /// Hour of the day at which the order is placed, 0 ..< 24.
    public var hour: Float
    public var units: Float

    public init(
      scenario: Int, epoch: Int, region: Int, speed: Int, hour: Float, units: Float
    ) {
      self.scenario = UInt16(scenario)
      self.epoch = UInt8(epoch)
      self.speed = UInt8(speed)
      self.region = UInt16(region)
      self.hour = hour
      self.units = units
    }
  }
}

/// Where the planner takes an item's draws from: a forecast, or a test's own numbers.
public protocol DrawSource: Sendable {
  /// The same value whenever it is asked, from whatever thread.
  func draws(ofItem item: Int) -> ItemDraws
}
