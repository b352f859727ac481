/// What an import read, kept and left out.
public struct ImportReport: Sendable {
  public internal(set) var rowsRead = 0
  public internal(set) var rowsKept = 0
  /// Rows that were not kept, by reason, in the order in which the reasons are looked for: a row
  /// counts once, under the first that holds. Reasons without rows are not listed.
  public internal(set) var skipped: [SkippedRows] = []
  /// Rows that repeat an earlier row byte by byte. They are kept: a basket may hold a thing twice.
  public internal(set) var duplicatesKept = RowExamples()
  /// Customers whose rows name more than one region; the most frequent one was taken.
  public internal(set) var customersInSeveralRegions = 0
  /// Names of the regions that customers live in and the attached network's `regions.csv` lacks.
  /// They were added to it, without a place.
  public internal(set) var regionsWithoutPlace: [String] = []
  public internal(set) var items = 0
  public internal(set) var customers = 0
  public internal(set) var regions = 0
  /// The first rows that could not be read, in full.
  public internal(set) var problems: [DataProblem] = []
  /// Names of the files that were written.
  public internal(set) var files: [String] = []
  /// Columns of the export that were not used.
  public internal(set) var unusedColumns: [String] = []
  /// What a template made up; nil without one.
  public internal(set) var template: TemplateReport?
  /// What there is to know of the files of the attached network.
  public internal(set) var notices: [Notice] = []
}

/// Rows that were left out for one reason.
public struct SkippedRows: Sendable, Equatable {
  public let reason: SkipReason
  public let rows: RowExamples
}

/// A number of rows, and where the first of them stand.
public struct RowExamples: Sendable, Equatable {
  public private(set) var count = 0
  /// Line numbers in the export, at most five.
  public private(set) var lines: [Int] = []

  public init() {}

  mutating func add(line: @autoclosure () -> Int) {
    count += 1
    if lines.count < 5 { lines.append(line()) }
  }

  /// More rows, whose places are not known.
  mutating func addUnlisted(_ more: Int) { count += more }
}

/// Why a row of an export is no purchase. Cases stand in the order in which they are looked for.
public enum SkipReason: String, Sendable, CaseIterable {
  /// It cannot be read: malformed, or a value is not what its column holds.
  case badRow = "bad row"
  /// Its order takes an earlier one back.
  case cancellation = "cancellation"
  case missingCustomer = "no customer"
  /// Postage, fees, vouchers, corrections.
  case notAProduct = "not a product"
  case quantityNotPositive = "quantity not positive"
  case priceNotPositive = "price not positive"
}

/// What a network template made up.
public struct TemplateReport: Sendable, Equatable {
  public let template: NetworkTemplate
  public let facilities: Int
  public let deliveries: Int
  public let supply: Int
  public let stocks: Int
  /// Names of regions that are no country the template knows, and the city they were put in.
  public let regionsWithoutPlace: [String]
  public let placeOfUnknown: String
  /// The file that says how the figures were made.
  public let notes: String
}
