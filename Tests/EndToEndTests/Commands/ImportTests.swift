import Foundation
import Testing

/// `echelon import`.
@Suite struct ImportTests {
  /// As the Online Retail export looks: a cancellation, a row without a customer, postage.
  private static let onlineRetail = """
    InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
    536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
    536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850,United Kingdom
    536366,85123A,WHITE HANGING HEART T-LIGHT HOLDER,2,2010-12-02 08:28:00,2.55,13047,France
    536366,71053,WHITE METAL LANTERN,1,2010-12-02 08:28:00,3.39,13047,France
    C536379,85123A,WHITE HANGING HEART T-LIGHT HOLDER,-1,2010-12-01 09:41:00,2.55,17850,United Kingdom
    536414,22139,RETROSPOT TEA SET,56,2010-12-01 11:52:00,0,,United Kingdom
    536370,POST,POSTAGE,3,2010-12-01 08:45:00,18,12583,France

    """

  @Test func thePresetCountsWhatIsNoPurchase() async throws {
    let scratch = try Scratch()
    try scratch.write(Self.onlineRetail, to: "export.csv")
    let result = try await Program.run(
      ["import", "export.csv", "--into", "shop", "--preset", "online-retail"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    for word in ["cancel", "customer", "product"] {
      #expect(result.text.lowercased().contains(word), "\(word) in: \(result.text)")
    }
    let related = try await Program.run(["related", "85123A", "--data", "shop"], in: scratch)
    #expect(related.text.contains("71053,WHITE METAL LANTERN,1,2,"), "\(related.text)")
    #expect(try await Program.run(["check", "shop"], in: scratch).status == 0)
  }

  @Test func columnsAreMappedByName() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "who;what\n", to: "wrong.csv")
    try scratch.write(
      "who,what,when,how many\nann,tea,2024-05-01T10:00:00Z,2\nann,milk,2024-05-01T10:00:00Z,1\n"
        + "bob,tea,1714557600,1\nbob,milk,1714557600,1\n", to: "orders.csv")
    let result = try await Program.run(
      [
        "import", "orders.csv", "--into", "shop", "--customer", "who", "--item", "what", "--time",
        "when", "--quantity", "how many",
      ], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let related = try await Program.run(["related", "tea", "--data", "shop"], in: scratch)
    #expect(related.text.contains("milk,"))

    let wrong = try await Program.run(
      [
        "import", "wrong.csv", "--into", "other", "--customer", "who", "--item", "what", "--time",
        "when",
      ], in: scratch)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("wrong.csv:1"), "\(wrong.errors)")
    #expect(!scratch.exists("other/purchases.csv"))
  }

  @Test func aNetworkComesAlong() async throws {
    let scratch = try Scratch()
    let other = try await SmallShop.path()
    try scratch.write(
      "customer_id,item_id,purchased_at,region_id\na,I0001,2024-05-01,paris\nb,I0002,2024-05-01,Atlantis\n",
      to: "orders.csv")
    // The sample's supply and stock are of many items that these orders do not have.
    try FileManager.default.createDirectory(
      atPath: scratch.path("network"), withIntermediateDirectories: false)
    for file in ["regions", "speeds", "facilities", "transfers", "deliveries"] {
      try FileManager.default.copyItem(
        atPath: "\(other)/\(file).csv", toPath: scratch.path("network/\(file).csv"))
    }
    let result = try await Program.run(
      ["import", "orders.csv", "--into", "shop", "--network", "network"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("Atlantis") && !result.errors.contains("paris"))
    let check = try await Program.run(["check", "shop"], in: scratch)
    #expect(check.status == 0)
    #expect(check.text.contains("facilities.csv: 7 facilities"), "\(check.text)")

    let whole = try await Program.run(
      ["import", "orders.csv", "--into", "second", "--network", other], in: scratch)
    #expect(whole.status == 1)
    #expect(whole.errors.contains("\(other)/supply.csv:"), "\(whole.errors)")
    #expect(!scratch.exists("second"))
  }

  @Test func intoTheDirectoryOneIsIn() async throws {
    let scratch = try Scratch()
    try scratch.write("customer_id,item_id,purchased_at\na,x,2024-05-01\n", to: "e.csv")
    let here = try await Program.run(["import", "e.csv", "--into", "."], in: scratch)
    #expect(here.status == 0, "\(here.errors)")
    #expect(scratch.exists("purchases.csv"))
    let deep = try await Program.run(["import", "e.csv", "--into", "a/b/c"], in: scratch)
    #expect(deep.status == 0, "\(deep.errors)")
    #expect(try scratch.names(in: "a/b") == ["c"])
  }

  @Test func theReportIsAlsoJSON() async throws {
    let scratch = try Scratch()
    try scratch.write(Self.onlineRetail, to: "export.csv")
    let result = try await Program.run(
      [
        "import", "export.csv", "--into", "shop", "--preset", "online-retail", "--format", "json",
      ], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [[String: Any]])
    #expect(rows.allSatisfy { $0["message"] is String && $0["rows"] is Int })
  }

  @Test(arguments: [
    (["import", "export.csv"], "--into"),
    (["import", "export.csv", "--into", ""], "--into is empty"),
    (["import", "--into", "shop"], "Missing expected argument"),
    (["import", "export.csv", "--into", "shop", "--preset", "other"], "online-retail"),
  ])
  func badUsageIs64(arguments: [String], message: String) async throws {
    let scratch = try Scratch()
    try scratch.write(Self.onlineRetail, to: "export.csv")
    let result = try await Program.run(arguments, in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!scratch.exists("shop"))
  }

  @Test func aMissingFileIsNamed() async throws {
    let scratch = try Scratch()
    let result = try await Program.run(
      ["import", "none.csv", "--into", "shop", "--preset", "online-retail"], in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("none.csv"), "\(result.errors)")
    #expect(!scratch.exists("shop/purchases.csv"))
  }
}
