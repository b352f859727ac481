extension ItemRounder {
  /// What the quantities use of all that is shared.
  var sharedUse: SharedUse {
    var use = SharedUse(problem)
    use.addLanes(units, item, block, problem)
    let layout = problem.layouts[Int(item.layout)]
    for scenario in 0..<problem.scenarios {
      loadStock(scenario)
      _ = recourse.solve(scenario)
      recourse.forEachFlow(scenario) { group, _, facility, place, units in
        let group = block.groups.pointer[Int(item.groupStart) + group]
        let to = layout.arcs[Int(group.arcStart) + place].facility
        use.addShipment(units, from: to, speed: Int(group.speed), item, problem)
        recourse.forEachTransfer(from: facility, to: Int(to), layout) { transfer in
          use.addTransfer(units, layout.transfers[transfer], item, problem)
        }
      }
    }
    return use
  }
}
