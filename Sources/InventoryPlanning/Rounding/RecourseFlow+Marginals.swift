extension RecourseFlow {
  /// Marginal worth of stock in the scenario that was solved last.
  ///
  /// - Parameters:
  ///   - more: What one more unit of each lot gains; by lot.
  ///   - less: What one unit less loses; by lot, meaningful where there is one.
  func marginals(_ scenario: Int, more: FlatBuffer<Double>, less: FlatBuffer<Double>) {
    let first = Int(pairStart.pointer[scenario])
    let count = Int(pairStart.pointer[scenario + 1]) - first
    measureShifts(count: count)
    let (values, lotCount) = (value.pointer, lotCount)
    let (facilities, epochs) = (facilities, epochs)
    let (free, shift, flow) = (free.pointer, shift.pointer, flow.pointer)
    let gains = reach.pointer
    // More: an unserved customer takes it, or one that is served moves over and frees its unit.
    for lot in 0..<lotCount {
      gains[lot] = 0
      if free[lot] > Self.least { continue }
      for place in 0..<count where unserved.pointer[place] > Self.least {
        gains[lot] = max(gains[lot], values[place * lotCount + lot])
      }
    }
    for _ in 0..<lotCount {
      var isDone = true
      for lot in 0..<lotCount where free[lot] <= Self.least {
        for other in 0..<lotCount where other != lot {
          let value = gains[other] - shift[other * lotCount + lot]
          if value > gains[lot] + Self.least {
            gains[lot] = value
            isDone = false
          }
        }
      }
      if isDone { break }
    }
    for lot in 0..<facilities * epochs { more.pointer[lot] = 0 }
    for place in 0..<count {
      let isMissing = unserved.pointer[place] > Self.least
      var freed = -Double.infinity
      for lot in 0..<lotCount where flow[place * lotCount + lot] > Self.least {
        freed = max(freed, gains[lot] - values[place * lotCount + lot])
      }
      if isMissing { freed = max(freed, 0) }
      if freed == -.infinity { continue }
      let row = Int(pairGroup.pointer[first + place]) * facilities
      let last = Int(pairEpoch.pointer[first + place])
      for facility in 0..<facilities {
        let value = gain.pointer[row + facility] + freed
        if value <= 0 { continue }
        for epoch in 0...last {
          let lot = facility * epochs + epoch
          if value > more.pointer[lot] { more.pointer[lot] = value }
        }
      }
    }
    // Less: what is left over goes first, then the customer that is cheapest to move or to lose.
    let losses = reach.pointer
    for lot in 0..<lotCount {
      losses[lot] = free[lot] > 0.5 ? 0 : evict.pointer[lot]
    }
    for _ in 0..<lotCount {
      var isDone = true
      for lot in 0..<lotCount {
        for other in 0..<lotCount where other != lot {
          let value = shift[lot * lotCount + other] + losses[other]
          if value < losses[lot] - Self.least {
            losses[lot] = value
            isDone = false
          }
        }
      }
      if isDone { break }
    }
    for lot in 0..<facilities * epochs { less.pointer[lot] = 0 }
    for lot in 0..<lotCount {
      less.pointer[Int(lots.pointer[lot])] = losses[lot].isFinite ? max(0, losses[lot]) : 0
    }
  }
}
