import Foundation
import Testing

/// `echelon sample`.
@Suite struct SampleTests {
  private static let files = [
    "customers.csv", "deliveries.csv", "facilities.csv", "inventory.csv", "items.csv",
    "purchases.csv", "regions.csv", "speeds.csv", "supply.csv", "transfers.csv", "vendors.csv",
  ]

  @Test func writesEveryFileAndNoProblem() async throws {
    let scratch = try Scratch()
    let shop = try await SmallShop.copy(to: "shop", in: scratch)
    let names = try FileManager.default.contentsOfDirectory(atPath: shop)
    #expect(Set(Self.files).isSubset(of: names))
    let check = try await Program.run(["check", "shop"], in: scratch)
    #expect(check.status == 0, "\(check.text)\(check.errors)")
  }

  @Test func theSeedDecides() async throws {
    let scratch = try Scratch()
    let size = ["--items", "60", "--customers", "80", "--purchases", "900", "--facilities", "6"]
    for (name, seed) in [("one", "7"), ("two", "7"), ("three", "8")] {
      let result = try await Program.run(["sample", name, "--seed", seed] + size, in: scratch)
      #expect(result.status == 0, "\(result.errors)")
    }
    for file in Self.files {
      let (one, two) = (try scratch.read("one/\(file)"), try scratch.read("two/\(file)"))
      #expect(one == two, "\(file)")
    }
    let (one, three) = (
      try scratch.read("one/purchases.csv"), try scratch.read("three/purchases.csv")
    )
    #expect(one != three)
    #expect(try scratch.read("one/items.csv").split(separator: "\n").count == 61)
    #expect(try scratch.read("one/facilities.csv").split(separator: "\n").count == 7)
  }

  @Test func nothingIsOverwrittenUnasked() async throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "shop/purchases.csv")
    let result = try await Program.run(["sample", "shop", "--size", "small"], in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("shop") && result.errors.contains("--overwrite"))
    #expect(try scratch.read("shop/purchases.csv") == "mine")
    let asked = try await Program.run(
      ["sample", "shop", "--size", "small", "--overwrite"], in: scratch)
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(try scratch.read("shop/purchases.csv") != "mine")
  }

  @Test(arguments: [
    (["sample"], "Missing expected argument"),
    (["sample", ""], "<directory> is empty"),
    (["sample", "x", "--size", "huge"], "'small', 'medium' or 'large'"),
    (["sample", "x", "--items", "0"], "--items: found 0"),
    (["sample", "x", "--customers", "-3"], "--customers: found -3"),
  ])
  func badUsageIs64(arguments: [String], message: String) async throws {
    let scratch = try Scratch()
    let result = try await Program.run(arguments, in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!scratch.exists("x") && !scratch.exists("purchases.csv"))
  }

  @Test func aPlaceThatCannotBeWrittenIsReported() async throws {
    let scratch = try Scratch()
    try scratch.write("a file", to: "taken")
    let result = try await Program.run(["sample", "taken/shop", "--size", "small"], in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("taken"), "\(result.errors)")
  }
}
