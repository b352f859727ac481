import Foundation
import RetailData
import ScenarioStore
import TerminalUI

@testable import Workbench

/// The workbench without a terminal or threads: events go in, work is done at once or when the
/// test says so, and the screen is text.
struct Bench {
  private(set) var model: Model
  /// Effects that are no work, in order: what the terminal would be told.
  private(set) var told: [Effect] = []
  /// Work that was started and is not done yet, when it is held back.
  fileprivate(set) var waiting: [(id: WorkID, work: Work)] = []
  /// Solves that were told to stop, and still have to say so.
  private var stopping: Set<WorkID> = []
  var holdsWork = false
  /// Whether what solves on lets go only when it is finished by hand; otherwise it does at once.
  var holdsRefinements = false
  /// Whether exports are written; otherwise they only seem to be.
  var writesFiles = false
  /// Whether plans are drawn up by hand, in an instant and the same whatever the solver does;
  /// otherwise they are solved.
  fileprivate(set) var plansByHand = false
  private let worker: Worker

  /// When everything happens: 15 March 2024, 9:26:53.
  static let moment = Date(timeIntervalSince1970: 1_710_494_813)

  static let wide = Size(columns: 120, rows: 40)
  static let small = Size(columns: 80, rows: 24)

  init(
    _ size: Size = Bench.wide, remembered: SessionRecord? = nil, holdsWork: Bool = false,
    scenarios: ScenarioStore? = nil, replay: [String] = [],
    open: @escaping @Sendable (WorkContext) throws -> Dataset = { _ in Fixture.shop }
  ) {
    worker = Worker(scenarios: scenarios, clock: { Bench.moment }, open: open)
    model = Model(
      size: size, dataName: "corner-shop", dataKey: "/data/corner-shop", remembered: remembered)
    model.replay = Replay(replay)
    self.holdsWork = holdsWork
    perform(model.start())
  }

  mutating func send(_ message: Message) {
    perform(update(&model, message))
  }

  mutating func press(_ keys: Key...) {
    for key in keys { send(.event(.key(key))) }
  }

  /// Types characters one by one.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Runs a command by name, as a replayed log would.
  mutating func run(_ name: String, _ argument: String? = nil) {
    send(.command(name: name, argument: argument))
  }

  /// Changes the model as a key of a page would.
  mutating func change(_ edit: (inout Model) -> Void) {
    model.notice = nil
    edit(&model)
    perform(model.settle())
  }

  /// Does one piece of the work held back.
  mutating func finish(_ index: Int) {
    let (id, work) = waiting.remove(at: index)
    if case .export(let export) = work, !writesFiles {
      send(.finished(id, .exported(path: export.path, rows: 0)))
      return
    }
    if case .solve(let job) = work, plansByHand {
      if stopping.remove(id) == nil { send(.planning(id, .figures(PlanFixture.drawnUp(job)))) }
      send(.finished(id, .cancelled))
      return
    }
    if case .simulate(let job) = work {
      let result = Result { try SimulationFixture.drawnUp(job) }
      switch result {
      case .success(let simulated): send(.finished(id, .simulated(simulated)))
      case .failure(let error): send(.finished(id, .failed(Failure(error))))
      }
      return
    }
    if case .solve(let job) = work {
      let end = Result { try PlanFixture.end(of: job) }
      let isStopped = stopping.remove(id) != nil
      send(.finished(id, isStopped ? .cancelled : outcome(of: end)))
      return
    }
    send(.finished(id, worker.outcome(of: work, WorkContext(threads: 1))))
  }

  mutating func finishAll() {
    while !waiting.isEmpty { finish(0) }
  }

  func text(_ glyphs: Glyphs = .unicode) -> String { view(model, glyphs: glyphs).text }

  var lines: [String] {
    text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The rows of the table in front, as their source numbers.
  var rows: [Int] {
    guard let scene = model.scene(model.page.focus) else { return [] }
    return (0..<scene.count).map { scene.row($0) }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .start(let id, let work):
        waiting.append((id, work))
      case .cancel(let id):
        switch waiting.first(where: { $0.id == id })?.work {
        // It has to let go first, as on a thread.
        case .solve: stopping.insert(id)
        case .refine where !holdsRefinements:
          drop(id)
          send(.finished(id, .cancelled))
        case .refine: break
        default: drop(id)
        }
      case .copy, .setTheme, .saveSession, .redraw, .suspend, .quit:
        told.append(effect)
      }
    }
    if !holdsWork { finishAll() }
  }
}

extension Bench {
  /// Forgets a piece of work held back: the test has said what came of it.
  mutating func drop(_ id: WorkID) {
    waiting.removeAll { $0.id == id }
  }
}

extension Bench {
  /// On a shop that can be planned for.
  static func planning(
    _ size: Size = Bench.wide, holdsWork: Bool = false, byHand: Bool = false,
    remembered: SessionRecord? = nil, scenarios: ScenarioStore? = nil, replay: [String] = []
  ) -> Bench {
    var bench = Bench(
      size, remembered: remembered, holdsWork: true, scenarios: scenarios, replay: replay
    ) { _ in PlanFixture.shop }
    bench.plansByHand = byHand
    bench.holdsWork = holdsWork
    if !holdsWork { bench.finishAll() }
    return bench
  }

  /// The solves that are held back.
  var solves: [PlanJob] {
    waiting.compactMap { if case .solve(let job) = $0.work { job } else { nil } }
  }

  /// What is held back of solving on.
  var refinements: [PlanJob] {
    waiting.compactMap { if case .refine(let job) = $0.work { job } else { nil } }
  }

  /// Lets the first solve that is held back say something.
  mutating func tell(_ news: PlanNews) {
    if let id = solves.first?.id { send(.planning(id, news)) }
  }
}

private func outcome(of end: Result<PlanEnd, any Error>) -> Outcome {
  switch end {
  case .success(let end): .solved(end)
  case .failure(let error): .failed(Failure(error))
  }
}
