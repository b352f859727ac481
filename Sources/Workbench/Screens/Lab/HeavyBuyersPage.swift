import Recommendations
import RetailData
import TerminalUI

/// The experiment of the heavy buyers: random purchases, in which the naive expectation sees
/// relations everywhere and the corrected one none. Side by side, pairs by score.
struct HeavyBuyersPage: PageKind {
  var tables: [TableState] { [TableState()] }

  func crumb(in workspace: Workspace) -> String { "heavy buyers" }

  func summary(in workspace: Workspace) -> String { "random purchases, nothing related" }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (card, table) = area.splitRows(top: 9)
    return [Pane(content: .card("findings"), area: card), Pane(content: .table(0), area: table)]
  }

  func questions(of page: Page, in model: Model) -> [any Question] { [HeavyBuyersQuestion()] }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.answers.known(HeavyBuyersQuestion()).map { Shown($0.value.source) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    let null = HeavyBuyersQuestion().experiment
    let text =
      "\(null.ordinary.customers) customers buy \(null.ordinary.lines) items each and "
      + "\(null.heavy.customers) buy \(null.heavy.lines), all at random: nothing goes with "
      + "anything, and the score (N − E)/√E should be 0. Buyers of any item are heavy buyers more "
      + "often than others, which the naive chance leaves out."
    let lines = canvas.wrapped(text, to: canvas.columns - 2)
    for (index, line) in lines.prefix(4).enumerated() { canvas.write(line, column: 1, row: index) }
    guard let known = model.answers.known(HeavyBuyersQuestion()) else { return }
    for (index, finding) in known.value.findings.enumerated() {
      let figures = [
        ("mean N", NumberText.decimal(finding.count, places: 2)),
        ("mean E", NumberText.decimal(finding.expected, places: 2)),
        ("mean score", NumberText.decimal(finding.score, places: 2)),
        ("above 2", "\(NumberText.decimal(finding.suspicious * 100, places: 1)) % of pairs"),
      ]
      var column = 1
      column += canvas.write(
        finding.metric.rawValue.padding(10), column: column, row: 5 + index,
        Style(.normal, bold: true))
      for (label, text) in figures {
        column += canvas.write(label + " ", column: column, row: 5 + index, .dim)
        column += canvas.write(text, column: column, row: 5 + index) + 2
      }
    }
  }
}

/// The experiment is made anew each time: it takes a moment, and is no part of the data.
struct HeavyBuyersQuestion: Question {
  var experiment: HeavyBuyerNull { HeavyBuyerNull() }

  var family: QuestionFamily { QuestionFamily(name: "heavy buyers") }

  struct Findings: Sendable {
    let findings: [HeavyBuyerNull.Finding]
    let source: TableSource
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Findings {
    let findings = try experiment.findings(work: work)
    let bins = HeavyBuyerNull.Finding.bins
    let lowest = HeavyBuyerNull.Finding.lowest
    var columns = [
      TableColumn(
        "score", "Score",
        .strings(
          StringColumn(
            (0..<bins).map { bin in
              let low = bin + lowest
              if bin == 0 { return "below \(low + 1)" }
              return bin == bins - 1 ? "\(low) and more" : "\(low) to \(low + 1)"
            })), .text, width: 11...12, priority: 0)
    ]
    for finding in findings {
      let counts = finding.histogram
      let pairs = Double(max(counts.reduce(0, +), 1))
      columns.append(
        TableColumn(
          "\(finding.metric.rawValue)_pairs", finding.metric.rawValue,
          .integers(Column(counts.map { Int32($0) })), .count, priority: 1))
      columns.append(
        TableColumn(
          "\(finding.metric.rawValue)_share", "of all",
          .doubles(Column(counts.map { Double($0) / pairs })), .bar, width: 14...24, priority: 2))
    }
    return Findings(
      findings: findings,
      source: TableSource(
        key: TableKey(name: "heavy buyers"), rowCount: bins, columns: columns, noun: "score"))
  }
}

extension String {
  /// With blanks up to a length.
  fileprivate func padding(_ length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
