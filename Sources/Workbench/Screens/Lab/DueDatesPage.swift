import Recommendations
import RetailData
import TerminalUI

/// Whether due dates keep their word: what was called due, or likely, against what was bought.
struct DueDatesPage: PageKind {
  var tables: [TableState] { [TableState(selection: 1)] }

  func crumb(in workspace: Workspace) -> String { "due dates" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (card, table) = area.splitRows(top: 4)
    return [Pane(content: .card("about"), area: card), Pane(content: .table(0), area: table)]
  }

  func questions(of page: Page, in model: Model) -> [any Question] { [DueDatesQuestion()] }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    let question = DueDatesQuestion()
    if model.answers.failure(question) != nil { return .nothing }
    return model.answers.known(question).map { Shown($0.value.source) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    let days = RepeatCalibration.usualHorizon
    var text =
      "What was called due before each of \(DueDatesQuestion.windows) weeks, and what was bought "
      + "in its \(days) days. Foretold is the mean probability, bought the share that came true, "
      + "with its 95 % interval."
    if let known = model.answers.known(DueDatesQuestion()), !known.value.isLearned {
      text += " There was too little to learn from: probabilities are those of the timing model."
    }
    for (index, line) in canvas.wrapped(text, to: canvas.columns - 2).prefix(4).enumerated() {
      canvas.write(line, column: 1, row: index)
    }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    model.answers.failure(DueDatesQuestion())?.summary ?? "nobody bought anything twice"
  }
}

/// Foretells four weeks from what was known before each.
struct DueDatesQuestion: Question {
  static let windows = 4

  var family: QuestionFamily { QuestionFamily(name: "due dates") }

  var isLong: Bool { true }

  struct Calibration: Sendable {
    let isLearned: Bool
    let source: TableSource
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Calibration {
    let calibration = try RepeatCalibration.run(
      on: workspace.dataset.purchases, windows: Self.windows, work: work)
    var rows: [(label: String, group: RepeatCalibration.Group?)] = [("", nil)]
    rows += DueStatus.allCases.map { ($0.rawValue, calibration.due[$0] ?? .init()) }
    let second = rows.count
    rows.append(("", nil))
    rows += calibration.tenths.enumerated().map { tenth, group in
      ("\(tenth * 10)–\(tenth * 10 + 10) %", group)
    }
    return Calibration(
      isLearned: calibration.isLearned,
      source: source(rows, headings: [0: "By due date", second: "By probability"]))
  }

  private func source(
    _ rows: [(label: String, group: RepeatCalibration.Group?)], headings: [Int: String]
  ) -> TableSource {
    func percent(_ number: (RepeatCalibration.Group) -> Double?) -> ColumnValues {
      .doubles(Column(rows.map { row in row.group.flatMap(number).map { $0 * 100 } ?? .nan }))
    }
    return TableSource(
      key: TableKey(name: "due dates"), rowCount: rows.count,
      columns: [
        TableColumn(
          "called", "Called", .strings(StringColumn(rows.map(\.label))), .text, width: 14...16,
          priority: 0),
        TableColumn(
          "pairs", "Times",
          .doubles(Column(rows.map { $0.group.map { Double($0.pairs) } ?? .nan })), .count,
          priority: 3),
        TableColumn("foretold", "Foretold %", percent(\.expected), .decimal(1), priority: 1),
        TableColumn("bought", "Bought %", percent { $0.observed?.share }, .decimal(1), priority: 1),
        TableColumn("low", "low", percent { $0.observed?.low }, .decimal(1), priority: 2),
        TableColumn("high", "high", percent { $0.observed?.high }, .decimal(1), priority: 2),
        TableColumn(
          "off", "Off, points",
          percent { group in
            group.observed.flatMap { bought in group.expected.map { $0 - bought.share } }
          }, .decimal(1), priority: 2),
      ], headings: headings, noun: "group")
  }
}
