/// The signs a screen is drawn with: Unicode, or ASCII for terminals and locales without it.
/// Each is one cell wide.
public struct Glyphs: Hashable, Sendable {
  /// A cell of a bar filled by 1/n … n/n, from the left.
  public var barCells: [Character]
  /// A cell of a bar with nothing in it.
  public var barTrack: Character
  /// Heights of a sparkline, low to high.
  public var sparkLevels: [Character]
  public var horizontal: Character
  public var vertical: Character
  /// A branch whose children are shown; whose children are hidden; one without children.
  public var treeOpen: Character
  public var treeClosed: Character
  public var treeLeaf: Character
  public var sortDescending: Character
  public var sortAscending: Character
  public var ellipsis: Character
  /// Stands left of the selected row.
  public var selection: Character
  public var bullet: Character
  /// Between the parts of a breadcrumb.
  public var breadcrumb: Character
  /// Between facts on one line.
  public var separator: Character
  /// A value that is missing.
  public var missing: Character
  /// Up, down and unchanged, beside a difference.
  public var up: Character
  public var down: Character
  public var same: Character
  public var times: Character
  public var check: Character
  public var warning: Character
  public var enter: Character
  /// Around a value that can be changed.
  public var fieldLeft: Character
  public var fieldRight: Character
  /// Frames of a sign that something runs.
  public var spinner: [Character]
  /// Whether charts may be drawn with Braille dots.
  public var hasBraille: Bool

  public static let unicode = Glyphs(
    barCells: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], barTrack: "░",
    sparkLevels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    horizontal: "─", vertical: "│", treeOpen: "▾", treeClosed: "▸", treeLeaf: "·",
    sortDescending: "▼", sortAscending: "▲", ellipsis: "…", selection: "▌", bullet: "▪",
    breadcrumb: "▸", separator: "·", missing: "–", up: "▲", down: "▼", same: "=", times: "×",
    check: "✓", warning: "!", enter: "↵", fieldLeft: "‹", fieldRight: "›",
    spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"], hasBraille: true)

  public static let ascii = Glyphs(
    barCells: ["#"], barTrack: ".", sparkLevels: ["_", ".", ":", "-", "=", "+", "*", "#"],
    horizontal: "-", vertical: "|", treeOpen: "-", treeClosed: "+", treeLeaf: ".",
    sortDescending: "v", sortAscending: "^", ellipsis: "~", selection: ">", bullet: "*",
    breadcrumb: ">", separator: "-", missing: "-", up: "+", down: "-", same: "=", times: "x",
    check: "*", warning: "!", enter: "^", fieldLeft: "<", fieldRight: ">",
    spinner: ["|", "/", "-", "\\"], hasBraille: false)
}
