import RetailData

extension PlanInput {
  /// Whether both ask for the same plan but for what facilities can store, take in and send out.
  ///
  /// Numbers that a file leaves out are NaN, which no `==` finds equal: rows are compared by their
  /// memory. False, then, is no proof that something else differs.
  func isSame(asideFromCapacities other: PlanInput) -> Bool {
    settings == other.settings && serviceTargets == other.serviceTargets
      && Self.isSame(items, other.items) && Self.isSame(network, other.network)
  }

  private static func isSame(_ a: ItemFigures, _ b: ItemFigures) -> Bool {
    isSame(a.price, b.price) && isSame(a.unitCost, b.unitCost) && isSame(a.volume, b.volume)
      && isSame(a.weight, b.weight) && a.handling == b.handling && a.category == b.category
      && isSame(a.demandFactor, b.demandFactor)
  }

  private static func isSame(_ a: Network, _ b: Network) -> Bool {
    a.regions.map(\.id) == b.regions.map(\.id)
      && a.speeds.map(\.id) == b.speeds.map(\.id)
      && isSame(a.speeds.flatMap(figures), b.speeds.flatMap(figures))
      && a.facilities.map(\.id) == b.facilities.map(\.id)
      && a.facilities.map(\.kind) == b.facilities.map(\.kind)
      && isSame(a.facilities.map(\.holdingCost), b.facilities.map(\.holdingCost))
      && isSame(a.transfers, b.transfers) && isSame(a.deliveries, b.deliveries)
      && a.vendors == b.vendors && isSame(a.supply, b.supply) && isSame(a.inventory, b.inventory)
  }

  private static func figures(_ speed: Speed) -> [Double] {
    [speed.promiseHours, speed.lostSalePenalty, speed.serviceTarget]
  }

  private static func isSame<Row: BitwiseCopyable>(_ a: [Row], _ b: [Row]) -> Bool {
    a.withUnsafeBytes { a in b.withUnsafeBytes { b in a.elementsEqual(b) } }
  }
}
