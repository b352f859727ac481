/// What customers bought of late: the measure for all that the template sizes.
struct TemplateDemand {
  /// Days looked back from the last purchase, no longer than the data is.
  let days: Int
  /// Units that a line counts for at most: all but one of 200 lines have fewer. Some lines of real
  /// exports are mistakes, or a whole year's wholesale.
  let mostUnits: Double
  /// Units per day, by item.
  let rates: [Double]
  /// By region, adds to 1.
  let regionShares: [Double]

  static let longestLook = 91

  init(_ dataset: Dataset, regionCount: Int) {
    let purchases = dataset.purchases
    let first = purchases.earliest?.day ?? 0
    let last = dataset.end?.day ?? 0
    let days = max(1, min(Self.longestLook, last - first + 1))
    let sorted = purchases.quantities.sorted()
    let most = sorted.isEmpty ? 1 : Double(sorted[(sorted.count - 1) * 199 / 200])
    var units = [Double](repeating: 0, count: dataset.items.count)
    var byRegion = [Double](repeating: 0, count: regionCount)
    for customer in 0..<purchases.customerCount {
      let region = Int(dataset.customers.regions[customer])
      for line in purchases.lines(ofCustomer: customer) {
        let quantity = min(Double(purchases.quantities[line]), most)
        if byRegion.indices.contains(region) { byRegion[region] += quantity }
        if purchases.times[line].day > last - days {
          units[Int(purchases.items[line])] += quantity
        }
      }
    }
    self.days = days
    mostUnits = most
    rates = units.map { $0 / Double(days) }
    let total = byRegion.reduce(0, +)
    regionShares = byRegion.map { total > 0 ? $0 / total : 1 / Double(regionCount) }
  }
}
