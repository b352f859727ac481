/// Finds the lines of a data set's rows in the files it was read from: a data set knows its rows by
/// number only.
///
/// The files are read again, with the same rows left out as the first time. It works as long as
/// they have not changed since.
public struct RowLocator {
  private let dataset: Dataset
  private let files: DataDirectory
  private let work: WorkContext

  /// - Throws: `DataProblem` where the directory cannot be read.
  public init(_ dataset: Dataset, directory: String, work: WorkContext = WorkContext())
    throws(DataProblem)
  {
    self.dataset = dataset
    files = try DataDirectory(path: directory)
    self.work = work
  }

  /// The path of a file, as the analyst would type it; also where the directory does not have it.
  public func path(of file: String) -> String {
    DataFile.allCases.first { $0.name == file }.flatMap { files.files[$0] }
      ?? DataDirectory.join(files.path, file)
  }

  /// The 1-based lines on which rows stand.
  ///
  /// - Parameters:
  ///   - rows: Numbers of rows in the data set's table of this file: of items, facilities, speeds
  ///     or `network.supply`; nil for none.
  ///   - file: Such as `supply.csv`.
  /// - Returns: A line for each of `rows`, nil where the file has no such row: other files may name
  ///   items and regions too.
  /// - Throws: `DataProblem` where the file can no longer be read; `CancellationError`.
  public func lines(ofRows rows: [Int?], in file: String) throws -> [Int?] {
    guard let file = DataFile.allCases.first(where: { $0.name == file }),
      let path = files.files[file], rows.contains(where: { $0 != nil })
    else { return rows.map { _ in nil } }
    let table = try CSVTable(SourceText(path: path, work: work))
    let good = try goodRows(of: file)
    let positions: [Int?]
    if let ids = file.ids(in: dataset) {
      positions = try self.positions(
        of: rows.map { row in row.map { ids($0) } }, among: good, in: table, file)
    } else {
      positions = rows.map { row in
        row.flatMap { good.indices.contains($0) ? good[$0] : nil }
      }
    }
    var lines = [Int?](repeating: nil, count: rows.count)
    var locator = LineLocator(table.text)
    // In rising order, which finds all of them in one pass.
    let order = positions.indices.sorted { (positions[$0] ?? 0) < (positions[$1] ?? 0) }
    for index in order {
      if let position = positions[index] { lines[index] = locator.locate(position).line }
    }
    return lines
  }

  /// Where the rows start that reading the file keeps.
  private func goodRows(of file: DataFile) throws -> [Int] {
    var reader = DirectoryReader(
      files: files, problems: ProblemLog(.skipRows, limit: 0, keepsGoodRows: true), work: work)
    let network = dataset.network
    func builder(_ ids: [String]) -> IdentifierBuilder { IdentifierBuilder(Identifiers(ids)) }
    let names = NetworkNames(
      items: dataset.items.ids, facilities: builder(network.facilities.map(\.id)),
      regions: builder(network.regions.map(\.id)), speeds: builder(network.speeds.map(\.id)),
      vendors: builder(network.vendors.map(\.id)))
    switch file {
    case .items: _ = try reader.readItems()
    case .regions: _ = try reader.readRegions()
    case .speeds: _ = try reader.readSpeeds()
    case .facilities: _ = try reader.readFacilities()
    case .vendors: _ = try reader.readVendors()
    case .transfers: _ = try reader.readTransfers(names)
    case .deliveries: _ = try reader.readDeliveries(names)
    case .supply: _ = try reader.readSupply(names)
    case .inventory: _ = try reader.readInventory(names)
    case .customers, .purchases: return []
    }
    return reader.problems.goodRows ?? []
  }

  /// Where the rows start that have these ids, each of which a good row has once at most.
  private func positions(
    of ids: [String?], among good: [Int], in table: CSVTable, _ file: DataFile
  ) throws -> [Int?] {
    var wanted: [String: Int] = [:]
    for (index, id) in ids.enumerated() {
      if let id { wanted[id] = index }
    }
    var positions = [Int?](repeating: nil, count: ids.count)
    let column = table.column(file.required[0])
    var next = good.makeIterator()
    var goodRow = next.next()
    var ignored = ProblemLog(.skipRows, limit: 0)
    try table.forEachRow(&ignored, work: work) { row throws(RowProblem) in
      guard row.position == goodRow else { return }
      goodRow = next.next()
      if let index = wanted[row.string(column)] { positions[index] = row.position }
    }
    return ids.map { id in id.flatMap { wanted[$0] }.flatMap { positions[$0] } }
  }
}

extension DataFile {
  /// The id of a row by its number, for files whose rows are known by ids; nil for the others.
  fileprivate func ids(in dataset: Dataset) -> ((Int) -> String)? {
    let network = dataset.network
    return switch self {
    case .items: { dataset.items.ids[$0] }
    case .regions: { network.regions[$0].id }
    case .speeds: { network.speeds[$0].id }
    case .facilities: { network.facilities[$0].id }
    case .vendors: { network.vendors[$0].id }
    default: nil
    }
  }
}
