/// Everything one directory of an analyst's files says.
public struct Dataset: Sendable {
  /// The directory's own name: what the title bar shows.
  public let name: String
  public let items: ItemTable
  public let customers: CustomerTable
  public let purchases: Purchases
  public let network: Network
  /// What the analyst should know of the reading: columns not used, rows skipped, what was
  /// inferred. Not errors.
  public let notices: [Notice]
  /// A hash of the source files' names and contents: what was computed from this data set is still
  /// right for another of the same fingerprint. 0 for data that was not read from files.
  public let fingerprint: UInt64
  /// The moment of the latest purchase: "now", for everything that looks back. Nil without
  /// purchases.
  public let end: Timestamp?

  public init(
    name: String, items: ItemTable, customers: CustomerTable, purchases: Purchases,
    network: Network, notices: [Notice] = [], fingerprint: UInt64 = 0
  ) {
    self.name = name
    self.items = items
    self.customers = customers
    self.purchases = purchases
    self.network = network
    self.notices = notices
    self.fingerprint = fingerprint
    end = purchases.latest
  }
}

/// One thing worth knowing about how a file was read.
public struct Notice: Sendable, Equatable {
  /// The file's name, such as `purchases.csv`.
  public let file: String
  public let message: String
  /// Rows concerned; 0 where that has no meaning.
  public let rows: Int

  public init(file: String, message: String, rows: Int = 0) {
    self.file = file
    self.message = message
    self.rows = rows
  }
}
