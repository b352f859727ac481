import RetailData

extension PlanInput {
  /// Whether both ask for the same plan but for what facilities can store, take in and send out.
  ///
  /// Numbers that a file leaves out are NaN, which no `==` finds equal: rows are compared by their
  /// memory. False, then, is no proof that something else differs.
  func isSame(asideFromCapacities other: PlanInput) -> Bool {
    drawsLike(other) && settings == other.settings && serviceTargets == other.serviceTargets
      && Self.isSame(items, other.items) && Self.isSame(network, other.network)
  }

  /// Whether `ScenarioDraws` draws the same for both from one forecast: what is asked for and how
  /// long it takes hang neither on money, nor on capacities, nor on who delivers until when.
  func drawsLike(_ other: PlanInput) -> Bool {
    let (a, b) = (network, other.network)
    var settings = settings
    settings.storageBasis = other.settings.storageBasis
    settings.servicePriceFactor = other.settings.servicePriceFactor
    return settings == other.settings && items.handling == other.items.handling
      && Self.isSame(items.demandFactor, other.items.demandFactor)
      && a.regions.map(\.id) == b.regions.map(\.id)
      && a.speeds.map(\.id) == b.speeds.map(\.id)
      && a.facilities.map(\.id) == b.facilities.map(\.id)
      && a.facilities.map(\.kind) == b.facilities.map(\.kind)
      && Self.isSame(a.transfers, b.transfers) && a.vendors == b.vendors
      && Self.isSame(a.supply, b.supply) && Self.isSame(a.inventory, b.inventory)
  }

  private static func isSame(_ a: ItemFigures, _ b: ItemFigures) -> Bool {
    isSame(a.price, b.price) && isSame(a.unitCost, b.unitCost) && isSame(a.volume, b.volume)
      && isSame(a.weight, b.weight) && a.category == b.category
  }

  private static func isSame(_ a: Network, _ b: Network) -> Bool {
    isSame(a.speeds.flatMap(figures), b.speeds.flatMap(figures))
      && isSame(a.facilities.map(\.holdingCost), b.facilities.map(\.holdingCost))
      && isSame(a.deliveries, b.deliveries)
  }

  private static func figures(_ speed: Speed) -> [Double] {
    [speed.promiseHours, speed.lostSalePenalty, speed.serviceTarget]
  }

  private static func isSame<Row: BitwiseCopyable>(_ a: [Row], _ b: [Row]) -> Bool {
    a.withUnsafeBytes { a in b.withUnsafeBytes { b in a.elementsEqual(b) } }
  }
}
