import InventoryPlanning
import RetailData

/// What stands in a facility, and what the plan does with it. What a unit is worth there is left
/// out: that takes longer, and the list is not to wait for it.
struct FacilityQuestion: Question {
  let facility: Int
  let plan: PlanKey

  var family: QuestionFamily { QuestionFamily(name: "facility", subject: facility) }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { plan.isAnswerable(in: workspace) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> FacilityFigures {
    try FacilityFigures(
      facility, workspace.dataset, try plan.figures(in: workspace), plan, AnyQuestion(self))
  }
}

/// The same with what the last unit of every item is worth there, what its place is charged with,
/// and who would leave first: preliminary while the solve goes on.
struct FacilityWorthQuestion: Question {
  let facility: Int
  let plan: PlanFigures.ID

  var family: QuestionFamily { QuestionFamily(name: "facility worth", subject: facility) }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool {
    workspace.plan?.id == plan && workspace.plan?.explainable != nil
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> FacilityFigures {
    guard let figures = try PlanKey.made(plan).figures(in: workspace),
      let answer = figures.explainable
    else { throw CancellationError() }
    let worth = try answer.explainItems(atFacility: facility, work: work)
    return try FacilityFigures(
      facility, workspace.dataset, figures, .made(plan), AnyQuestion(self), worth: worth,
      explanation: answer.explain(facility: facility))
  }
}

struct FacilityFigures: Sendable {
  let facility: Int
  /// Every item that may stand there.
  let items: TableSource
  /// Its rows of the largest targets.
  let largest: [Int32]
  /// Where its goods go: to customers by region and speed, and to other facilities.
  let ways: TableSource
  /// By row of `ways`: the facility, where it is one.
  let wayFacilities: [Int?]
  /// As planned with.
  let place: Facility
  /// Nil without a plan.
  let load: Plan.FacilityLoad?
  /// See `PlanFigures`.
  let isOverfull: Bool
  /// Litres on hand today.
  let standing: Double
  /// What storage counts under the plan.
  let storageBasis: StorageBasis?
  /// Nil without a plan that can be explained.
  let explanation: FacilityExplanation?
  /// Prices, and what is worth how much, may still change: the solve goes on.
  let isPreliminary: Bool

  init(
    _ facility: Int, _ dataset: Dataset, _ figures: PlanFigures?, _ key: PlanKey,
    _ basis: AnyQuestion, worth: [MarginalExplanation]? = nil,
    explanation: FacilityExplanation? = nil
  ) throws {
    self.facility = facility
    let items = FacilityItems(facility, dataset, figures, key, worth)
    self.items = items.source(basis)
    largest = items.largest(20)
    let ways = FacilityWays(facility, dataset.network, figures?.plan)
    self.ways = ways.source(basis)
    wayFacilities = ways.ways.map(\.facility)
    place = (figures?.input.network ?? dataset.network).facilities[facility]
    load = figures?.plan.loads[facility]
    isOverfull = figures?.isOverfull(facility) ?? false
    standing = NetworkFigures.standing(dataset)[facility]
    storageBasis = figures?.input.settings.storageBasis
    self.explanation = explanation
    isPreliminary = explanation != nil && figures?.isPreliminary == true
  }
}

extension Model {
  /// What there is to know of a facility.
  func facilityQuestions(_ facility: Int) -> [any Question] {
    var questions: [any Question] = [FacilityQuestion(facility: facility, plan: planKey)]
    if case .made(let id) = planKey, planning.figures?.value.explainable != nil {
      questions.append(FacilityWorthQuestion(facility: facility, plan: id))
    }
    return questions
  }

  /// The best of what is known of a facility now.
  func facilityFigures(_ facility: Int) -> Shown<FacilityFigures>? {
    let plain = planned(FacilityQuestion(facility: facility, plan: planKey))
    guard case .made(let id) = planKey else { return plain }
    let full = planned(FacilityWorthQuestion(facility: facility, plan: id))
    if let full, full.isCurrent { return full }
    if let plain, plain.isCurrent { return plain }
    return full ?? plain
  }
}
