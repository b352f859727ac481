import TerminalUI

/// Turns the bytes a terminal sends into events. A pure value: bytes and times go in.
///
/// It understands what xterm, its many kin, rxvt, the Linux console, tmux and screen send. What
/// it does not understand it swallows whole, so that no half of an escape sequence is ever taken
/// for keys. Bytes that are not UTF-8 are dropped.
struct InputDecoder {
  private var pending: [UInt8] = []
  private var paste: [UInt8]?
  private var presses = PressCounter()
  /// What the terminal last said about its background.
  private(set) var background: BackgroundColor?

  /// Whether more bytes are needed to know what the last ones mean.
  var isPending: Bool { !pending.isEmpty || paste != nil }

  /// How long to wait for those bytes before `flush`: an escape sequence arrives at once, a paste
  /// may be slow.
  var patience: Duration { paste == nil ? .milliseconds(25) : .seconds(1) }

  /// Takes what was read at `time`.
  mutating func feed(_ bytes: some Collection<UInt8>, at time: ContinuousClock.Instant) -> [Event] {
    pending.append(contentsOf: bytes)
    return drain(at: time, isComplete: false)
  }

  /// Nothing more came in time: a lone Esc is the Esc key, an unfinished paste is all of it.
  mutating func flush(at time: ContinuousClock.Instant) -> [Event] {
    var events: [Event] = []
    if let bytes = paste {
      paste = nil
      events.append(.paste(Self.text(bytes + pending)))
      pending = []
    }
    return events + drain(at: time, isComplete: true)
  }

  private mutating func drain(at time: ContinuousClock.Instant, isComplete: Bool) -> [Event] {
    var events: [Event] = []
    var index = 0
    loop: while index < pending.count {
      if paste != nil {
        guard let end = takePaste(from: index) else { return events }
        events.append(.paste(Self.text(paste ?? [])))
        paste = nil
        index = end
        continue
      }
      if pending[index] != 0x1b {
        let end = pending[index...].firstIndex(of: 0x1b) ?? pending.count
        let run = TextRun(pending[index..<end], isComplete: isComplete || end < pending.count)
        events += run.keys.map(Event.key)
        index += run.length
        if index < end { break loop }
        continue
      }
      switch EscapeSequence.parse(pending[index...], isComplete: isComplete) {
      case .incomplete:
        break loop
      case .key(let key, let length):
        if let key { events.append(.key(key)) }
        index += length
      case .mouse(let report, let length):
        if let mouse = presses.mouse(report, at: time) { events.append(.mouse(mouse)) }
        index += length
      case .pasteStart(let length):
        paste = []
        index += length
      case .background(let color, let length):
        background = color
        index += length
      }
    }
    pending.removeFirst(index)
    return events
  }

  /// Moves bytes from `pending` to the paste, up to its end mark. Returns the index after the
  /// mark; nil where the mark has not come yet.
  private mutating func takePaste(from start: Int) -> Int? {
    let mark = EscapeSequence.pasteEnd
    var index = start
    while let escape = pending[index...].firstIndex(of: 0x1b) {
      let candidate = pending[escape...].prefix(mark.count)
      if candidate.elementsEqual(mark) {
        paste?.append(contentsOf: pending[start..<escape])
        return escape + mark.count
      }
      if mark.starts(with: candidate) {
        paste?.append(contentsOf: pending[start..<escape])
        pending.removeFirst(escape)
        return nil
      }
      index = escape + 1
    }
    paste?.append(contentsOf: pending[start...])
    pending = []
    return nil
  }

  /// Pasted text with the line ends terminals make of it turned back, and broken UTF-8 repaired.
  private static func text(_ bytes: [UInt8]) -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0a, index > 0, bytes[index - 1] == 0x0d { continue }
      lines.append(byte == 0x0d ? 0x0a : byte)
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
