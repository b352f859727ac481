import InventoryPlanning
import RetailData
import TerminalUI

/// One item or facility day by day: stock as a chart, the days as a table; moving through the table
/// steps through the days.
struct ReplayPage: PageKind {
  let subject: ReplaySubject

  var tables: [TableState] { [TableState()] }

  func crumb(in workspace: Workspace) -> String {
    switch subject {
    case .item(let item): "Replay \(workspace.dataset.items.ids[item])"
    case .facility(let facility): "Replay \(workspace.dataset.network.facilities[facility].title)"
    }
  }

  func summary(in workspace: Workspace) -> String {
    if case .item(let item) = subject { workspace.dataset.items.titles[item] } else { "" }
  }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (chart, rest) = area.splitRows(top: min(16, area.rows * 9 / 20))
    let upper = Pane(content: .card("chart"), area: chart)
    guard case .item = subject, area.columns >= 104 else {
      return [upper, Pane(content: .table(0), area: rest)]
    }
    let (left, right) = rest.splitColumns(left: rest.columns - 40)
    return [
      upper, Pane(content: .table(0), area: Rect(left, trimmedBy: 2)),
      Pane(content: .card("places"), area: right, heading: "Where it stands that evening"),
    ]
  }

  private func question(_ model: Model) -> ReplayQuestion? {
    model.simulation.result.map {
      ReplayQuestion(
        subject: subject, simulated: $0,
        policy: min(model.simulation.policy, $0.result.entries.count - 1),
        replication: model.simulation.replication)
    }
  }

  private func known(_ model: Model) -> Answers.Known<ReplayQuestion.Replay>? {
    question(model).flatMap { model.answers.known($0) }
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    guard model.simulation.result != nil else { return .nothing }
    return known(model).map { Shown($0.value.table, isCurrent: $0.isCurrent) }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    question(model).map { [$0] } ?? []
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    guard let known = known(model), let simulated = model.simulation.result else { return }
    let days = known.value.days
    let row = model.scene(0).map {
      $0.isValid(page.table.selection) ? $0.row(page.table.selection) : 0
    }
    let day = min(max(0, row ?? 0), max(0, days.count - 1))
    guard days.indices.contains(day) else { return }
    if name == "places" {
      canvas.drawPlaces(days[day], network: simulated.result.comparison.network)
      return
    }
    let policy = simulated.result.entries[
      min(model.simulation.policy, simulated.result.entries.count - 1)]
    canvas.drawReplay(
      days, day: day, isCurrent: known.isCurrent,
      title: "\(policy.kind.heading) · run \(model.simulation.replication + 1) · day \(day + 1)")
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    "there is no simulation to replay; 7 leads to where one is run"
  }
}
