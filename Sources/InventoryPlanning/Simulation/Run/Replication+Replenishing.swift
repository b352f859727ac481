import RetailData

extension Replication {
  /// The evening: items whose turn it is are ordered and sent on.
  mutating func replenish() {
    let phases = policy.sources.phase.pointer
    for item in 0..<itemCount {
      let phase = Int(phases[firstItem + item])
      let reviews = (day - phase) % reviewDays == 0
      let isDue = memory.passesOn.pointer[item]
      guard reviews || isDue || (day - phase) % transferReviewDays == 0 else { continue }
      memory.passesOn.pointer[item] = false
      look(at: item)
      if reviews { order(item) }
      passOn(item)
    }
  }

  /// Positions and levels of one item: each facility's with those below it where the policy says so,
  /// otherwise less what it owes them.
  private func look(at item: Int) {
    let base = item * facilities
    let position = memory.echelon.pointer
    let level = memory.echelonLevel.pointer
    for facility in 0..<facilities {
      let cell = base + facility
      position[facility] = onHand[cell] + onOrder[cell] - waiting[cell]
      level[facility] = levels[cell]
    }
    // From the bottom up: whoever sends comes before whom it sends to.
    for facility in world.order.facilities.reversed() {
      let place = Int(facility)
      let parent = links[base + place].parent
      guard parent >= 0 else { continue }
      if policy.countsEchelons {
        position[Int(parent)] += position[place]
        level[Int(parent)] += level[place]
      } else {
        // What is asked for below and was not sent yet is owed.
        position[Int(parent)] -= max(0, level[place] - position[place])
      }
    }
  }

  private mutating func order(_ item: Int) {
    let base = item * facilities
    for facility in 0..<facilities {
      let link = links[base + facility]
      guard link.parent == SourceTable.Link.vendor else { continue }
      let missing = memory.echelonLevel.pointer[facility] - memory.echelon.pointer[facility]
      guard missing > 0 else { continue }
      let cases = (missing + link.caseQuantity - 1) / link.caseQuantity
      let units = max(link.smallest, cases * link.caseQuantity)
      // One random number an item and day: a vendor that is late is late everywhere.
      let block = KeyedDraws(
        seed: settings.seed &+ UInt64(day >> 8) &* 0x9e37_79b9_7f4a_7c15,
        purpose: settings.purpose)
      let words = block.words(
        .leadTime, item: firstItem + item, scenario: replication, epoch: day & 0xff)
      let days = policy.leadTimes.days.pointer[
        Int(link.lead) + Int(words.x) % LeadTimeTable.steps]
      tally.bought += Int(units)
      tally.procurement += Double(units) * link.cost
      recorder?.bought(units, cell: base + facility)
      send(units, cell: base + facility, landing: day + 1 + Int(days))
    }
  }

  private mutating func send(_ units: Int32, cell: Int, landing: Int) {
    if onOrder[cell] <= 0 { due[cell] = Int32(landing) }
    onOrder[cell] += units
    moving += Int(units)
    calendar.add(day: landing, cell: cell, units: units, isThrough: false)
  }

  /// From the top down, so that what is needed at the bottom is asked for on the way.
  private mutating func passOn(_ item: Int) {
    let base = item * facilities
    for sender in world.order.facilities {
      let from = base + Int(sender)
      guard policy.sources.isSender.pointer[firstItem * facilities + from], onHand[from] > 0 else {
        continue
      }
      shareOut(item: item, from: Int(sender))
    }
  }

  /// Sends every facility what it lacks; where that is more than there is, everybody gets the same
  /// part of it, and so does the sender if customers are served from there.
  private mutating func shareOut(item: Int, from sender: Int) {
    let base = item * facilities
    let want = memory.share.pointer
    var total = 0
    for facility in 0..<facilities {
      want[facility] = 0
      guard links[base + facility].parent == Int32(sender) else { continue }
      want[facility] = max(
        0, memory.echelonLevel.pointer[facility] - memory.echelon.pointer[facility])
      total += Int(want[facility])
    }
    if total == 0 { return }
    let there = Int(onHand[base + sender])
    let kept = places[sender].delivers ? Int(max(0, levels[base + sender])) : 0
    if total > there || total + kept > there {
      ration(there, wanted: total, kept: kept)
    }
    let volume = world.volume.pointer[firstItem + item]
    for facility in 0..<facilities where want[facility] > 0 {
      let units = want[facility]
      let cell = base + facility
      onHand[base + sender] -= units
      standing -= Int(units)
      litres[sender] -= Double(units) * volume
      outboundWork[sender] += Double(units)
      let wait = delay(outboundWork[sender], places[sender].outbound)
      tally.places[sender].outbound += Int(units)
      tally.transferred += Int(units)
      tally.transfers += Double(units) * links[cell].cost
      recorder?.sent(units, from: base + sender)
      send(units, cell: cell, landing: day + 1 + wait + Int(links[cell].lead))
    }
  }

  /// Cuts what is wanted to what there is: the same part for all, then units one by one to whoever
  /// lacks the most.
  private func ration(_ there: Int, wanted: Int, kept: Int) {
    let want = memory.share.pointer
    let shortage = memory.shortage.pointer
    let all = wanted + kept
    var left = max(0, there - there * kept / all)
    // The sender keeps no more than it has to: whole units go down first.
    left = min(left, wanted)
    let shared = left
    for facility in 0..<facilities {
      let part = Int32(shared * Int(want[facility]) / wanted)
      shortage[facility] = want[facility] - part
      want[facility] = part
      left -= Int(part)
    }
    while left > 0 {
      var neediest = -1
      for facility in 0..<facilities where shortage[facility] > 0 {
        if neediest < 0 || shortage[facility] > shortage[neediest] { neediest = facility }
      }
      guard neediest >= 0 else { break }
      want[neediest] += 1
      shortage[neediest] -= 1
      left -= 1
    }
  }
}
