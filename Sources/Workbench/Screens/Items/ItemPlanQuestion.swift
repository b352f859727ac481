import InventoryPlanning
import RetailData

/// Where an item stands, is to stand, and is worth most: the planning half of its page.
struct ItemPlanQuestion: Question {
  let item: Int
  let plan: PlanKey

  var family: QuestionFamily { QuestionFamily(name: "item plan", subject: item) }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { plan.isAnswerable(in: workspace) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> ItemPlanFigures {
    ItemPlanFigures(
      item, workspace.dataset, try plan.figures(in: workspace), plan, AnyQuestion(self))
  }
}

struct ItemPlanFigures: Sendable {
  /// The facilities where the item may stand, as the tree of the network.
  let tree: TableSource
  /// The same rows with names that are not indented, for any other order.
  let flat: TableSource
  /// The facility of every row.
  let facilities: [Int]
  /// What one more unit is worth there, by row; empty without a plan that can be explained.
  let worth: [MarginalExplanation?]
  /// What to buy and what to move now, a sentence each; nil without a plan.
  let advice: [String]?

  init(
    _ item: Int, _ dataset: Dataset, _ figures: PlanFigures?, _ key: PlanKey, _ basis: AnyQuestion
  ) {
    let network = figures?.input.network ?? dataset.network
    let handling = Handling(rawValue: dataset.items.handling[item]) ?? .sortable
    let rows = EchelonTree(network).rows.filter {
      network.facilities[Int($0.facility)].kind.mayHold(handling)
    }
    facilities = rows.map { Int($0.facility) }
    let explained = figures?.explainable?.explain(item: item)
    worth =
      explained.map { explained in
        rows.map { row in explained.first { $0.facility == row.facility } }
      } ?? []
    advice = figures.map { PlanAdvice(item, $0).sentences }
    let table = ItemStockTable(
      rows: rows, network: network,
      stock: dataset.network.inventory.filter { Int($0.item) == item },
      plan: PlanColumns(
        key: key, rowCount: rows.count,
        positions: figures.map { figures in
          rows.map { figures.position(ofItem: item, at: Int($0.facility)) }
        }, worth: explained == nil ? nil : worth,
        overfull: figures?.overfull ?? [], isPreliminary: figures?.isPreliminary ?? false))
    tree = table.source("item stock", basis, isTree: true)
    flat = table.source("item stock flat", basis, isTree: false)
  }
}

extension Model {
  func itemPlan(_ item: Int) -> Shown<ItemPlanFigures>? {
    planned(ItemPlanQuestion(item: item, plan: planKey))
  }
}
