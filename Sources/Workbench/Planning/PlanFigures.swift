import InventoryPlanning
import RetailData

/// A plan with everything that screens show of it at hand: put together off the UI thread, then
/// only passed round. Equal are those that are the same one.
final class PlanFigures: Sendable {
  /// Of which solve, and which of its digests.
  struct ID: Hashable, Sendable {
    let solve: WorkID
    let number: Int
  }

  let id: ID
  /// What was changed in the data's figures for it.
  let changes: PlanChanges
  let input: PlanInput
  /// Money per day; so is `bound`, below which no plan can cost.
  let cost: Double
  let bound: Double
  /// Share of the cost that could be saved at most.
  let gap: Double
  let iterations: Int
  /// Since its solve began, compiling included.
  let seconds: Double
  /// How its solve got there; empty while that goes on, and in what is only kept to compare with.
  let course: [PlanPoint]
  /// Costs, service, targets, loads with their prices, purchases and transfers.
  let plan: Plan
  /// Cost before quantities were made whole; money per day. Nil while the solve goes on.
  let fractionalCost: Double?
  /// The plan before quantities were made whole, as far as it is needed to compare with; nil where
  /// they were not.
  let fractional: PlanFigures?
  /// How the solve ended; nil while it goes on.
  let ending: PlanOutcome.Ending?
  /// What it can be priced anew and explained by; nil in what is only kept to compare with.
  let answer: PlanAnswer?
  /// Where a solve of a change to it goes on from; nil while its own goes on, and in what is only
  /// kept to compare with.
  let state: PlanState?

  /// Positions of item i: `plan.positions[itemStarts[i] ..< itemStarts[i + 1]]`.
  private let itemStarts: [Int32]
  /// Rows of `plan.positions` by facility, from `facilityStarts[f]` to `facilityStarts[f + 1]`.
  private let facilityRows: [Int32]
  private let facilityStarts: [Int32]

  /// Assembles the plan of an answer: takes a while in a large shop.
  ///
  /// - Parameters:
  ///   - course: Empty while the solve goes on.
  ///   - fractionalCost: Nil while the solve goes on.
  ///   - fractional: The plan before quantities were made whole; nil where they were not.
  ///   - ending: Nil while the solve goes on.
  ///   - state: Nil while the solve goes on.
  init(
    id: ID, changes: PlanChanges, input: PlanInput, answer: PlanAnswer, seconds: Double,
    course: [PlanPoint] = [], fractionalCost: Double? = nil, fractional: PlanFigures? = nil,
    ending: PlanOutcome.Ending? = nil, state: PlanState? = nil
  ) {
    self.id = id
    self.changes = changes
    self.input = input
    cost = answer.cost
    bound = answer.bound
    gap = answer.gap
    iterations = answer.iterations
    self.seconds = seconds
    self.course = course
    plan = answer.plan
    self.ending = ending
    self.answer = answer
    self.state = state
    self.fractionalCost = fractionalCost
    self.fractional = plan.isInteger ? fractional?.light : nil
    itemStarts = Self.starts(plan.positions.lazy.map(\.item), count: input.items.count)
    facilityStarts = Self.starts(
      plan.positions.lazy.map(\.facility), count: input.network.facilities.count)
    var next = facilityStarts
    var rows = [Int32](repeating: 0, count: plan.positions.count)
    for (row, position) in plan.positions.enumerated() {
      rows[Int(next[Int(position.facility)])] = Int32(row)
      next[Int(position.facility)] += 1
    }
    facilityRows = rows
  }

  /// The same without what takes much memory.
  private init(light other: PlanFigures) {
    id = other.id
    changes = other.changes
    input = other.input
    cost = other.cost
    bound = other.bound
    gap = other.gap
    iterations = other.iterations
    seconds = other.seconds
    course = []
    plan = other.plan
    ending = other.ending
    fractionalCost = other.fractionalCost
    fractional = other.fractional
    answer = nil
    state = nil
    itemStarts = other.itemStarts
    facilityStarts = other.facilityStarts
    facilityRows = other.facilityRows
  }

  /// To compare with: the numbers alone.
  var light: PlanFigures { PlanFigures(light: self) }

  /// What this plan is to be set against, where `baseline` is what it is compared with: a plan that
  /// still has fractions is not set against one of whole cases.
  func comparable(of baseline: PlanFigures) -> PlanFigures {
    plan.isInteger ? baseline : baseline.fractional ?? baseline
  }

  /// The plan as the solver left it: what moved in it, prices moved. Cases that happened to fall
  /// otherwise move more, and for no reason.
  var beforeWholeCases: PlanFigures { fractional ?? self }

  /// What share of the cost the solver left open, and what share more whole cases cost.
  var certificate: (gap: Double, cases: Double?) {
    guard plan.isInteger, let fractional = fractionalCost, cost - fractional > 0.005, cost > 0
    else { return (gap, nil) }
    let open = max(0, fractional - bound) / max(abs(fractional), .leastNormalMagnitude)
    return (open, (cost - fractional) / cost)
  }

  /// What this plan costs more than `baseline` before quantities are made whole, where whole cases
  /// alone turn that round: less room then seems to save money. Nil where they do not.
  func differenceOfRounding(from baseline: PlanFigures) -> Double? {
    guard plan.isInteger, baseline.plan.isInteger, let own = fractionalCost,
      let other = baseline.fractionalCost
    else { return nil }
    let (before, whole) = (own - other, cost - baseline.cost)
    return whole * before < 0 && min(abs(whole), abs(before)) > 0.005 ? before : nil
  }

  /// With it come explanations; nil where there are none.
  var explainable: PlanAnswer? { answer?.isExplainable == true ? answer : nil }

  /// Whether its solve goes on, and may find other quantities and prices.
  var isPreliminary: Bool { ending == nil }

  /// Whether its solve got as far as it was asked to.
  var isFinal: Bool { ending.map { $0 != .cancelled } ?? false }

  /// Where room has no price that means anything: see `Plan`.
  var overfull: Set<Int32> { plan.overfull(in: input.network) }

  func isOverfull(_ facility: Int) -> Bool { overfull.contains(Int32(facility)) }

  /// Where the item stands, or is to stand, by facility.
  func positions(ofItem item: Int) -> ArraySlice<Plan.Position> {
    plan.positions[Int(itemStarts[item])..<Int(itemStarts[item + 1])]
  }

  func position(ofItem item: Int, at facility: Int) -> Plan.Position? {
    positions(ofItem: item).first { Int($0.facility) == facility }
  }

  /// What stands, or is to stand, at the facility, by item: rows of `plan.positions`.
  func rows(ofFacility facility: Int) -> ArraySlice<Int32> {
    facilityRows[Int(facilityStarts[facility])..<Int(facilityStarts[facility + 1])]
  }

  private static func starts(_ numbers: some Sequence<Int32>, count: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    return starts
  }
}

extension PlanFigures: Hashable {
  static func == (left: PlanFigures, right: PlanFigures) -> Bool { left.id == right.id }

  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
