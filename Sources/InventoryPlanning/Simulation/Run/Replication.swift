import RetailData

/// One run of the days of a shop, or of some of its items, under one policy.
///
/// A day goes like this: in the morning goods come in, as far as the dock can take them; then
/// orders are served one after the other, without knowledge of the next; in the evening stock is
/// counted, vendors are asked for what is missing and goods are sent on to other facilities.
///
/// Reads and writes its memory through pointers: the values that own it must outlive a run.
struct Replication {
  let world: SimulationWorld
  let policy: PolicyTables
  let settings: SimulationSettings
  let memory: ReplicationMemory
  let reviewDays: Int
  let transferReviewDays: Int
  let random: KeyedDraws
  let replication: Int
  let facilities: Int
  let firstItem: Int
  let itemCount: Int
  var calendar: Calendar
  var tally: RunTally
  var day = 0
  /// Units of all items on hand, and on their way.
  var standing = 0
  var moving = 0
  /// Units that wait for stock.
  var backlog = 0
  /// Set by a replay: hears of every movement.
  var recorder: ReplayRecorder?

  let onHand: UnsafeMutablePointer<Int32>
  let onOrder: UnsafeMutablePointer<Int32>
  let waiting: UnsafeMutablePointer<Int32>
  let due: UnsafeMutablePointer<Int32>
  let litres: UnsafeMutablePointer<Double>
  let outboundWork: UnsafeMutablePointer<Double>
  let inboundWork: UnsafeMutablePointer<Double>
  let places: UnsafeMutablePointer<SimulationWorld.Place>
  let arcs: UnsafeMutablePointer<SimulationWorld.Arc>
  let levels: UnsafeMutablePointer<Int32>
  let links: UnsafeMutablePointer<SourceTable.Link>

  init(
    world: SimulationWorld, policy: PolicyTables, settings: SimulationSettings,
    memory: ReplicationMemory, reviewDays: Int, transferReviewDays: Int, replication: Int,
    days: Int
  ) {
    self.world = world
    self.policy = policy
    self.settings = settings
    self.memory = memory
    self.reviewDays = reviewDays
    self.transferReviewDays = transferReviewDays
    self.replication = replication
    random = KeyedDraws(seed: settings.seed, purpose: settings.purpose)
    facilities = world.facilityCount
    firstItem = memory.items.lowerBound
    itemCount = memory.items.count
    calendar = Calendar(days: days)
    tally = RunTally(world)
    onHand = memory.onHand.pointer
    onOrder = memory.onOrder.pointer
    waiting = memory.waiting.pointer
    due = memory.due.pointer
    litres = memory.litres.pointer
    outboundWork = memory.outboundWork.pointer
    inboundWork = memory.inboundWork.pointer
    places = world.facilities.pointer
    arcs = world.arcs.pointer
    levels = policy.levels.pointer + memory.items.lowerBound * world.facilityCount
    links = policy.sources.links.pointer + memory.items.lowerBound * world.facilityCount
    fillUp()
  }

  /// Every facility begins with its level on its shelves.
  private mutating func fillUp() {
    memory.onOrder.fill(with: 0)
    memory.waiting.fill(with: 0)
    memory.due.fill(with: 0)
    memory.passesOn.fill(with: false)
    memory.litres.fill(with: 0)
    memory.outboundWork.fill(with: 0)
    memory.inboundWork.fill(with: 0)
    for item in 0..<itemCount {
      let volume = world.volume.pointer[firstItem + item]
      for facility in 0..<facilities {
        let units = max(0, levels[item * facilities + facility])
        onHand[item * facilities + facility] = units
        litres[facility] += Double(units) * volume
        standing += Int(units)
      }
    }
  }

  /// Runs all days of a trace; what happens in the first `warmUp` days is not counted.
  mutating func run(_ trace: DemandTrace, warmUp: Int) {
    while day < trace.days {
      if day == warmUp { forget() }
      step(trace)
    }
  }

  mutating func forget() {
    tally = RunTally(world)
  }

  /// The same for a single item whose flows nobody holds up: days on which nothing happens are
  /// only counted.
  mutating func runSparsely(_ trace: DemandTrace, warmUp: Int) {
    precondition(itemCount == 1 && !settings.queuesFlows, "one item, open doors")
    let orders = trace.orders.pointer
    var alike = 0
    while day < trace.days {
      if day == warmUp {
        count(days: alike)
        alike = 0
        forget()
      }
      let (first, end) = (Int(trace.dayStart[day]), Int(trace.dayStart[day + 1]))
      if first < end || calendar.hasLots(on: day) || isReview {
        count(days: alike)
        alike = 0
        receive()
        for place in first..<end { serve(orders[place]) }
        replenish()
      }
      alike += 1
      day += 1
    }
    count(days: alike)
  }

  private var isReview: Bool {
    let since = day - Int(policy.sources.phase.pointer[firstItem])
    return since % reviewDays == 0 || since % transferReviewDays == 0
  }

  /// One day.
  mutating func step(_ trace: DemandTrace) {
    receive()
    let orders = trace.orders.pointer
    for place in Int(trace.dayStart[day])..<Int(trace.dayStart[day + 1]) { serve(orders[place]) }
    replenish()
    count(days: 1)
    recorder?.close(onHand: onHand, onOrder: onOrder, cells: itemCount * facilities)
    day += 1
  }

  /// The count of an evening, and of others like it: what stood and what waited.
  private mutating func count(days: Int) {
    if days == 0 { return }
    let length = Double(days)
    for facility in 0..<facilities {
      let place = places[facility]
      // Sums of litres that came and went may miss nothing by a little.
      let stood = max(0, litres[facility])
      tally.places[facility].litreDays += length * stood
      tally.holding += length * stood * place.holdingCost
      if stood > place.storage + 1e-6 {
        tally.places[facility].overflow += length * (stood - place.storage)
        tally.places[facility].overfullDays += days
      }
      if settings.queuesFlows {
        outboundWork[facility] = max(0, outboundWork[facility] - place.outbound)
        inboundWork[facility] = max(0, inboundWork[facility] - place.inbound)
        tally.places[facility].outboundWaiting += outboundWork[facility]
        tally.places[facility].inboundWaiting += inboundWork[facility]
      }
    }
    tally.stockDays += days * standing
    tally.transitDays += days * moving
    tally.waitingDays += days * backlog
  }

  /// Days beyond today until `work` is done by a door that takes `capacity` a day.
  @inline(__always)
  func delay(_ work: Double, _ capacity: Double) -> Int {
    if !settings.queuesFlows || work <= capacity { return 0 }
    return capacity > 0 ? Int(min(36_500, (work / capacity).rounded(.up))) - 1 : 36_500
  }
}
