import InventoryPlanning
import RetailData

/// All that is worth a look: what the plan runs into, then what the data alone has. Asked of plans
/// that are done: while a solve goes on it still runs into what it is about to avoid.
struct WarningsQuestion: Question {
  let plan: PlanKey
  /// What the data alone has.
  let data: [Warnings.Entry]
  /// Why there can be no plan.
  let findings: [Failure]

  struct Warned: Sendable {
    let source: TableSource
    let places: [Place]
  }

  var family: QuestionFamily { QuestionFamily(name: "warnings") }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { plan.isAnswerable(in: workspace) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Warned {
    var entries = findings.enumerated().map { number, finding in
      Warnings.Entry(
        kind: "no plan",
        text: [finding.place, finding.happened].compactMap(\.self)
          .joined(separator: ": "), place: .finding(number))
    }
    if let figures = try plan.figures(in: workspace) {
      entries += PlanWarnings(figures, workspace.dataset.items).entries
    }
    entries += data
    return Warned(
      source: Warnings.source(entries, AnyQuestion(self)), places: entries.map(\.place))
  }

  static func == (left: Self, right: Self) -> Bool {
    left.plan == right.plan && left.data == right.data && left.findings == right.findings
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(plan)
    hasher.combine(data.count)
    hasher.combine(findings.count)
  }
}

extension Model {
  /// Nil until the data has been looked through.
  var warningsQuestion: WarningsQuestion? {
    guard let overview = answers.known(OverviewQuestion())?.value else { return nil }
    return WarningsQuestion(
      plan: donePlanKey, data: overview.warnings, findings: planning.obstacle?.findings ?? [])
  }
}
