import InventoryPlanning
import RetailData

/// What to buy and what to move of one item now, in words.
struct PlanAdvice {
  let sentences: [String]

  init(_ item: Int, _ figures: PlanFigures) {
    let network = figures.input.network
    func name(_ facility: Int32) -> String { network.facilities[Int(facility)].title }
    let purchases = figures.plan.purchases.filter { Int($0.item) == item }
    let bought = purchases.map { order -> String in
      let supply = network.supply[Int(order.supply)]
      let vendor = network.vendors[Int(supply.vendor)]
      let from = vendor.name.isEmpty ? vendor.id : vendor.name
      let stops =
        [supply.facility] + order.onward.rows.map { network.transfers[Int($0)].to }
      let docks = stops.dropLast().map(name)
      let way = docks.isEmpty ? "" : " by way of \(docks.joined(separator: " and "))"
      let end = stops.last.map(name) ?? ""
      return "buy \(Self.units(order.units)) for \(end)\(way) from \(from)"
    }
    let moved = figures.plan.transfers.filter { Int($0.item) == item }.map { order -> String in
      let transfer = network.transfers[Int(order.transfer)]
      return "move \(Self.units(order.units)) from \(name(transfer.from)) to \(name(transfer.to))"
    }
    sentences = bought + moved
  }

  private static func units(_ units: Float) -> String {
    NumberText.short(Double(units), places: 1)
  }
}
