import Foundation
import RetailData
import Testing

@testable import InventoryPlanning
@testable import echelon

/// What is written of a plan, for one made by hand.
@Suite struct PlanOutputTests {
  /// Two items, two facilities, one of them without limits.
  private static let result: PlanResult = {
    var network = Network()
    network.regions = [Region(id: "R", name: "Region", latitude: 1, longitude: 2)]
    network.speeds = [
      Speed(id: "fast", promiseHours: 12, lostSalePenalty: 3, serviceTarget: 0.9),
      Speed(id: "slow", promiseHours: 96, lostSalePenalty: 1, serviceTarget: .nan),
    ]
    network.facilities = [
      Facility(
        id: "DC", name: "Centre", kind: .distributionCenter, latitude: 0, longitude: 0,
        storage: .infinity, inboundPerDay: .infinity, outboundPerDay: 0, holdingCost: 0.1),
      Facility(
        id: "F,1", name: "A \"long\" name of a facility", kind: .fulfillmentCenter, latitude: 0,
        longitude: 0, storage: 100, inboundPerDay: 8, outboundPerDay: 4, holdingCost: 0.2),
    ]
    network.transfers = [
      Transfer(from: 0, to: 1, leadTimeDays: 1, costPerUnit: 0.5, costPerLitre: 0.1)
    ]
    network.vendors = [Vendor(id: "V", name: "Vendor")]
    network.supply = (0...1).map { item in
      Supply(
        vendor: 0, item: item, facility: 0, unitCost: 2.5, leadTimeMeanDays: 5,
        leadTimeSDDays: 1, minimumOrder: 0, caseQuantity: 6)
    }
    var plan = Plan()
    plan.positions = [
      Plan.Position(
        item: 0, facility: 0, onHand: 5, inbound: 1, target: 8.3, buy: 6, transferIn: 0,
        transferOut: 3.7),
      Plan.Position(
        item: 1, facility: 1, onHand: 0, inbound: 0, target: 15.7, buy: 12, transferIn: 3.7,
        transferOut: 0),
    ]
    plan.purchases = [
      Plan.PurchaseOrder(item: 0, supply: 0, onward: OnwardTransfers(), units: 6),
      Plan.PurchaseOrder(item: 1, supply: 1, onward: OnwardTransfers([0]), units: 12),
    ]
    plan.transfers = [Plan.TransferOrder(item: 1, transfer: 0, units: 3.7)]
    plan.costs.delivery = 7
    plan.costs.lostSales = 3.25
    plan.service = [
      Plan.SpeedService(demand: 4, served: 3), Plan.SpeedService(demand: 0, served: 0),
    ]
    plan.targets = [
      Plan.TargetService(category: -1, speed: 0, share: 0.9, demand: 4, served: 3, price: 1.5),
      Plan.TargetService(category: 0, speed: 0, share: 0.8, demand: 2, served: 1, price: 0),
    ]
    let free = Plan.ResourceLoad(used: 10, capacity: .infinity, price: 0)
    let none = Plan.ResourceLoad(used: 0, capacity: 0, price: 0.25)
    plan.loads = [
      Plan.FacilityLoad(storage: free, inbound: free, outbound: none),
      Plan.FacilityLoad(
        storage: Plan.ResourceLoad(used: 100, capacity: 100, price: 0.0125),
        inbound: Plan.ResourceLoad(used: 2, capacity: 8, price: 0),
        outbound: Plan.ResourceLoad(used: 3, capacity: 4, price: 0)),
    ]
    plan.unreachable = 0.5
    let items = ItemTable(
      ids: Identifiers(["A", "B"]), titles: StringColumn(["Anvil", "Brush, wide"]),
      categories: CodedColumn(["tools", "tools"]), brands: CodedColumn(["", ""]),
      prices: Column([10, 20]), unitCosts: Column([2.5, 2.5]), volumes: Column([1, 1]),
      weights: Column([1, 1]), handling: Column([0, 0]))
    let figures = ItemFigures(
      price: [10, 20], unitCost: [2.5, 2.5], volume: [1, 1], weight: [1, 1],
      handling: [.sortable, .sortable], category: [0, 0])
    return PlanResult(
      items: items, input: PlanInput(items: figures, network: network), goal: PlanGoal(),
      plan: plan, cost: 10.25, bound: 10, gap: 0.25 / 10.25, fractionalCost: 10.125,
      iterations: 120, seconds: 1.5, ending: .timeLimit)
  }()

  private func written(_ body: (inout ByteStream) throws -> Void) rethrows -> String {
    var stream = ByteStream(descriptor: -1, name: "nowhere")
    try body(&stream)
    return String(decoding: stream.bytes, as: UTF8.self)
  }

