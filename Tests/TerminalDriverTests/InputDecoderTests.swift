import TerminalUI
import TestSupport
import Testing

@testable import TerminalDriver

@Suite struct InputDecoderTests {
  private let now = ContinuousClock.now

  /// All events of some input, with the pause after it.
  private func events(_ text: String) -> [Event] {
    var decoder = InputDecoder()
    let first = decoder.feed(Array(text.utf8), at: now)
    return first + decoder.flush(at: now)
  }

  private func keys(_ text: String) -> [Key] {
    events(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("é", .character("é")), ("日", .character("日")),
    ("👨‍👩‍👧‍👦", .character("👨‍👩‍👧‍👦")), (" ", .character(" ")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7f}", .backspace), ("\u{8}", .backspace),
    ("\u{1b}", .escape), ("\u{1}", .control("a")), ("\u{1a}", .control("z")),
    ("\u{0}", .control("@")), ("\u{1f}", .control("_")),
    ("\u{1b}[A", .up), ("\u{1b}OA", .up), ("\u{1b}[B", .down), ("\u{1b}[C", .right),
    ("\u{1b}[D", .left), ("\u{1b}[H", .home), ("\u{1b}OH", .home), ("\u{1b}[1~", .home),
    ("\u{1b}[7~", .home), ("\u{1b}[F", .end), ("\u{1b}[4~", .end), ("\u{1b}[8~", .end),
    ("\u{1b}[2~", .insert), ("\u{1b}[3~", .delete), ("\u{1b}[5~", .pageUp),
    ("\u{1b}[6~", .pageDown), ("\u{1b}[Z", .backTab), ("\u{1b}[6;5~", .pageDown),
    ("\u{1b}OP", .function(1)), ("\u{1b}[11~", .function(1)), ("\u{1b}[[A", .function(1)),
    ("\u{1b}[15~", .function(5)), ("\u{1b}[[E", .function(5)), ("\u{1b}[17~", .function(6)),
    ("\u{1b}[21~", .function(10)), ("\u{1b}[23~", .function(11)), ("\u{1b}[24~", .function(12)),
    ("\u{1b}[1;2P", .function(1)), ("\u{1b}[24;2~", .function(12)),
    ("\u{1b}[1;5D", .alt("b")), ("\u{1b}[1;3C", .alt("f")), ("\u{1b}[1;2A", .up),
    ("\u{1b}Oc", .alt("f")), ("\u{1b}[3;5~", .alt("d")), ("\u{1b}x", .alt("x")),
    ("\u{1b}é", .alt("é")), ("\u{1b}\u{7f}", .control("w")), ("\u{1b}[", .alt("[")),
    ("\u{1b}O", .alt("O")), ("\u{1b}OM", .enter), ("\u{1b}Ow", .character("7")),
    ("\u{1b}[97;5u", .control("a")), ("\u{1b}[9;2u", .backTab), ("\u{1b}[27u", .escape),
  ])
  func oneKey(input: String, key: Key) {
    #expect(events(input) == [.key(key)])
  }

