import InventoryPlanning
import RetailData
import ScenarioStore

/// What is planned, and what was changed in the data for it.
struct PlanBasis {
  private let dataName: String
  private let fingerprint: UInt64
  /// The figures with all changes.
  var input: PlanInput
  /// In the order in which they were made.
  var changes: [ScenarioChange] = []

  init(_ dataset: Dataset, input: PlanInput) {
    dataName = dataset.name
    fingerprint = dataset.fingerprint
    self.input = input
  }

  mutating func set(_ mode: PlanMode) {
    input.settings.mode = mode
    changes.append(ScenarioChange(path: "mode", value: mode.rawValue))
  }

  mutating func set(seed: UInt64) {
    input.settings.seed = seed
    changes.append(ScenarioChange(path: "seed", value: String(seed)))
  }

  mutating func set(_ change: PlanChange, _ names: PlanNames) throws(ParameterError) {
    try input.set(change.path, to: change.value, names: names)
    changes.append(ScenarioChange(path: change.path, value: change.value))
  }

  /// As it is kept.
  var scenario: Scenario {
    Scenario(
      changes: changes,
      basis: ScenarioBasis(
        dataName: dataName, fingerprint: fingerprint, seed: input.settings.seed,
        mode: input.settings.mode, drawCount: input.settings.scenarios))
  }
}
