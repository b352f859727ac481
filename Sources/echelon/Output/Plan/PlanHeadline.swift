import InventoryPlanning

/// What a plan comes to, in sentences.
struct PlanHeadline {
  let result: PlanResult
  /// What the data is called.
  let name: String

  var lines: [String] {
    [verdict, ending, basis] + [wholeCases, unreachable].compactMap { $0 }
  }

  private var verdict: String {
    return "Plan for \(name): \(money(result.cost)) a day. No plan can cost less than "
      + "\(money(result.bound)): at most \(percent(result.gap)) could be saved."
  }

  private var ending: String {
    let goal = "the goal of \(percent(result.goal.gap))"
    let effort =
      "\(result.iterations) iterations, \(FixedPoint.text(result.seconds, decimals: 1)) s"
    return switch result.ending {
    case .gapReached: "Reached \(goal): \(effort)."
    case .timeLimit: "Stopped by the time limit before \(goal): \(effort)."
    case .iterationLimit: "Stopped by the limit of iterations before \(goal): \(effort)."
    case .cancelled: "Interrupted before \(goal): \(effort)."
    }
  }

  /// What to say where the goal was not reached; nil where it was.
  var shortfall: String? {
    let gap = "the best plan so far has a gap of \(percent(result.gap))"
    return switch result.ending {
    case .gapReached: nil
    case .timeLimit:
      "the goal of \(percent(result.goal.gap)) was not reached within the time limit: \(gap)"
    case .iterationLimit:
      "the goal of \(percent(result.goal.gap)) was not reached in \(result.iterations) "
        + "iterations: \(gap)"
    case .cancelled: "interrupted: \(gap)"
    }
  }

  private var basis: String {
    let settings = result.input.settings
    let start =
      switch settings.mode {
      case .state: "From the stock of today (state)"
      case .target: "From empty shelves (target)"
      }
    return "\(start); \(settings.scenarios) scenarios, seed \(settings.seed); as planned, "
      + "not calibrated."
  }

  /// What the solver left open and what whole cases cost are two things.
  private var wholeCases: String? {
    let difference = result.cost - result.fractionalCost
    guard result.plan.isInteger, difference > 0.005 else { return nil }
    return "Whole cases and minimum orders are \(money(difference)) of it."
  }

  private var unreachable: String? {
    guard result.plan.unreachable > 0 else { return nil }
    return "Lost in every plan, as no facility can deliver it: "
      + "\(FixedPoint.text(result.plan.unreachable, decimals: 2)) units a day."
  }

  private func money(_ value: Double) -> String { FixedPoint.text(value, decimals: 2) }

  private func percent(_ share: Double) -> String {
    "\(FixedPoint.text(100 * share, decimals: 2)) %"
  }
}
