import RetailData

extension PlanningProblem {
  /// - Throws: `PlanningProblemError`, `CancellationError`.
  init(input: PlanInput, draws: some DrawSource, work: WorkContext) throws {
    let network = input.network
    guard !network.deliveries.isEmpty, !network.speeds.isEmpty, !network.facilities.isEmpty else {
      throw PlanningProblemError.noNetwork
    }
    try Self.checkNumbers(input)
    let order = try EchelonOrder(
      facilityCount: network.facilities.count, transfers: network.transfers)
    let destinations = Destinations(network)
    let routes = CrossDockRoutes(transfers: network.transfers)
    let epochs = input.settings.mode == .state ? 3 : 2
    let stride = (input.settings.scenarios + 7) / 8 * 8
    let layouts = Handling.allCases.map {
      Layout(
        handling: $0, network: network, order: order, destinations: destinations, routes: routes,
        cellsPerFacility: epochs * stride)
    }
    let rows = ItemRows(input)
    let count = input.items.count
    let blockCount = (count + Self.blockSize - 1) / Self.blockSize
    let built = FlatList<BuiltBlock>(count: blockCount)
    try work.forEachChunk(of: blockCount, chunk: 1) { _, range in
      for number in range {
        let items = number * Self.blockSize..<min((number + 1) * Self.blockSize, count)
        var builder = BlockBuilder(
          input: input, layouts: layouts, destinations: destinations, rows: rows, epochs: epochs)
        for item in items {
          // Where customers order all the time, a block of items takes long.
          try work.checkCancelled()
          builder.add(item: item, draws: draws.draws(ofItem: item))
        }
        built.set(builder.finish(), at: number)
      }
    }
    let parts = built.values

    self.input = input
    self.layouts = layouts
    self.destinations = destinations
    scenarios = input.settings.scenarios
    self.stride = stride
    self.epochs = epochs
    speedCount = network.speeds.count
    facilityCount = network.facilities.count
    categoryCount = Self.categoryCount(of: input)
    blocks = parts.map(\.block)
    self.draws = KeptDraws(blocks: parts.map(\.draws))

    var demand = 0.0
    var worth = 0.0
    var volumeDays = 0.0
    var speedDemand = [Double](repeating: 0, count: speedCount)
    var storage = [Double](repeating: 0, count: facilityCount)
    var unreachable = 0.0
    for part in parts {
      demand += part.demand
      worth += part.worth
      volumeDays += part.volumeDays
      unreachable += part.unreachable
      for speed in speedDemand.indices { speedDemand[speed] += part.speedDemand[speed] }
      for facility in storage.indices { storage[facility] += part.storage[facility] }
    }
    self.unreachable = unreachable
    self.speedDemand = speedDemand
    let meanWorth = demand > 0 ? worth / demand : 0
    self.meanWorth = meanWorth
    meanVolumeDays = demand > 0 ? volumeDays / demand : 0
    standing = storage
    self.order = order
    self.routes = routes
    capacity = Capacities(network, standing: storage)
    fullRooms = FullRooms(
      input: input, layouts: layouts, capacity: capacity, standing: storage)
    let targets = Self.targets(of: input, parts: parts, meanWorth: meanWorth)
    self.targets = targets
    let speeds = speedCount
    targetLists = (0..<categoryCount * speeds).map { place in
      targets.indices.filter {
        Int(targets[$0].speed) == place % speeds
          && (targets[$0].category < 0 || Int(targets[$0].category) == place / speeds)
      }
    }
  }

  /// The same with the capacities of `input`, from the same draws; nil where more than capacities
  /// differs.
  ///
  /// - Throws: `PlanningProblemError`.
  func with(
    capacitiesOf input: PlanInput
  ) throws(PlanningProblemError) -> PlanningProblem? {
    guard input.isSame(asideFromCapacities: self.input) else { return nil }
    try Self.checkNumbers(input)
    let capacity = Capacities(input.network, standing: standing)
    return PlanningProblem(
      input: input, layouts: layouts, destinations: destinations, scenarios: scenarios,
      stride: stride, epochs: epochs, speedCount: speedCount, facilityCount: facilityCount,
      categoryCount: categoryCount, blocks: blocks, draws: self.draws,
      capacity: capacity, standing: standing,
      fullRooms: FullRooms(
        input: input, layouts: layouts, capacity: capacity, standing: standing),
      order: order, routes: routes, targets: targets, targetLists: targetLists,
      meanWorth: meanWorth,
      meanVolumeDays: meanVolumeDays, unreachable: unreachable, speedDemand: speedDemand)
  }

