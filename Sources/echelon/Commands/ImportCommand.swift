import ArgumentParser
import RetailData

extension ImportPreset: ExpressibleByArgument {}

/// `echelon import`: from one file of a shop's export to a directory of data.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a directory of data from a file of a shop's export.",
    discussion: """
      Rows that are no purchases are counted by reason, never dropped in silence. A column that \
      is not named is the preset's, or the one that has the data format's own name.

      EXAMPLES
        echelon import online-retail.csv --into shop --preset online-retail
        echelon import orders.csv --into shop --customer user --item sku --time created_at
        echelon import orders.csv --into shop --network other-shop
        echelon import online-retail.csv --into shop --preset online-retail --network uk-europe
      """)

  @Argument(help: "The export: CSV with a header row, or .csv.gz.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("Directory to write to; made where it is not there.", valueName: "dir"),
    completion: .directory)
  var into: String

  @Option(help: "An export whose columns and customs are known.")
  var preset: ImportPreset?

  @OptionGroup
  var columns: ImportColumnOptions

  @Option(
    help: ArgumentHelp(
      """
      Directory of data whose network to take along (regions, speeds, facilities, transfers, \
      deliveries, vendors, supply, inventory), or one of these files, or the name of a template \
      that makes a network up: \(NetworkTemplate.allCases.map(\.rawValue).joined(separator: ", ")).
      """, valueName: "file-dir-or-template"),
    completion: .file())
  var network: String?

  @Option(
    help: ArgumentHelp("List every row that was left out in this file.", valueName: "file"),
    completion: .file())
  var skippedRows: String?

  @Flag(help: "Replace the data files that stand in the directory.")
  var overwrite = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    try DataLocation.requireName(into, of: "--into")
  }

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let options = ImportOptions(
      columns: columns.columns, preset: preset, overwrites: overwrite, skippedRowsFile: skippedRows,
      network: network)
    let report = try Importer(options: options).run(file: file, into: into, work: session.work)
    session.progress.clear()
    let table = ResultTable(
      columns: [
        ResultColumn("message", heading: "rows of \(file)", .text),
        ResultColumn("rows", heading: "count", .integer),
        ResultColumn("lines", heading: "for example, lines", .text),
      ],
      format: global.reportFormat,
      caption: "\(into): \(report.files.joined(separator: ", ")) with \(report.items) items and "
        + "\(report.customers) customers")
    try table.write { row in
      for line in ImportSummary.lines(of: report) {
        try row([
          .text(line.message), .integer(line.rows),
          .text(line.examples.map(String.init).joined(separator: " ")),
        ])
      }
    }
    if let template = report.template { note(template, in: session) }
    for problem in report.problems { session.note("\(problem)") }
    for notice in report.notices { session.note("\(notice.file): \(notice.message)") }
    if !report.regionsWithoutPlace.isEmpty {
      session.note(
        "regions of customers that regions.csv of the network lacks, added without a place: "
          + report.regionsWithoutPlace.joined(separator: ", "))
    }
    if !report.unusedColumns.isEmpty {
      session.note("columns not used: \(report.unusedColumns.joined(separator: ", "))")
    }
  }
}

extension ImportCommand {
  private func note(_ template: TemplateReport, in session: Session) {
    session.note(
      "the network is made up by the template \(template.template.rawValue), not this shop's own: "
        + "\(template.facilities) facilities, \(template.deliveries) ways to deliver, "
        + "\(template.supply) ways to buy, \(template.stocks) stocks, and the items' costs, sizes "
        + "and weights; \(into)/\(template.notes) says by which rules")
    if !template.regionsWithoutPlace.isEmpty {
      session.note(
        "regions that are no country the template knows, put in \(template.placeOfUnknown): "
          + template.regionsWithoutPlace.joined(separator: ", "))
    }
  }
}

/// The columns of the export.
struct ImportColumnOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Column of the customers' ids.", valueName: "column"))
  var customer: String?

  @Option(help: ArgumentHelp("Column of the items' ids.", valueName: "column"))
  var item: String?

  @Option(help: ArgumentHelp("Column of the times of purchase.", valueName: "column"))
  var time: String?

  @Option(help: ArgumentHelp("Column of the quantities.", valueName: "column"))
  var quantity: String?

  @Option(help: ArgumentHelp("Column of the prices per unit.", valueName: "column"))
  var price: String?

  @Option(help: ArgumentHelp("Column of the items' titles.", valueName: "column"))
  var title: String?

  @Option(help: ArgumentHelp("Column of the customers' regions.", valueName: "column"))
  var region: String?

  @Option(help: ArgumentHelp("Column of the orders' ids.", valueName: "column"))
  var order: String?

  @Option(help: ArgumentHelp("Column of the items' brands.", valueName: "column"))
  var brand: String?

  @Option(help: ArgumentHelp("Column of the items' categories.", valueName: "column"))
  var category: String?

  var columns: ImportColumns {
    ImportColumns(
      customer: customer, item: item, time: time, quantity: quantity, price: price, title: title,
      region: region, order: order, brand: brand, category: category)
  }
}
