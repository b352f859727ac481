extension ItemBlock {
  /// Where an item's shipments and transfers stand in an iterate's buffers. The item must have
  /// customers.
  func recourse(
    of item: Item, _ problem: PlanningProblem
  ) -> (shipments: Range<Int>, transfers: Range<Int>) {
    let last = groups.pointer[Int(item.groupEnd) - 1]
    let start = Int(groups.pointer[Int(item.groupStart)].shipments)
    let end = last.shipments(ofPair: Int(last.pairEnd))
    let moves =
      problem.layouts[Int(item.layout)].transfers.count * (problem.epochs - 1) * problem.stride
    return (start..<end, Int(item.transfers)..<Int(item.transfers) + moves)
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
}
