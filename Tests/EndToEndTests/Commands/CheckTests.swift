import Foundation
import Testing

/// `echelon check` on networks that are sound row by row.
@Suite struct CheckTests {
  @Test func theShopOfAllFilesIsClean() async throws {
    let scratch = try Scratch()
    let result = try await Program.run(["check", try await SmallShop.path()], in: scratch)
    #expect(result.status == 0)
    #expect(result.text.hasSuffix(": no problems\n"))
  }

  @Test func aCircleIsAProblemAndALostRegionAWarning() async throws {
    let scratch = try Scratch()
    try await SmallShop.copy(to: "shop", in: scratch)
    let transfers = try scratch.read("shop/transfers.csv")
    let first = try #require(transfers.split(separator: "\n").dropFirst().first)
    let ends = first.split(separator: ",")
    try scratch.write(
      transfers + "\(ends[1]),\(ends[0])" + first.dropFirst(ends[0].count + ends[1].count + 1)
        + "\n",
      to: "shop/transfers.csv")
    let rows = transfers.split(separator: "\n").count
    let customers = try scratch.read("shop/customers.csv").split(separator: "\n")
    let header = customers[0].split(separator: ",")
    let region = try #require(header.firstIndex(of: "region_id"))
    var fields = customers[1].split(separator: ",", omittingEmptySubsequences: false)
    fields[region] = "atlantis"
    try scratch.write(
      ([customers[0], Substring(fields.joined(separator: ","))] + customers[2...])
        .joined(separator: "\n") + "\n", to: "shop/customers.csv")

    let result = try await Program.run(["check", "shop"], in: scratch)
    #expect(result.status == 1)
    let lines = result.text.split(separator: "\n")
    let circle = "\(ends[0]) > \(ends[1]) > \(ends[0])"
    #expect(
      lines[0]
        == """
        shop/transfers.csv:2: found a circle of transfers: \(circle), expected transfers that lead \
        from upper echelons to lower ones; remove one of these 2 rows
        """)
    #expect(
      lines[1]
        == """
        shop/regions.csv: warning: found 1 customer in "atlantis", to which no facility delivers, \
        expected a row of deliveries.csv; add one; until then their orders are lost
        """)
    #expect(lines.last == "shop: 1 problem, 1 warning")
    #expect(rows > 1)

    let json = try await Program.run(["check", "shop", "--format", "json"], in: scratch)
    let problems = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
    #expect(problems.map { $0["severity"] as? String } == ["error", "warning"])
    #expect(problems.map { $0["line"] as? Int } == [2, nil])
  }

  @Test func halfANetworkIsNoMistake() async throws {
    let scratch = try Scratch()
    try await SmallShop.copy(to: "shop", in: scratch)
    for file in ["supply", "inventory"] {
      try FileManager.default.removeItem(atPath: scratch.path("shop/\(file).csv"))
    }
    let result = try await Program.run(["check", "shop"], in: scratch)
    #expect(result.status == 0)
    let first = result.text.split(separator: "\n").first
    #expect(
      first
        == """
        shop/supply.csv: warning: found nothing to buy, and no stock in inventory.csv, expected who \
        sells which item to which facility; add its rows
        """)
    #expect(result.text.hasSuffix("shop: no problems, 1 warning\n"))
  }
}
