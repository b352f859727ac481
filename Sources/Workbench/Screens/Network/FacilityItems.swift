import InventoryPlanning
import RetailData

/// The items of a facility as a table: what stands there, what the plan does, what the last unit is
/// worth and what it is charged with.
struct FacilityItems {
  private let dataset: Dataset
  private let key: PlanKey
  private let items: [Int]
  private let speeds: [Speed]
  private let onHand: [Double]
  private let inbound: [Double]
  /// By row, nil where nothing stands and nothing moves; nil without a plan.
  private let positions: [Plan.Position?]?
  /// By row; nil until a solve has ended.
  private let worth: [MarginalExplanation?]?

  init(
    _ facility: Int, _ dataset: Dataset, _ figures: PlanFigures?, _ key: PlanKey,
    _ worth: [MarginalExplanation]?
  ) {
    self.dataset = dataset
    self.key = key
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
    positions = figures.map { figures in
      var found = [Plan.Position?](repeating: nil, count: dataset.items.count)
      for row in figures.rows(ofFacility: facility) {
        let position = figures.plan.positions[Int(row)]
        found[Int(position.item)] = position
      }
      return items.map { found[$0] }
    }
    self.worth = worth.map { worth in
      var found = [MarginalExplanation?](repeating: nil, count: dataset.items.count)
      for explanation in worth { found[Int(explanation.item)] = explanation }
      return items.map { found[$0] }
    }
  }

  /// Rows of the largest targets, or, without a plan, of the most on hand.
  func largest(_ count: Int) -> [Int32] {
    let sizes = positions?.map { Double($0?.target ?? 0) } ?? onHand
    let order = Arranger.sorted(
      Array(0..<Int32(items.count)), by: .doubles(Column(sizes)), descending: true)
    return Array(order.prefix(count))
  }

  func source(_ basis: AnyQuestion) -> TableSource {
    var columns = [
      TableColumn(
        "item_id", "Item", .strings(StringColumn(items.map { dataset.items.ids[$0] })), .text,
        width: 8...12, priority: 0),
      TableColumn(
        "title", "Title", .strings(StringColumn(items.map { dataset.items.titles[$0] })), .text,
        width: 14...36, priority: 5),
      TableColumn("on_hand", "On hand", .doubles(Column(onHand)), .count, priority: 2),
      TableColumn("inbound", "Inbound", .doubles(Column(inbound)), .count, priority: 8),
      planned("target", "Target", priority: 1, \.target),
      planned("buy", "Buy", priority: 6, \.buy),
      planned("transfer_in", "In", priority: 9, \.transferIn),
      planned("transfer_out", "Out", priority: 10, \.transferOut),
      money("worth", "Worth", priority: 4) { $0.worth },
    ]
    for (number, speed) in speeds.enumerated() {
      let id = "worth_\(speed.id)"
      columns.append(
        money(id, speed.title, priority: 11 + number) { explanation in
          explanation.worth(ofSpeed: Int32(number))
        })
    }
    columns += [
      money("charged", "Charged", priority: 7) { $0.cost },
      money("net", "Net", priority: 3) { $0.net },
    ]
    return TableSource(
      key: TableKey(name: "facility items", basis: basis), rowCount: items.count,
      columns: columns, subjects: Column(items.map { Int32($0) }), noun: "item")
  }

  private func planned(
    _ id: String, _ title: String, priority: Int, _ part: KeyPath<Plan.Position, Float>
  ) -> TableColumn {
    let values = positions.map { $0.map { $0.map { Double($0[keyPath: part]) } ?? 0 } }
    return TableColumn(
      id, title, key.values(items.count, values), .count, width: values == nil ? 5...5 : nil,
      priority: priority)
  }

  /// Money per unit; unknown where the plan has nothing to say of the item.
  private func money(
    _ id: String, _ title: String, priority: Int, _ part: (MarginalExplanation) -> Double
  ) -> TableColumn {
    let values = worth.map { $0.map { $0.map(part) ?? .nan } }
    return TableColumn(
      id, title, key.values(items.count, values), .decimal(2),
      width: values == nil ? 6...6 : nil, priority: priority)
  }
}
