import RetailData
import Testing

@testable import InventoryPlanning

@Suite("What is wrong with a network")
struct NetworkCheckTests {
  @Test func aSoundNetworkHasNoFindings() throws {
    #expect(try CheckedShop().findings() == [])
  }

  @Test("Each flaw is named where it stands", arguments: Flaw.all)
  func flaws(flaw: Flaw) throws {
    #expect(try CheckedShop(flaw.files).findings() == flaw.findings)
  }

  @Test func withoutBuildingsNothingIsPlannedButTheDataIsFine() throws {
    let shop = CheckedShop([
      "facilities.csv": nil, "deliveries.csv": nil, "transfers.csv": nil, "supply.csv": nil,
      "inventory.csv": nil,
    ])
    try shop.opened { dataset, _ in
      var notices: [Notice] = []
      let check = NetworkCheck(dataset, input: PlanInput(dataset: dataset, notices: &notices))
      #expect(!check.hasNetwork)
      #expect(check.errors.map(\.found) == ["no facility"])
    }
  }

  @Test func noticesSayEachKindOnce() throws {
    let shop = CheckedShop([
      "supply.csv": """
      vendor_id,item_id,facility_id,lead_time_mean_days
      v,tea,NS,10
      v,cup,NS,10
      v,tea,DC,1
      v,cup,DC,1
      v,pot,SD,10
      v,pot,NS,10

      """
    ])
    try shop.opened { dataset, _ in
      var notices: [Notice] = []
      let check = NetworkCheck(dataset, input: PlanInput(dataset: dataset, notices: &notices))
      #expect(
        check.notices == [
          Notice(
            file: "supply.csv",
            message: "\"tea\", which is sortable, at \"NS\", a non_sortable_center; correct the "
              + "facility, or the item's handling; the row is not used (and 2 more findings like "
              + "this)", rows: 3)
        ])
    }
  }

  @Test func figuresOfAProgramAreChecked() throws {
    try CheckedShop().opened { dataset, directory in
      var notices: [Notice] = []
      var input = PlanInput(dataset: dataset, notices: &notices)
      input.network.transfers[1].leadTimeDays = -2
      input.network.supply[2].unitCost = .infinity
      input.network.speeds[0].serviceTarget = 1.5
      input.network.facilities[0].storage = .nan
      input.items.weight[1] = .nan
      let check = NetworkCheck(dataset, input: input)
      let problems = try check.problems(.error, in: directory)
      #expect(
        problems.map { "\($0.place.dropFirst(directory.count + 1)): \($0.explanation)" } == [
          "facilities.csv:2: found storage_l nothing, expected a number of at least 0; correct the "
            + "value",
          // same_day, the second row of the file, is the first speed.
          "speeds.csv:3: found service_target 1.5, expected a number from 0 to 1; correct the value",
          "transfers.csv:3: found lead_time_days -2, expected a number of at least 0; correct the "
            + "value",
          "supply.csv:4: found unit_cost inf, expected a number of at least 0; correct the value",
          "items.csv:3: found weight_kg nothing, expected a number of at least 0; correct the value",
          // What the item's own cost was made of.
          "items.csv:4: found unit_cost inf, expected a number of at least 0; correct the value",
        ])
    }
  }

  /// The circle is as short as can be, and starts with its first row.
  @Test func circlesAreFoundWhereverTheyAre() {
    func rows(_ edges: [(Int32, Int32)]) -> [[Int]] {
      var network = Network()
      network.facilities = (0..<8).map { number in
        Facility(
          id: "\(number)", name: "", kind: .distributionCenter, latitude: 0, longitude: 0,
          storage: 1, inboundPerDay: 1, outboundPerDay: 1, holdingCost: 0)
      }
      network.transfers = edges.map {
        Transfer(from: $0.0, to: $0.1, leadTimeDays: 1, costPerUnit: 0, costPerLitre: 0)
      }
      return TransferCycles(network).rows
    }
    #expect(rows([(0, 1), (1, 2), (0, 2), (2, 3)]) == [])
    // 0 leads to the circle, and 3 from it.
    #expect(rows([(0, 1), (2, 1), (1, 2), (2, 3)]) == [[1, 2]])
    #expect(rows([(0, 1), (1, 2), (2, 3), (3, 0), (2, 0)]) == [[0, 1, 4]])
    #expect(rows([(0, 1), (1, 0), (4, 5), (1, 4), (5, 6), (6, 4)]) == [[0, 1], [2, 4, 5]])
    #expect(rows([(7, 7)]) == [[0]])
  }
}
