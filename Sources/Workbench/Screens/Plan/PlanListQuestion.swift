import InventoryPlanning
import RetailData

/// The lists of a plan as tables, the dearest rows first; with the columns of the files that
/// `echelon plan --output` writes.
struct PlanListQuestion: Question {
  let plan: PlanFigures.ID
  let list: PlanList

  var family: QuestionFamily { QuestionFamily(name: "plan \(list.rawValue)") }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.plan?.id == plan }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    guard let figures = workspace.plan else { throw Failure("the plan is gone") }
    switch list {
    case .purchases: return purchases(figures, workspace.dataset)
    case .transfers: return transfers(figures, workspace.dataset)
    }
  }

  private func purchases(_ figures: PlanFigures, _ dataset: Dataset) -> TableSource {
    let network = figures.input.network
    func unitCost(_ order: Plan.PurchaseOrder) -> Double {
      let cost = network.supply[Int(order.supply)].unitCost
      return cost.isNaN ? figures.input.items.unitCost[Int(order.item)] : cost
    }
    func cost(_ order: Plan.PurchaseOrder) -> Double { unitCost(order) * Double(order.units) }
    let orders = figures.plan.purchases.sorted { cost($0) > cost($1) }
    let supply = orders.map { network.supply[Int($0.supply)] }
    let onward = text(
      "onward_facility_id", "Onward to", width: 8...18, priority: 5,
      orders.map {
        $0.onward.last.map { network.facilities[Int(network.transfers[Int($0)].to)].shownName }
          ?? ""
      })
    return source(
      orders.map(\.item), dataset,
      [
        text(
          "vendor_id", "Vendor", width: 6...18, priority: 3,
          supply.map { network.vendors[Int($0.vendor)].id }),
        text(
          "facility_id", "Delivered to", width: 8...18, priority: 2,
          supply.map { network.facilities[Int($0.facility)].shownName }),
        onward,
        number("units", "Units", .decimal(0), 1, orders.map { Double($0.units) }),
        number("unit_cost", "Unit cost", .decimal(2), 7, orders.map(unitCost)),
        number("cost", "Cost", .decimal(2), 4, orders.map(cost)),
        number(
          "lead_time_days", "Days", .decimal(1), 8, supply.map(\.leadTimeMeanDays)),
      ])
  }

  private func transfers(_ figures: PlanFigures, _ dataset: Dataset) -> TableSource {
    let network = figures.input.network
    let moves = figures.plan.transfers.sorted { $0.units > $1.units }
    let lanes = moves.map { network.transfers[Int($0.transfer)] }
    let items = figures.input.items
    return source(
      moves.map(\.item), dataset,
      [
        text(
          "from_facility_id", "From", width: 8...18, priority: 2,
          lanes.map { network.facilities[Int($0.from)].shownName }),
        text(
          "to_facility_id", "To", width: 8...18, priority: 3,
          lanes.map { network.facilities[Int($0.to)].shownName }),
        number("units", "Units", .decimal(0), 1, moves.map { Double($0.units) }),
        number(
          "cost", "Cost", .decimal(2), 4,
          zip(moves, lanes).map { move, lane in
            Double(move.units)
              * (lane.costPerUnit + lane.costPerLitre * items.volume[Int(move.item)])
          }),
        number("lead_time_days", "Days", .decimal(1), 5, lanes.map(\.leadTimeDays)),
      ])
  }

  private func source(_ rows: [Int32], _ dataset: Dataset, _ columns: [TableColumn])
    -> TableSource
  {
    let items = dataset.items
    return TableSource(
      key: TableKey(name: "plan \(list.rawValue)", basis: AnyQuestion(self)), rowCount: rows.count,
      columns: [
        text("item_id", "Item", width: 6...12, priority: 0, rows.map { items.ids[Int($0)] }),
        text("title", "Title", width: 12...40, priority: 6, rows.map { items.titles[Int($0)] }),
      ] + columns, subjects: Column(rows), noun: "row")
  }

  private func text(
    _ id: String, _ title: String, width: ClosedRange<Int>, priority: Int, _ values: [String]
  ) -> TableColumn {
    TableColumn(
      id, title, .strings(StringColumn(values)), .text, width: width, priority: priority)
  }

  private func number(
    _ id: String, _ title: String, _ format: CellFormat, _ priority: Int, _ values: [Double]
  ) -> TableColumn {
    TableColumn(id, title, .doubles(Column(values)), format, priority: priority)
  }
}
