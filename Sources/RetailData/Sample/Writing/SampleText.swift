/// CSV rows as bytes. Numbers come as whole numbers of some small unit, so that what is written is
/// exact and the same everywhere.
struct SampleText {
  private(set) var bytes: [UInt8] = []
  private var isRowStart = true

  init(header: String) {
    bytes.append(contentsOf: header.utf8)
    endRow()
  }

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isRowStart = true
  }

  /// A text field, quoted where RFC 4180 asks for it.
  mutating func text(_ value: String) {
    separate()
    let isPlain = value.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte >= 32
    }
    if isPlain {
      bytes.append(contentsOf: value.utf8)
    } else {
      bytes.append(UInt8(ascii: "\""))
      for byte in value.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  mutating func empty() { separate() }

  mutating func integer(_ value: Int) {
    separate()
    digits(value, width: 1)
  }

  /// `prefix` and a number filled with zeros on the left: `C00042`. `number` counts from 0, the id
  /// from 1.
  mutating func id(_ form: IDForm, _ number: Int) {
    separate()
    bytes.append(form.prefix)
    digits(number + 1, width: form.width)
  }

  /// `value` units of 10^-places, without trailing zeros: `decimal(1250, places: 3)` is `1.25`.
  mutating func decimal(_ value: Int, places: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    digits(abs(value) / unit, width: 1)
    var fraction = abs(value) % unit
    var width = places
    if fraction == 0 { return }
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    bytes.append(UInt8(ascii: "."))
    digits(fraction, width: width)
  }

  /// Money with two places: `money(cents: 250)` is `2.50`.
  mutating func money(cents: Int) {
    separate()
    digits(cents / 100, width: 1)
    bytes.append(UInt8(ascii: "."))
    digits(cents % 100, width: 2)
  }

  /// Seconds since 1970 as `2025-03-01T09:05:00Z`. `date` is the day's ten bytes.
  mutating func time(_ seconds: UInt32, date: ArraySlice<UInt8>) {
    separate()
    let second = Int(seconds % 86_400)
    bytes.append(contentsOf: date)
    bytes.append(UInt8(ascii: "T"))
    digits(second / 3600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    digits(second / 60 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    digits(second % 60, width: 2)
    bytes.append(UInt8(ascii: "Z"))
  }

  private mutating func separate() {
    if isRowStart { isRowStart = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func digits(_ value: Int, width: Int) {
    var unit = 1
    var count = 1
    while count < width || value / unit >= 10 {
      unit *= 10
      count += 1
    }
    var rest = value
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}

/// How numbers become names: a letter and zero-padded digits.
struct IDForm {
  let prefix: UInt8
  let width: Int

  /// Wide enough for `count` things, and at least four digits.
  init(_ prefix: Unicode.Scalar, count: Int) {
    self.prefix = UInt8(ascii: prefix)
    width = max(4, String(count).count)
  }
}
