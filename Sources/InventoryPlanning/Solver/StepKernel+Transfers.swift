extension StepKernel {
  /// Transfers by need: one for each scenario and later epoch.
  func stepTransfers(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ block: BlockPointers, _ state: StatePointers,
    _ steps: StepPointers, _ move: Move, _ sums: inout Sums
  ) {
    let epochs = problem.epochs
    let vectors = problem.stride / 8
    let worth = scratch.worth.vectors
    let flow = scratch.flow.vectors
    let (a, b, c) = (move.blend.projected, move.blend.current, move.blend.anchor)
    let perDay = 1 / (Double(problem.scenarios) * item.cycle)
    var distance = 0.0
    for number in 0..<layout.transferCount {
      let transfer = layout.transfers[number]
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      let cost = scratch.transferCost.pointer[number]
      var units = SIMD8<Float>(repeating: 0)
      for epoch in 1..<epochs {
        let place = number * (epochs - 1) + epoch - 1
        let step = steps.transfers[Int(item.transfers) / problem.stride + place]
        let offset = Int(item.transfers) + place * problem.stride
        let current = asVectors(state.current.transfers + offset)
        let anchor = asVectors(state.anchor.transfers + offset)
        let written = asVectors(state.output.transfers + offset)
        let sender = (from * epochs + epoch) * vectors
        let receiver = (to * epochs + epoch) * vectors
        for vector in 0..<vectors {
          let now = current[vector]
          let gradient = cost + worth[sender + vector] - worth[receiver + vector]
          var next = now - (weight * step) * gradient
          next.replace(with: 0, where: next .< 0)
          let reflected = 2 * next - now
          flow[sender + vector] += reflected
          flow[receiver + vector] -= reflected
          units += reflected
          if move.measures, step > 0 {
            let apart = next - anchor[vector]
            distance += Double((apart * apart).total / step)
          }
          written[vector] = a * next + b * now + c * anchor[vector]
        }
      }
      let flowing = move.share * Double(units.total) * perDay
      inbound[Int(layout.facilities[to])] += flowing
      outbound[Int(layout.facilities[from])] += flowing
    }
    sums.primal += distance * perDay
  }
}
