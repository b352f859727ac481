/// The rows of `regions.csv`, and the regions that customers name besides.
struct RegionDraft {
  var ids = IdentifierBuilder()
  var rows: [Region] = []

  /// The number of the region `id`, which is added without a place where it is new.
  mutating func number(adding id: UnsafeBufferPointer<UInt8>) -> Int32 {
    let (number, isNew) = ids.insert(id)
    if isNew {
      let name = String(decoding: id, as: UTF8.self)
      rows.append(Region(id: name, name: name, latitude: .nan, longitude: .nan))
    }
    return Int32(number)
  }
}

/// The rows of a file of named things.
struct NamedRows<Element> {
  var ids = IdentifierBuilder()
  var rows: [Element] = []
}

extension DirectoryReader {
  mutating func readRegions() throws -> RegionDraft {
    var draft = RegionDraft()
    guard let table = try open(.regions) else { return draft }
    let id = table.column("region_id")
    let name = table.column("name")
    let latitude = table.column("latitude")
    let longitude = table.column("longitude")
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let key = String(decoding: try row.identifier(id), as: UTF8.self)
      let title = row.string(name)
      let region = Region(
        id: key, name: title.isEmpty ? key : title,
        latitude: try row.number(latitude, in: .between(-90, 90), missing: .nan),
        longitude: try row.number(longitude, in: .between(-180, 180), missing: .nan))
      if !draft.ids.insert(key).isNew { throw row.duplicate(id) }
      draft.rows.append(region)
    }
    finish(table, rows: draft.rows.count)
    return draft
  }

  mutating func readFacilities() throws -> NamedRows<Facility> {
    var draft = NamedRows<Facility>()
    guard let table = try open(.facilities) else { return draft }
    let id = table.column("facility_id")
    let name = table.column("name")
    let kind = table.column("kind")
    let latitude = table.column("latitude")
    let longitude = table.column("longitude")
    let storage = table.column("storage_l")
    let inbound = table.column("inbound_units_per_day")
    let outbound = table.column("outbound_units_per_day")
    let holding = table.column("holding_cost_per_l_day")
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let key = String(decoding: try row.identifier(id), as: UTF8.self)
      let title = row.string(name)
      guard let facilityKind = FacilityKind(rawValue: row.string(kind)) else {
        let kinds = FacilityKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.problem(kind, expected: "one of \(kinds)", advice: "use the nearest of these")
      }
      let facility = Facility(
        id: key, name: title.isEmpty ? key : title, kind: facilityKind,
        latitude: try row.number(latitude, in: .between(-90, 90), missing: .nan),
        longitude: try row.number(longitude, in: .between(-180, 180), missing: .nan),
        storage: try row.number(storage, in: .notNegative, missing: .infinity),
        inboundPerDay: try row.number(inbound, in: .notNegative, missing: .infinity),
        outboundPerDay: try row.number(outbound, in: .notNegative, missing: .infinity),
        holdingCost: try row.number(holding, in: .notNegative, missing: 0))
      if !draft.ids.insert(key).isNew { throw row.duplicate(id) }
      draft.rows.append(facility)
    }
    finish(table, rows: draft.rows.count)
    noteTemplate(draft.rows)
    return draft
  }

  /// A made-up network must not be taken for a real one.
  private mutating func noteTemplate(_ rows: [Facility]) {
    let made = rows.count { $0.name.hasSuffix(NetworkTemplate.mark) }
    if made == 0 { return }
    notice(
      .facilities,
      "\(made) of \(rows.count) facilities are of a template: places, costs, capacities, vendors "
        + "and stock are made up; put your own in their place", rows: made)
  }

  mutating func readVendors() throws -> NamedRows<Vendor> {
    var draft = NamedRows<Vendor>()
    guard let table = try open(.vendors) else { return draft }
    let id = table.column("vendor_id")
    let name = table.column("name")
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let key = String(decoding: try row.identifier(id), as: UTF8.self)
      let title = row.string(name)
      if !draft.ids.insert(key).isNew { throw row.duplicate(id) }
      draft.rows.append(Vendor(id: key, name: title.isEmpty ? key : title))
    }
    finish(table, rows: draft.rows.count)
    return draft
  }

  /// Fastest promise first; equal promises in the order of the file.
  mutating func readSpeeds() throws -> NamedRows<Speed> {
    var draft = NamedRows<Speed>()
    guard let table = try open(.speeds) else { return draft }
    let id = table.column("speed")
    let promise = table.column("promise_hours")
    let penalty = table.column("lost_sale_penalty")
    let target = table.column("service_target")
    try table.forEachRow(&problems, work: work) { row throws(RowProblem) in
      let key = String(decoding: try row.identifier(id), as: UTF8.self)
      let speed = Speed(
        id: key, promiseHours: try row.number(promise, in: .notNegative, missing: nil),
        lostSalePenalty: try row.number(penalty, in: .notNegative, missing: 0),
        serviceTarget: try row.number(target, in: .between(0, 1), missing: .nan))
      if draft.rows.count == Int(Int8.max) {
        throw row.problem(id, expected: "at most \(Int8.max) speeds", advice: "merge some of them")
      }
      if !draft.ids.insert(key).isNew { throw row.duplicate(id) }
      draft.rows.append(speed)
    }
    finish(table, rows: draft.rows.count)
    let sorted = draft.rows.enumerated().sorted { left, right in
      (left.element.promiseHours, left.offset) < (right.element.promiseHours, right.offset)
    }.map(\.element)
    var ids = IdentifierBuilder()
    for speed in sorted { _ = ids.insert(speed.id) }
    return NamedRows(ids: ids, rows: sorted)
  }
}
