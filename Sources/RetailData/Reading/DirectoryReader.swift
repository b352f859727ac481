/// Reads all the files of a data directory, in an order that lets later files refer to earlier
/// ones.
struct DirectoryReader {
  let files: DataDirectory
  let work: WorkContext
  var problems: ProblemLog
  private(set) var notices: [Notice] = []
  /// Bytes of `purchases.csv` that a worker reads at a time.
  var purchaseChunkSize = 1 << 20

  init(files: DataDirectory, problems: ProblemLog, work: WorkContext) {
    self.files = files
    self.problems = problems
    self.work = work
  }

  mutating func read(fingerprint: UInt64) throws -> Dataset {
    var network = Network()
    var regions = try readRegions()
    let speeds = try readSpeeds()
    let facilities = try readFacilities()
    let vendors = try readVendors()
    var itemDraft = try readItems()
    var customerDraft = try readCustomers(regions: &regions)
    let history = try readPurchases(
      items: itemDraft.ids, customers: customerDraft.ids, speeds: speeds)
    let items = itemDraft.build(ids: history.items)
    let customers = customerDraft.build(ids: history.customers)
    network.regions = regions.rows
    network.speeds = speeds.rows
    network.facilities = facilities.rows
    network.vendors = vendors.rows
    let names = NetworkNames(
      items: items.ids, facilities: facilities.ids, regions: regions.ids, speeds: speeds.ids,
      vendors: vendors.ids)
    network.transfers = try readTransfers(names)
    network.deliveries = try readDeliveries(names)
    network.supply = try readSupply(names)
    network.inventory = try readInventory(names)
    return Dataset(
      name: DataDirectory.displayName(of: files.path),
      items: try items.fillingPrices(from: history.purchases, work: work), customers: customers,
      purchases: history.purchases, network: network, notices: notices,
      fingerprint: fingerprint)
  }

  /// The file with its header checked, or nil where the directory does not have it.
  mutating func open(_ file: DataFile) throws -> CSVTable? {
    guard let path = files.files[file] else { return nil }
    try work.checkCancelled()
    work.report(WorkProgress(stage: "reading \(file.name)", done: 0, total: nil, unit: "bytes"))
    do {
      let table = try CSVTable(SourceText(path: path, work: work))
      try table.require(file.required)
      let known = file.required + file.optional
      let extra = table.header.filter { !known.contains($0) }
      if !extra.isEmpty {
        let list = extra.map { RowProblem.quote($0) }.joined(separator: ", ")
        notice(
          file,
          extra.count == 1 ? "the column \(list) is not used" : "the columns \(list) are not used")
      }
      return table
    } catch let problem as DataProblem {
      try problems.addWholeFile(problem)
      return nil
    }
  }

  /// To be called when a table's rows are read: says what was left out.
  mutating func finish(_ table: CSVTable, rows: Int) {
    let path = table.text.path
    let bad = problems.count(in: path)
    if bad > 0, problems.policy == .skipRows {
      let first = problems.kept.first { $0.file == path }
      let example = first.map { "; the first: \($0)" } ?? ""
      add(
        Notice(
          file: path.lastPathComponent,
          message: "\(bad) \(bad == 1 ? "row" : "rows") left out\(example)", rows: bad))
    } else if bad == 0, rows == 0 {
      add(Notice(file: path.lastPathComponent, message: "has no rows"))
    }
  }

  mutating func notice(_ file: DataFile, _ message: String, rows: Int = 0) {
    add(Notice(file: file.name, message: message, rows: rows))
  }

  /// "names 2 items that items.csv does not have, such as "tea"; they were added".
  static func added(_ count: Int, to file: DataFile, example: String) -> String {
    let isOne = count == 1
    let things = isOne ? String(file.rawValue.dropLast()) : file.rawValue
    let name = RowProblem.quote(example)
    return "names \(count) \(things) that \(file.name) does not have, "
      + (isOne ? "\(name); it was added" : "such as \(name); they were added")
  }

  private mutating func add(_ notice: Notice) { notices.append(notice) }
}
