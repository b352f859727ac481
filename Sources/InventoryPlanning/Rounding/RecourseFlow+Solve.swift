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

  /// Serves up to `wish` units of a class along the best path; returns how many.
  private func augment(_ place: Int, _ wish: Double) -> Double {
    measureShifts(count: place + 1)
    let (reach, before, free) = (reach.pointer, before.pointer, free.pointer)
    let (flow, lotCount) = (flow.pointer, lotCount)
    for lot in 0..<lotCount {
      reach[lot] = value.pointer[place * lotCount + lot]
      before[lot] = -1
    }
    for _ in 0..<lotCount {
      var isDone = true
      // From a lot with stock left a path need not go on.
      for lot in 0..<lotCount where reach[lot] > -.infinity && free[lot] <= Self.least {
        let (from, shift) = (reach[lot], shift.pointer + lot * lotCount)
        for other in 0..<lotCount where from - shift[other] > reach[other] + Self.least {
          reach[other] = from - shift[other]
          before[other] = Int32(lot)
          isDone = false
        }
      }
      if isDone { break }
    }
    var best = Self.least
    var end = -1
    var evicts = false
    for lot in 0..<lotCount where reach[lot] > -.infinity {
      if free[lot] > Self.least {
        if reach[lot] > best { (best, end, evicts) = (reach[lot], lot, false) }
      } else if reach[lot] - evict.pointer[lot] > best {
        (best, end, evicts) = (reach[lot] - evict.pointer[lot], lot, true)
      }
    }
    if end < 0 { return 0 }
    // How much the path carries; a path longer than there are lots would be a circle.
    var units =
      min(wish, evicts ? flow[Int(evictPair.pointer[end]) * lotCount + end] : free[end])
    var at = end
    var steps = 0
    while before[at] >= 0 {
      let from = Int(before[at])
      units = min(units, flow[Int(shiftPair.pointer[from * lotCount + at]) * lotCount + from])
      at = from
      steps += 1
      if steps > lotCount { return 0 }
    }
    if units <= 0 { return 0 }
    if evicts {
      let lost = Int(evictPair.pointer[end])
      flow[lost * lotCount + end] -= units
      unserved.pointer[lost] += units
    } else {
      free[end] -= units
    }
    at = end
    isStale.pointer[at] = true
    while before[at] >= 0 {
      let from = Int(before[at])
      let moved = Int(shiftPair.pointer[from * lotCount + at])
      flow[moved * lotCount + from] -= units
      flow[moved * lotCount + at] += units
      at = from
      isStale.pointer[at] = true
    }
    flow[place * lotCount + at] += units
    return units
  }
}