  @Test func jsonHasTheKeysThatAreDocumented() throws {
    let text = try written { try PlanJSON.write(Self.result, to: &$0) }
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map {
      $0.dropFirst(3).prefix { $0 != "\"" }
    }
    #expect(
      keys == [
        "cost", "bound", "gap", "iterations", "seconds", "prices", "positions", "costs", "service",
        "buy", "transfers", "targets", "fractional_cost", "goal", "ending", "calibration",
        "mode", "scenarios", "seed", "unreachable",
      ])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["cost"] as? Double == 10.25 && object["bound"] as? Double == 10)
    #expect(object["ending"] as? String == "time_limit" && object["mode"] as? String == "state")
    let prices = try #require(object["prices"] as? [[String: Any]])
    #expect(prices.count == 6)
    #expect(prices[0]["capacity"] is NSNull, "no limit is no number")
    #expect(
      prices[3]["price"] as? Double == 0.0125 && prices[3]["resource"] as? String == "storage")
    let costs = try #require(object["costs"] as? [String: Double])
    #expect(costs.values.reduce(0, +) == 10.25)
    let positions = try #require(object["positions"] as? [[String: Any]])
    #expect(positions[1]["transfer_in"] as? Double == 3.7, "the digits of single precision")
    let service = try #require(object["service"] as? [[String: Any]])
    #expect(service[0]["fill_rate"] as? Double == 0.75 && service[1]["fill_rate"] as? Double == 1)
    #expect(service[1]["target"] is NSNull)
  }

  @Test func filesAreWrittenTogether() throws {
    let scratch = try Scratch()
    let directory = scratch.path("new/plan")
    try PlanFiles(directory: directory, overwriting: false).write(Self.result)
    #expect(
      try scratch.names(in: "new/plan") == [
        "buy.csv", "costs.csv", "positions.csv", "prices.csv", "service.csv", "transfers.csv",
      ])
    #expect(
      try scratch.read("new/plan/buy.csv") == """
        item_id,vendor_id,facility_id,onward_facility_id,units,unit_cost,cost,by_way_of
        A,V,DC,,6,2.5,15.0,
        B,V,DC,"F,1",12,2.5,30.0,

        """)
    #expect(
      try scratch.read("new/plan/prices.csv") == """
        facility_id,resource,price,used,capacity
        DC,storage,0.0,10.0,
        DC,inbound,0.0,10.0,
        DC,outbound,0.25,0.0,0.0
        "F,1",storage,0.0125,100.0,100.0
        "F,1",inbound,0.0,2.0,8.0
        "F,1",outbound,0.0,3.0,4.0

        """)
    #expect(
      try scratch.read("new/plan/transfers.csv")
        == "item_id,from_facility_id,to_facility_id,units\nB,DC,\"F,1\",3.7\n")
    #expect(throws: DataProblem.self) {
      _ = try PlanFiles(directory: directory, overwriting: false)
    }
    try scratch.write("mine", to: "new/plan/notes.txt")
    try PlanFiles(directory: directory, overwriting: true).write(Self.result)
    #expect(try scratch.names(in: "new/plan").count == 7)
  }

  @Test func anAbandonedPlanLeavesNothing() throws {
    let scratch = try Scratch()
    do { _ = try PlanFiles(directory: scratch.path("plan"), overwriting: false) }
    #expect(try scratch.names(in: ".") == [])
  }

  @Test func aPlanNeverReplacesAShop() throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    #expect(throws: DataProblem.self) {
      _ = try PlanFiles(directory: scratch.path("shop"), overwriting: true)
    }
  }

  @Test(arguments: [80, 100, 200]) func theReportFitsTheTerminal(width: Int) throws {
    let report = PlanReport(result: Self.result, name: "shop", width: width, isASCIIOnly: true)
    let text = try written { try report.write(to: &$0) }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
    #expect(text.utf8.allSatisfy { $0 < 128 })
  }

  @Test func theReportSaysHowGoodThePlanIs() throws {
    let report = PlanReport(result: Self.result, name: "shop", width: nil, isASCIIOnly: false)
    let text = try written { try report.write(to: &$0) }
    #expect(
      text.hasPrefix(
        """
        Plan for shop: 10.25 a day. No plan can cost less than 10.00: at most 2.44 % could be saved.
        Stopped by the time limit before the goal of 0.50 %: 120 iterations, 1.5 s.
        From the stock of today (state); 16 scenarios, seed 1; as planned, not calibrated.
        Lost in every plan, as no facility can deliver it: 0.50 units a day.

        """))
    // The dearest first, with what it is called.
    let lines = text.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("Buy 18 units for 45.00") })
    #expect(lines[first + 2].hasPrefix("B     Brush, wide  V       DC > F,1"), "\(text)")
  }
}
