import RetailData

/// What the analyst's files call the things that a plan knows by number.
public struct PlanNames: Sendable {
  public let items: Identifiers
  public let facilities: Identifiers
  public let regions: Identifiers
  public let speeds: Identifiers
  public let vendors: Identifiers
  /// By the number of the category in `ItemFigures.category`.
  public let categories: Identifiers

  public init(
    items: Identifiers, facilities: Identifiers, regions: Identifiers, speeds: Identifiers,
    vendors: Identifiers, categories: Identifiers
  ) {
    self.items = items
    self.facilities = facilities
    self.regions = regions
    self.speeds = speeds
    self.vendors = vendors
    self.categories = categories
  }

  public init(_ dataset: Dataset) {
    let network = dataset.network
    self.init(
      items: dataset.items.ids, facilities: Identifiers(network.facilities.map(\.id)),
      regions: Identifiers(network.regions.map(\.id)),
      speeds: Identifiers(network.speeds.map(\.id)),
      vendors: Identifiers(network.vendors.map(\.id)),
      categories: Identifiers(dataset.items.categories.labels))
  }
}
