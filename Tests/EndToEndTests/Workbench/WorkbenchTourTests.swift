import Foundation
import Testing

/// The workbench as an analyst uses it, held against what the commands print.
@Suite struct WorkbenchTourTests {
  /// The ids that `echelon related` lists, best first.
  private func related(_ item: String, _ options: String..., in scratch: Scratch) async throws
    -> [String]
  {
    let result = try await Program.run(
      ["related", item, "--limit", "6", "--data", try await SmallShop.path()] + options,
      in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    return result.text.split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != "," })
    }
  }

  /// Whether the screen has `ids` one below the other as the best ranks of a list.
  private func lists(_ ids: [String], _ screen: String) -> Bool {
    let lines = screen.split(separator: "\n")
    return ids.enumerated().allSatisfy { index, id in
      lines.contains { line in
        let words = line.split { " ▌│>|".contains($0) }
        return words.count > 1 && words[0] == "\(index + 1)" && words[1] == id
      }
    }
  }

  @Test func searchDrillInChangeAParameterUndo() async throws {
    let scratch = try Scratch()
    let item = "I0108"
    let corrected = try await related(item, in: scratch)
    let counted = try await related(item, "--metric", "cooccurrence", in: scratch)
    try #require(corrected.count == 6 && corrected != counted)

    let terminal = try await TerminalSession(in: scratch)
    _ = try await terminal.launch(try await SmallShop.path())
    try await terminal.waitFor("1 of 300")
    try terminal.press("2")
    try terminal.type("/\(item)")
    try await terminal.waitFor("/\(item)")
    try terminal.press("Enter")
    try await terminal.waitFor { !$0.contains("/\(item)") && !$0.contains("1 of 300") }
    try terminal.press("Enter")
    try await terminal.waitFor("▸ \(item)")
    try await terminal.waitFor { lists(corrected, $0) }

    try terminal.press("p")
    try await terminal.waitFor("‹corrected›")
    try terminal.press("+")
    try await terminal.waitFor("‹cooccurrence›")
    try await terminal.waitFor { lists(counted, $0) }
    try terminal.press("u")
    try await terminal.waitFor("‹corrected›")
    try await terminal.waitFor { lists(corrected, $0) }
    try terminal.press("C-r")
    try await terminal.waitFor { lists(counted, $0) }

    try terminal.resize(width: 80, height: 24)
    try await terminal.waitFor { lists(Array(counted.prefix(3)), $0) }
    try terminal.press("Escape")
    // Escape and a letter at once would be a key with Alt.
    try await terminal.waitFor { !$0.contains("‹") }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  @Test func aCustomersRecommendationsAreThoseOfTheCommand() async throws {
    let scratch = try Scratch()
    let shop = try await SmallShop.path()
    let terminal = try await TerminalSession(in: scratch, width: 160)
    _ = try await terminal.launch(shop)
    try await terminal.waitFor("1 of 300")
    try terminal.press("3")
    try await terminal.waitFor("1 of 500")
    let customer = "C0007"
    let known = try await Program.run(["recommend", customer, "--data", shop], in: scratch)
    try #require(known.status == 0, "\(known.errors)")
    let ids = known.text.split(separator: "\n").dropFirst().prefix(5).map {
      String($0.prefix { $0 != "," })
    }
    try terminal.type("/\(customer)")
    try await terminal.waitFor("/\(customer)")
    try terminal.press("Enter")
    try await terminal.waitFor { !$0.contains("/\(customer)") }
    try terminal.press("Enter")
    try await terminal.waitFor("▸ \(customer)")
    try await terminal.waitFor { screen in ids.allSatisfy { screen.contains($0) } }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
  }

  @Test func badDataIsExplainedOnTheScreen() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "customer_id,item_id,purchased_at\nc1,A,2024-02-30\n", to: "shop/purchases.csv")
    let terminal = try await TerminalSession(in: scratch)
    _ = try await terminal.launch("shop")
    try await terminal.waitFor("purchases.csv:2:6")
    try terminal.press("q")
    _ = try await terminal.ending()
    try await terminal.expectRestored()
  }
}
