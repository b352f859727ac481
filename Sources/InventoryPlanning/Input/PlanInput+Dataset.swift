import RetailData

extension PlanInput {
  /// What `dataset` says, with a default wherever it says nothing.
  ///
  /// Plans start from the stock of today where the data has any, else from nothing.
  ///
  /// - Parameter notices: Every default is counted and described here.
  public init(dataset: Dataset, notices: inout [Notice]) {
    let defaults = FigureDefaults(dataset: dataset)
    let items = defaults.items(notices: &notices)
    var settings = PlanSettings()
    let hasStock = dataset.network.inventory.contains { $0.onHand + $0.inbound > 0 }
    settings.mode = hasStock ? .state : .target
    self.init(items: items, network: dataset.network, settings: settings)
  }
}

/// Fills in what the files do not say of the items.
private struct FigureDefaults {
  let dataset: Dataset

  /// An item that nobody says the cost of costs this share of its price.
  private static let costShare = 0.6
  /// Litres and kilograms of an item where no item has any.
  private static let volume = 1.0
  private static let weight = 0.5

  func items(notices: inout [Notice]) -> ItemFigures {
    let table = dataset.items
    let volume = filled(
      table.volumes, "volume_l", unit: "l", standard: Self.volume, notices: &notices)
    let weight = filled(
      table.weights, "weight_kg", unit: "kg", standard: Self.weight, notices: &notices)
    var price = table.prices.map(\.decimal)
    var unitCost = ownUnitCosts(price: price, notices: &notices)
    var free = Gaps(of: table)
    var atCost = Gaps(of: table)
    for item in 0..<table.count where price[item].isNaN {
      if unitCost[item].isNaN {
        (price[item], unitCost[item]) = (0, 0)
        free.add(item)
      } else {
        price[item] = unitCost[item]
        atCost.add(item)
      }
    }
    atCost.note("no price and no purchase that says one; planned at unit cost", in: &notices)
    free.note("neither price nor unit_cost; planned at 0", in: &notices)
    noteSupply(notices: &notices)
    return ItemFigures(
      price: price, unitCost: unitCost, volume: volume, weight: weight,
      handling: table.handling.map { Handling(rawValue: $0) ?? .sortable },
      category: Array(table.categories.codes))
  }

  /// Of `items.csv`, else the cheapest vendor's, else a share of the price; NaN without a price.
  private func ownUnitCosts(price: [Double], notices: inout [Notice]) -> [Double] {
    let table = dataset.items
    var cheapest = [Double](repeating: .nan, count: table.count)
    for row in dataset.network.supply where !row.unitCost.isNaN {
      // A comparison with NaN is false.
      let item = Int(row.item)
      cheapest[item] = cheapest[item] < row.unitCost ? cheapest[item] : row.unitCost
    }
    var guessed = Gaps(of: table)
    let costs = (0..<table.count).map { item -> Double in
      let own = table.unitCosts[item].decimal
      if !own.isNaN { return own }
      if !cheapest[item].isNaN { return cheapest[item] }
      if !price[item].isNaN { guessed.add(item) }
      return price[item] * Self.costShare
    }
    guessed.note(
      "no unit_cost, nor has supply.csv; \(PlainNumber.text(Self.costShare * 100)) % of the price is "
        + "assumed", in: &notices)
    return costs
  }

  /// The column with the median of the known values where there is none.
  private func filled(
    _ column: Column<Float>, _ name: String, unit: String, standard: Double,
    notices: inout [Notice]
  ) -> [Double] {
    let known = column.filter { !$0.isNaN }.sorted()
    let value = known.isEmpty ? standard : known[known.count / 2].decimal
    var gaps = Gaps(of: dataset.items)
    let values = column.enumerated().map { item, figure -> Double in
      if !figure.isNaN { return figure.decimal }
      gaps.add(item)
      return value
    }
    let reason = known.isEmpty ? "" : ", the median of the others,"
    gaps.note("no \(name); \(PlainNumber.text(value)) \(unit)\(reason) is assumed", in: &notices)
    return values
  }

  private func noteSupply(notices: inout [Notice]) {
    let rows = dataset.network.supply.count { $0.unitCost.isNaN }
    if rows == 0 { return }
    notices.append(
      Notice(
        file: "supply.csv",
        message: "\(rows) \(rows == 1 ? "row has" : "rows have") no unit_cost; the item's own is "
          + "taken", rows: rows))
  }
}

/// The items that lack something.
private struct Gaps {
  private let ids: Identifiers
  private var count = 0
  private var first = 0

  init(of table: ItemTable) { ids = table.ids }

  mutating func add(_ item: Int) {
    if count == 0 { first = item }
    count += 1
  }

  func note(_ what: String, in notices: inout [Notice]) {
    if count == 0 { return }
    let items =
      count == 1 ? "item \"\(ids[first])\" has" : "\(count) items, such as \"\(ids[first])\", have"
    notices.append(Notice(file: "items.csv", message: "\(items) \(what)", rows: count))
  }
}

extension Float {
  /// The double that the file most likely meant: 2.55, not 2.5499999523162842. A float holds up to
  /// seven decimal digits.
  var decimal: Double {
    let exact = Double(self)
    guard isFinite, self != 0 else { return exact }
    var scale = 1.0
    while abs(exact) * scale < 1e6, scale < 1e12 { scale *= 10 }
    let rounded = (exact * scale).rounded() / scale
    return Float(rounded) == self ? rounded : exact
  }
}
