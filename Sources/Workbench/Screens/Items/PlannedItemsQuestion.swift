import InventoryPlanning
import RetailData

/// The table of all items with what a plan has of each. Asked of finished plans: while a solve goes
/// on, a table that is sorted anew with every better answer is of no use.
struct PlannedItemsQuestion: Question {
  let plan: PlanKey
  /// Of the table: it is made anew once everything is counted.
  let version: Int

  var family: QuestionFamily { QuestionFamily(name: "planned items", subject: version) }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool {
    plan.isAnswerable(in: workspace) && workspace.itemTable.key.version == version
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    let figures = try plan.figures(in: workspace)
    var units = [Double](repeating: 0, count: workspace.dataset.items.count)
    for position in figures?.plan.positions ?? [] {
      units[Int(position.item)] += Double(position.target)
    }
    let missing = figures.map { figures in
      units.indices.map { Double(ItemShortage(figures.positions(ofItem: $0)).missing) }
    }
    return .items(
      of: workspace.dataset, figures: workspace.figures,
      planned: figures == nil ? nil : .doubles(Column(units)),
      missing: missing.map { .doubles(Column($0)) }, basis: AnyQuestion(self))
  }
}

extension Model {
  /// Nil until there is a plan worth a sort, or it is known that there will be none.
  var plannedItemsQuestion: PlannedItemsQuestion? {
    guard let workspace else { return nil }
    let version = workspace.itemTable.key.version
    if planning.obstacle != nil { return PlannedItemsQuestion(plan: .none, version: version) }
    guard let figures = planning.figures, figures.value.ending != nil else { return nil }
    return PlannedItemsQuestion(plan: .made(figures.value.id), version: version)
  }

  /// The table of all items; the plan's columns are dimmed while the plan is being improved.
  var itemTable: TableSource? {
    guard let workspace else { return nil }
    let version = workspace.itemTable.key.version
    let asked = plannedItemsQuestion
    let question = asked ?? PlannedItemsQuestion(plan: .awaited, version: version)
    guard let known = answers.known(question) else { return workspace.itemTable }
    if known.isCurrent, asked != nil, isPlanCurrent { return known.value }
    return known.value.withStale(["plan", "short"])
  }
}

extension TableSource {
  /// The same with columns marked as of older figures.
  fileprivate func withStale(_ ids: Set<String>) -> TableSource {
    let columns = columns.map { column in
      var column = column
      if ids.contains(column.id) { column.isStale = true }
      return column
    }
    return TableSource(
      key: key, rowCount: rowCount, columns: columns, subjects: subjects, headings: headings,
      noun: noun)
  }
}
