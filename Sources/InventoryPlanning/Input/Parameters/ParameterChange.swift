/// What a typed value asks for.
enum ParameterChange: Equatable {
  case set(ParameterValue)
  case multiply(Double)
  case add(Double)

  /// Why a text is no value.
  enum Failure: Error, Equatable {
    case notANumber
    /// It is a number, or a word, that the parameter does not take.
    case outside
    /// A minus sign before a number where nothing is below 0.
    case negative
    /// A share without a sign.
    case unsignedShare
  }

  /// Reads `12`, `*1.1`, `+5`, `+10%`, `-10%`, `none`, `inf`, or a word of a choice. A share of 1
  /// may be written `95%`.
  static func parse(_ text: String, in domain: ParameterDomain) throws(Failure)
    -> ParameterChange
  {
    let text = text.trimmingBlanks
    guard case .number(let numbers) = domain else {
      if case .choice(let words) = domain, words.contains(String(text)) {
        return .set(.word(String(text)))
      }
      throw .outside
    }
    if text == "none" {
      if numbers.absence == nil { throw .outside }
      return .set(.absent)
    }
    if text == "inf" { return .set(.number(.infinity)) }
    if text.hasSuffix("%") { return try share(text.dropLast(), in: numbers) }
    guard let first = text.first else { throw .notANumber }
    switch first {
    case "*":
      let factor = try number(text.dropFirst())
      if factor < 0 { throw .negative }
      return .multiply(factor)
    case "+": return .add(try number(text.dropFirst()))
    case "-" where numbers.low >= 0:
      // -0 is 0.
      if try number(text) == 0 { return .set(.number(0)) }
      throw .negative
    default: return .set(.number(try number(text)))
    }
  }

  private static func share(_ text: Substring, in domain: NumberDomain) throws(Failure)
    -> ParameterChange
  {
    let value = try number(text) / 100
    if text.hasPrefix("+") || text.hasPrefix("-") { return .multiply(1 + value) }
    if domain == .target { return .set(.number(value)) }
    throw .unsignedShare
  }

  private static func number(_ text: Substring) throws(Failure) -> Double {
    guard let value = PlainNumber.parse(text) else { throw .notANumber }
    return value
  }

  /// What `old` becomes; nil where the change means nothing for it: a share of no limit.
  func applied(to old: ParameterValue) -> ParameterValue? {
    switch (self, old) {
    case (.set(let value), _): value
    case (.multiply(let factor), .number(let number)) where number.isFinite:
      .number(number * factor)
    case (.add(let more), .number(let number)) where number.isFinite: .number(number + more)
    default: nil
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
