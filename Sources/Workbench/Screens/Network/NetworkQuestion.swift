import InventoryPlanning
import RetailData

/// The network as a tree, and how full its buildings are: under the plan, or, before there is one,
/// what stands in them today.
struct NetworkQuestion: Question {
  let plan: PlanKey

  var family: QuestionFamily { QuestionFamily(name: "network") }

  var supersedes: Bool { true }

  func isAnswerable(in workspace: Workspace) -> Bool { plan.isAnswerable(in: workspace) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> NetworkFigures {
    NetworkFigures(
      workspace.dataset, try plan.figures(in: workspace), key: plan, basis: AnyQuestion(self))
  }
}

struct NetworkFigures: Sendable {
  /// From the top down.
  let rows: [EchelonTree.Row]
  /// With the names indented, for the order of the tree.
  let tree: TableSource
  /// The same rows for any other order.
  let flat: TableSource
  /// Items that are short, and that are too many, by facility; empty without a plan.
  let short: [Int]
  let over: [Int]

  init(_ dataset: Dataset, _ figures: PlanFigures?, key: PlanKey, basis: AnyQuestion) {
    let network = figures?.input.network ?? dataset.network
    rows = EchelonTree(network).rows
    var short = [Int](repeating: 0, count: network.facilities.count)
    var over = short
    for position in figures?.plan.positions ?? [] {
      switch StockBalance(position) {
      case .short: short[Int(position.facility)] += 1
      case .over: over[Int(position.facility)] += 1
      case .balanced: break
      }
    }
    self.short = figures == nil ? [] : short
    self.over = figures == nil ? [] : over
    let table = NetworkTable(
      network: network, rows: rows, overfull: figures?.overfull ?? [],
      loads: figures?.plan.loads, key: key,
      standing: Self.standing(dataset),
      short: figures.map { _ in short }, over: figures.map { _ in over },
      full: figures.map { figures in
        network.facilities.indices.map { FullCapacity.all(of: $0, figures).count }
      })
    tree = table.source("network", basis, isTree: true)
    flat = table.source("network-flat", basis, isTree: false)
  }

  /// Litres on hand by facility; items of unknown volume count nothing.
  static func standing(_ dataset: Dataset) -> [Double] {
    var litres = [Double](repeating: 0, count: dataset.network.facilities.count)
    for stock in dataset.network.inventory where stock.onHand > 0 {
      let volume = Double(dataset.items.volumes[Int(stock.item)])
      if volume.isFinite { litres[Int(stock.facility)] += stock.onHand * volume }
    }
    return litres
  }
}
