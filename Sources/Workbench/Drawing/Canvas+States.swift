import RetailData
import TerminalUI

extension Canvas {
  /// Loading: what is read, and how far it is.
  mutating func drawLoading(_ model: Model, _ progress: WorkProgress?) {
    let row = max(1, rows / 2 - 2)
    write("Opening \(model.dataName)", column: 4, row: row, Style(.heading))
    if let progress {
      write(progressText(progress), column: 4, row: row + 2)
      if let total = progress.total, total > 0 {
        let width = min(40, columns - 8)
        write(
          bar(fraction: Double(progress.done) / Double(total), width: width, glyphs: glyphs),
          column: 4, row: row + 3, Style(.graph))
      }
    } else {
      write("looking at the files…", column: 4, row: row + 2)
    }
    write("q quits at any time", column: 4, row: row + 5, .dim)
  }

  /// An error: what happened, where, and what to do.
  mutating func drawFailure(_ failure: Failure) {
    var row = max(1, rows / 2 - 4)
    write("The data cannot be opened", column: 4, row: row, Style(.wrong, bold: true))
    row += 2
    let facts = [
      ("where", failure.place), ("what", failure.happened), ("advice", failure.advice),
    ]
    for (label, text) in facts {
      guard let text else { continue }
      for (index, line) in wrapped(text, to: columns - 18).enumerated() {
        if index == 0 { write(label, column: 4, row: row, .dim) }
        write(line, column: 12, row: row)
        row += 1
      }
    }
    write("r tries again, q quits", column: 4, row: row + 1, .dim)
  }

  func progressText(_ progress: WorkProgress) -> String {
    let done = NumberText.count(progress.done)
    guard let total = progress.total, total > 0 else {
      return "\(progress.stage) \(done) \(progress.unit)"
    }
    let percent = Int((Double(progress.done) / Double(total) * 100).rounded(.down))
    return "\(progress.stage) \(percent) % (\(done) of \(NumberText.count(total)) \(progress.unit))"
  }
}
