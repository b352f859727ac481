extension TextWidth {
  public enum Alignment: Sendable { case left, right, center }

  /// The text, or its beginning and an ellipsis where it takes more than `width` cells. Never
  /// splits a grapheme, never wider than `width`.
  public static func truncate(
    _ text: some StringProtocol, to width: Int, ellipsis: Character = "…"
  ) -> String {
    if self.width(of: text) <= width { return String(text) }
    let mark = self.width(of: ellipsis)
    guard width >= mark else { return "" }
    var used = 0
    let kept = text.prefix { character in
      used += self.width(of: character)
      return used <= width - mark
    }
    return String(kept) + String(ellipsis)
  }

  /// The text, or an ellipsis and its end where it takes more than `width` cells: for paths and
  /// breadcrumbs, whose end says most.
  public static func truncateLeft(
    _ text: some StringProtocol, to width: Int, ellipsis: Character = "…"
  ) -> String {
    if self.width(of: text) <= width { return String(text) }
    let mark = self.width(of: ellipsis)
    guard width >= mark else { return "" }
    var used = 0
    var kept: [Character] = []
    for character in text.reversed() {
      used += self.width(of: character)
      if used > width - mark { break }
      kept.append(character)
    }
    return String(ellipsis) + String(kept.reversed())
  }

  /// The text in exactly `width` cells: filled up with blanks, or cut with an ellipsis.
  public static func pad(
    _ text: some StringProtocol, to width: Int, _ alignment: Alignment = .left,
    ellipsis: Character = "…"
  ) -> String {
    let fitted = truncate(text, to: width, ellipsis: ellipsis)
    let free = max(0, width - self.width(of: fitted))
    switch alignment {
    case .left: return fitted + blanks(free)
    case .right: return blanks(free) + fitted
    case .center: return blanks(free / 2) + fitted + blanks(free - free / 2)
    }
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}
