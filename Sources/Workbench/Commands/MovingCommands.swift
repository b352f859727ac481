import TerminalUI

extension CommandTable {
  /// Up and down a table, the help or the parameter panel; left and right between panes.
  static let moving: [Command] = [
    step("move.down", [.down, .character("j")], "next row", 1),
    step("move.up", [.up, .character("k")], "previous row", -1),
    page("move.page-down", [.pageDown, .character(" "), .control("f")], "a screen down", 1, 1),
    page("move.page-up", [.pageUp, .control("b")], "a screen up", -1, 1),
    page("move.half-down", [.control("d")], "half a screen down", 1, 2),
    page("move.half-up", [.control("u")], "half a screen up", -1, 2),
    Command(
      "move.first", [.character("g"), .home], "first row", .move, works: canMove,
      run: { model, _ in
        model.move(to: 0)
        return []
      }),
    Command(
      "move.last", [.character("G"), .end], "last row", .move, works: canMove,
      run: { model, _ in
        model.move(to: Int.max)
        return []
      }),
    numbered("select", "the row of that number, as a click does", "row") { model, number in
      model.move(to: number - 1)
    },
    numbered("pane", "the table of that number", "number") { model, number in
      if model.page.tables.indices.contains(number - 1) { model.page.focus = number - 1 }
    },
    pane("move.left", [.left, .character("h")], "pane to the left", -1),
    pane("move.right", [.right, .character("l")], "pane to the right", 1),
  ]

  private static func numbered(
    _ name: String, _ summary: String, _ argument: String,
    _ run: @escaping @Sendable (inout Model, Int) -> Void
  ) -> Command {
    Command(
      name, [], summary, .move, argument: argument,
      works: { $0.hasTable },
      run: { model, argument in
        if let number = argument.flatMap({ Int($0) }), number > 0 {
          run(&model, number)
        } else {
          model.complain("give a number from 1: \(name) 3")
        }
        return []
      })
  }

  private static func canMove(_ model: Model) -> Bool {
    model.workspace != nil || model.helpTop != nil
  }

  private static func step(_ name: String, _ keys: [Key], _ summary: String, _ by: Int) -> Command {
    Command(
      name, keys, summary, .move, works: canMove,
      run: { model, _ in
        model.move(by: by)
        return []
      })
  }

  private static func page(
    _ name: String, _ keys: [Key], _ summary: String, _ direction: Int, _ part: Int
  ) -> Command {
    Command(
      name, keys, summary, .move, works: canMove,
      run: { model, _ in
        model.move(by: direction * max(1, model.pageRows / part))
        return []
      })
  }

  private static func pane(_ name: String, _ keys: [Key], _ summary: String, _ by: Int) -> Command {
    Command(
      name, keys, summary, .move, label: by > 0 ? "panes" : nil,
      works: {
        $0.workspace != nil && $0.helpTop == nil
          && ($0.page.tables.count > 1 || by < 0 && $0.wayBack != nil)
      },
      run: { model, _ in
        // Left of the first pane is where one came from.
        if by < 0, model.page.focus == 0, model.wayBack != nil {
          model.goBack()
          return []
        }
        model.page.focus = max(0, min(model.page.tables.count - 1, model.page.focus + by))
        return []
      })
  }
}
