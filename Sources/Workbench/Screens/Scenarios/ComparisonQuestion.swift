import RetailData
import ScenarioStore
import TerminalUI

/// Two scenarios side by side.
struct ComparisonOfScenarios: Question {
  /// Of `ScenarioShelf`.
  let version: Int
  let left: ComparedSide
  let right: ComparedSide
  /// Where a side is the present changes, these; nil until they can be planned with.
  let present: PresentScenario?

  var family: QuestionFamily { QuestionFamily(name: "scenarios \(left) \(right)") }

  func isAnswerable(in workspace: Workspace) -> Bool {
    guard workspace.scenarios != nil else { return false }
    guard [left, right].contains(.present) else { return true }
    return present.map { $0.plan == nil || workspace.plan?.id == $0.plan } ?? false
  }

  var supersedes: Bool { present != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> ComparedScenarios {
    let comparison = try comparison(in: workspace, work: work)
    let rooms = comparison.rooms(in: workspace.dataset)
    return ComparedScenarios(
      comparison: comparison, figures: comparison.figures(rooms, basis: AnyQuestion(self)),
      positions: comparison.positionTable(workspace.dataset, basis: AnyQuestion(self)))
  }
}

extension ComparisonOfScenarios {
  private func comparison(
    in workspace: Workspace, work: WorkContext
  ) throws -> ScenarioComparison {
    guard let store = workspace.scenarios else { throw CancellationError() }
    if case (.saved(let left), .saved(let right)) = (left, right) {
      return try store.comparison(of: left, with: right)
    }
    let (first, second) = try (side(left, store, workspace), side(right, store, workspace))
    try work.checkCancelled()
    return ScenarioComparison(left: first.saved, first.plan, right: second.saved, second.plan)
  }

  private func side(
    _ side: ComparedSide, _ store: ScenarioStore, _ workspace: Workspace
  ) throws -> (saved: SavedScenario, plan: StoredPlan?) {
    switch side {
    case .saved(let name): return try store.scenarioWithPlan(named: name)
    case .present:
      guard let present else { throw CancellationError() }
      return try present.scenario(in: workspace)
    }
  }
}

/// What a comparison shows: its tables made where they take no key's time.
struct ComparedScenarios: Sendable {
  let comparison: ScenarioComparison
  /// Parameters, costs, service and prices.
  let figures: TableSource
  let positions: TableSource
}

extension ScenarioComparison {
  /// Titles of the two columns: as much of the names as columns have room for.
  private var titles: (left: String, right: String) {
    let titles = (
      TextWidth.truncate(left.name, to: 12), TextWidth.truncate(right.name, to: 12)
    )
    // Names may begin alike.
    return titles.0 == titles.1 ? ("1 " + titles.0, "2 " + titles.1) : titles
  }

  /// Parameters, costs, service and prices, each under its heading.
  func figures(
    _ rooms: (left: BuildingRooms, right: BuildingRooms), basis: AnyQuestion
  ) -> TableSource {
    var rows = FigureRows()
    rows.head("Changes")
    for change in changes {
      rows.add(change.key, change.left ?? "as in data", change.right ?? "as in data")
    }
    if left.scenario.basis.fingerprint != right.scenario.basis.fingerprint {
      rows.add("data", left.scenario.basis.dataName, right.scenario.basis.dataName)
    }
    rows.head("Cost a day")
    rows.add("total", left.plan?.cost, right.plan?.cost, places: 2)
    for cost in costs {
      rows.add(cost.key.replacing("_", with: " "), cost.left, cost.right, places: 2)
    }
    rows.add("bound", left.plan?.bound, right.plan?.bound, places: 2)
    rows.add("gap %", left.plan.map { 100 * $0.gap }, right.plan.map { 100 * $0.gap }, places: 2)
    if !service.isEmpty {
      rows.head("In time %")
      for speed in service {
        rows.add(
          speed.key.replacing("_", with: " "), speed.left.map { 100 * $0 },
          speed.right.map { 100 * $0 }, places: 1)
      }
    }
    if !prices.isEmpty {
      rows.head("Worth of one more litre, or unit a day")
      func isOverfull(_ pair: Pair<Resource, StoredPlan.Price>) -> Bool {
        rooms.left.isOverfull(pair.left) || rooms.right.isOverfull(pair.right)
      }
      for pair in prices where !isOverfull(pair) {
        rows.add(
          "\(pair.key.facilityID) \(pair.key.resource)", pair.left?.price, pair.right?.price,
          places: 4)
      }
      for pair in prices where isOverfull(pair) {
        rows.add(
          "\(pair.key.facilityID) \(pair.key.resource)", rooms.left.text(pair.left),
          rooms.right.text(pair.right))
      }
    }
    return rows.source(titles: titles, basis: basis)
  }

  /// What stands elsewhere, the most different first.
  func positionTable(_ dataset: Dataset, basis: AnyQuestion) -> TableSource {
    let items = positions.map { dataset.items.ids.number(of: $0.key.itemID) }
    let facilities = dataset.network.facilities
    let names = positions.map { place in
      facilities.first { $0.id == place.key.facilityID }?.name ?? place.key.facilityID
    }
    func numbers(_ number: (Pair<Place, Double>) -> Double) -> ColumnValues {
      .doubles(Column(positions.map(number)))
    }
    return TableSource(
      key: TableKey(name: "scenario positions", basis: basis), rowCount: positions.count,
      columns: [
        TableColumn(
          "item_id", "Item", .strings(StringColumn(positions.map(\.key.itemID))), .text,
          width: 6...12, priority: 0),
        TableColumn(
          "title", "Title",
          .strings(StringColumn(items.map { $0.map { dataset.items.titles[$0] } ?? "" })), .text,
          width: 10...40, priority: 5),
        TableColumn(
          "facility", "Facility", .strings(StringColumn(names)), .text, width: 8...20, priority: 1),
        TableColumn("left", titles.left, numbers { $0.left ?? 0 }, .decimal(0), priority: 3),
        TableColumn("right", titles.right, numbers { $0.right ?? 0 }, .decimal(0), priority: 3),
        TableColumn(
          "difference", "Change", numbers { ($0.right ?? 0) - ($0.left ?? 0) }, .decimal(0),
          priority: 2),
      ], subjects: Column(items.map { Int32($0 ?? -1) }), noun: "position")
  }
}
