import TerminalUI

extension Canvas {
  /// What the prompt offers, over the lower part of the body, nearest to where one types.
  mutating func drawCompletions(_ model: Model) {
    guard let prompt = model.prompt else { return }
    let all = model.completions
    let height = min(max(1, all.count), max(1, min(14, rows - 4))) + 1
    let box = Rect(
      column: area.column, row: area.row + rows - height, columns: columns, rows: height)
    inside(box) { canvas in
      canvas.fill(.normal)
      canvas.grid.horizontalLine(
        at: Point(column: box.column, row: box.row), length: box.columns, glyphs: canvas.glyphs)
      if all.isEmpty {
        let text =
          prompt.field.isEmpty ? prompt.hint : "nothing is called “\(prompt.field.text)”"
        canvas.write(text, column: 1, row: 1, .dim)
        return
      }
      let visible = height - 1
      let top = max(0, min(prompt.choice - visible / 2, all.count - visible))
      for (line, completion) in all.dropFirst(top).prefix(visible).enumerated() {
        let isChosen = top + line == prompt.choice
        canvas.write(
          completion.name, column: 2, row: line + 1, width: 22, Style(.normal, bold: true))
        let kindWidth = TextWidth.width(of: canvas.signs(completion.kind))
        canvas.write(
          completion.detail, column: 26, row: line + 1, width: canvas.columns - 28 - kindWidth)
        canvas.writeRight(completion.kind, end: canvas.columns - 1, row: line + 1, .dim)
        if isChosen {
          canvas.restyle(row: line + 1, .selected)
          canvas.write(String(canvas.glyphs.selection), column: 0, row: line + 1, .selected)
        }
      }
    }
  }
}
