import Recommendations
import TerminalUI
import TestSupport
import Testing

@testable import Workbench

struct ParameterTests {
  @Test func aProblemIsReadableWhole() {
    var bench = Bench(Bench.small)
    bench.run("metric", "foo")
    let status = bench.lines[22]
    #expect(status.contains("cooccurrence") && !status.contains("1 of 40"), "\(status)")
    bench.press(.down)
    #expect(bench.lines[22].contains("2 of 40"))
  }

  @Test func theFooterSaysWhatEscapeDoes() {
    var bench = Bench()
    func label() -> String? { bench.model.footer.first { $0.key == "Esc" }?.label }
    #expect(label() == nil)
    bench.run("filter", "mug")
    #expect(label() == "clear")
    bench.press(.character("p"))
    #expect(label() == "close")
    bench.press(.escape, .escape, .enter)
    #expect(label() == "back")
  }

  @Test(arguments: ParameterName.allCases)
  func everyParameterStepsUndoesAndRedoes(_ name: ParameterName) {
    var bench = Bench()
    bench.press(.enter, .character("p"))
    while bench.model.parameter != name { bench.press(.down) }
    let before = bench.model.parameters
    // Where time does not matter at first, there is no more of it.
    let isOfDays = [.halfLife, .within, .listHalfLife].contains(name)
    bench.press(.character(isOfDays ? "-" : "+"))
    let after = bench.model.parameters
    #expect(after != before)
    #expect(ParameterName.allCases.filter { before.text($0) != after.text($0) } == [name])
    bench.press(.character("u"))
    #expect(bench.model.parameters == before)
    bench.press(.control("r"))
    #expect(bench.model.parameters == after)
  }

  @Test func undoTakesBackAnySequenceStepByStep() {
    var generator = SeededGenerator(seed: 11)
    var bench = Bench()
    bench.press(.enter)
    var states = [bench.model.parameters]
    for _ in 0..<120 {
      bench.run(ParameterName.allCases.randomElement(using: &generator)?.rawValue ?? "kappa")
      bench.press(.escape)
      bench.press(Bool.random(using: &generator) ? .character("+") : .character("-"))
      if bench.model.parameters != states.last { states.append(bench.model.parameters) }
    }
    #expect(states.count > 60)
    for state in states.reversed().dropFirst() {
      bench.press(.character("u"))
      #expect(bench.model.parameters == state)
    }
    #expect(!bench.model.edits.canUndo)
    for state in states.dropFirst() {
      bench.press(.control("r"))
      #expect(bench.model.parameters == state)
    }
    #expect(!bench.model.edits.canRedo)
  }

  @Test func aNewEditForgetsWhatWasUndone() {
    var bench = Bench()
    bench.press(.enter, .character("+"), .character("u"), .character("-"))
    #expect(!bench.model.edits.canRedo)
  }

  @Test func aHeldStepperStopsAtTheEnds() {
    var bench = Bench()
    bench.press(.enter)
    bench.run("kappa", "990")
    for _ in 0..<100 { bench.press(.character("+")) }
    #expect(bench.model.parameters.relatedness.kappa == Parameters.maximumKappa)
    for _ in 0..<400 { bench.press(.character("-")) }
    #expect(bench.model.parameters.relatedness.kappa == 0)
    bench.press(.character("u"))
    #expect(bench.model.parameters.relatedness.kappa == Parameters.maximumKappa)
    bench.press(.character("u"))
    #expect(
      bench.model.parameters.relatedness.kappa == 990, "steps that changed nothing are no edits")
  }

  @Test func halfLifeGoesFromNoneToDaysAndBack() {
    var parameters = Parameters()
    parameters.step(.halfLife, -1)
    #expect(parameters.halfLife == 365)
    parameters.step(.halfLife, 1)
    #expect(parameters.halfLife == nil)
    for _ in 0..<50 { parameters.step(.halfLife, -1) }
    #expect(parameters.halfLife == 1)
  }

  @Test func valuesCanBeTyped() {
    var bench = Bench()
    bench.press(.enter, .character("p"), .down, .down, .character("="))
    bench.type("2.5")
    bench.press(.enter)
    #expect(bench.model.parameters.relatedness.kappa == 2.5)
    bench.run("metric", "cos")
    #expect(bench.model.parameters.relatedness.metric == .cosine)
    bench.run("half-life", "30 d")
    #expect(bench.model.parameters.halfLife == 30)
    bench.run("half-life", "none")
    #expect(bench.model.parameters.halfLife == nil)
  }

  @Test(arguments: [
    ("metric", "euclid"), ("metric", ""), ("kappa", "-1"), ("kappa", "many"), ("metric", "co"),
    ("half-life", "0"), ("list-length", "0"), ("mode", "sometimes"), ("neighbours", "nan"),
  ])
  func impossibleValuesAreRefusedWithTheReason(_ name: String, _ value: String) {
    var bench = Bench()
    bench.press(.enter)
    let before = bench.model.parameters
    bench.run(name, value)
    #expect(bench.model.parameters == before)
    #expect(bench.model.notice?.isProblem == true)
    #expect(bench.model.notice?.text.contains("is not") == true)
  }

  @Test func parametersThatDoNotMatterAskNothingAnew() {
    var bench = Bench(holdsWork: true)
    bench.finishAll()
    bench.press(.character("3"), .enter)
    bench.finishAll()
    bench.run("method", "bestsellers")
    bench.finishAll()
    bench.run("kappa", "3")
    #expect(bench.waiting.isEmpty, "bestsellers know no κ")
    bench.run("method", "related-items")
    #expect(!bench.waiting.isEmpty)
  }

  @Test func theListFollowsTheParametersAndMatchesTheLibrary() throws {
    var bench = Bench()
    bench.press(.enter)
    let analysis = try #require(bench.model.workspace?.analysis)
    for metric in Metric.allCases {
      bench.run("metric", metric.rawValue)
      bench.run("list-length", "7")
      let expected = analysis.coPurchases.related(
        to: 8, by: bench.model.parameters.relatedness, limit: 7)
      let source = try #require(bench.model.scene(0)?.source)
      #expect(source.subjects.map(Array.init) == expected.map(\.item), "\(metric)")
      let scores = try #require(source.column("score"))
      for (row, related) in expected.enumerated() {
        #expect(scores.values.number(row) == related.score)
      }
    }
  }
}
