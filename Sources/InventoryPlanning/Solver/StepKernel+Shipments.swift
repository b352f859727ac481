extension StepKernel {
  /// Shipments: every class and scenario against the worth of stock at each facility that can
  /// serve it, four of them at a time. Adds to `scratch.flow`, which must be 0.
  func stepShipments(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ block: BlockPointers, _ state: StatePointers,
    _ steps: StepPointers, _ move: Move, _ sums: inout Sums
  ) {
    let lanes = ItemBlock.Quad.lanes
    let worth = scratch.worth.pointer
    let flow = scratch.flow.pointer
    let moved = asChunks(scratch.moved.pointer)
    let length = asChunks(scratch.length.pointer)
    let served = scratch.served.pointer
    let service = scratch.service.pointer
    let (a, b, c) = (move.blend.projected, move.blend.current, move.blend.anchor)
    let zero = SIMD4<Float>(repeating: 0)
    for speed in 0..<problem.speedCount { asChunks(served)[speed] = zero }
    var squares = zero
    for number in Int(item.quadStart)..<Int(item.quadEnd) {
      let quad = block.quads[number]
      let width = Int(quad.width)
      let start = Int(quad.start)
      let slots = number * lanes
      let units = asChunks(block.slotDemand + slots).pointee
      let step = weight * asChunks(steps.pairs + slots).pointee
      let least = sizes.base * units
      let (s0, s1) = (Int(quad.speeds[0]), Int(quad.speeds[1]))
      let (s2, s3) = (Int(quad.speeds[2]), Int(quad.speeds[3]))
      let earned = SIMD4(service[s0], service[s1], service[s2], service[s3])
      let cost = asChunks(block.shipmentCost + start)
      let cells = block.shipmentCell + start
      let now = asChunks(state.current.shipments + start)
      let anchor = asChunks(state.anchor.shipments + start)
      let written = asChunks(state.output.shipments + start)
      // Most often the same arcs are used as in the step before.
      let guess = asChunks(state.excess + slots)
      let last = guess.pointee
      var total = zero
      var sum = zero
      var lengths = zero
      for arc in 0..<width {
        let cell = cells + arc * lanes
        let unit = SIMD4(
          worth[Int(cell[0])], worth[Int(cell[1])], worth[Int(cell[2])], worth[Int(cell[3])])
        let reach = step * (least + sizes.share * anchor[arc])
        let value = now[arc] - reach * (cost[arc] + (unit - earned))
        length[arc] = reach
        moved[arc] = value
        total += value.replacing(with: zero, where: value .< zero)
        let isIdle = value .<= last * reach
        sum += value.replacing(with: zero, where: isIdle)
        lengths += reach.replacing(with: zero, where: isIdle)
      }
      let isLess = total .<= units
      var first = ((sum - units) / lengths).replacing(with: zero, where: isLess)
      first.replace(with: zero, where: first .< zero)
      let excess = settled(from: first, isLess, moved, length, width: width, units: units)
      guess.pointee = excess
      var sent = zero
      for arc in 0..<width {
        var next = moved[arc] - excess * length[arc]
        next.replace(with: zero, where: next .< zero)
        let old = now[arc]
        let reflected = 2 * next - old
        let cell = cells + arc * lanes
        flow[Int(cell[0])] += reflected[0]
        flow[Int(cell[1])] += reflected[1]
        flow[Int(cell[2])] += reflected[2]
        flow[Int(cell[3])] += reflected[3]
        sent += reflected
        written[arc] = a * next + b * old + c * anchor[arc]
      }
      // Each lane in a place of its own: most often all four are of one speed.
      served[s0 * lanes] += sent[0]
      served[s1 * lanes + 1] += sent[1]
      served[s2 * lanes + 2] += sent[2]
      served[s3 * lanes + 3] += sent[3]
      guard move.measures else { continue }
      for arc in 0..<width {
        var next = moved[arc] - excess * length[arc]
        next.replace(with: zero, where: next .< zero)
        let apart = next - anchor[arc]
        squares += (weight * apart * apart / length[arc]).replacing(
          with: zero, where: length[arc] .<= zero)
      }
    }
    count(item, layout, move, &sums)
    sums.primal += Double(squares.total) / (Double(problem.scenarios) * item.cycle)
  }

  /// Adds what the shipments use of the shared rows.
  private func count(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ move: Move, _ sums: inout Sums
  ) {
    let perDay = move.share / (Double(problem.scenarios) * item.cycle)
    for speed in 0..<problem.speedCount {
      let served = asChunks(scratch.served.pointer)[speed].total
      for target in problem.targetsOf(category: Int(item.category), speed: speed) {
        targets[target] += Double(served) * perDay
      }
    }
    let vectors = problem.epochs * problem.stride / 8
    let flow = scratch.flow.vectors
    for facility in 0..<layout.facilityCount {
      var sum = SIMD8<Float>(repeating: 0)
      for vector in 0..<vectors { sum += flow[facility * vectors + vector] }
      let units = Double(sum.total) * perDay
      let shared = Int(layout.facilities[facility])
      outbound[shared] += units
      storage[shared] -= item.shelfShare * item.volume * item.cycle * units
    }
  }

  /// The multipliers of the limits by demand: what to take off every number, by the length of its
  /// step, so that those left positive add up to `units`. The projection onto a simplex in the norm
  /// of the steps (Michelot, JOTA 50, 1986): from too little it only rises, until the same numbers
  /// are left as before.
  ///
  /// - Parameter isLess: Where nothing is to be taken off.
  private func settled(
    from first: SIMD4<Float>, _ isLess: SIMDMask<SIMD4<Int32>>,
    _ values: UnsafeMutablePointer<SIMD4<Float>>, _ lengths: UnsafeMutablePointer<SIMD4<Float>>,
    width: Int, units: SIMD4<Float>
  ) -> SIMD4<Float> {
    var excess = first
    let zero = SIMD4<Float>(repeating: 0)
    let one = SIMD4<Int32>(repeating: 1)
    let none = SIMD4<Int32>(repeating: 0)
    while true {
      var sum = zero
      var length = zero
      for arc in 0..<width {
        let isIdle = values[arc] .<= excess * lengths[arc]
        sum += values[arc].replacing(with: zero, where: isIdle)
        length += lengths[arc].replacing(with: zero, where: isIdle)
      }
      let next = ((sum - units) / length).replacing(with: zero, where: isLess)
      let rises = next .> excess
      if none.replacing(with: one, where: rises).wrappedSum() == 0 { return excess }
      excess.replace(with: next, where: rises)
    }
  }
}
