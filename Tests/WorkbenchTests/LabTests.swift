import Recommendations
import RetailData
import ScenarioStore
import TerminalUI
import Testing

@testable import Workbench

/// Judging recommenders on the lab screen.
struct LabTests {
  private static let sizes = [Bench.small, Bench.wide]
  private static let quick: Set<Recommendations.Method> = [.relatedItems, .similarCustomers]
  private let file = ScenarioFile()

  private func lab(_ size: Size = Bench.wide, holdsWork: Bool = false) -> Bench {
    var bench = Bench(size, holdsWork: true, scenarios: file.store)
    bench.finishAll()
    bench.holdsWork = holdsWork
    bench.press(.character("6"))
    bench.change { $0.lab.chosen = Self.quick }
    return bench
  }

  private func judged(_ size: Size = Bench.wide) -> Bench {
    var bench = lab(size)
    bench.press(.character("r"))
    return bench
  }

  @Test(arguments: sizes) func snapshots(_ size: Size) {
    let name = "\(size.columns)x\(size.rows)"
    expectSnapshot(lab(size).text(), "lab-empty-\(name)")
    var bench = judged(size)
    bench.press(.down, .down)
    expectSnapshot(bench.text(), "lab-\(name)")
    bench.press(.right, .enter)
    expectSnapshot(bench.text(), "lab-heavy-buyers-\(name)")
    bench.press(.escape, .down, .enter)
    expectSnapshot(bench.text(), "lab-due-dates-\(name)")
    bench.press(.escape, .down, .enter)
    expectSnapshot(bench.text(), "lab-evaluations-\(name)")
  }

