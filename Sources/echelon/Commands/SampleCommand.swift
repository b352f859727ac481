import ArgumentParser
import Foundation
import RetailData

extension SampleShop.Options.Size: ExpressibleByArgument {}

/// `echelon sample`: an invented shop to try everything on.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write an invented shop, with every file of the data format.",
    discussion: """
      The same options and seed write the same bytes on every machine. Planted in the data: item \
      families, heavy buyers, repeat rhythms, brands, shared accounts, seasons, and facilities \
      whose room does not suffice.

      EXAMPLES
        echelon sample shop
        echelon sample big --size large --seed 7
        echelon sample tiny --items 50 --customers 100 --purchases 2000
      """)

  @Argument(help: "Directory to write to; made where it is not there.", completion: .directory)
  var directory: String

  @Option(help: "Size of the shop: 15,000, 200,000 or 1,000,000 purchases.")
  var size: SampleShop.Options.Size = .medium

  @Option(parsing: .unconditional, help: "Items, in place of what the size says.")
  var items: Int?

  @Option(parsing: .unconditional, help: "Customers, in place of what the size says.")
  var customers: Int?

  @Option(parsing: .unconditional, help: "Purchase lines, in place of what the size says.")
  var purchases: Int?

  @Option(parsing: .unconditional, help: "Facilities, in place of what the size says.")
  var facilities: Int?

  @Flag(help: "Replace the data files that stand in the directory.")
  var overwrite = false

  @Flag(help: "Write purchases.csv.gz in place of purchases.csv.")
  var gzip = false

  @Flag(help: "Also write what was planted, to CSV files in DIRECTORY/truth.")
  var truth = false

  @OptionGroup
  var global: GlobalOptions

  private var options: SampleShop.Options {
    var options = SampleShop.Options(size: size, seed: global.seed)
    options.items = items ?? options.items
    options.customers = customers ?? options.customers
    options.purchases = purchases ?? options.purchases
    options.facilities = facilities ?? options.facilities
    options.compressesPurchases = gzip
    options.truth = truth
    return options
  }

  func validate() throws {
    try DataLocation.requireName(directory, of: "<directory>")
    do {
      try options.validate()
    } catch let failure as SampleShop.Failure {
      throw ValidationError(failure.description)
    }
  }

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let summary = try write(session)
    session.progress.clear()
    try report(summary).write { row in
      for (name, value) in figures(of: summary) { try row([.text(name), .integer(value)]) }
    }
  }

  private func write(_ session: Session) throws -> SampleShop.Summary {
    do {
      return try SampleShop.write(
        to: URL(fileURLWithPath: directory), options: options, overwriting: overwrite,
        work: session.work)
    } catch SampleShop.Failure.existingData(_, let files) {
      throw Failure(
        "\(directory): found \(files.joined(separator: ", ")), expected no data yet; name another "
          + "directory, or replace these files with --overwrite")
    }
  }

  private func report(_ summary: SampleShop.Summary) -> ResultTable {
    ResultTable(
      columns: [
        ResultColumn("what", .text), ResultColumn("count", .integer),
      ],
      format: global.reportFormat,
      caption: "\(directory): \(summary.files.joined(separator: ", "))")
  }

  private func figures(of summary: SampleShop.Summary) -> [(String, Int)] {
    [
      ("items", summary.items), ("customers", summary.customers), ("purchases", summary.lines),
      ("orders", summary.orders), ("regions", summary.regions),
      ("facilities", summary.facilities), ("item families", summary.families),
      ("heavy buyers", summary.heavyCustomers),
      ("facilities short of room", summary.scarceStorage.count),
      ("facilities short of outbound capacity", summary.scarceOutbound.count),
    ]
  }
}
