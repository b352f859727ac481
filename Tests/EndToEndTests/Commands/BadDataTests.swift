import Foundation
import Testing

/// Files as they come from real life: each is refused with the place and the reason, by `check`
/// and by the commands that read, and never with a crash.
@Suite struct BadDataTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let purchases: Data
    /// What the message must contain: the place first.
    let expected: [String]
    /// Rows that are left out by --skip-bad-rows; nil where that does not help.
    let badRows: Int?

    init(_ name: String, _ purchases: String, expected: [String], badRows: Int?) {
      self.init(name, Data(purchases.utf8), expected: expected, badRows: badRows)
    }

    init(_ name: String, _ purchases: Data, expected: [String], badRows: Int?) {
      self.name = name
      self.purchases = purchases
      self.expected = expected
      self.badRows = badRows
    }

    var testDescription: String { name }
  }

  private static let header = "customer_id,item_id,purchased_at\n"

  static let cases = [
    Case(
      "a quantity that 32 bits cannot hold",
      "customer_id,item_id,purchased_at,quantity\nc1,A,2024-01-01,1e308\nc2,A,2024-01-01,1\n",
      expected: ["purchases.csv:2:17", "1e308", "below 3.4e38"], badRows: 1),
    Case(
      "a quantity that 32 bits make 0",
      "customer_id,item_id,purchased_at,quantity\nc1,A,2024-01-01,1e-300\nc2,A,2024-01-01,1\n",
      expected: ["purchases.csv:2:17", "a number above 0"], badRows: 1),
    Case(
      "line ends of the old Macintosh", header.replacing("\n", with: "\r") + "c1,A,2024-01-01\r",
      expected: ["purchases.csv:1:33", "carriage return"], badRows: nil),
    Case(
      "the same column twice", "customer_id,item_id,purchased_at,item_id\n",
      expected: ["purchases.csv:1:34", "a second time"], badRows: nil),
    Case(
      "a header of quotes", String(repeating: "\"", count: 999),
      expected: ["purchases.csv:1:1", "never closed"], badRows: nil),
    Case(
      "a missing column", "customer_id,purchased_at\nc1,2024-01-01\n",
      expected: ["purchases.csv:1", "item_id"], badRows: nil),
    Case(
      "no time", "customer_id,item_id\nc1,A\n",
      expected: ["purchases.csv:1", "purchased_at"], badRows: nil),
    Case("an empty file", "", expected: ["purchases.csv", "empty"], badRows: nil),
    Case(
      "an impossible date", header + "c1,A,2024-01-31\nc1,B,2024-02-30\nc2,A,2024-02-01\n",
      expected: ["purchases.csv:3:6", "2024-02-30"], badRows: 1),
    Case(
      "text in place of a date", header + "c1,A,yesterday\nc1,B,2024-02-03\n",
      expected: ["purchases.csv:2:6", "yesterday"], badRows: 1),
    Case(
      "a quote inside a bare field", header + "c1,A\"B,2024-01-01\nc2,A,2024-01-01\n",
      expected: ["purchases.csv:2:", "quote"], badRows: 1),
    Case(
      "text after a closing quote", header + "c1,\"A\"B,2024-01-01\nc2,A,2024-01-01\n",
      expected: ["purchases.csv:2:", "quote"], badRows: 1),
    Case(
      "bytes that are not UTF-8",
      Data((header + "c1,").utf8) + [0xff, 0xfe] + Data(",2024-01-01\nc2,A,2024-01-01\n".utf8),
      expected: ["purchases.csv:2:", "UTF-8"], badRows: 1),
    Case(
      "a row that is too short", header + "c1,A\nc2,A,2024-01-01\n",
      expected: ["purchases.csv:2"], badRows: 1),
    Case(
      "a row without a customer", header + ",A,2024-01-01\nc2,A,2024-01-01\n",
      expected: ["purchases.csv:2", "customer_id"], badRows: 1),
    Case(
      "a quantity that is no number",
      "customer_id,item_id,purchased_at,quantity\nc1,A,2024-01-01,many\nc2,A,2024-01-01,1\n",
      expected: ["purchases.csv:2:17", "many"], badRows: 1),
  ]

  @Test(arguments: cases) func checkNamesThePlace(_ bad: Case) async throws {
    let scratch = try Scratch()
    try scratch.write(bad.purchases, to: "shop/purchases.csv")
    let result = try await Program.run(["check", "shop"], in: scratch)
    #expect(result.status == 1)
    let said = result.text + result.errors
    for text in bad.expected { #expect(said.contains(text), "\(text) in: \(said)") }
  }

  @Test(arguments: cases) func readingStopsWithTheSameMessage(_ bad: Case) async throws {
    let scratch = try Scratch()
    try scratch.write(bad.purchases, to: "shop/purchases.csv")
    let result = try await Program.run(["related", "A", "--data", "shop"], in: scratch)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    for text in bad.expected {
      #expect(result.errors.contains(text), "\(text) in: \(result.errors)")
    }
  }

  @Test(arguments: cases) func badRowsAreSkippedAndCountedOnRequest(_ bad: Case) async throws {
    let scratch = try Scratch()
    try scratch.write(bad.purchases, to: "shop/purchases.csv")
    let result = try await Program.run(
      ["index", "--data", "shop", "--skip-bad-rows"], in: scratch)
    if let badRows = bad.badRows {
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("\(badRows) row"), "\(result.errors)")
    } else {
      #expect(result.status == 1)
    }
  }

  @Test func everyProblemIsListed() async throws {
    let scratch = try Scratch()
    try scratch.write(
      Self.header + "c1,A,2024-13-01\nc1,B,2024-02-01\nc2,A,never\n", to: "shop/purchases.csv")
    let text = try await Program.run(["check", "shop"], in: scratch)
    #expect(text.status == 1)
    #expect(text.text.contains("purchases.csv:2:6") && text.text.contains("purchases.csv:4:6"))
    let json = try await Program.run(["check", "shop", "--format", "json"], in: scratch)
    #expect(json.status == 1)
    let problems = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [[String: Any]])
    #expect(problems.map { $0["line"] as? Int } == [2, 4])
    #expect(problems.allSatisfy { $0["column"] as? Int == 6 && $0["advice"] is String })
  }

  @Test func placesThatAreNoDirectoryOfData() async throws {
    let scratch = try Scratch()
    try scratch.write("a file", to: "file")
    try FileManager.default.createDirectory(
      atPath: scratch.path("empty"), withIntermediateDirectories: false)
    for place in ["nowhere", "file", "empty"] {
      for command in [["check", place], ["index", "--data", place]] {
        let result = try await Program.run(command, in: scratch)
        #expect(result.status == 1, "\(command)")
        #expect((result.text + result.errors).contains(place), "\(command): \(result.errors)")
      }
    }
  }

  /// Neither a wait without end nor memory without bound.
  @Test func thingsThatAreNoFiles() async throws {
    let scratch = try Scratch()
    for (name, make) in [
      ("directory", "mkdir purchases.csv"), ("pipe", "mkfifo purchases.csv"),
      ("zeros", "ln -s /dev/zero purchases.csv"), ("loop", "ln -s purchases.csv purchases.csv"),
    ] {
      let result = try await Program.shell(
        "mkdir \(name); (cd \(name); \(make)); echelon check \(name)", in: scratch)
      #expect(result.status == 1)
      #expect(result.text.contains("\(name)/purchases.csv: found "), "\(result.text)")
    }
  }

  /// The system says so by a signal: memory that views the file is gone.
  @Test func aFileThatIsCutShortWhileItIsRead() async throws {
    let scratch = try Scratch()
    let shop = try await SmallShop.path()
    // The program has begun when the pipe opens, and waits for a reader while it is full.
    let result = try await Program.shell(
      """
      mkfifo lists; echelon index --data '\(shop)' --output lists & program=$!
      exec 3<lists; kill -BUS $program
      status=0; wait $program || status=$?; echo $status
      """, in: scratch)
    #expect(result.text == "1\n")
    #expect(result.errors.contains("cut short while it was read"), "\(result.errors)")
  }

  /// Whoever runs two programs at once on a data set without a cache gets two right answers.
  @Test func twoProgramsShareAColdCache() async throws {
    let scratch = try Scratch()
    try await SmallShop.copy(to: "shop", in: scratch)
    let result = try await Program.shell(
      """
      rm -rf shop/.echelon-cache
      for i in 1 2 3; do echelon index --limit 3 --data shop >out$i & pids="$pids $!"; done
      for pid in $pids; do wait $pid; done
      cmp out1 out2; cmp out2 out3; echelon index --limit 3 --data shop | cmp - out1
      ls -A shop/.echelon-cache
      """, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text == "dataset.echelon\nrelated-distinct-50.echelon\nsources.echelon\n")
  }

  /// Data may hold what would act on the terminal.
  @Test func whatIsSaidOfDataCannotActOnTheTerminal() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "customer_id,item_id,purchased_at,\u{1b}[31m\na,x,2024-01-01,1\n", to: "e.csv")
    let imported = try await Program.run(["import", "e.csv", "--into", "shop"], in: scratch)
    #expect(imported.status == 0 && imported.errors.contains("[31m"))
    #expect(!imported.errors.contains("\u{1b}"))
    try scratch.write("item_id,title\nx,\"\u{1b}[31mRed lamp\"\n", to: "shop/items.csv")
    let related = try await Program.run(["related", "LAMP", "--data", "shop"], in: scratch)
    #expect(related.status == 1 && related.errors.contains("Red lamp"), "\(related.errors)")
    #expect(!related.errors.contains("\u{1b}"))
  }

  @Test func dataComesFromTheOptionOrTheEnvironment() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let named = try await Program.run(["related", "A", "--data", "shop"], in: scratch)
    let inherited = try await Program.run(
      ["related", "A"], in: scratch, environment: ["ECHELON_DATA": "shop"])
    let overridden = try await Program.run(
      ["related", "A", "--data", "shop"], in: scratch, environment: ["ECHELON_DATA": "nowhere"])
    #expect(named.status == 0 && !named.output.isEmpty)
    #expect(inherited.output == named.output && overridden.output == named.output)
    let empty = try await Program.run(["related", "A", "--data", ""], in: scratch)
    #expect(empty.status == 64 && empty.errors.contains("--data is empty"))
  }

  /// The cache is a convenience: where it cannot be written, reading goes on.
  @Test func aCacheThatCannotBeWrittenIsNoFailure() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let expected = try await Program.run(["related", "A", "--data", "shop"], in: scratch)
    try FileManager.default.removeItem(atPath: scratch.path("shop"))
    try WorkedExample.write(to: "shop", in: scratch)
    // A file where the cache directory should be, beside the data and under XDG.
    try scratch.write("in the way", to: "shop/.echelon-cache")
    try scratch.write("in the way", to: "blocked")
    let result = try await Program.run(
      ["related", "A", "--data", "shop"], in: scratch,
      environment: ["XDG_CACHE_HOME": scratch.path("blocked")])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == expected.output)
  }

  @Test func aDiskThatIsFullWhileCachingIsNoFailure() async throws {
    let scratch = try Scratch()
    try await SmallShop.copy(to: "shop", in: scratch)
    try? FileManager.default.removeItem(atPath: scratch.path("shop/.echelon-cache"))
    // A limit on the size of files stands in for a full disk, without being root.
    let result = try await Program.shell(
      "ulimit -f 8; echelon index --limit 1 --data shop | head -n 2", in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.split(separator: "\n").count == 2)
    let leftovers = FileManager.default.enumerator(atPath: scratch.path("shop"))?.allObjects ?? []
    #expect(!leftovers.contains { "\($0)".hasSuffix(".tmp") })
  }
}