  @Test func inASCII() {
    #expect(judged(Bench.small).text(.ascii).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func figuresAreThoseOfTheLibrary() throws {
    let bench = judged()
    let results = try #require(bench.model.lab.results)
    #expect(results.isComplete && !bench.model.isJudging)
    let evaluation = try Evaluation.run(
      on: Fixture.shop.purchases,
      contenders: results.contenders, options: results.options, work: WorkContext(threads: 1))
    for mode in Mode.allCases {
      for metric in EvaluationMetric.allCases {
        let standing = try #require(results.standing(LabView(mode: mode, metric: metric)))
        for contender in results.contenders.indices {
          #expect(
            standing.figures[contender]?.estimate == evaluation.estimate(contender, metric, mode))
        }
      }
    }
    let scene = try #require(bench.model.scene(LabPage.methods))
    let verdicts = try #require(scene.source.column("verdict"))
    let leaders = try #require(evaluation.leaders(.hit, .all))
    for (row, method) in LabPage.rows(bench.model).enumerated() {
      guard let contender = results.contender(method) else { continue }
      let text = verdicts.values.text(row)
      #expect((text == "best") == (contender == leaders.best))
      #expect((text == "no difference shown") == leaders.level.contains(contender))
    }
  }

  @Test func theWinnerIsUsedOnTheCustomersScreen() throws {
    var bench = judged()
    bench.press(.down)
    #expect(bench.model.selectedMethod == .ownFavourites)
    bench.press(.character("c"))
    #expect(bench.model.parameters.method == .ownFavourites)
    bench.press(.character("3"), .enter)
    #expect(bench.text().contains("own-favourites · all"))
    bench.press(.character("u"))
    #expect(bench.model.parameters.method == .relatedItems)
  }

  @Test func itIsKeptInTheFile() throws {
    var bench = judged()
    let kept = try #require(try file.store.evaluations().first?.evaluation)
    #expect(kept.fingerprint == Fixture.shop.fingerprint && kept.seed == 1)
    #expect(kept.parameters["windows"] == "4" && kept.parameters["window-days"] == "14")
    #expect(kept.results.count == 4 * Mode.allCases.count * 3)
    bench.press(.right, .down, .down, .enter, .enter)
    #expect(bench.model.page.place == .evaluation(1))
    #expect(bench.text().contains("ndcg@6"))
  }

  @Test func viewsAndWindowsTurn() throws {
    var bench = judged()
    bench.press(.character("m"), .character("t"), .character("w"))
    #expect(bench.model.lab.view == LabView(mode: .new, metric: .recall, window: 0))
    #expect(bench.text().contains("recall@6 · new · window 1 of 4 · 14 days"))
    bench.press(.character("w"), .character("w"), .character("w"), .character("w"))
    #expect(bench.model.lab.view.window == nil)
    bench.press(.character("+"), .character("+"), .character("-"))
    #expect(bench.model.lab.options.windows == 5)
    bench.run("lab.window-days", "7")
    #expect(bench.model.lab.options.windowDays == 7)
    bench.run("lab.window-days", "0")
    #expect(bench.model.notice?.isProblem == true)
  }

  @Test func methodsAreTakenInAndLeftOut() {
    var bench = lab()
    bench.press(.character(" "))
    #expect(bench.model.notice?.text.contains("always runs") == true)
    bench.press(.down, .down, .character(" "))
    #expect(bench.model.lab.chosen == [.similarCustomers])
    bench.press(.character("r"))
    #expect(
      bench.model.lab.results?.contenders.map(\.method)
        == [.bestsellers, .ownFavourites, .similarCustomers])
  }

  @Test func itCanBeStoppedAndLateResultsAreDropped() throws {
    var bench = lab(holdsWork: true)
    bench.press(.character("r"))
    let judging = try #require(
      bench.waiting.first { if case .judge = $0.work { true } else { false } })
    #expect(bench.model.isJudging)
    bench.press(.character("r"))
    #expect(bench.waiting.count { if case .judge = $0.work { true } else { false } } == 1)
    bench.press(.character("x"))
    #expect(!bench.model.isJudging && bench.model.lab.isStopped)
    guard case .judge(let job) = judging.work else { return }
    let evaluation = try Evaluation.run(
      on: job.dataset.purchases, contenders: job.contenders, options: job.options,
      work: WorkContext(threads: 1))
    bench.send(.judging(judging.id, LabResults(evaluation)))
    #expect(bench.model.lab.results == nil)
  }

  @Test func escStopsItAndThenGoesBack() {
    var bench = lab(holdsWork: true)
    bench.press(.character("r"))
    #expect(bench.text().contains("Esc stop"))
    bench.press(.escape)
    #expect(!bench.model.isJudging && bench.model.lab.isStopped && bench.model.page.place == .lab)
    #expect(bench.text().contains("r judge"))
  }

  @Test func theDifferenceFromTheBestHasItsInterval() throws {
    var bench = judged()
    let results = try #require(bench.model.lab.results)
    let standing = try #require(results.standing(LabView()))
    let best = try #require(standing.best)
    #expect(results.comparison(best, LabView()) == nil)
    for contender in results.contenders.indices where contender != best {
      let text = try #require(results.comparison(contender, LabView()))
      let difference = try #require(standing.figures[contender]?.fromBest)
      #expect(text.hasSuffix("no difference shown") == (difference.verdict != .worse))
      #expect(text.contains(NumberText.decimal(difference.value, places: 3)))
    }
    bench.press(.down, .down)
    #expect(bench.text().contains(", paired"))
  }

  @Test func methodsAreAligned() throws {
    var bench = lab()
    bench.press(.character("3"), .enter, .character("m"), .character("a"))
    guard case .aligned(let customer) = bench.model.page.place else {
      Issue.record("not the page")
      return
    }
    let source = try #require(bench.model.scene(0)?.source)
    let related = try #require(
      bench.model.answers.known(bench.model.recommendQuestion(customer, .relatedItems))?.value.list)
    let column = try #require(source.column("related-items"))
    for (place, one) in related.prefix(AlignedQuestion.places).enumerated() {
      let row = try #require((0..<source.rowCount).first { source.subject($0) == Int(one.item) })
      #expect(column.values.number(row) == Double(place + 1))
    }
    #expect(!bench.text().lowercased().contains("nan"))
  }

  @Test func dataTooShortToJudgeSaysSo() {
    var bench = lab()
    bench.run("lab.windows", "20")
    bench.press(.character("r"))
    #expect(bench.text().contains("the purchases span"))
    #expect(!bench.text().lowercased().contains("nan"))
  }
}
