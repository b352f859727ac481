import Recommendations
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// Learned methods: they learn in the background, when they are asked to, and say how far they are.
struct LearningTests {
  /// On the first customer's page, everything known that needs no learning.
  private func bench() -> Bench {
    var bench = Bench()
    bench.press(.character("3"), .enter)
    bench.holdsWork = true
    return bench
  }

  private func trainings(_ bench: Bench) -> [(id: WorkID, training: Training)] {
    bench.waiting.compactMap { id, work in
      if case .learn(let training, _) = work { (id, training) } else { nil }
    }
  }

  @Test func choosingAMethodLetsItLearn() throws {
    var bench = bench()
    bench.run("method", "linear-autoencoder")
    let work = try #require(trainings(bench).first)
    #expect(trainings(bench).count == 1 && work.training.method == .linearAutoencoder)
    #expect(bench.text().contains("linear-autoencoder is learning…"))
    bench.send(
      .progress(
        work.id,
        WorkProgress(stage: "fitting linear-autoencoder", done: 3, total: 4, unit: "tiles")))
    #expect(bench.text().contains("fitting linear-autoencoder: 75 %"))
    #expect(bench.model.isLearning)
    bench.finishAll()
    #expect(bench.model.scene(1)?.isCurrent == true)
    // Its score adds up from purchases, and the pane beside it says so.
    #expect(bench.text().contains("by learned weights"))
    #expect((bench.model.scene(2)?.count ?? 0) > 0)
    // Once is enough.
    bench.press(.escape, .down, .enter)
    #expect(trainings(bench).isEmpty)
    bench.finishAll()
    #expect(bench.model.scene(1)?.isCurrent == true)
  }

  @Test func passingByAMethodLetsNothingLearn() {
    var bench = bench()
    bench.run("method", "factorization")
    #expect(trainings(bench).map(\.training.method) == [.factorization])
    bench.run("method", "related-items")
    #expect(trainings(bench).isEmpty)
    bench.finishAll()
    #expect(bench.model.scene(1)?.isCurrent == true)
  }

  @Test func learningIsStoppedAndTriedAgain() {
    var bench = bench()
    bench.run("method", "factorization")
    bench.press(.character("x"))
    #expect(trainings(bench).isEmpty)
    #expect(bench.text().contains("stopped before factorization had learned; L tries again"))
    bench.press(.character("L"))
    #expect(trainings(bench).map(\.training.method) == [.factorization])
    bench.finishAll()
    #expect(bench.model.scene(1)?.isCurrent == true)
  }

  @Test func sideBySideEachLearnsWhenTold() throws {
    var bench = bench()
    bench.press(.character("m"))
    bench.finishAll()
    #expect(trainings(bench).isEmpty)
    let place = try #require(Method.allCases.firstIndex(of: .linearAutoencoder))
    while bench.model.page.focus != place { bench.press(.right) }
    #expect(bench.text().contains("linear-autoencoder has yet to learn:"))
    bench.press(.character("L"))
    #expect(trainings(bench).map(\.training.method) == [.linearAutoencoder])
    bench.finishAll()
    #expect(bench.model.scene(place)?.isCurrent == true)
    #expect((bench.model.scene(place)?.count ?? 0) > 0)
  }

  @Test func whereAllAreComparedAllLearnWhenTold() throws {
    var bench = bench()
    bench.press(.character("m"), .character("a"))
    bench.finishAll()
    #expect(trainings(bench).isEmpty && bench.text().contains("yet to learn, L lets them: "))
    bench.press(.character("L"))
    #expect(bench.text().contains("learning: ") && bench.model.trainingsToAskFor.isEmpty)
    var methods: [Recommendations.Method] = []
    while let work = trainings(bench).first, methods.count < 10 {
      #expect(trainings(bench).count == 1)
      methods.append(work.training.method)
      bench.drop(work.id)
      bench.send(.finished(work.id, .failed(Failure(TrainingProblem.tooShort(methods[0])))))
    }
    #expect(methods == Method.allCases.filter(\.isLearned))
    #expect(bench.text().contains("yet to learn, L lets them: "))
  }

  @Test func whatCannotBeLearnedSaysWhy() throws {
    var bench = bench()
    bench.run("method", "autoencoder")
    let work = try #require(trainings(bench).first)
    bench.drop(work.id)
    bench.send(.finished(work.id, .failed(Failure(TrainingProblem.tooShort(.autoencoder)))))
    #expect(bench.text().contains("autoencoder: found nobody who bought in the last two"))
    #expect(trainings(bench).isEmpty)
  }
}
