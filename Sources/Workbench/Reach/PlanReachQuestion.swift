import InventoryPlanning
import RetailData

/// How soon an item would be in each region once a plan's stock has landed.
struct PlanReachQuestion: Question {
  let item: Int
  let plan: PlanFigures.ID

  var family: QuestionFamily { QuestionFamily(name: "plan reach", subject: item) }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.plan?.id == plan }

  /// Nil where nobody delivers anything.
  func answer(from workspace: Workspace, work: WorkContext) throws -> ItemReach? {
    guard let figures = workspace.plan, figures.id == plan else { throw CancellationError() }
    return ReachTable(of: item, under: figures.positions(ofItem: item), of: figures.input)
      .map { ItemReach(item, in: $0) }
  }
}

/// One item's reach in every region.
struct ItemReach: Sendable, Equatable {
  let regions: [Reach]
  /// By region: units from which that promise can be kept; 0 where there is none.
  let units: [Double]

  init(_ item: Int, in table: ReachTable) {
    var regions: [Reach] = []
    var units: [Double] = []
    for region in 0..<table.regionCount {
      let reach = table[item, region] ?? .unserved
      regions.append(reach)
      units.append(
        reach.promise.map { table.units(of: item, to: region, at: Int($0.speed)) } ?? 0)
    }
    self.regions = regions
    self.units = units
  }
}

extension Model {
  /// What the plan on screen means for an item; nil before there is a plan.
  func planReachQuestion(_ item: Int) -> PlanReachQuestion? {
    planning.figures.map { PlanReachQuestion(item: item, plan: $0.value.id) }
  }

  /// The same, as far as it is known; not current where plan or answer belong to something earlier.
  func planReach(_ item: Int) -> Shown<ItemReach?>? {
    guard let figures = planning.figures, let question = planReachQuestion(item),
      let known = answers.known(question)
    else { return nil }
    return Shown(known.value, isCurrent: known.isCurrent && figures.isCurrent)
  }
}
