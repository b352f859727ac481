import RetailData

extension Dataset {
  /// The number of the item called `id`.
  ///
  /// - Throws: `Failure` that names the items with the most similar ids.
  func number(ofItem id: String) throws -> Int {
    try Self.number(of: id, in: items.ids, kind: "item")
  }

  /// The number of the customer called `id`.
  ///
  /// - Throws: `Failure` that names the customers with the most similar ids.
  func number(ofCustomer id: String) throws -> Int {
    try Self.number(of: id, in: customers.ids, kind: "customer")
  }

  private static func number(of id: String, in ids: Identifiers, kind: String) throws -> Int {
    if let number = ids.number(of: id) { return number }
    let nearest = ids.nearest(to: id, limit: 5).map { "'\($0)'" }
    let advice =
      nearest.isEmpty
      ? "no \(kind) has a similar id" : "did you mean \(nearest.joined(separator: ", "))?"
    throw Failure("there is no \(kind) '\(id)'; \(advice)")
  }
}
