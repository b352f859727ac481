import InventoryPlanning
import RetailData

/// Why there is not one more unit of an item at a facility, and why there is none less.
struct MarginalQuestion: Question {
  let item: Int
  let facility: Int
  let plan: PlanFigures.ID

  struct Marginal: Sendable {
    let explanation: MarginalExplanation
    /// See `MarginalExplanation`.
    let verdict: String
    let source: TableSource
  }

  var family: QuestionFamily { QuestionFamily(name: "marginal \(facility)", subject: item) }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool {
    workspace.plan?.id == plan && workspace.plan?.explainable != nil
  }

  /// Nil where the item may not stand there.
  func answer(from workspace: Workspace, work: WorkContext) throws -> Marginal? {
    guard let figures = try PlanKey.made(plan).figures(in: workspace),
      let all = figures.explainable?.explain(item: item)
    else { throw CancellationError() }
    let overfull = figures.overfull
    return all.first { Int($0.facility) == facility }.map { found in
      Marginal(
        explanation: found,
        verdict: found.verdict(isOverfull: overfull.contains(found.facility)),
        source: MarginalTable(found, elsewhere: all, figures.input.network, overfull: overfull)
          .source(AnyQuestion(self), row: facility))
    }
  }
}

extension MarginalExplanation {
  /// What it comes to, in a sentence.
  func verdict(isOverfull: Bool) -> String {
    if isOverfull { return "more stands here today than fits: for one more another has to leave" }
    func money(_ value: Double) -> String { NumberText.decimal(value, places: 2) }
    // Less than a hundredth of what it costs is noise of the prices.
    let isEven = abs(net) <= max(0.005, 0.01 * abs(cost))
    if source == nil {
      return standingUnitSaves < 0
        ? "nothing brings it here, and what stands here costs more than it is worth"
        : "nothing brings it here: what stands here is used up"
    }
    let what = incoming > 0 ? "brought here" : "none is brought here"
    if !isEven, net < 0 { return "\(what): one more would lose \(money(-net))" }
    if !isEven, net > 0 {
      // A price above the worth holds wherever more can be bought.
      let why =
        if case .onHand = source { "there is no more of it to move" } else {
          "the prices are not settled"
        }
      return "\(what): one more would gain \(money(net)), but \(why)"
    }
    return incoming > 0
      ? "brought here until one more is worth what it costs"
      : "one more is worth what it costs, so far as prices tell"
  }
}
