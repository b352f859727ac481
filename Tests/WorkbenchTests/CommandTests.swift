import Foundation
import Recommendations
import RetailData
import TerminalUI
import Testing

@testable import Workbench

struct CommandTests {
  @Test func namesAreUnique() {
    let names = CommandTable.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func aKeyMeansOneThingAtATime() {
    var bench = Bench()
    for keys: [Key] in [[], [.enter], [.escape, .character("3"), .enter], [.character("m")]] {
      for key in keys { bench.press(key) }
      let model = bench.model
      let working = CommandTable.all.filter { $0.works(model) }
      let keys = working.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test(arguments: CommandTable.all.map(\.name))
  func everyCommandRunsWhereverItWorksAndNowhereElse(_ name: String) throws {
    let command = try #require(CommandTable.command(named: name))
    for place: [Key] in [
      [], [.character("1")], [.enter], [.character("3"), .enter],
      [.character("3"), .enter, .character("m")],
    ] {
      var bench = Bench()
      for key in place { bench.press(key) }
      let works = command.works(bench.model)
      let before = bench.text()
      bench.run(name)
      #expect(view(bench.model, glyphs: .ascii).size == bench.model.size)
      if !works {
        #expect(bench.model.notice?.text == "\(name) means nothing here")
        #expect(
          bench.lines.dropLast(2)
            == before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .dropLast(2))
      }
    }
  }

  @Test func anUnknownCommandIsAProblem() {
    var bench = Bench()
    bench.run("fly")
    #expect(bench.model.notice == Model.Notice(text: "no command “fly”", isProblem: true))
  }

  @Test func theHelpNamesEveryKeyThatWorksHereAndNoOther() {
    var bench = Bench()
    bench.press(.character("3"), .enter)
    let named = Set(
      bench.model.helpLines.compactMap { line -> String? in
        if case .command(_, _, let name) = line, !name.isEmpty { name } else { nil }
      })
    let working = CommandTable.all.filter { !$0.keys.isEmpty && $0.works(bench.model) }
    #expect(named == Set(working.map(\.name)))
    #expect(named.contains("why-not"))
    bench.press(.escape)
    #expect(!bench.model.helpLines.contains { "\($0)".contains("why-not") })
  }

  /// On the smallest screen as well, on every page, whatever the help has to say is there in full.
  @Test(arguments: [Glyphs.unicode, .ascii]) func noLineOfTheHelpIsCut(_ glyphs: Glyphs) {
    var bench = Bench.planning(Bench.small, byHand: true)
    let ways: [[Key]] = ScreenName.allCases.map { [.character(Character("\($0.number)"))] }
    for way in ways + [
      [.character("2"), .enter], [.character("3"), .enter], [.character("4"), .enter],
    ] {
      for key in way { bench.press(key) }
      let commands = CommandTable.all.filter { $0.works(bench.model) }
      bench.press(.character("?"))
      var seen = ""
      for _ in 0..<12 {
        for line in bench.text(glyphs).split(separator: "\n").dropFirst(2).dropLast(2) {
          seen += line.drop { $0 == " " } + " "
          #expect(!line.hasSuffix(String(glyphs.ellipsis)), "\(line)")
        }
        bench.press(.pageDown)
      }
      bench.press(.escape)
      let canvas = Canvas(size: Bench.small, glyphs: glyphs)
      for word in commands.flatMap({ canvas.signs($0.summary).split(separator: " ") }) {
        #expect(seen.contains(word), "\(word)")
      }
    }
  }

  @Test func thePaletteFindsCommandsItemsAndCustomers() {
    var bench = Bench()
    bench.press(.character(":"))
    bench.type("overv")
    bench.press(.enter)
    #expect(bench.model.screen == .overview)
    bench.press(.character(":"))
    bench.type("I117")
    bench.press(.enter)
    #expect(bench.model.page.place == .item(17))
    bench.press(.character(":"))
    bench.type("customer 30")
    bench.press(.enter)
    #expect(bench.model.page.place == .customer(29))
    bench.press(.character(":"))
    bench.type("kappa 4")
    bench.press(.enter)
    #expect(bench.model.parameters.relatedness.kappa == 4)
    bench.press(.character(":"))
    bench.type("zzzz")
    bench.press(.enter)
    #expect(bench.model.notice?.isProblem == true)
  }

  @Test func whyNotExplainsAnyItemAndAddsUp() throws {
    var bench = Bench()
    bench.press(.character("3"), .enter, .character("w"))
    bench.type("clock, blue")
    bench.press(.enter)
    #expect(bench.model.page.question == 36)
    let source = try #require(bench.model.scene(CustomerPage.Part.why.rawValue)?.source)
    let addends = try #require(source.column("contribution"))
    let sum = (0..<source.rowCount).reduce(0) { $0 + addends.values.number($1) }
    let page = CustomerPage(customer: 1)
    let question = try #require(page.whyQuestion(bench.model.page, bench.model))
    let score = try #require(bench.model.answers.known(question)?.value.whyNot.score)
    #expect(abs(sum - score) < 1e-9)
    bench.run("why-not", "I999")
    #expect(bench.model.notice?.text.hasPrefix("no item “I999”") == true)
    bench.press(.escape)
    #expect(bench.model.page.question == nil)
  }

  @Test func everyRecommendationsAddendsSumToItsScore() throws {
    var bench = Bench()
    bench.run("half-life", "20")
    for customer in 0..<6 {
      bench.press(.character("3"))
      while bench.model.depth > 1 { bench.press(.escape) }
      bench.press(.home)
      for _ in 0..<customer { bench.press(.down) }
      bench.press(.enter)
      for _ in 0..<10 {
        let place = bench.model.page.place
        guard case .customer(let number) = place else { return }
        let page = CustomerPage(customer: number)
        let chosen = try #require(page.selectedRecommendation(bench.model.page, bench.model))
        if chosen.reason == .related {
          let source = try #require(bench.model.scene(CustomerPage.Part.why.rawValue)?.source)
          let addends = try #require(source.column("contribution"))
          let sum = (0..<source.rowCount).reduce(0) { $0 + addends.values.number($1) }
          #expect(abs(sum - chosen.score) < 1e-9)
        }
        bench.press(.down)
      }
    }
  }
}
