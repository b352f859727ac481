/// The rows of `customers.csv`.
struct CustomerDraft {
  var ids = IdentifierBuilder()
  var names = StringColumnBuilder()
  var regions: [Int32] = []

  /// The table of `ids`: those of this draft, then those it has no row for.
  mutating func build(ids: Identifiers) -> CustomerTable {
    names.pad(to: ids.count)
    regions.pad(to: ids.count, with: -1)
    return CustomerTable(ids: ids, names: names.build(), regions: Column(regions))
  }
}

extension DirectoryReader {
  /// Regions that only customers name are added to `regions`.
  mutating func readCustomers(regions: inout RegionDraft) throws -> CustomerDraft {
    var draft = CustomerDraft()
    guard let table = try open(.customers) else { return draft }
    let id = table.column("customer_id")
    let name = table.column("name")
    let region = table.column("region_id")
    let known = regions.ids.count
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      if !draft.ids.insert(try row.identifier(id)).isNew { throw row.duplicate(id) }
      draft.names.append(row.text(name))
      let label = row.text(region)
      draft.regions.append(label.isEmpty ? -1 : regions.number(adding: label))
    }
    finish(table, rows: draft.ids.count)
    let added = regions.ids.count - known
    if added > 0, files.files[.regions] != nil {
      notice(
        .customers,
        Self.added(added, to: .regions, example: regions.ids[known]) + " without a place",
        rows: added)
    }
    return draft
  }
}
