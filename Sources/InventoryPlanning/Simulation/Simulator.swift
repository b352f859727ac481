import RetailData

/// Runs the days of a shop under several policies, on common random numbers.
///
///     let simulator = try Simulator(input: input, forecast: forecast, settings: settings)
///     let result = try simulator.compare([("local", simulator.localPolicy())], work: work)
///     print(result.policies[0].mean(.costPerOrder))
///
/// Replications run in parallel, each on one thread from its first day to its last, and are put
/// together in their order: the result is the same, bit by bit, for any number of threads.
public struct Simulator: Sendable {
  public let settings: SimulationSettings
  let world: SimulationWorld
  let forecast: DemandForecast
  let demand: any DemandSource
  let catchment: Catchment
  let leadTimes: LeadTimeTable
  let reviewDays: Int
  let transferReviewDays: Int
  /// Days before the measured ones.
  public let warmUpDays: Int

  /// Orders drawn from a forecast: the demand of each item's coming cycle, held for as long as the
  /// simulation lasts, which is what a plan is made for.
  ///
  /// - Precondition: `forecast` is for the items, regions and speeds of `input`.
  /// - Throws: `PlanningProblemError`.
  public init(
    input: PlanInput, forecast: DemandForecast, settings: SimulationSettings = SimulationSettings()
  ) throws(PlanningProblemError) {
    let world = try SimulationWorld(input)
    let held = forecast.held(overCyclesOf: input)
    self.init(
      world: world, forecast: held,
      demand: ForecastDemand(
        world, forecast: held, seed: settings.seed, purpose: settings.purpose),
      settings: settings)
  }

  /// Orders as they came in the last days of the purchases: warm-up and measured days.
  ///
  /// - Parameter forecast: What was known before those days: policies are made from it, and
  ///   calibrated on draws from it.
  /// - Throws: `HistoryTooShort`, `PlanningProblemError`.
  public init(
    input: PlanInput, forecast: DemandForecast, history: Dataset,
    settings: SimulationSettings = SimulationSettings()
  ) throws {
    let drawn = try Simulator(input: input, forecast: forecast, settings: settings)
    self.init(
      world: drawn.world, forecast: drawn.forecast,
      demand: try HistoryDemand(
        drawn.world, dataset: history, days: drawn.warmUpDays + settings.days),
      settings: settings)
  }

  /// The moment up to which a forecast may know the purchases, if the days after it are to be
  /// simulated as they came.
  ///
  /// - Throws: `HistoryTooShort`, `PlanningProblemError`.
  public static func origin(
    input: PlanInput, history: Dataset, settings: SimulationSettings
  ) throws -> Timestamp {
    let world = try SimulationWorld(input)
    let review = max(1, Int(min(3_650, input.settings.reviewDays).rounded()))
    let warmUp =
      settings.warmUpDays
      ?? Self.warmUp(LeadTimeTable(input), world: world, reviewDays: review)
    let days = warmUp + settings.days
    return try HistoryDemand(world, dataset: history, days: days).origin(days: days)
  }

  init(
    world: SimulationWorld, forecast: DemandForecast, demand: any DemandSource,
    settings: SimulationSettings
  ) {
    self.settings = settings
    self.world = world
    self.forecast = forecast
    self.demand = demand
    catchment = Catchment(world, forecast: forecast)
    leadTimes = LeadTimeTable(world.input)
    let review = min(3_650, world.input.settings.reviewDays)
    reviewDays = max(1, Int(review.rounded()))
    transferReviewDays = max(1, settings.transferReviewDays ?? reviewDays)
    warmUpDays = settings.warmUpDays ?? Self.warmUp(leadTimes, world: world, reviewDays: reviewDays)
  }

