/// Numbers of one item, reused from item to item.
struct RecourseScratch {
  /// By facility, epoch, padded scenario: stock, cumulative; what is to leave, then by how much
  /// that is cut; what comes by transfer, then what is left, cumulative.
  let stock: FlatBuffer<Double>
  let leaving: FlatBuffer<Double>
  let coming: FlatBuffer<Double>
  /// By local transfer, later epoch, padded scenario.
  let moved: FlatBuffer<Double>
  /// What an epoch of one facility begins with, by scenario.
  let arrived: FlatBuffer<Double>
  let gone: FlatBuffer<Double>
  /// Sums over scenarios: money for deliveries, by facility; shipped, by facility and speed.
  let delivery: FlatBuffer<Double>
  let shipped: FlatBuffer<Double>
  /// `cuts.ship`, by local facility and speed.
  let shipCut: FlatBuffer<Double>
  /// By arc of one destination: what shipping costs, what it costs with prices, and the arcs in
  /// the order of the latter.
  let cost: FlatBuffer<Double>
  let priced: FlatBuffer<Double>
  let rank: FlatBuffer<Int32>
  /// The shipments that are not 0, most are: where the stock is that they come from, their arc
  /// within the destination, and their units. Those of the item's pair p:
  /// `pairStart[p] ..< pairStart[p + 1]`.
  let cell: FlatBuffer<Int32>
  let arc: FlatBuffer<Int32>
  let units: FlatBuffer<Double>
  let pairStart: FlatBuffer<Int32>

  init(_ problem: PlanningProblem) {
    let facilities = problem.layouts.map(\.facilities.count).max() ?? 0
    let transfers = problem.layouts.map(\.transfers.count).max() ?? 0
    func numbers(_ count: Int) -> FlatBuffer<Double> { FlatBuffer(repeating: 0, count: count) }
    let cells = facilities * problem.epochs * problem.stride
    stock = numbers(cells)
    leaving = numbers(cells)
    coming = numbers(cells)
    moved = numbers(transfers * (problem.epochs - 1) * problem.stride)
    arrived = numbers(problem.stride)
    gone = numbers(problem.stride)
    delivery = numbers(facilities)
    shipped = numbers(facilities * problem.speedCount)
    shipCut = numbers(facilities * problem.speedCount)
    cost = numbers(facilities)
    priced = numbers(facilities)
    rank = FlatBuffer(repeating: 0, count: facilities)
    var pairs = 0
    var shipments = 0
    for block in problem.blocks {
      for number in 0..<block.items.count {
        let item = block.items.pointer[number]
        if item.groupStart == item.groupEnd { continue }
        let first = block.groups.pointer[Int(item.groupStart)]
        let last = block.groups.pointer[Int(item.groupEnd) - 1]
        pairs = max(pairs, Int(last.pairEnd - first.pairStart))
        shipments = max(shipments, block.shipments(of: item).count)
      }
    }
    cell = FlatBuffer(repeating: 0, count: shipments)
    arc = FlatBuffer(repeating: 0, count: shipments)
    units = numbers(shipments)
    pairStart = FlatBuffer(repeating: 0, count: pairs + 1)
  }
}
