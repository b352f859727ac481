import RetailData

extension NetworkRules {
  /// Figures that mean nothing. Files with such figures are not read, but data made by a program
  /// may have them.
  var numbers: [NetworkFinding] {
    places + lanes + vendors + stocks
  }

  private var places: [NetworkFinding] {
    let capacity = Allowed(unlimited: true)
    return findings("facilities.csv", network.facilities) {
      [
        ("storage_l", $0.storage, capacity), ("inbound_units_per_day", $0.inboundPerDay, capacity),
        ("outbound_units_per_day", $0.outboundPerDay, capacity),
        ("holding_cost_per_l_day", $0.holdingCost, Allowed()),
      ]
    }
      + findings("speeds.csv", network.speeds) {
        [
          ("lost_sale_penalty", $0.lostSalePenalty, Allowed()),
          ("service_target", $0.serviceTarget, Allowed(most: 1, absent: true)),
        ]
      }
  }

  private var lanes: [NetworkFinding] {
    findings("transfers.csv", network.transfers) {
      [
        ("lead_time_days", $0.leadTimeDays, Allowed()),
        ("cost_per_unit", $0.costPerUnit, Allowed()),
        ("cost_per_l", $0.costPerLitre, Allowed()),
      ]
    }
      + findings("deliveries.csv", network.deliveries) {
        [
          ("cutoff_hour", $0.cutoffHour, Allowed(most: 24, absent: true)),
          ("cost_per_unit", $0.costPerUnit, Allowed()),
          ("cost_per_kg", $0.costPerKilogram, Allowed()),
        ]
      }
  }

  private var vendors: [NetworkFinding] {
    findings("supply.csv", network.supply) {
      [
        ("unit_cost", $0.unitCost, Allowed()),
        ("lead_time_mean_days", $0.leadTimeMeanDays, Allowed()),
        ("lead_time_sd_days", $0.leadTimeSDDays, Allowed()),
        ("minimum_order", $0.minimumOrder, Allowed()),
        ("case_quantity", $0.caseQuantity, Allowed(positive: true)),
      ]
    }
  }

  private var stocks: [NetworkFinding] {
    findings("inventory.csv", network.inventory) {
      [("on_hand", $0.onHand, Allowed()), ("inbound", $0.inbound, Allowed())]
    }
      + findings("items.csv", Array(0..<input.items.count)) {
        [
          ("price", input.items.price[$0], Allowed()),
          ("unit_cost", input.items.unitCost[$0], Allowed()),
          ("volume_l", input.items.volume[$0], Allowed()),
          ("weight_kg", input.items.weight[$0], Allowed()),
        ]
      }
  }

  /// Which numbers a column may hold.
  private struct Allowed {
    var most = Double.infinity
    var unlimited = false
    var absent = false
    var positive = false

    func contains(_ value: Double) -> Bool {
      if value.isNaN { return absent }
      if value.isInfinite { return unlimited && value > 0 }
      return (positive ? value > 0 : value >= 0) && value <= most
    }

    var description: String {
      if most.isFinite { return "a number from 0 to \(PlainNumber.text(most))" }
      return positive ? "a number above 0" : "a number of at least 0"
    }
  }

  private func findings<Row>(
    _ file: String, _ rows: [Row], _ figures: (Row) -> [(String, Double, Allowed)]
  ) -> [NetworkFinding] {
    rows.enumerated().flatMap { row, figure in
      figures(figure).compactMap { name, value, allowed in
        if allowed.contains(value) { return nil }
        let shown = value.isNaN ? "nothing" : PlainNumber.text(value)
        return .error(
          .number, file, row: row, found: "\(name) \(shown)", expected: allowed.description,
          advice: "correct the value")
      }
    }
  }
}
