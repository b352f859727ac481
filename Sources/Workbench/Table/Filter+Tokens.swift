import RetailData

extension Filter {
  enum Token: Equatable {
    case word(String)
    case quoted(String)
    case comparison(Comparison)
  }

  /// Cuts a filter into words, quoted phrases and comparison signs. A quote left open reaches to
  /// the end: a filter is used while it is being typed.
  static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" {
        let phrase = rest.dropFirst().prefix { $0 != "\"" }
        if !phrase.isEmpty { tokens.append(.quoted(String(phrase))) }
        rest = rest.dropFirst(phrase.count + 2)
      } else if let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) {
        tokens.append(.comparison(comparison))
        rest = rest.dropFirst(comparison.rawValue.count)
      } else {
        let word = rest.prefix { !$0.isWhitespace && !"<>=~\"".contains($0) && $0 != "!" }
        // A lone "!" is a word, not the start of a comparison.
        let taken = word.isEmpty ? rest.prefix(1) : word
        tokens.append(.word(String(taken)))
        rest = rest.dropFirst(taken.count)
      }
    }
    return tokens
  }

  /// A number, with or without thousands separators, or a date as days since 1970-01-01. A share
  /// that is shown in per cent may be typed so: `95%`.
  static func number(_ text: String, _ format: CellFormat) -> Double? {
    if format == .bar, text.hasSuffix("%") {
      return number(String(text.dropLast()), .figure).map { $0 / 100 }
    }
    guard format == .date else {
      return Double(text.filter { $0 != "," }).flatMap { $0.isNaN ? nil : $0 }
    }
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1970...2105).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return Double(CalendarDate(year: year, month: month, day: day).dayNumber)
  }
}
