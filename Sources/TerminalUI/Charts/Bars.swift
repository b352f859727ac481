/// A horizontal bar: `fraction` (0 to 1) of `width` cells filled, the rest track.
///
/// It never lies at the ends: something more than nothing shows at least the smallest step, and
/// only a fraction of 1 or more fills the bar. Not a number draws an empty bar.
public func bar(fraction: Double, width: Int, glyphs: Glyphs) -> String {
  guard width > 0 else { return "" }
  let steps = glyphs.barCells.count
  let whole = width * steps
  var filled = 0
  if fraction >= 1 {
    filled = whole
  } else if fraction > 0 {
    filled = min(whole - 1, max(1, Int(fraction * Double(whole) + 0.5)))
  }
  var cells = String(repeating: glyphs.barCells[steps - 1], count: filled / steps)
  if filled % steps > 0 { cells.append(glyphs.barCells[filled % steps - 1]) }
  return cells + String(repeating: glyphs.barTrack, count: width - cells.count)
}

/// A chart one cell high, `width` cells wide, the latest value at the right. Heights are relative
/// to the largest value, from 0; negative values are drawn as 0. More values than cells are
/// averaged in equal groups; fewer leave blanks at the left. A value that is not finite is blank.
public func sparkline(_ values: [Double], width: Int, glyphs: Glyphs) -> String {
  guard width > 0 else { return "" }
  let shown = values.count > width ? averaged(values, into: width) : values
  let top = shown.filter(\.isFinite).max() ?? 0
  let levels = glyphs.sparkLevels
  let marks = shown.map { value -> Character in
    guard value.isFinite else { return " " }
    guard value > 0, top > 0 else { return levels[0] }
    return levels[min(levels.count - 1, Int(value / top * Double(levels.count)))]
  }
  return String(repeating: " ", count: width - marks.count) + String(marks)
}

/// Means of consecutive groups of nearly equal size; groups without a finite value are NaN.
private func averaged(_ values: [Double], into groups: Int) -> [Double] {
  (0..<groups).map { group in
    let range = group * values.count / groups..<(group + 1) * values.count / groups
    let finite = values[range].filter(\.isFinite)
    return finite.isEmpty ? .nan : finite.reduce(0, +) / Double(finite.count)
  }
}
