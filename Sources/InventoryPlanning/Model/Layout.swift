import RetailData

/// The network as the items of one handling see it: only the facilities where they may stand,
/// numbered from the top down, with the transfers between those and the arcs to customers.
struct Layout: Sendable {
  /// Number in the network, by local number: senders before receivers.
  let facilities: [Int32]
  /// The facilities that a unit may have come through on its way to each facility, itself among
  /// them: bit f modulo 64 for facility f. Only a hint for step sizes.
  let upstream: [UInt64]
  /// In the order of the sender.
  let transfers: [LocalTransfer]
  /// Those of `CrossDockRoutes` that only touch these facilities.
  let routes: [LocalRoute]
  /// Arcs of destination d: `arcStart[d] ..< arcStart[d + 1]`.
  let arcStart: [Int32]
  let arcs: [Arc]
  /// Dearer rows of one arc that are cheaper for some weight: see `Arc`.
  let alternatives: [Rate]

  /// The same once more, where kernels read it.
  let flat: Flat

  struct Flat: Sendable {
    let facilities: FlatBuffer<Int32>
    let transfers: FlatBuffer<LocalTransfer>
    let arcs: FlatBuffer<Arc>
    let alternatives: FlatBuffer<Rate>
    /// `LocalRoute.number`.
    let routeNumbers: FlatBuffer<Int32>
    /// By arc: the local facility, and where its numbers by epoch and scenario begin.
    let owners: FlatBuffer<Int32>
    let cells: FlatBuffer<Int32>
  }

  struct LocalTransfer: Sendable, BitwiseCopyable {
    /// Local numbers.
    var from: Int32
    var to: Int32
    /// Row of `network.transfers`.
    var row: Int32
    var costPerUnit: Double
    var costPerLitre: Double
    var days: Double
  }

  /// A way across docks.
  struct LocalRoute: Sendable {
    /// Number among all routes.
    var number: Int
    /// Local numbers of the docks, the vendor's own first, and of the end.
    var docks: [Int32]
    var to: Int32
    /// In `transfers`, in the order of the way.
    var transfers: [Int32]
    var days: Double

    /// Money per unit of all its transfers.
    func cost(volume: Double, in layout: Layout) -> Double {
      transfers.reduce(0) {
        let transfer = layout.transfers[Int($1)]
        return $0 + transfer.costPerUnit + volume * transfer.costPerLitre
      }
    }
  }

  /// What a row of `network.deliveries` charges.
  struct Rate: Sendable, BitwiseCopyable {
    var perUnit: Double
    var perKilogram: Double
    var row: Int32

    func cost(weight: Double) -> Double { perUnit + weight * perKilogram }
  }

  /// A facility that can serve a destination, by the row that is cheapest for the item's weight.
  struct Arc: Sendable, BitwiseCopyable {
    /// Local number.
    var facility: Int32
    var rate: Rate
    /// Range in `alternatives`; almost always empty.
    var alternativeStart: Int32
    var alternativeEnd: Int32
  }

  /// - Parameter cellsPerFacility: Epochs × padded scenarios.
  init(
    handling: Handling, network: Network, order: EchelonOrder, destinations: Destinations,
    routes: CrossDockRoutes, cellsPerFacility: Int
  ) {
    facilities = order.facilities.filter {
      network.facilities[Int($0)].kind.mayHold(handling)
    }
    var local = [Int32](repeating: -1, count: network.facilities.count)
    for (number, facility) in facilities.enumerated() { local[Int(facility)] = Int32(number) }
    let transfers = network.transfers.enumerated().compactMap { row, transfer in
      let from = local[Int(transfer.from)]
      let to = local[Int(transfer.to)]
      if from < 0 || to < 0 { return nil as LocalTransfer? }
      return LocalTransfer(
        from: from, to: to, row: Int32(row), costPerUnit: transfer.costPerUnit,
        costPerLitre: transfer.costPerLitre, days: transfer.leadTimeDays)
    }.sorted { ($0.from, $0.to, $0.row) < ($1.from, $1.to, $1.row) }
    self.transfers = transfers
    var numbers: [Int32: Int32] = [:]
    for (number, transfer) in transfers.enumerated() { numbers[transfer.row] = Int32(number) }
    self.routes = routes.all.enumerated().compactMap { number, rows in
      let way = rows.compactMap { numbers[$0] }
      guard way.count == rows.count, let last = way.last else { return nil }
      return LocalRoute(
        number: number, docks: way.map { transfers[Int($0)].from }, to: transfers[Int(last)].to,
        transfers: way, days: way.reduce(0) { $0 + transfers[Int($1)].days })
    }

    var upstream = facilities.indices.map { 1 << UInt64($0 & 63) as UInt64 }
    // Senders come first, so theirs are complete when they are passed on.
    for transfer in transfers { upstream[Int(transfer.to)] |= upstream[Int(transfer.from)] }
    self.upstream = upstream

    var arcStart: [Int32] = [0]
    var arcs: [Arc] = []
    var alternatives: [Rate] = []
    for destination in destinations.all {
      for facility in facilities.indices {
        let rates = destination.deliveries.compactMap { row -> Rate? in
          let delivery = network.deliveries[Int(row)]
          guard Int(local[Int(delivery.facility)]) == facility else { return nil }
          return Rate(
            perUnit: delivery.costPerUnit, perKilogram: delivery.costPerKilogram, row: row)
        }
        // Cheapest for a light item first; after it only what is cheaper for a heavy one.
        var kept: [Rate] = []
        for rate in rates.sorted(by: { ($0.perUnit, $0.perKilogram) < ($1.perUnit, $1.perKilogram) }
        )
        where kept.last.map({ rate.perKilogram < $0.perKilogram }) ?? true {
          kept.append(rate)
        }
        guard let first = kept.first else { continue }
        let start = Int32(alternatives.count)
        alternatives += kept.dropFirst()
        arcs.append(
          Arc(
            facility: Int32(facility), rate: first, alternativeStart: start,
            alternativeEnd: Int32(alternatives.count)))
      }
      arcStart.append(Int32(arcs.count))
    }
    self.arcStart = arcStart
    self.arcs = arcs
    self.alternatives = alternatives

    flat = Flat(
      facilities: FlatBuffer(facilities),
      transfers: FlatBuffer(
        transfers,
        filler: LocalTransfer(from: 0, to: 0, row: 0, costPerUnit: 0, costPerLitre: 0, days: 0)),
      arcs: FlatBuffer(
        arcs,
        filler: Arc(
          facility: 0, rate: Rate(perUnit: 0, perKilogram: 0, row: 0), alternativeStart: 0,
          alternativeEnd: 0)),
      alternatives: FlatBuffer(
        alternatives, filler: Rate(perUnit: 0, perKilogram: 0, row: 0)),
      routeNumbers: FlatBuffer(self.routes.map { Int32($0.number) }),
      owners: FlatBuffer(arcs.map(\.facility)),
      cells: FlatBuffer(arcs.map { $0.facility * Int32(cellsPerFacility) }))
  }

  /// The cheapest row of an arc for an item of this weight.
  func rate(of arc: Int, weight: Double) -> Rate {
    KernelLayout(self).rate(of: arc, weight: weight)
  }
}
