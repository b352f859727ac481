import Foundation
import Testing

/// Methods are judged on the lab screen, stopped with Esc, judged again; the winner recommends to
/// customers; the experiments are where the screen says.
@Suite struct LabTourTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func judgingAndUsingTheWinner(width: Int, height: Int) async throws {
    let scratch = try Scratch()
    let shop = try await TinyShop.path()
    let terminal = try await TerminalSession(in: scratch, width: width, height: height)
    _ = try await terminal.launch("\(shop) --workspace kept.sqlite")
    try await terminal.waitFor("1 of 8")
    try terminal.press("6")
    try await terminal.waitFor("Against the best")
    // Networks take their time: those that learn are left out.
    for row in 4..<10 {
      try terminal.press("Home")
      for _ in 0..<row { try terminal.press("Down") }
      try terminal.press("Space")
    }
    try await terminal.waitFor { $0.count(of: "left out") == 6 }
    try terminal.press("r")
    try await terminal.waitFor { $0.count(of: "done") == 4 && $0.contains(" best ") }
    try terminal.press("Home", "Down")
    try await terminal.waitFor("▌•  own-favourit")
    try terminal.press("c")
    try await terminal.waitFor("recommends by own-favourites now")
    try terminal.press("Right")
    try await terminal.waitFor("Heavy buyers")
    try terminal.press("Home", "Enter")
    let heavy = try await terminal.waitFor { $0.contains("mean score") && $0.contains("naive") }
    #expect(heavy.contains("corrected"), "\(heavy)")
    try terminal.press("Escape")
    try await terminal.waitFor("Earlier evaluations")
    try terminal.press("Down", "Enter")
    try await terminal.waitFor("due this week")
    try terminal.press("Escape")
    try await terminal.waitFor("Earlier evaluations")
    try terminal.press("Down", "Enter")
    try await terminal.waitFor { $0.contains("own-favourites 0.") && $0.contains("1 of 1") }
    try terminal.press("3")
    try await terminal.waitFor("▸ Customers")
    try terminal.press("Enter")
    try await terminal.waitFor("own-favourites · all")
    try terminal.press("m")
    try await terminal.waitFor("▸ methods")
    try terminal.press("a")
    try await terminal.waitFor("The place of each item among the first")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
  }

  @Test func escStopsAndWhatWasJudgedStays() async throws {
    let scratch = try Scratch()
    let shop = try await SmallShop.copy(to: "shop", in: scratch)
    let terminal = try await TerminalSession(in: scratch)
    _ = try await terminal.launch(shop)
    try await terminal.waitFor("▸ Items")
    try terminal.press("6")
    try await terminal.waitFor("r judge")
    try terminal.press("r")
    // The first methods are through, the networks are far from it.
    let judged = try await terminal.waitFor { $0.contains("Esc stop") && bestsellers($0) != nil }
    try terminal.press("Escape")
    let screen = try await terminal.waitFor { $0.contains("stopped") && $0.contains("r judge") }
    let (windows, kept) = (try #require(bestsellers(judged)), try #require(bestsellers(screen)))
    #expect(kept >= windows, "\(screen)")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
  }

  /// The windows on which bestsellers are judged, once there are some.
  private func bestsellers(_ screen: String) -> Int? {
    let row = screen.split(separator: "\n").first { $0.contains(" bestsellers ") }
    guard let row, row.contains("0.") else { return nil }
    return row.firstMatch(of: /([1-4]) of 4/).flatMap { Int($0.output.1) }
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
