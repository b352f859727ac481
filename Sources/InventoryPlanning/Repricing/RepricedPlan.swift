/// What a plan costs where money is worth something else than when it was made: its quantities
/// stay, in every scenario, only their prices change.
///
/// As the quantities are feasible for the new problem too, no optimum of it costs more: an upper
/// bound, there in milliseconds. A plan made anew may ship by cheaper rows of `network.deliveries`,
/// buy elsewhere or hold other stock, and so cost less.
public struct RepricedPlan: Sendable, Equatable {
  /// Money per day.
  public let costs: PlanCosts
  /// Money per day.
  public var cost: Double { costs.total }
}

/// Why a plan cannot be priced anew: what changed is not money alone.
public enum RepricingObstacle: Error, Sendable, Equatable {
  /// The answer was put together by hand, not by the planner.
  case noQuantities
  /// Something that scenarios, or the ways that goods can go, depend on: what it is.
  case notMoney(String)
  /// A capacity below what the plan uses, in litres or units a day, by facility number.
  case capacity(facility: Int32, used: Double, capacity: Double)
  /// Another supply row is now the cheapest of an item: its lead times decide how long the item's
  /// cycle is, or when its stock on the way arrives.
  case cheapestSupply(item: Int32)
  /// Numbers that no plan can be made for.
  case problem(PlanningProblemError)
}

extension RepricingObstacle: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noQuantities: "the plan's quantities are not known"
    case .notMoney(let what): "\(what) changed, which takes a new plan"
    case .capacity(_, let used, let capacity):
      "the plan uses \(used) of a capacity that is now \(capacity)"
    case .cheapestSupply:
      "another vendor is the cheapest of an item, so its cycle is another; that takes a new plan"
    case .problem(let problem): problem.description
    }
  }
}

extension PlanOutcome {
  /// What the plan costs with the money of `input`: costs of supply, transfers, deliveries and
  /// holding, prices, penalties, fill targets and what missing them costs. Capacities may change as
  /// far as the plan fits.
  ///
  /// A pass over the plan's quantities: well below a millisecond for a thousand items.
  ///
  /// - Throws: `RepricingObstacle` where anything else changed.
  public func repriced(with input: PlanInput) throws(RepricingObstacle) -> RepricedPlan {
    try answer.repriced(with: input)
  }
}

extension PlanAnswer {
  /// As `PlanOutcome.repriced(with:)`, for an answer on the way to the last.
  ///
  /// - Throws: `RepricingObstacle`.
  public func repriced(with input: PlanInput) throws(RepricingObstacle) -> RepricedPlan {
    guard let draft else { throw .noQuantities }
    return try draft.repriced(with: input)
  }
}

extension PlanDraft {
  func repriced(with input: PlanInput) throws(RepricingObstacle) -> RepricedPlan {
    try MoneyOnly(draft: self, input: input).check()
    do throws(PlanningProblemError) {
      try PlanningProblem.checkNumbers(input)
    } catch {
      throw .problem(error)
    }
    return RepricedPlan(costs: Repricing(draft: self, input: input).costs())
  }
}
