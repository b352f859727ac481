import TerminalUI

/// The keys behind control sequences. Source: xterm's control sequences (ctlseqs), rxvt and
/// Linux console key tables.
enum KeyNames {
  /// Esc [ parameters final. The second parameter is 1 plus the modifiers: 1 Shift, 2 Alt,
  /// 4 Control.
  static func control(_ parameters: [Int], final: UInt8) -> Key? {
    let code = parameters.first ?? 0
    let modifiers = parameters.count > 1 ? max(0, parameters[1] - 1) : 0
    let isWordwise = modifiers & 0b110 != 0
    switch final {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): return .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): return .down
    case UInt8(ascii: "C"): return isWordwise ? .alt("f") : .right
    case UInt8(ascii: "D"): return isWordwise ? .alt("b") : .left
    case UInt8(ascii: "c"): return .right
    case UInt8(ascii: "d"): return .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P"): return .function(1)
    case UInt8(ascii: "Q"): return .function(2)
    case UInt8(ascii: "R"): return .function(3)
    case UInt8(ascii: "S"): return .function(4)
    case UInt8(ascii: "u"): return unicode(code, modifiers: modifiers)
    case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return numbered(code, isWordwise: isWordwise)
    default: return nil
    }
  }

  /// Esc O final: keys of the application keypad.
  static func singleShift(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "a"): return .up
    case UInt8(ascii: "b"): return .down
    // rxvt's Control-Right and Control-Left.
    case UInt8(ascii: "c"): return .alt("f")
    case UInt8(ascii: "d"): return .alt("b")
    // The keypad's signs and digits: * + , - . / 0 … 9.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .character(Character(Unicode.Scalar(final - 0x40)))
    default: return control([], final: final)
    }
  }

  /// Esc [ [ final: the Linux console's first function keys.
  static func linuxFunction(_ final: UInt8) -> Key? {
    (0x41...0x45).contains(final) ? .function(Int(final) - 0x40) : nil
  }

  private static func numbered(_ code: Int, isWordwise: Bool) -> Key? {
    switch code {
    case 1, 7: .home
    case 2: .insert
    case 3: isWordwise ? .alt("d") : .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    // The numbers leave gaps after F5 and F10.
    case 11...15: .function(code - 10)
    case 17...21: .function(code - 11)
    case 23, 24: .function(code - 12)
    default: nil
    }
  }

  /// Esc [ code ; modifiers u: a key named by its character (fixterms, Kitty).
  private static func unicode(_ code: Int, modifiers: Int) -> Key? {
    guard let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
    switch code {
    case 9: return modifiers & 1 != 0 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case ..<0x20, 0x80..<0xa0, 0xe000..<0xf900: return nil
    default:
      let character = Character(scalar)
      if modifiers & 4 != 0 { return .control(Character(character.lowercased())) }
      return modifiers & 2 != 0 ? .alt(character) : .character(character)
    }
  }
}
