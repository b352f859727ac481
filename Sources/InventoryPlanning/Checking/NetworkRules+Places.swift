import RetailData

extension NetworkRules {
  var facilities: [NetworkFinding] {
    network.facilities.enumerated().compactMap { row, facility in
      func warning(
        _ cause: NetworkFinding.Cause, _ found: String, _ expected: String, _ advice: String
      ) -> NetworkFinding {
        .warning(
          cause, "facilities.csv", row: row, found: facility.id.quoted + found,
          expected: expected, advice: advice)
      }
      let possible = reach.handlings.map { Int($0.rawValue) }.filter { reach.mayStand[$0][row] }
      if possible.isEmpty {
        return warning(
          .facilityUnused, ", a \(facility.kind.rawValue), where none of the items may stand",
          "a facility for items that the shop has", "correct its kind, or leave it: it stays empty")
      }
      if !possible.contains(where: { reach.canArrive[$0][row] }) {
        return warning(
          .facilityEmpty, ", where nothing can get", "a vendor, stock or a transfer to it",
          "add a row to supply.csv or transfers.csv; until then it stays empty")
      }
      if !possible.contains(where: { reach.canLeave[$0][row] }) {
        return warning(
          .facilityDeadEnd, ", from where nothing gets to a customer",
          "a delivery, or a transfer to where there is one",
          "add a row to deliveries.csv or transfers.csv; until then it is of no use")
      }
      return nil
    }
  }

  var capacities: [NetworkFinding] {
    let columns: [(String, KeyPath<Facility, Double>)] = [
      ("storage_l", \.storage), ("inbound_units_per_day", \.inboundPerDay),
      ("outbound_units_per_day", \.outboundPerDay),
    ]
    let none = columns.filter { _, column in
      network.facilities.allSatisfy { $0[keyPath: column] == 0 }
    }
    return none.map { name, _ in
      .warning(
        .noCapacity, "facilities.csv", row: nil, found: "\(name) 0 in every row",
        expected: "room in one facility at least", advice: "correct it, or nothing can be served")
    } + overfull
  }

  /// Stock on hand that is more than fits. What is on its way may need the room of what leaves.
  private var overfull: [NetworkFinding] {
    if input.settings.mode == .target { return [] }
    var litres = [Double](repeating: 0, count: network.facilities.count)
    for row in network.inventory
    where network.facilities[Int(row.facility)].kind
      .mayHold(input.items.handling[Int(row.item)])
    {
      litres[Int(row.facility)] += row.onHand * input.items.volume[Int(row.item)]
    }
    return network.facilities.enumerated().compactMap { row, facility in
      if litres[row] <= facility.storage { return nil }
      return .warning(
        .overfull, "facilities.csv", row: row,
        found: "\(PlainNumber.text(litres[row].rounded(.up))) litres in \(facility.id.quoted), "
          + "by inventory.csv",
        expected: "at most its storage_l, \(PlainNumber.text(facility.storage))",
        advice: "correct one of them; what is there is planned with")
    }
  }

  var transfers: [NetworkFinding] {
    network.transfers.enumerated().compactMap { row, transfer in
      let (from, to) = (
        network.facilities[Int(transfer.from)], network.facilities[Int(transfer.to)]
      )
      func holds(_ facility: Facility) -> [Handling] {
        reach.handlings.filter { facility.kind.mayHold($0) }
      }
      // Facilities that hold nothing at all are named for themselves.
      if holds(from).isEmpty || holds(to).isEmpty { return nil }
      if holds(from).contains(where: holds(to).contains) { return nil }
      return .warning(
        .transferUnused, "transfers.csv", row: row,
        found: "\(from.id.quoted) to \(to.id.quoted), where no item may stand in both",
        expected: "two facilities for the same kind of items",
        advice: "correct the row; it is not used")
    }
  }
}
