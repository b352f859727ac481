import InventoryPlanning
import RetailData

extension SimulationStudy.Result {
  /// Metrics under headings, a column a policy; means with half of their interval.
  func policyTable(version: Int) -> TableSource {
    let network = comparison.network
    var names: [String] = []
    var headings: [Int: String] = [:]
    var cells = [[String]](repeating: [], count: entries.count)
    for (title, metrics) in Self.groups(network) {
      headings[names.count] = title
      names.append(title)
      for policy in entries.indices { cells[policy].append("") }
      for metric in metrics {
        names.append(metric.title(in: network).trimmingSpaces)
        for policy in entries.indices { cells[policy].append(text(metric, policy)) }
      }
    }
    let columns = entries.enumerated().map { number, entry in
      TableColumn(
        entry.kind.rawValue, entry.kind.heading, .strings(StringColumn(cells[number])), .text,
        width: 15...17,
        // The last one and what it is held against stay longest, first of all who gives out orders
        // in the same way.
        priority: number == entries.count - 1 ? 1 : entry.kind == .localPriced ? 2 : 3 + number)
    }
    return TableSource(
      key: TableKey(name: "simulated policies", version: version), rowCount: names.count,
      columns: [
        TableColumn(
          "metric", "Per order, and means", .strings(StringColumn(names)), .text, width: 20...26,
          priority: 0)
      ] + columns, headings: headings, noun: "metric")
  }

  private func text(_ metric: SimulationMetric, _ policy: Int) -> String {
    let value = comparison.interval(metric, of: policy)
    if value.mean.isNaN { return NumberText.unknown }
    let mean = NumberText.decimal(value.mean, places: metric.decimals)
    if value.halfWidth.isInfinite { return mean }
    return mean + " ±" + NumberText.decimal(value.halfWidth, places: metric.decimals)
  }

  private static func groups(_ network: Network) -> [(String, [SimulationMetric])] {
    let speeds = network.speeds.indices
    return [
      (
        "Cost, money per order",
        [
          .costPerOrder, .missedTargetsPerOrder, .spentPerOrder, .procurementPerOrder,
          .transferPerOrder, .deliveryPerOrder, .holdingPerOrder, .lostSalesPerOrder,
          .latePerOrder, .shippingCostPerUnit,
        ]
      ),
      (
        "Service",
        [.fillRate, .onTimeShare, .lostShare] + speeds.map { .fillRateOf(speed: $0) }
          + speeds.map { .unitsPerDayOf(speed: $0) } + [.distance]
      ),
      ("Stock and flows", [.stock, .stockLitres, .inTransit, .orders, .transferred]),
      (
        "Capacities",
        [.capacitiesExceeded, .overflow, .overfullDays, .outboundWaiting, .inboundWaiting]
      ),
    ]
  }

  /// Cost per order of plan-made policies against the others, on the same days.
  func differenceTable(version: Int) -> TableSource {
    let pairs = comparisons
    func number(_ value: (Comparison) -> Double) -> ColumnValues {
      .doubles(Column(pairs.map(value)))
    }
    return TableSource(
      key: TableKey(name: "simulated differences", version: version), rowCount: pairs.count,
      columns: [
        TableColumn(
          "policy", "Policy", .strings(StringColumn(pairs.map(\.policy.heading))), .text,
          width: 14...18, priority: 0),
        TableColumn(
          "reference", "Against", .strings(StringColumn(pairs.map(\.reference.heading))), .text,
          width: 8...18, priority: 1),
        TableColumn("percent", "%", number { 100 * $0.share }, .decimal(1), priority: 2),
        TableColumn("difference", "Per order", number(\.difference.mean), .decimal(3), priority: 3),
        TableColumn("low", "From", number(\.difference.low), .decimal(3), priority: 4),
        TableColumn("high", "To", number(\.difference.high), .decimal(3), priority: 5),
      ], noun: "pair")
  }

  /// What can be replayed: facilities with the use of their capacities, then busy items with their
  /// levels.
  func subjectTable(policy: Int, items: [Int], dataset: Dataset, version: Int) -> TableSource {
    let loads = comparison.loads(of: policy)
    let facilities = dataset.network.facilities
    let gap = Double.nan
    var names = ["Facilities, days"]
    var (storage, inbound, outbound, level) = ([gap], [gap], [gap], [gap])
    for (facility, load) in zip(facilities, loads) {
      names.append(facility.title)
      storage.append(load.storage)
      inbound.append(load.inbound)
      outbound.append(load.outbound)
      level.append(gap)
    }
    let firstItem = names.count
    names.append("Items, days")
    for row in [storage, inbound, outbound].indices {
      let pad = [Double](repeating: gap, count: items.count + 1)
      if row == 0 { storage += pad } else if row == 1 { inbound += pad } else { outbound += pad }
    }
    level.append(gap)
    for item in items {
      names.append("\(dataset.items.ids[item]) \(dataset.items.titles[item])")
      level.append(Double(entries[policy].policy.total(of: item, facilities: facilities.count)))
    }
    return TableSource(
      key: TableKey(name: "simulated subjects \(policy)", version: version), rowCount: names.count,
      columns: [
        TableColumn(
          "name", "Replay", .strings(StringColumn(names)), .text, width: 16...40, priority: 0),
        TableColumn("storage", "Storage", .doubles(Column(storage)), .bar, priority: 2),
        TableColumn("inbound", "Inbound", .doubles(Column(inbound)), .bar, priority: 3),
        TableColumn("outbound", "Outbound", .doubles(Column(outbound)), .bar, priority: 1),
        TableColumn("level", "Level", .doubles(Column(level)), .figure, priority: 4),
      ], headings: [0: "Facilities", firstItem: "Items most asked for"], noun: "replay")
  }
}
