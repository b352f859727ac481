import RetailData

/// What the tables show beyond the files: counted once from the purchases, in flat columns.
struct Figures: Sendable {
  /// Weeks in a row's sparkline.
  static let weeks = 12
  /// Days of the recent sales shown in the tables.
  static let recentDays = 28

  /// By item: distinct customers who bought it.
  let buyers: Column<Int32>
  /// By item: units sold in the last 28 days of the data.
  let recentUnits: Column<Float>
  /// By item, 12 weeks each, oldest first: units sold.
  let weeklyUnits: Column<Float>
  /// By item: units in all facilities; nil where the data has no inventory.
  let onHand: Column<Float>?

  /// By customer: runs of lines that belong to one order.
  let orders: Column<Int32>
  /// By customer.
  let lines: Column<Int32>
  /// By customer: different items bought.
  let distinctItems: Column<Int32>
  /// By customer; 0 seconds without purchases.
  let lastPurchase: Column<Timestamp>
  /// By customer: money; lines whose price is unknown count nothing.
  let spend: Column<Double>
}
