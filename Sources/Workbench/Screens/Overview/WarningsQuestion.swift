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
    /// What each row says.
    let entries: [Warnings.Entry]
    /// Whether a plan's are among them.
    let isOfPlan: Bool
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
    let figures = try plan.figures(in: workspace)
    if let figures {
      entries += PlanWarnings(figures, workspace.dataset.items).entries
    } else if plan == .awaited {
      entries.append(
        Warnings.Entry(
          kind: "plan", text: "what the plan runs into is said once it is as good as it gets",
          place: .plan))
    }
    entries += data
    return Warned(
      source: Warnings.source(entries, AnyQuestion(self)), entries: entries,
      isOfPlan: figures != nil)
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
  /// What to ask now. While a plan is being improved, what the last one ran into stays.
  var askedWarnings: WarningsQuestion? {
    guard let question = warningsQuestion else { return nil }
    let isKept = question.plan == .awaited && answers.known(question)?.value.isOfPlan == true
    return isKept ? nil : question
  }

  /// Nil until the data has been looked through.
  var warningsQuestion: WarningsQuestion? {
    guard let overview = answers.known(OverviewQuestion())?.value else { return nil }
    return WarningsQuestion(
      plan: donePlanKey, data: overview.warnings, findings: planning.obstacle?.findings ?? [])
  }
}
