import Foundation
import Testing

@testable import RetailData

/// The template's network for a small extract in the form of Online Retail.
@Suite struct NetworkTemplateTests {
  private static let countries = [
    "United Kingdom", "EIRE", "France", "RSA", "Unspecified", "European Community",
    "Channel Islands", "Atlantis",
  ]

  /// Eight customers in eight countries, forty items, 1,600 lines over 200 days.
  private static let export: String = {
    var text = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
    for line in 0..<1_600 {
      let item = line % 40
      let country = line % 3 == 0 ? line / 3 % 8 : 0
      let day = String(CalendarDate(day: 15_000 + line / 8).text)
      text += "\(line / 4),\(20_000 + item),THING \(item),\(1 + line % 7),\(day) 10:00:00,"
      text += "\(Double(item * item + 1) / 10),\(10 + country),\(countries[country])\n"
    }
    return text
  }()

  private func shop(
    threads: Int = 1, _ body: (Dataset, ImportReport, TemporaryDirectory) throws -> Void
  )
    throws
  {
    let directory = try TemporaryDirectory(["export.csv": Self.export])
    let report = try run(in: directory, threads: threads)
    let data = try Dataset.open(
      directory: directory.file("shop"), options: OpenOptions(useCache: false))
    try body(data, report, directory)
  }

  @discardableResult
  private func run(
    in directory: TemporaryDirectory, threads: Int = 1, network: String = "uk-europe",
    overwrites: Bool = false
  ) throws -> ImportReport {
    try Importer(
      options: ImportOptions(preset: .onlineRetail, overwrites: overwrites, network: network)
    ).run(
      file: directory.file("export.csv"), into: directory.file("shop"),
      work: WorkContext(threads: threads))
  }

  @Test func countriesGetTheirPlacesAndOddNamesSensibleOnes() throws {
    try shop { data, report, _ in
      let places = Dictionary(
        uniqueKeysWithValues: data.network.regions.map {
          ($0.name, [$0.latitude, $0.longitude])
        })
      #expect(Set(places.keys) == Set(Self.countries))
      #expect(places["United Kingdom"] == [51.51, -0.13])
      #expect(places["EIRE"] == [53.35, -6.26])
      #expect(places["RSA"] == [-26.2, 28.05])
      #expect(places["Channel Islands"] == [49.19, -2.11])
      for name in ["Unspecified", "European Community", "Atlantis"] {
        #expect(places[name] == [50.85, 4.35])
      }
      #expect(report.template?.regionsWithoutPlace == ["Atlantis"])
      #expect(report.template?.placeOfUnknown == "Brussels")
    }
  }

