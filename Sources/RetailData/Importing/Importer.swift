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
/// often, its price is the median of what was paid. The files of an attached network are taken as
/// they are, once they have been read against the imported items and regions. A network template
/// makes up what the export does not say, and labels it as made up.
public struct Importer: Sendable {
  public let options: ImportOptions

  public init(options: ImportOptions = ImportOptions()) {
    self.options = options
  }

  /// Reads `file` (CSV, or `.csv.gz`) and writes `directory` whole or not at all.
  ///
  /// - Throws: `DataProblem` where the file cannot be read as a whole, lacks a column, keeps no row,
  ///   the directory holds data already, or the network has a problem; `CancellationError`.
  public func run(file: String, into directory: String, work: WorkContext = WorkContext()) throws
    -> ImportReport
  {
    var staged = try StagedDirectory(target: directory, overwrites: options.overwrites)
    let template = options.network.flatMap { NetworkTemplate(rawValue: $0) }
    let network =
      try template == nil
      ? options.network.map { path in try AttachedNetwork(path: path, work: work) } : nil
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
    if bindings.region.index != nil {
      try Self.writePlaces(of: shop, network: network, to: &staged, report: &report)
    }
    try staged.write(shop.purchases.bytes, to: DataFile.purchases.name)
    if let network {
      try Self.write(network, to: &staged)
      report.notices = try Self.check(staged, network, work: work)
    }
    if let template {
      report.template = try Self.write(
        template, for: shop, bindings, to: &staged, name: directory, work: work)
    }
    report.files = staged.names
    try work.checkCancelled()
    if let list = options.skippedRowsFile { try rows.writeSkipped(to: list) }
    try staged.commit()
    return report
  }

  /// `customers.csv` and `regions.csv`.
  private static func writePlaces(
    of shop: ImportedShop, network: AttachedNetwork?, to staged: inout StagedDirectory,
    report: inout ImportReport
  ) throws {
    let labels = shop.regions.labels
    let regions = RegionIDs(labels: labels, known: network?.regions ?? [])
    let new = regions.new.map { (id: regions.ids[$0], name: labels[$0]) }
    let customers = shop.customersFile(regionIDs: regions.ids)
    report.regions = labels.count
    report.customersInSeveralRegions = customers.ambiguous
    try staged.write(customers.file.bytes, to: DataFile.customers.name)
    if let merged = try network?.regionsFile(adding: new) {
      report.regionsWithoutPlace = new.map(\.name)
      try staged.write(merged.bytes, to: DataFile.regions.name)
      return
    }
    var output = CSVOutput(header: ["region_id", "name"])
    for region in new {
      output.field(region.id)
      output.field(region.name)
      output.endRow()
    }
    try staged.write(output.bytes, to: DataFile.regions.name)
  }

  /// The network's files but for `regions.csv` where the customers' regions are in it already.
  private static func write(_ network: AttachedNetwork, to staged: inout StagedDirectory) throws {
    for file in DataFile.network where !staged.names.contains(file.name) {
      guard let text = network.texts[file] else { continue }
      try staged.write(Array(text.bytes.buffer), to: file.name)
    }
  }

  /// What the template makes of what is staged so far.
  private static func write(
    _ template: NetworkTemplate, for shop: ImportedShop, _ bindings: ImportBindings,
    to staged: inout StagedDirectory, name: String, work: WorkContext
  ) throws -> TemplateReport {
    work.report(WorkProgress(stage: "making a network", done: 0, total: nil, unit: "files"))
    // Only what the import wrote: a network that stands in the directory is about to be replaced.
    let own = staged.files.files.filter { staged.names.contains($0.key.name) }
    var reader = DirectoryReader(
      files: DataDirectory(path: name, files: own), problems: ProblemLog(.stop, limit: 1),
      work: work)
    let made = TemplateNetwork(template, for: try reader.read(fingerprint: 0))
    try staged.write(
      shop.itemsFile(bindings, adding: made.itemColumns).bytes, to: DataFile.items.name)
    for (file, contents) in made.files { try staged.write(contents.bytes, to: file.name) }
    try staged.write(Array(made.notes.utf8), to: TemplateNetwork.notesFile)
    return made.report
  }

  /// Reads the directory as it will stand.
  ///
  /// - Returns: What there is to know of the network's files.
  /// - Throws: `DataProblem`, the first, at its place in the file that the analyst named.
  private static func check(
    _ staged: borrowing StagedDirectory, _ network: AttachedNetwork, work: WorkContext
  ) throws -> [Notice] {
    var reader = DirectoryReader(
      files: staged.files, problems: ProblemLog(.stop, limit: 1), work: work)
    do {
      return try reader.read(fingerprint: 0).notices.filter { notice in
        network.texts.keys.contains { $0.name == notice.file }
      }
    } catch var problem as DataProblem {
      let file = network.texts.keys.first { staged.files.files[$0] == problem.file }
      if let path = file.flatMap({ network.texts[$0]?.path }) { problem.file = path }
      throw problem
    }
  }
}
