/// Named what-ifs, kept in one SQLite file: their changes, the plan that was made of each, and
/// evaluations of recommenders. Its tables are meant to be read with plain SQL too; `Schema` has
/// them.
///
///     let store = ScenarioStore(file: "workspace.sqlite")
///     try store.save(scenario, plan: plan, as: "tight London")
///     let back = try store.scenario(named: "Tight London")
///
/// **Durable.** What `save` has returned from is on the disk: neither a killed process nor a power
/// cut takes it away, and a scenario is there whole with its plan, or as it was before. The file is
/// a single one (a rollback journal stands beside it only while something is written), so that it
/// can be copied, mailed, and kept in a home directory that comes over the network, where a
/// write-ahead log would not work.
///
/// **Shared.** Several programs may use one file: a write waits up to five seconds for another's.
/// Nothing is kept open between two calls, so a file that somebody moves or replaces is noticed.
///
/// All calls block for as long as the disk takes: keep them off a screen's thread. They throw
/// `DataProblem` for what is wrong with the file, and `ScenarioError` for what is wrong with a name.
public struct ScenarioStore: Sendable {
  /// Path of the SQLite file. It is made, with the directories above it, by the first `save`.
  public let file: String

  public init(file: String) { self.file = file }
}
