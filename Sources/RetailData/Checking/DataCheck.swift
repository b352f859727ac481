/// Everything that is wrong in a data directory, and what it holds.
public struct DataCheck: Sendable {
  /// In the order of the files and of their rows; no more than the limit.
  public let problems: [DataProblem]
  /// All problems, listed or not.
  public let problemCount: Int
  /// What was inferred or not used.
  public let notices: [Notice]
  /// One line a file that was read: what it holds, and its good rows.
  public let contents: [Notice]
  /// What could be read.
  public let dataset: Dataset

  /// True where the directory opens as it is.
  public var isClean: Bool { problemCount == 0 }

  /// Reads every file of `directory` to its end. Rows with problems count as absent, so a row that
  /// refers to one of them is a problem too.
  ///
  /// - Parameter limit: Problems listed.
  /// - Throws: `DataProblem` where the directory itself cannot be read; `CancellationError`.
  public static func run(
    directory: String, limit: Int = 1_000, work: WorkContext = WorkContext()
  ) throws -> DataCheck {
    let files = try DataDirectory(path: directory)
    var reader = DirectoryReader(
      files: files, problems: ProblemLog(.collect, limit: limit), work: work)
    let data = try reader.read(fingerprint: 0)
    return DataCheck(
      problems: reader.problems.kept, problemCount: reader.problems.count,
      notices: data.notices,
      contents: files.files.keys.sorted { $0.rawValue < $1.rawValue }.compactMap {
        Notice($0, in: data)
      }, dataset: data)
  }
}

extension Notice {
  /// What `file` holds; nil where nothing of it could be read.
  fileprivate init?(_ file: DataFile, in data: Dataset) {
    let network = data.network
    let (rows, thing): (Int, String) =
      switch file {
      case .items: (data.items.count, "items")
      case .customers: (data.customers.count, "customers")
      case .purchases: (data.purchases.count, "purchases")
      case .regions: (network.regions.count, "regions")
      case .speeds: (network.speeds.count, "speeds")
      case .facilities: (network.facilities.count, "facilities")
      case .transfers: (network.transfers.count, "lanes between facilities")
      case .deliveries: (network.deliveries.count, "ways to deliver")
      case .vendors: (network.vendors.count, "vendors")
      case .supply: (network.supply.count, "ways to buy")
      case .inventory: (network.inventory.count, "stocks")
      }
    if rows == 0 { return nil }
    var message = "\(rows) \(thing)"
    if file == .purchases, let first = data.purchases.earliest, let last = data.end {
      message +=
        " of \(data.items.count) items by \(data.customers.count) customers, "
        + "\(CalendarDate(day: first.day).text) to \(CalendarDate(day: last.day).text)"
    }
    self.init(file: file.name, message: message, rows: rows)
  }
}

extension CalendarDate {
  /// `2011-02-28`.
  fileprivate var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
