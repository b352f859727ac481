// A network is small next to the purchases: its rows are kept as tables of doubles, which hold
// every number and every 32-bit reference exactly, and as columns of strings.

extension SectionFileWriter {
  mutating func add(_ network: Network) {
    add("regions.ids", StringColumn(network.regions.map(\.id)))
    add("regions.names", StringColumn(network.regions.map(\.name)))
    add("regions.numbers", Column(network.regions.flatMap { [$0.latitude, $0.longitude] }))
    add("speeds.ids", StringColumn(network.speeds.map(\.id)))
    add(
      "speeds.numbers",
      Column(network.speeds.flatMap { [$0.promiseHours, $0.lostSalePenalty, $0.serviceTarget] }))
    add("facilities.ids", StringColumn(network.facilities.map(\.id)))
    add("facilities.names", StringColumn(network.facilities.map(\.name)))
    add("facilities.kinds", StringColumn(network.facilities.map(\.kind.rawValue)))
    add("facilities.numbers", Column(network.facilities.flatMap(\.numbers)))
    add("vendors.ids", StringColumn(network.vendors.map(\.id)))
    add("vendors.names", StringColumn(network.vendors.map(\.name)))
    add("transfers.numbers", Column(network.transfers.flatMap(\.numbers)))
    add("deliveries.numbers", Column(network.deliveries.flatMap(\.numbers)))
    add("supply.numbers", Column(network.supply.flatMap(\.numbers)))
    add("inventory.numbers", Column(network.inventory.flatMap(\.numbers)))
  }
}

extension SectionFile {
  /// The network without its references checked: see `refersOnlyTo`.
  func network() -> Network? {
    guard let regionIDs = strings("regions.ids"),
      let regionNames = strings("regions.names", count: regionIDs.count),
      let regions = rows("regions.numbers", width: 2, count: regionIDs.count),
      let speedIDs = strings("speeds.ids"), speedIDs.count <= Int(Int8.max),
      let speeds = rows("speeds.numbers", width: 3, count: speedIDs.count),
      let vendorIDs = strings("vendors.ids"),
      let vendorNames = strings("vendors.names", count: vendorIDs.count),
      let facilities = facilities(),
      let transfers = rows("transfers.numbers", width: 5),
      let deliveries = rows("deliveries.numbers", width: 6),
      let supply = rows("supply.numbers", width: 8),
      let inventory = rows("inventory.numbers", width: 4)
    else { return nil }
    var network = Network()
    network.regions = regions.enumerated().map { number, row in
      Region(
        id: regionIDs[number], name: regionNames[number], latitude: row[0], longitude: row[1])
    }
    network.speeds = speeds.enumerated().map { number, row in
      Speed(
        id: speedIDs[number], promiseHours: row[0], lostSalePenalty: row[1], serviceTarget: row[2])
    }
    network.vendors = vendorIDs.indices.map { Vendor(id: vendorIDs[$0], name: vendorNames[$0]) }
    network.facilities = facilities
    network.transfers = transfers.map(Transfer.init(numbers:))
    network.deliveries = deliveries.map(Delivery.init(numbers:))
    network.supply = supply.map(Supply.init(numbers:))
    network.inventory = inventory.map(Stock.init(numbers:))
    return network
  }

  private func facilities() -> [Facility]? {
    guard let ids = strings("facilities.ids"),
      let names = strings("facilities.names", count: ids.count),
      let kinds = strings("facilities.kinds", count: ids.count),
      let numbers = rows("facilities.numbers", width: 6, count: ids.count)
    else { return nil }
    var facilities: [Facility] = []
    for (number, row) in numbers.enumerated() {
      guard let kind = FacilityKind(rawValue: kinds[number]) else { return nil }
      facilities.append(
        Facility(
          id: ids[number], name: names[number], kind: kind, latitude: row[0], longitude: row[1],
          storage: row[2], inboundPerDay: row[3], outboundPerDay: row[4], holdingCost: row[5]))
    }
    return facilities
  }

  private func rows(_ name: String, width: Int, count: Int? = nil) -> [[Double]]? {
    guard let numbers = column(name, of: Double.self), numbers.count % width == 0,
      count == nil || numbers.count == count.map({ $0 * width })
    else { return nil }
    return stride(from: 0, to: numbers.count, by: width).map { Array(numbers[$0..<($0 + width)]) }
  }
}

extension Network {
  /// Every reference is to a row that exists.
  func refersOnlyTo(itemCount: Int) -> Bool {
    func holds(_ reference: Int32, _ count: Int) -> Bool { reference >= 0 && reference < count }
    return transfers.allSatisfy {
      holds($0.from, facilities.count) && holds($0.to, facilities.count)
    }
      && deliveries.allSatisfy {
        holds($0.facility, facilities.count) && holds($0.region, regions.count)
          && holds($0.speed, speeds.count)
      }
      && supply.allSatisfy {
        holds($0.vendor, vendors.count) && holds($0.item, itemCount)
          && holds($0.facility, facilities.count)
      }
      && inventory.allSatisfy { holds($0.facility, facilities.count) && holds($0.item, itemCount) }
  }
}

/// A reference as it was written, or -1 where the number is none.
private func reference(_ number: Double) -> Int32 { Int32(exactly: number) ?? -1 }

extension Facility {
  fileprivate var numbers: [Double] {
    [latitude, longitude, storage, inboundPerDay, outboundPerDay, holdingCost]
  }
}

extension Transfer {
  fileprivate var numbers: [Double] {
    [Double(from), Double(to), leadTimeDays, costPerUnit, costPerLitre]
  }

  fileprivate init(numbers row: [Double]) {
    self.init(
      from: reference(row[0]), to: reference(row[1]), leadTimeDays: row[2], costPerUnit: row[3],
      costPerLitre: row[4])
  }
}

extension Delivery {
  fileprivate var numbers: [Double] {
    [
      Double(facility), Double(region), Double(speed), cutoffHour, costPerUnit, costPerKilogram,
    ]
  }

  fileprivate init(numbers row: [Double]) {
    self.init(
      facility: reference(row[0]), region: reference(row[1]), speed: reference(row[2]),
      cutoffHour: row[3], costPerUnit: row[4], costPerKilogram: row[5])
  }
}

extension Supply {
  fileprivate var numbers: [Double] {
    [
      Double(vendor), Double(item), Double(facility), unitCost, leadTimeMeanDays, leadTimeSDDays,
      minimumOrder, caseQuantity,
    ]
  }

  fileprivate init(numbers row: [Double]) {
    self.init(
      vendor: reference(row[0]), item: reference(row[1]), facility: reference(row[2]),
      unitCost: row[3], leadTimeMeanDays: row[4], leadTimeSDDays: row[5], minimumOrder: row[6],
      caseQuantity: row[7])
  }
}

extension Stock {
  fileprivate var numbers: [Double] { [Double(facility), Double(item), onHand, inbound] }

  fileprivate init(numbers row: [Double]) {
    self.init(
      facility: reference(row[0]), item: reference(row[1]), onHand: row[2], inbound: row[3])
  }
}
