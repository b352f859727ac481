import RetailData

extension ParameterKind {
  static let supply: [ParameterKind] = [
    supplyCost,
    figure(
      .supply, "lead_time_mean_days", "mean lead time", .days, step: 0.5, in: \.network.supply,
      at: \.leadTimeMeanDays),
    figure(
      .supply, "lead_time_sd_days", "standard deviation of the lead time", .days, step: 0.5,
      in: \.network.supply, at: \.leadTimeSDDays),
    figure(
      .supply, "minimum_order", "minimum order", .notNegative("units"), step: 1,
      in: \.network.supply, at: \.minimumOrder),
    figure(
      .supply, "case_quantity", "units in a case", .positive("units"), step: 1,
      in: \.network.supply, at: \.caseQuantity),
  ]

  /// A row that has none costs what the item's own unit cost says.
  private static var supplyCost: ParameterKind {
    let base = figure(
      .supply, "unit_cost", "unit cost", .notNegative("money per unit"), step: 0.1,
      in: \.network.supply, at: \.unitCost)
    return ParameterKind(
      group: base.group, field: base.field, label: base.label, domain: base.domain, step: base.step,
      get: { input, row in
        let supply = input.source.network.supply[row]
        return .number(
          supply.unitCost.isNaN
            ? input.source.items.unitCost[Int(supply.item)] : supply.unitCost)
      }, set: base.set)
  }

  static let item: [ParameterKind] = [
    figure(
      .item, "price", "price", .notNegative("money per unit"), step: 0.1, in: \.items.price,
      at: \.self),
    itemCost,
    figure(
      .item, "volume_l", "volume", .notNegative("litres per unit"), step: 0.1,
      in: \.items.volume, at: \.self),
    figure(
      .item, "weight_kg", "weight", .notNegative("kilograms per unit"), step: 0.1,
      in: \.items.weight, at: \.self),
    figure(
      .item, "demand_factor", "factor of demand", .factor, step: 0.05, in: \.items.demandFactor,
      at: \.self),
  ]

  /// Counts only where a row of supply has no cost of its own, or the item has no row.
  private static var itemCost: ParameterKind {
    var kind = figure(
      .item, "unit_cost", "own unit cost", .notNegative("money per unit"), step: 0.1,
      in: \.items.unitCost, at: \.self)
    kind.objection = { input, rows in
      var isHeeded = [Bool](repeating: true, count: input.items.count)
      let supply = input.source.network.supply
      for row in supply { isHeeded[Int(row.item)] = false }
      for row in supply where row.unitCost.isNaN { isHeeded[Int(row.item)] = true }
      if rows.isEmpty || rows.contains(where: { isHeeded[$0] }) { return nil }
      return "every row of supply.csv has a cost of its own: set supply.*.ITEM.*.unit_cost"
    }
    return kind
  }

  static let category: [ParameterKind] = [
    figure(
      .category, "demand_factor", "factor of demand", .factor, step: 0.05, in: \.categoryDemand,
      at: \.self),
    ParameterKind(
      group: .categorySpeed, field: "service_target", label: "share to serve in time",
      domain: .number(.target), step: 0.01,
      get: { input, row in
        let target = input.serviceTargets.first { $0.row(input) == row }
        return target.map { .number($0.share) } ?? .absent
      },
      set: { input, rows, values in
        for (row, value) in zip(rows, values) {
          let place = input.serviceTargets.firstIndex { $0.row(input) == row }
          if case .number(let share) = value {
            if let place {
              input.serviceTargets[place].share = share
            } else {
              input.serviceTargets.append(ServiceTarget(row: row, share: share, input))
            }
          } else if let place {
            input.serviceTargets.remove(at: place)
          }
        }
      }),
  ]
}

extension ServiceTarget {
  /// In the group of categories at speeds; nil for a target of all items.
  fileprivate func row(_ input: PlanInput) -> Int? {
    category.map { Int($0) * input.network.speeds.count + Int(speed) }
  }

  fileprivate init(row: Int, share: Double, _ input: PlanInput) {
    let speeds = input.network.speeds.count
    self.init(category: Int32(row / speeds), speed: Int32(row % speeds), share: share)
  }
}
