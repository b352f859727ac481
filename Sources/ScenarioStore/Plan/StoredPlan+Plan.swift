import InventoryPlanning
import RetailData

extension StoredPlan {
  /// What `plan` says, in the ids of the data.
  ///
  /// - Parameters:
  ///   - summary: What it comes to; costs and service are added here.
  ///   - input: What was planned with.
  ///   - items: The ids of the items.
  public init(_ plan: Plan, summary: Summary, input: PlanInput, items: Identifiers) {
    self.init(summary: summary)
    let network = input.network
    let facility = { (number: Int32) in network.facilities[Int(number)].id }
    self.summary.costs = plan.costs.components.map { Cost(component: $0.name, cost: $0.cost) }
    self.summary.service = zip(network.speeds, plan.service).map { speed, service in
      let target = speed.serviceTarget
      return Service(
        speed: speed.id, fillRate: service.fillRate, target: target.isFinite ? target : nil,
        demand: service.demand, served: service.served)
    }
    prices = zip(network.facilities, plan.loads).flatMap { facility, load in
      load.resources.map { name, load in
        Price(
          facilityID: facility.id, resource: name, price: load.price, used: load.used,
          capacity: load.capacity.isFinite ? load.capacity : nil)
      }
    }
    positions = plan.positions.map { position in
      Position(
        itemID: items[Int(position.item)], facilityID: facility(position.facility),
        onHand: Self.units(position.onHand), inbound: Self.units(position.inbound),
        target: Self.units(position.target), buy: Self.units(position.buy),
        transferIn: Self.units(position.transferIn), transferOut: Self.units(position.transferOut))
    }
    purchases = plan.purchases.map { purchase in
      let supply = network.supply[Int(purchase.supply)]
      let onward = purchase.onward.last.map { network.transfers[Int($0)].to }
      return Purchase(
        itemID: items[Int(purchase.item)], vendorID: network.vendors[Int(supply.vendor)].id,
        facilityID: facility(supply.facility), onwardFacilityID: onward.map(facility),
        units: Self.units(purchase.units),
        unitCost: supply.unitCost.isNaN
          ? input.items.unitCost[Int(purchase.item)] : supply.unitCost)
    }
    transfers = plan.transfers.map { transfer in
      let lane = network.transfers[Int(transfer.transfer)]
      return Transfer(
        itemID: items[Int(transfer.item)], fromFacilityID: facility(lane.from),
        toFacilityID: facility(lane.to), units: Self.units(transfer.units))
    }
  }

  /// The digits that single precision has, and no others.
  private static func units(_ units: Float) -> Double {
    Double(units.description) ?? Double(units)
  }
}
