import RetailData

/// Which classes of customers of a problem are those of an earlier one.
struct WarmMatch {
  let old: PlanningProblem
  let new: PlanningProblem
  /// By destination of the earlier problem: the same one now, -1 for none.
  private let destinations: [Int]
  private var destinationCount: Int { new.destinations.all.count }

  init(old: PlanningProblem, new: PlanningProblem) {
    self.old = old
    self.new = new
    var places: [Key: Int] = [:]
    for (place, destination) in new.destinations.all.enumerated() {
      places[Key(destination, of: new)] = place
    }
    destinations = old.destinations.all.map { places[Key($0, of: old)] ?? -1 }
  }

  /// What makes a destination what it is: an hour at which a slice of the day begins does not.
  private struct Key: Hashable {
    let region: Int32
    let speed: Int32
    /// Of the deliveries that keep the promise: facility and speed.
    let deliveries: [[Int32]]

    init(_ destination: Destinations.Destination, of problem: PlanningProblem) {
      region = destination.region
      speed = destination.speed
      deliveries = destination.deliveries.map {
        let delivery = problem.input.network.deliveries[Int($0)]
        return [Int32(delivery.facility), Int32(delivery.speed)]
      }
    }
  }

  /// Two versions of one block, item by item.
  struct Blocks {
    private let match: WarmMatch
    private let from: ItemBlock
    private let to: ItemBlock

    init(_ match: WarmMatch, from: ItemBlock, to: ItemBlock) {
      self.match = match
      self.from = from
      self.to = to
    }

    func copyLanes(from source: FlatBuffer<Float>, to target: FlatBuffer<Float>) {
      for number in 0..<min(from.items.count, to.items.count) {
        let (a, b) = (from.items.pointer[number], to.items.pointer[number])
        var next = Int(a.laneStart)
        for lane in Int(b.laneStart)..<Int(b.laneEnd) {
          let wanted = to.lanes.pointer[lane]
          // Both lists are in one order; what one lacks is skipped.
          var place = next
          while place < Int(a.laneEnd) {
            let found = from.lanes.pointer[place]
            if found.kind == wanted.kind, found.from == wanted.from, found.to == wanted.to,
              found.supply == wanted.supply, found.route == wanted.route
            {
              target.pointer[lane] = source.pointer[place]
              next = place + 1
              break
            }
            place += 1
          }
        }
      }
    }

    /// Copies the shipments of every scenario in which an item is asked for as before; returns the
    /// others.
    func copyShipments(
      from source: FlatBuffer<Float>, to target: FlatBuffer<Float>
    ) -> [ItemRecourse.Part] {
      var places = [Int](repeating: -1, count: match.new.epochs * match.destinationCount)
      return to.items.elements.indices.compactMap { number in
        let item = to.items.pointer[number]
        guard number < from.items.count, from.items.pointer[number].layout == item.layout else {
          return ItemRecourse.Part(item: number)
        }
        let classes = classes(of: item, from: from.items.pointer[number], &places)
        var isUpset = [Bool](repeating: false, count: match.new.scenarios)
        for (old, new) in classes {
          forEachScenario(of: old, and: new) { scenario, before, now in
            let asked = before.map { from.pairDemand.pointer[$0] }
            if asked != now.map({ to.pairDemand.pointer[$0] }) { isUpset[scenario] = true }
          }
        }
        for case (let old?, let new?) in classes {
          forEachScenario(of: old, and: new) { scenario, before, now in
            guard let before, let now, !isUpset[scenario] else { return }
            for arc in 0..<Int(to.groups.pointer[new].arcCount) {
              target.pointer[to.shipment(ofPair: now, arc: arc)] =
                source.pointer[from.shipment(ofPair: before, arc: arc)]
            }
          }
        }
        let upset = isUpset.indices.filter { isUpset[$0] }
        return upset.isEmpty ? nil : ItemRecourse.Part(item: number, scenarios: upset)
      }
    }

    /// The classes of an item's customers, then and now; nil where there was or is none.
    ///
    /// - Parameter places: By class: -1, and so again when this returns.
    private func classes(
      of item: ItemBlock.Item, from earlier: ItemBlock.Item, _ places: inout [Int]
    ) -> [(old: Int?, new: Int?)] {
      func place(_ group: ItemBlock.Group, _ destination: Int) -> Int {
        Int(group.epoch) * match.destinationCount + destination
      }
      let new = Int(item.groupStart)..<Int(item.groupEnd)
      for number in new {
        let group = to.groups.pointer[number]
        places[place(group, Int(group.destination))] = number
      }
      var classes: [(old: Int?, new: Int?)] = []
      for number in Int(earlier.groupStart)..<Int(earlier.groupEnd) {
        let group = from.groups.pointer[number]
        let destination = match.destinations[Int(group.destination)]
        let twin = destination < 0 ? -1 : places[place(group, destination)]
        classes.append((number, twin < 0 ? nil : twin))
        if twin >= 0 { places[place(group, destination)] = -1 }
      }
      for number in new {
        let group = to.groups.pointer[number]
        let place = place(group, Int(group.destination))
        if places[place] >= 0 { classes.append((nil, number)) }
        places[place] = -1
      }
      return classes
    }

    /// Calls `body` with every scenario in which a class asks for anything, and the pairs of then
    /// and now.
    private func forEachScenario(
      of old: Int?, and new: Int?, _ body: (_ scenario: Int, _ before: Int?, _ now: Int?) -> Void
    ) {
      let (before, now) = (Self.pairs(of: old, in: from), Self.pairs(of: new, in: to))
      var (i, j) = (before.lowerBound, now.lowerBound)
      while i < before.upperBound || j < now.upperBound {
        let a = i < before.upperBound ? Int(from.pairScenario.pointer[i]) : .max
        let b = j < now.upperBound ? Int(to.pairScenario.pointer[j]) : .max
        body(min(a, b), a <= b ? i : nil, b <= a ? j : nil)
        if a <= b { i += 1 }
        if b <= a { j += 1 }
      }
    }

    private static func pairs(of group: Int?, in block: ItemBlock) -> Range<Int> {
      group.map {
        Int(block.groups.pointer[$0].pairStart)..<Int(block.groups.pointer[$0].pairEnd)
      } ?? 0..<0
    }
  }
}
