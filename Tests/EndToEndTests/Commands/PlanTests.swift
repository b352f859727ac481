import Foundation
import Testing

/// `echelon plan`, on a shop small enough to be planned in the time that a test has.
@Suite struct PlanTests {
  struct Answer: Decodable {
    struct Price: Decodable {
      var facility_id: String
      var resource: String
      var price: Double
      var used: Double
      var capacity: Double?
    }
    struct Position: Decodable {
      var item_id: String
      var facility_id: String
      var on_hand: Double
      var inbound: Double
      var target: Double
      var buy: Double
      var transfer_in: Double
      var transfer_out: Double
    }
    struct Service: Decodable {
      var speed: String
      var fill_rate: Double
      var target: Double?
      var demand: Double
      var served: Double
    }
    struct Purchase: Decodable {
      var item_id: String
      var vendor_id: String
      var facility_id: String
      var onward_facility_id: String?
      var units: Double
      var unit_cost: Double
      var cost: Double
    }
    struct Transfer: Decodable {
      var item_id: String
      var from_facility_id: String
      var to_facility_id: String
      var units: Double
    }
    var cost: Double
    var bound: Double
    var gap: Double
    var iterations: Int
    var seconds: Double
    var prices: [Price]
    var positions: [Position]
    var costs: [String: Double]
    var service: [Service]
    var buy: [Purchase]
    var transfers: [Transfer]
    var fractional_cost: Double
    var ending: String
    var mode: String
    var scenarios: Int
    var seed: Int
    var unreachable: Double
  }

  /// Few scenarios and a wide gap: what is tested is the command, not the planner.
  private static let quick = ["--set", "scenarios=2", "--gap", "8%"]

  /// The plan of the shop as it is, made once.
  private static let asItIs = Task {
    try await PlanTests().answer(in: try Scratch())
  }

  private func plan(
    _ arguments: [String], in scratch: Scratch, shop: String? = nil
  ) async throws -> Program.Outcome {
    var data = shop
    if data == nil { data = try await TinyShop.path() }
    return try await Program.run(
      ["plan", "--data", data ?? ""] + Self.quick + arguments, in: scratch)
  }

  private func answer(_ arguments: [String] = [], in scratch: Scratch) async throws -> Answer {
    let result = try await plan(["--format", "json"] + arguments, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: result.output)
  }

  @Test func theFiguresAddUp() async throws {
    let answer = try await Self.asItIs.value
    #expect(answer.ending == "gap" && answer.mode == "state" && answer.scenarios == 2)
    #expect(answer.bound <= answer.cost && answer.bound > 0)
    #expect(abs(answer.gap - (answer.cost - answer.bound) / answer.cost) < 1e-9)
    #expect(
      Set(answer.costs.keys) == [
        "procurement", "transfers", "delivery", "holding", "lost_sales", "missed_targets",
      ])
    let sum = answer.costs.values.reduce(0, +)
    #expect(abs(sum - answer.cost) <= 1e-6 * answer.cost)
    #expect(answer.costs.values.allSatisfy { $0 >= 0 })
    // Half a unit is no rounding: single precision keeps seven digits.
    for position in answer.positions {
      let sum =
        position.on_hand + position.inbound + position.buy + position.transfer_in
        - position.transfer_out
      #expect(abs(position.target - sum) <= 1e-3 * max(1, sum), "\(position)")
      #expect(position.target >= 0 && position.transfer_out <= position.on_hand + 1e-3)
    }
    #expect(answer.service.map(\.speed) == ["same_day", "next_day", "standard"])
    for service in answer.service {
      #expect((0...1).contains(service.fill_rate))
      #expect(abs(service.fill_rate * service.demand - service.served) < 1e-6)
    }
  }

  @Test func noCapacityIsExceeded() async throws {
    let answer = try await Self.asItIs.value
    #expect(answer.prices.count == 12, "four facilities, three resources each")
    for price in answer.prices {
      let capacity = price.capacity ?? .infinity
      #expect(price.used <= capacity * (1 + 1e-4) + 1e-6, "\(price)")
      #expect(price.price >= 0)
    }
  }

  /// What is bought and moved, by line and by position.
  @Test func linesAndPositionsAgree() async throws {
    let answer = try await Self.asItIs.value
    func sums(_ lines: [(key: String, units: Double)]) -> [String: Double] {
      Dictionary(lines.map { ($0.key, $0.units) }, uniquingKeysWith: +).filter { $0.value > 1e-3 }
    }
    let bought = sums(
      answer.buy.map { ("\($0.item_id) \($0.onward_facility_id ?? $0.facility_id)", $0.units) })
    let stocked = sums(answer.positions.map { ("\($0.item_id) \($0.facility_id)", $0.buy) })
    #expect(bought.keys.sorted() == stocked.keys.sorted() && !bought.isEmpty)
    for (key, units) in bought { #expect(abs(units - (stocked[key] ?? 0)) < 1e-2, "\(key)") }
    let moved = sums(answer.transfers.map { ("\($0.item_id) \($0.to_facility_id)", $0.units) })
    let received = sums(
      answer.positions.map { ("\($0.item_id) \($0.facility_id)", $0.transfer_in) })
    #expect(moved.keys.sorted() == received.keys.sorted())
    for line in answer.buy {
      #expect(abs(line.cost - line.units * line.unit_cost) <= 1e-6 * line.cost)
    }
  }

  @Test func theSeedDecidesAndThreadsDoNot() async throws {
    let scratch = try Scratch()
    func text(_ arguments: String...) async throws -> String {
      let result = try await plan(arguments + ["--format", "csv"], in: scratch)
      #expect(result.status == 0, "\(result.errors)")
      return result.text
    }
    let one = try await text("--threads", "1", "--seed", "5")
    #expect(
      one.hasPrefix("item_id,facility_id,on_hand,inbound,target,buy,transfer_in,transfer_out\n"))
    #expect(try await text("--threads", "2", "--seed", "5") == one)
    #expect(try await text("--threads", "2", "--seed", "6") != one)
  }

  /// Whatever the planner finds, less room cannot make the best plan cheaper.
  @Test func lessRoomNeverCostsLess() async throws {
    let scratch = try Scratch()
    let before = try await Self.asItIs.value
    let after = try await answer(["--set", "facility.*.storage_l=*0.5"], in: scratch)
    #expect(after.cost >= before.bound)
    let half = zip(before.prices, after.prices).filter { $0.0.resource == "storage" }
    for (old, new) in half {
      let (oldRoom, newRoom) = try (#require(old.capacity), #require(new.capacity))
      // Never less than what stands there already.
      #expect(newRoom < oldRoom && newRoom >= oldRoom / 2 - 1e-6)
    }
    let unlimited = try await answer(["--set", "facility.*.storage_l=inf"], in: scratch)
    #expect(unlimited.bound <= before.cost)
    #expect(unlimited.prices.filter { $0.resource == "storage" }.allSatisfy { $0.capacity == nil })
  }

  @Test func targetModeStartsFromNothing() async throws {
    let answer = try await answer(["--mode", "target"], in: try Scratch())
    #expect(answer.mode == "target" && answer.transfers.isEmpty)
    #expect(answer.positions.contains { $0.target > 0 })
  }
}
