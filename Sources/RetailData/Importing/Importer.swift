/// Makes a data directory from one file of a shop's export.
///
/// ```swift
/// let report = try Importer(options: ImportOptions(preset: .onlineRetail))
///   .run(file: "online-retail.csv", into: "shop")
/// print(report.rowsKept, "of", report.rowsRead)
/// ```
///
/// Every row of the export is either kept or counted under the first `SkipReason` that holds. The
/// directory gets `purchases.csv` and `items.csv`, and `customers.csv` and `regions.csv` where the
/// export has a column of regions. An item's title, brand and category are those it goes by most
/// often, its price is the median of what was paid.
public struct Importer: Sendable {
  public let options: ImportOptions

  public init(options: ImportOptions = ImportOptions()) {
    self.options = options
  }

  /// Reads `file` (CSV, or `.csv.gz`) and writes `directory` whole or not at all.
  ///
  /// - Throws: `DataProblem` where the file cannot be read as a whole, lacks a column, keeps no row,
  ///   or the directory holds data already; `CancellationError`.
  public func run(file: String, into directory: String, work: WorkContext = WorkContext()) throws
    -> ImportReport
  {
    var staged = try StagedDirectory(target: directory, force: options.force)
    let table = try CSVTable(SourceText(path: file, work: work))
    let bindings = try ImportBindings(options, in: table)
    var rows = ImportRows(table: table, bindings: bindings, options: options)
    try rows.read(work: work)
    var report = rows.report
    guard report.rowsKept > 0 else {
      throw DataProblem(
        file: file, found: rows.summary, expected: "at least one purchase",
        advice: "check which columns hold what")
    }
    let shop = rows.shop
    report.items = shop.items.count
    report.customers = shop.customers.count
    report.unusedColumns = bindings.unused(of: table.header)

    work.report(WorkProgress(stage: "writing \(directory)", done: 0, total: nil, unit: "files"))
    try staged.write(shop.itemsFile(bindings).bytes, to: DataFile.items.name)
    report.files.append(DataFile.items.name)
    if bindings.region.index != nil {
      let places = shop.placeFiles()
      report.regions = shop.regions.labels.count
      report.customersInSeveralRegions = places.ambiguous
      try staged.write(places.customers.bytes, to: DataFile.customers.name)
      try staged.write(places.regions.bytes, to: DataFile.regions.name)
      report.files += [DataFile.customers.name, DataFile.regions.name]
    }
    try staged.write(shop.purchases.bytes, to: DataFile.purchases.name)
    report.files.append(DataFile.purchases.name)
    try work.checkCancelled()
    if let list = options.skippedRowsFile { try rows.writeSkipped(to: list) }
    try staged.commit()
    return report
  }
}
