import Foundation
import RetailData
import Testing

@Suite("Sample shop: files")
struct SampleShopTests {
  private static func tiny(seed: UInt64 = 1) -> SampleShop.Options {
    var options = SampleShop.Options(size: .small, seed: seed)
    (options.items, options.customers, options.purchases) = (80, 60, 900)
    return options
  }

  @Test("The same seed gives the same bytes for any number of threads, another seed does not")
  func reproducible() throws {
    var options = SampleShop.Options(size: .small)
    // Several chunks of customers, so that threads have something to disagree about.
    (options.customers, options.purchases, options.truth) = (1_500, 4_000, true)
    let one = try SampleFiles(options, threads: 1)
    let four = try SampleFiles(options, threads: 4)
    options.seed += 1
    let other = try SampleFiles(options)
    for name in one.summary.files {
      #expect(try one.bytes(name) == four.bytes(name), "\(name)")
    }
    for name in ["items.csv", "customers.csv", "purchases.csv", "inventory.csv", "supply.csv"] {
      #expect(try one.bytes(name) != other.bytes(name), "\(name)")
    }
    #expect(one.summary == four.summary)
  }

  @Test("What is drawn for an item or a customer does not depend on how many others there are")
  func unrelatedOptions() throws {
    let few = try SampleFiles(Self.tiny())
    var options = Self.tiny()
    (options.customers, options.facilities) = (90, 3)
    let more = try SampleFiles(options)
    #expect(try few.bytes("items.csv") == more.bytes("items.csv"))
    #expect(try Array(more.rows("customers.csv").prefix(60)) == few.rows("customers.csv"))
  }

  @Test("Row counts are those asked for, and every reference leads somewhere")
  func references() throws {
    let sample = try SampleFiles(SampleShop.Options(size: .small))
    let items = Set(try sample.column("item_id", of: "items.csv"))
    let customers = Set(try sample.column("customer_id", of: "customers.csv"))
    let regions = Set(try sample.column("region_id", of: "regions.csv"))
    let speeds = Set(try sample.column("speed", of: "speeds.csv"))
    let facilities = Set(try sample.column("facility_id", of: "facilities.csv"))
    let vendors = Set(try sample.column("vendor_id", of: "vendors.csv"))
    #expect(items.count == 300 && customers.count == 500 && facilities.count == 7)
    let purchases = try sample.rows("purchases.csv")
    #expect(purchases.count == 15_000)
    #expect(Set(purchases.compactMap { $0["order_id"] }).count == sample.summary.orders)

    func expect(_ file: String, _ column: String, in known: Set<String>) throws {
      let unknown = Set(try sample.column(column, of: file)).subtracting(known)
      #expect(unknown.isEmpty, "\(file) \(column)")
    }
    try expect("customers.csv", "region_id", in: regions)
    try expect("purchases.csv", "customer_id", in: customers)
    try expect("purchases.csv", "item_id", in: items)
    try expect("purchases.csv", "speed", in: speeds)
    try expect("transfers.csv", "from_facility_id", in: facilities)
    try expect("transfers.csv", "to_facility_id", in: facilities)
    try expect("deliveries.csv", "facility_id", in: facilities)
    try expect("deliveries.csv", "region_id", in: regions)
    try expect("deliveries.csv", "speed", in: speeds)
    try expect("supply.csv", "vendor_id", in: vendors)
    try expect("supply.csv", "item_id", in: items)
    try expect("supply.csv", "facility_id", in: facilities)
    try expect("inventory.csv", "facility_id", in: facilities)
    try expect("inventory.csv", "item_id", in: items)
    #expect(Set(try sample.column("item_id", of: "supply.csv")) == items)
  }

  @Test("Purchases are in order of time, and an order is one customer at one moment")
  func orders() throws {
    let purchases = try SampleFiles(Self.tiny()).rows("purchases.csv")
    let times = purchases.compactMap { $0["purchased_at"] }
    #expect(times == times.sorted())
    #expect(times.allSatisfy { $0 >= "2024-10-01" && $0 < "2025-10-01" })
    for lines in Dictionary(grouping: purchases, by: { $0["order_id"] }).values {
      #expect(Set(lines.map { [$0["customer_id"], $0["purchased_at"]] }).count == 1)
    }
  }

