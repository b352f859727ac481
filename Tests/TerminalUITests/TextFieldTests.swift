import TestSupport
import Testing

@testable import TerminalUI

@Suite struct TextFieldTests {
  private func field(_ text: String, _ keys: Key...) -> TextField {
    var field = TextField(text)
    for key in keys {
      let isHandled = field.handle(key)
      #expect(isHandled)
    }
    return field
  }

  @Test func insertsAndDeletes() {
    #expect(field("ab", .left, .character("x")).text == "axb")
    #expect(field("ab", .backspace).text == "a")
    #expect(field("ab", .home, .delete).text == "b")
    #expect(field("ab", .home, .backspace).text == "ab")
    #expect(field("ab", .delete).text == "ab")
    #expect(field("", .backspace, .delete, .left, .right).text == "")
  }

  @Test func movesAndCutsByLineAndWord() {
    #expect(field("one two", .control("u")).text == "")
    #expect(field("one two", .control("a"), .control("k")).text == "")
    #expect(field("one two", .control("w")).text == "one ")
    #expect(field("one two ", .control("w"), .control("w")).text == "")
    #expect(field("one two", .alt("b"), .character("x")).text == "one xtwo")
    #expect(field("one two", .home, .alt("f"), .character("x")).text == "onex two")
    #expect(field("one two", .home, .alt("d")).text == " two")
    #expect(field("one two", .control("a"), .control("e")).cursor == 7)
  }

  @Test func graphemesAreOneStep() {
    #expect(field("e\u{301}🇩🇪", .backspace).text == "e\u{301}")
    #expect(field("e\u{301}", .left).cursor == 0)
    #expect(field("e", .character("\u{301}")).text == "e\u{301}")
    #expect(field("e", .character("\u{301}")).cursor == 1)
  }

  @Test func pastesBecomeOneLine() {
    var field = TextField()
    field.insert("a\nb\tc\u{1b}d\r\ne")
    #expect(field.text == "a b cd e")
    #expect(field.cursor == field.text.count)
  }

  @Test func unknownKeysAreLeftToTheCaller() {
    var field = TextField("a")
    for key in [Key.enter, .escape, .tab, .up, .function(3), .control("r")] {
      let isHandled = field.handle(key)
      #expect(!isHandled)
    }
    #expect(field == TextField("a"))
  }

  @Test func scrollsToTheCursor() {
    #expect(TextField("abcdef").visible(width: 4) == ("def", 3))
    #expect(field("abcdef", .home).visible(width: 4) == ("abcd", 0))
    #expect(TextField("日本語").visible(width: 4) == ("語", 2))
    #expect(TextField("ab").visible(width: 10) == ("ab", 2))
    #expect(TextField("ab").visible(width: 0) == ("", 0))
  }

  /// Against an array and an index edited step by step.
  @Test func agreesWithASimpleModel() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var field = TextField()
      var model: [Character] = []
      var at = 0
      for _ in 0..<60 {
        switch Int.random(in: 0...5, using: &random) {
        case 0, 1, 2:
          let letter = Character(["a", "日", " ", "é"][Int.random(in: 0...3, using: &random)])
          _ = field.handle(.character(letter))
          model.insert(letter, at: at)
          at += 1
        case 3:
          _ = field.handle(.backspace)
          if at > 0 {
            at -= 1
            model.remove(at: at)
          }
        case 4:
          _ = field.handle(.left)
          at = max(0, at - 1)
        default:
          _ = field.handle(.right)
          at = min(model.count, at + 1)
        }
        #expect(field.text == String(model))
        #expect(field.cursor == at)
        let shown = field.visible(width: 7)
        #expect(TextWidth.width(of: shown.text) <= 7)
        #expect(shown.cursor < 7)
      }
    }
  }
}
