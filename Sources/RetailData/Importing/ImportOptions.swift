/// Which columns of a shop's export hold what, and what to do with its rows.
public struct ImportOptions: Sendable {
  public var columns: ImportColumns
  /// Rules and columns of a known export.
  public var preset: ImportPreset?
  /// Replace data files that stand in the directory. Files the import does not write stay.
  public var overwrites: Bool
  /// Where to list every row that was not kept; nil for no list.
  public var skippedRowsFile: String?
  /// The name of a `NetworkTemplate`, a data directory whose network is taken along, or one such
  /// file (`facilities.csv` …); nil for none.
  public var network: String?

  public init(
    columns: ImportColumns = ImportColumns(), preset: ImportPreset? = nil, overwrites: Bool = false,
    skippedRowsFile: String? = nil, network: String? = nil
  ) {
    self.columns = columns
    self.preset = preset
    self.overwrites = overwrites
    self.skippedRowsFile = skippedRowsFile
    self.network = network
  }
}

/// Names of the columns in the export's header. One that is nil is the preset's, or the column that
/// has the data format's own name (`customer_id`, `item_id`, `purchased_at` …) if there is one.
public struct ImportColumns: Sendable, Equatable {
  public var customer: String?
  public var item: String?
  public var time: String?
  public var quantity: String?
  public var price: String?
  public var title: String?
  public var region: String?
  public var order: String?
  public var brand: String?
  public var category: String?

  public init(
    customer: String? = nil, item: String? = nil, time: String? = nil, quantity: String? = nil,
    price: String? = nil, title: String? = nil, region: String? = nil, order: String? = nil,
    brand: String? = nil, category: String? = nil
  ) {
    self.customer = customer
    self.item = item
    self.time = time
    self.quantity = quantity
    self.price = price
    self.title = title
    self.region = region
    self.order = order
    self.brand = brand
    self.category = category
  }
}

/// Exports whose columns and customs are known.
public enum ImportPreset: String, Sendable, CaseIterable {
  /// The UCI data set "Online Retail" (Chen, Sain, Guo 2012): invoices that begin with C are
  /// cancellations, stock codes that do not begin with a digit are postage, fees and the like, and a
  /// price of 0 is a correction of the stock.
  case onlineRetail = "online-retail"

  var columns: ImportColumns {
    switch self {
    case .onlineRetail:
      ImportColumns(
        customer: "CustomerID", item: "StockCode", time: "InvoiceDate", quantity: "Quantity",
        price: "UnitPrice", title: "Description", region: "Country", order: "InvoiceNo")
    }
  }
}
