/// What the network's files may refer to.
struct NetworkNames {
  let items: Identifiers
  let facilities: IdentifierBuilder
  let regions: IdentifierBuilder
  let speeds: IdentifierBuilder
  let vendors: IdentifierBuilder

  func item(_ row: inout Row, _ column: ColumnBinding) throws(RowProblem) -> Int32 {
    if let number = items.number(ofUTF8: try row.identifier(column)) { return Int32(number) }
    throw row.unknown(column, thing: "an item of items.csv or purchases.csv")
  }

  func facility(_ row: inout Row, _ column: ColumnBinding) throws(RowProblem) -> Int32 {
    try number(&row, column, in: facilities, thing: "a facility of facilities.csv")
  }

  func region(_ row: inout Row, _ column: ColumnBinding) throws(RowProblem) -> Int32 {
    try number(&row, column, in: regions, thing: "a region of regions.csv")
  }

  func speed(_ row: inout Row, _ column: ColumnBinding) throws(RowProblem) -> Int32 {
    try number(&row, column, in: speeds, thing: "a speed of speeds.csv")
  }

  func vendor(_ row: inout Row, _ column: ColumnBinding) throws(RowProblem) -> Int32 {
    try number(&row, column, in: vendors, thing: "a vendor of vendors.csv")
  }

  private func number(
    _ row: inout Row, _ column: ColumnBinding, in names: IdentifierBuilder, thing: String
  ) throws(RowProblem) -> Int32 {
    if let number = names.number(of: try row.identifier(column)) { return Int32(number) }
    throw row.unknown(column, thing: thing)
  }
}

extension Row {
  mutating func unknown(_ column: ColumnBinding, thing: String) -> RowProblem {
    problem(column, expected: thing, advice: "add it there, or correct the name")
  }
}

extension DirectoryReader {
  mutating func readTransfers(_ names: NetworkNames) throws -> [Transfer] {
    guard let table = try open(.transfers) else { return [] }
    let from = table.column("from_facility_id")
    let to = table.column("to_facility_id")
    let leadTime = table.column("lead_time_days")
    let perUnit = table.column("cost_per_unit")
    let perLitre = table.column("cost_per_l")
    var rows: [Transfer] = []
    var seen: Set<[Int32]> = []
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let transfer = Transfer(
        from: try names.facility(&row, from), to: try names.facility(&row, to),
        leadTimeDays: try row.number(leadTime, in: .notNegative, missing: nil),
        costPerUnit: try row.number(perUnit, in: .notNegative, missing: 0),
        costPerLitre: try row.number(perLitre, in: .notNegative, missing: 0))
      if transfer.from == transfer.to {
        throw row.problem(to, expected: "another facility", advice: "remove the row")
      }
      if !seen.insert([transfer.from, transfer.to]).inserted {
        throw row.repeated(from, key: "from_facility_id and to_facility_id")
      }
      rows.append(transfer)
    }
    finish(table, rows: rows.count)
    return rows
  }

  mutating func readDeliveries(_ names: NetworkNames) throws -> [Delivery] {
    guard let table = try open(.deliveries) else { return [] }
    let facility = table.column("facility_id")
    let region = table.column("region_id")
    let speed = table.column("speed")
    let cutoff = table.column("cutoff_hour")
    let perUnit = table.column("cost_per_unit")
    let perKilogram = table.column("cost_per_kg")
    var rows: [Delivery] = []
    var seen: Set<[Int32]> = []
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let delivery = Delivery(
        facility: try names.facility(&row, facility), region: try names.region(&row, region),
        speed: try names.speed(&row, speed),
        cutoffHour: try row.number(cutoff, in: .between(0, 24), missing: .nan),
        costPerUnit: try row.number(perUnit, in: .notNegative, missing: 0),
        costPerKilogram: try row.number(perKilogram, in: .notNegative, missing: 0))
      if !seen.insert([delivery.facility, delivery.region, delivery.speed]).inserted {
        throw row.repeated(facility, key: "facility_id, region_id and speed")
      }
      rows.append(delivery)
    }
    finish(table, rows: rows.count)
    return rows
  }

  mutating func readSupply(_ names: NetworkNames) throws -> [Supply] {
    guard let table = try open(.supply) else { return [] }
    let vendor = table.column("vendor_id")
    let item = table.column("item_id")
    let facility = table.column("facility_id")
    let unitCost = table.column("unit_cost")
    let mean = table.column("lead_time_mean_days")
    let deviation = table.column("lead_time_sd_days")
    let minimum = table.column("minimum_order")
    let caseQuantity = table.column("case_quantity")
    var rows: [Supply] = []
    var seen: Set<[Int32]> = []
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let supply = Supply(
        vendor: try names.vendor(&row, vendor), item: try names.item(&row, item),
        facility: try names.facility(&row, facility),
        unitCost: try row.number(unitCost, in: .notNegative, missing: .nan),
        leadTimeMeanDays: try row.number(mean, in: .notNegative, missing: nil),
        leadTimeSDDays: try row.number(deviation, in: .notNegative, missing: 0),
        minimumOrder: try row.number(minimum, in: .notNegative, missing: 0),
        caseQuantity: try row.number(caseQuantity, in: .positive, missing: 1))
      if !seen.insert([supply.vendor, supply.item, supply.facility]).inserted {
        throw row.repeated(vendor, key: "vendor_id, item_id and facility_id")
      }
      rows.append(supply)
    }
    finish(table, rows: rows.count)
    return rows
  }

  mutating func readInventory(_ names: NetworkNames) throws -> [Stock] {
    guard let table = try open(.inventory) else { return [] }
    let facility = table.column("facility_id")
    let item = table.column("item_id")
    let onHand = table.column("on_hand")
    let inbound = table.column("inbound")
    var rows: [Stock] = []
    var seen: Set<[Int32]> = []
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let stock = Stock(
        facility: try names.facility(&row, facility), item: try names.item(&row, item),
        onHand: try row.number(onHand, in: .notNegative, missing: nil),
        inbound: try row.number(inbound, in: .notNegative, missing: 0))
      if !seen.insert([stock.facility, stock.item]).inserted {
        throw row.repeated(facility, key: "facility_id and item_id")
      }
      rows.append(stock)
    }
    finish(table, rows: rows.count)
    return rows
  }
}

extension Row {
  /// The same pair or triple for a second time.
  mutating func repeated(_ column: ColumnBinding, key: String) -> RowProblem {
    let place = problem(column, expected: "", advice: "")
    return RowProblem(
      position: place.position, found: "the same \(key) as in an earlier row",
      expected: "each combination once", advice: "remove or merge one of the rows")
  }
}
