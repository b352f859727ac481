import Foundation
import InventoryPlanning
import ScenarioStore

/// One of the two that are compared.
enum ComparedSide: Hashable, Sendable {
  /// The changes as they are now, saved or not, with the plan on screen.
  case present
  /// The scenario of that name.
  case saved(String)

  /// As the breadcrumb calls it.
  var title: String {
    switch self {
    case .present: "now"
    case .saved(let name): name
    }
  }
}

/// The present changes with the plan on screen, as something to compare.
struct PresentScenario: Hashable, Sendable {
  let changes: PlanChanges
  let input: PlanInput
  /// Of `Planning`: tells inputs apart.
  let generation: Int
  /// Nil until there is a plan of exactly these changes.
  let plan: PlanFigures.ID?

  /// - Throws: `CancellationError` where a newer plan has taken the place of this one.
  func scenario(in workspace: Workspace) throws -> (saved: SavedScenario, plan: StoredPlan?) {
    let figures = try plan.flatMap { try PlanKey.made($0).figures(in: workspace) }
    let draft = ScenarioDraft(
      changes: changes, input: input, plan: figures, dataset: workspace.dataset)
    // It was never saved: its time is told nowhere.
    let stored = draft.storedPlan(at: .distantPast)
    let saved = SavedScenario(
      name: ComparedSide.present.title, created: .distantPast, changed: .distantPast, revision: 0,
      scenario: draft.scenario, plan: stored?.summary)
    return (saved, stored)
  }

  static func == (left: Self, right: Self) -> Bool {
    left.generation == right.generation && left.plan == right.plan
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(generation)
    hasher.combine(plan)
  }
}

extension Model {
  /// Nil until there is something to plan with.
  var presentScenario: PresentScenario? {
    guard let input = planning.input else { return nil }
    let shown = planning.figures
    return PresentScenario(
      changes: planning.changes, input: input, generation: planning.generation,
      plan: shown?.isCurrent == true ? shown?.value.id : nil)
  }
}