  @Test func keysInOneBatchComeInOrder() {
    #expect(
      keys("jé\u{1b}[A\u{1b}OB\rq\u{4}")
        == [.character("j"), .character("é"), .up, .down, .enter, .character("q"), .control("d")])
    #expect(keys("\u{1b}\u{1b}[A") == [.escape, .up])
    #expect(keys("\u{1b}\u{1b}") == [.escape, .escape])
  }

  @Test func sequencesMayComeInPieces() {
    for whole in ["\u{1b}[1;5D", "日", "👍", "\u{1b}[<0;5;7M", "\u{1b}OA", "\u{1b}é"] {
      let bytes = Array(whole.utf8)
      for cut in 1..<bytes.count {
        var decoder = InputDecoder()
        let begun = decoder.feed(bytes[..<cut], at: now)
        #expect(begun.isEmpty && decoder.isPending)
        let ended = decoder.feed(bytes[cut...], at: now)
        #expect(ended == events(whole))
        #expect(!decoder.isPending)
      }
    }
  }

  /// Answers of the terminal and keys nobody knows are swallowed whole.
  @Test(arguments: [
    "\u{1b}[?1;2c", "\u{1b}[999~", "\u{1b}]11;rgb:0000/0000/0000\u{7}",
    "\u{1b}]11;rgb:0/0/0\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}[I", "\u{1b}[24;80t",
    "\u{1b}[<0;5;7m", "\u{1b}[<35;5;7M", "\u{1b}[<2;1;1M", "\u{1b}[?2026;2$y", "\u{1b}[12;",
    "\u{85}",
  ])
  func swallowed(input: String) {
    #expect(events(input) == [])
    var decoder = InputDecoder()
    var all = decoder.feed(Array(input.utf8), at: now) + decoder.flush(at: now)
    all += decoder.feed(Array("q".utf8), at: now)
    #expect(all == [.key(.character("q"))])
  }

  @Test(arguments: [
    ("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}", Theme.light),
    ("\u{1b}]11;rgb:0000/0000/0000\u{1b}\\", .dark), ("\u{1b}]11;rgb:f/f/0\u{7}", .light),
    ("\u{1b}]11;rgb:1e/1e/2e\u{7}", .dark), ("\u{1b}]11;rgb:fdf6/e3e3/d5d5\u{1b}\\", .light),
  ])
  func theTerminalSaysItsBackground(answer: String, theme: Theme) {
    let bytes = Array(answer.utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<cut], at: now) + decoder.feed(bytes[cut...], at: now)
      #expect(events.isEmpty && !decoder.isPending)
      #expect(decoder.background?.theme == theme)
    }
  }

  @Test(arguments: [
    "]11;rgb:", "]11;rgb:1/2", "]11;rgb:12345/0/0", "]11;rgb:x/0/0", "]10;rgb:0/0/0",
  ])
  func whatIsNoBackground(answer: String) {
    #expect(BackgroundColor(answer: answer.utf8) == nil)
  }

  @Test func invalidBytesAreDropped() {
    let cases: [[UInt8]] = [
      [0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80, 0x80],
      [0xe3, 0x81], [0xf0, 0x9f], [0xfe, 0xff, 0xe9],
    ]
    for bytes in cases {
      var decoder = InputDecoder()
      var all = decoder.feed(bytes, at: now)
      all += decoder.feed(Array("ok".utf8), at: now)
      all += decoder.flush(at: now)
      #expect(all == [.key(.character("o")), .key(.character("k"))])
    }
  }

  @Test func mousePressesAndWheel() {
    var decoder = InputDecoder()
    func mouse(_ text: String, after milliseconds: Int) -> [Event] {
      decoder.feed(Array(text.utf8), at: now + .milliseconds(milliseconds))
    }
    let point = Point(column: 4, row: 6)
    #expect(mouse("\u{1b}[<0;5;7M\u{1b}[<0;5;7m", after: 0) == [.mouse(Mouse(.press, at: point))])
    #expect(mouse("\u{1b}[<0;5;7M", after: 300) == [.mouse(Mouse(.doublePress, at: point))])
    #expect(mouse("\u{1b}[<0;5;7M", after: 400) == [.mouse(Mouse(.press, at: point))])
    #expect(mouse("\u{1b}[<0;5;7M", after: 900) == [.mouse(Mouse(.press, at: point))])
    #expect(
      mouse("\u{1b}[<0;6;7M", after: 901)
        == [.mouse(Mouse(.press, at: Point(column: 5, row: 6)))])
    #expect(
      mouse("\u{1b}[<64;1;1M\u{1b}[<65;1;1M", after: 950)
        == [
          .mouse(Mouse(.wheelUp, at: Point(column: 0, row: 0))),
          .mouse(Mouse(.wheelDown, at: Point(column: 0, row: 0))),
        ])
    // The older form, for terminals without the other.
    #expect(mouse("\u{1b}[M %'", after: 2000) == [.mouse(Mouse(.press, at: point))])
    #expect(mouse("\u{1b}[M#%'", after: 2001) == [])
  }

  @Test func pastesAreOneEvent() {
    let paste = "\u{1b}[200~one\r\ntwo\rthree\u{1b}[A\u{3}\u{1b}[201~"
    #expect(
      events("a" + paste + "b") == [
        .key(.character("a")), .paste("one\ntwo\nthree\u{1b}[A\u{3}"), .key(.character("b")),
      ])
    #expect(events("\u{1b}[200~\u{1b}[201~") == [.paste("")])
  }

  @Test func pastesMayBeCutAnywhere() {
    let bytes = Array("\u{1b}[200~x\u{1b}[20y 日本\u{1b}[201~q".utf8)
    for cut in 1..<bytes.count {
      var decoder = InputDecoder()
      let all = decoder.feed(bytes[..<cut], at: now) + decoder.feed(bytes[cut...], at: now)
      #expect(all == [.paste("x\u{1b}[20y 日本"), .key(.character("q"))])
    }
  }

  @Test func anUnfinishedPasteIsDeliveredAfterAWhile() {
    var decoder = InputDecoder()
    let begun = decoder.feed(Array("\u{1b}[200~half\u{1b}[2".utf8), at: now)
    #expect(begun.isEmpty && decoder.patience > .milliseconds(500))
    let ended = decoder.flush(at: now)
    #expect(ended == [.paste("half\u{1b}[2")])
    #expect(!decoder.isPending)
  }

  /// Whatever comes, in whatever pieces: no trap, nothing left over, and the next key works.
  @Test func randomBytesAreHarmless() {
    var random = SeededGenerator(seed: 21)
    let likely: [UInt8] = Array("\u{1b}\u{1b}[O<;0123456789~MmAHu?$P]\\\u{7}M".utf8)
    for _ in 0..<3000 {
      var decoder = InputDecoder()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
          Bool.random(using: &random)
            ? likely[Int.random(in: 0..<likely.count, using: &random)]
            : UInt8.random(in: .min ... .max, using: &random)
        }
        _ = decoder.feed(bytes, at: now)
      }
      _ = decoder.flush(at: now)
      #expect(!decoder.isPending)
      let next = decoder.feed(Array("q".utf8), at: now)
      #expect(next == [.key(.character("q"))])
    }
  }

  /// Cutting input into pieces changes nothing, as long as they follow each other at once.
  @Test func piecesMakeNoDifference() {
    var random = SeededGenerator(seed: 22)
    let parts = [
      "a", "\u{1b}[A", "é", "日", "\u{1b}[<0;3;4M", "\u{1b}[200~p\r\u{1b}[201~", "\u{1b}x", "\r",
    ]
    for _ in 0..<500 {
      let text = (0..<6).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
      let bytes = Array(text.joined().utf8)
      var whole = InputDecoder()
      var pieces = InputDecoder()
      let cut = Int.random(in: 0...bytes.count, using: &random)
      let expected = whole.feed(bytes, at: now)
      let inPieces = pieces.feed(bytes[..<cut], at: now) + pieces.feed(bytes[cut...], at: now)
      #expect(inPieces == expected)
    }
  }
}
