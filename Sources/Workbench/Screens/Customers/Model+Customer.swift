/// What only the customer page can do.
import RetailData
extension Model {
  var customerInFront: Int? {
    if case .customer(let customer) = page.place { customer } else { nil }
  }

  /// Whose recommendations by all methods are in front.
  var customerOfMethods: Int? {
    if case .methods(let customer) = page.place { customer } else { nil }
  }

  /// Turns the why pane to any item.
  mutating func explain(item: Int) {
    page.question = item
    page.focus = CustomerPage.Part.why.rawValue
    page.tables[page.focus] = TableState()
  }

  mutating func explain(itemNamed name: String) {
    guard let items = workspace?.dataset.items else { return }
    if let item = items.ids.number(of: name.trimmingSpaces) {
      explain(item: item)
      return
    }
    let nearest = items.ids.nearest(to: name, limit: 3)
    let hint = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
    complain("no item “\(name)”\(hint)")
  }
}
