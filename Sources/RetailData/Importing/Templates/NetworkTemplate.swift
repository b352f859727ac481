/// Networks that an import can make up, so that a shop without one can be planned.
public enum NetworkTemplate: String, Sendable, CaseIterable {
  /// Britain and the continent of Europe: two distribution centres, four fulfilment centres, two
  /// centres for large goods, and same-day sites in six cities.
  case ukEurope = "uk-europe"
}

extension NetworkTemplate {
  /// Ends the names of all that a template makes up, so that nobody takes it for real.
  static let mark = " (template)"
}

/// What a template made of a shop.
struct TemplateNetwork {
  let template: NetworkTemplate
  let itemIDs: Identifiers
  let regions: [TemplateRegion]
  let sites: [TemplateSite]
  let speeds: [Speed]
  let items: TemplateItems
  let lanes: TemplateLanes
  let supply: TemplateSupply
  let sizes: [TemplateSizes.Size]
  let stock: [Stock]
  let demand: TemplateDemand

  /// - Parameter dataset: The purchases, with the items in the order of `items.csv`.
  init(_ template: NetworkTemplate, for dataset: Dataset) {
    self.template = template
    itemIDs = dataset.items.ids
    let regions = TemplateRegion.regions(of: dataset)
    let demand = TemplateDemand(dataset, regionCount: regions.count)
    let items = TemplateItems(dataset, demand: demand)
    let sites = TemplateSite.sites(
      serving: regions, hasLargeItems: items.handling.contains(.nonSortable))
    speeds = TemplateSpeed.speeds(moneyPerUnit: items.moneyPerUnit)
    lanes = TemplateLanes(sites: sites, regions: regions, moneyPerUnit: items.moneyPerUnit)
    supply = TemplateSupply(dataset, items: items, sites: sites)
    let shares = TemplateShares(sites: sites, regions: regions, demand: demand)
    sizes = TemplateSizes(sites: sites, shares: shares, items: items, demand: demand).sizes
    stock =
      TemplateStock(
        dataset, sites: sites, shares: shares, items: items, demand: demand, sizes: sizes
      ).rows
    self.regions = regions
    self.demand = demand
    self.sites = sites
    self.items = items
  }
}
