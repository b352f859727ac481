/// What stands in the buildings on the last day: some items short, some in excess, and never in
/// quite the right place.
struct StockPlan {
  struct Units {
    var onHand: Int32 = 0
    var inbound: Int32 = 0
  }

  /// By facility and item.
  let units: [[Units]]

  init(shop: ShopModel, network: SampleNetwork, capacity: CapacityPlan) {
    units = network.sites.indices.map { facility in
      StockPlan.fill(facility, shop: shop, capacity: capacity)
    }
  }

  /// Scales what would be wanted down to the room there is, and never goes above it.
  private static func fill(_ facility: Int, shop: ShopModel, capacity: CapacityPlan) -> [Units] {
    let catalogue = shop.catalogue
    let wanted = (0..<catalogue.count).map { item in
      Wanted(item: item, facility: facility, shop: shop, capacity: capacity)
    }
    let litres = catalogue.millilitres.map { Double($0) / 1_000 }
    let room = capacity.sizes[facility].storage * 0.97
    let need = wanted.indices.reduce(0) { $0 + wanted[$1].onHand * litres[$1] }
    let fit = need > 0.95 * room ? 0.95 * room / need : 1
    var used = 0.0
    return wanted.indices.map { item in
      // Rounded at random, so that slow items keep their share of the room.
      let drawn = Int32(wanted[item].onHand * fit + wanted[item].rounding)
      let onHand = min(drawn, Int32(max(0, (room - used) / litres[item])))
      used += Double(onHand) * litres[item]
      return Units(onHand: onHand, inbound: Int32(wanted[item].inbound.rounded()))
    }
  }

  /// What a buyer would have ordered, with good and bad luck.
  private struct Wanted {
    var onHand = 0.0
    var inbound = 0.0
    var rounding = 0.0

    init(item: Int, facility: Int, shop: ShopModel, capacity: CapacityPlan) {
      let handling = shop.catalogue.handling[item]
      if capacity.shares[facility][Int(handling.rawValue)] == 0 { return }
      // An item is short everywhere, in excess everywhere, or neither.
      var health = KeyedStream(seed: shop.seed, purpose: .stockHealth, key: item)
      let draw = health.uniform()
      let level =
        draw < 0.15
        ? health.uniform(0...0.3)
        : draw < 0.3 ? health.uniform(1.6...2.6) : health.uniform(0.5...1.1)
      var local = KeyedStream(
        seed: shop.seed, purpose: .stockPlacement, key: item &* 1_024 &+ facility)
      let stock = capacity.stock(item: item, handling: handling, facility: facility)
      onHand = stock * level * local.uniform(0.2...1.3)
      inbound = local.chance(0.25) ? stock * local.uniform(0.1...0.5) : 0
      rounding = onHand == 0 ? 0 : local.uniform()
    }
  }
}
