extension ItemBlock {
  /// Where an item's shipments and transfers stand in an iterate's buffers.
  func recourse(
    of item: Item, _ problem: PlanningProblem
  ) -> (shipments: Range<Int>, transfers: Range<Int>) {
    let moves =
      problem.layouts[Int(item.layout)].transfers.count * (problem.epochs - 1) * problem.stride
    return (shipments(of: item), Int(item.transfers)..<Int(item.transfers) + moves)
  }

  /// Where an item's shipments stand in an iterate's buffer.
  func shipments(of item: Item) -> Range<Int> {
    firstShipment(ofQuad: Int(item.quadStart))..<firstShipment(ofQuad: Int(item.quadEnd))
  }

  private func firstShipment(ofQuad quad: Int) -> Int {
    quad < quads.count ? Int(quads.pointer[quad].start) : shipmentCount
  }

  /// Of one item.
  var mostLanes: Int {
    items.elements.reduce(0) { max($0, Int($1.laneEnd - $1.laneStart)) }
  }
}

extension BlockIterate {
  /// Ships and transfers nothing of an item any more.
  func clearRecourse(of item: ItemBlock.Item, _ block: ItemBlock, _ problem: PlanningProblem) {
    let spans = block.recourse(of: item, problem)
    for place in spans.shipments { shipments.pointer[place] = 0 }
    for place in spans.transfers { transfers.pointer[place] = 0 }
  }
  /// The same in some scenarios.
  func clearRecourse(
    of item: ItemBlock.Item, _ block: ItemBlock, _ problem: PlanningProblem, scenarios: [Int]
  ) {
    var isCleared = [Bool](repeating: false, count: problem.scenarios)
    for scenario in scenarios { isCleared[scenario] = true }
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      for pair in Int(group.pairStart)..<Int(group.pairEnd)
      where isCleared[Int(block.pairScenario.pointer[pair])] {
        for arc in 0..<Int(group.arcCount) {
          shipments.pointer[block.shipment(ofPair: pair, arc: arc)] = 0
        }
      }
    }
    let moves = block.recourse(of: item, problem).transfers
    for row in stride(from: moves.lowerBound, to: moves.upperBound, by: problem.stride) {
      for scenario in scenarios { transfers.pointer[row + scenario] = 0 }
    }
  }
}
