/// Where the columns of `purchases.csv` stand in its rows.
struct PurchaseBindings {
  let customer: ColumnBinding
  let item: ColumnBinding
  let time: ColumnBinding
  let quantity: ColumnBinding
  let price: ColumnBinding
  let order: ColumnBinding
  let speed: ColumnBinding

  init(_ table: CSVTable) {
    customer = table.column("customer_id")
    item = table.column("item_id")
    time = table.column("purchased_at")
    quantity = table.column("quantity")
    price = table.column("unit_price")
    order = table.column("order_id")
    speed = table.column("speed")
  }
}

/// Which of the names in a row: each kind is numbered by itself.
enum NameKind: Int, CaseIterable {
  case customer, item, order, speed
}
