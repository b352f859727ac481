import RetailData

/// The figures of a plan's input as files and analyst give them, and what acts on many of them at
/// once. Kept apart, so that the order of changes does not matter and a factor set back to 1 leaves
/// no trace.
struct SourceFigures: Sendable {
  /// `unitCost` is the item's own, whatever vendors ask.
  var items: ItemFigures
  /// A row of supply whose unit cost is NaN costs what the item's own unit cost says.
  var network: Network
  /// Hours that the cut-offs of a speed are shifted by.
  var cutoffShift: [Double]
  /// Of a vendor's lead times, mean and standard deviation.
  var vendorLeadTime: [Double]
  var vendorUnitCost: [Double]
  /// Of the demand for a category's items.
  var categoryDemand: [Double]

  init(items: ItemFigures, network: Network) {
    self.items = items
    self.network = network
    cutoffShift = [Double](repeating: 0, count: network.speeds.count)
    vendorLeadTime = [Double](repeating: 1, count: network.vendors.count)
    vendorUnitCost = [Double](repeating: 1, count: network.vendors.count)
    let categories = items.category.reduce(-1, max) + 1
    categoryDemand = [Double](repeating: 1, count: Int(categories))
  }

  /// The figures with everything applied.
  func resolved() -> (items: ItemFigures, network: Network) {
    var items = items
    var network = network
    applyToSupply(&network)
    applyToCutoffs(&network)
    var isSold = [Bool](repeating: false, count: items.count)
    for row in network.supply {
      let item = Int(row.item)
      items.unitCost[item] =
        isSold[item] ? min(items.unitCost[item], row.unitCost) : row.unitCost
      isSold[item] = true
    }
    if categoryDemand.contains(where: { $0 != 1 }) {
      for (item, category) in items.category.enumerated() where category >= 0 {
        items.demandFactor[item] *= categoryDemand[Int(category)]
      }
    }
    return (items, network)
  }

  private func applyToSupply(_ network: inout Network) {
    let isNeutral = vendorLeadTime.allSatisfy { $0 == 1 } && vendorUnitCost.allSatisfy { $0 == 1 }
    if isNeutral, !network.supply.contains(where: \.unitCost.isNaN) { return }
    for index in network.supply.indices {
      var row = network.supply[index]
      let vendor = Int(row.vendor)
      if row.unitCost.isNaN { row.unitCost = items.unitCost[Int(row.item)] }
      row.unitCost *= vendorUnitCost[vendor]
      row.leadTimeMeanDays *= vendorLeadTime[vendor]
      row.leadTimeSDDays *= vendorLeadTime[vendor]
      network.supply[index] = row
    }
  }

  private func applyToCutoffs(_ network: inout Network) {
    if cutoffShift.allSatisfy({ $0 == 0 }) { return }
    for (index, row) in network.deliveries.enumerated() where !row.cutoffHour.isNaN {
      network.deliveries[index].cutoffHour =
        min(24, max(0, row.cutoffHour + cutoffShift[Int(row.speed)]))
    }
  }
}
