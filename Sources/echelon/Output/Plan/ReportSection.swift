import InventoryPlanning
import RetailData

/// A table of a plan's report, made for reading: chosen columns, shares in per cent, titles.
struct ReportSection {
  var title: String?
  let columns: [ResultColumn]
  let rows: [[Cell]]

  static func costs(of result: PlanResult) -> ReportSection {
    let total = result.plan.costs.total
    let components = result.plan.costs.components + [("total", total)]
    return ReportSection(
      columns: [
        ResultColumn("cost per day", .text), ResultColumn("money", .number(decimals: 2)),
        ResultColumn("%", .number(decimals: 1)),
      ],
      rows: components.map { name, cost in
        [
          .text(name.split(separator: "_").joined(separator: " ")), .number(cost),
          share(of: cost, in: total),
        ]
      })
  }

  static func service(of result: PlanResult) -> ReportSection {
    ReportSection(
      columns: [
        ResultColumn("speed", .text), ResultColumn("units a day", .number(decimals: 1)),
        ResultColumn("in time", .number(decimals: 1)), ResultColumn("%", .number(decimals: 1)),
        ResultColumn("target %", .number(decimals: 1)),
      ],
      rows: zip(result.network.speeds, result.plan.service).map { speed, service in
        [
          .text(speed.id), .number(service.demand), .number(service.served),
          .number(100 * service.fillRate), .number(100 * speed.serviceTarget),
        ]
      })
  }

  /// Targets that hold for the items of one category; nil where there are none.
  static func categoryTargets(of result: PlanResult) -> ReportSection? {
    let targets = result.plan.targets.filter { $0.category >= 0 }
    guard !targets.isEmpty else { return nil }
    return ReportSection(
      columns: [
        ResultColumn("category", .shrinkingText), ResultColumn("speed", .text),
        ResultColumn("units a day", .number(decimals: 1)), ResultColumn("%", .number(decimals: 1)),
        ResultColumn("target %", .number(decimals: 1)),
      ],
      rows: targets.map { target in
        [
          .text(result.items.categories.labels[Int(target.category)]), result.speedID(target.speed),
          .number(target.demand),
          share(of: target.served, in: target.demand), .number(100 * target.share),
        ]
      })
  }

  static func facilities(of result: PlanResult) -> ReportSection {
    ReportSection(
      title: "Capacity used, and what one more litre, or unit a day, would save:",
      columns: [
        ResultColumn("facility", .text), ResultColumn("name", .shrinkingText),
        ResultColumn("storage %", .number(decimals: 0)),
        ResultColumn("a litre", .number(decimals: 4)),
        ResultColumn("inbound %", .number(decimals: 0)),
        ResultColumn("a unit", .number(decimals: 2)),
        ResultColumn("outbound %", .number(decimals: 0)),
        ResultColumn("a unit", .number(decimals: 2)),
      ],
      rows: zip(result.network.facilities, result.plan.loads).map { facility, load in
        [.text(facility.id), .text(facility.name)]
          + [load.storage, load.inbound, load.outbound].flatMap { load in
            [share(of: load.used, in: load.capacity), .number(load.price)]
          }
      })
  }

  /// In per cent; missing where there is nothing to have a share of, or no end to it.
  private static func share(of part: Double, in whole: Double) -> Cell {
    whole > 0 && whole.isFinite ? .number(100 * part / whole) : .missing
  }
}
