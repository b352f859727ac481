/// What may stand where: sortable items fit a conveyor, non-sortable ones do not.
public enum Handling: UInt8, Sendable, CaseIterable {
  case sortable = 0
  case nonSortable = 1
}

/// The items of a shop, one row each; a row's number is the item's number everywhere.
public struct ItemTable: Sendable {
  public let ids: Identifiers
  /// What a person calls the item; empty where the data does not say.
  public let titles: StringColumn
  public let categories: CodedColumn
  public let brands: CodedColumn
  /// Money per unit, NaN where unknown. Where `items.csv` has no price it is the median of what
  /// was paid.
  public let prices: Column<Float>
  /// Money per unit, NaN where unknown.
  public let unitCosts: Column<Float>
  /// Litres per unit, NaN where unknown.
  public let volumes: Column<Float>
  /// Kilograms per unit, NaN where unknown.
  public let weights: Column<Float>
  /// Raw values of `Handling`.
  public let handling: Column<UInt8>

  public var count: Int { ids.count }

  public init(
    ids: Identifiers, titles: StringColumn, categories: CodedColumn, brands: CodedColumn,
    prices: Column<Float>, unitCosts: Column<Float>, volumes: Column<Float>,
    weights: Column<Float>, handling: Column<UInt8>
  ) {
    self.ids = ids
    self.titles = titles
    self.categories = categories
    self.brands = brands
    self.prices = prices
    self.unitCosts = unitCosts
    self.volumes = volumes
    self.weights = weights
    self.handling = handling
  }
}

/// The customers of a shop, one row each; a row's number is the customer's number everywhere.
public struct CustomerTable: Sendable {
  public let ids: Identifiers
  /// Empty where the data does not say.
  public let names: StringColumn
  /// Index into the network's regions, or -1 where unknown.
  public let regions: Column<Int32>

  public var count: Int { ids.count }

  public init(ids: Identifiers, names: StringColumn, regions: Column<Int32>) {
    self.ids = ids
    self.names = names
    self.regions = regions
  }
}
