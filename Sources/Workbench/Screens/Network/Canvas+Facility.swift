import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// A facility's three capacities with bars and prices; below, what one more litre would save, and
  /// who would leave first.
  mutating func drawCapacities(_ facility: Int, _ model: Model, from first: Int = 0) {
    guard let workspace = model.workspace else { return }
    guard let shown = model.facilityFigures(facility) else {
      write("counting…", column: 1, row: first, Style(.stale))
      return
    }
    let figures = shown.value
    let place = figures.place
    let style: Style = shown.isCurrent ? .normal : Style(.stale)
    if let load = figures.load {
      let parts = [
        Capacity(
          "storage",
          figures.storageBasis == .shelf ? "l by shelf" : "l by position",
          "a litre and day", load.storage, figures.explanation?.storage, of: place.storage,
          isOverfull: figures.isOverfull),
        Capacity(
          "inbound", "units a day", "a unit", load.inbound, figures.explanation?.inbound,
          of: place.inboundPerDay),
        Capacity(
          "outbound", "units a day", "a unit", load.outbound, figures.explanation?.outbound,
          of: place.outboundPerDay),
      ]
      for (row, part) in parts.enumerated() { draw(part, row: first + row, style) }
    } else {
      let today = Capacity(
        name: "storage", unit: "l on hand", used: figures.standing, capacity: place.storage)
      draw(today, row: first, style)
      write(model.noPlanText, column: 1, row: first + 1, width: columns - 2, Style(.stale))
    }
    drawSaving(figures, workspace.dataset, row: first + 3, style)
    if rows > first + 4 {
      drawFeeders(facility, workspace.dataset.network, row: first + 4)
    }
  }

  /// One of a facility's capacities, and how full it is.
  private struct Capacity {
    let name: String
    let unit: String
    let used: Double
    let capacity: Double
    /// What one more of it saves, money a day, and per what; nil without a plan.
    var price: (amount: Double, per: String)?
    /// How far that is certain.
    var range: ClosedRange<Double>?
    /// What stands there today where that is more than fits: the plan counts with it, and the
    /// price is not that of the building's own limit.
    var overfull: Double?

    init(name: String, unit: String, used: Double, capacity: Double) {
      (self.name, self.unit, self.used, self.capacity) = (name, unit, used, capacity)
    }

    init(
      _ name: String, _ unit: String, _ per: String, _ load: Plan.ResourceLoad,
      _ charge: FacilityExplanation.Charge?, of capacity: Double, isOverfull: Bool = false
    ) {
      self.init(name: name, unit: unit, used: load.used, capacity: capacity)
      if isOverfull {
        overfull = load.capacity
      } else {
        price = (load.price, per)
        range = charge?.priceRange
      }
    }

    /// The first word of the unit: `l`, `units`.
    var measure: String { String(unit.prefix { $0 != " " }) }

    /// `one more saves 0.0123 (0.0119–0.0130) a litre and day`, or shorter.
    func saving(isShort: Bool) -> String? {
      if let overfull {
        let litres = NumberText.short(overfull, places: 0)
        return isShort
          ? "more saves from \(litres) on"
          : "so much stands there today: more room saves from \(litres) on"
      }
      guard let (amount, per) = price else { return nil }
      let top = max(amount, range?.upperBound ?? 0)
      let places = NumberText.places(telling: top)
      func money(_ value: Double) -> String { NumberText.decimal(value, places: places) }
      var certain = ""
      if let range, money(range.lowerBound) != money(range.upperBound) {
        certain = " (\(money(range.lowerBound))–\(money(range.upperBound)))"
      }
      if amount <= 0, certain.isEmpty { return (isShort ? "+1" : "one more") + " saves nothing" }
      if isShort { return "+1 saves \(money(amount))\(certain)" }
      return "one more saves \(money(amount))\(certain) \(per)"
    }
  }

  private mutating func draw(_ load: Capacity, row: Int, _ style: Style) {
    write(load.name, column: 1, row: row, .dim)
    let share = NetworkTable.share(load.used, of: load.capacity)
    let width = min(20, columns / 6)
    if share.isFinite {
      write(
        bar(fraction: share, width: width, glyphs: glyphs), column: 10, row: row,
        style.role == .stale ? style : Style(.graph))
    }
    let end = 10 + width + 7
    let isOver = share > 1.0049
    let percent = NumberText.percent(share)
    writeRight(
      (isOver ? "!" : "") + percent, end: end, row: row,
      isOver && style.role != .stale ? Style(.wrong) : style)
    let places = load.used < 100 ? 1 : 0
    let capacity =
      load.capacity.isInfinite ? "no limit" : NumberText.short(load.capacity, places: places)
    let use = "\(NumberText.short(load.used, places: places)) of \(capacity)"
    var text = "\(use) \(load.unit)"
    if let long = load.saving(isShort: false), let short = load.saving(isShort: true) {
      text += " · \(long)"
      let room = columns - end - 2
      let texts = ["\(use) \(load.unit) · \(short)", "\(use) \(load.measure) · \(short)"]
      if TextWidth.width(of: text) > room {
        text = texts.first { TextWidth.width(of: $0) <= room } ?? "\(use) · \(short)"
      }
    }
    write(text, column: end + 2, row: row, style)
  }

  /// Who would leave first, as far as anything would.
  private mutating func drawSaving(
    _ figures: FacilityFigures, _ dataset: Dataset, row: Int, _ style: Style
  ) {
    guard let explanation = figures.explanation else { return }
    let leaving = explanation.leaving.lazy.filter { $0.margin != nil }.prefix(3)
    write("leaves first", column: 1, row: row, .dim)
    if leaving.isEmpty {
      write("nothing that stands there can leave", column: 15, row: row, style)
      return
    }
    var text = leaving.map { dataset.items.ids[Int($0.item)] }.joined(separator: ", ")
    // Where more stands than fits, a litre has no price that it could rise from.
    if !figures.isOverfull {
      let price = max(0, leaving.first?.margin ?? 0)
      let money = NumberText.decimal(price, places: NumberText.places(telling: price))
      text += price > 0 ? " · once a litre costs \(money) more a day" : " · at the price of now"
    }
    write(text, column: 15, row: row, style)
  }

  /// Who sends to it, and to whom it sends.
  private mutating func drawFeeders(_ facility: Int, _ network: Network, row: Int) {
    func names(_ numbers: [Int32]) -> String {
      var seen: Set<Int32> = []
      return numbers.filter { seen.insert($0).inserted }
        .map { network.facilities[Int($0)].title }.joined(separator: ", ")
    }
    let above = names(network.transfers.filter { Int($0.to) == facility }.map(\.from))
    let below = names(network.transfers.filter { Int($0.from) == facility }.map(\.to))
    var parts: [String] = []
    if !above.isEmpty { parts.append("from \(above)") }
    if !below.isEmpty { parts.append("to \(below)") }
    write("transfers", column: 1, row: row, .dim)
    write(
      parts.isEmpty ? "none" : parts.joined(separator: "; "), column: 15, row: row,
      width: columns - 16)
  }

  /// The selected facility below the network: capacities, and the items that matter most there.
  mutating func drawFacilityPreview(_ facility: Int, _ model: Model) {
    guard let place = model.workspace?.dataset.network.facilities[facility] else { return }
    write(String(repeating: glyphs.horizontal, count: columns), row: 0, .dim)
    write(" \(place.title) ", column: 2, row: 0, Style(.heading, bold: true))
    drawCapacities(facility, model, from: 1)
    guard let shown = model.facilityFigures(facility) else { return }
    drawBusiest(shown, from: 7)
  }

  /// The items of the largest targets, or, without a plan, of the most on hand.
  private mutating func drawBusiest(_ shown: Shown<FacilityFigures>, from first: Int) {
    let room = rows - first - 1
    guard room > 0 else { return }
    let scene = TableScene(
      source: shown.value.items, state: TableState(selection: -1),
      rows: Array(shown.value.largest.prefix(room)), isCurrent: shown.isCurrent, isFocused: false,
      emptyText: "")
    inside(area.splitRows(top: first).rest) { $0.draw(scene) }
  }
}
