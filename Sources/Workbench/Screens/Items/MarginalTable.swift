import InventoryPlanning
import RetailData

/// The sum behind a marginal unit as a table: what it is good for, what it costs, other ways to
/// bring it, and the same unit elsewhere.
struct MarginalTable {
  private struct Line {
    var heading: String?
    var what = ""
    /// Share of the scenarios; NaN where it means nothing.
    var chance = Double.nan
    /// Money per unit.
    var amount = Double.nan
  }

  private var lines: [Line] = []
  private let network: Network

  /// - Parameters:
  ///   - elsewhere: The same item at other facilities.
  ///   - overfull: Facilities without a price of room that means anything: what depends on it is
  ///     unknown there.
  init(
    _ found: MarginalExplanation, elsewhere: [MarginalExplanation], _ network: Network,
    overfull: Set<Int32>
  ) {
    self.network = network
    let hasRoom = !overfull.contains(found.facility)
    head("one more unit is worth", found.worth)
    for use in found.uses {
      lines.append(
        Line(what: text(use.kind, at: found.facility), chance: use.probability, amount: use.amount))
    }
    if found.unexplained != 0 {
      lines.append(Line(what: "not explained by the prices", amount: found.unexplained))
    }
    let charges = found.charges.filter { hasRoom || $0.kind != .storage }
    head("and it costs", charges.reduce(0) { $0 + $1.amount }, hasRoom ? "" : " beside its room")
    for charge in charges {
      lines.append(Line(what: text(charge.kind), amount: charge.amount))
    }
    if hasRoom {
      head("so it gains", found.net, ", " + text(found.source))
    } else {
      lines.append(Line(heading: "what it gains depends on its room, " + text(found.source)))
    }
    for other in found.otherSources {
      lines.append(Line(what: text(other.source), amount: hasRoom ? other.net : .nan))
    }
    let others = elsewhere.filter { $0.facility != found.facility }
    if !others.isEmpty {
      lines.append(Line(heading: "why not elsewhere, and what it gains"))
    }
    for other in others {
      if overfull.contains(other.facility) {
        lines.append(Line(what: name(other.facility) + ": overfull"))
        continue
      }
      let why = other.largestCharge.map { ": \(brief($0.kind))" } ?? ""
      lines.append(Line(what: name(other.facility) + why, amount: other.net))
    }
  }

  private mutating func head(_ text: String, _ amount: Double, _ more: String = "") {
    lines.append(Line(heading: "\(text) \(NumberText.decimal(amount, places: 2))\(more)"))
  }

  func source(_ basis: AnyQuestion, row: Int) -> TableSource {
    var headings: [Int: String] = [:]
    for (number, line) in lines.enumerated() { headings[number] = line.heading }
    return TableSource(
      key: TableKey(name: "marginal unit", version: row, basis: basis), rowCount: lines.count,
      columns: [
        TableColumn(
          "part", "Part", .strings(StringColumn(lines.map(\.what))), .text, width: 20...90,
          priority: 0),
        TableColumn(
          "chance", "Chance %", .doubles(Column(lines.map { $0.chance * 100 })), .count,
          priority: 2),
        TableColumn(
          "money_per_unit", "Money", .doubles(Column(lines.map(\.amount))), .decimal(2),
          priority: 1),
      ], headings: headings, noun: "part")
  }
}

extension MarginalTable {
  private func name(_ facility: Int32) -> String { network.facilities[Int(facility)].title }

  private func text(_ kind: MarginalExplanation.Use.Kind, at here: Int32) -> String {
    switch kind {
    case .shipped(let from, let region, let speed):
      let way = "\(network.speeds[Int(speed)].title) to \(network.regions[Int(region)].title)"
      return from == here ? way : "\(way), from \(name(from))"
    case .leftOver: return "left over"
    }
  }

  private func text(_ kind: MarginalExplanation.Charge.Kind) -> String {
    switch kind {
    case .purchase: "dearer than the cheapest vendor"
    case .transfer: "the transfer"
    case .inbound(let facility): "inbound capacity of \(name(facility))"
    case .outbound(let facility): "outbound capacity of \(name(facility))"
    case .holding: "holding for a cycle"
    case .storage: "the price of its room for a cycle"
    case .worthThere(let facility): "its worth at \(name(facility))"
    case .keepingThere(let facility): "keeping it at \(name(facility))"
    }
  }

  /// The same after the name of a place, in a column that may be narrow.
  private func brief(_ kind: MarginalExplanation.Charge.Kind) -> String {
    switch kind {
    case .purchase: "its vendor"
    case .transfer: "transfer"
    case .inbound(let facility): "inbound at \(name(facility))"
    case .outbound(let facility): "outbound at \(name(facility))"
    case .holding: "holding"
    case .storage: "its room"
    case .worthThere(let facility): "worth at \(name(facility))"
    case .keepingThere(let facility): "kept at \(name(facility))"
    }
  }

  private func text(_ source: MarginalExplanation.Source?) -> String {
    switch source {
    case nil: return "though nothing can bring it"
    case .vendor(let supply): return "bought from \(vendor(supply))"
    case .crossDock(let supply, let onward):
      let docks = onward.rows.map { name(network.transfers[Int($0)].from) }
      return "bought from \(vendor(supply)) by way of \(docks.joined(separator: " and "))"
    case .onHand(let transfer):
      return "moved from \(name(network.transfers[Int(transfer)].from))"
    }
  }

  private func vendor(_ supply: Int32) -> String {
    let vendor = network.vendors[Int(network.supply[Int(supply)].vendor)]
    return vendor.name.isEmpty ? vendor.id : vendor.name
  }
}
