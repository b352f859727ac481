extension TemplateNetwork {
  static let notesFile = "NETWORK-TEMPLATE.md"

  var report: TemplateReport {
    TemplateReport(
      template: template, facilities: sites.count, deliveries: lanes.deliveries.count,
      supply: supply.rows.count, stocks: stock.count,
      regionsWithoutPlace: regions.filter { !$0.isKnown }.map(\.name),
      placeOfUnknown: TemplateCountry.unknown.city, notes: Self.notesFile)
  }

  /// For the person who opens the directory: what is real here, what is made up, and by which rule.
  var notes: String {
    """
    # This network is a template

    `echelon import --network \(template.rawValue)` made it up, so that a shop without a network can
    be planned. The purchases, customers, items' titles and prices are the export's own.
    **Everything below is invented by rule; replace it by your own figures before you act on a
    plan.** Names that end in "(template)" mark it.

    Money is measured in *m* = \(Self.short(items.moneyPerUnit)), what a unit sold for on average in
    the last \(demand.days) days of the data. In all that counts units a line of the export counts
    for at most \(Self.short(demand.mostUnits)), as 199 of 200 lines have no more.

    | file | what | rule |
    |---|---|---|
    | regions.csv | \(regions.count) places | the export's countries, at their largest city; \
    names that are no country are put in \(TemplateCountry.unknown.city) |
    | facilities.csv | \(sites.count) buildings | towns with such buildings; same-day sites only \
    within 100 km of a region's city. storage_l is so many days of the litres that the building \
    would serve: 60 distribution centre, 21 fulfilment centre (the busiest: 14), 28 non-sortable \
    centre, 5 same-day site. Inbound and outbound are 2.5 and 2.5, 2 and 1.8 (the busiest: 1.3 and \
    1.05), 1.6 and 1.4, 1.5 and 1.2 times the units it would serve a day |
    | | who serves whom | a fifth of a city's region through its same-day sites; the rest through \
    the centres, weighted by 1 / (100 km + distance, + 300 km over water)² |
    | | holding cost | 0.0004 *m* a litre and day; half in distribution centres, four times in \
    cities |
    | speeds.csv | 3 promises | penalties of 0.5, 0.3 and 0.2 *m*; targets of 85, 92 and 95 % |
    | transfers.csv | \(lanes.transfers.count) lanes | distribution centres to all centres, \
    the two nearest fulfilment centres to each same-day site. One day, half a day more for every \
    450 km of road, two more over water; \
    *m* × (0.005 + 0.01 per 1,000 km, + 0.02 over water) per unit and per litre |
    | deliveries.csv | \(lanes.deliveries.count) ways | 5, 9.5 or 14 hours in a same-day site, \
    fulfilment or non-sortable centre, then 55 km an hour, half a day over water; the last delivery \
    is at 21:00; cut-offs at 11, 15 or 19 o'clock where that still works. \
    *m* × (0.04 + 0.03 per 1,000 km) per unit and *m* × (0.02 + 0.05 per 1,000 km) per kg; same day \
    + 0.06 per unit, next day + 0.025 (half of it per kg); + 0.03 over water |
    | vendors.csv, supply.csv | \(supply.vendors.count) vendors, \(supply.rows.count) rows | each \
    item from one vendor to the distribution centres in 14 to 34 days; one in three also from a \
    wholesaler to the centres, 12 % dearer, in 3 to 7 days. Cases of 24, 12, 6, 2 or 1: the \
    cheaper, the more; two cases at least from vendors |
    | inventory.csv | \(stock.count) stocks | 14 (distribution and non-sortable centre), 10 \
    (fulfilment centre) or 4 days (same-day site) of recent sales, times 0.5 to 1.5 by item; one \
    item in 25 has none; no more than 80 % of storage_l; half of the items have a week's sales on \
    their way to the distribution centres |
    | items.csv | unit_cost | half of the price |
    | | volume_l | \(Self.short(TemplateItems.medianVolume)) × (price / median price)^0.6 litres, times a number around 1 that depends on \
    the item's id |
    | | weight_kg | \(Self.short(TemplateItems.density)) kg a litre, times a number around 1 |
    | | handling | non_sortable above \(Self.short(TemplateItems.mostSortable)) litres |

    Distances are great circles, a quarter longer by road; beyond 2,000 km a kilometre costs a
    quarter. Cities' positions are common knowledge, to a hundredth of a degree.

    """
  }

  private static func short(_ value: Double) -> String {
    let rounded = Rounded.to(0.01, value)
    return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
  }
}
