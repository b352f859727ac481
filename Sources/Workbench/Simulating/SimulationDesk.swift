import Foundation
import InventoryPlanning
import RetailData
import ScenarioStore

/// What the simulation screen works with: what runs, and what came of the last run.
struct SimulationDesk: Sendable {
  struct Run: Sendable {
    let id: WorkID
    let changes: PlanChanges
  }

  var run: Run?
  var result: Simulated?
  var failure: Failure?
  /// Of the policies compared, the one whose days and facilities are looked at.
  var policy = 0
  /// Which of its runs is replayed.
  var replication = 0
}

/// One run of the simulation: what a background thread needs to know of it.
struct SimulationJob: Sendable {
  let id: WorkID
  let changes: PlanChanges
  let study: SimulationStudy
  let dataset: Dataset

  /// Runs it, and keeps what came of it.
  ///
  /// - Throws: `CancellationError`, `PlanningProblemError`.
  func run(
    keepingIn store: ScenarioStore?, clock: () -> Date, _ work: WorkContext
  ) throws -> Simulated {
    var simulated = try run(work)
    do {
      try store?.save(stored(simulated.result, at: clock()))
    } catch {
      // The figures are as good without a place in the file.
      simulated.problem = Failure(error).summary
    }
    return simulated
  }

  private func run(_ work: WorkContext) throws -> Simulated {
    let result = try study.run(work: work) { answer in
      work.report(
        WorkProgress(
          stage: "planning, gap \(PlanStatus.percent(answer.gap))", done: answer.iterations,
          total: nil, unit: "iterations"))
    }
    return Simulated(id: id, changes: changes, result: result, dataset: dataset)
  }
}

/// What came of a run, with its tables made where they take no key's time.
struct Simulated: Sendable {
  let id: WorkID
  /// What was changed in the data for it.
  let changes: PlanChanges
  let result: SimulationStudy.Result
  let policies: TableSource
  let differences: TableSource
  /// One for each policy: its facilities, and the items most asked for.
  let subjects: [TableSource]
  let replays: [ReplaySubject]
  /// Why it could not be kept in the file of scenarios.
  var problem: String?

  init(id: WorkID, changes: PlanChanges, result: SimulationStudy.Result, dataset: Dataset) {
    self.id = id
    self.changes = changes
    self.result = result
    policies = result.policyTable(version: id)
    differences = result.differenceTable(version: id)
    let items = result.busiestItems(40)
    replays =
      [.item(-1)] + dataset.network.facilities.indices.map { .facility($0) } + [.item(-1)]
      + items.map { .item($0) }
    subjects = result.entries.indices.map {
      result.subjectTable(policy: $0, items: items, dataset: dataset, version: id)
    }
  }

  /// What a row of `subjects` stands for; nil for a heading.
  func replay(_ row: Int) -> ReplaySubject? {
    guard replays.indices.contains(row), replays[row] != .item(-1) else { return nil }
    return replays[row]
  }
}
