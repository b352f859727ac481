extension RecourseFlow {
  /// Solves a scenario for the stock by lot in `stock`; returns what serving gains.
  func solve(_ scenario: Int) -> Double {
    lotCount = 0
    for lot in 0..<facilities * epochs where stock.pointer[lot] > Self.least {
      lots.pointer[lotCount] = Int32(lot)
      free.pointer[lotCount] = stock.pointer[lot]
      lotCount += 1
    }
    let first = Int(pairStart.pointer[scenario])
    let count = Int(pairStart.pointer[scenario + 1]) - first
    for cell in 0..<count * lotCount { flow.pointer[cell] = 0 }
    loadValues(first, count)
    for lot in 0..<lotCount { isStale.pointer[lot] = true }
    hasExits = false
    for place in 0..<count { serve(place, pairUnits.pointer[first + place]) }
    var sum = 0.0
    for cell in 0..<count * lotCount where flow.pointer[cell] > 0 {
      sum += flow.pointer[cell] * value.pointer[cell]
    }
    return sum
  }

  /// What a unit of each lot gains with each customer class of the scenario; -∞ where it comes too
  /// late or cannot get there.
  private func loadValues(_ first: Int, _ count: Int) {
    let (value, lots, gain) = (value.pointer, lots.pointer, gain.pointer)
    let (lotCount, facilities) = (lotCount, facilities)
    for lot in 0..<lotCount {
      let (facility, epoch) = Int(lots[lot]).quotientAndRemainder(dividingBy: epochs)
      for place in 0..<count {
        value[place * lotCount + lot] =
          epoch > Int(pairEpoch.pointer[first + place])
          ? -.infinity : gain[Int(pairGroup.pointer[first + place]) * facilities + facility]
      }
    }
  }

  /// What was assigned in the scenario that was solved last: group of the item, pair, facility of
  /// the stock, place of the arc in the group, units.
  func forEachFlow(_ scenario: Int, _ body: (Int, Int, Int, Int, Double) -> Void) {
    let first = Int(pairStart.pointer[scenario])
    let count = Int(pairStart.pointer[scenario + 1]) - first
    for place in 0..<count {
      let group = Int(pairGroup.pointer[first + place])
      for lot in 0..<lotCount {
        let units = flow.pointer[place * lotCount + lot]
        if units <= Self.least { continue }
        let at = Int(lots.pointer[lot]) / epochs
        let number = Int(arc.pointer[group * facilities + at])
        if number >= 0 { body(group, Int(pairNumber.pointer[first + place]), at, number, units) }
      }
    }
  }

  private func serve(_ place: Int, _ wish: Double) {
    let lotCount = lotCount
    let (values, free) = (value.pointer + place * lotCount, free.pointer)
    var missing = wish
    while missing > Self.least {
      var best = Self.least
      var bestFree = -1
      var bestFreeGain = Self.least
      for lot in 0..<lotCount {
        if values[lot] > best { best = values[lot] }
        if values[lot] > bestFreeGain, free[lot] > Self.least {
          bestFreeGain = values[lot]
          bestFree = lot
        }
      }
      if best <= Self.least { break }
      if bestFree >= 0, bestFreeGain >= best {
        let units = min(missing, free[bestFree])
        free[bestFree] -= units
        flow.pointer[place * lotCount + bestFree] += units
        missing -= units
        hasExits = false
        if !isStale.pointer[bestFree] { note(place, at: bestFree) }
        continue
      }
      let units = augment(place, missing)
      if units <= 0 { break }
      missing -= units
    }
    unserved.pointer[place] = max(0, missing)
  }

  /// Least losses of moving or losing a customer, from all that are served so far.
  ///
  /// - Parameter count: Customers that may have been served.
  func measureShifts(count: Int) {
    let (lotCount, flow) = (lotCount, flow.pointer)
    for lot in 0..<lotCount where isStale.pointer[lot] {
      evict.pointer[lot] = .infinity
      for other in 0..<lotCount { shift.pointer[lot * lotCount + other] = .infinity }
      var cell = lot
      for place in 0..<count {
        if flow[cell] > Self.least { note(place, at: lot) }
        cell += lotCount
      }
      isStale.pointer[lot] = false
    }
  }

  private func note(_ place: Int, at lot: Int) {
    let lotCount = lotCount
    let values = value.pointer + place * lotCount
    let (shift, pair) = (shift.pointer + lot * lotCount, shiftPair.pointer + lot * lotCount)
    let here = values[lot]
    if here < evict.pointer[lot] {
      evict.pointer[lot] = here
      evictPair.pointer[lot] = Int32(place)
    }
    // To where it is costs nothing, and leads nowhere.
    for other in 0..<lotCount where here - values[other] < shift[other] {
      shift[other] = here - values[other]
      pair[other] = Int32(place)
    }
  }

  /// From every lot the path that loses least until a unit is free: customers move from lot to lot,
  /// and at its end there is stock left, or one is served no more.
  private func findExits(count: Int) {
    measureShifts(count: count)
    let (lotCount, exit, next) = (lotCount, reach.pointer, next.pointer)
    let (free, shift) = (free.pointer, shift.pointer)
    for lot in 0..<lotCount {
      exit[lot] = free[lot] > Self.least ? 0 : evict.pointer[lot]
      next[lot] = -1
    }
    for _ in 0..<lotCount {
      var isDone = true
      for lot in 0..<lotCount where free[lot] <= Self.least {
        let row = shift + lot * lotCount
        for other in 0..<lotCount where row[other] + exit[other] < exit[lot] - Self.least {
          exit[lot] = row[other] + exit[other]
          next[lot] = Int32(other)
          isDone = false
        }
      }
      if isDone { break }
    }
    hasExits = true
  }

  /// Serves up to `wish` units of a class along the best path; returns how many.
  private func augment(_ place: Int, _ wish: Double) -> Double {
    // Where nobody could be served, nothing has changed for the next one.
    if !hasExits { findExits(count: place + 1) }
    let (lotCount, flow, free) = (lotCount, flow.pointer, free.pointer)
    let (exit, next) = (reach.pointer, next.pointer)
    let values = value.pointer + place * lotCount
    var best = Self.least
    var start = -1
    for lot in 0..<lotCount where values[lot] - exit[lot] > best {
      best = values[lot] - exit[lot]
      start = lot
    }
    if start < 0 { return 0 }
    // How much the path carries; a path longer than there are lots would be a circle.
    var units = wish
    var at = start
    var steps = 0
    while next[at] >= 0 {
      let to = Int(next[at])
      units = min(units, flow[Int(shiftPair.pointer[at * lotCount + to]) * lotCount + at])
      at = to
      steps += 1
      if steps > lotCount { return 0 }
    }
    let evicts = free[at] <= Self.least
    units = min(units, evicts ? flow[Int(evictPair.pointer[at]) * lotCount + at] : free[at])
    if units <= 0 { return 0 }
    at = start
    isStale.pointer[at] = true
    while next[at] >= 0 {
      let to = Int(next[at])
      let moved = Int(shiftPair.pointer[at * lotCount + to])
      flow[moved * lotCount + at] -= units
      flow[moved * lotCount + to] += units
      at = to
      isStale.pointer[at] = true
    }
    if evicts {
      let lost = Int(evictPair.pointer[at])
      flow[lost * lotCount + at] -= units
      unserved.pointer[lost] += units
    } else {
      free[at] -= units
    }
    flow[place * lotCount + start] += units
    hasExits = false
    return units
  }
}
