import CNcurses
import TerminalUI

/// Knows, for every style, the attributes and the colour pair ncurses shall use. The pairs are
/// made once, one a role.
struct Pen {
  private var attributes: [attr_t] = []
  private var pairs: [Int16] = []

  /// Makes the colour pairs; after `start_color`, where the depth is more than none.
  init(theme: Theme, depth: ColorDepth) {
    for role in Role.allCases {
      let look = theme.look(of: role, depth: depth)
      var pair: Int16 = 0
      if look.foreground != nil || look.background != nil {
        pair = Int16(role.rawValue) + 1
        init_pair(
          pair, look.foreground.map(Int16.init) ?? -1, look.background.map(Int16.init) ?? -1)
      }
      pairs.append(pair)
      for extra in 0..<4 {
        var set = look.attributes
        if extra & 1 != 0 { set.insert(.bold) }
        if extra & 2 != 0 { set.insert(.underline) }
        attributes.append(nc_attributes(Int32(set.rawValue)))
      }
    }
  }

  func pair(_ style: Style) -> Int16 { pairs[Int(style.role.rawValue)] }

  func attributes(_ style: Style) -> attr_t {
    attributes[Int(style.role.rawValue) * 4 + (style.bold ? 1 : 0) + (style.underline ? 2 : 0)]
  }

  /// The colours a terminal of the described kind can show.
  static func depth(colors: Int32) -> ColorDepth {
    switch colors {
    case 256...: .palette256
    case 16...: .sixteen
    case 8...: .eight
    default: .none
    }
  }
}
