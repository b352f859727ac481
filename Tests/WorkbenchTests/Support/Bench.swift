import RetailData
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
  var holdsWork = false
  /// Whether exports are written; otherwise they only seem to be.
  var writesFiles = false
  private let worker: Worker

  static let wide = Size(columns: 120, rows: 40)
  static let small = Size(columns: 80, rows: 24)

  init(
    _ size: Size = Bench.wide, remembered: SessionRecord? = nil, holdsWork: Bool = false,
    open: @escaping @Sendable (WorkContext) throws -> Dataset = { _ in Fixture.shop }
  ) {
    worker = Worker(open: open)
    model = Model(
      size: size, dataName: "corner-shop", dataKey: "/data/corner-shop", remembered: remembered)
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

  /// Does one piece of the work held back.
  mutating func finish(_ index: Int) {
    let (id, work) = waiting.remove(at: index)
    if case .export(let export) = work, !writesFiles {
      send(.finished(id, .exported(path: export.path, rows: 0)))
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
        waiting.removeAll { $0.id == id }
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
