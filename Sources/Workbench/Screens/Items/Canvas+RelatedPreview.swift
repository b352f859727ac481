import Recommendations
import RetailData
import TerminalUI

extension Canvas {
  /// What goes with an item: rank, id, title and score, a line each.
  mutating func drawRelatedPreview(_ item: Int, _ model: Model) {
    let question = model.relatedQuestion(item)
    write("Related", column: 1, row: 0, Style(.heading))
    write(
      "(\(model.parameters.relatedness.summary))", column: 9, row: 0, width: columns - 10, .dim)
    guard let known = model.answers.known(question) else {
      let text = model.answers.failure(question)?.summary ?? model.pendingText
      write(text, column: 1, row: 1, Style(.stale))
      return
    }
    let source = known.value
    if source.rowCount == 0 {
      write("nobody who bought it bought another item", column: 1, row: 1, .dim)
    }
    let style: Style = known.isCurrent ? .normal : Style(.stale)
    guard let ids = source.column("item_id"), let titles = source.column("title"),
      let scores = source.column("score")
    else { return }
    for row in 0..<min(source.rowCount, rows - 2) {
      writeRight("\(row + 1)", end: 3, row: row + 1, style)
      let score = scores.text(row)
      let used = write(ids.text(row), column: 4, row: row + 1, width: 12, style)
      let end = columns - 2 - score.count
      write(titles.text(row), column: 5 + used, row: row + 1, width: end - used - 5, style)
      writeRight(score, end: columns - 1, row: row + 1, style)
    }
  }
}

extension Model {
  /// Why a list is not there yet.
  var pendingText: String {
    guard workspace?.analysis == nil else { return "computing…" }
    return isRunning(.relate) ? "counting who bought what together…" : "the count was stopped"
  }
}
