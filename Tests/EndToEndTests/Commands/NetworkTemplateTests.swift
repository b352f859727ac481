import Foundation
import Testing

/// `echelon import --network uk-europe`, then `echelon check`.
@Suite struct NetworkTemplateTests {
  @Test func anImportedShopGetsANetworkThatSaysWhatItIs() async throws {
    let scratch = try Scratch()
    var export =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
    for line in 0..<300 {
      let country = ["United Kingdom", "France", "Narnia"][line % 3]
      export += "\(line),\(10_000 + line % 20),THING,2,2011-\(1 + line % 9)-11 10:00:00,"
        .replacing("2011-", with: "2011-0")
      export += "\(1 + line % 20),\(line % 3),\(country)\n"
    }
    try scratch.write(export, to: "export.csv")
    let arguments = [
      "import", "export.csv", "--into", "shop", "--preset", "online-retail", "--network",
      "uk-europe",
    ]
    let result = try await Program.run(arguments, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.errors.contains(
        "the network is made up by the template uk-europe, not this shop's own: 9 facilities, "))
    #expect(
      result.errors.contains(
        "regions that are no country the template knows, put in Brussels: Narnia"))
    let check = try await Program.run(["check", "shop"], in: scratch)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text.contains("9 of 9 facilities are of a template: "))
    #expect(check.text.hasSuffix("shop: no problems\n"), "\(check.text)")
  }

  @Test func helpNamesTheTemplates() async throws {
    let scratch = try Scratch()
    let help = try await Program.run(["import", "--help"], in: scratch)
    #expect(help.text.contains("uk-europe"))
    let wrong = try await Program.run(
      ["import", "x.csv", "--into", "shop", "--network", "us"], in: scratch)
    #expect(wrong.status != 0)
    #expect(
      wrong.errors.contains("expected a template (uk-europe), or a directory or file of a network"))
  }

  private static let realFile = ProcessInfo.processInfo.environment["ECHELON_ONLINE_RETAIL"]

  /// Nothing is lost and nothing unused in the network of the real file.
  @Test(.enabled(if: realFile != nil)) func onlineRetailIsPlannable() async throws {
    let scratch = try Scratch()
    let arguments = [
      "import", try #require(Self.realFile), "--into", "shop", "--preset", "online-retail",
      "--network", "uk-europe",
    ]
    let result = try await Program.run(arguments, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let check = try await Program.run(["check", "shop"], in: scratch)
    #expect(check.text.hasSuffix("shop: no problems\n"), "\(check.text)")
  }
}