  /// One more than there are: items without a category have one of their own, the last.
  static func categoryCount(of input: PlanInput) -> Int {
    let targets = input.serviceTargets.compactMap(\.category)
    return 2 + Int(max(input.items.category.max() ?? -1, targets.max() ?? -1))
  }

  /// Those of the speeds, then those of categories; a target of nothing is none.
  private static func targets(
    of input: PlanInput, parts: [BuiltBlock], meanWorth: Double
  ) -> [FillTarget] {
    let speeds = input.network.speeds
    let ofSpeeds = speeds.enumerated().filter { $1.serviceTarget > 0 }.map {
      ServiceTarget(category: nil, speed: Int32($0), share: min($1.serviceTarget, 1))
    }
    return (ofSpeeds + input.serviceTargets.filter { $0.share > 0 }).map { target in
      let demand = parts.reduce(0.0) { sum, part in
        sum
          + (target.category.map {
            part.categoryDemand[Int($0) * speeds.count + Int(target.speed), default: 0]
          } ?? part.speedDemand[Int(target.speed)])
      }
      return FillTarget(
        category: target.category ?? -1, speed: target.speed, share: min(target.share, 1),
        demand: demand, price: input.settings.servicePriceFactor * meanWorth)
    }
  }

  /// Numbers that files can be read with but that no plan can be made for.
  static func checkNumbers(_ input: PlanInput) throws(PlanningProblemError) {
    let network = input.network
    func check(_ name: String, _ value: Double, infinite: Bool = false) throws(PlanningProblemError)
    {
      if value.isNaN || value < 0 || (value.isInfinite && !infinite) {
        throw .badNumber(name: name, value: value)
      }
    }
    for facility in network.facilities {
      try check("storage of \(facility.id)", facility.storage, infinite: true)
      try check("inbound capacity of \(facility.id)", facility.inboundPerDay, infinite: true)
      try check("outbound capacity of \(facility.id)", facility.outboundPerDay, infinite: true)
      try check("holding cost of \(facility.id)", facility.holdingCost)
    }
    for transfer in network.transfers {
      try check("lead time of a transfer", transfer.leadTimeDays)
      try check("cost per unit of a transfer", transfer.costPerUnit)
      try check("cost per litre of a transfer", transfer.costPerLitre)
    }
    for delivery in network.deliveries {
      try check("cost per unit of a delivery", delivery.costPerUnit)
      try check("cost per kilogram of a delivery", delivery.costPerKilogram)
    }
    for supply in network.supply {
      try check("mean lead time of a vendor", supply.leadTimeMeanDays)
      try check("standard deviation of a vendor's lead time", supply.leadTimeSDDays)
      if !supply.unitCost.isNaN { try check("unit cost of a vendor", supply.unitCost) }
    }
    for stock in network.inventory {
      try check("stock on hand", stock.onHand)
      try check("stock inbound", stock.inbound)
    }
    for speed in network.speeds {
      try check("lost-sale penalty of \(speed.id)", speed.lostSalePenalty)
    }
    for column in [input.items.price, input.items.unitCost, input.items.volume, input.items.weight]
    {
      for value in column { try check("a price, cost, volume or weight of an item", value) }
    }
    let settings = input.settings
    try check("review period", settings.reviewDays)
    try check("service price factor", settings.servicePriceFactor)
    try check("lead time factor", settings.leadTimeFactor)
    try check("demand factor", settings.demandFactor)
    for factor in input.items.demandFactor { try check("demand factor of an item", factor) }
    if settings.reviewDays == 0 { throw .badNumber(name: "review period", value: 0) }
    if settings.scenarios < 1 || settings.scenarios > 65_535 {
      throw .badNumber(name: "number of scenarios", value: Double(settings.scenarios))
    }
  }
}
