import Foundation
import Testing

@testable import RetailData

/// An import with the network of `SmallShop`.
@Suite struct AttachedNetworkTests {
  private static let export = """
    customer_id,item_id,purchased_at,region_id
    ann,tea,2011-02-28,NORTH
    bob,cup,2011-02-28,South
    cat,tea,2011-02-28,"West, Wild"

    """

  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory(["export.csv": Self.export])
    try FileManager.default.createDirectory(
      atPath: directory.file("other"), withIntermediateDirectories: false)
    for (name, text) in SmallShop.files { try directory.write(text, to: "other/\(name)") }
  }

  private func run(network: String, overwrites: Bool = false) throws -> ImportReport {
    try Importer(
      options: ImportOptions(overwrites: overwrites, network: directory.file(network))
    ).run(file: directory.file("export.csv"), into: directory.file("shop"))
  }

  @Test func theNetworkComesAlongWhole() throws {
    let report = try run(network: "other")
    #expect(
      Set(report.files)
        == Set(DataFile.network.map(\.name)).union([
          "items.csv", "customers.csv", "purchases.csv",
        ]))
    #expect(report.regionsWithoutPlace == ["West, Wild"])
    let data = try Dataset.open(directory: directory.file("shop"))
    let other = try Dataset.open(directory: directory.file("other"))
    #expect(data.notices.isEmpty)
    #expect(data.network.facilities == other.network.facilities)
    // As text, in which one NaN equals another.
    #expect("\(data.network.speeds)" == "\(other.network.speeds)")
    #expect(data.network.transfers == other.network.transfers)
    #expect("\(data.network.deliveries)" == "\(other.network.deliveries)")
    #expect(data.network.vendors == other.network.vendors)
    #expect(data.network.supply.count == 1 && data.network.inventory.count == 2)
    // Customers live where the network's regions are, by id or name; a new one has no place.
    #expect(data.network.regions.map(\.id) == ["north", "south", "west-wild"])
    #expect(data.network.regions.map(\.name) == ["North", "South", "West, Wild"])
    #expect(data.network.regions[0].latitude == 55.5)
    #expect(data.network.regions[2].latitude.isNaN)
    #expect(Array(data.customers.regions) == [0, 1, 2])
  }

  @Test func oneFileComesAlone() throws {
    let report = try run(network: "other/facilities.csv")
    #expect(
      report.files == [
        "items.csv", "customers.csv", "regions.csv", "purchases.csv", "facilities.csv",
      ])
    #expect(report.regionsWithoutPlace.isEmpty)
  }

  /// What the network says of items that were not imported is a problem of its own file, and then
  /// nothing is written.
  @Test func theNetworkIsCheckedAgainstTheImport() throws {
    try directory.write(
      "facility_id,item_id,on_hand\ndc,tea,1\ndc,bed,1\n", to: "other/inventory.csv")
    let error = #expect(throws: DataProblem.self) { try run(network: "other") }
    #expect(error?.file == directory.file("other/inventory.csv"))
    #expect((error?.line, error?.column) == (3, 4))
    #expect(error?.found == "\"bed\"")
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(Set(names) == ["export.csv", "other"])
  }

  /// A file may refer to those that stay in the directory.
  @Test func filesThatStayCount() throws {
    _ = try run(network: "other")
    try directory.write(
      "facility_id,item_id,on_hand\nfc,cup,9\n", to: "other/inventory.csv")
    _ = try run(network: "other/inventory.csv", overwrites: true)
    let data = try Dataset.open(directory: directory.file("shop"))
    #expect(data.network.inventory == [Stock(facility: 1, item: 1, onHand: 9, inbound: 0)])
    #expect(data.network.facilities.count == 2)
  }

  @Test(arguments: [
    ("nowhere", "nothing there"), ("other/items.csv", "a file of another name"),
    ("empty", "no file of a network"),
  ])
  func whatIsNoNetwork(_ name: String, found: String) throws {
    try FileManager.default.createDirectory(
      atPath: directory.file("empty"), withIntermediateDirectories: false)
    let error = #expect(throws: DataProblem.self) { try run(network: name) }
    #expect(error?.file == directory.file(name))
    #expect(error?.found == found)
    #expect(!FileManager.default.fileExists(atPath: directory.file("shop")))
  }

  @Test func aPackedNetworkWithoutALastLineEnd() throws {
    try directory.write(
      Gzip.pack(Array("name,region_id\nNorth,n1\nSouth,s1".utf8)), to: "other/regions.csv.gz")
    try FileManager.default.removeItem(atPath: directory.file("other/regions.csv"))
    let report = try run(network: "other/regions.csv.gz")
    #expect(report.regionsWithoutPlace == ["West, Wild"])
    #expect(
      try String(contentsOfFile: directory.file("shop/regions.csv"), encoding: .utf8)
        == "name,region_id\nNorth,n1\nSouth,s1\n\"West, Wild\",west-wild\n")
  }
}
