import Recommendations
import RetailData
import TerminalUI

/// The lab: which method foretells best what customers buy. The methods with their figures, the
/// same as bars with intervals, the windows of the selected one, and the experiments.
struct LabPage: PageKind {
  static let methods = 0
  static let experiments = 1

  var tables: [TableState] {
    var state = TableState()
    state.column = "value"
    return [state, TableState()]
  }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let experiments = Pane.Content.table(Self.experiments)
    if area.columns >= 104 {
      let (left, right) = area.splitColumns(left: area.columns * 6 / 10)
      let (table, rest) = Rect(left, trimmedBy: 2).splitRows(top: area.rows - 7)
      return [
        Pane(content: .table(Self.methods), area: table, heading: "Methods"),
        Pane(content: experiments, area: rest, heading: "Experiments"),
        Pane(content: .card("bars"), area: right),
      ]
    }
    if page.focus == Self.experiments {
      return [Pane(content: experiments, area: area, heading: "Experiments · ← methods")]
    }
    let (table, card) = area.splitRows(top: max(8, area.rows - 9))
    return [
      Pane(
        content: .table(Self.methods), area: table, heading: "Methods · → experiments"),
      Pane(content: .card("bars"), area: card),
    ]
  }

  /// The methods in the order of the table: the baselines, which are always in it, first.
  static func rows(_ model: Model) -> [Method] {
    Contender.baselines + Method.allCases.filter { !Contender.baselines.contains($0) }
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    Shown(table == Self.methods ? model.lab.table(Self.rows(model)) : LabExperiment.table)
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    guard page.focus == Self.experiments, LabExperiment.allCases.indices.contains(row) else {
      return nil
    }
    return LabExperiment.allCases[row].place
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    canvas.drawLab(model)
  }
}

/// What else there is to see in the lab.
enum LabExperiment: Int, CaseIterable {
  case heavyBuyers, dueDates, earlier

  var place: Place {
    switch self {
    case .heavyBuyers: .heavyBuyers
    case .dueDates: .dueDates
    case .earlier: .evaluations
    }
  }

  private var title: String {
    switch self {
    case .heavyBuyers: "Heavy buyers"
    case .dueDates: "Due dates"
    case .earlier: "Earlier evaluations"
    }
  }

  private var explanation: String {
    switch self {
    case .heavyBuyers: "why chance is corrected for customers who buy a lot"
    case .dueDates: "of what is called due, how much is bought"
    case .earlier: "what was judged before, with its parameters"
    }
  }

  static let table = TableSource(
    key: TableKey(name: "experiments"), rowCount: allCases.count,
    columns: [
      TableColumn(
        "experiment", "Experiment", .strings(StringColumn(allCases.map(\.title))), .text,
        width: 12...20, priority: 0),
      TableColumn(
        "about", "Shows", .strings(StringColumn(allCases.map(\.explanation))), .text,
        width: 12...60, priority: 1),
    ], noun: "experiment")
}
