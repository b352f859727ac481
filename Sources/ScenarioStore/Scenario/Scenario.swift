import InventoryPlanning

/// A what-if: what is changed in the figures of a shop's data before it is planned.
public struct Scenario: Sendable, Equatable {
  /// In the order in which they are made: a later one acts on what the earlier ones left.
  public var changes: [ScenarioChange]
  public var basis: ScenarioBasis

  public init(changes: [ScenarioChange], basis: ScenarioBasis) {
    self.changes = changes
    self.basis = basis
  }
}

/// One changed figure, in the words that `PlanInput.set` takes.
public struct ScenarioChange: Sendable, Hashable {
  /// Such as `facility.LDN1.storage_l`.
  public var path: String
  /// Such as `18000`, `*0.9` or `-10%`.
  public var value: String

  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }
}

/// What a what-if was made from, and what its random draws come from: with the changes, all that
/// it takes to make the same plan again.
public struct ScenarioBasis: Sendable, Hashable {
  public var dataName: String
  /// `Dataset.fingerprint` of the data.
  public var fingerprint: UInt64
  public var seed: UInt64
  public var mode: PlanMode
  /// Scenarios of demand and lead time that a plan is made for.
  public var drawCount: Int

  public init(
    dataName: String, fingerprint: UInt64, seed: UInt64, mode: PlanMode, drawCount: Int
  ) {
    self.dataName = dataName
    self.fingerprint = fingerprint
    self.seed = seed
    self.mode = mode
    self.drawCount = drawCount
  }
}
