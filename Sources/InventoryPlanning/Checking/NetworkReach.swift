import RetailData

/// Where goods can stand, get to and get on from, for each handling: tables `[handling][facility]`.
struct NetworkReach {
  /// Items of each handling.
  let items: [Int]
  let mayStand: [[Bool]]
  /// Something stands there, is sold there, or can be moved there.
  let canArrive: [[Bool]]
  /// What stands there can be delivered, from there or after moving on.
  let canLeave: [[Bool]]

  init(_ input: PlanInput) {
    let network = input.network
    var items = [Int](repeating: 0, count: Handling.allCases.count)
    for handling in input.items.handling { items[Int(handling.rawValue)] += 1 }
    self.items = items
    let mayStand = Handling.allCases.map { handling in
      network.facilities.map { $0.kind.mayHold(handling) }
    }
    self.mayStand = mayStand
    var sources = mayStand.map { [Bool](repeating: false, count: $0.count) }
    for row in network.supply {
      sources[Int(input.items.handling[Int(row.item)].rawValue)][Int(row.facility)] = true
    }
    for row in network.inventory where row.onHand + row.inbound > 0 {
      sources[Int(input.items.handling[Int(row.item)].rawValue)][Int(row.facility)] = true
    }
    var exits = [Bool](repeating: false, count: network.facilities.count)
    for row in network.deliveries where !row.isClosed(in: network) {
      exits[Int(row.facility)] = true
    }
    canArrive = mayStand.indices.map { handling in
      Self.spread(
        zip(sources[handling], mayStand[handling]).map { $0 && $1 }, within: mayStand[handling],
        along: network.transfers.map { ($0.from, $0.to) })
    }
    canLeave = mayStand.map { may in
      Self.spread(
        zip(exits, may).map { $0 && $1 }, within: may,
        along: network.transfers.map { ($0.to, $0.from) })
    }
  }

  /// Every place that can be reached from the marked ones. Circles do no harm.
  private static func spread(
    _ marked: [Bool], within allowed: [Bool], along ways: [(from: Int32, to: Int32)]
  ) -> [Bool] {
    var marked = marked
    var isChanging = true
    while isChanging {
      isChanging = false
      for way in ways
      where marked[Int(way.from)] && allowed[Int(way.to)] && !marked[Int(way.to)] {
        marked[Int(way.to)] = true
        isChanging = true
      }
    }
    return marked
  }

  /// Handlings that the shop has items of.
  var handlings: [Handling] { Handling.allCases.filter { items[Int($0.rawValue)] > 0 } }
}

extension Delivery {
  /// No order can be placed before its cut-off. The slowest speed's cut-offs are not heeded.
  func isClosed(in network: Network) -> Bool {
    cutoffHour <= 0 && Int(speed) < network.speeds.count - 1
  }
}
