import Foundation
import InventoryPlanning
import RetailData
import ScenarioStore

/// Something to be done to the file of scenarios.
enum ScenarioAct: Sendable {
  case save(ScenarioDraft, as: String, replacing: ScenarioStore.Replacement)
  case rename(String, to: String)
  case delete(String)
  case duplicate(String, as: String)
}

/// What came of it.
enum ScenarioNews: Sendable, Equatable {
  /// It is on the disk.
  case saved(SavedScenario, ScenarioDraft.Origin)
  case renamed(String, to: String)
  case deleted(String)
  case duplicated(SavedScenario)
  /// Nothing was done, and nothing is lost: there is one of that name, or somebody has saved it
  /// meanwhile.
  case taken(String)
}

/// The present changes, and the plan that stands for them.
struct ScenarioDraft: Sendable {
  let changes: PlanChanges
  let input: PlanInput
  /// Nil where there is none yet for exactly these changes.
  let plan: PlanFigures?
  let dataset: Dataset

  /// What the workbench will remember of it.
  struct Origin: Sendable, Equatable {
    let changes: PlanChanges
    let hasFinalPlan: Bool
  }

  var origin: Origin { Origin(changes: changes, hasFinalPlan: plan?.isFinal ?? false) }

  var scenario: Scenario {
    Scenario(
      changes: changes.list.map { ScenarioChange(path: $0.path, value: $0.value) },
      basis: ScenarioBasis(
        dataName: dataset.name, fingerprint: dataset.fingerprint, seed: input.settings.seed,
        mode: input.settings.mode, drawCount: input.settings.scenarios))
  }

  func storedPlan(at moment: Date) -> StoredPlan? {
    plan.map { figures in
      StoredPlan(
        figures.plan,
        summary: StoredPlan.Summary(
          planned: moment, cost: figures.cost, bound: figures.bound, gap: figures.gap,
          iterations: figures.iterations, seconds: figures.seconds),
        input: figures.input, items: dataset.items.ids)
    }
  }
}

extension ScenarioAct {
  /// What it is, for a sentence: `saving “less room”`.
  var title: String {
    switch self {
    case .save(_, as: let name, replacing: _): "saving “\(name)”"
    case .rename(let name, to: _): "renaming “\(name)”"
    case .delete(let name): "deleting “\(name)”"
    case .duplicate(let name, as: _): "duplicating “\(name)”"
    }
  }

  /// Does it, durably, and says what was done. Blocks for as long as the disk takes.
  func perform(on store: ScenarioStore, at moment: Date) throws -> ScenarioNews {
    switch self {
    case .save(let draft, let name, let replacing):
      do {
        let saved = try store.save(
          draft.scenario, plan: draft.storedPlan(at: moment), as: name, replacing: replacing,
          at: moment)
        return .saved(saved, draft.origin)
      } catch ScenarioError.nameTaken(let name) {
        return .taken(name)
      } catch ScenarioError.savedMeanwhile(let name) {
        return .taken(name)
      }
    case .rename(let name, let new):
      do {
        try store.rename(name, to: new, at: moment)
      } catch ScenarioError.nameTaken(let name) {
        return .taken(name)
      }
      return .renamed(name, to: try store.scenario(named: new).name)
    case .delete(let name):
      return .deleted(try store.delete(name).scenario.name)
    case .duplicate(let name, let new):
      do {
        return .duplicated(try store.duplicate(name, as: new, at: moment))
      } catch ScenarioError.nameTaken(let name) {
        return .taken(name)
      }
    }
  }

  /// What to do where the name is taken; nil where what has the name may be replaced.
  var adviceWhereTaken: String? {
    switch self {
    case .save, .delete: nil
    case .rename: "not renamed, R tries another name"
    case .duplicate: "not duplicated, c tries another name"
    }
  }

  /// The same, whatever has the name.
  var replacingAnything: ScenarioAct {
    guard case .save(let draft, let name, _) = self else { return self }
    return .save(draft, as: name, replacing: .anything)
  }
}
