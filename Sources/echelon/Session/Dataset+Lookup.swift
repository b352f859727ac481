import RetailData

extension Dataset {
  /// The number of the item called `id`.
  ///
  /// - Throws: `Failure` that names the items whose titles or ids are most like it.
  func number(ofItem id: String) throws -> Int {
    if let number = items.ids.number(of: id) { return number }
    let nearest = items.ids.nearest(to: id, limit: 5)
    let isInAnotherCase = nearest.first?.lowercased() == id.lowercased()
    let titled = isInAnotherCase ? [] : items.titles.positions(containingWordsOf: id, limit: 5)
    if titled.isEmpty { throw Self.unknown(id, nearest: nearest, kind: "item") }
    let list = titled.map { item in
      "\n  '\(items.ids[item].printable)'  \(items.titles[item].printable)"
    }
    throw Failure(
      "there is no item '\(id)', but there are items with that in their titles; name one by its id:"
        + list.joined())
  }

  /// The number of the customer called `id`.
  ///
  /// - Throws: `Failure` that names the customers with the most similar ids.
  func number(ofCustomer id: String) throws -> Int {
    if let number = customers.ids.number(of: id) { return number }
    throw Self.unknown(id, nearest: customers.ids.nearest(to: id, limit: 5), kind: "customer")
  }

  /// The number of the region called `id`.
  ///
  /// - Throws: `Failure` that names the regions there are.
  func number(ofRegion id: String) throws -> Int {
    if let number = network.regions.firstIndex(where: { $0.id == id }) { return number }
    let known = network.regions.prefix(12).map { "'\($0.id.printable)'" }
    let rest = network.regions.count > known.count ? ", …" : ""
    throw Failure(
      known.isEmpty
        ? "there is no region '\(id)', as the data names no regions"
        : "there is no region '\(id)'; there are \(known.joined(separator: ", "))\(rest)")
  }

  private static func unknown(_ id: String, nearest: [String], kind: String) -> Failure {
    let names = nearest.map { "'\($0.printable)'" }
    let advice =
      names.isEmpty
      ? "no \(kind) has a similar id" : "did you mean \(names.joined(separator: ", "))?"
    return Failure("there is no \(kind) '\(id)'; \(advice)")
  }
}

extension StringColumn {
  /// The first places whose text has, for every word of `text`, a word that begins with it, but for
  /// case.
  fileprivate func positions(containingWordsOf text: String, limit: Int) -> [Int] {
    let wanted = Self.words(of: text)
    if wanted.isEmpty { return [] }
    return Array(
      indices.lazy.filter { position in
        let words = Self.words(of: self[position])
        return wanted.allSatisfy { start in words.contains { $0.hasPrefix(start) } }
      }.prefix(limit))
  }

  private static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
