import Foundation

/// A scenario as it is kept.
public struct SavedScenario: Sendable, Equatable {
  public var name: String
  public var created: Date
  /// When it was last saved or renamed.
  public var changed: Date
  /// Counts the times it was saved: tells whether somebody else has saved it since.
  public var revision: Int
  public var scenario: Scenario
  /// What the plan comes to that was made of exactly these changes; nil where none was kept.
  public var plan: StoredPlan.Summary?

  public init(
    name: String, created: Date, changed: Date, revision: Int, scenario: Scenario,
    plan: StoredPlan.Summary?
  ) {
    self.name = name
    self.created = created
    self.changed = changed
    self.revision = revision
    self.scenario = scenario
    self.plan = plan
  }
}
