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
    isStale = true
    for place in 0..<count { unserved.pointer[place] = 0 }
    for place in 0..<count { serve(place, first) }
    var sum = 0.0
    for place in 0..<count {
      let row = Int(pairGroup.pointer[first + place]) * facilities
      for lot in 0..<lotCount {
        let units = flow.pointer[place * lotCount + lot]
        if units > 0 { sum += units * gain.pointer[row + facility(of: lot)] }
      }
    }
    return sum
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
        let at = facility(of: lot)
        let number = Int(arc.pointer[group * facilities + at])
        if number >= 0 { body(group, Int(pairNumber.pointer[first + place]), at, number, units) }
      }
    }
  }

  func facility(of lot: Int) -> Int { Int(lots.pointer[lot]) / epochs }

  /// What a unit of a lot gains with a customer class, by its place in the scenario; -∞ where it
  /// comes too late or cannot get there.
  func gain(_ place: Int, _ first: Int, at lot: Int32) -> Double {
    if Int(lot) % epochs > Int(pairEpoch.pointer[first + place]) { return -.infinity }
    return gain.pointer[Int(pairGroup.pointer[first + place]) * facilities + Int(lot) / epochs]
  }

  private func serve(_ place: Int, _ first: Int) {
    var missing = pairUnits.pointer[first + place]
    while missing > Self.least {
      var best = Self.least
      var bestFree = -1
      var bestFreeGain = Self.least
      for lot in 0..<lotCount {
        let value = gain(place, first, at: lots.pointer[lot])
        if value > best { best = value }
        if value > bestFreeGain, free.pointer[lot] > Self.least {
          bestFreeGain = value
          bestFree = lot
        }
      }
      if best <= Self.least { break }
      if bestFree >= 0, bestFreeGain >= best {
        let units = min(missing, free.pointer[bestFree])
        free.pointer[bestFree] -= units
        flow.pointer[place * lotCount + bestFree] += units
        missing -= units
        if !isStale { note(place, first, at: bestFree) }
        continue
      }
      let units = augment(place, first, missing)
      if units <= 0 { break }
      missing -= units
    }
    unserved.pointer[place] = max(0, missing)
  }

  /// Least losses of moving or losing a customer, from all that are served so far.
  func measureShifts(_ first: Int, count: Int) {
    for cell in 0..<lotCount * lotCount { shift.pointer[cell] = .infinity }
    for lot in 0..<lotCount { evict.pointer[lot] = .infinity }
    for place in 0..<count {
      for lot in 0..<lotCount where flow.pointer[place * lotCount + lot] > Self.least {
        note(place, first, at: lot)
      }
    }
    isStale = false
  }

  private func note(_ place: Int, _ first: Int, at lot: Int) {
    let here = gain(place, first, at: lots.pointer[lot])
    if here < evict.pointer[lot] {
      evict.pointer[lot] = here
      evictPair.pointer[lot] = Int32(place)
    }
    for other in 0..<lotCount where other != lot {
      let loss = here - gain(place, first, at: lots.pointer[other])
      if loss < shift.pointer[lot * lotCount + other] {
        shift.pointer[lot * lotCount + other] = loss
        shiftPair.pointer[lot * lotCount + other] = Int32(place)
      }
    }
  }

  /// Serves up to `wish` units of a class along the best path; returns how many.
  private func augment(_ place: Int, _ first: Int, _ wish: Double) -> Double {
    if isStale { measureShifts(first, count: place + 1) }
    let reach = reach.pointer
    let before = before.pointer
    for lot in 0..<lotCount {
      reach[lot] = gain(place, first, at: lots.pointer[lot])
      before[lot] = -1
    }
    for _ in 0..<lotCount {
      var isDone = true
      for lot in 0..<lotCount where reach[lot] > -.infinity {
        for other in 0..<lotCount where other != lot {
          let value = reach[lot] - shift.pointer[lot * lotCount + other]
          if value > reach[other] + Self.least {
            reach[other] = value
            before[other] = Int32(lot)
            isDone = false
          }
        }
      }
      if isDone { break }
    }
    var best = Self.least
    var end = -1
    var evicts = false
    for lot in 0..<lotCount where reach[lot] > -.infinity {
      if free.pointer[lot] > Self.least {
        if reach[lot] > best { (best, end, evicts) = (reach[lot], lot, false) }
      } else if reach[lot] - evict.pointer[lot] > best {
        (best, end, evicts) = (reach[lot] - evict.pointer[lot], lot, true)
      }
    }
    if end < 0 { return 0 }
    // How much the path carries; a path longer than there are lots would be a circle.
    var units = min(wish, evicts ? flowing(Int(evictPair.pointer[end]), end) : free.pointer[end])
    var at = end
    var steps = 0
    while before[at] >= 0 {
      let from = Int(before[at])
      units = min(units, flowing(Int(shiftPair.pointer[from * lotCount + at]), from))
      at = from
      steps += 1
      if steps > lotCount { return 0 }
    }
    if units <= 0 { return 0 }
    if evicts {
      let lost = Int(evictPair.pointer[end])
      flow.pointer[lost * lotCount + end] -= units
      unserved.pointer[lost] += units
    } else {
      free.pointer[end] -= units
    }
    at = end
    while before[at] >= 0 {
      let from = Int(before[at])
      let moved = Int(shiftPair.pointer[from * lotCount + at])
      flow.pointer[moved * lotCount + from] -= units
      flow.pointer[moved * lotCount + at] += units
      at = from
    }
    flow.pointer[place * lotCount + at] += units
    isStale = true
    return units
  }

  private func flowing(_ place: Int, _ lot: Int) -> Double { flow.pointer[place * lotCount + lot] }
}
