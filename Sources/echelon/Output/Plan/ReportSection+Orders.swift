import InventoryPlanning
import RetailData

extension ReportSection {
  /// The dearest purchases; nil where nothing is bought.
  static func purchases(of result: PlanResult, limit: Int) -> ReportSection? {
    let purchases = result.plan.purchases
    func cost(_ purchase: Plan.PurchaseOrder) -> Double {
      let amount = result.unitCost(of: purchase) * Double(purchase.units)
      return amount.isFinite ? amount : 0
    }
    let largest = purchases.largest(limit, by: cost)
    guard !largest.isEmpty else { return nil }
    let amount = units(purchases.reduce(0) { $0 + Double($1.units) })
    let money = FixedPoint.text(purchases.reduce(0) { $0 + cost($1) }, decimals: 2)
    return ReportSection(
      title: heading("Buy", "\(amount) for \(money)", rows: purchases.count, shown: largest.count),
      columns: [
        ResultColumn("item", .text), ResultColumn("title", .shrinkingText),
        ResultColumn("vendor", .text), ResultColumn("to", .text),
        ResultColumn("units", .number(decimals: decimals(of: result))),
        ResultColumn("cost", .number(decimals: 2)),
      ],
      rows: largest.map { purchase in
        let supply = result.network.supply[Int(purchase.supply)]
        return [
          result.itemID(purchase.item), result.title(purchase.item),
          .text(result.network.vendors[Int(supply.vendor)].id),
          .text(way(of: purchase, in: result)), .number(Double(purchase.units)),
          .number(cost(purchase)),
        ]
      })
  }

  /// The largest moves of stock on hand; nil where nothing is moved.
  static func transfers(of result: PlanResult, limit: Int) -> ReportSection? {
    let transfers = result.plan.transfers
    let largest = transfers.largest(limit) { Double($0.units) }
    guard !largest.isEmpty else { return nil }
    let amount = units(transfers.reduce(0) { $0 + Double($1.units) })
    return ReportSection(
      title: heading("Move", amount, rows: transfers.count, shown: largest.count),
      columns: [
        ResultColumn("item", .text), ResultColumn("title", .shrinkingText),
        ResultColumn("from", .text), ResultColumn("to", .text),
        ResultColumn("units", .number(decimals: decimals(of: result))),
      ],
      rows: largest.map { transfer in
        let lane = result.network.transfers[Int(transfer.transfer)]
        return [
          result.itemID(transfer.item), result.title(transfer.item), result.facilityID(lane.from),
          result.facilityID(lane.to), .number(Double(transfer.units)),
        ]
      })
  }

  /// `Buy 1200 units for 3400.00 in 310 lines; the 8 largest:`
  private static func heading(_ verb: String, _ what: String, rows: Int, shown: Int) -> String {
    let lines = rows == 1 ? "1 line" : "\(rows) lines"
    return shown < rows
      ? "\(verb) \(what) in \(lines); the \(shown) largest:" : "\(verb) \(what) in \(lines):"
  }

  private static func units(_ count: Double) -> String {
    "\(FixedPoint.text(count, decimals: 0)) \(count == 1 ? "unit" : "units")"
  }

  private static func decimals(of result: PlanResult) -> Int { result.plan.isInteger ? 0 : 2 }

  /// Where a purchase arrives, and where it goes on to at once.
  private static func way(of purchase: Plan.PurchaseOrder, in result: PlanResult) -> String {
    let network = result.network
    let arrival = network.facilities[Int(network.supply[Int(purchase.supply)].facility)].id
    let stops = purchase.onward.rows.map {
      network.facilities[Int(network.transfers[Int($0)].to)].id
    }
    return ([arrival] + stops).joined(separator: " > ")
  }
}

extension Collection {
  /// The elements of the greatest measure, greatest first; of equals the earlier one first.
  fileprivate func largest(_ limit: Int, by measure: (Element) -> Double) -> [Element] {
    let sorted = enumerated().map {
      (place: $0.offset, element: $0.element, size: measure($0.element))
    }
    .sorted { ($1.size, $0.place) < ($0.size, $1.place) }
    return sorted.prefix(limit).map(\.element)
  }
}
