/// Copying through the terminal itself (OSC 52), which works over ssh too.
enum Clipboard {
  /// What to write so that the terminal copies `text`. Inside tmux and screen it is also passed
  /// through to the terminal around them, should they not take it themselves.
  static func sequence(copying text: String, inTmux: Bool, inScreen: Bool) -> String {
    let plain = "\u{1b}]52;c;\(base64(Array(text.utf8)))\u{07}"
    if inTmux {
      let doubled = plain.map { $0 == "\u{1b}" ? "\u{1b}\u{1b}" : String($0) }.joined()
      return plain + "\u{1b}Ptmux;\(doubled)\u{1b}\\"
    }
    return inScreen ? "\u{1b}P\(plain)\u{1b}\\" : plain
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let missing = 3 - group.count
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * missing)
      for position in 0..<4 {
        let sextet = bits >> (18 - 6 * position) & 0x3f
        result.append(position > 3 - missing ? UInt8(ascii: "=") : alphabet[sextet])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
