extension Replication {
  /// What it costs that one unit less can go out through a door, given the room that is left: the
  /// chance that those nearest to it ask for all of that room, times what they lose by it. Money per
  /// unit.
  ///
  /// - Parameter isLate: Whether the unit goes out tomorrow: then it takes the room of a whole day's
  ///   orders, and of what is sent on to other facilities in between.
  @inline(__always)
  func doorWorth(_ facility: Int, hour: Float, isLate: Bool) -> Double {
    let doors = policy.doors
    // Where nobody waits there is no room to run out of: the price stands for it.
    if !settings.queuesFlows { return Double(doors.price.pointer[facility]) }
    let capacity = places[facility].outbound
    let loss = Double(doors.loss.pointer[facility])
    guard capacity.isFinite, loss > 0 else { return 0 }
    let room = (isLate ? 2 : 1) * capacity - outboundWork[facility]
    let mean =
      isLate
      ? doors.whole.pointer[facility]
      : doors.rest.pointer[facility * DoorTable.hours + DoorTable.place(ofHour: hour)]
    return loss * PoissonTail.probability(atLeast: Int32(min(1e9, room)), mean: Double(mean))
  }

  /// Whether an order that nobody can send in time had better be lost than sent late: its unit, and
  /// the room that it takes from the orders of tomorrow, are worth more than it brings. Whoever takes
  /// every late order is late with the next ones too, for as long as its door is busy.
  ///
  /// - Parameter cost: Of the delivery, the unit and the room. Money per unit.
  @inline(__always)
  func isBetterLost(_ order: SimulatedOrder, servedAt cost: Double) -> Bool {
    // Customers who wait are not lost by being turned away.
    guard settings.unserved == .lost else { return false }
    let penalty = world.penalty.pointer[Int(order.speed)]
    return penalty + cost > max(0, world.margin.pointer[Int(order.item)] + penalty)
  }
}
