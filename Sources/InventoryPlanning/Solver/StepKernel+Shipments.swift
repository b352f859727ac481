extension StepKernel {
  /// Shipments: every class and scenario against the worth of stock at each facility that can
  /// serve it, four arcs at a time. Adds to `scratch.flow`, which must be 0.
  func stepShipments(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ block: BlockPointers, _ state: StatePointers,
    _ steps: StepPointers, _ move: Move, _ sums: inout Sums
  ) {
    let stride = problem.stride
    let worth = scratch.worth.pointer
    let flow = scratch.flow.pointer
    let moved = asChunks(scratch.moved.pointer)
    let length = asChunks(scratch.length.pointer)
    let served = scratch.served.pointer
    let (a, b, c) = (move.blend.projected, move.blend.current, move.blend.anchor)
    let zero = SIMD4<Float>(repeating: 0)
    let one = SIMD4<Int32>(repeating: 1)
    let none = SIMD4<Int32>(repeating: 0)
    for speed in 0..<problem.speedCount { served[speed] = 0 }
    var distance = 0.0
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups[number]
      let chunks = Int(group.width) / Layout.chunk
      let speed = Int(group.speed)
      let cost = asChunks(scratch.arcCost.pointer + Int(group.cost))
      let cells = layout.cells + Int(group.cells)
      var sent = zero
      var squares = zero
      var offset = Int(group.shipments) / Layout.chunk
      let first = asChunks(state.current.shipments)
      let start = asChunks(state.anchor.shipments)
      let output = asChunks(state.output.shipments)
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let units = block.pairDemand[pair]
        let step = weight * steps.pairs[pair]
        let least = sizes.base * units
        let base = Int(group.epoch) * stride + Int(block.pairScenario[pair])
        let price = worth + base
        let now = first + offset
        let anchor = start + offset
        let written = output + offset
        offset += chunks
        // Most often the same arcs are used as in the step before.
        let guess = state.excess[pair]
        var total = zero
        var sum = zero
        var lengths = zero
        var active = none
        for chunk in 0..<chunks {
          let cell = cells + chunk * Layout.chunk
          let unit = SIMD4(
            price[Int(cell[0])], price[Int(cell[1])], price[Int(cell[2])], price[Int(cell[3])])
          let reach = step * (least + sizes.share * anchor[chunk])
          let value = now[chunk] - reach * (cost[chunk] + unit)
          length[chunk] = reach
          moved[chunk] = value
          total += value.replacing(with: zero, where: value .< zero)
          let isIdle = value .<= guess * reach
          sum += value.replacing(with: zero, where: isIdle)
          lengths += reach.replacing(with: zero, where: isIdle)
          active &+= one.replacing(with: none, where: isIdle)
        }
        var excess: Float = 0
        if total.sum() > units {
          let count = active.wrappedSum()
          excess = (sum.sum() - units) / lengths.sum()
          var still = none
          for chunk in 0..<chunks {
            still &+= one.replacing(with: none, where: moved[chunk] .<= excess * length[chunk])
          }
          if count == 0 || still.wrappedSum() != count {
            excess = threshold(moved, length, chunks: chunks, units: units)
          }
        }
        state.excess[pair] = excess
        let leaving = flow + base
        for chunk in 0..<chunks {
          var next = moved[chunk] - excess * length[chunk]
          next.replace(with: zero, where: next .< zero)
          let old = now[chunk]
          let reflected = 2 * next - old
          let cell = cells + chunk * Layout.chunk
          leaving[Int(cell[0])] += reflected[0]
          leaving[Int(cell[1])] += reflected[1]
          leaving[Int(cell[2])] += reflected[2]
          leaving[Int(cell[3])] += reflected[3]
          sent += reflected
          if move.measures {
            let apart = next - anchor[chunk]
            squares += weight * apart * apart / length[chunk]
          }
          written[chunk] = a * next + b * old + c * anchor[chunk]
        }
      }
      served[speed] += sent.sum()
      if move.measures { distance += Double(squares.sum()) }
    }
    count(item, layout, move, &sums)
    sums.primal += distance / (Double(problem.scenarios) * item.cycle)
  }

  /// Adds what the shipments use of the shared rows.
  private func count(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ move: Move, _ sums: inout Sums
  ) {
    let perDay = move.share / (Double(problem.scenarios) * item.cycle)
    for speed in 0..<problem.speedCount where scratch.served.pointer[speed] != 0 {
      for target in problem.targetsOf(category: Int(item.category), speed: speed) {
        targets[target] += Double(scratch.served.pointer[speed]) * perDay
      }
    }
    let vectors = problem.epochs * problem.stride / 8
    let flow = scratch.flow.vectors
    for facility in 0..<layout.facilityCount {
      var sum = SIMD8<Float>(repeating: 0)
      for vector in 0..<vectors { sum += flow[facility * vectors + vector] }
      let units = Double(sum.sum()) * perDay
      let shared = Int(layout.facilities[facility])
      outbound[shared] += units
      storage[shared] -= item.shelfShare * item.volume * item.cycle * units
    }
  }

  /// The multiplier of the limit by demand: what to take off every number, by the length of its
  /// step, so that those left positive add up to `units`. The projection onto a simplex in the norm
  /// of the steps (Michelot, JOTA 50, 1986), begun where none is left of more than `units`.
  private func threshold(
    _ values: UnsafeMutablePointer<SIMD4<Float>>, _ lengths: UnsafeMutablePointer<SIMD4<Float>>,
    chunks: Int, units: Float
  ) -> Float {
    var largest = (values[0] - units) / lengths[0]
    for chunk in 1..<chunks {
      let other = (values[chunk] - units) / lengths[chunk]
      largest.replace(with: other, where: other .> largest)
    }
    // Too little rather than too much: from there on it only rises.
    var excess = Swift.max(
      Swift.max(Swift.max(largest[0], largest[1]), Swift.max(largest[2], largest[3])), 0)
    let zero = SIMD4<Float>(repeating: 0)
    while true {
      var sum = zero
      var length = zero
      for chunk in 0..<chunks {
        let isIdle = values[chunk] .<= excess * lengths[chunk]
        sum += values[chunk].replacing(with: zero, where: isIdle)
        length += lengths[chunk].replacing(with: zero, where: isIdle)
      }
      let next = (sum.sum() - units) / length.sum()
      if !(next > excess) { return excess }
      excess = next
    }
  }
}
