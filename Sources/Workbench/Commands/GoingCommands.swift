import RetailData
import TerminalUI

extension CommandTable {
  private static func named(
    _ name: String, _ noun: String, _ summary: String,
    _ place: @escaping @Sendable (Model, String) -> Place?
  ) -> Command {
    Command(
      name, [], summary, .go, argument: "id",
      works: { $0.isBrowsing },
      run: { model, argument in
        guard let id = argument?.trimmingSpaces, !id.isEmpty else {
          model.complain("give the id of the \(noun)")
          return []
        }
        if let place = place(model, id) {
          model.open(place)
        } else {
          model.complain("there is no \(noun) “\(id)”")
        }
        return []
      })
  }

  /// From page to page.
  static let going: [Command] =
    [
      Command(
        "open", [.enter], "open what is selected", .go, label: "open",
        works: { $0.isBrowsing && $0.destination != nil },
        run: { model, _ in
          model.openSelected()
          return []
        }),
      named("open.item", "item", "the page of an item") { model, id in
        model.workspace?.dataset.items.ids.number(of: id).map { .item($0) }
      },
      named("open.customer", "customer", "the page of a customer") { model, id in
        model.workspace?.dataset.customers.ids.number(of: id).map { .customer($0) }
      },
      named("open.facility", "facility", "the page of a facility") { model, id in
        model.workspace?.dataset.network.facilities.firstIndex { $0.id == id }.map { .facility($0) }
      },
      Command(
        "back", [.backspace], "back to where you came from", .go,
        works: { $0.isBrowsing && ($0.depth > 1 || $0.wayBack != nil) },
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
