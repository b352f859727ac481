import ArgumentParser
import Foundation
import RetailData
import ScenarioStore

/// Where named what-ifs are kept.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The SQLite file that keeps scenarios and their plans. (default: \
      $XDG_DATA_HOME/echelon/workspace.sqlite, else under ~/.local/share)
      """, valueName: "file"),
    completion: .file())
  var workspace: String?

  func validate() throws {
    if workspace?.isEmpty == true {
      throw ValidationError("--workspace is empty, but must name a file.")
    }
  }

  /// Nil where no file is named and there is no home to keep one in.
  var storeIfAny: ScenarioStore? {
    (workspace ?? WorkspaceFile.standard()).map { ScenarioStore(file: $0) }
  }

  /// - Throws: `Failure` where no file is named and there is no home to keep one in.
  func store() throws -> ScenarioStore {
    guard let store = storeIfAny else {
      throw Failure(
        "found neither HOME nor XDG_DATA_HOME, expected a place to keep scenarios; name a file "
          + "with --workspace")
    }
    return store
  }

  /// The scenario of a name; nil for none.
  func scenario(named name: String?) throws -> SavedScenario? {
    guard let name else { return nil }
    do {
      return try store().scenario(named: name)
    } catch let error as ScenarioError {
      throw Failure(error.description.printable)
    }
  }
}

/// Which named what-if is planned, and under which name it is kept.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Plan with the changes of a saved scenario; --set, --mode and --seed act on top of them.",
      valueName: "name"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "Save what was changed, and the plan that came of it, as a scenario of this name.",
      valueName: "name"))
  var saveScenario: String?

  @OptionGroup
  var location: WorkspaceOptions

  func validate() throws {
    if location.workspace != nil, scenario == nil, saveScenario == nil {
      throw ValidationError(
        "--workspace needs --scenario or --save-scenario: nothing is kept there otherwise.")
    }
  }

  /// The scenario that was named.
  func saved() throws -> SavedScenario? { try location.scenario(named: scenario) }

  /// Finds out before any work whether a plan can be kept.
  func prepareToSave(overwriting: Bool) throws {
    guard let saveScenario else { return }
    do {
      try location.store().prepare(
        toSaveAs: saveScenario, replacing: overwriting ? .anything : .nothing)
    } catch ScenarioError.nameTaken(let name) {
      throw Failure(
        "there is a scenario “\(name)” already; save under another name, or replace it with "
          + "--overwrite")
    } catch let error as ScenarioError {
      throw Failure("--save-scenario: \(error.description.printable)")
    }
  }

  /// Keeps a plan with what made it. Returns where.
  func save(_ basis: PlanBasis, _ result: PlanResult, overwriting: Bool) throws -> String? {
    guard let saveScenario else { return nil }
    let summary = StoredPlan.Summary(
      planned: .now, cost: result.cost, bound: result.bound, gap: result.gap,
      iterations: result.iterations, seconds: result.seconds)
    let plan = StoredPlan(
      result.plan, summary: summary, input: result.input, items: result.items.ids)
    let store = try location.store()
    let saved = try store.save(
      basis.scenario, plan: plan, as: saveScenario, replacing: overwriting ? .anything : .nothing)
    return "saved as the scenario “\(saved.name)” in \(store.file)"
  }
}
