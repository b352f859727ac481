import RetailData

extension SimulationMetric {
  /// As people read it, with its unit.
  public func title(in network: Network) -> String {
    switch self {
    case .costPerOrder: "cost per order"
    case .spentPerOrder: "  spent or not earned"
    case .procurementPerOrder: "    procurement"
    case .transferPerOrder: "    transfers"
    case .deliveryPerOrder: "    delivery"
    case .holdingPerOrder: "    holding"
    case .lostSalesPerOrder: "    lost sales"
    case .latePerOrder: "    late"
    case .missedTargetsPerOrder: "  missing from fill targets"
    case .shippingCostPerUnit: "shipping per unit shipped"
    case .fillRate: "served, share"
    case .onTimeShare: "in time, share"
    case .lostShare: "lost, share"
    case .fillRateOf(let speed): "  in time, \(network.speeds[speed].id)"
    case .unitsPerDayOf(let speed): "units a day, \(network.speeds[speed].id)"
    case .distance: "distance, km"
    case .stock: "stock, units"
    case .inTransit: "on the way, units"
    case .stockLitres: "stock, litres"
    case .orders: "orders a day"
    case .transferred: "transferred a day"
    case .overflow: "beyond the room, litres"
    case .overfullDays: "overfull days, share"
    case .outboundWaiting: "waiting to leave, units"
    case .inboundWaiting: "waiting at docks, units"
    case .backlog: "waiting for stock, units"
    case .capacitiesExceeded: "capacities exceeded"
    }
  }

  /// Digits after the point that are worth showing.
  public var decimals: Int {
    switch self {
    case .stock, .inTransit, .stockLitres, .overflow, .distance: 0
    case .unitsPerDayOf, .orders, .transferred, .outboundWaiting, .inboundWaiting, .backlog,
      .capacitiesExceeded:
      1
    default: 3
    }
  }
}

extension SimulatedPolicy {
  /// Short enough for a column.
  public var heading: String {
    switch self {
    case .national: "national"
    case .local: "local"
    case .localPriced: "local, priced"
    case .uncalibrated: "plan as it is"
    case .nearest: "echelons, nearest"
    case .priced: "echelons, priced"
    }
  }
}
