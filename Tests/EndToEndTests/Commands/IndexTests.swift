import Foundation
import Testing

/// `echelon index`: related lists for all items at once.
@Suite struct IndexTests {
  @Test func saysWhatRelatedSays() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let index = try await Program.run(
      ["index", "--data", "shop", "--limit", "3", "--format", "json"], in: scratch)
    #expect(index.status == 0, "\(index.errors)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: index.output) as? [[String: Any]])
    for item in "ABCDEF" {
      let related = try await Program.run(
        ["related", "\(item)", "--data", "shop", "--limit", "3", "--format", "json"], in: scratch)
      let expected = try #require(
        try JSONSerialization.jsonObject(with: related.output) as? [[String: Any]])
      let mine = rows.filter { $0["item_id"] as? String == "\(item)" }
      #expect(
        mine.map { $0["related_item_id"] as? String } == expected.map { $0["item_id"] as? String })
      #expect(mine.map { $0["score"] as? Double } == expected.map { $0["score"] as? Double })
      #expect(mine.map { $0["expected"] as? Double } == expected.map { $0["expected"] as? Double })
    }
  }

  @Test func severalMetricsAtOnce() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(
      ["index", "--data", "shop", "--metric", "cosine", "--metric", "llr", "--format", "csv"],
      in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.text.split(separator: "\n")
    #expect(lines.first == "metric,item_id,rank,related_item_id,count,expected,score")
    #expect(lines.contains { $0.hasPrefix("cosine,A,1,B,4,") })
    #expect(lines.contains { $0.hasPrefix("llr,A,1,B,4,") })
  }

  /// Once purchases have been added, the counts are kept and the next ones added to them, which is
  /// said; the lists are those of a rebuild.
  @Test func aDayIsAddedToWhatIsKept() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    func index(_ arguments: String...) async throws -> (text: String, errors: String) {
      let result = try await Program.run(["index", "--data", "shop"] + arguments, in: scratch)
      #expect(result.status == 0, "\(result.errors)")
      return (result.text, result.errors)
    }
    func add(_ customer: String) throws {
      let lines = ["A", "F"].map { "\(customer),\($0),2024-03-07\n" }.joined()
      try scratch.write(
        try scratch.read("shop/purchases.csv") + lines, to: "shop/purchases.csv")
    }
    #expect(try await index().errors.isEmpty)
    try add("first")
    let before = try await index()
    #expect(before.errors.isEmpty)
    try add("second")
    let after = try await index()
    #expect(
      after.errors.contains("related items: added what 1 customer bought since"), "\(after.errors)")
    #expect(after.text != before.text)
    let again = try await index()
    #expect(again.text == after.text && again.errors.isEmpty)
    let rebuilt = try await index("--rebuild")
    #expect(rebuilt.text == after.text && rebuilt.errors.isEmpty)
  }

  /// Order and age of purchases count for all lists as they do for one.
  @Test func orderAndAgeCount() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let options = ["--data", "shop", "--within", "3", "--half-life", "2", "--format", "json"]
    let index = try await Program.run(["index"] + options, in: scratch)
    #expect(index.status == 0, "\(index.errors)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: index.output) as? [[String: Any]])
    #expect(!rows.isEmpty)
    for item in "ABCDEF" {
      let related = try await Program.run(["related", "\(item)"] + options, in: scratch)
      let expected = try #require(
        try JSONSerialization.jsonObject(with: related.output) as? [[String: Any]])
      let mine = rows.filter { $0["item_id"] as? String == "\(item)" }
      for column in ["count", "expected", "score"] {
        #expect(
          mine.map { $0[column] as? Double }
            == expected.prefix(mine.count).map { $0[column] as? Double })
      }
    }
    let wrong = try await Program.run(["index", "--data", "shop", "--within", "0"], in: scratch)
    #expect(wrong.status == 64)
  }

  @Test func theFileAppearsWholeOrNotAtAll() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let printed = try await Program.run(["index", "--data", "shop"], in: scratch)
    let written = try await Program.run(
      ["index", "--data", "shop", "--output", "out/index.csv"], in: scratch)
    #expect(written.status == 1)
    #expect(written.errors.contains("out/index.csv"), "\(written.errors)")
    #expect(!scratch.exists("out"))

    try scratch.write("old", to: "index.csv")
    let replaced = try await Program.run(
      ["index", "--data", "shop", "--output", "index.csv"], in: scratch)
    #expect(replaced.status == 0 && replaced.output.isEmpty, "\(replaced.errors)")
    #expect(try scratch.read("index.csv") == printed.text)
    #expect(try scratch.names(in: ".").filter { $0.hasSuffix("tmp") }.isEmpty)
  }

  @Test func theEndOfTheNameChoosesTheFormat() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(
      ["index", "--data", "shop", "--output", "index.json"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let data = Data(try scratch.read("index.json").utf8)
    #expect(try JSONSerialization.jsonObject(with: data) is [[String: Any]])
  }

  @Test func aFullDiskLeavesWhatWasThere() async throws {
    let scratch = try Scratch()
    let shop = try await SmallShop.path()
    try scratch.write("old", to: "index.csv")
    // A limit on the size of files stands in for a full disk, without being root.
    let result = try await Program.shell(
      "ulimit -f 8; echelon index --limit 50 --data '\(shop)' --output index.csv", in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("index.csv: found a full disk"), "\(result.errors)")
    #expect(try scratch.read("index.csv") == "old")
    #expect(try scratch.names(in: ".").filter { $0.contains("index") } == ["index.csv"])
  }

  @Test(arguments: [
    (["--metric", "pearson"], "cooccurrence"),
    (["--format", "table"], "csv or json"),
    (["--limit", "0"], "--limit is 0"),
  ])
  func badUsageIs64(arguments: [String], message: String) async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(["index", "--data", "shop"] + arguments, in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
