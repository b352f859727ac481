import RetailData

extension NetworkRules {
  /// Kinds of items that may stand nowhere, or nowhere from where they get to customers.
  var handlings: [NetworkFinding] {
    reach.handlings.compactMap { handling in
      let number = Int(handling.rawValue)
      guard !reach.canLeave[number].contains(true),
        let first = input.items.handling.firstIndex(of: handling)
      else { return nil }
      let isHomeless = !reach.mayStand[number].contains(true)
      return NetworkFinding(
        cause: .handlingHomeless,
        severity: reach.items[number] == input.items.count ? .error : .warning,
        file: "items.csv", row: first,
        found: "\(counted(reach.items[number], "\(handling.name) item")), and no facility that "
          + (isHomeless ? "may hold them" : "may hold them and leads to a customer"),
        expected: handling.homes + (isHomeless ? "" : " with a row in deliveries.csv"),
        advice: "add one; until then their orders are lost")
    }
  }

  /// Items that nobody sells and nobody has.
  var items: [NetworkFinding] {
    var arrives = [Bool](repeating: false, count: input.items.count)
    var leaves = arrives
    func mark(_ item: Int32, at facility: Int32) {
      let handling = Int(input.items.handling[Int(item)].rawValue)
      guard reach.mayStand[handling][Int(facility)] else { return }
      arrives[Int(item)] = true
      if reach.canLeave[handling][Int(facility)] { leaves[Int(item)] = true }
    }
    for row in network.supply { mark(row.item, at: row.facility) }
    for row in network.inventory where row.onHand + row.inbound > 0 {
      mark(row.item, at: row.facility)
    }
    return arrives.indices.compactMap { item in
      let handling = Int(input.items.handling[item].rawValue)
      // Kinds that get nowhere are named for themselves.
      if leaves[item] || !reach.canLeave[handling].contains(true) { return nil }
      let name = dataset.items.ids[item].quoted
      if arrives[item] {
        return .warning(
          .itemStranded, "items.csv", row: item,
          found: "\(name), which comes only to facilities from where nothing gets to a customer",
          expected: "a delivery or a transfer from there",
          advice: "add one, or a row of supply.csv for another facility; until then its orders are "
            + "lost")
      }
      return .warning(
        .itemWithoutSource, "items.csv", row: item,
        found: "\(name), which nobody sells and of which there is no stock",
        expected: "a row in supply.csv or inventory.csv, at a facility that may hold it",
        advice: "add one; until then its orders are lost")
    }
  }

  var supply: [NetworkFinding] {
    network.supply.enumerated().compactMap { row, supply in
      misplaced(item: supply.item, at: supply.facility).map { found in
        .warning(
          .supplyMisplaced, "supply.csv", row: row, found: found,
          expected: input.items.handling[Int(supply.item)].homes,
          advice: "correct the facility, or the item's handling; the row is not used")
      }
    }
  }

  var inventory: [NetworkFinding] {
    network.inventory.enumerated().compactMap { row, stock in
      if stock.onHand + stock.inbound == 0 { return nil }
      return misplaced(item: stock.item, at: stock.facility).map { found in
        .warning(
          .stockMisplaced, "inventory.csv", row: row, found: found,
          expected: input.items.handling[Int(stock.item)].homes,
          advice: "correct the facility, or the item's handling; this stock is not planned with")
      }
    }
  }

  private func misplaced(item: Int32, at facility: Int32) -> String? {
    let handling = input.items.handling[Int(item)]
    let place = network.facilities[Int(facility)]
    if place.kind.mayHold(handling) { return nil }
    return "\(dataset.items.ids[Int(item)].quoted), which is \(handling.name), at "
      + "\(place.id.quoted), a \(place.kind.rawValue)"
  }
}
