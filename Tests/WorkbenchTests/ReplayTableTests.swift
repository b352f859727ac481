import InventoryPlanning
import ScenarioStore
import TerminalUI
import TestSupport
import Testing

@testable import Workbench

/// Every command there is: what it did, the log does again.
struct ReplayTableTests {
  private static let file = "/data/shop.csv"
  /// Lines of a log that lead to where commands mean something.
  private static let ways: [[String]] = [
    [], ["screen.customers", "open"], ["screen.customers", "open", "methods", "pane 3"], ["open"],
    ["screen.plan", "select 9"], ["screen.plan", "plan.set demand_factor 1.5", "undo"],
    ["screen.plan", "select 9", "plan.up"], ["search lamp", "search.next"], ["filter lamp"],
    ["screen.lab"], ["screen.lab", "select 4"], ["screen.simulation", "simulation.run"],
    ["screen.scenarios", "select 2"], ["screen.scenarios", "scenario.mark", "select 2"], ["help"],
    ["screen.network", "open"], ["screen.network", "open", "pane 2"],
  ]
  /// What follows a name, or is typed.
  private static let arguments: [String: [String]] = [
    "open.item": ["P3"], "open.customer": ["C7"], "open.facility": ["north-fc"], "select": ["3"],
    "pane": ["1"], "search": ["lamp", "nothing like it"], "filter": ["price>20", "lamp -1"],
    "sort": ["price"], "export": [file], "why-not": ["P3", "nowhere"], "theme": ["light"],
    "plan.type": ["+10%", "rubbish"], "plan.set": ["facility.depot.storage_l -10%", "x 1"],
    "scenario.name": ["third"], "scenario.save": ["third", "first"],
    "scenario.replace": ["first"], "scenario.remove": ["first"],
    "scenario.load": ["first", "nowhere"], "scenario.rename": ["other"],
    "scenario.duplicate": ["other"], "lab.windows": ["2"], "lab.window-days": ["7"],
    "lab.top": ["3"], "palette": ["P3", "undo"], "metric": ["cosine", "rubbish"], "kappa": ["3"],
    "score": ["difference"], "unit": ["lines"], "half-life": ["30"], "mode": ["new"],
    "method": ["bestsellers"], "list-length": ["20"], "neighbours": ["10"], "reach": ["2"],
    "brand": ["1"], "category": ["1"], "price": ["1"], "persona": ["each"],
    "parameter.type": ["cosine"],
  ]

  /// Takes longer than the rest together, and needs to be done but once.
  private static let heavy = ["lab.run", "simulation.run"]

  /// From everywhere, all that means something there, in any order: at the end of its log a replay
  /// is where the session was.
  @Test func everyCommandIsDoneAgain() throws {
    var done: Set<String> = []
    for (number, way) in Self.ways.enumerated() {
      var generator = SeededGenerator(seed: UInt64(number))
      var desk = try Desk(way)
      let all = CommandTable.all.filter { !CommandLog.leftOut.contains($0.name) }
      // What no other way has led to comes first, before others lead elsewhere.
      let here = all.filter { $0.group != .go && !done.contains($0.name) }
      let more = all.filter { $0.group != .go && done.contains($0.name) }
        .shuffled(using: &generator).prefix(20)
      let away = all.filter { $0.group == .go }
      for command in [here, Array(more), away].flatMap({ $0.shuffled(using: &generator) }) {
        guard command.works(desk.bench.model) else { continue }
        if Self.heavy.contains(command.name), done.contains(command.name) { continue }
        let arguments = [nil] + (Self.arguments[command.name] ?? []).map(Optional.some)
        for argument in arguments where command.works(desk.bench.model) {
          let place = (screen: desk.bench.model.screen, depth: desk.bench.model.depth)
          desk.perform(command, argument)
          if command.group != .go { desk.comeBack(to: place) }
        }
        done.insert(command.name)
      }
      let log = desk.bench.model.log.lines
      let again = try Desk(log)
      #expect(again.bench.model.replay.isDone, "\(log)")
      #expect(again.state == desk.state, "\(log)")
      #expect(again.bench.model.log.lines == log)
    }
    // A method learns by itself where it is looked at; asked to, where that failed or was stopped.
    let all = Set(CommandTable.all.map(\.name)).subtracting(CommandLog.leftOut)
      .subtracting(["learn"])
    #expect(all.subtracting(done).isEmpty, "no way leads to where these mean something")
  }

  /// A workbench with two scenarios in a file of its own.
  private struct Desk {
    var bench: Bench
    private let file: ScenarioFile

    init(_ lines: [String]) throws {
      file = ScenarioFile()
      for (number, name) in ["first", "second"].enumerated() {
        let basis = ScenarioBasis(
          dataName: "plan-shop", fingerprint: 0, seed: 1, mode: .target, drawCount: 16)
        try file.store.save(
          Scenario(
            changes: [ScenarioChange(path: "demand_factor", value: "1.\(number + 1)")],
            basis: basis), as: name, at: Bench.moment)
      }
      // One piece of work after the other: work within work would go as deep as the log is long.
      bench = Bench.planning(
        holdsWork: true, byHand: true, scenarios: file.store, replay: lines)
      bench.finishAll()
      bench.holdsWork = false
    }

    /// By its name with the argument; without one, by its key.
    mutating func perform(_ command: Command, _ argument: String?) {
      if let argument, command.argument != nil {
        bench.run(command.name, argument)
        if let prompt = bench.model.prompt { answer(prompt, nil) }
        return
      }
      bench.run(command.name)
      guard let prompt = bench.model.prompt else { return }
      answer(prompt, argument)
    }

    /// From where a command has led.
    mutating func comeBack(to place: (screen: ScreenName, depth: Int)) {
      if bench.model.helpTop != nil { bench.run("help") }
      if bench.model.screen != place.screen { bench.run("screen.\(place.screen.rawValue)") }
      while bench.model.depth > place.depth { bench.run("back") }
    }

    private mutating func answer(_ prompt: Prompt, _ argument: String?) {
      if prompt.isConfirmation {
        bench.press(.character("y"))
        return
      }
      guard let argument else {
        bench.press(.escape)
        return
      }
      bench.press(.control("u"))
      bench.type(argument)
      bench.press(.enter)
      if bench.model.prompt?.isConfirmation == true { bench.press(.character("y")) }
    }

    /// What the analyst sees and has, but for what was said last.
    var state: [String] {
      var model = bench.model
      model.notice = nil
      model.prompt = nil
      let names = (try? file.store.scenarios().map { "\($0.name) \($0.scenario.changes)" }) ?? []
      return [view(model, glyphs: .unicode).text, "\(model.edited)", "\(names.sorted())"]
    }
  }
}
