import Foundation
import Testing

/// `echelon related`, against the worked example whose figures were computed by hand.
@Suite struct RelatedTests {
  private struct Related: Decodable {
    var item_id: String
    var title: String
    var rank: Int
    var count: Int
    var expected: Double?
    var score: Double
  }

  private func related(_ arguments: String..., in scratch: Scratch) async throws -> [Related] {
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(
      ["related"] + arguments + ["--data", "shop", "--format", "json"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([Related].self, from: result.output)
  }

  @Test func correctedShrunkIsTheDefault() async throws {
    let rows = try await related("A", in: try Scratch())
    #expect(rows.map(\.rank) == Array(1...rows.count))
    let first = try #require(rows.first)
    #expect((first.item_id, first.count) == ("B", 4))
    #expect(first.title == "Item B, \"small\"")
    #expect(abs((first.expected ?? 0) - 1.662720) < 1e-9)
    #expect(abs(first.score - (4 - 1.662720) / (1.662720 + 10).squareRoot()) < 1e-9)
    let third = try #require(rows.first { $0.item_id == "C" })
    #expect(third.count == 2 && abs((third.expected ?? 0) - 1.946289) < 5e-7)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.score >= $1.score })
  }

  @Test func parametersChangeTheScore() async throws {
    let naive = try await related(
      "A", "--metric", "naive", "--score", "normalized", in: try Scratch())
    let first = try #require(naive.first)
    #expect(first.item_id == "B" && abs((first.expected ?? 0) - 2) < 1e-12)
    #expect(abs(first.score - 2 / 2.0.squareRoot()) < 1e-12)
    let shrunk = try await related("A", "--kappa", "0", "--limit", "1", in: try Scratch())
    #expect(shrunk.count == 1)
    #expect(abs(shrunk[0].score - (4 - 1.662720) / 1.662720.squareRoot()) < 1e-9)
    let counted = try await related("C", "--metric", "cooccurrence", in: try Scratch())
    #expect(counted.allSatisfy { $0.score == Double($0.count) })
  }

  @Test func csvAndTableSayTheSame() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let csv = try await Program.run(
      ["related", "A", "--data", "shop", "--limit", "1"], in: scratch)
    #expect(csv.status == 0)
    #expect(
      csv.text.hasPrefix(
        "item_id,title,rank,count,expected,score\nB,\"Item B, \"\"small\"\"\",1,4,1.66"))
    let table = try await Program.run(
      ["related", "A", "--data", "shop", "--limit", "1", "--format", "table"], in: scratch)
    #expect(table.text.contains("Item B, \"small\""))
    #expect(table.text.split(separator: "\n").last?.hasSuffix("0.68") == true)
  }

  @Test(arguments: [
    (["related"], "Missing expected argument"),
    (
      ["related", "A", "--kappa", "-1"], "--kappa is -1.0, but must be a number that is 0 or more."
    ),
    (
      ["related", "A", "--kappa", "nan"], "--kappa is nan, but must be a number that is 0 or more."
    ),
    (["related", "A", "--limit", "0"], "--limit is 0, but must be 1 or more."),
    (["related", "A", "--limit", "-5"], "--limit is -5, but must be 1 or more."),
    (["related", "A", "--metric", "pearson"], "cooccurrence"),
    (["related", "A", "--unit", "dozens"], "'lines' and 'distinct'"),
    (["related", "A", "--format", "xml"], "'table', 'csv' or 'json'"),
    (["related", "A", "--threads", "0"], "at least one thread"),
    (["related", "A", "B"], "Unexpected argument 'B'"),
  ])
  func badUsageIs64(arguments: [String], message: String) async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(arguments + ["--data", "shop"], in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func unknownItemNamesTheNearest() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "customer_id,item_id,purchased_at\n1,85123A,2024-01-01\n1,85123B,2024-01-01\n1,22423,2024-01-02\n",
      to: "shop/purchases.csv")
    let result = try await Program.run(["related", "85123", "--data", "shop"], in: scratch)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("85123A") && result.errors.contains("85123B"))
    #expect(!result.errors.contains("22423"))
    let strange = try await Program.run(["related", "zzzzzzzz", "--data", "shop"], in: scratch)
    #expect(strange.status == 1 && strange.errors.contains("zzzzzzzz"))
  }

  @Test func wordsOfATitleNameTheItemsThatHaveThem() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "customer_id,item_id,purchased_at\n1,X1,2024-01-01\n", to: "shop/purchases.csv")
    try scratch.write(
      "item_id,title\nX1,\"Cat litter, 10 l\"\nX2,Litter for CATS\nX3,Cat food\nX4,Concatenated litter\n",
      to: "shop/items.csv")
    let result = try await Program.run(["related", "cat Litter", "--data", "shop"], in: scratch)
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(
      result.errors == """
        Error: there is no item 'cat Litter', but there are items with that in their titles; name \
        one by its id:
          'X1'  Cat litter, 10 l
          'X2'  Litter for CATS

        """)
    // An id in another case is what was meant, whatever titles say.
    let cased = try await Program.run(["related", "x3", "--data", "shop"], in: scratch)
    #expect(cased.errors.hasPrefix("Error: there is no item 'x3'; did you mean 'X3'"))
  }

  @Test func idsThatLookLikeOptionsFollowTwoHyphens() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "customer_id,item_id,purchased_at\n1,--limit,2024-01-01\n1,\"é, \"\"b\"\"\",2024-01-01\n"
        + "2,--limit,2024-01-01\n2,\"é, \"\"b\"\"\",2024-01-01\n", to: "shop/purchases.csv")
    let dashed = try await Program.run(["related", "--data", "shop", "--", "--limit"], in: scratch)
    #expect(
      dashed.status == 0 && dashed.text.contains("\n\"é, \"\"b\"\"\",,1,2,"), "\(dashed.text)")
    let quoted = try await Program.run(["related", "é, \"b\"", "--data", "shop"], in: scratch)
    #expect(quoted.status == 0 && quoted.text.contains("\n--limit,,1,2,"), "\(quoted.errors)")
  }

  @Test func aReaderThatLeavesEarlyIsNoError() async throws {
    let scratch = try Scratch()
    let shop = try await SmallShop.path()
    let result = try await Program.shell(
      "echelon index --limit 50 --data '\(shop)' | head -n 1", in: scratch)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.text.split(separator: "\n").count == 1)
  }
}
