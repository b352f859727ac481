extension Replication {
  /// The morning: what arrives today goes to the shelf, once the dock has taken it.
  mutating func receive() {
    while let lot = calendar.take(day: day) {
      let cell = Int(lot.cell)
      let facility = cell % facilities
      if !lot.isThrough {
        tally.places[facility].inbound += Int(lot.units)
        inboundWork[facility] += Double(lot.units)
        let wait = delay(inboundWork[facility], places[facility].inbound)
        if wait > 0 {
          calendar.add(day: day + wait, cell: cell, units: lot.units, isThrough: true)
          due[cell] = Int32(day + wait)
          continue
        }
      }
      shelve(lot.units, cell: cell, facility: facility)
    }
  }

  private mutating func shelve(_ units: Int32, cell: Int, facility: Int) {
    let item = cell / facilities
    onOrder[cell] -= units
    moving -= Int(units)
    onHand[cell] += units
    standing += Int(units)
    let volume = world.volume.pointer[firstItem + item]
    litres[facility] += Double(units) * volume
    recorder?.received(units, cell: cell)
    // When the rest comes is anybody's guess: about a review from now.
    due[cell] = Int32(day + (reviewDays + 1) / 2)
    if policy.sources.isSender.pointer[(firstItem + item) * facilities + facility] {
      memory.passesOn.pointer[item] = true
    }
    let owed = min(waiting[cell], onHand[cell])
    if owed > 0 {
      waiting[cell] -= owed
      backlog -= Int(owed)
      take(owed, cell: cell, facility: facility, volume: volume)
    }
  }

  /// Takes units off a shelf and through the outbound door.
  @inline(__always)
  mutating func take(_ units: Int32, cell: Int, facility: Int, volume: Double) {
    onHand[cell] -= units
    standing -= Int(units)
    litres[facility] -= Double(units) * volume
    outboundWork[facility] += Double(units)
    tally.places[facility].outbound += Int(units)
    tally.shipped += Int(units)
    recorder?.shipped(units, cell: cell)
  }
}
