import TerminalUI

/// The screen as a function of the model. Pure: the same model gives the same cells.
func view(_ model: Model, glyphs: Glyphs) -> Grid {
  var canvas = Canvas(size: model.size, glyphs: glyphs)
  if model.isTooSmall {
    canvas.drawTooSmall(model)
    return canvas.grid
  }
  let layout = model.layout
  canvas.inside(layout.title) { $0.drawTitleBar(model) }
  canvas.inside(layout.body) { $0.drawBody(model) }
  if !layout.panel.isEmpty { canvas.inside(layout.panel) { $0.drawPanel(model) } }
  if model.helpTop != nil { canvas.inside(layout.body) { $0.drawHelp(model) } }
  if model.prompt?.completes == true { canvas.inside(layout.body) { $0.drawCompletions(model) } }
  canvas.inside(layout.status) { $0.drawStatus(model) }
  canvas.inside(layout.footer) { $0.drawFooter(model) }
  return canvas.grid
}

extension Canvas {
  fileprivate mutating func drawTooSmall(_ model: Model) {
    let needed = Layout.smallest
    let lines = [
      "Echelon needs \(needed.columns)x\(needed.rows)",
      "this is \(model.size.columns)x\(model.size.rows)",
      "enlarge the window, or q",
    ]
    let top = max(0, (rows - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      let column = max(0, (columns - TextWidth.width(of: line)) / 2)
      write(line, column: column, row: top + index, index == 0 ? Style(.wrong) : .normal)
    }
  }

  fileprivate mutating func drawBody(_ model: Model) {
    switch model.phase {
    case .loading(let progress): drawLoading(model, progress)
    case .failed(let failure): drawFailure(failure)
    case .open: drawPanes(model)
    }
  }

  private mutating func drawPanes(_ model: Model) {
    let page = model.page
    let panes = model.panes
    for pane in panes {
      inside(pane.area) { canvas in
        if !pane.heading.isEmpty {
          let isFocused = pane.content == .table(page.focus) && page.tables.count > 1
          canvas.write(" " + pane.heading, row: 0, Style(.heading, bold: isFocused))
        }
      }
      inside(pane.inner) { canvas in
        switch pane.content {
        case .card(let name): page.place.kind.drawCard(name, of: page, in: model, on: &canvas)
        case .table(let table):
          if let scene = model.scene(table) {
            canvas.draw(scene)
          } else {
            let text = canvas.wrapped(model.waitingText(table), to: canvas.columns - 2)
            for (row, line) in text.enumerated() {
              canvas.write(line, column: 1, row: 1 + row, Style(.stale))
            }
          }
        }
      }
      if pane.area.column > area.column {
        grid.verticalLine(
          at: Point(column: pane.area.column - 1, row: pane.area.row), length: pane.area.rows,
          glyphs: glyphs)
      }
    }
  }
}

extension Model {
  /// What to say where a table's contents are not there yet.
  func waitingText(_ table: Int) -> String {
    if let method = page.place.kind.method(of: table, in: self),
      let text = learningText(method)
    {
      return text
    }
    let failed = page.place.kind.questions(of: page, in: self).lazy
      .compactMap { self.answers.failure($0) }.first
    if let failed { return failed.summary }
    // A pane beside recommendations may have nothing to say: not every score is a sum.
    let hasMethod = page.place.kind.method(of: table, in: self) != nil
    return hasMethod && !awaitsAnswers && workspace?.analysis != nil ? "" : "computing…"
  }
}
