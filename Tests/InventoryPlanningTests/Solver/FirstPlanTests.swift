import Foundation
import RetailData
import Testing

@testable import InventoryPlanning

/// How good the plan is that is there at once after a change, before any step.
@Suite("First plans after a change")
struct FirstPlanTests {
  /// Solved once for all.
  private static let shop = Result { try SolvedShop() }

  private func excess(_ path: String, _ change: String) throws -> Double {
    try Self.shop.get().excess(path, change)
  }

  /// The doors near by are full, and can take over little.
  @Test(arguments: [("FC01", 0.01), ("SD03", 0.02), ("SD04", 0.01)])
  func aDoor(facility: String, least: Double) throws {
    #expect(try excess("facility.\(facility).outbound_units_per_day", "-10%") < least)
  }

  /// What was coming goes elsewhere, and so must the customers.
  @Test(arguments: ["FC01", "SD03", "SD04", "SD06"]) func aRoom(facility: String) throws {
    #expect(try excess("facility.\(facility).storage_l", "-10%") < 0.005)
  }

  /// Nearly every item is asked for otherwise than before.
  @Test func theCutOffsOfASpeed() throws {
    #expect(try excess("speed.next_day.cutoff_shift_hours", "-1") < 0.03)
  }
}

/// A generated shop with all that the bundled sample has, but fewer items.
private struct SolvedShop {
  private let work = WorkContext(threads: 2)
  private let dataset: Dataset
  private let input: PlanInput
  private let forecast: DemandForecast
  private let known: PlanOutcome

  init() throws {
    var options = SampleShop.Options(size: .medium)
    (options.items, options.customers, options.purchases) = (500, 2_000, 80_000)
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("echelon-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    _ = try SampleShop.write(to: directory, options: options, work: work)
    dataset = try Dataset.open(directory: directory.path, options: OpenOptions(useCache: false))
    var notices: [Notice] = []
    input = PlanInput(dataset: dataset, notices: &notices)
    forecast = try DemandForecast.fit(dataset: dataset, work: work)
    known = try Planner(
      input: input, draws: ScenarioDraws(input: input, forecast: forecast), work: work
    ).solve(PlanGoal(gap: 0.002, iterationLimit: 600, fractional: true), work: work)
  }

  /// What the first plan costs beyond the best that is known of the changed shop, as a share of it.
  func excess(_ path: String, _ change: String) throws -> Double {
    var input = input
    try input.set(path, to: change, names: PlanNames(dataset))
    let planner = try Planner(
      input: input, draws: ScenarioDraws(input: input, forecast: forecast), after: known.state,
      work: work)
    func cost(passes: Int) throws -> Double {
      let goal = PlanGoal(gap: 0.002, iterationLimit: passes, fractional: true)
      return try planner.solve(goal, from: known.state, work: work).answer.cost
    }
    let best = try cost(passes: 150)
    return (try cost(passes: 0) - best) / best
  }
}
