import RetailData
import Foundation
import Recommendations
import TerminalUI

extension Canvas {
  /// Program, data and breadcrumb at the left, figures at the right.
  mutating func drawTitleBar(_ model: Model) {
    fill(Style(.bar))
    let bar = Style(.bar)
    var right = ""
    if let workspace = model.workspace {
      right = signs(model.page.place.kind.summary(in: workspace))
    }
    // How good the plan is, and whether it is of now, is always on screen.
    let plan = hasRoomForPlan(model) ? nil : model.planStatus
    if let plan { right = signs(plan.text) }
    var width = write(" Echelon  ", row: 0, Style(.bar, bold: true))
    let mark = " \(glyphs.breadcrumb) "
    let trail = signs(model.breadcrumb.joined(separator: mark))
    // The place matters more than the figures; what is left of them is still whole.
    let free = columns - width - 2
    let shown = TextWidth.truncateLeft(trail, to: free, ellipsis: glyphs.ellipsis)
    width += write(shown, column: width, row: 0, bar)
    var parts = right.components(separatedBy: " \(separator) ")
    while !parts.isEmpty {
      let text = parts.joined(separator: " \(separator) ")
      if TextWidth.width(of: text) + 2 <= columns - width - 1 {
        writeRight(text, end: columns - 1, row: 0, bar)
        break
      }
      // Of a plan how long it took goes first, and whether it is of now last.
      if plan != nil, parts.count > 2 {
        parts.remove(at: parts.count - 2)
      } else {
        parts.removeLast()
      }
    }
  }

  private var separator: String { signs("·") }

  /// Whether the status line says how good the plan is: neither a prompt nor a notice is in its
  /// place.
  private func hasRoomForPlan(_ model: Model) -> Bool {
    if model.prompt != nil { return false }
    guard let notice = model.notice else { return true }
    return fitting(notice, model) != nil
  }

  /// What of the plan and of where one stands has room beside a notice; nil where nothing has.
  private func fitting(_ notice: Model.Notice, _ model: Model) -> String? {
    let plan = model.planStatus.map(\.text) ?? ""
    let whole = [plan, model.positionText].filter { !$0.isEmpty }.joined(separator: "   ")
    let free = columns - TextWidth.width(of: text(of: notice)) - 4
    return [whole, plan].map(signs).first { TextWidth.width(of: $0) <= free }
  }

  private func text(of notice: Model.Notice) -> String {
    signs((notice.isProblem ? "\(glyphs.warning) " : "") + notice.text)
  }

  /// What runs and what was said at the left, where one stands at the right; a prompt over it all.
  mutating func drawStatus(_ model: Model) {
    fill(Style(.bar))
    if let prompt = model.prompt {
      drawPrompt(prompt, model.notice)
      return
    }
    if let notice = model.notice {
      drawNotice(notice, model)
      return
    }
    // Whether the plan is a current one is more than how a table is sorted.
    let plan = TextWidth.width(of: signs(model.planStatus?.text ?? ""))
    let position = beginning(ofList: signs(model.positionText), in: columns - plan - 4)
    var room = columns - TextWidth.width(of: position) - 4
    writeRight(position, end: columns - 1, row: 0, Style(.bar))
    var column = 1
    if let plan = model.planStatus {
      let style = plan.isProblem ? Style(.wrong, bold: true) : Style(.bar)
      let used = write(plan.text, column: column, row: 0, width: room, style) + 3
      column += used
      room -= used
    }
    var text = model.workText(self)
    // The footer names the key too, where there is room for it.
    if TextWidth.width(of: signs(text)) > room, let end = text.range(of: Model.stopHint) {
      text.removeSubrange(end)
    }
    // Half a sentence about parameters says nothing; half of anything else still does.
    let isWhole = TextWidth.width(of: signs(text)) <= room
    if isWhole || model.isBusy && room > 12 {
      write(text, column: column, row: 0, width: room, Style(.bar))
    }
  }

  /// As many of the parts of a list, from its start, as have room.
  private func beginning(ofList text: String, in width: Int) -> String {
    var parts = text.components(separatedBy: " \(separator) ")
    while !parts.isEmpty, TextWidth.width(of: parts.joined(separator: " \(separator) ")) > width {
      parts.removeLast()
    }
    return parts.joined(separator: " \(separator) ")
  }

  /// What was just said, and as much of the plan and of where one stands as there is room for
  /// beside it: the next key shows them again.
  private mutating func drawNotice(_ notice: Model.Notice, _ model: Model) {
    let style = notice.isProblem ? Style(.wrong, bold: true) : Style(.bar)
    writeRight(fitting(notice, model) ?? "", end: columns - 1, row: 0, Style(.bar))
    write(text(of: notice), column: 1, row: 0, width: columns - 2, style)
  }

