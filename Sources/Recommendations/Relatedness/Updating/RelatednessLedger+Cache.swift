import RetailData

extension RelatednessLedger {
  /// By which names the customers and items of a ledger are known again, when there are more.
  public struct Names: Sendable {
    let customers: StringColumn
    let items: StringColumn

    init(customers: StringColumn, items: StringColumn) {
      self.customers = customers
      self.items = items
    }

    public init(_ dataset: Dataset) {
      self.init(customers: dataset.customers.ids.names, items: dataset.items.ids.names)
    }
  }

  /// Raised with every change of what the sections mean.
  private static let version: UInt32 = 1
  private static let fileName = "co-purchases.echelon"

  /// Pairs that are kept at the most: half a gigabyte of them.
  private static let mostPairs = 1 << 26

  /// Whether the counts are few enough to be kept.
  static func isWorthKeeping(_ coPurchases: CoPurchases) -> Bool {
    let items = coPurchases.itemCount
    return min(coPurchases.work, items * items) <= mostPairs
  }

  /// What `cache` holds of earlier purchases by the same customers of the same items, whichever they
  /// were; nil where it holds none.
  ///
  /// - Throws: `CancellationError`.
  static func load(
    from cache: CacheDirectory, names: Names, work: WorkContext
  ) throws -> RelatednessLedger? {
    for candidate in cache.candidates {
      do {
        let file = try SectionFile(
          path: "\(candidate)/\(fileName)", version: version, work: work)
        if let ledger = RelatednessLedger(file, names: names) { return ledger }
      } catch is SectionFile.Failure {
        continue
      }
    }
    return nil
  }

  /// Keeps the counts for the day when there are more purchases.
  ///
  /// - Throws: `DataProblem` where there is no room or no permission; `CancellationError`.
  func save(to cache: CacheDirectory, names: Names, work: WorkContext) throws {
    var writer = SectionFileWriter(version: Self.version, fingerprint: 0)
    writer.add("customers", names.customers)
    writer.add("items", names.items)
    writer.add("baskets.offsets", baskets.offsets)
    writer.add("baskets.items", baskets.items)
    var offsets: [UInt32] = [0]
    for row in rows { offsets.append((offsets.last ?? 0) + UInt32(row.count)) }
    writer.add("rows.offsets", Column(offsets))
    writer.add(
      "rows.pairs",
      Column<PairCount>(count: Int(offsets.last ?? 0)) { pairs in
        for (row, start) in zip(rows, offsets) {
          _ = UnsafeMutableBufferPointer(rebasing: pairs[Int(start)..<Int(start) + row.count])
            .initialize(from: row)
        }
      })
    try cache.save(writer, as: Self.fileName, work: work)
  }

  /// Nil where the sections do not fit together, or where customers or items have other numbers now.
  private init?(_ file: SectionFile, names: Names) {
    guard let customers = file.strings("customers"), let items = file.strings("items"),
      names.customers.begins(with: customers), names.items.begins(with: items),
      let basketOffsets = file.column("baskets.offsets", of: UInt32.self),
      let basketItems = file.column("baskets.items", of: Int32.self),
      basketOffsets.count == customers.count + 1,
      basketOffsets.isRising(from: 0, to: basketItems.count),
      let offsets = file.column("rows.offsets", of: UInt32.self),
      let pairs = file.column("rows.pairs", of: PairCount.self),
      offsets.count == items.count + 1, offsets.isRising(from: 0, to: pairs.count),
      basketItems.allSatisfy({ $0 >= 0 && Int($0) < items.count }),
      pairs.allSatisfy({ $0.item >= 0 && Int($0.item) < items.count && $0.count > 0 })
    else { return nil }
    self.init(
      baskets: Baskets(offsets: basketOffsets, items: basketItems),
      rows: (0..<items.count).map { item in
        Array(pairs.buffer[Int(offsets[item])..<Int(offsets[item + 1])])
      })
  }
}

extension StringColumn {
  /// Whether the first strings are those of another column.
  fileprivate func begins(with other: StringColumn) -> Bool {
    count >= other.count && offsets.starts(with: other.offsets)
      && bytes.starts(with: other.bytes.prefix(Int(other.offsets[other.count])))
  }
}
