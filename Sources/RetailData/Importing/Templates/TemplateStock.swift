/// The stock that the template begins with: days of each item's recent sales, more of some than of
/// others, within the buildings' room.
struct TemplateStock {
  let rows: [Stock]

  /// Of a building's storage, at most so much is taken by stock on hand.
  private static let fullest = 0.8
  /// One item in twenty-five is out of stock everywhere.
  private static let outOfStock = 0.04

  init(
    _ dataset: Dataset, sites: [TemplateSite], shares: TemplateShares, items: TemplateItems,
    demand: TemplateDemand, sizes: [TemplateSizes.Size]
  ) {
    var onHand = [[Double]](
      repeating: [Double](repeating: 0, count: items.volumes.count), count: sites.count)
    var inbound = onHand
    for (item, rate) in demand.rates.enumerated() where rate > 0 {
      var stream = KeyedStream(
        seed: 0, purpose: .templateStock, key: dataset.items.ids.templateKey(of: item))
      let health = stream.chance(Self.outOfStock) ? 0 : 0.5 + stream.uniform()
      let isOrdered = stream.chance(0.5)
      let share = shares.shares[Int(items.handling[item].rawValue)]
      for site in sites.indices where share[site] > 0 {
        let daily = rate * share[site]
        onHand[site][item] = daily * Self.days(sites[site].kind) * health
        if isOrdered, sites[site].kind == .distributionCenter {
          inbound[site][item] = (daily * 7).rounded()
        }
      }
    }
    var rows: [Stock] = []
    for site in sites.indices {
      let litres = zip(onHand[site], items.volumes).reduce(0) { $0 + $1.0 * $1.1 }
      let scale = litres > 0 ? min(1, Self.fullest * sizes[site].storage / litres) : 1
      for item in onHand[site].indices {
        let units = (onHand[site][item] * scale).rounded(.down)
        if units == 0, inbound[site][item] == 0 { continue }
        rows.append(
          Stock(
            facility: Int32(site), item: Int32(item), onHand: units,
            inbound: inbound[site][item]))
      }
    }
    self.rows = rows
  }

  private static func days(_ kind: FacilityKind) -> Double {
    switch kind {
    case .distributionCenter: 14
    case .fulfillmentCenter: 10
    case .nonSortableCenter: 14
    case .sameDaySite: 4
    }
  }
}
