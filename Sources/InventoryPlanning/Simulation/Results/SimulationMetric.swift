import RetailData

/// What a simulation measures. Raw values are the names in files and results.
public enum SimulationMetric: Sendable, Hashable {
  /// Money per unit ordered: the whole, what of it is spent or not earned, and the addends of that;
  /// then what is missing from fill targets, at the planner's price.
  case costPerOrder, spentPerOrder
  case procurementPerOrder, transferPerOrder, deliveryPerOrder, holdingPerOrder
  case lostSalesPerOrder, latePerOrder
  case missedTargetsPerOrder
  /// Money per unit shipped: delivery and transfers.
  case shippingCostPerUnit
  /// Shares of the units ordered: served at all, served in time, lost.
  case fillRate, onTimeShare, lostShare
  /// Share of the units ordered at one speed that is served in time.
  case fillRateOf(speed: Int)
  /// Units per day shipped in time at a speed.
  case unitsPerDayOf(speed: Int)
  /// Kilometres, mean of the units shipped.
  case distance
  /// Units, means: on hand, on the way.
  case stock, inTransit
  /// Litres on hand, mean.
  case stockLitres
  /// Units per day.
  case orders, transferred
  /// Litres beyond the storage capacities, mean.
  case overflow
  /// Share of days and facilities on which more stood there than there is room for.
  case overfullDays
  /// Units that waited overnight at a door, mean of the days.
  case outboundWaiting, inboundWaiting
  /// Units that waited for stock, mean.
  case backlog
  /// Capacities whose mean use was above them.
  case capacitiesExceeded

  /// As it stands in JSON and CSV.
  public func name(in network: Network) -> String {
    switch self {
    case .costPerOrder: "cost_per_order"
    case .spentPerOrder: "spent_per_order"
    case .procurementPerOrder: "procurement_per_order"
    case .transferPerOrder: "transfer_per_order"
    case .deliveryPerOrder: "delivery_per_order"
    case .holdingPerOrder: "holding_per_order"
    case .lostSalesPerOrder: "lost_sales_per_order"
    case .latePerOrder: "late_per_order"
    case .missedTargetsPerOrder: "missed_targets_per_order"
    case .shippingCostPerUnit: "shipping_cost_per_unit"
    case .fillRate: "fill_rate"
    case .onTimeShare: "on_time_share"
    case .lostShare: "lost_share"
    case .fillRateOf(let speed): "fill_rate_\(network.speeds[speed].id)"
    case .unitsPerDayOf(let speed): "units_per_day_\(network.speeds[speed].id)"
    case .distance: "distance_km"
    case .stock: "stock_units"
    case .inTransit: "in_transit_units"
    case .stockLitres: "stock_l"
    case .orders: "orders_per_day"
    case .transferred: "transferred_units_per_day"
    case .overflow: "storage_overflow_l"
    case .overfullDays: "overfull_days_share"
    case .outboundWaiting: "outbound_waiting_units"
    case .inboundWaiting: "inbound_waiting_units"
    case .backlog: "backlog_units"
    case .capacitiesExceeded: "capacities_exceeded"
    }
  }

  /// All of a network, in the order in which they are shown.
  public static func all(in network: Network) -> [SimulationMetric] {
    let speeds = network.speeds.indices
    return [
      .costPerOrder, .spentPerOrder, .procurementPerOrder, .transferPerOrder, .deliveryPerOrder,
      .holdingPerOrder, .lostSalesPerOrder, .latePerOrder, .missedTargetsPerOrder,
      .shippingCostPerUnit, .fillRate, .onTimeShare, .lostShare,
    ] + speeds.map { .fillRateOf(speed: $0) } + speeds.map { .unitsPerDayOf(speed: $0) } + [
      .distance, .stock, .inTransit, .stockLitres, .orders, .transferred, .overflow,
      .overfullDays, .outboundWaiting, .inboundWaiting, .backlog, .capacitiesExceeded,
    ]
  }
}

extension RunTally {
  /// The metric of one replication; NaN where it has no meaning.
  func value(_ metric: SimulationMetric, days: Int, places: [Facility]) -> Double {
    let units = Double(ordered)
    let length = Double(max(days, 1))
    let timely = Double(served.reduce(0, +))
    let late = Double(delayed.reduce(0, +))
    return switch metric {
    case .costPerOrder: cost / units
    case .spentPerOrder: spent / units
    case .procurementPerOrder: procurement / units
    case .transferPerOrder: transfers / units
    case .deliveryPerOrder: delivery / units
    case .holdingPerOrder: holding / units
    case .lostSalesPerOrder: lostSales / units
    case .latePerOrder: self.late / units
    case .missedTargetsPerOrder: missedTargets / units
    case .shippingCostPerUnit: (delivery + transfers) / Double(shipped)
    case .fillRate: (timely + late) / units
    case .onTimeShare: timely / units
    case .lostShare: (units - timely - late) / units
    case .fillRateOf(let speed):
      Double(self.units(\.served, speed: speed)) / Double(self.units(\.demand, speed: speed))
    case .unitsPerDayOf(let speed): Double(self.units(\.served, speed: speed)) / length
    case .distance: kilometres / Double(located)
    case .stock: Double(stockDays) / length
    case .inTransit: Double(transitDays) / length
    case .stockLitres: self.places.reduce(0) { $0 + $1.litreDays } / length
    case .orders: units / length
    case .transferred: Double(transferred) / length
    case .overflow: self.places.reduce(0) { $0 + $1.overflow } / length
    case .overfullDays:
      Double(self.places.reduce(0) { $0 + $1.overfullDays }) / (length * Double(places.count))
    case .outboundWaiting: self.places.reduce(0) { $0 + $1.outboundWaiting } / length
    case .inboundWaiting: self.places.reduce(0) { $0 + $1.inboundWaiting } / length
    case .backlog: Double(waitingDays) / length
    case .capacitiesExceeded:
      Double(
        zip(self.places, places).reduce(0) { sum, pair in
          let (used, place) = pair
          return sum + (used.litreDays / length > place.storage ? 1 : 0)
            + (Double(used.inbound) / length > place.inboundPerDay ? 1 : 0)
            + (Double(used.outbound) / length > place.outboundPerDay ? 1 : 0)
        })
    }
  }
}
