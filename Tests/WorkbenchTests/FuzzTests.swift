import TerminalUI
import TestSupport
import Testing

@testable import Workbench

/// Random hands on the keyboard: whatever is pressed, the screen has the size asked for, every
/// selection is on a row that exists, and nothing crashes.
struct FuzzTests {
  private static let keys: [Key] =
    CommandTable.all.flatMap(\.keys).filter { $0 != .character("q") && $0 != .control("c") }
    + [.enter, .escape, .backspace, .tab, .delete, .function(5), .alt("x"), .insert]
    + "abI1> =5,\"é漢".map { Key.character($0) }

  @Test(arguments: 0..<12)
  func anySequenceKeepsTheInvariants(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Every third one on a shop that is planned for.
    var bench =
      seed % 3 == 0 ? Bench.planning(Bench.small, byHand: true) : Bench(Bench.small)
    var size = Bench.small
    for step in 0..<400 {
      bench.holdsWork = Int.random(in: 0..<3, using: &generator) == 0
      switch Int.random(in: 0..<20, using: &generator) {
      case 0:
        size = Size(
          columns: Int.random(in: 1...200, using: &generator),
          rows: Int.random(in: 1...60, using: &generator))
        bench.send(.event(.resize(size)))
      case 1, 2:
        let actions: [Mouse.Action] = [.press, .doublePress, .wheelUp, .wheelDown]
        let point = Point(
          column: Int.random(in: -1...size.columns, using: &generator),
          row: Int.random(in: -1...size.rows, using: &generator))
        bench.send(
          .event(.mouse(Mouse(actions.randomElement(using: &generator) ?? .press, at: point))))
      case 3:
        bench.send(.event(.paste("lamp\n\u{1b}[31m漢字")))
      case 4 where !bench.waiting.isEmpty:
        bench.finish(Int.random(in: 0..<bench.waiting.count, using: &generator))
      default:
        bench.press(Self.keys.randomElement(using: &generator) ?? .down)
      }
      check(bench, size, "seed \(seed), step \(step)")
    }
    bench.finishAll()
    check(bench, size, "seed \(seed), at the end")
  }

  private func check(_ bench: Bench, _ size: Size, _ place: String) {
    let model = bench.model
    #expect(view(model, glyphs: .unicode).size == size, "\(place)")
    #expect(model.page.tables.isEmpty || model.page.tables.indices.contains(model.page.focus))
    for table in model.page.tables.indices {
      guard let scene = model.scene(table) else { continue }
      let state = scene.state
      #expect(
        scene.count == 0 || !scene.isCurrent || state.selection < scene.count, "\(place)")
      #expect(state.selection >= 0 && state.top >= 0, "\(place)")
    }
    for (key, label) in model.footer { #expect(!key.isEmpty && !label.isEmpty) }
  }
}
