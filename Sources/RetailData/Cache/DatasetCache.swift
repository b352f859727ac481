/// The binary copy of a data directory: every column as it stands in memory.
enum DatasetCache {
  static let fileName = "dataset.echelon"
  /// Raised with every change of a section's meaning.
  static let version: UInt32 = 1

  /// - Parameter skipped: Rows that were left out for their problems.
  static func encode(_ data: Dataset, skipped: Int) -> SectionFileWriter {
    var writer = SectionFileWriter(version: version, fingerprint: data.fingerprint)
    writer.add("skipped", Column([UInt64(skipped)]))
    writer.add("notices.files", StringColumn(data.notices.map(\.file)))
    writer.add("notices.messages", StringColumn(data.notices.map(\.message)))
    writer.add("notices.rows", Column(data.notices.map { UInt64($0.rows) }))
    writer.add(data.items)
    writer.add("customers.ids", data.customers.ids)
    writer.add("customers.names", data.customers.names)
    writer.add("customers.regions", data.customers.regions)
    writer.add(data.purchases)
    writer.add(data.network)
    return writer
  }

  /// The data set that `cache` holds for these sources; nil where it holds none or a damaged one.
  static func load(
    from cache: CacheDirectory, fingerprint: UInt64, name: String, work: WorkContext
  ) throws -> (data: Dataset, skipped: Int)? {
    guard
      let file = try cache.open(fileName, version: version, fingerprint: fingerprint, work: work)
    else { return nil }
    return try decode(file, name: name, work: work)
  }

  /// The data set of a cache file; nil where its numbers do not fit together. `skipped` is the
  /// number of rows that were left out when it was written.
  static func decode(_ file: SectionFile, name: String, work: WorkContext) throws
    -> (data: Dataset, skipped: Int)?
  {
    guard let skipped = file.column("skipped", of: UInt64.self)?.first,
      let notices = file.notices(), let network = file.network(),
      let items = file.itemTable(),
      let customers = file.customerTable(regionCount: network.regions.count),
      let purchases = try file.purchases(
        customerCount: customers.count, itemCount: items.count, speedCount: network.speeds.count,
        work: work),
      network.refersOnlyTo(itemCount: items.count)
    else { return nil }
    let data = Dataset(
      name: name, items: items, customers: customers, purchases: purchases, network: network,
      notices: notices, fingerprint: file.fingerprint)
    return (data, Int(clamping: skipped))
  }
}

extension SectionFileWriter {
  mutating func add(_ name: String, _ identifiers: Identifiers) {
    add("\(name).names", identifiers.names)
    add("\(name).slots", identifiers.slots)
  }

  mutating func add(_ name: String, _ labels: CodedColumn) {
    add("\(name).codes", labels.codes)
    add("\(name).labels", labels.labels)
  }

  fileprivate mutating func add(_ items: ItemTable) {
    add("items.ids", items.ids)
    add("items.titles", items.titles)
    add("items.categories", items.categories)
    add("items.brands", items.brands)
    add("items.prices", items.prices)
    add("items.unitCosts", items.unitCosts)
    add("items.volumes", items.volumes)
    add("items.weights", items.weights)
    add("items.handling", items.handling)
  }

  fileprivate mutating func add(_ purchases: Purchases) {
    add("lines.customerOffsets", purchases.customerOffsets)
    add("lines.items", purchases.items)
    add("lines.times", purchases.times)
    add("lines.quantities", purchases.quantities)
    add("lines.unitPrices", purchases.unitPrices)
    add("lines.orders", purchases.orders)
    add("lines.orderIDs", purchases.orderIDs)
    add("lines.speeds", purchases.speeds)
    add("lines.itemOffsets", purchases.itemOffsets)
    add("lines.customersByItem", purchases.customersByItem)
    add("lines.linesByItem", purchases.linesByItem)
  }
}
