import InventoryPlanning
import RetailData

/// A scenario made part of what is to be planned, as far as the data has what it names.
public struct AppliedScenario: Sendable {
  /// The figures after all changes that could be made.
  public var input: PlanInput
  /// These, in their order. Where seed, mode or number of draws would otherwise be others than the
  /// scenario's, they are among them: the same plan comes of it wherever it is loaded.
  public var changes: [ScenarioChange]
  /// Those that could not be made.
  public var misfits: [Misfit]

  /// A change that means nothing for the data.
  public struct Misfit: Sendable, Equatable {
    public var change: ScenarioChange
    /// One sentence that says why.
    public var reason: String

    public init(change: ScenarioChange, reason: String) {
      self.change = change
      self.reason = reason
    }
  }
}

extension Scenario {
  /// What `base`, the data's own figures, becomes by the changes.
  public func applied(to base: PlanInput, names: PlanNames) -> AppliedScenario {
    var applied = AppliedScenario(input: base, changes: [], misfits: [])
    for change in changes { applied.make(change, names) }
    let settings = applied.input.settings
    if settings.mode != basis.mode {
      applied.make(ScenarioChange(path: "mode", value: basis.mode.rawValue), names)
    }
    if settings.seed != basis.seed {
      applied.make(ScenarioChange(path: "seed", value: String(basis.seed)), names)
    }
    if settings.scenarios != basis.drawCount {
      applied.make(ScenarioChange(path: "scenarios", value: String(basis.drawCount)), names)
    }
    return applied
  }
}

extension AppliedScenario {
  fileprivate mutating func make(_ change: ScenarioChange, _ names: PlanNames) {
    do throws(ParameterError) {
      try input.set(change.path, to: change.value, names: names)
      changes.append(change)
    } catch {
      misfits.append(Misfit(change: change, reason: error.description))
    }
  }
}
