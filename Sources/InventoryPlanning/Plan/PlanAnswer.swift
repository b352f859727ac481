/// What the planner knows at one moment of a solve. Each answer is at least as good as those
/// before it.
public struct PlanAnswer: Sendable {
  public var iterations: Int
  /// Since the solve began.
  public var seconds: Double
  /// No plan for these scenarios can cost less; money per day. Proved, whatever the prices.
  public var bound: Double
  /// What the plan costs; money per day.
  public var cost: Double
  /// How the plan is put together from what the solver keeps of it.
  private let assemble: @Sendable () -> Plan
  /// The plan as the solver keeps it; nil in answers that no solver gave.
  let draft: PlanDraft?
  /// What proves the bound; nil in answers that no solver gave.
  let proof: PlanProof?

  public init(
    iterations: Int, seconds: Double, bound: Double, cost: Double,
    plan: @escaping @autoclosure @Sendable () -> Plan
  ) {
    self.iterations = iterations
    self.seconds = seconds
    self.bound = bound
    self.cost = cost
    assemble = plan
    draft = nil
    proof = nil
  }

  init(iterations: Int, seconds: Double, bound: Double, draft: PlanDraft, proof: PlanProof) {
    self.iterations = iterations
    self.seconds = seconds
    self.bound = bound
    cost = draft.costs.total
    assemble = { draft.plan }
    self.draft = draft
    self.proof = proof
  }

  /// (cost − bound) / |cost|: at most this share could be saved. 0 where both are 0.
  public var gap: Double {
    let difference = cost - bound
    return difference <= 0 ? 0 : difference / max(abs(cost), .leastNormalMagnitude)
  }

  /// The plan item by item. Put together when asked for, which takes a while in a large shop: keep
  /// the result, and stay off the screen's thread.
  public var plan: Plan { assemble() }
}

/// When a solve is done.
public struct PlanGoal: Sendable, Equatable {
  /// Stop once the gap is no more than this.
  public var gap: Double
  /// Stop after so many seconds, with the best answer so far; nil for no limit.
  public var timeLimit: Double?
  /// Stop after so many iterations.
  public var iterationLimit: Int
  /// Keep fractional quantities in place of whole cases.
  public var fractional: Bool

  public init(
    gap: Double = 0.005, timeLimit: Double? = nil, iterationLimit: Int = 20_000,
    fractional: Bool = false
  ) {
    self.gap = gap
    self.timeLimit = timeLimit
    self.iterationLimit = iterationLimit
    self.fractional = fractional
  }
}
