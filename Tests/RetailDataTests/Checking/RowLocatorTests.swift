import Foundation
import RetailData
import Testing

@Suite struct RowLocatorTests {
  private static let files = [
    "purchases.csv": "customer_id,item_id,purchased_at\nann,tea,2024-01-01\nann,hat,2024-01-01\n",
    // A line end within quotes, an empty line, a bad row, the line ends of Windows, an id in quotes.
    "items.csv":
      "item_id,title,price\r\ntea,\"green\r\ntea\",2\r\n\r\ncup,,x\r\n\"a \"\"b\"\" c\",,1\r\n",
    "regions.csv": "name,region_id\nNorth,north\nSouth,south\n",
    "speeds.csv": "speed,promise_hours\nslow,72\nslow,9\nquick,12\n",
    "facilities.csv":
      "facility_id,kind\nDC,castle\nDC,distribution_center\nFC,fulfillment_center\n",
    "vendors.csv": "vendor_id\nv\n",
    "supply.csv": """
    vendor_id,item_id,facility_id,lead_time_mean_days
    v,tea,DC,2
    v,nothing,DC,2
    v,hat,DC,2
    v,cup,DC,2
    v,"a ""b"" c",DC,2
    v,tea,FC,2

    """,
  ]

  private func open(_ files: [String: String], _ body: (Dataset, RowLocator) throws -> Void) throws
  {
    let directory = try TemporaryDirectory(files)
    let dataset = try Dataset.open(
      directory: directory.path, options: OpenOptions(skipBadRows: true, useCache: false))
    try body(dataset, RowLocator(dataset, directory: directory.path))
  }

  private func expect(_ locator: RowLocator, _ rows: [Int?], in file: String, at lines: [Int?])
    throws
  {
    let found = try locator.lines(ofRows: rows, in: file)
    #expect(found == lines, "\(file)")
  }

  @Test func rowsAreFoundBehindLinesThatAreNone() throws {
    try open(Self.files) { dataset, locator in
      let items = Array(dataset.items.ids.names)
      #expect(items == ["tea", "a \"b\" c", "hat"])
      // hat is known from the purchases only.
      try expect(locator, [0, 1, 2], in: "items.csv", at: [2, 6, nil])
      // The fastest comes first in the data set.
      let speeds = dataset.network.speeds.map(\.id)
      #expect(speeds == ["quick", "slow"])
      try expect(locator, [0, 1], in: "speeds.csv", at: [4, 2])
      try expect(locator, [1, 0], in: "regions.csv", at: [3, 2])
      try expect(locator, [0, nil, 1], in: "facilities.csv", at: [3, nil, 4])
      // Two rows name items that are not there.
      #expect(dataset.network.supply.count == 4)
      try expect(locator, [3, 0, 1, 2, 4], in: "supply.csv", at: [7, 2, 4, 6, nil])
      try expect(locator, [0], in: "inventory.csv", at: [nil])
    }
  }

  @Test func packedFilesHaveLinesToo() throws {
    let directory = try TemporaryDirectory(Self.files)
    let text = try #require(Self.files["supply.csv"])
    try FileManager.default.removeItem(atPath: directory.path + "/supply.csv")
    try Data(Gzip.pack(Array(text.utf8))).write(
      to: URL(fileURLWithPath: directory.path + "/supply.csv.gz"))
    let dataset = try Dataset.open(
      directory: directory.path, options: OpenOptions(skipBadRows: true, useCache: false))
    let locator = try RowLocator(dataset, directory: directory.path)
    try expect(locator, [1], in: "supply.csv", at: [4])
    #expect(locator.path(of: "supply.csv") == directory.path + "/supply.csv.gz")
    #expect(locator.path(of: "inventory.csv") == directory.path + "/inventory.csv")
  }
}
