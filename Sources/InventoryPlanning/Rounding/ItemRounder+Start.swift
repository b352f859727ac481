/// Where an item's way downhill begins.
extension ItemRounder {
  /// Takes the nearest quantities to `wish` that keep all rules.
  func start(from wish: [Double]) {
    for row in rows.indices {
      let wanted = rows[row].lanes.reduce(0) { $0 + max(0, wish[$1]) }
      let below = rows[row].rule.atMost(wanted)
      var total = below
      if wanted > below, let above = rows[row].rule.atLeast(wanted), above - wanted < wanted - below
      {
        total = above
      }
      spread(total, over: row, wish)
    }
    // Stock on hand: whole units, the largest rests first, never more than there is.
    for number in 0..<lanes where lane(number).kind == .onHand {
      units[number] = max(0, wish[number]).rounded(.down)
    }
    let rests = (0..<lanes).filter { lane($0).kind == .onHand && wish[$0] - units[$0] >= 0.5 }
      .sorted { (wish[$1] - units[$1], $0) < (wish[$0] - units[$0], $1) }
    for number in rests where onHandLeft(number) >= 1 { units[number] += 1 }
    for number in 0..<lanes where lane(number).kind == .onHand {
      let over = -onHandLeft(number)
      if over > 0 { units[number] = max(0, units[number] - over) }
    }
  }

  /// Gives a row `total` units: to each lane what its facility still lacks of the wish, the rest to
  /// where a unit costs least.
  private func spread(_ total: Double, over row: Int, _ wish: [Double]) {
    let range = rows[row].lanes
    for number in range { units[number] = 0 }
    if total <= 0 { return }
    var lack = range.map { number in
      // Of what a facility lacks, each way there gets its part.
      let ways = range.filter { lane($0).to == lane(number).to }
      let wanted = ways.reduce(0) { $0 + max(0, wish[$1]) }
      let part = wanted > 0 ? max(0, wish[number]) / wanted : number == ways.first ? 1 : 0
      return part * max(0, missing(at: lane(number).to, wish, to: range.upperBound))
    }
    let sum = lack.reduce(0, +)
    let given = min(total, sum.rounded())
    if sum > 0, given > 0 {
      lack = lack.map { $0 * given / sum }
      var left = given
      for (place, number) in range.enumerated() {
        units[number] = lack[place].rounded(.down)
        left -= units[number]
      }
      let order = lack.indices.sorted {
        (lack[$1] - lack[$1].rounded(.down), $0) < (lack[$0] - lack[$0].rounded(.down), $1)
      }
      for place in order where left >= 1 {
        units[range.lowerBound + place] += 1
        left -= 1
      }
    }
    let rest = total - range.reduce(0) { $0 + units[$1] }
    if rest > 0, let cheapest = range.min(by: { (cost[$0], $0) < (cost[$1], $1) }) {
      units[cheapest] += rest
    }
  }

  /// What a facility lacks of the wish, the lanes before `end` into it together: later ones bring
  /// their own.
  func missing(at facility: Int32, _ wish: [Double], to end: Int) -> Double {
    var lack = 0.0
    for number in 0..<end where lane(number).to == facility && lane(number).supply >= 0 {
      lack += max(0, wish[number]) - units[number]
    }
    return lack
  }
}
