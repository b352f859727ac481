import InventoryPlanning
import RetailData
import TestSupport

extension PlanInput {
  /// The same in a currency of which there go `factor` to one.
  func scaled(by factor: Double) -> PlanInput {
    var input = self
    var items = self.items
    items.price = items.price.map { $0 * factor }
    items.unitCost = items.unitCost.map { $0 * factor }
    input.items = items
    var network = self.network
    for row in network.supply.indices { network.supply[row].unitCost *= factor }
    for row in network.speeds.indices { network.speeds[row].lostSalePenalty *= factor }
    for row in network.facilities.indices { network.facilities[row].holdingCost *= factor }
    for row in network.transfers.indices {
      network.transfers[row].costPerUnit *= factor
      network.transfers[row].costPerLitre *= factor
    }
    for row in network.deliveries.indices {
      network.deliveries[row].costPerUnit *= factor
      network.deliveries[row].costPerKilogram *= factor
    }
    input.network = network
    return input
  }
}

extension SeededGenerator {
  /// Other costs, prices, penalties and targets. Each item's cheapest way to buy stays the cheapest,
  /// everywhere: all its rows change by one factor.
  mutating func otherMoney(_ input: PlanInput) -> PlanInput {
    var input = input
    func changed(_ value: Double, _ random: inout SeededGenerator) -> Double {
      random.chance(0.1) ? 0 : value * Double.random(in: 0.3...3, using: &random)
    }
    var items = input.items
    for item in items.price.indices { items.price[item] = changed(items.price[item], &self) }
    input.items = items
    var network = input.network
    let factors = (0..<items.count).map { _ in Double.random(in: 0.5...2, using: &self) }
    for row in network.supply.indices {
      network.supply[row].unitCost *= factors[Int(network.supply[row].item)]
    }
    for row in network.speeds.indices {
      network.speeds[row].lostSalePenalty = changed(network.speeds[row].lostSalePenalty, &self)
      if network.speeds[row].serviceTarget > 0 {
        network.speeds[row].serviceTarget = Double.random(in: 0.3...1, using: &self)
      }
    }
    for row in network.facilities.indices {
      network.facilities[row].holdingCost = changed(network.facilities[row].holdingCost, &self)
    }
    for row in network.transfers.indices {
      network.transfers[row].costPerUnit = changed(network.transfers[row].costPerUnit, &self)
      network.transfers[row].costPerLitre = changed(network.transfers[row].costPerLitre, &self)
    }
    for row in network.deliveries.indices {
      network.deliveries[row].costPerUnit = changed(network.deliveries[row].costPerUnit, &self)
      network.deliveries[row].costPerKilogram = changed(
        network.deliveries[row].costPerKilogram, &self)
    }
    input.network = network
    input.settings.servicePriceFactor = of([1, 4, 8])
    for row in input.serviceTargets.indices {
      input.serviceTargets[row].share = Double.random(in: 0.3...1, using: &self)
    }
    return input
  }
}
