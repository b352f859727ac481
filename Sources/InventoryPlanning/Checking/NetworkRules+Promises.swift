import RetailData

extension NetworkRules {
  /// A faster delivery keeps a slower promise too.
  var speeds: [NetworkFinding] {
    let fastest = network.deliveries.filter { !$0.isClosed(in: network) }.map(\.speed).min()
    guard let fastest else { return [] }
    return (0..<Int(fastest)).map { row in
      .warning(
        .speedUnkept, "speeds.csv", row: row,
        found: "\(network.speeds[row].id.quoted), which no row of deliveries.csv keeps",
        expected: "a facility that delivers so fast",
        advice: "add one; until then customers are promised "
          + network.speeds[Int(fastest)].id.quoted)
    }
  }

  var regions: [NetworkFinding] {
    var customers = [Int](repeating: 0, count: network.regions.count)
    for region in dataset.customers.regions where region >= 0 { customers[Int(region)] += 1 }
    // Where the data does not say who lives where, they may live anywhere.
    let isUnknown = customers.allSatisfy { $0 == 0 }
    let findings = network.regions.indices.filter { isUnknown || customers[$0] > 0 }.compactMap {
      finding(ofRegion: $0, people: isUnknown ? "customers" : counted(customers[$0], "customer"))
    }
    let lost = findings.count { $0.cause == .regionUnserved && $0.severity == .error }
    // If nobody at all is served nothing can be planned; else the rest can.
    let places = customers.count { isUnknown || $0 > 0 }
    return lost == places ? findings : findings.map(\.asWarning)
  }

  /// An error where nothing at all gets to the region.
  private func finding(ofRegion region: Int, people: String) -> NetworkFinding? {
    let name = network.regions[region].id.quoted
    let rows = network.deliveries.filter { Int($0.region) == region && !$0.isClosed(in: network) }
    let unserved = reach.handlings.filter { handling in
      // Items that nobody can deliver anywhere are named for themselves.
      let handling = Int(handling.rawValue)
      return reach.canLeave[handling].contains(true)
        && !rows.contains { reach.mayStand[handling][Int($0.facility)] }
    }
    if !unserved.isEmpty {
      let isAll = unserved.count == reach.handlings.count || rows.isEmpty
      let what = isAll ? "" : unserved.map { " \($0.name) items" }.joined(separator: " and")
      return NetworkFinding(
        cause: .regionUnserved, severity: isAll ? .error : .warning, file: "regions.csv",
        row: region, found: "\(people) in \(name), to which no facility delivers\(what)",
        expected: "a row of deliveries.csv", advice: "add one; until then their orders are lost")
    }
    let isOpen = rows.contains { $0.cutoffHour.isNaN || Int($0.speed) == network.speeds.count - 1 }
    let latest = rows.map(\.cutoffHour).max() ?? 24
    if isOpen || latest >= 24 { return nil }
    return .warning(
      .lateOrders, "regions.csv", row: region,
      found: "\(name), which is not served after hour \(PlainNumber.text(latest))",
      expected: "a row of the slowest speed, \(network.speeds.last?.id.quoted ?? "")",
      advice: "add one to deliveries.csv; until then later orders are lost")
  }

  var deliveries: [NetworkFinding] {
    network.deliveries.enumerated().compactMap { row, delivery in
      let slowest = network.speeds.count - 1
      if delivery.isClosed(in: network) {
        return .warning(
          .cutoffAtZero, "deliveries.csv", row: row, found: "a cut-off at hour 0",
          expected: "a later hour, or nothing for no cut-off",
          advice: "correct it; no order comes before it")
      }
      if Int(delivery.speed) == slowest, delivery.cutoffHour < 24 {
        return .warning(
          .cutoffIgnored, "deliveries.csv", row: row,
          found: "a cut-off for \(network.speeds[slowest].id.quoted), the slowest speed",
          expected: "nothing, as no slower promise is left",
          advice: "remove it; orders are taken all day")
      }
      return nil
    }
  }
}

extension NetworkFinding {
  fileprivate var asWarning: NetworkFinding {
    NetworkFinding(
      cause: cause, severity: .warning, file: file, row: row, found: found, expected: expected,
      advice: advice)
  }
}
