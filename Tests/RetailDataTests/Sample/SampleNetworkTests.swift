import Foundation
import RetailData
import Testing

/// The buildings of the sample must leave a planner something to decide.
@Suite("Sample shop: buildings")
struct SampleNetworkTests {
  private func sample() throws -> SampleFiles {
    var options = SampleShop.Options(size: .small)
    (options.facilities, options.truth) = (15, true)
    return try SampleFiles(options)
  }

  @Test("Fifteen buildings in three echelons, and transfers lead downwards only")
  func echelons() throws {
    let files = try sample()
    var kinds: [String: String] = [:]
    for row in try files.rows("facilities.csv") { kinds[row["facility_id"] ?? ""] = row["kind"] }
    let counts = Dictionary(grouping: kinds.values) { $0 }.mapValues(\.count)
    #expect(
      counts == [
        "distribution_center": 2, "fulfillment_center": 5, "non_sortable_center": 2,
        "same_day_site": 6,
      ])
    let allowed = [
      ["distribution_center", "fulfillment_center"],
      ["distribution_center", "non_sortable_center"], ["fulfillment_center", "same_day_site"],
    ]
    var supplied = Set<String>()
    for row in try files.rows("transfers.csv") {
      let from = row["from_facility_id"] ?? ""
      let to = row["to_facility_id"] ?? ""
      #expect(allowed.contains([kinds[from] ?? "", kinds[to] ?? ""]))
      supplied.insert(to)
    }
    #expect(supplied.count == 13)
  }

  @Test("Every region gets every kind of item in the slowest promise, which has no cut-off")
  func deliveries() throws {
    let files = try sample()
    let rows = try files.rows("deliveries.csv").filter { $0["speed"] == "standard" }
    #expect(rows.allSatisfy { $0["cutoff_hour"] == "" })
    for prefix in ["FC", "NS"] {
      let reached = rows.filter { ($0["facility_id"] ?? "").hasPrefix(prefix) }
      #expect(Set(reached.compactMap { $0["region_id"] }).count == 12)
    }
    let sameDay = try files.rows("deliveries.csv").filter { $0["speed"] == "same_day" }
    #expect(!sameDay.isEmpty)
    #expect(sameDay.allSatisfy { ["11", "15", "19"].contains($0["cutoff_hour"] ?? "") })
  }

  @Test("A line's speed is one that the region is offered at that hour")
  func speeds() throws {
    let files = try sample()
    var latest: [String: Int] = [:]
    for row in try files.rows("deliveries.csv") {
      let key = (row["region_id"] ?? "") + (row["speed"] ?? "")
      latest[key] = max(latest[key] ?? -1, Int(row["cutoff_hour"] ?? "") ?? 24)
    }
    var region: [String: String] = [:]
    for row in try files.rows("customers.csv") {
      region[row["customer_id"] ?? ""] = row["region_id"]
    }
    for row in try files.rows("purchases.csv") {
      let hour = try #require(Int((row["purchased_at"] ?? "").dropFirst(11).prefix(2)))
      let key = (region[row["customer_id"] ?? ""] ?? "") + (row["speed"] ?? "")
      #expect(hour < latest[key] ?? -1)
    }
  }

  @Test("Same-day sites lack room, one fulfilment centre lacks room and outbound flow")
  func scarcity() throws {
    let files = try sample()
    for row in try files.rows("truth/capacities.csv") {
      let needed = try #require(Double(row["storage_needed_l"] ?? ""))
      let room = try #require(Double(row["storage_l"] ?? ""))
      if (row["facility_id"] ?? "").hasPrefix("SD") {
        #expect(room / needed > 0.58 && room / needed < 0.87)
      }
    }
    let summary = files.summary
    #expect(summary.scarceStorage.filter { $0.hasPrefix("SD") }.count == 6)
    #expect(summary.scarceStorage.filter { $0.hasPrefix("FC") }.count == 1)
    #expect(summary.scarceOutbound.count == 1)
  }

  @Test("Stock fits the buildings, stands only where it may, and some items are short")
  func inventory() throws {
    let files = try sample()
    var litres: [String: Double] = [:]
    var isSortable: [String: Bool] = [:]
    for row in try files.rows("items.csv") {
      litres[row["item_id"] ?? ""] = Double(row["volume_l"] ?? "")
      isSortable[row["item_id"] ?? ""] = row["handling"] == "sortable"
    }
    var used: [String: Double] = [:]
    var units: [String: Int] = [:]
    for row in try files.rows("inventory.csv") {
      let facility = row["facility_id"] ?? ""
      let item = row["item_id"] ?? ""
      let onHand = try #require(Int(row["on_hand"] ?? ""))
      used[facility, default: 0] += Double(onHand) * (litres[item] ?? 0)
      units[item, default: 0] += onHand
      if facility.hasPrefix("FC") || facility.hasPrefix("SD") { #expect(isSortable[item] == true) }
      if facility.hasPrefix("NS") { #expect(isSortable[item] == false) }
    }
    for row in try files.rows("facilities.csv") {
      let room = try #require(Double(row["storage_l"] ?? ""))
      #expect(used[row["facility_id"] ?? ""] ?? 0 <= room)
    }
    #expect(litres.keys.contains { units[$0] ?? 0 == 0 })
    #expect(used.count == 15)
  }
}