  /// The same shop, with what is missing from fill targets charged: a plan's targets, at the price
  /// that the plan was made with. Without them no target is missed.
  func charging(_ targets: [PlanningProblem.FillTarget]) -> Simulator {
    var world = world
    world.fill.judge(by: targets)
    return Simulator(world: world, forecast: forecast, demand: demand, settings: settings)
  }

  /// The same shop, other random numbers or another length.
  func with(_ settings: SimulationSettings) -> Simulator {
    Simulator(
      world: world, forecast: forecast,
      demand: ForecastDemand(
        world, forecast: forecast, seed: settings.seed, purpose: settings.purpose),
      settings: settings)
  }

  /// Two cycles of nearly every item.
  private static func warmUp(
    _ leadTimes: LeadTimeTable, world: SimulationWorld, reviewDays: Int
  ) -> Int {
    let means = leadTimes.mean.sorted()
    let slow = means.isEmpty ? 0 : means[min(means.count - 1, means.count * 19 / 20)]
    let longest = world.input.network.transfers.map(\.leadTimeDays).max() ?? 0
    return 2 * (reviewDays + Int(min(slow + longest, 180).rounded(.up)))
  }

  public func nationalPolicy() -> StockPolicy {
    .national(world, catchment: catchment, forecast: forecast, leads: leadTimes)
  }

  public func localPolicy() -> StockPolicy {
    .local(world, catchment: catchment, forecast: forecast, leads: leadTimes)
  }

  /// - Parameter plan: Of the same input in target mode.
  public func multiEchelonPolicy(_ plan: Plan) -> StockPolicy {
    .multiEchelon(world, plan: plan)
  }

  /// The same stock with orders given out by price.
  ///
  /// - Parameter prices: Of what items share; nil charges nothing for it.
  public func priced(_ policy: StockPolicy, prices: SharedPrices? = nil) -> StockPolicy {
    policy.priced(world, catchment: catchment, prices: prices)
  }

  func tables(_ policy: StockPolicy) -> PolicyTables {
    PolicyTables(
      policy, world: world, leadTimes: leadTimes, reviewDays: reviewDays,
      transferReviewDays: transferReviewDays)
  }

  func replication(
    _ number: Int, _ tables: PolicyTables, memory: ReplicationMemory
  ) -> Replication {
    Replication(
      world: world, policy: tables, settings: settings, memory: memory, reviewDays: reviewDays,
      transferReviewDays: transferReviewDays, replication: number,
      days: warmUpDays + settings.days)
  }

  /// Every policy through the same days.
  ///
  /// - Throws: `CancellationError`.
  public func compare(
    _ policies: [(name: String, policy: StockPolicy)], work: WorkContext
  ) throws -> SimulationResult {
    let tallies = try tallies(policies.map(\.policy), work: work)
    return SimulationResult(
      settings: settings, network: world.input.network,
      policies: zip(policies, tallies).map { PolicyResult(name: $0.name, tallies: $1) })
  }

  /// By policy, then replication.
  func tallies(_ policies: [StockPolicy], work: WorkContext) throws -> [[RunTally]] {
    let tables = policies.map { self.tables($0) }
    let count = settings.replications
    let found = FlatList<[RunTally]>(count: count)
    let counter = ReplicationCounter(total: count, report: work.report)
    try work.forEachChunk(of: count, chunk: 1) { _, range in
      for number in range {
        let trace = demand.trace(
          items: 0..<world.itemCount, replication: number, days: warmUpDays + settings.days)
        let memory = ReplicationMemory(
          items: 0..<world.itemCount, facilities: world.facilityCount)
        var own: [RunTally] = []
        for table in tables {
          try work.checkCancelled()
          var run = replication(number, table, memory: memory)
          run.run(trace, warmUp: warmUpDays)
          own.append(run.tally)
        }
        found.set(own, at: number)
        counter.finishOne()
      }
    }
    let byReplication = found.values
    return policies.indices.map { policy in
      var own = byReplication.map { $0[policy] }
      world.fill.charge(&own)
      return own
    }
  }
}
