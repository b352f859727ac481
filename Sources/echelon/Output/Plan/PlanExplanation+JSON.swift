import InventoryPlanning
import RetailData

extension PlanExplanation {
  /// As objects: keys with their values.
  var objects: [[(key: String, value: Cell)]] {
    switch subject {
    case .item(_, let found): found.map(object)
    case .position(let found, _): [object(found)]
    case .facility(let found): [object(found)]
    }
  }

  private func rows(_ names: [String], _ rows: [[Cell]]) -> Cell {
    // What a column holds, its cells say.
    .rows(columns: names.map { ResultColumn($0, .text) }, rows)
  }

  private func object(_ found: MarginalExplanation) -> [(key: String, value: Cell)] {
    [
      ("item_id", .text(itemName(found.item))),
      ("facility_id", .text(facilityName(found.facility))),
      ("position", .number(found.position)),
      ("way", found.source.map { .text(text($0)) } ?? .missing),
      ("worth", .number(found.worth)), ("cost", .number(found.cost)), ("net", .number(found.net)),
      ("uses", rows(Self.useNames, found.uses.map { useCells($0) })),
      ("unexplained", .number(found.unexplained)),
      (
        "charges",
        rows(
          ["kind", "facility_id", "amount"],
          found.charges.map { charge in
            let (kind, facility) = word(charge.kind)
            return [
              .text(kind), facility.map { .text(facilityName($0)) } ?? .missing,
              .number(charge.amount),
            ]
          })
      ),
      (
        "other_ways",
        rows(
          ["way", "net"], found.otherSources.map { [.text(text($0.source)), .number($0.net)] })
      ),
      ("standing_unit_saves", .number(found.standingUnitSaves)),
      ("cycle_days", .number(found.cycleDays)),
    ]
  }

  private static let useNames = [
    "use", "from_facility_id", "region", "speed", "probability", "amount",
  ]

  private func useCells(_ use: MarginalExplanation.Use) -> [Cell] {
    switch use.kind {
    case .shipped(let from, let region, let speed):
      [
        .text("shipped"), .text(facilityName(from)), .text(network.regions[Int(region)].id),
        .text(network.speeds[Int(speed)].id), .number(use.probability), .number(use.amount),
      ]
    case .leftOver:
      [
        .text("left_over"), .missing, .missing, .missing, .number(use.probability),
        .number(use.amount),
      ]
    }
  }

  private func word(_ charge: MarginalExplanation.Charge.Kind) -> (String, Int32?) {
    switch charge {
    case .purchase: ("purchase", nil)
    case .transfer: ("transfer", nil)
    case .inbound(let facility): ("inbound", facility)
    case .outbound(let facility): ("outbound", facility)
    case .holding: ("holding", nil)
    case .storage: ("storage", nil)
    case .worthThere(let facility): ("worth_there", facility)
    case .keepingThere(let facility): ("keeping_there", facility)
    }
  }

  private func object(_ found: FacilityExplanation) -> [(key: String, value: Cell)] {
    let charges = [
      ("storage", found.storage), ("inbound", found.inbound), ("outbound", found.outbound),
    ]
    return [
      ("facility_id", .text(facilityName(found.facility))),
      (
        "charges",
        rows(
          ["resource", "used", "capacity", "price", "price_low", "price_high", "per_day"],
          charges.map { name, charge in
            [
              .text(name), .number(charge.used), .number(charge.capacity), .number(charge.price),
              .number(charge.priceRange.lowerBound), .number(charge.priceRange.upperBound),
              .number(charge.total),
            ]
          })
      ),
      (
        "payers",
        rows(
          ["item_id", "storage", "inbound", "outbound", "total"],
          found.payers.map {
            [
              .text(itemName($0.item)), .number($0.storage), .number($0.inbound),
              .number($0.outbound), .number($0.total),
            ]
          })
      ),
      (
        "leaving",
        rows(
          ["item_id", "position", "litres", "last_unit_worth", "saving", "margin"],
          found.leaving.map {
            [
              .text(itemName($0.item)), .number($0.position), .number($0.litres),
              .number($0.lastUnitWorth), $0.saving.map(Cell.number) ?? .missing,
              $0.margin.map(Cell.number) ?? .missing,
            ]
          })
      ),
      (
        "deliveries",
        rows(
          ["region", "speed", "units_per_day"],
          found.deliveries.map {
            [
              .text(network.regions[Int($0.region)].id), .text(network.speeds[Int($0.speed)].id),
              .number($0.unitsPerDay),
            ]
          })
      ),
    ]
  }
}
