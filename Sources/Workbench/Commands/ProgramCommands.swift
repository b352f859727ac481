import TerminalUI

extension CommandTable {
  /// The program itself.
  static let program: [Command] = [
    Command(
      "palette", [.character(":")], "find any command, item or customer by name", .program,
      label: "command",
      works: { $0.isBrowsing },
      run: { model, _ in
        model.prompt = Prompt(.palette, before: model.page.table)
        return []
      }),
    Command(
      "help", [.character("?")], "what the keys do here", .program, label: "help",
      works: { _ in true },
      run: { model, _ in
        model.helpTop = model.helpTop == nil ? 0 : nil
        return []
      }),
    Command(
      "theme", [], "colours for a dark or a light terminal", .program, argument: "dark|light",
      works: { _ in true },
      run: { model, argument in model.chooseTheme(argument) }),
    Command(
      "retry", [.character("r")], "open the data again", .program, label: "retry",
      works: { if case .failed = $0.phase { $0.helpTop == nil } else { false } },
      run: { model, _ in model.start() }),
    Command(
      "stop", [.character("x")], "stop the work in the background", .program, label: "stop",
      works: {
        ($0.isRelating || $0.isLearning || $0.planning.isSolving || $0.isJudging)
          && $0.helpTop == nil
      },
      run: { model, _ in
        if model.isJudging { return model.stopJudging() }
        if model.isRelating { return model.stopRelating() }
        return model.isLearning ? model.stopLearning() : model.stopPlanning()
      }),
    Command(
      "relate", [], "relate all items, after it was stopped", .program,
      works: { $0.isBrowsing && $0.isRelatingStopped },
      run: { model, _ in
        model.isRelatingStopped = false
        return model.startRelating()
      }),
    Command(
      "log", [], "write the commands so far to a file, for echelon --replay", .program,
      argument: "file",
      works: { $0.isBrowsing },
      run: { model, argument in model.writeLog(to: argument) }),
    Command(
      "redraw", [.control("l")], "draw the screen anew", .program,
      works: { _ in true }, run: { _, _ in [.redraw] }),
    Command(
      "suspend", [.control("z")], "to the shell; fg comes back", .program,
      works: { _ in true }, run: { _, _ in [.suspend] }),
    Command(
      "quit", [.character("q"), .control("c")], "quit", .program, label: "quit",
      works: { _ in true },
      run: { model, _ in
        if model.helpTop != nil {
          model.helpTop = nil
          model.log.add("escape", nil)
          return []
        }
        return model.quit()
      }),
  ]
}
