/// Something wrong in a row, by its byte in the file: the line is counted only if someone asks.
struct RowProblem: Error {
  let position: Int
  let found: String
  let expected: String
  let advice: String

  init(position: Int, found: String, expected: String, advice: String) {
    self.position = position
    self.found = found
    self.expected = expected
    self.advice = advice
  }

  init(_ malformation: Malformation) {
    position = malformation.position
    switch malformation.kind {
    case .quoteInPlainField:
      found = "a quote inside an unquoted field"
      expected = "a comma or the end of the line"
      advice = "put the whole field in quotes and double the quotes in it"
    case .textAfterQuote:
      found = "text behind a closing quote"
      expected = "a comma or the end of the line"
      advice = "double the quotes that belong to the text"
    case .unclosedQuote:
      found = "a quote that is never closed"
      expected = "a closing quote within 1 MiB"
      advice = "close the field with a quote, or double the quotes that belong to the text"
    case .loneCarriageReturn:
      found = "a carriage return without a line feed"
      expected = "lines that end with LF or CRLF"
      advice = "save the file with Unix or Windows line ends"
    }
  }

  /// A text from a file as a message may show it: in quotes, short, without control characters.
  static func quote(_ text: UnsafeBufferPointer<UInt8>) -> String {
    quote(String(decoding: text.prefix(256), as: UTF8.self))
  }

  static func quote(_ text: String) -> String {
    if text.isEmpty { return "nothing" }
    var shown = ""
    for (place, character) in text.enumerated() {
      if place == 40 {
        shown += "…"
        break
      }
      for scalar in character.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          shown += "\\u{\(String(scalar.value, radix: 16))}"
        default: shown.unicodeScalars.append(scalar)
        }
      }
    }
    return "\"\(shown)\""
  }
}
