import Foundation

/// Writes the files of one sample to its staging directory.
struct SampleWriter {
  let options: SampleShop.Options
  let output: SampleDirectory
  let work: WorkContext
  let shop: ShopModel
  let ledger: SampleLedger
  let network: SampleNetwork
  let supply: SupplyPlan
  let capacity: CapacityPlan
  let orders: [UInt64]
  let itemIDs: IDForm
  let customerIDs: IDForm
  let vendorIDs: IDForm
  let orderIDs: IDForm

  /// Makes everything that the files say.
  init(options: SampleShop.Options, output: SampleDirectory, work: WorkContext) throws {
    self.options = options
    self.output = output
    self.work = work
    shop = ShopModel(items: options.items, seed: options.seed)
    ledger = try SampleLedger(
      shop: shop, customers: options.customers, lines: options.purchases, work: work)
    orders = ledger.ordersByTime()
    try work.checkCancelled()
    network = SampleNetwork(facilities: options.facilities)
    let dailyUnits = ledger.dailyUnits(items: options.items)
    supply = SupplyPlan(shop: shop, network: network, dailyUnits: dailyUnits)
    capacity = CapacityPlan(
      shop: shop, network: network, supply: supply, dailyUnits: dailyUnits)
    itemIDs = IDForm("I", count: options.items)
    customerIDs = IDForm("C", count: options.customers)
    vendorIDs = IDForm("V", count: supply.vendors.count)
    orderIDs = IDForm("O", count: orders.count)
  }

  /// Writes a table of `count` rows; `row` appends row number n, which may be no row or several.
  func table(
    _ name: String, header: String, count: Int, row: (Int, inout SampleText) -> Void
  ) throws {
    let file = try SampleFile(path: output.path(of: name), isCompressed: false)
    var text = SampleText(header: header)
    for number in 0..<count {
      row(number, &text)
      if text.bytes.count > 1 << 20 {
        try work.checkCancelled()
        try file.write(text.bytes)
        text.removeAll()
      }
    }
    try file.write(text.bytes)
    try file.close()
  }

  func regionID(_ region: Int) -> String { "R" + padded(region + 1, width: 2) }

  func summary() -> SampleShop.Summary {
    let sites = network.sites
    let centers = sites.indices.filter { sites[$0].kind != .distributionCenter }
    return SampleShop.Summary(
      items: options.items, customers: options.customers, lines: ledger.lineCount,
      orders: orders.count, regions: Place.regions.count, facilities: sites.count,
      files: fileNames,
      families: shop.families.count, familyItems: shop.families.members.count,
      heavyCustomers: ledger.heavyCustomerCount,
      heavyLineShare: ledger.lineCount == 0
        ? 0 : Double(ledger.heavyLineCount) / Double(ledger.lineCount),
      scarceStorage: centers.filter {
        capacity.sizes[$0].storage < capacity.needs[$0].storage
      }.map { sites[$0].id },
      scarceOutbound: centers.filter {
        capacity.sizes[$0].outbound < capacity.needs[$0].outbound
      }.map { sites[$0].id })
  }

  private var fileNames: [String] {
    SampleWriter.tableNames
      + [options.compressesPurchases ? "purchases.csv.gz" : "purchases.csv"]
      + (options.truth ? SampleWriter.truthNames : [])
  }
}
