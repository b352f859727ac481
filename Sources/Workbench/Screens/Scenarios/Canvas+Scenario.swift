import InventoryPlanning
import RetailData
import ScenarioStore
import TerminalUI

extension Canvas {
  /// What the selected scenario changes, what its plan costs, and how it serves.
  mutating func drawScenario(_ model: Model) {
    guard let saved = model.selectedScenarioShown else {
      drawPresent(model)
      return
    }
    write(saved.name, column: 1, row: 0, Style(.accent, bold: true))
    let basis = saved.scenario.basis
    let facts = [
      "saved \(NumberText.moment(Timestamp(saved.changed))) UTC",
      "from \(basis.mode.rawValue) · \(basis.drawCount) draws · seed \(basis.seed)",
    ]
    var row = 1
    for line in columns >= 60 ? [facts.joined(separator: " · ")] : facts {
      write(line, column: 1, row: row, .dim)
      row += 1
    }
    let misfits = model.shelf.misfits.flatMap { $0.name == saved.name ? $0.list : nil } ?? []
    if basis.fingerprint != model.workspace?.dataset.fingerprint {
      write("saved with other data: \(basis.dataName)", column: 1, row: row, Style(.wrong))
      row += 1
    }
    // Side by side where there is little height and enough width.
    if rows < 16, columns >= 60 {
      let (left, right) = area.splitColumns(left: columns / 2)
      let top = row
      inside(Rect(left, trimmedBy: 1)) { $0.drawChanges(saved, misfits, from: top) }
      inside(right) { $0.drawSummary(saved, from: top) }
    } else {
      row = drawChanges(
        saved, misfits, from: row, most: max(4, rows - row - 16), reasons: misfits.count < 4)
      drawSummary(saved, from: row + 1)
    }
  }

  /// The changes in their order, those that the data has no use for with the reason.
  @discardableResult
  private mutating func drawChanges(
    _ saved: SavedScenario, _ misfits: [AppliedScenario.Misfit], from first: Int, most: Int = .max,
    reasons: Bool = false
  ) -> Int {
    let changes = saved.scenario.changes
    write("Changes", column: 1, row: first, Style(.heading))
    if changes.isEmpty {
      write("none: the data's own figures", column: 10, row: first, .dim)
      return first + 1
    }
    var row = first + 1
    let room = min(most, rows - row)
    let shown = changes.count > room ? max(0, room - 1) : changes.count
    for change in changes.prefix(shown) {
      let misfit = misfits.first { $0.change == change }
      let style = misfit == nil ? .normal : Style(.wrong)
      let value = (misfit == nil ? "" : "left out: ") + change.value
      writeRight(value, end: columns - 1, row: row, style)
      let room = columns - TextWidth.width(of: value) - 4
      write(ending(of: change.path, in: room), column: 1, row: row, width: room, style)
      row += 1
      guard reasons, let misfit else { continue }
      for line in wrapped(misfit.reason, to: columns - 4) {
        write(line, column: 3, row: row, .dim)
        row += 1
      }
    }
    if shown < changes.count, row < rows {
      write("and \(changes.count - shown) more", column: 1, row: row, .dim)
      row += 1
    }
    return row
  }

  private mutating func drawSummary(_ saved: SavedScenario, from first: Int) {
    guard let plan = saved.plan else {
      write("no plan was kept: load it, let it plan, and save", column: 1, row: first, .dim)
      return
    }
    write("Cost a day", column: 1, row: first, Style(.heading))
    let gap = "gap \(PlanStatus.percent(plan.gap))"
    writeRight(
      "\(NumberText.decimal(plan.cost, places: 2))  \(gap)", end: columns - 1, row: first)
    var row = first + 1
    let top = plan.costs.map(\.cost).max() ?? 0
    // Where there is no room for all, those that matter most.
    let room = rows >= 16 ? plan.costs.count : max(1, rows - plan.service.count - 1 - row)
    let largest = plan.costs.sorted { $0.cost > $1.cost }.prefix(room).map(\.component)
    for cost in plan.costs where largest.contains(cost.component) {
      drawBar(
        cost.component.replacing("_", with: " "), value: max(0, cost.cost),
        of: max(top, .leastNormalMagnitude), row: row,
        text: NumberText.decimal(cost.cost, places: 2))
      row += 1
    }
    if rows >= 16 { row += 1 }
    write("In time", column: 1, row: row, Style(.heading))
    for service in plan.service {
      row += 1
      let target = service.target.map { " of \(NumberText.short(100 * $0, places: 1))" } ?? ""
      drawBar(
        service.speed.replacing("_", with: " "), value: service.fillRate, of: 1, row: row,
        text: "\(NumberText.decimal(100 * service.fillRate, places: 1))\(target) %")
    }
  }

  /// Where nothing is selected: what n would save.
  private mutating func drawPresent(_ model: Model) {
    guard model.canSaveScenario else {
      write(model.planning.waitingText, column: 1, row: 0, Style(.stale))
      return
    }
    let changes = model.planning.changes.list
    write("The present changes", column: 1, row: 0, Style(.heading))
    if changes.isEmpty { write("none: the data's own figures", column: 1, row: 1, .dim) }
    for (index, change) in changes.prefix(rows - 1).enumerated() {
      writeRight(change.value, end: columns - 1, row: index + 1)
      let room = columns - TextWidth.width(of: change.value) - 4
      write(ending(of: change.path, in: room), column: 1, row: index + 1, width: max(0, room))
    }
  }
}

extension Model {
  /// The scenario of the card, also while a prompt or the help is open.
  fileprivate var selectedScenarioShown: SavedScenario? {
    guard page.place == .scenarios, let row = selectedRow, let list = savedScenarios?.value.saved,
      list.indices.contains(row)
    else { return nil }
    return list[row]
  }
}

extension NumberText {
  /// `9 Dec 2011 14:05`.
  static func moment(_ time: Timestamp) -> String {
    let minutes = Int(time.seconds) / 60 % 1_440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date(time)) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}
