/// Rows of CSV as bytes, quoted where RFC 4180 asks for it.
struct CSVOutput {
  private(set) var bytes: [UInt8] = []
  private var isRowStarted = false

  init(header: [String]) {
    for name in header { field(name) }
    endRow()
  }

  /// Rows that follow those of `text`.
  init(following text: UnsafeBufferPointer<UInt8>) {
    bytes = Array(text)
    if let last = bytes.last, last != .lineFeed { bytes.append(.lineFeed) }
  }

  mutating func field(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    let needsQuotes = text.contains {
      $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
    }
    if !needsQuotes {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(.quote)
    for byte in text {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }

  mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field($0) }
  }

  /// As `2011-02-28T08:26:00Z`.
  mutating func field(_ time: Timestamp) {
    separate()
    let date = CalendarDate(day: time.day)
    let second = Int(time.seconds) % 86_400
    digits(date.year, 4, then: "-")
    digits(date.month, 2, then: "-")
    digits(date.day, 2, then: "T")
    digits(second / 3_600, 2, then: ":")
    digits(second / 60 % 60, 2, then: ":")
    digits(second % 60, 2, then: "Z")
  }

  mutating func endRow() {
    bytes.append(.lineFeed)
    isRowStarted = false
  }

  private mutating func separate() {
    if isRowStarted { bytes.append(.comma) }
    isRowStarted = true
  }

  private mutating func digits(_ number: Int, _ width: Int, then mark: Unicode.Scalar) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
    bytes.append(UInt8(ascii: mark))
  }
}
