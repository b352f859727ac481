import InventoryPlanning
import RetailData

/// A finished plan with all that it takes to write it down.
struct PlanResult {
  let items: ItemTable
  /// What was planned with: the data, and what `--set` changed.
  let input: PlanInput
  let goal: PlanGoal
  let plan: Plan
  /// Money per day: of the plan, and what no plan can go below.
  let cost: Double
  let bound: Double
  /// The share of the cost that could be saved at most.
  let gap: Double
  /// Cost before quantities were made whole; money per day.
  let fractionalCost: Double
  let iterations: Int
  let seconds: Double
  let ending: PlanOutcome.Ending
  /// Those that were asked for.
  var explanations: [PlanExplanation] = []

  var network: Network { input.network }

  func itemID(_ item: Int32) -> Cell { .text(items.ids[Int(item)]) }
  func title(_ item: Int32) -> Cell { .text(items.titles[Int(item)]) }
  func facilityID(_ facility: Int32) -> Cell { .text(network.facilities[Int(facility)].id) }
  func speedID(_ speed: Int32) -> Cell { .text(network.speeds[Int(speed)].id) }
}

extension PlanOutcome.Ending {
  /// As JSON says it.
  var word: String {
    switch self {
    case .gapReached: "gap"
    case .timeLimit: "time_limit"
    case .iterationLimit: "iteration_limit"
    case .cancelled: "interrupted"
    }
  }
}

extension Cell {
  /// Units: whole numbers are written as such.
  init(units: Double) {
    if let whole = Int(exactly: units) { self = .integer(whole) } else { self = .number(units) }
  }

  /// Units of a plan, with the digits that single precision has and no others.
  init(units: Float) {
    if let whole = Int(exactly: units) {
      self = .integer(whole)
    } else {
      self = Double(units.description).map(Cell.number) ?? .missing
    }
  }
}
