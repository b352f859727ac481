extension StepKernel {
  /// Quantities decided now, for all scenarios at once.
  func stepLanes(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ block: BlockPointers, _ state: StatePointers,
    _ steps: StepPointers, _ move: Move, _ sums: inout Sums
  ) {
    let epochs = problem.epochs
    let stride = problem.stride
    let scenarios = problem.scenarios
    let flow = scratch.flow.pointer
    let orders = item.orderRatio / item.cycle
    let current = state.current.lanes
    let (a, b, c) = (move.blend.projected, move.blend.current, move.blend.anchor)
    var number = Int(item.laneStart)
    var distance = 0.0
    while number < Int(item.laneEnd) {
      // Lanes out of one stock on hand share it; every other lane is alone.
      let first = number
      let origin = block.lanes[first].from
      let limited = block.lanes[first].kind == .onHand
      var count = 0
      var total: Float = 0
      repeat {
        let value = moved(item, layout, block, steps, lane: number, from: current[number])
        scratch.moved.pointer[count] = value
        total += Swift.max(value, 0)
        count += 1
        number += 1
      } while limited && number < Int(item.laneEnd) && count < layout.facilityCount
        && block.lanes[number].kind == .onHand
        && block.lanes[number].from == origin
      var excess: Float = 0
      if limited {
        let limit = block.onHand[Int(item.figures) + Int(origin)]
        if total > limit {
          excess = threshold(scratch.moved.pointer, count: count, total: total, units: limit)
        }
      }
      for place in 0..<count {
        let lane = block.lanes[first + place]
        let next = Swift.max(scratch.moved.pointer[place] - excess, 0)
        let now = current[first + place]
        let anchor = state.anchor.lanes[first + place]
        let reflected = 2 * next - now
        if move.measures {
          let step = steps.lanes[first + place]
          if step > 0 { distance += Double((next - anchor) * (next - anchor) / step) }
        }
        state.output.lanes[first + place] = a * next + b * now + c * anchor
        // Most lanes are not used, and stay so.
        if reflected == 0 { continue }
        let to = Int(lane.to)
        let landings = block.landings + Int(lane.landings)
        let receiving = flow + to * epochs * stride
        for scenario in 0..<scenarios {
          receiving[Int(landings[scenario]) * stride + scenario] -= reflected
        }
        let counted = move.share * Double(reflected)
        let units = counted * orders
        let litres = counted * item.volume
        let receiver = Int(layout.facilities[to])
        storage[receiver] += litres
        inbound[receiver] += units
        switch lane.kind {
        case .vendor: break
        case .crossDock: scratch.crossing[Int(item.layout)].pointer[Int(lane.route)] += units
        case .onHand:
          let sender = Int(layout.facilities[Int(lane.from)])
          outbound[sender] += units
          storage[sender] -= litres
          for scenario in 0..<scenarios {
            flow[Int(lane.from) * epochs * stride + scenario] += reflected
          }
        }
      }
    }
    sums.primal += distance / item.cycle
  }

  /// A lane's quantity after its step, before projection.
  private func moved(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ block: BlockPointers,
    _ steps: StepPointers, lane number: Int, from now: Float
  ) -> Float {
    let lane = block.lanes[number]
    let to = Int(lane.to)
    var gradient = scratch.laneCost.pointer[number]
    if lane.kind == .onHand { gradient += scratch.first.pointer[Int(lane.from)] }
    if lane.kind == .onHand || problem.epochs == 2 {
      gradient -= scratch.first.pointer[to]
    } else {
      let landings = block.landings + Int(lane.landings)
      let worth = scratch.worth.pointer + to * problem.epochs * problem.stride
      gradient -= meanWorth(worth, landings)
    }
    return now - weight * steps.lanes[number] * gradient
  }

  /// Mean over scenarios of what a unit is worth from the epoch it lands in. Four sums: one alone
  /// would wait for itself.
  private func meanWorth(
    _ worth: UnsafeMutablePointer<Float>, _ landings: UnsafeMutablePointer<UInt8>
  ) -> Float {
    let (scenarios, stride) = (problem.scenarios, problem.stride)
    var sums = SIMD4<Float>(repeating: 0)
    var scenario = 0
    while scenario + 4 <= scenarios {
      let (at, landing) = (worth + scenario, landings + scenario)
      sums += SIMD4(
        at[Int(landing[0]) * stride], at[Int(landing[1]) * stride + 1],
        at[Int(landing[2]) * stride + 2], at[Int(landing[3]) * stride + 3])
      scenario += 4
    }
    var sum = sums.total
    while scenario < scenarios {
      sum += worth[Int(landings[scenario]) * stride + scenario]
      scenario += 1
    }
    return sum / Float(scenarios)
  }
}
