import InventoryPlanning
import RetailData

/// A part of a plan as rows, with the same columns wherever it goes: a file of `--output`, an array
/// in JSON, standard output.
struct PlanTable {
  /// `buy` is the file `buy.csv` and the key `buy`.
  let name: String
  let columns: [ResultColumn]
  /// Hands over one row after the other: a plan of a large shop has hundreds of thousands.
  let rows: (_ row: ([Cell]) throws -> Void) throws -> Void
}

extension PlanResult {
  /// What `--output` writes, a file each.
  var tables: [PlanTable] { [positions, purchases, transfers, prices, service, costs] }

  /// Stock today, what is decided, and the position after that, by item and facility.
  var positions: PlanTable {
    PlanTable(
      name: "positions",
      columns: [
        ResultColumn("item_id", heading: "item", .text),
        ResultColumn("facility_id", heading: "facility", .text),
      ]
        + ["on_hand", "inbound", "target", "buy", "transfer_in", "transfer_out"].map {
          ResultColumn($0, .number(decimals: 1))
        }
    ) { row in
      for position in plan.positions {
        try row([
          itemID(position.item), facilityID(position.facility), Cell(units: position.onHand),
          Cell(units: position.inbound), Cell(units: position.target), Cell(units: position.buy),
          Cell(units: position.transferIn), Cell(units: position.transferOut),
        ])
      }
    }
  }

  /// What to order from which vendor, where it arrives, and where it goes on to at once.
  var purchases: PlanTable {
    PlanTable(
      name: "buy",
      columns: [
        ResultColumn("item_id", heading: "item", .text),
        ResultColumn("vendor_id", heading: "vendor", .text),
        ResultColumn("facility_id", heading: "facility", .text),
        ResultColumn("onward_facility_id", heading: "onward to", .text),
        ResultColumn("units", .number(decimals: 1)),
        ResultColumn("unit_cost", .number(decimals: 2)),
        ResultColumn("cost", .number(decimals: 2)),
        ResultColumn("by_way_of", heading: "by way of", .text),
      ]
    ) { row in
      for purchase in plan.purchases {
        let supply = network.supply[Int(purchase.supply)]
        let unitCost = unitCost(of: purchase)
        try row([
          itemID(purchase.item), .text(network.vendors[Int(supply.vendor)].id),
          facilityID(supply.facility), onward(purchase), Cell(units: purchase.units),
          .number(unitCost), .number(unitCost * Double(purchase.units)), between(purchase),
        ])
      }
    }
  }

  /// What to move out of stock on hand.
  var transfers: PlanTable {
    PlanTable(
      name: "transfers",
      columns: [
        ResultColumn("item_id", heading: "item", .text),
        ResultColumn("from_facility_id", heading: "from", .text),
        ResultColumn("to_facility_id", heading: "to", .text),
        ResultColumn("units", .number(decimals: 1)),
      ]
    ) { row in
      for transfer in plan.transfers {
        let lane = network.transfers[Int(transfer.transfer)]
        try row([
          itemID(transfer.item), facilityID(lane.from), facilityID(lane.to),
          Cell(units: transfer.units),
        ])
      }
    }
  }

  /// What is used of every capacity, and what one more unit of it would save.
  var prices: PlanTable {
    PlanTable(
      name: "prices",
      columns: [
        ResultColumn("facility_id", heading: "facility", .text), ResultColumn("resource", .text),
        ResultColumn("price", .number(decimals: 4)), ResultColumn("used", .number(decimals: 1)),
        ResultColumn("capacity", .number(decimals: 1)),
      ]
    ) { row in
      for (facility, load) in zip(network.facilities, plan.loads) {
        for (name, load) in load.resources {
          try row([
            .text(facility.id), .text(name), .number(load.price), .number(load.used),
            .number(load.capacity),
          ])
        }
      }
    }
  }

  /// How much of what customers ask for at each speed is there in time.
  var service: PlanTable {
    PlanTable(
      name: "service",
      columns: [
        ResultColumn("speed", .text), ResultColumn("fill_rate", .number(decimals: 3)),
        ResultColumn("target", .number(decimals: 3)), ResultColumn("demand", .number(decimals: 1)),
        ResultColumn("served", .number(decimals: 1)),
      ]
    ) { row in
      for (speed, service) in zip(network.speeds, plan.service) {
        try row([
          .text(speed.id), .number(service.fillRate), .number(speed.serviceTarget),
          .number(service.demand), .number(service.served),
        ])
      }
    }
  }

  /// Money per day by component.
  var costs: PlanTable {
    PlanTable(
      name: "costs",
      columns: [ResultColumn("component", .text), ResultColumn("cost", .number(decimals: 2))]
    ) { row in
      for (name, cost) in plan.costs.components { try row([.text(name), .number(cost)]) }
    }
  }

  /// The fill targets, those of categories too.
  var targets: PlanTable {
    PlanTable(
      name: "targets",
      columns: [
        ResultColumn("category", .text), ResultColumn("speed", .text),
        ResultColumn("share", .number(decimals: 3)), ResultColumn("demand", .number(decimals: 1)),
        ResultColumn("served", .number(decimals: 1)), ResultColumn("price", .number(decimals: 2)),
      ]
    ) { row in
      for target in plan.targets {
        let category = target.category
        try row([
          category < 0 ? .missing : .text(items.categories.labels[Int(category)]),
          speedID(target.speed), .number(target.share), .number(target.demand),
          .number(target.served), .number(target.price),
        ])
      }
    }
  }

  func unitCost(of purchase: Plan.PurchaseOrder) -> Double {
    let cost = network.supply[Int(purchase.supply)].unitCost
    return cost.isNaN ? input.items.unitCost[Int(purchase.item)] : cost
  }

  /// The docks between, with a space between each.
  func between(_ purchase: Plan.PurchaseOrder) -> Cell {
    let docks = purchase.onward.rows.dropLast().map {
      network.facilities[Int(network.transfers[Int($0)].to)].id
    }
    return docks.isEmpty ? .missing : .text(docks.joined(separator: " "))
  }

  func onward(_ purchase: Plan.PurchaseOrder) -> Cell {
    purchase.onward.last.map { facilityID(network.transfers[Int($0)].to) } ?? .missing
  }
}