  @Test(
    "The smallest shops work",
    arguments: [
      [1, 1, 0, 1], [1, 1, 1, 1], [1, 1, 500, 1], [2, 3, 40, 2], [40, 1, 2_000, 3],
      [30, 700, 5, 4], [50, 50, 500, 40],
    ])
  func extremes(counts: [Int]) throws {
    var options = SampleShop.Options(size: .small)
    options.items = counts[0]
    options.customers = counts[1]
    options.purchases = counts[2]
    options.facilities = counts[3]
    options.truth = true
    let sample = try SampleFiles(options)
    #expect(try sample.rows("items.csv").count == counts[0])
    #expect(try sample.rows("customers.csv").count == counts[1])
    #expect(try sample.rows("purchases.csv").count == counts[2])
    #expect(try sample.rows("facilities.csv").count == counts[3])
    #expect(try !sample.rows("supply.csv").isEmpty)
    #expect(try !sample.rows("deliveries.csv").isEmpty)
  }

  @Test("Absurd numbers are refused with the range")
  func validation() {
    var options = SampleShop.Options()
    options.items = 0
    let directory = URL(fileURLWithPath: "/nonexistent/echelon")
    let failure = #expect(throws: SampleShop.Failure.self) {
      try SampleShop.write(to: directory, options: options, work: WorkContext())
    }
    #expect(failure?.description == "--items: found 0, expected a number from 1 to 500000")
    for (items, customers, purchases, facilities) in [
      (1, 0, 1, 1), (1, 1, -1, 1), (1, 1, 1, 0), (1, 1, 1, 100), (1, 1, 1_000_000_000, 1),
    ] {
      (options.items, options.customers) = (items, customers)
      (options.purchases, options.facilities) = (purchases, facilities)
      #expect(throws: SampleShop.Failure.self) { try options.validate() }
    }
  }

  @Test("Data that stand in the directory are replaced only when that is allowed")
  func existingData() throws {
    let sample = try SampleFiles(Self.tiny())
    let before = try sample.bytes("purchases.csv")
    let note = sample.directory.appendingPathComponent("README.md")
    try Data("mine".utf8).write(to: note)
    var options = Self.tiny(seed: 2)
    let failure = #expect(throws: SampleShop.Failure.self) {
      try SampleShop.write(to: sample.directory, options: options, work: WorkContext())
    }
    guard case .existingData(_, let files) = failure else {
      Issue.record("expected existingData, found \(String(describing: failure))")
      return
    }
    #expect(files.contains("purchases.csv"))
    #expect(try sample.bytes("purchases.csv") == before)

    options.compressesPurchases = true
    try SampleShop.write(
      to: sample.directory, options: options, overwriting: true, work: WorkContext())
    let names = try FileManager.default.contentsOfDirectory(atPath: sample.directory.path)
    #expect(names.contains("purchases.csv.gz") && names.contains("README.md"))
    #expect(!names.contains("purchases.csv"), "two purchases files would be read twice")
  }

  @Test("A write that is called off leaves nothing behind")
  func cancelled() throws {
    let parent = FileManager.default.temporaryDirectory
      .appendingPathComponent("echelon-cancel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: parent) }
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: CancellationError.self) {
      try SampleShop.write(
        to: parent.appendingPathComponent("shop"), options: Self.tiny(),
        work: WorkContext(cancellation: cancellation))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
  }

  @Test("Compressed purchases are the same purchases")
  func compressed() throws {
    let plain = try SampleFiles(Self.tiny())
    var options = Self.tiny()
    options.compressesPurchases = true
    let packed = try SampleFiles(options)
    let data = try packed.bytes("purchases.csv.gz")
    #expect(Array(data.prefix(2)) == [0x1f, 0x8b])
    let path = packed.directory.appendingPathComponent("purchases.csv.gz").path
    #expect(try Gunzip.contents(ofFile: path) == Array(plain.bytes("purchases.csv")))
  }
}
