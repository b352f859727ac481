extension RecourseKernel {
  /// What is to leave each facility in each epoch, by shipments and transfers.
  func loadWishes(_ subject: Subject) {
    let (item, block, layout) = (subject.item, subject.block, subject.layout)
    let (epochs, stride) = (problem.epochs, problem.stride)
    let leaving = scratch.leaving.pointer
    let coming = scratch.coming.pointer
    for cell in 0..<layout.facilityCount * epochs * stride {
      leaving[cell] = 0
      coming[cell] = 0
    }
    let pairStart = scratch.pairStart.pointer
    let wish = cuts.wish
    var count = 0
    var pairs = 0
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups[number]
      let cells = layout.cells + Int(group.arcStart)
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        pairStart[pairs] = Int32(count)
        pairs += 1
        var total = 0.0
        let first = count
        let base = Int(group.epoch) * stride + Int(block.pairScenario[pair])
        var shipped = subject.iterate.shipments + block.shipments(ofPair: pair)
        for arc in 0..<Int(group.arcCount) {
          let value = shipped.pointee
          shipped += ItemBlock.Quad.lanes
          if value <= 0 { continue }
          let cell = Int(cells[arc]) + base
          let units = Double(value) * wish
          leaving[cell] += units
          total += units
          scratch.cell.pointer[count] = Int32(cell)
          scratch.arc.pointer[count] = Int32(arc)
          scratch.units.pointer[count] = units
          count += 1
        }
        let asked = Double(block.pairDemand[pair])
        if total > asked { trim(first..<count, by: asked / total) }
      }
    }
    pairStart[pairs] = Int32(count)
    for number in 0..<layout.transferCount {
      let transfer = layout.transfers[number]
      let factor = cuts.later[Int(transfer.row)]
      for epoch in 1..<epochs {
        let place = (number * (epochs - 1) + epoch - 1) * stride
        let source = subject.iterate.transfers + Int(item.transfers) + place
        let moved = scratch.moved.pointer + place
        let sender = leaving + (Int(transfer.from) * epochs + epoch) * stride
        for scenario in 0..<stride {
          let units = Double(max(0, source[scenario])) * factor
          moved[scenario] = units
          sender[scenario] += units
        }
      }
    }
  }

  /// Scales shipments of one class and scenario to what was asked for. An iteration's own projection
  /// keeps to that up to rounding; but its rounding is as large as its steps are long.
  private func trim(_ shipments: Range<Int>, by factor: Double) {
    for place in shipments {
      let units = scratch.units.pointer[place]
      scratch.units.pointer[place] = units * factor
      scratch.leaving.pointer[Int(scratch.cell.pointer[place])] -= units - units * factor
    }
  }

  /// Scales what leaves to what is there, from the top down. `leaving` then holds the factors.
  func fit(_ subject: Subject) {
    let layout = subject.layout
    let (epochs, stride) = (problem.epochs, problem.stride)
    let stock = scratch.stock.pointer
    let leaving = scratch.leaving.pointer
    let coming = scratch.coming.pointer
    let arrived = scratch.arrived.pointer
    let gone = scratch.gone.pointer
    var next = 0
    for facility in 0..<layout.facilityCount {
      for scenario in 0..<stride {
        arrived[scenario] = 0
        gone[scenario] = 0
      }
      for epoch in 0..<epochs {
        let row = (facility * epochs + epoch) * stride
        for scenario in 0..<stride {
          arrived[scenario] += coming[row + scenario]
          let limit = max(0, stock[row + scenario] + arrived[scenario] - gone[scenario])
          let wish = leaving[row + scenario]
          let factor = wish > limit ? limit / wish : 1
          gone[scenario] += wish * factor
          leaving[row + scenario] = factor
        }
      }
      while next < layout.transferCount, Int(layout.transfers[next].from) == facility {
        let to = Int(layout.transfers[next].to)
        for epoch in 1..<epochs {
          let moved = scratch.moved.pointer + (next * (epochs - 1) + epoch - 1) * stride
          let factor = leaving + (facility * epochs + epoch) * stride
          let receiver = coming + (to * epochs + epoch) * stride
          for scenario in 0..<stride {
            moved[scenario] *= factor[scenario]
            receiver[scenario] += moved[scenario]
          }
        }
        next += 1
      }
    }
  }

  /// Counts the transfers, and takes what they move from where it was.
  func settleTransfers(_ subject: Subject, _ sums: inout RecourseSums) {
    let (item, layout) = (subject.item, subject.layout)
    let (epochs, stride) = (problem.epochs, problem.stride)
    for number in 0..<layout.transferCount {
      let transfer = layout.transfers[number]
      var units = 0.0
      for epoch in 1..<epochs {
        let moved = scratch.moved.pointer + (number * (epochs - 1) + epoch - 1) * stride
        let sender = scratch.coming.pointer + (Int(transfer.from) * epochs + epoch) * stride
        for scenario in 0..<stride {
          units += moved[scenario]
          sender[scenario] -= moved[scenario]
        }
      }
      if units == 0 { continue }
      sums.transfers +=
        (transfer.costPerUnit + item.volume * transfer.costPerLitre) * units * subject.perDay
      sums.flows.laterUnits[Int(transfer.row)] += units * subject.perDay
      subject.record?.later.pointer[Int(item.transfers) / stride / (epochs - 1) + number] =
        Float(units / Double(problem.scenarios))
    }
  }
}
