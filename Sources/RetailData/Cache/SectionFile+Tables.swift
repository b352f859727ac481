// Every index is checked against what it points into: hot loops follow them unchecked.

extension SectionFile {
  func identifiers(_ name: String) -> Identifiers? {
    guard let names = strings("\(name).names"),
      let slots = column("\(name).slots", of: UInt32.self),
      slots.count.nonzeroBitCount == 1, slots.count > names.count,
      slots.isBelow(names.count + 1), slots.contains(0)
    else { return nil }
    return Identifiers(names: names, slots: slots)
  }

  func labels(_ name: String, count: Int) -> CodedColumn? {
    guard let labels = strings("\(name).labels"),
      let codes = column("\(name).codes", of: Int32.self),
      codes.count == count, codes.isIndex(below: labels.count)
    else { return nil }
    return CodedColumn(codes: codes, labels: labels)
  }

  /// A column of exactly `count` values.
  func column<Element>(_ name: String, of type: Element.Type = Element.self, count: Int)
    -> Column<Element>?
  {
    guard let column = column(name, of: type), column.count == count else { return nil }
    return column
  }

  func strings(_ name: String, count: Int) -> StringColumn? {
    guard let strings = strings(name), strings.count == count else { return nil }
    return strings
  }

  func notices() -> [Notice]? {
    guard let files = strings("notices.files"),
      let messages = strings("notices.messages", count: files.count),
      let rows = column("notices.rows", of: UInt64.self, count: files.count)
    else { return nil }
    return files.indices.map {
      Notice(file: files[$0], message: messages[$0], rows: Int(clamping: rows[$0]))
    }
  }

  func itemTable() -> ItemTable? {
    guard let ids = identifiers("items.ids") else { return nil }
    let count = ids.count
    guard let titles = strings("items.titles", count: count),
      let categories = labels("items.categories", count: count),
      let brands = labels("items.brands", count: count),
      let prices = column("items.prices", of: Float.self, count: count),
      let unitCosts = column("items.unitCosts", of: Float.self, count: count),
      let volumes = column("items.volumes", of: Float.self, count: count),
      let weights = column("items.weights", of: Float.self, count: count),
      let handling = column("items.handling", of: UInt8.self, count: count),
      handling.allSatisfy({ Handling(rawValue: $0) != nil })
    else { return nil }
    return ItemTable(
      ids: ids, titles: titles, categories: categories, brands: brands, prices: prices,
      unitCosts: unitCosts, volumes: volumes, weights: weights, handling: handling)
  }

  func customerTable(regionCount: Int) -> CustomerTable? {
    guard let ids = identifiers("customers.ids"),
      let names = strings("customers.names", count: ids.count),
      let regions = column("customers.regions", of: Int32.self, count: ids.count),
      regions.isIndex(below: regionCount)
    else { return nil }
    return CustomerTable(ids: ids, names: names, regions: regions)
  }

  func purchases(customerCount: Int, itemCount: Int, speedCount: Int, work: WorkContext) throws
    -> Purchases?
  {
    guard let items = column("lines.items", of: Int32.self) else { return nil }
    let count = items.count
    guard
      let customerOffsets = column(
        "lines.customerOffsets", of: UInt32.self, count: customerCount + 1),
      let times = column("lines.times", of: Timestamp.self, count: count),
      let quantities = column("lines.quantities", of: Float.self, count: count),
      let unitPrices = column("lines.unitPrices", of: Float.self, count: count),
      let orders = column("lines.orders", of: Int32.self, count: count),
      let orderIDs = strings("lines.orderIDs"),
      let speeds = column("lines.speeds", of: Int8.self, count: count),
      let itemOffsets = column("lines.itemOffsets", of: UInt32.self, count: itemCount + 1),
      let customersByItem = column("lines.customersByItem", of: Int32.self, count: count),
      let linesByItem = column("lines.linesByItem", of: UInt32.self, count: count),
      customerOffsets.isRising(from: 0, to: count), itemOffsets.isRising(from: 0, to: count),
      items.isNumber(below: itemCount), customersByItem.isNumber(below: customerCount),
      linesByItem.isBelow(count), orders.isIndex(below: orderIDs.count),
      speeds.isIndex(below: speedCount)
    else { return nil }
    return Purchases(
      customerOffsets: customerOffsets, items: items, times: times, quantities: quantities,
      unitPrices: unitPrices, orders: orders, orderIDs: orderIDs, speeds: speeds,
      itemOffsets: itemOffsets, customersByItem: customersByItem, linesByItem: linesByItem)
  }
}

extension Column<Int32> {
  /// Every value is in `0 ..< count`.
  func isNumber(below count: Int) -> Bool { isWithin(0, count) }

  /// Every value is in `-1 ..< count`.
  func isIndex(below count: Int) -> Bool { isWithin(-1, count) }

  private func isWithin(_ low: Int32, _ count: Int) -> Bool {
    var least = Int32.max
    var most = Int32.min
    for value in buffer {
      least = Swift.min(least, value)
      most = Swift.max(most, value)
    }
    return isEmpty || (least >= low && Int(most) < count)
  }
}

extension Column<Int8> {
  /// Every value is in `-1 ..< count`.
  func isIndex(below count: Int) -> Bool {
    var least = Int8.max
    var most = Int8.min
    for value in buffer {
      least = Swift.min(least, value)
      most = Swift.max(most, value)
    }
    return isEmpty || (least >= -1 && Int(most) < count)
  }
}

extension Column<UInt32> {
  /// Every value is in `0 ..< count`.
  func isBelow(_ count: Int) -> Bool {
    var most: UInt32 = 0
    for value in buffer { most = Swift.max(most, value) }
    return isEmpty || Int(most) < count
  }
}
