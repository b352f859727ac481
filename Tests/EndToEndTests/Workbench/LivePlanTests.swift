import Foundation
import Testing

/// The live plan as an analyst uses it: a figure is changed, and what is on screen is either the
/// plan of that figure, or says that it is not.
@Suite struct LivePlanTests {
  /// The facility whose storage the shop's plan would pay most for, as the command says.
  private func tightest(_ shop: String, in scratch: Scratch) async throws -> String {
    let result = try await Program.run(["plan", "--data", shop, "--format", "json"], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    let prices = try JSONDecoder().decode(Prices.self, from: result.output).prices
    let best = prices.filter { $0.resource == "storage" }.max { $0.price < $1.price }
    return try #require(best).facility_id
  }

  private struct Prices: Decodable {
    struct Price: Decodable {
      let facility_id: String
      let resource: String
      let price: Double
    }

    let prices: [Price]
  }

  /// Opens the shop on the plan screen, with its first plan there.
  private func open(_ shop: String, in scratch: Scratch, _ options: String = "") async throws
    -> TerminalSession
  {
    let terminal = try await TerminalSession(in: scratch, width: 140)
    _ = try await terminal.launch("\(shop) \(options)")
    try await terminal.waitFor("1 of 8")
    try terminal.press("5")
    try await terminal.waitFor { $0.contains("plan certified") && $0.contains("· current") }
    return terminal
  }

  private func choose(_ path: String, _ terminal: TerminalSession) async throws {
    try terminal.type("/\(path)")
    try await terminal.waitFor("/\(path)")
    try terminal.press("Enter")
    try await terminal.waitFor { !$0.contains("/\(path)") && $0.contains("▌\(path)") }
  }

  /// What is of older figures says so, above and below; nothing else does.
  private func isHonest(_ screen: String) -> Bool {
    let isOld = screen.contains("before the change")
    let isCurrent = screen.contains("plan certified") && screen.contains("· current")
    let isStale = screen.contains("plan stale") || screen.contains("plan stopped")
    return isOld ? isStale && !isCurrent : !isStale
  }

  @Test func lessRoomIsPricedSolvedAndExplained() async throws {
    let scratch = try Scratch()
    let shop = try await TinyShop.path()
    let path = "facility.\(try await tightest(shop, in: scratch)).storage_l"
    let terminal = try await open(shop, in: scratch)
    try await choose(path, terminal)
    try terminal.press("=")
    try await terminal.waitFor("\(path) =")
    try terminal.type("-40%")
    try await terminal.waitFor("= -40%")
    try terminal.press("Enter")
    let next = try await terminal.waitFor { $0.contains("−40 %") }
    #expect(isHonest(next), "\(next)")
    let after = try await terminal.waitFor {
      $0.contains("plan certified") && $0.contains("against the baseline")
    }
    #expect(isHonest(after), "\(after)")
    try terminal.press("d")
    let moved = try await terminal.waitFor {
      $0.contains("▸ differences") && $0.contains("of stock at cost")
    }
    let rows = moved.split(separator: "\n").filter { $0.contains(" I000") || $0.contains("▌I000") }
    #expect(!rows.isEmpty, "\(moved)")
    #expect(rows.contains { $0.contains("storage price") || $0.contains("instead") }, "\(moved)")
    try terminal.type("u")
    try await terminal.waitFor { $0.contains("undone: \(path)") }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  @Test func aHeldKeyLosesNoStepAndNothingOldLooksNew() async throws {
    let scratch = try Scratch()
    let shop = try await TinyShop.path()
    let terminal = try await open(shop, in: scratch)
    try await choose("speed.same_day.lost_sale_penalty", terminal)
    let start = try value(of: "speed.same_day.lost_sale_penalty", try terminal.screen())
    try terminal.press("+")
    try await terminal.waitFor { try value(of: "speed.same_day.lost_sale_penalty", $0) != start }
    let step = try value(of: "speed.same_day.lost_sale_penalty", try terminal.screen()) - start
    #expect(step > 0)
    var presses = 1
    let end = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < end {
      try terminal.press("+", "+", "+")
      presses += 3
      var screen = try terminal.screen()
      // tmux may be looked at when it has read half a frame: that mends itself at once.
      for _ in 0..<3 where !isHonest(screen) { screen = try terminal.screen() }
      #expect(isHonest(screen), "\(screen)")
    }
    let expected = start + step * Double(presses)
    try await terminal.waitFor {
      try abs(value(of: "speed.same_day.lost_sale_penalty", $0) - expected) < step / 2
    }
    let done = try await terminal.waitFor {
      $0.contains("plan certified") && $0.contains("· current")
    }
    #expect(isHonest(done), "\(done)")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
  }

  @Test func stoppedResizedAndResumedInTheSmallestTerminalWithoutColour() async throws {
    let scratch = try Scratch()
    let terminal = try await TerminalSession(
      in: scratch, width: 80, height: 24, environment: ["NO_COLOR": "1"])
    _ = try await terminal.launch("\(try await SmallShop.path()) --ascii")
    try await terminal.waitFor("> Items")
    try terminal.press("5")
    try await terminal.waitFor { $0.contains("plan certified") && $0.contains("- current") }
    // So many items and scenarios that there is time to stop it.
    try terminal.type(":plan.set scenarios 1000")
    try await terminal.waitFor(":plan.set scenarios 1000")
    try terminal.press("Enter")
    let running = try await terminal.waitFor("solving")
    #expect(isHonest(running), "\(running)")
    try terminal.resize(width: 130, height: 40)
    try await terminal.waitFor { $0.contains("Cost per day") && $0.contains("solving") }
    try terminal.resize(width: 80, height: 24)
    try await terminal.waitFor { !$0.contains("Cost per day") && $0.contains("solving") }
    // There is a first plan to stop at.
    try await terminal.waitFor("plan solving")
    try terminal.press("Escape")
    let stopped = try await terminal.waitFor("stopped; r goes on")
    #expect(!stopped.contains("- current"), "\(stopped)")
    #expect(stopped.utf8.allSatisfy { $0 < 0x80 }, "\(stopped)")
    let drawn = try terminal.screenWithAttributes()
    let colour = drawn.firstMatch(of: /\u{1B}\[[0-9;]*(3[0-8]|4[0-8]|9[0-7])[;m]/)?.output.0
    #expect(colour == nil)
    try terminal.press("r")
    try await terminal.waitFor { $0.contains("solving") && !$0.contains("plan stopped") }
    try terminal.press("u")
    try await terminal.waitFor { $0.contains("plan certified") && $0.contains("- current") }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  /// The value in the row of a figure.
  private func value(of path: String, _ screen: String) throws -> Double {
    let line = try #require(screen.split(separator: "\n").first { $0.contains("▌\(path)") })
    let words = line.drop { $0 != "▌" }.split(separator: " ").dropFirst()
    return try #require(words.lazy.compactMap { Double($0.replacing(",", with: "")) }.first)
  }

  @Test func whatWasDoneIsReplayed() async throws {
    let scratch = try Scratch()
    let shop = try await TinyShop.path()
    let terminal = try await open(shop, in: scratch)
    try await choose("speed.same_day.lost_sale_penalty", terminal)
    try terminal.type("++++")
    let wanted = try await terminal.waitFor { screen in
      screen.contains("1 change: speed.same_day") && screen.contains("plan certified")
    }
    let value = try value(of: "speed.same_day.lost_sale_penalty", wanted)
    try terminal.type(":log session.txt")
    try await terminal.waitFor(":log session.txt")
    try terminal.press("Enter")
    try await terminal.waitFor("commands to session.txt")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    let log = try String(contentsOfFile: scratch.path("session.txt"), encoding: .utf8)
    #expect(log.contains("search speed.same_day.lost_sale_penalty\nplan.up\nplan.up\n"), "\(log)")

    // A session of its own: the changes of the first one are not there.
    let other = try await TerminalSession(
      in: scratch, width: 140, environment: ["XDG_STATE_HOME": scratch.path("fresh")])
    _ = try await other.launch("\(shop) --replay session.txt")
    try await other.waitFor { screen in
      guard screen.contains("1 change: speed.same_day") else { return false }
      return try self.value(of: "speed.same_day.lost_sale_penalty", screen) == value
    }
    try other.press("q")
    #expect(try await other.ending() == 0)
    let missing = try await Program.run([shop, "--replay", "nowhere.txt"], in: scratch)
    #expect(missing.status == 64 && missing.errors.contains("nowhere.txt"))
  }
}
