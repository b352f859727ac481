import TerminalUI

/// What is kept between two runs. Names, not numbers: the data may have changed in between.
struct SessionRecord: Hashable, Sendable, Codable {
  /// Nil until the analyst chose one.
  var theme: Theme?
  /// By the data's path.
  var data: [String: DataRecord] = [:]

  struct DataRecord: Hashable, Sendable, Codable {
    var screen = ScreenName.items
    var tables: [ScreenName: TableState] = [:]
    var parameters = Parameters()
    var parameter = ParameterName.metric
    /// What was changed in the figures that are planned with, and what that is called.
    var plan: PlanChanges?
    var scenario: ScenarioShelf.Origin?
  }
}

extension Theme: Codable {}
