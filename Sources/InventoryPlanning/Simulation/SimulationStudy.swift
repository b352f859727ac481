import RetailData

/// The policies that are compared, in the order of the story: one thing changes at a time.
public enum SimulatedPolicy: String, Sendable, CaseIterable {
  /// One pool for the whole country; nearest.
  case national
  /// Every facility for itself; nearest.
  case local
  /// Every facility for itself; orders given out by price: what is left between this and the
  /// calibrated plan is where stock stands.
  case localPriced = "local-priced"
  /// The plan as the solver left it; nearest. It foresees the demand of its cycle, as nobody can.
  case uncalibrated = "multi-echelon-uncalibrated"
  /// The plan, calibrated; nearest.
  case nearest = "multi-echelon-nearest"
  /// The plan, calibrated; orders given out by price.
  case priced = "multi-echelon-priced"

  public var isMultiEchelon: Bool {
    switch self {
    case .national, .local, .localPriced: false
    case .uncalibrated, .nearest, .priced: true
    }
  }
}

/// Plans, calibrates and compares: all that stands between an analyst's data and an answer whether
/// the plan pays.
///
/// Planning, calibration and judging use random numbers of their own: each sees what the others
/// have not.
public struct SimulationStudy: Sendable {
  public var input: PlanInput
  public var forecast: DemandForecast
  public var settings: SimulationSettings
  public var policies: [SimulatedPolicy]
  /// Nil leaves every policy as its rule has it.
  public var effort: Calibrator.Effort?
  public var goal: PlanGoal
  /// Purchases whose last days are simulated as they came; nil draws orders from the forecast,
  /// which otherwise must know nothing of those days.
  public var history: Dataset?
  /// Whether the plan is tried on fresh scenarios too, which takes about as long as planning.
  public var checksSampling = true

  /// - Parameter input: Planned in target mode, whatever it says: where stock should stand if every
  ///   position could be chosen freely is what levels are.
  public init(
    input: PlanInput, forecast: DemandForecast,
    settings: SimulationSettings = SimulationSettings(),
    policies: [SimulatedPolicy] = SimulatedPolicy.allCases,
    effort: Calibrator.Effort? = Calibrator.Effort(), goal: PlanGoal = PlanGoal(gap: 0.01)
  ) {
    self.input = input
    self.input.settings.mode = .target
    self.forecast = forecast
    self.settings = settings
    self.policies = policies
    self.effort = effort
    self.goal = goal
  }

  /// What one policy came to be.
  public struct Entry: Sendable {
    public let kind: SimulatedPolicy
    public let policy: StockPolicy
    /// Nil where it was not calibrated.
    public let calibration: CalibratedPolicy?
  }

  public struct Result: Sendable {
    public let entries: [Entry]
    public let comparison: SimulationResult
    public let gaps: PlanGaps
    public let simulator: Simulator
    public let plan: Plan
  }

  /// - Parameter onAnswer: Hears of every better plan while the solver works.
  /// - Throws: `PlanningProblemError`, `CancellationError`.
  public func run(
    work: WorkContext, onAnswer: (PlanAnswer) -> Void = { _ in }
  ) throws -> Result {
    let draws = ScenarioDraws(input: input, forecast: forecast)
    let planner = try Planner(input: input, draws: draws, work: work)
    let outcome = try planner.solve(goal, work: work, onAnswer: onAnswer)
    // A solve that is stopped has an answer all the same: here nobody wants it.
    try work.checkCancelled()
    let plan = outcome.answer.plan
    let shop =
      if let history {
        try Simulator(input: input, forecast: forecast, history: history, settings: settings)
      } else {
        try Simulator(input: input, forecast: forecast, settings: settings)
      }
    // Calibrated and judged on what was planned for.
    let simulator = shop.charging(outcome.state.problem.targets)
    let entries = try entries(simulator, plan: plan, work: work)
    let comparison = try simulator.compare(
      entries.map { ($0.kind.rawValue, $0.policy) }, work: work)
    var gaps = PlanGaps(bound: outcome.answer.bound, cost: outcome.answer.cost)
    if checksSampling {
      gaps.freshCost = try SamplingCheck.freshCost(of: outcome, forecast: forecast, work: work)
    }
    if let last = entries.lastIndex(where: \.kind.isMultiEchelon) {
      gaps.simulatedCost = comparison.costPerDay(of: last)
    }
    return Result(
      entries: entries, comparison: comparison, gaps: gaps, simulator: simulator, plan: plan)
  }

  private func entries(
    _ simulator: Simulator, plan: Plan, work: WorkContext
  ) throws -> [Entry] {
    let calibrator = effort.map { Calibrator(simulator, effort: $0) }
    let prices = SharedPrices(plan)
    func calibrated(_ policy: StockPolicy, _ kind: SimulatedPolicy) throws -> CalibratedPolicy? {
      try calibrator?.calibrated(policy, name: kind.heading, prices: prices, work: work)
    }
    let own = simulator.multiEchelonPolicy(plan)
    return try policies.map { kind in
      let policy =
        switch kind {
        case .national: simulator.nationalPolicy()
        case .local: simulator.localPolicy()
        case .localPriced: simulator.priced(simulator.localPolicy(), prices: prices)
        case .uncalibrated, .nearest: own
        case .priced: simulator.priced(own, prices: prices)
        }
      let found = kind == .uncalibrated ? nil : try calibrated(policy, kind)
      return Entry(kind: kind, policy: found?.policy ?? policy, calibration: found)
    }
  }
}