  private mutating func drawPrompt(_ prompt: Prompt, _ notice: Model.Notice?) {
    var column = 1 + write(prompt.label, column: 1, row: 0, Style(.bar, bold: true))
    if prompt.isConfirmation { return }
    if prompt.label.count > 1 { column += 1 }
    var end = columns - 1
    if let notice, notice.isProblem {
      let typed = TextWidth.width(of: prompt.field.text) + 4
      let text = TextWidth.truncate(
        signs(notice.text), to: max(columns / 2, end - column - typed), ellipsis: glyphs.ellipsis)
      writeRight(text, end: end, row: 0, Style(.wrong))
      end -= TextWidth.width(of: text) + 2
    }
    let width = max(1, end - column)
    let shown = prompt.field.visible(width: width)
    if prompt.field.isEmpty {
      write(prompt.hint, column: column + 1, row: 0, width: max(0, width - 1), Style(.bar))
    } else {
      write(shown.text, column: column, row: 0, Style(.bar))
    }
    grid.cursor = Point(column: area.column + column + shown.cursor, row: area.row)
  }

  /// The keys that work here; the way out at the right.
  mutating func drawFooter(_ model: Model) {
    let end = model.prompt == nil ? drawFooterEnd(model) : columns
    var column = 1
    for (key, label) in model.footer {
      let text = "\(signs(key)) \(label)"
      let width = TextWidth.width(of: text)
      if column + width > end - 1 { continue }
      column += write(signs(key), column: column, row: 0, Style(.key))
      column += write(" " + label, column: column, row: 0, .dim) + 2
    }
  }

  private mutating func drawFooterEnd(_ model: Model) -> Int {
    let quit = model.helpTop == nil ? "quit" : "close"
    var spans: [Span] = [("q", Style(.key)), (" \(quit)", .dim)]
    if model.helpTop == nil { spans = [("?", Style(.key)), (" help  ", .dim)] + spans }
    if model.workspace != nil, model.helpTop == nil {
      let place = "\(model.screen.number) \(model.screen.title)  "
      spans = [("Tab", Style(.key)), (" screens  ", .dim)] + spans
      // On narrow screens the title bar alone says where one is.
      if columns >= 100 { spans.insert((place, Style(.heading)), at: 0) }
    }
    let width = spans.reduce(0) { $0 + TextWidth.width(of: $1.text) }
    write(spans, column: max(0, columns - width - 1), row: 0)
    return columns - width - 2
  }
}

extension Model {
  /// Data, screen, and the pages drilled into.
  var breadcrumb: [String] {
    guard let workspace else { return [dataName] }
    let pages = stacks[screen] ?? []
    return [workspace.dataset.name, screen.title]
      + pages.dropFirst().map { $0.place.kind.crumb(in: workspace) }
  }

  /// `3 of 3,941 · sorted by buyers`.
  var positionText: String {
    guard workspace != nil, helpTop == nil, let scene = scene(page.focus) else { return "" }
    var parts: [String] = []
    let arrangement = page.table.arrangement
    if scene.count > 0 {
      let place = scene.number(of: page.table.selection)
      var text =
        "\(NumberText.count(place)) of \(NumberText.count(scene.number(of: scene.count - 1)))"
      let all = scene.source.rowCount - scene.source.headings.count
      if !arrangement.filter.isEmpty { text += " (of \(NumberText.count(all)))" }
      parts.append(text)
    }
    if !arrangement.filter.isEmpty { parts.append("filter \(arrangement.filter)") }
    if let id = arrangement.sortColumn, let column = scene.source.column(id) {
      parts.append((scene.isCurrent ? "sorted by " : "sorting by ") + column.title.lowercased())
    } else if !scene.isCurrent {
      parts.append(arrangement.filter.isEmpty ? "computing…" : "filtering…")
    }
    return parts.joined(separator: " · ")
  }

  fileprivate static let stopHint = " · x stops"

  /// What runs in the background.
  func workText(_ canvas: Canvas) -> String {
    for (_, work) in running.sorted(by: { $0.key < $1.key }) {
      switch work.purpose {
      case .count: return work.progress.map(canvas.progressText) ?? "counting purchases…"
      case .relate, .index:
        let text = work.progress.map(canvas.progressText) ?? "counting who bought what together…"
        return text + Self.stopHint
      case .learn(let training):
        return (work.progress.map(canvas.progressText) ?? "learning \(training.method.rawValue)…")
          + Self.stopHint
      case .judge:
        return (work.progress.map(canvas.progressText) ?? "judging…") + Self.stopHint
      case .export: return work.progress.map(canvas.progressText) ?? "writing…"
      case .keep:
        let more = shelf.queue.waiting.count
        return more == 0 ? "saving…" : "saving… \(more) more"
      case .load: return "loading…"
      case .open, .answer, .prepare, .solve, .refine, .digest, .simulate: continue
      }
    }
    return workspace != nil && page.place.kind.usesParameters ? parameterSummary : ""
  }
}
