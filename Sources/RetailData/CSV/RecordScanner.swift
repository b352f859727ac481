/// Cuts bytes into the records and fields of RFC 4180.
///
/// Lines end with LF or CRLF; the last one need not. A field may be quoted as a whole; inside the
/// quotes commas, line ends and doubled quotes are text. Empty lines are no records. What the
/// RFC does not allow (a quote inside an unquoted field, text behind a closing quote, a lone
/// carriage return, a quote that never closes) is malformed; scanning goes on with the next line.
///
/// A record depends only on the byte where it starts, which lets a file be scanned in chunks.
struct RecordScanner {
  private let base: UnsafePointer<UInt8>
  /// Where the text ends.
  let end: Int
  /// Where the next record starts.
  var position: Int

  /// No field is longer: beyond it a closing quote is missing, and the search for it ends.
  static let longestField = 1 << 20

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
    // An empty buffer has no address, and with `end` 0 the pointer is never followed.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    end = bytes.count
    self.position = position
  }

  enum Outcome {
    /// A record of this many fields, of which no more than fit were stored.
    case record(fields: Int)
    case malformed(Malformation)
    case end
  }

  /// Reads the next record. `fields` takes its first fields.
  @inline(__always)
  mutating func next(into fields: UnsafeMutableBufferPointer<FieldRange>) -> Outcome {
    while position < end, isEmptyLine() {}
    if position >= end { return .end }
    var count = 0
    while true {
      let start = position
      var field: FieldRange
      if start < end, base[start] == .quote {
        switch quotedField() {
        case .success(let range): field = range
        case .failure(let malformation): return .malformed(malformation)
        }
      } else {
        skipPlainText()
        field = FieldRange(start: start, end: position)
      }
      let byte: UInt8 = position < end ? base[position] : .lineFeed
      if count < fields.count { fields[count] = field }
      count += 1
      if byte == .comma {
        position += 1
      } else if byte == .lineFeed {
        position += 1
        return .record(fields: count)
      } else if byte == .carriageReturn, position + 1 >= end || base[position + 1] == .lineFeed {
        position += 2
        return .record(fields: count)
      } else {
        return .malformed(misplaced(byte))
      }
    }
  }

  /// To the next byte that means something.
  @inline(__always)
  private mutating func skipPlainText() {
    var place = position
    while place < end {
      let byte = base[place]
      // The four bytes that matter are all at most 44.
      if byte <= .comma,
        byte == .comma || byte == .lineFeed || byte == .carriageReturn || byte == .quote
      {
        break
      }
      place += 1
    }
    position = place
  }

  private mutating func isEmptyLine() -> Bool {
    if base[position] == .lineFeed {
      position += 1
      return true
    }
    if base[position] == .carriageReturn, position + 1 < end, base[position + 1] == .lineFeed {
      position += 2
      return true
    }
    return false
  }

  /// Reads a quoted field; `position` ends behind its closing quote.
  private mutating func quotedField() -> Result<FieldRange, Malformation> {
    let opening = position
    let limit = Swift.min(end, opening + Self.longestField)
    var place = opening + 1
    var doubled = false
    while place < limit {
      if base[place] != .quote {
        place += 1
      } else if place + 1 < end, base[place + 1] == .quote {
        doubled = true
        place += 2
      } else {
        position = place + 1
        if position < end, !isDelimiter(base[position]) {
          let problem = Malformation(kind: .textAfterQuote, position: position)
          skipLine()
          return .failure(problem)
        }
        return .success(
          FieldRange(start: opening + 1, end: place, isQuoted: true, hasDoubledQuotes: doubled))
      }
    }
    skipLine()
    return .failure(Malformation(kind: .unclosedQuote, position: opening))
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == .comma || byte == .lineFeed || byte == .carriageReturn
  }

  private mutating func misplaced(_ byte: UInt8) -> Malformation {
    let problem = Malformation(
      kind: byte == .quote ? .quoteInPlainField : .loneCarriageReturn, position: position)
    skipLine()
    return problem
  }

  /// Behind the next line feed.
  mutating func skipLine() {
    while position < end, base[position] != .lineFeed { position += 1 }
    position = Swift.min(position + 1, end)
  }
}

/// Where a field's text stands in the file, without the quotes around it.
struct FieldRange {
  var start: Int
  var end: Int
  var isQuoted = false
  /// Two quotes stand for one.
  var hasDoubledQuotes = false
}

/// What RFC 4180 does not allow, and the byte where it shows.
struct Malformation: Error {
  enum Kind {
    case quoteInPlainField, textAfterQuote, unclosedQuote, loneCarriageReturn
  }

  let kind: Kind
  let position: Int
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
