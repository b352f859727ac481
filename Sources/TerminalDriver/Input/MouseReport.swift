import TerminalUI

/// A mouse button's press or release as the terminal tells it, counted from 0.
struct MouseReport: Equatable {
  /// xterm's code: 0–2 buttons, 64 and 65 the wheel; 4, 8, 16 modifiers; 32 motion.
  var button: Int
  var column: Int
  var row: Int
  var isRelease: Bool

  init(button: Int, column: Int, row: Int, isRelease: Bool) {
    self.button = button
    self.column = column
    self.row = row
    self.isRelease = isRelease
  }

  /// From the numbers of an SGR report: Esc [ < button ; column ; row, then M or m.
  init?(sgr numbers: [Int], final: UInt8) {
    guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else {
      return nil
    }
    self.init(
      button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1,
      isRelease: final == UInt8(ascii: "m"))
  }
}

/// Tells double presses from single ones.
struct PressCounter {
  /// Two presses of the same cell within this time are a double press.
  private static let interval = Duration.milliseconds(400)

  private var last: (at: Point, time: ContinuousClock.Instant)?

  /// The event a report makes; nil for releases, motion and buttons that mean nothing here.
  mutating func mouse(_ report: MouseReport, at time: ContinuousClock.Instant) -> Mouse? {
    guard !report.isRelease, report.column >= 0, report.row >= 0 else { return nil }
    let point = Point(column: report.column, row: report.row)
    switch report.button & ~0b11100 {
    case 64: return Mouse(.wheelUp, at: point)
    case 65: return Mouse(.wheelDown, at: point)
    case 0:
      if let previous = last, previous.at == point, time - previous.time <= Self.interval {
        last = nil
        return Mouse(.doublePress, at: point)
      }
      last = (point, time)
      return Mouse(.press, at: point)
    default: return nil
    }
  }
}
