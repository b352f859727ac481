import TerminalUI

extension Canvas {
  /// Every command that works here, by group, from the one table.
  mutating func drawHelp(_ model: Model) {
    fill(.normal)
    // A narrow screen has room for what a key does, but not for its name.
    let room = columns >= 100 ? columns - 46 : columns - 25
    let lines = model.helpLines.flatMap { laidOut($0, in: room) }
    let visible = rows - 1
    let top = max(0, min(model.helpTop ?? 0, lines.count - visible))
    write(" Help: \(model.breadcrumb.last ?? "")", row: 0, Style(.accent, bold: true))
    if lines.count > visible {
      let last = min(lines.count, top + visible)
      writeRight("lines \(top + 1)–\(last) of \(lines.count)", end: columns - 1, row: 0, .dim)
    }
    for (index, line) in lines.dropFirst(top).prefix(visible).enumerated() {
      switch line {
      case .heading(let text): write(" " + text, row: index + 1, Style(.heading, bold: true))
      case .command(let keys, let summary, let name):
        write(keys, column: 3, row: index + 1, Style(.key))
        write(summary, column: 24, row: index + 1, width: room)
        write(name, column: 26 + room, row: index + 1, .dim)
      case .text(let text): write(text, column: 3, row: index + 1)
      }
    }
  }

  /// A line of the help as lines of the screen: a summary goes on below itself, and begins below
  /// keys that leave no room beside them.
  private func laidOut(_ line: HelpLine, in room: Int) -> [HelpLine] {
    guard case .command(let keys, let summary, let name) = line else { return [line] }
    var summaries = wrapped(signs(summary), to: room)
    if TextWidth.width(of: signs(keys)) > 20 { summaries.insert("", at: 0) }
    return summaries.enumerated().map { place, part in
      place == 0
        ? .command(keys: keys, summary: part, name: name)
        : .command(keys: "", summary: part, name: "")
    }
  }
}

/// A line of the help.
enum HelpLine: Equatable {
  case heading(String)
  case command(keys: String, summary: String, name: String)
  case text(String)
}

extension Model {
  var helpLines: [HelpLine] {
    var shell = self
    shell.helpTop = nil
    shell.prompt = nil
    var lines: [HelpLine] = []
    for group in CommandGroup.allCases {
      let commands = CommandTable.all.filter {
        $0.group == group && !$0.keys.isEmpty && $0.works(shell)
      }
      if commands.isEmpty { continue }
      lines.append(.heading(group.rawValue))
      lines += commands.map {
        .command(
          keys: $0.keys.map(\.label).joined(separator: "  "), summary: $0.summary, name: $0.name)
      }
    }
    let rest = CommandTable.all.filter { $0.keys.isEmpty && $0.works(shell) }
    if !rest.isEmpty {
      lines.append(.heading("By name, after :"))
      lines += rest.map {
        let name = [$0.name, $0.argument].compactMap(\.self).joined(separator: " ")
        return .command(keys: name, summary: $0.summary, name: "")
      }
    }
    lines.append(.heading("Mouse"))
    lines.append(.text("click selects, again opens; wheel scrolls; a click on a title sorts"))
    return lines
  }
}