  @Test func allThatIsMadeUpSaysSo() throws {
    try shop { data, report, directory in
      let names = data.network.facilities.map(\.name) + data.network.vendors.map(\.name)
      let unmarked = names.filter { !$0.hasSuffix(" (template)") }
      #expect(unmarked == [])
      let notices = data.notices.filter { $0.file == "facilities.csv" }
      #expect(
        notices == [
          Notice(
            file: "facilities.csv",
            message:
              "12 of 12 facilities are of a template: places, costs, capacities, vendors and "
              + "stock are made up; put your own in their place", rows: 12)
        ])
      #expect(report.files.contains("NETWORK-TEMPLATE.md"))
      #expect(Set(report.files).count == report.files.count)
      let notes = try String(
        contentsOfFile: directory.file("shop/NETWORK-TEMPLATE.md"), encoding: .utf8)
      #expect(notes.hasPrefix("# This network is a template\n"))
    }
  }

  /// Everybody can be served with everything, and every item can be bought.
  @Test func theNetworkIsWhole() throws {
    try shop { data, _, _ in
      let network = data.network
      let kinds = Set(network.facilities.map(\.kind))
      #expect(kinds == Set(FacilityKind.allCases))
      #expect(Set(data.items.handling).count == 2)
      let slowest = Int32(network.speeds.count - 1)
      for region in network.regions.indices {
        for kind in [FacilityKind.fulfillmentCenter, .nonSortableCenter] {
          let isServed = network.deliveries.contains {
            Int($0.region) == region && $0.speed == slowest && $0.cutoffHour.isNaN
              && network.facilities[Int($0.facility)].kind == kind
          }
          #expect(isServed)
        }
      }
      let bought = Set(network.supply.map(\.item))
      #expect(bought.count == data.items.count)
      let rank: [FacilityKind: Int] = [
        .distributionCenter: 0, .fulfillmentCenter: 1, .nonSortableCenter: 1, .sameDaySite: 2,
      ]
      let climbs = network.transfers.filter {
        (rank[network.facilities[Int($0.from)].kind] ?? 9)
          >= (rank[network.facilities[Int($0.to)].kind] ?? 0)
      }
      #expect(climbs.isEmpty)
      let supplied = Set(network.transfers.map { Int($0.to) })
      let lower = Set(
        network.facilities.indices.filter {
          network.facilities[$0].kind != .distributionCenter
        })
      #expect(supplied == lower)
    }
  }

  @Test func fastPromisesAreMadeOnlyNearBy() throws {
    try shop { data, _, _ in
      let network = data.network
      for delivery in network.deliveries {
        let site = network.facilities[Int(delivery.facility)]
        let region = network.regions[Int(delivery.region)]
        let distance = TemplatePoint(site.latitude, site.longitude).kilometres(
          to: TemplatePoint(region.latitude, region.longitude))
        switch network.speeds[Int(delivery.speed)].id {
        case "same_day":
          #expect(site.kind == .sameDaySite && distance <= 100 && delivery.cutoffHour <= 15)
        case "next_day": #expect(distance < 1_000 && delivery.cutoffHour <= 19)
        default: #expect(delivery.cutoffHour.isNaN)
        }
      }
      // London, Dublin and Paris have customers, Amsterdam and Berlin have none.
      let cities = network.facilities.filter { $0.kind == .sameDaySite }.map(\.id)
      #expect(cities == ["SD-LON1", "SD-LON2", "SD-DUB", "SD-PAR"])
    }
  }

  @Test func stockFitsAndStandsWhereItMay() throws {
    try shop { data, _, _ in
      let network = data.network
      var litres = [Double](repeating: 0, count: network.facilities.count)
      for stock in network.inventory {
        let item = Int(stock.item)
        let handling = try #require(Handling(rawValue: data.items.handling[item]))
        #expect(
          SampleNetwork.accepts(network.facilities[Int(stock.facility)].kind, handling))
        litres[Int(stock.facility)] += stock.onHand * Double(data.items.volumes[item])
      }
      for (facility, used) in zip(network.facilities, litres) {
        #expect(used <= 0.8001 * facility.storage)
        #expect(facility.storage.isFinite && facility.inboundPerDay > 0)
      }
      #expect(litres[0] > 0)
    }
  }

  /// Storage of the busiest fulfilment centre: 14 days of what it would serve. With customers of
  /// one place, and so one distance, the arithmetic can be done by hand.
  @Test func capacitiesFollowTheirRule() throws {
    // Two units a day of one item for 30 days, all in Britain.
    var text = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
    for day in 0..<30 {
      text += "\(day),10001,MUG,2,\(CalendarDate(day: 15_000 + day).text) 10:00:00,4,7,UK\n"
    }
    let directory = try TemporaryDirectory(["export.csv": text])
    try run(in: directory)
    let data = try Dataset.open(directory: directory.file("shop"))
    let volume = Double(data.items.volumes[0])
    let london = TemplatePoint(51.51, -0.13)
    func weight(_ point: TemplatePoint, extra: Double = 0) -> Double {
      let distance = 100 + extra + point.kilometres(to: london)
      return 1 / (distance * distance)
    }
    let swindon = weight(TemplatePoint(51.56, -1.78))
    let all =
      swindon + weight(TemplatePoint(53.52, -1.13)) + weight(TemplatePoint(50.63, 3.06), extra: 300)
      + weight(TemplatePoint(51.34, 12.37), extra: 300)
    let units = 2 * 0.8 * swindon / all
    let center = try #require(data.network.facilities.first { $0.id == "FC-UK2" })
    #expect(center.storage == max(100, (units * volume * 14).rounded(.up)))
    #expect(center.outboundPerDay == max(5, (units * 1.05).rounded(.up)))
    // The only item is small.
    #expect(!data.network.facilities.contains { $0.kind == .nonSortableCenter })
    // m is 4: the price of the only item.
    #expect(data.network.speeds.map(\.lostSalePenalty) == [2, 1.2, 0.8])
    #expect(data.items.unitCosts[0] == 2)
  }

  /// A line of a million pieces is a mistake: it must not size a network.
  @Test func aMistakeDoesNotCount() throws {
    let plain = try TemporaryDirectory(["export.csv": Self.export])
    try run(in: plain)
    // In the middle, so that the order of the items and the last day stay.
    var lines = Self.export.split(separator: "\n")
    lines.insert("999999,20001,THING 1,1000000,2011-03-01 10:00:00,0.2,10,United Kingdom", at: 800)
    let spoilt = try TemporaryDirectory(["export.csv": lines.joined(separator: "\n") + "\n"])
    try run(in: spoilt)
    let (a, b) = (
      try Dataset.open(directory: plain.file("shop")),
      try Dataset.open(directory: spoilt.file("shop"))
    )
    for (left, right) in zip(a.network.facilities, b.network.facilities) {
      #expect(abs(left.storage - right.storage) <= 0.05 * left.storage)
    }
  }

  @Test func theSameFilesWhateverTheThreads() throws {
    var contents: [[String: [UInt8]]] = []
    for threads in [1, 2, 2] {
      try shop(threads: threads) { _, report, directory in
        var files: [String: [UInt8]] = [:]
        for name in report.files {
          files[name] = Array(
            try Data(contentsOf: URL(fileURLWithPath: directory.file("shop/\(name)"))))
        }
        contents.append(files)
      }
    }
    #expect(contents[0] == contents[1] && contents[1] == contents[2])
  }

  @Test func anExportWithoutRegionsIsPutInBritain() throws {
    let directory = try TemporaryDirectory([
      "export.csv": "customer_id,item_id,purchased_at\nann,tea,2024-01-01\nbob,hat,2024-01-02\n"
    ])
    let report = try Importer(options: ImportOptions(network: "uk-europe"))
      .run(file: directory.file("export.csv"), into: directory.file("shop"))
    let data = try Dataset.open(directory: directory.file("shop"))
    #expect(data.network.regions.map(\.id) == ["united-kingdom"])
    #expect(report.files.contains("regions.csv"))
    // Nobody knows a price: what is made up of one is finite all the same.
    #expect(data.network.supply.allSatisfy { $0.unitCost > 0 && $0.unitCost.isFinite })
  }

  @Test func aTemplateReplacesTheNetworkThatStandsThere() throws {
    let directory = try TemporaryDirectory(["export.csv": Self.export])
    try run(in: directory)
    let first = try Data(contentsOf: URL(fileURLWithPath: directory.file("shop/supply.csv")))
    try directory.write("facility_id,kind\nX,fulfillment_center\n", to: "shop/facilities.csv")
    try run(in: directory, overwrites: true)
    let data = try Dataset.open(directory: directory.file("shop"))
    #expect(data.network.facilities.first?.id == "DC-UK")
    let second = try Data(contentsOf: URL(fileURLWithPath: directory.file("shop/supply.csv")))
    #expect(first == second)
  }

  @Test func aWrongNameListsTheTemplates() throws {
    let directory = try TemporaryDirectory(["export.csv": Self.export])
    let error = #expect(throws: DataProblem.self) { try run(in: directory, network: "uk-europa") }
    #expect(
      error?.description
        == "uk-europa: found nothing there, expected a template (uk-europe), or a directory or file "
        + "of a network; check the path")
    #expect(!FileManager.default.fileExists(atPath: directory.file("shop")))
  }

  /// Great circles against published distances of airports' cities, within 0.5 %: the earth is no
  /// sphere.
  @Test func distances() {
    let london = TemplatePoint(51.51, -0.13)
    #expect(abs(london.kilometres(to: TemplatePoint(48.86, 2.35)) - 344) < 2)
    #expect(abs(london.kilometres(to: TemplatePoint(-33.87, 151.21)) - 16_994) < 85)
    #expect(abs(london.kilometres(to: TemplatePoint(40.71, -74.01)) - 5_570) < 28)
    #expect(london.kilometres(to: london) == 0)
    // Half the globe, exactly.
    let half = TemplatePoint(0, 10).kilometres(to: TemplatePoint(0, -170))
    #expect(abs(half - Double.pi * 6_371) < 1e-3)
    let quarter = TemplatePoint(90, 0).kilometres(to: TemplatePoint(0, 77))
    #expect(abs(quarter - Double.pi / 2 * 6_371) < 1e-6)
  }

  private static let realFile = ProcessInfo.processInfo.environment["ECHELON_ONLINE_RETAIL"]

  @Test(.enabled(if: realFile != nil)) func onlineRetail() throws {
    let directory = try TemporaryDirectory()
    let report = try Importer(
      options: ImportOptions(preset: .onlineRetail, network: "uk-europe")
    ).run(file: try #require(Self.realFile), into: directory.file("shop"))
    let data = try Dataset.open(directory: directory.file("shop"))
    #expect(report.template?.regionsWithoutPlace == [])
    #expect(data.network.facilities.count == 14)
    #expect(data.network.regions.allSatisfy { !$0.latitude.isNaN })
    #expect(Set(data.network.supply.map(\.item)).count == data.items.count)
    // One item in twenty or so does not fit a conveyor.
    let large = data.items.handling.count { $0 == Handling.nonSortable.rawValue }
    #expect((100...300).contains(large))
  }
}

extension CalendarDate {
  /// `2011-02-28`, for years of four digits.
  fileprivate var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
