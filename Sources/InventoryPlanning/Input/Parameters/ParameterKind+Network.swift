import RetailData

extension ParameterKind {
  static let facility: [ParameterKind] = [
    figure(
      .facility, "storage_l", "storage", .capacity("litres"), step: 1_000,
      in: \.network.facilities, at: \.storage),
    figure(
      .facility, "inbound_units_per_day", "inbound", .capacity("units per day"), step: 10,
      in: \.network.facilities, at: \.inboundPerDay),
    figure(
      .facility, "outbound_units_per_day", "outbound", .capacity("units per day"), step: 10,
      in: \.network.facilities, at: \.outboundPerDay),
    figure(
      .facility, "holding_cost_per_l_day", "holding cost", .notNegative("money per litre and day"),
      step: 0.001, in: \.network.facilities, at: \.holdingCost),
  ]

  static let speed: [ParameterKind] = [
    figure(
      .speed, "lost_sale_penalty", "penalty of a lost sale", .notNegative("money per unit"),
      step: 0.5, in: \.network.speeds, at: \.lostSalePenalty),
    figure(
      .speed, "service_target", "share to serve in time", .target, step: 0.01,
      in: \.network.speeds, at: \.serviceTarget),
    figure(
      .speed, "cutoff_shift_hours", "shift of all cut-offs", .shift, step: 1,
      in: \.cutoffShift, at: \.self),
  ]

  static let transfer: [ParameterKind] = [
    figure(
      .transfer, "lead_time_days", "lead time", .days, step: 0.5, in: \.network.transfers,
      at: \.leadTimeDays),
    figure(
      .transfer, "cost_per_unit", "cost per unit", .notNegative("money per unit"), step: 0.05,
      in: \.network.transfers, at: \.costPerUnit),
    figure(
      .transfer, "cost_per_l", "cost per litre", .notNegative("money per litre"), step: 0.01,
      in: \.network.transfers, at: \.costPerLitre),
  ]

  static let delivery: [ParameterKind] = [
    figure(
      .delivery, "cutoff_hour", "cut-off", .hours, step: 1, in: \.network.deliveries,
      at: \.cutoffHour),
    figure(
      .delivery, "cost_per_unit", "cost per unit", .notNegative("money per unit"), step: 0.1,
      in: \.network.deliveries, at: \.costPerUnit),
    figure(
      .delivery, "cost_per_kg", "cost per kilogram", .notNegative("money per kilogram"),
      step: 0.05, in: \.network.deliveries, at: \.costPerKilogram),
  ]

  static let vendor: [ParameterKind] = [
    figure(
      .vendor, "lead_time_factor", "factor of lead times", .factor, step: 0.05,
      in: \.vendorLeadTime, at: \.self),
    figure(
      .vendor, "unit_cost_factor", "factor of unit costs", .factor, step: 0.05,
      in: \.vendorUnitCost, at: \.self),
  ]
}
