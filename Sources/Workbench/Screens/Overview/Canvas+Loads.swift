import InventoryPlanning
import RetailData
import TerminalUI

/// How full one building is; 1 for full, NaN where it is not known.
private struct BuildingLoad {
  let name: String
  let storage: Double
  var inbound = Double.nan
  var outbound = Double.nan

  var fullest: Double {
    [storage, inbound, outbound].filter { !$0.isNaN }.max() ?? -1
  }
}

extension Canvas {
  /// Storage, inbound and outbound of every building under the plan, the fullest first; before
  /// there is one, what stands in them today.
  mutating func drawLoads(_ overview: OverviewQuestion.Overview, _ model: Model) {
    guard !overview.loads.isEmpty else {
      write("Storage", column: 1, row: 0, Style(.heading))
      write("no facilities.csv: buildings are not known", column: 10, row: 0, .dim)
      return
    }
    let shown = model.planning.figures
    let loads = shown.map { Self.planned($0.value) } ?? Self.today(overview)
    let style: Style = shown?.isCurrent == false ? Style(.stale) : .normal
    let sorted = loads.enumerated().sorted {
      ($1.element.fullest, $0.offset) < ($0.element.fullest, $1.offset)
    }.map(\.element)
    write(shown == nil ? "On hand today" : "Under the plan", column: 1, row: 0, Style(.heading))
    let ends = shown == nil ? [columns - 1] : [columns - 19, columns - 10, columns - 1]
    for (end, title) in zip(ends, ["storage", "inbound", "outbound"]) {
      writeRight(title, end: end, row: 0, .dim)
    }
    let room = rows - (sorted.count > rows - 1 ? 2 : 1)
    for (index, load) in sorted.prefix(max(0, room)).enumerated() {
      draw(load, ends, row: 1 + index, style)
    }
    if sorted.count > room, room > 0 {
      write("and \(sorted.count - room) more", column: 1, row: rows - 1, .dim)
    }
  }

  private mutating func draw(_ load: BuildingLoad, _ ends: [Int], row: Int, _ style: Style) {
    let nameWidth = min(18, columns / 3)
    write(load.name, column: 1, row: row, width: nameWidth, style)
    let start = nameWidth + 2
    let width = (ends.first ?? columns) - 8 - start
    if load.storage.isFinite, width >= 4 {
      write(
        bar(fraction: load.storage, width: width, glyphs: glyphs), column: start, row: row,
        style.role == .stale ? style : Style(.graph))
    }
    for (end, share) in zip(ends, [load.storage, load.inbound, load.outbound]) {
      let percent = NumberText.percent(share)
      let isOver = share > 1.0049
      writeRight(
        (isOver ? String(glyphs.warning) : "") + percent, end: end, row: row,
        isOver && style.role != .stale ? Style(.wrong) : style)
    }
  }

  private static func planned(_ figures: PlanFigures) -> [BuildingLoad] {
    zip(figures.input.network.facilities, figures.plan.loads).map { place, load in
      BuildingLoad(
        name: place.title, storage: NetworkTable.share(load.storage.used, of: place.storage),
        inbound: NetworkTable.share(load.inbound.used, of: place.inboundPerDay),
        outbound: NetworkTable.share(load.outbound.used, of: place.outboundPerDay))
    }
  }

  private static func today(_ overview: OverviewQuestion.Overview) -> [BuildingLoad] {
    overview.loads.map {
      BuildingLoad(name: $0.name, storage: NetworkTable.share($0.used, of: $0.capacity))
    }
  }
}
