import RetailData

/// What is added at the end, out of stock that is left.
extension FlowCuts {
  /// Keeps whole what is added at the end.
  mutating func keepExtra() {
    for place in extra.indices { extra[place] = 1 }
    keepBrought(share: 1)
  }

  /// The same share of all transfers for what is added.
  mutating func keepBrought(share: Double) {
    for place in extraVia.indices { extraVia[place] = share }
  }

  /// Adds nothing at the end through a door, nor by transfers through it.
  mutating func addNothing(through door: Int, problem: PlanningProblem) {
    let speeds = problem.speedCount
    for place in door * speeds..<(door + 1) * speeds { extra[place] = 0 }
    for (row, transfer) in problem.input.network.transfers.enumerated()
    where Int(transfer.from) == door || Int(transfer.to) == door {
      extraVia[row] = 0
    }
  }

  /// Adds nothing at the end through doors that are charged for: they are full, and what is added
  /// there drives out something else.
  ///
  /// - Parameter door: By facility number, one more that is full.
  mutating func addNothing(throughFull prices: PriceVector, and door: Int, problem: PlanningProblem)
  {
    for facility in trim.indices where facility == door || prices.outbound[facility] > 0 {
      addNothing(through: facility, problem: problem)
    }
    for (row, transfer) in problem.input.network.transfers.enumerated()
    where prices.inbound[Int(transfer.to)] > 0 {
      extraVia[row] = 0
    }
  }
}
