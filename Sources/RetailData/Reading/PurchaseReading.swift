/// What `purchases.csv` says: the lines, and all the names they use.
struct PurchaseHistory {
  let items: Identifiers
  let customers: Identifiers
  let purchases: Purchases
}

extension DirectoryReader {
  /// Items and customers that only purchases name follow the known ones, in the order of their
  /// first appearance.
  mutating func readPurchases(
    items: IdentifierBuilder, customers: IdentifierBuilder, speeds: NamedRows<Speed>
  ) throws -> PurchaseHistory {
    guard let table = try open(.purchases) else {
      if files.files[.purchases] == nil {
        try problems.addWholeFile(
          DataProblem(
            file: DataDirectory.join(files.path, DataFile.purchases.name), found: "nothing there",
            expected: "a purchases.csv or purchases.csv.gz",
            advice:
              "export the purchases under that name; echelon import makes it from other columns"))
      }
      return PurchaseHistory(
        items: items.build(), customers: customers.build(),
        purchases: Purchases(
          lines: [], customerCount: customers.count, itemCount: items.count))
    }
    let customer = table.column("customer_id")
    let item = table.column("item_id")
    let time = table.column("purchased_at")
    let quantity = table.column("quantity")
    let price = table.column("unit_price")
    let order = table.column("order_id")
    var itemIDs = items
    var customerIDs = customers
    var orderIDs = IdentifierBuilder()
    var lines: [PurchaseLine] = []
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let customerName = try row.identifier(customer)
      let itemName = try row.identifier(item)
      let orderName = row.text(order)
      let moment = try row.time(time)
      let units = try row.number(quantity, in: .positive, missing: 1)
      let paid = try row.number(price, in: .notNegative, missing: .nan)
      lines.append(
        PurchaseLine(
          customer: customerIDs.insert(customerName).number, item: itemIDs.insert(itemName).number,
          time: moment, quantity: Float(units), unitPrice: Float(paid),
          order: orderName.isEmpty ? nil : orderIDs.insert(orderName).number))
    }
    finish(table, rows: lines.count)
    if lines.isEmpty, problems.count(in: table.text.path) == 0 {
      try problems.addWholeFile(
        DataProblem(
          file: table.text.path, found: "a header without rows", expected: "purchases",
          advice: "export the file again, with its rows"))
    }
    noteAdded(itemIDs.count - items.count, .items, example: { itemIDs[items.count] })
    noteAdded(
      customerIDs.count - customers.count, .customers, example: { customerIDs[customers.count] })
    return PurchaseHistory(
      items: itemIDs.build(), customers: customerIDs.build(),
      purchases: Purchases(
        lines: lines, customerCount: customerIDs.count, itemCount: itemIDs.count,
        orderIDs: (0..<orderIDs.count).map { orderIDs[$0] }))
  }

  private mutating func noteAdded(_ added: Int, _ file: DataFile, example: () -> String) {
    if added == 0 { return }
    if files.files[file] == nil {
      notice(.purchases, "there is no \(file.name): \(added) \(file.rawValue) are known by id only")
    } else {
      notice(
        .purchases,
        "names \(added) \(file.rawValue) that \(file.name) does not have, such as "
          + "\(RowProblem.quote(example())); they were added", rows: added)
    }
  }
}
