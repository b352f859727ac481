import TerminalUI

extension CommandTable {
  /// The item page's own.
  static let item: [Command] = [
    Command(
      "next-buyers", [.character("b")],
      "where likely next buyers live, and how soon they could have it", .item, label: "next buyers",
      works: { $0.isBrowsing && $0.itemInFront != nil },
      run: { model, _ in
        if let item = model.itemInFront { model.open(.buyers(item: item)) }
        return []
      })
  ]
}

extension Model {
  /// The item of the page in front.
  var itemInFront: Int? {
    if case .item(let item) = page.place { item } else { nil }
  }
}
