import RetailData
import Testing

@Suite struct DataCheckTests {
  @Test func aCleanShopSaysWhatItHolds() throws {
    let directory = try TemporaryDirectory(SmallShop.files)
    let check = try DataCheck.run(directory: directory.path)
    #expect(check.isClean && check.problems.isEmpty)
    #expect(check.contents.count == 11)
    #expect(
      check.contents.first { $0.file == "purchases.csv" }?.message
        == "4 purchases of 3 items by 3 customers, 2011-02-27 to 2011-03-01")
    #expect(
      check.notices.map(\.message) == [
        "names 1 customer that customers.csv does not have, \"cat\"; it was added"
      ])
  }

  @Test func everyProblemIsListedInItsPlace() throws {
    var files = SmallShop.files
    files["regions.csv"] = "region_id,latitude\nnorth,91\nsouth,x\nsouth,50\nsouth,51\n"
    files["speeds.csv"] = "speed,promise_hours,service_target\nnext_day,24,1.5\nsame_day,,1\n"
    files["deliveries.csv"] = """
      facility_id,region_id,speed,cutoff_hour
      fc,south,same_day,12
      dc,nowhere,next_day,25

      """
    files["inventory.csv"] =
      "facility_id,item_id,on_hand\ndc,tea,-1\ndc,hat,1\ndc,cup,1\ndc,cup,2\n"
    files["purchases.csv"] = """
      customer_id,item_id,purchased_at,quantity
      ann,"a
      b",2011-02-30,1
      ann,tea,2011-02-28,0
      ann,tea
      ann,te"a,2011-02-28,1
      bob,cup,2011-02-28,1

      """
    files["items.csv"] = "item_id,price\ntea,2\ncup,£3\n"
    files["supply.csv"] = nil
    files["customers.csv"] = nil
    let directory = try TemporaryDirectory(files)
    let check = try DataCheck.run(directory: directory.path)
    let listed = check.problems.map { problem in
      "\(problem.file.dropFirst(directory.path.count + 1)):\(problem.line ?? 0):"
        + "\(problem.column ?? 0) \(problem.found) | \(problem.expected)"
    }
    #expect(
      listed == [
        "regions.csv:2:7 \"91\" | a number from -90 to 90",
        "regions.csv:3:7 \"x\" | a number from -90 to 90",
        "regions.csv:5:1 \"south\" for a second time | each region_id once",
        "speeds.csv:2:13 \"1.5\" | a number from 0 to 1",
        "speeds.csv:3:10 nothing | a number of at least 0",
        "items.csv:3:5 \"£3\" | a number of at least 0",
        "purchases.csv:3:4 \"2011-02-30\" | a day and time that exist",
        "purchases.csv:4:20 \"0\" | a number above 0",
        "purchases.csv:5:1 2 fields | 4, as in the header",
        "purchases.csv:6:7 a quote inside an unquoted field | a comma or the end of the line",
        "deliveries.csv:2:10 \"same_day\" | a speed of speeds.csv",
        "deliveries.csv:3:4 \"nowhere\" | a region of regions.csv",
        "inventory.csv:2:8 \"-1\" | a number of at least 0",
        "inventory.csv:3:4 \"hat\" | an item of items.csv or purchases.csv",
        "inventory.csv:5:1 the same facility_id and item_id as in an earlier row | "
          + "each combination once",
      ])
    #expect(check.problemCount == listed.count)
    let short = try DataCheck.run(directory: directory.path, limit: 3)
    #expect(short.problems == Array(check.problems.prefix(3)))
    #expect(short.problemCount == listed.count)
  }
}
