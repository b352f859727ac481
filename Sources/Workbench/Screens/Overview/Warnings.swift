import RetailData

/// What the analyst should look at, each with where to look.
struct Warnings {
  struct Entry: Hashable, Sendable {
    let kind: String
    let text: String
    /// The same in fewer words, for less room; the longest first.
    var shorter: [String] = []
    /// Where Enter leads.
    let place: Place
    /// The path of the plan's figure to change; nil where there is no one figure.
    var figure: String?
    /// What shows of the list there what is spoken of; nil where it is not about a list.
    var arrangement: Arrangement?
  }

  private(set) var entries: [Entry] = []

  init(_ dataset: Dataset, loads: [OverviewQuestion.Load], unmeasured: Int) {
    for (facility, load) in loads.enumerated()
    where load.capacity > 0 && load.used > load.capacity {
      let percent = NumberText.short(load.used / load.capacity * 100, places: 0)
      entries.append(
        Entry(
          kind: "full", text: "\(load.name) holds \(percent) % of its storage",
          place: .facility(facility)))
    }
    addSilentItem(dataset)
    addHeaviestCustomer(dataset)
    if unmeasured > 0 {
      let text =
        "\(counted(unmeasured, "item")) in stock without a volume: counted as taking no room"
      entries.append(Entry(kind: "volume", text: text, place: .items))
    }
    for (index, notice) in dataset.notices.enumerated() {
      let rows = notice.rows > 0 ? " (\(counted(notice.rows, "row")))" : ""
      entries.append(
        Entry(
          kind: "read", text: "\(notice.file): \(notice.message)\(rows)", place: .notice(index)))
    }
  }

  /// The best-sold item of all that nobody bought in the last four weeks.
  private mutating func addSilentItem(_ dataset: Dataset) {
    guard let end = dataset.end else { return }
    let purchases = dataset.purchases
    var silent = 0
    var best: (lines: Int, item: Int)?
    for item in 0..<dataset.items.count {
      let positions = purchases.positions(ofItem: item)
      guard let last = positions.last,
        end.days(since: purchases.times[Int(purchases.linesByItem[last])]) >= 28
      else { continue }
      silent += 1
      if positions.count > best?.lines ?? 0 { best = (positions.count, item) }
    }
    guard let best else { return }
    let name = dataset.items.ids[best.item]
    let text = "\(counted(silent, "item")) not sold for 28 days"
    entries.append(
      Entry(
        kind: "silent", text: "\(text); the best sold of them before is \(name)",
        shorter: ["\(text); best sold before: \(name)"], place: .item(best.item)))
  }

  /// Customers of very many lines weigh heavily in what is bought together.
  private mutating func addHeaviestCustomer(_ dataset: Dataset) {
    let purchases = dataset.purchases
    let customers = 0..<dataset.customers.count
    guard purchases.count > 0,
      let heaviest = customers.max(by: {
        purchases.lines(ofCustomer: $0).count < purchases.lines(ofCustomer: $1).count
      })
    else { return }
    let lines = purchases.lines(ofCustomer: heaviest).count
    let share = Double(lines) / Double(purchases.count) * 100
    guard share >= 1, customers.count > 20 else { return }
    let text =
      "customer \(dataset.customers.ids[heaviest]) has \(NumberText.short(share, places: 1)) % "
      + "of all purchases (\(counted(lines, "line")))"
    entries.append(Entry(kind: "heavy", text: text, place: .customer(heaviest)))
  }

  static func source(_ entries: [Entry], _ basis: AnyQuestion) -> TableSource {
    var what = TableColumn(
      "what", "What", .strings(StringColumn(entries.map(\.text))), .sentence, width: 20...160,
      priority: 1)
    for (row, entry) in entries.enumerated() where !entry.shorter.isEmpty {
      what.shorter[row] = entry.shorter
    }
    return TableSource(
      key: TableKey(name: "warnings", basis: basis), rowCount: entries.count,
      columns: [
        TableColumn(
          "kind", "Kind", .strings(StringColumn(entries.map(\.kind))), .text, width: 6...8,
          priority: 0),
        what,
      ], noun: "notice")
  }
}
