extension StepKernel {
  /// Quantities decided now, for all scenarios at once.
  func stepLanes(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ block: BlockPointers, _ state: StatePointers,
    _ steps: StepPointers, _ sums: inout Sums
  ) {
    let epochs = problem.epochs
    let stride = problem.stride
    let scenarios = problem.scenarios
    let flow = scratch.flow.pointer
    let orders = item.orderRatio / item.cycle
    let current = state.current.lanes
    let (a, b, c) = (blend.projected, blend.current, blend.anchor)
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
        let to = Int(lane.to)
        let landings = block.landings + Int(lane.landings)
        for scenario in 0..<scenarios {
          flow[(to * epochs + Int(landings[scenario])) * stride + scenario] -= reflected
        }
        let units = Double(reflected) * orders
        let litres = Double(reflected) * item.volume
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
        if measures {
          let step = steps.lanes[first + place]
          if step > 0 { distance += Double((next - anchor) * (next - anchor) / step) }
        }
        state.output.lanes[first + place] = a * next + b * now + c * anchor
      }
    }
    sums.primal += distance / item.cycle
  }

  /// A lane's quantity after its step, before projection.
  private func moved(
    _ item: ItemBlock.Item, _ layout: KernelLayout, _ block: BlockPointers,
    _ steps: StepPointers, lane number: Int, from now: Float
  ) -> Float {
    let layoutNumber = Int(item.layout)
    let lane = block.lanes[number]
    let to = Int(lane.to)
    let shared = prices.flows(lane, layout: layoutNumber)
    var gradient = scratch.keep.pointer[to]
    if lane.kind == .onHand {
      gradient += scratch.first.pointer[Int(lane.from)] - scratch.keep.pointer[Int(lane.from)]
    }
    gradient += Float(lane.cost + item.orderRatio * shared)
    if lane.kind == .onHand || problem.epochs == 2 {
      gradient -= scratch.first.pointer[to]
    } else {
      let landings = block.landings + Int(lane.landings)
      let worth = scratch.worth.pointer + to * problem.epochs * problem.stride
      var sum: Float = 0
      for scenario in 0..<problem.scenarios {
        sum += worth[Int(landings[scenario]) * problem.stride + scenario]
      }
      gradient -= sum / Float(problem.scenarios)
    }
    return now - weight * steps.lanes[number] * gradient
  }
}
