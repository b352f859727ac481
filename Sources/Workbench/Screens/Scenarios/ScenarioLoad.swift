import InventoryPlanning
import ScenarioStore

/// A saved scenario on its way to become the present changes: as the file has it then, whatever the
/// list on screen says.
struct ScenarioLoad: Sendable {
  let name: String
  let ground: PlanGround
}

/// The changes of a scenario as the plan takes them.
struct LoadedScenario: Sendable {
  let saved: SavedScenario
  var changes: PlanChanges
  var misfits: [AppliedScenario.Misfit]
}

extension ScenarioLoad {
  /// Finds out what of the scenario means something for the data.
  ///
  /// The plan has each path once and figures as they are; a scenario from the command line may
  /// change one figure twice, and by a share of what it is.
  func perform(on store: ScenarioStore) throws -> LoadedScenario {
    let saved = try store.scenario(named: name)
    let applied = saved.scenario.applied(to: ground.base, names: ground.names)
    var loaded = LoadedScenario(saved: saved, changes: PlanChanges(), misfits: applied.misfits)
    var input = ground.base
    for change in applied.changes {
      let path = change.path
      if path.contains("*"), loaded.changes.value(of: path) != nil {
        loaded.misfits.append(
          AppliedScenario.Misfit(
            change: change, reason: "the path is there twice; the workbench takes its first value"))
        continue
      }
      do throws(ParameterError) {
        try input.set(path, to: change.value, names: ground.names)
        let value =
          path.contains("*")
          ? change.value : try input.value(of: path, names: ground.names).description
        loaded.changes.set(path, to: value)
      } catch {
        loaded.misfits.append(
          AppliedScenario.Misfit(change: change, reason: error.description))
      }
    }
    return loaded
  }
}
