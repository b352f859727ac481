/// What stands in the buildings on the last day: some items short, some in excess, and never in
/// quite the right place.
struct StockPlan {
  private let seed: UInt64
  private let catalogue: SampleCatalogue
  private let network: SampleNetwork
  private let capacity: CapacityPlan
  /// By facility: the factor that makes its stock fit.
  private let fit: [Double]

  init(shop: ShopModel, network: SampleNetwork, capacity: CapacityPlan) {
    seed = shop.seed
    catalogue = shop.catalogue
    self.network = network
    self.capacity = capacity
    fit = network.sites.indices.map { facility in
      var litres = 0.0
      for item in 0..<shop.catalogue.count {
        litres +=
          StockPlan.wanted(item, facility, shop.seed, shop.catalogue, capacity).onHand
          * Double(shop.catalogue.millilitres[item]) / 1_000
      }
      let room = capacity.sizes[facility].storage * 0.93
      return litres > room ? room / litres : 1
    }
  }

  /// Units on hand and on their way.
  func stock(item: Int, facility: Int) -> (onHand: Int, inbound: Int) {
    let wanted = StockPlan.wanted(item, facility, seed, catalogue, capacity)
    // Rounded down, or the litres would not fit.
    return (Int(wanted.onHand * fit[facility]), Int(wanted.inbound.rounded()))
  }

  private static func wanted(
    _ item: Int, _ facility: Int, _ seed: UInt64, _ catalogue: SampleCatalogue,
    _ capacity: CapacityPlan
  ) -> (onHand: Double, inbound: Double) {
    let handling = catalogue.handling[item]
    if capacity.shares[facility][Int(handling.rawValue)] == 0 { return (0, 0) }
    var health = KeyedStream(seed: seed, purpose: .stockHealth, key: item)
    let draw = health.uniform()
    let level =
      draw < 0.15
      ? health.uniform(0...0.3)
      : draw < 0.3 ? health.uniform(1.6...2.6) : health.uniform(0.5...1.1)
    var local = KeyedStream(
      seed: seed, purpose: .stockPlacement, key: item &* 1_024 &+ facility)
    let stock = capacity.stock(item: item, handling: handling, facility: facility)
    let onHand = stock * level * local.uniform(0.2...1.3)
    let inbound = local.chance(0.25) ? stock * local.uniform(0.1...0.5) : 0
    return (onHand, inbound)
  }
}
