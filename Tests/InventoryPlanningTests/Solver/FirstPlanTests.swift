import Foundation
import RetailData
import Testing

@testable import InventoryPlanning

/// How good the plan is that is there at once after a change, before any step, or soon after.
@Suite("First plans after a change")
struct FirstPlanTests {
  /// Solved once for all, as far as the workbench does.
  private static let shop = Result { try SolvedShop(.state, iterationLimit: 600) }
  private static let targetShop = Result { try SolvedShop(.target, iterationLimit: 1_300) }

  private func excess(_ path: String, _ change: String) throws -> Double {
    try Self.shop.get().excess(path, change)
  }

  /// The doors near by are full, and can take over little.
  @Test(arguments: [("FC01", 0.01), ("SD03", 0.02), ("SD04", 0.01)])
  func aDoor(facility: String, least: Double) throws {
    #expect(try excess("facility.\(facility).outbound_units_per_day", "-10%") < least)
  }

  /// What was coming goes elsewhere, and so must the customers. How good one plan is depends on where
  /// exactly the solve before stopped, so that the mean says more.
  @Test func rooms() throws {
    // Of SD06's room the first plan is within what a search is asked for, and no nearer.
    let least = [
      ("FC01", 0.005), ("SD01", 0.005), ("SD02", 0.005), ("SD03", 0.005), ("SD04", 0.005),
      ("SD05", 0.005), ("SD06", 0.01),
    ]
    let found = try least.map { try excess("facility.\($0.0).storage_l", "-10%") }
    #expect(zip(found, least).allSatisfy { $0 < $1.1 }, "\(found)")
    #expect(found.reduce(0, +) / Double(found.count) < 0.003, "\(found)")
  }

  /// Nearly every item is asked for otherwise than before.
  @Test func theCutOffsOfASpeed() throws {
    #expect(try excess("speed.next_day.cutoff_shift_hours", "-1") < 0.03)
  }

  /// Steps of prices and quantities are others here, and so are the cuts that a plan begins with.
  @Test(arguments: [
    "facility.SD01.outbound_units_per_day", "facility.SD02.outbound_units_per_day",
    "facility.SD03.outbound_units_per_day", "facility.SD06.outbound_units_per_day",
    "facility.FC01.storage_l", "facility.SD06.storage_l",
  ])
  func whereTargetsArePlannedFor(path: String) throws {
    #expect(try Self.targetShop.get().gap(path, "-10%", passes: 0) < 0.04)
  }

  /// Where much has to move, prices must not step as they did at the end of the earlier solve, where
  /// all was settled: then these stay 0.02 to 0.28 off.
  @Test(arguments: [
    ("facility.FC01.outbound_units_per_day", "-10%", 0.05),
    ("facility.FC03.inbound_units_per_day", "-10%", 0.08),
    ("speed.next_day.cutoff_shift_hours", "-1", 0.012), ("demand_factor", "1.05", 0.18),
  ])
  func whereTargetsArePlannedForAndMuchMoves(path: String, change: String, least: Double) throws {
    #expect(try Self.targetShop.get().gap(path, change, passes: 400) < least)
  }
}

/// A generated shop with all that the bundled sample has, but fewer items.
private struct SolvedShop {
  private let work = WorkContext(threads: 2)
  private let dataset: Dataset
  private let input: PlanInput
  private let forecast: DemandForecast
  private let known: PlanOutcome

  init(_ mode: PlanMode, iterationLimit: Int) throws {
    var options = SampleShop.Options(size: .medium)
    (options.items, options.customers, options.purchases) = (500, 2_000, 80_000)
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("echelon-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    _ = try SampleShop.write(to: directory, options: options, work: work)
    dataset = try Dataset.open(directory: directory.path, options: OpenOptions(useCache: false))
    var notices: [Notice] = []
    var input = PlanInput(dataset: dataset, notices: &notices)
    input.settings.mode = mode
    self.input = input
    forecast = try DemandForecast.fit(dataset: dataset, work: work)
    known = try Planner(
      input: input, draws: ScenarioDraws(input: input, forecast: forecast), work: work
    ).solve(PlanGoal(gap: 0.001, iterationLimit: iterationLimit, fractional: true), work: work)
  }

  /// What the first plan costs beyond the best that is known of the changed shop, as a share of it.
  func excess(_ path: String, _ change: String) throws -> Double {
    let planner = try planner(path, change)
    let best = try answer(of: planner, passes: 150).cost
    return (try answer(of: planner, passes: 0).cost - best) / best
  }

  /// What the plan after some passes costs beyond what is proved of the changed shop by then.
  func gap(_ path: String, _ change: String, passes: Int) throws -> Double {
    try answer(of: try planner(path, change), passes: passes).gap
  }

  private func planner(_ path: String, _ change: String) throws -> Planner {
    var input = input
    try input.set(path, to: change, names: PlanNames(dataset))
    return try Planner(
      input: input, draws: ScenarioDraws(input: input, forecast: forecast), after: known.state,
      work: work)
  }

  private func answer(of planner: Planner, passes: Int) throws -> PlanAnswer {
    let goal = PlanGoal(gap: 0.002, iterationLimit: passes, fractional: true)
    return try planner.solve(goal, from: known.state, work: work).answer
  }
}
