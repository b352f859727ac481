/// The rows of `items.csv`, and the items that other files name besides.
struct ItemDraft {
  var ids = IdentifierBuilder()
  var titles = StringColumnBuilder()
  var categories = CodedColumnBuilder()
  var brands = CodedColumnBuilder()
  var prices: [Float] = []
  var unitCosts: [Float] = []
  var volumes: [Float] = []
  var weights: [Float] = []
  var handling: [UInt8] = []

  /// The table of `ids`: those of this draft, then those it has no row for.
  mutating func build(ids: Identifiers) -> ItemTable {
    let count = ids.count
    titles.pad(to: count)
    categories.pad(to: count)
    brands.pad(to: count)
    prices.pad(to: count, with: .nan)
    unitCosts.pad(to: count, with: .nan)
    volumes.pad(to: count, with: .nan)
    weights.pad(to: count, with: .nan)
    handling.pad(to: count, with: Handling.sortable.rawValue)
    return ItemTable(
      ids: ids, titles: titles.build(), categories: categories.build(), brands: brands.build(),
      prices: Column(prices), unitCosts: Column(unitCosts), volumes: Column(volumes),
      weights: Column(weights), handling: Column(handling))
  }
}

extension DirectoryReader {
  mutating func readItems() throws -> ItemDraft {
    var draft = ItemDraft()
    guard let table = try open(.items) else { return draft }
    let id = table.column("item_id")
    let title = table.column("title")
    let category = table.column("category")
    let brand = table.column("brand")
    let price = table.column("price")
    let unitCost = table.column("unit_cost")
    let volume = table.column("volume_l")
    let weight = table.column("weight_kg")
    let handling = table.column("handling")
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let name = try row.identifier(id)
      let numbers = (
        try row.number(price, in: .notNegative, missing: .nan),
        try row.number(unitCost, in: .notNegative, missing: .nan),
        try row.number(volume, in: .notNegative, missing: .nan),
        try row.number(weight, in: .notNegative, missing: .nan)
      )
      let kind = try row.handling(handling)
      if !draft.ids.insert(name).isNew { throw row.duplicate(id) }
      draft.titles.append(row.text(title))
      draft.categories.append(row.text(category))
      draft.brands.append(row.text(brand))
      draft.prices.append(Float(numbers.0))
      draft.unitCosts.append(Float(numbers.1))
      draft.volumes.append(Float(numbers.2))
      draft.weights.append(Float(numbers.3))
      draft.handling.append(kind.rawValue)
    }
    finish(table, rows: draft.ids.count)
    return draft
  }
}

extension Row {
  mutating func handling(_ column: ColumnBinding) throws(RowProblem) -> Handling {
    switch string(column) {
    case "", "sortable": return .sortable
    case "non_sortable": return .nonSortable
    default:
      throw problem(
        column, expected: "sortable or non_sortable",
        advice: "use one of the two, or leave it empty")
    }
  }

  /// The same key for a second time.
  mutating func duplicate(_ column: ColumnBinding) -> RowProblem {
    let name = RowProblem.quote(text(column))
    let place = problem(column, expected: "", advice: "")
    return RowProblem(
      position: place.position, found: "\(name) for a second time",
      expected: "each \(column.name) once", advice: "remove one of the rows, or rename it")
  }
}
