/// Who sells the items: vendors from afar to the distribution centres, and some nearby ones,
/// dearer and quicker, to the centres that ship.
struct TemplateSupply {
  let vendors: [Vendor]
  let rows: [Supply]

  private static let farVendors = 20
  private static let nearVendors = 6
  /// One item in three can also be had nearby, for a ninth more.
  private static let nearShare = 1.0 / 3
  private static let nearCost = 1.12

  init(_ dataset: Dataset, items: TemplateItems, sites: [TemplateSite]) {
    vendors =
      (1...Self.farVendors).map { Self.vendor("V\(padded($0, width: 2))", "Vendor \($0)") }
      + (1...Self.nearVendors).map { Self.vendor("N\(padded($0, width: 2))", "Wholesaler \($0)") }
    var rows: [Supply] = []
    for item in 0..<dataset.items.count {
      var stream = KeyedStream(
        seed: 0, purpose: .templateSupply, key: dataset.items.ids.templateKey(of: item))
      let vendor = stream.below(Self.farVendors)
      let near = stream.below(Self.nearVendors) + Self.farVendors
      // A vendor's own distance, and a little of the item's.
      let mean = Rounded.to(0.1, 14 + Double(vendor % 8) * 2 + 6 * stream.uniform())
      let deviation = Rounded.to(0.1, mean * (0.15 + 0.2 * stream.uniform()))
      let caseQuantity = Self.caseQuantity(priceLevel: items.priceLevels[item])
      for (site, place) in sites.enumerated() where place.kind == .distributionCenter {
        rows.append(
          Supply(
            vendor: Int32(vendor), item: Int32(item), facility: Int32(site),
            unitCost: items.unitCosts[item], leadTimeMeanDays: mean, leadTimeSDDays: deviation,
            minimumOrder: 2 * caseQuantity, caseQuantity: caseQuantity))
      }
      if !stream.chance(Self.nearShare) { continue }
      let nearMean = Rounded.to(0.1, 3 + 4 * stream.uniform())
      for (site, place) in sites.enumerated()
      where SampleNetwork.accepts(place.kind, items.handling[item])
        && (place.kind == .fulfillmentCenter || place.kind == .nonSortableCenter)
      {
        rows.append(
          Supply(
            vendor: Int32(near), item: Int32(item), facility: Int32(site),
            unitCost: Rounded.to(0.01, items.unitCosts[item] * Self.nearCost),
            leadTimeMeanDays: nearMean, leadTimeSDDays: Rounded.to(0.1, nearMean * 0.2),
            minimumOrder: caseQuantity, caseQuantity: caseQuantity))
      }
    }
    self.rows = rows
  }

  private static func vendor(_ id: String, _ name: String) -> Vendor {
    Vendor(id: id, name: name + NetworkTemplate.mark)
  }

  /// Cheap things come in large cases.
  private static func caseQuantity(priceLevel: Double) -> Double {
    switch priceLevel {
    case ..<0.5: 24
    case ..<1: 12
    case ..<2: 6
    case ..<5: 2
    default: 1
    }
  }
}
