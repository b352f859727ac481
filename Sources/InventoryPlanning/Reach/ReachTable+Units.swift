import RetailData

extension ReachTable {
  /// Units of an item from which a region can be served at a speed: what stands at all facilities
  /// that deliver there at it. The same unit may be within reach of several regions.
  public func units(of item: Int, to region: Int, at speed: Int) -> Double {
    let handling = figures.handling[item]
    var sum = 0.0
    stock.forEach(of: item) { facility, units in
      guard network.facilities[facility].kind.mayHold(handling) else { return }
      let delivers = lanes.lanes(from: facility).contains {
        Int($0.region) == region && Int(network.deliveries[Int($0.row)].speed) == speed
      }
      if delivers { sum += units }
    }
    return sum
  }
}
