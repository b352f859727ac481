import InventoryPlanning
import RetailData

/// Which plan a question is about: a new plan makes a new question.
enum PlanKey: Hashable, Sendable {
  /// The data cannot be planned with: figures of a plan are unknown.
  case none
  /// There will be one.
  case awaited
  case made(PlanFigures.ID)

  /// Whether the workspace has the plan that is asked about.
  func isAnswerable(in workspace: Workspace) -> Bool {
    if case .made(let id) = self { workspace.plan?.id == id } else { true }
  }

  /// - Throws: `CancellationError` where a newer plan has taken the place of this one.
  func figures(in workspace: Workspace) throws -> PlanFigures? {
    guard case .made(let id) = self else { return nil }
    guard let plan = workspace.plan, plan.id == id else { throw CancellationError() }
    return plan
  }

  /// A table's column of `count` rows that only a plan can fill.
  func values(_ count: Int, _ made: [Double]?) -> ColumnValues {
    if let made { return .doubles(Column(made)) }
    return self == .none
      ? .doubles(Column([Double](repeating: .nan, count: count))) : .pending
  }
}

extension Model {
  /// The plan to ask about.
  var planKey: PlanKey {
    if let figures = planning.figures { return .made(figures.value.id) }
    return planning.obstacle == nil ? .awaited : .none
  }

  /// The plan to ask about once its solve is done, or was stopped.
  var donePlanKey: PlanKey {
    guard let figures = planning.figures?.value, figures.ending == nil else { return planKey }
    return .awaited
  }

  /// Whether what a plan's figures say is so now.
  var isPlanCurrent: Bool { planning.figures?.isCurrent ?? true }

  /// The answer to a question about the plan; dimmed where the plan, or the answer, is an old one.
  func planned<Q: Question>(_ question: Q) -> Shown<Q.Answer>? {
    answers.known(question).map { Shown($0.value, isCurrent: $0.isCurrent && isPlanCurrent) }
  }
}
