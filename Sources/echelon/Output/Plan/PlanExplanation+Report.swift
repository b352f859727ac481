import InventoryPlanning
import RetailData

extension PlanExplanation {
  private static let listLength = 10

  /// As a person reads it.
  var sections: [ReportSection] {
    switch subject {
    case .item(let item, let found):
      [ranking(found, title: "One more unit of \(titled(Int32(item))), by facility:")]
    case .position(let found, let others):
      [sum(found)]
        + [otherWays(found)].compactMap { $0 }
        + (others.isEmpty ? [] : [ranking(others, title: "And elsewhere:")])
    case .facility(let found): facilitySections(found)
    }
  }

  private func titled(_ item: Int32) -> String {
    "\(itemName(item)) \(items.titles[Int(item)])"
  }

  private func money(_ value: Double) -> String { FixedPoint.text(value, decimals: 2) }

  private func ranking(_ found: [MarginalExplanation], title: String) -> ReportSection {
    ReportSection(
      title: title,
      columns: [
        ResultColumn("facility", .text), ResultColumn("position", .number(decimals: 1)),
        ResultColumn("worth", .number(decimals: 2)), ResultColumn("cost", .number(decimals: 2)),
        ResultColumn("net", .number(decimals: 2)), ResultColumn("goes to", .shrinkingText),
        ResultColumn("largest charge", .shrinkingText), ResultColumn("way", .shrinkingText),
      ],
      rows: found.map { row in
        [
          .text(facilityName(row.facility)), .number(row.position), .number(row.worth),
          caution(row.facility).isEmpty ? .number(row.cost) : .missing,
          caution(row.facility).isEmpty ? .number(row.net) : .missing,
          .text(row.uses.first.map { text($0.kind, at: row.facility) } ?? ""),
          .text(row.largestCharge.map { text($0.kind) } ?? ""), .text(text(row.source)),
        ]
      })
  }

  /// Worth and cost as the sums they are.
  private func sum(_ found: MarginalExplanation) -> ReportSection {
    var rows: [[Cell]] = found.uses.map {
      [
        .text(text($0.kind, at: found.facility)), .number(100 * $0.probability), .number($0.amount),
      ]
    }
    rows.append([.text("not explained by prices"), .missing, .number(found.unexplained)])
    rows.append([.text("= worth"), .missing, .number(found.worth)])
    rows += found.charges.map { [.text(text($0.kind)), .missing, .number(-$0.amount)] }
    rows.append([.text("= net of one more unit"), .missing, .number(found.net)])
    return ReportSection(
      title: "One more unit of \(titled(found.item)) at \(facilityName(found.facility)), where the "
        + "plan has \(FixedPoint.text(found.position, decimals: 1)); \(text(found.source))"
        + caution(found.facility) + ":",
      columns: [
        ResultColumn("part", .shrinkingText),
        ResultColumn("% of scenarios", .number(decimals: 0)),
        ResultColumn("money a unit", .number(decimals: 2)),
      ], rows: rows)
  }

  private func otherWays(_ found: MarginalExplanation) -> ReportSection? {
    found.otherSources.isEmpty
      ? nil
      : ReportSection(
        title: "By another way:",
        columns: [ResultColumn("way", .shrinkingText), ResultColumn("net", .number(decimals: 2))],
        rows: found.otherSources.map { [.text(text($0.source)), .number($0.net)] })
  }

  private func facilitySections(_ found: FacilityExplanation) -> [ReportSection] {
    let name = facilityName(found.facility)
    func row(_ name: String, _ charge: FacilityExplanation.Charge) -> [Cell] {
      [
        .text(name), .number(charge.used), .number(charge.capacity), .number(charge.price),
        .number(charge.priceRange.lowerBound), .number(charge.priceRange.upperBound),
        .number(charge.total),
      ]
    }
    return [
      ReportSection(
        title: "What the capacities of \(name) charge\(caution(found.facility)):",
        columns: [
          ResultColumn("capacity", .text), ResultColumn("used", .number(decimals: 1)),
          ResultColumn("of", .number(decimals: 1)), ResultColumn("price", .number(decimals: 4)),
          ResultColumn("at least", .number(decimals: 4)),
          ResultColumn("at most", .number(decimals: 4)),
          ResultColumn("money a day", .number(decimals: 2)),
        ],
        rows: [
          row("storage", found.storage), row("inbound", found.inbound),
          row("outbound", found.outbound),
        ]),
      payers(found), leaving(found, name), served(found),
    ].compactMap { $0 }
  }

  private func payers(_ found: FacilityExplanation) -> ReportSection? {
    if found.payers.isEmpty { return nil }
    return ReportSection(
      title: "Who pays most of it, money a day:",
      columns: [ResultColumn("item", .text), ResultColumn("title", .shrinkingText)]
        + ["storage", "inbound", "outbound", "total"].map {
          ResultColumn($0, .number(decimals: 2))
        },
      rows: found.payers.prefix(Self.listLength).map {
        [
          .text(itemName($0.item)), .text(items.titles[Int($0.item)]), .number($0.storage),
          .number($0.inbound), .number($0.outbound), .number($0.total),
        ]
      })
  }

  private func leaving(_ found: FacilityExplanation, _ name: String) -> ReportSection? {
    if found.leaving.isEmpty { return nil }
    return ReportSection(
      title: "What would leave \(name) first, and how much dearer a litre must be for that:",
      columns: [
        ResultColumn("item", .text), ResultColumn("title", .shrinkingText),
        ResultColumn("units", .number(decimals: 1)), ResultColumn("litres", .number(decimals: 1)),
        ResultColumn("last unit", .number(decimals: 2)),
        ResultColumn("saves", .number(decimals: 2)),
        ResultColumn("a litre's day", .number(decimals: 4)),
      ],
      rows: found.leaving.prefix(Self.listLength).map {
        [
          .text(itemName($0.item)), .text(items.titles[Int($0.item)]), .number($0.position),
          .number($0.litres), .number($0.lastUnitWorth), $0.saving.map(Cell.number) ?? .missing,
          $0.margin.map(Cell.number) ?? .missing,
        ]
      })
  }

  private func served(_ found: FacilityExplanation) -> ReportSection? {
    if found.deliveries.isEmpty { return nil }
    return ReportSection(
      title: "Whom it serves:",
      columns: [
        ResultColumn("region", .text), ResultColumn("speed", .text),
        ResultColumn("units a day", .number(decimals: 1)),
      ],
      rows: found.deliveries.sorted { ($1.unitsPerDay, $0.row) < ($0.unitsPerDay, $1.row) }.map {
        [
          .text(network.regions[Int($0.region)].id), .text(network.speeds[Int($0.speed)].id),
          .number($0.unitsPerDay),
        ]
      })
  }
}
