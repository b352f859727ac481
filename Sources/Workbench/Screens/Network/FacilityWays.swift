import InventoryPlanning
import RetailData

/// Where a facility's goods go under a plan.
struct FacilityWays {
  struct Way {
    let to: String
    /// A speed, or that it is a transfer.
    let how: String
    /// Units per day.
    let units: Double
    /// Hour of the day; NaN without one.
    let cutoff: Double
    /// Money per unit.
    let cost: Double
    /// Number, where the goods go to another facility.
    var facility: Int?
  }

  let ways: [Way]
  /// Of all that leaves, units per day.
  private let total: Double

  /// Flows of less than this many units a day are what is left of rounding.
  private static let least = 1e-6

  init(_ facility: Int, _ network: Network, _ plan: Plan?) {
    var ways: [Way] = []
    if let plan {
      for (row, delivery) in network.deliveries.enumerated()
      where Int(delivery.facility) == facility && plan.deliveries[row] > Self.least {
        ways.append(
          Way(
            to: network.regions[Int(delivery.region)].title,
            how: network.speeds[Int(delivery.speed)].title, units: plan.deliveries[row],
            cutoff: delivery.cutoffHour, cost: delivery.costPerUnit))
      }
      for (row, transfer) in network.transfers.enumerated()
      where Int(transfer.from) == facility && plan.transferFlows[row] > Self.least {
        ways.append(
          Way(
            to: network.facilities[Int(transfer.to)].title, how: "transfer",
            units: plan.transferFlows[row], cutoff: .nan, cost: transfer.costPerUnit,
            facility: Int(transfer.to)))
      }
    }
    self.ways = ways.enumerated().sorted {
      ($1.element.units, $0.offset) < ($0.element.units, $1.offset)
    }.map(\.element)
    total = ways.reduce(0) { $0 + $1.units }
  }

  func source(_ basis: AnyQuestion) -> TableSource {
    TableSource(
      key: TableKey(name: "facility ways", basis: basis), rowCount: ways.count,
      columns: [
        TableColumn(
          "to", "To", .strings(StringColumn(ways.map(\.to))), .text, width: 8...24, priority: 0),
        TableColumn(
          "how", "How", .strings(StringColumn(ways.map(\.how))), .text, width: 6...14, priority: 1),
        TableColumn(
          "units_per_day", "a day", .doubles(Column(ways.map(\.units))), .decimal(2), priority: 2),
        TableColumn(
          "share", "Share",
          .doubles(Column(ways.map { total > 0 ? $0.units / total : .nan })), .bar, priority: 3),
        TableColumn(
          "cutoff_hour", "Cut-off", .doubles(Column(ways.map(\.cutoff))), .count, priority: 5),
        TableColumn(
          "cost_per_unit", "Cost", .doubles(Column(ways.map(\.cost))), .decimal(2), priority: 4),
      ], subjects: Column(ways.map { Int32($0.facility ?? -1) }), noun: "way")
  }
}
