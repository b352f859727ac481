import TerminalUI

extension CommandTable {
  /// From page to page.
  static let going: [Command] =
    [
      Command(
        "open", [.enter], "open what is selected", .go, label: "open",
        works: { $0.isBrowsing && $0.destination != nil },
        run: { model, _ in
          if let place = model.destination { model.open(place) }
          return []
        }),
      Command(
        "back", [.backspace], "back to where you came from", .go,
        works: { $0.isBrowsing && $0.depth > 1 },
        run: { model, _ in
          model.goBack()
          return []
        }),
      Command(
        "escape", [.escape], "close, clear the filter, or go back", .go, label: "back",
        works: { $0.canEscape },
        run: { model, _ in
          model.escape()
          return []
        }),
      Command(
        "screen.next", [.tab], "next screen", .go,
        works: { $0.isBrowsing },
        run: { model, _ in
          model.showScreen(after: 1)
          return []
        }),
      Command(
        "screen.previous", [.backTab], "previous screen", .go,
        works: { $0.isBrowsing },
        run: { model, _ in
          model.showScreen(after: -1)
          return []
        }),
    ]
    + ScreenName.allCases.map { screen in
      Command(
        "screen.\(screen.rawValue)", [.character(Character(String(screen.number)))],
        "the \(screen.rawValue) screen", .go,
        works: { $0.isBrowsing },
        run: { model, _ in
          model.show(screen)
          return []
        })
    }
}
