import InventoryPlanning
import RetailData

/// The items of a facility as a table: what stands there, what the plan does, what the last unit is
/// worth and what it is charged with.
struct FacilityItems {
  private let dataset: Dataset
  private let items: [Int]
  private let speeds: [Speed]
  private let onHand: [Double]
  private let inbound: [Double]
  private let plan: PlanColumns

  init(
    _ facility: Int, _ dataset: Dataset, _ figures: PlanFigures?, _ key: PlanKey,
    _ worth: [MarginalExplanation]?
  ) {
    self.dataset = dataset
    let kind = dataset.network.facilities[facility].kind
    let items = (0..<dataset.items.count).filter { item in
      kind.mayHold(Handling(rawValue: dataset.items.handling[item]) ?? .sortable)
    }
    self.items = items
    speeds = dataset.network.speeds
    var onHand = [Double](repeating: 0, count: dataset.items.count)
    var inbound = onHand
    for stock in dataset.network.inventory where Int(stock.facility) == facility {
      onHand[Int(stock.item)] += stock.onHand
      inbound[Int(stock.item)] += stock.inbound
    }
    self.onHand = items.map { onHand[$0] }
    self.inbound = items.map { inbound[$0] }
    let positions = figures.map { figures in
      var found = [Plan.Position?](repeating: nil, count: dataset.items.count)
      for row in figures.rows(ofFacility: facility) {
        let position = figures.plan.positions[Int(row)]
        found[Int(position.item)] = position
      }
      return items.map { found[$0] }
    }
    let explained = worth.map { worth in
      var found = [MarginalExplanation?](repeating: nil, count: dataset.items.count)
      for explanation in worth { found[Int(explanation.item)] = explanation }
      return items.map { found[$0] }
    }
    plan = PlanColumns(
      key: key, rowCount: items.count, positions: positions, worth: explained,
      overfull: figures?.overfull ?? [], isPreliminary: figures?.isPreliminary ?? false)
  }

  /// Rows of the largest targets, or, without a plan, of the most on hand.
  func largest(_ count: Int) -> [Int32] {
    let sizes = plan.positions?.map { Double($0?.target ?? 0) } ?? onHand
    let order = Arranger.sorted(
      Array(0..<Int32(items.count)), by: .doubles(Column(sizes)), descending: true)
    return Array(order.prefix(count))
  }

  func source(_ basis: AnyQuestion) -> TableSource {
    var columns: [TableColumn] = [
      .ids(of: items, in: dataset, priority: 0),
      .titles(of: items, in: dataset, width: 10...36, priority: 5),
      TableColumn("on_hand", "On hand", .doubles(Column(onHand)), .count, priority: 2),
      TableColumn("inbound", "Inbound", .doubles(Column(inbound)), .count, priority: 7),
      plan.units("target", "Target", priority: 1, \.target),
      plan.units("buy", "Buy", priority: 6, \.buy),
      plan.units("transfer_in", "In", priority: 8, \.transferIn),
      plan.units("transfer_out", "Out", priority: 9, \.transferOut),
      plan.money("worth", "Worth", priority: 4) { $0.worth },
    ]
    for (number, speed) in speeds.enumerated() {
      let id = "worth_\(speed.id)"
      columns.append(
        plan.money(id, speed.title, priority: 11 + number) { explanation in
          explanation.worth(ofSpeed: Int32(number))
        })
    }
    columns += [
      // Worth less net: the first to go.
      plan.charge("charged", "Charged", priority: 10) { $0.cost },
      plan.charge("net", "Net", priority: 3) { $0.net },
    ]
    return TableSource(
      key: TableKey(name: "facility items", basis: basis), rowCount: items.count,
      columns: columns, subjects: Column(items.map { Int32($0) }), noun: "item")
  }
}
