import TerminalUI
import Testing

@testable import Workbench

/// Results that come late, or for something nobody asks about any more.
struct StaleResultTests {
  @Test func aResultNobodyWaitsForIsIgnored() {
    var bench = Bench()
    bench.press(.enter)
    let before = bench.text()
    for id in 0...bench.model.lastWork + 3 {
      bench.send(.finished(id, .failed(Failure("late"))))
      bench.send(.finished(id, .answered(["late"])))
    }
    #expect(bench.text() == before)
  }

  @Test func newerWorkMakesOlderStale() {
    var bench = Bench()
    bench.press(.enter)
    bench.holdsWork = true
    let first = bench.text()
    bench.run("kappa", "100")
    let old = bench.waiting
    #expect(!old.isEmpty)
    #expect(bench.model.scene(0)?.isCurrent == false, "the old list is shown, as stale")
    bench.run("kappa", "1000")
    #expect(bench.waiting.allSatisfy { new in !old.contains { $0.id == new.id } })
    for (id, _) in old { bench.send(.finished(id, .failed(Failure("superseded")))) }
    #expect(bench.model.scene(0)?.isCurrent == false)
    bench.finishAll()
    #expect(bench.model.scene(0)?.isCurrent == true)
    #expect(bench.text() != first)
    bench.run("kappa", "10")
    #expect(bench.model.scene(0)?.isCurrent == true, "an answer known already shows at once")
  }

  @Test func anotherItemsFiguresAreNeverShown() {
    var bench = Bench()
    bench.press(.enter)
    bench.holdsWork = true
    bench.press(.enter)
    #expect(bench.model.scene(0) == nil)
    #expect(bench.text().contains("computing…"))
  }

  @Test func staleRowsAreDimmed() {
    var bench = Bench(Bench.small)
    bench.press(.enter)
    bench.holdsWork = true
    bench.run("kappa", "77")
    let grid = view(bench.model, glyphs: .unicode)
    #expect(grid[30, 6].style.role == .stale)
    bench.finishAll()
    #expect(view(bench.model, glyphs: .unicode)[30, 6].style.role == .normal)
  }

  @Test func workThatIsNotWantedAnyMoreIsCancelled() {
    var bench = Bench(Bench.small, holdsWork: true)
    bench.finishAll()
    bench.press(.enter)
    #expect(bench.waiting.count >= 2)
    bench.press(.escape, .character("3"), .character("1"))
    #expect(
      bench.waiting.allSatisfy { id, work in
        if case .answer(let question, _) = work { question.base is OverviewQuestion } else { true }
      })
  }

  @Test func aFailedQuestionSaysSoAndTheRestGoesOn() {
    var bench = Bench(Bench.small)
    bench.holdsWork = true
    bench.press(.enter)
    while let (id, _) = bench.waiting.first {
      bench.send(.finished(id, .failed(Failure("out of memory"))))
      bench.drop(id)
    }
    #expect(bench.text().contains("out of memory"))
    bench.holdsWork = false
    bench.press(.escape, .down, .down, .down, .enter)
    #expect(!bench.text().contains("out of memory"))
  }

  @Test func theIndexStopsAndGoesOn() {
    var bench = Bench(holdsWork: true)
    while bench.model.workspace?.analysis == nil { bench.finish(0) }
    #expect(bench.model.isRelating)
    #expect(bench.text().contains("x stops"))
    bench.press(.character("x"))
    #expect(!bench.model.isRelating)
    bench.finishAll()
    #expect(bench.model.workspace?.analysis?.index == nil)
    bench.press(.enter)
    bench.finishAll()
    #expect(bench.model.scene(0)?.isCurrent == true, "lists are counted when asked for")
    bench.run("relate")
    bench.finishAll()
    #expect(bench.model.workspace?.analysis?.index != nil)
  }

  @Test func loadingCanBeQuit() {
    var bench = Bench(holdsWork: true)
    bench.press(.character("q"))
    #expect(bench.told.contains { if case .quit = $0 { true } else { false } })
  }

  @Test func aFailedOpeningIsTriedAgain() {
    var bench = Bench(holdsWork: true)
    bench.send(.finished(bench.waiting[0].id, .failed(Failure("disk on fire"))))
    #expect(bench.text().contains("disk on fire"))
    bench.press(.character("r"))
    bench.finishAll()
    #expect(bench.text().contains("I108"))
  }
}
