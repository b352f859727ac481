extension RecourseKernel {
  /// Ships what fits. Leaves in `scratch.coming` the stock that is left by the end of each epoch.
  func ship(_ subject: Subject, _ sums: inout RecourseSums) {
    let (item, block, layout) = (subject.item, subject.block, subject.layout)
    let (epochs, stride, speeds) = (problem.epochs, problem.stride, problem.speedCount)
    let factors = scratch.leaving.pointer
    let left = scratch.coming.pointer
    let (pairStart, cell, arc, units) = (
      scratch.pairStart.pointer, scratch.cell.pointer, scratch.arc.pointer, scratch.units.pointer
    )
    for facility in 0..<layout.facilityCount {
      scratch.delivery.pointer[facility] = 0
      let number = Int(layout.facilities[facility])
      for speed in 0..<speeds {
        scratch.shipCut.pointer[facility * speeds + speed] = cuts.ship[number * speeds + speed]
        scratch.shipped.pointer[facility * speeds + speed] = 0
      }
    }
    var pair = 0
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups[number]
      let first = Int(pairStart[pair])
      pair += Int(group.pairEnd - group.pairStart)
      let last = Int(pairStart[pair])
      if first == last { continue }
      loadCosts(group, subject)
      let owners = layout.owners + Int(group.arcStart)
      for place in first..<last {
        let facility = Int(owners[Int(arc[place])])
        let from = Int(cell[place])
        let cut = scratch.shipCut.pointer[facility * speeds + Int(group.speed)]
        let shipped = units[place] * cut * factors[from]
        units[place] = shipped
        left[from] -= shipped
        count(shipped, Int(arc[place]), at: facility, group, subject)
      }
    }
    for facility in 0..<layout.facilityCount {
      var shipped = 0.0
      let number = Int(layout.facilities[facility])
      for speed in 0..<speeds {
        let units = scratch.shipped.pointer[facility * speeds + speed]
        shipped += units
        sums.flows.shipUnitsBySpeed[number * speeds + speed] += units * subject.perDay
      }
      sums.flows.shipUnits[number] += shipped * subject.perDay
      sums.flows.reliefLitres[number] +=
        item.shelfShare * item.volume * shipped / Double(problem.scenarios)
      let row = facility * epochs * stride
      for place in row + stride..<row + epochs * stride { left[place] += left[place - stride] }
      for place in row..<row + epochs * stride { left[place] += scratch.stock.pointer[place] }
    }
  }

  /// Counts units of one scenario that are shipped by an arc of a destination.
  func count(
    _ units: Double, _ place: Int, at facility: Int, _ group: ItemBlock.Group, _ subject: Subject
  ) {
    scratch.shipped.pointer[facility * problem.speedCount + Int(group.speed)] += units
    scratch.delivery.pointer[facility] += units * scratch.cost.pointer[place]
    if let record = subject.record {
      let rate = subject.layout.rate(
        of: Int(group.arcStart) + place, weight: subject.item.weight)
      let trim = cuts.trim[Int(subject.layout.facilities[facility])]
      record.note(
        trim * units * subject.perDay, deliveryRow: Int(rate.row), weight: subject.item.weight)
    }
  }

  /// What it costs to ship a unit to a destination, by its arcs.
  func loadCosts(_ group: ItemBlock.Group, _ subject: Subject) {
    let weight = subject.item.weight
    for place in 0..<Int(group.arcCount) {
      scratch.cost.pointer[place] =
        subject.layout.rate(of: Int(group.arcStart) + place, weight: weight).cost(weight: weight)
    }
  }
}
