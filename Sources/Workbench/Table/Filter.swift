/// What `f` was given: terms that a row must all meet.
///
/// `lamp` stands in any text column; `-lamp` stands in none; `price>5`, `buyers >= 100`,
/// `brand=acme`, `title~lamp`, `category!=toys` look at one column; quotes hold words together.
struct Filter: Equatable, Sendable {
  enum Comparison: String, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case differs = "!="
    case above = ">"
    case below = "<"
    case equals = "="
    case contains = "~"
  }

  enum Term: Equatable, Sendable {
    case text(String, excluded: Bool)
    case number(column: String, Comparison, Double)
    case words(column: String, Comparison, String)
  }

  /// Why a filter cannot be used, in words for the status line.
  struct Problem: Error, Equatable {
    let message: String
  }

  var terms: [Term] = []

  /// Reads `text` against the columns it may name.
  init(_ text: String, columns: [TableColumn]) throws(Problem) {
    var tokens = Filter.tokens(of: text)[...]
    while let token = tokens.popFirst() {
      switch token {
      case .quoted(let words):
        terms.append(.text(words, excluded: false))
      case .comparison(let comparison):
        throw Problem(message: "nothing stands before “\(comparison.rawValue)”")
      case .word(let word):
        guard case .comparison(let comparison)? = tokens.first else {
          let excluded = word.count > 1 && word.hasPrefix("-")
          terms.append(.text(excluded ? String(word.dropFirst()) : word, excluded: excluded))
          continue
        }
        tokens.removeFirst()
        terms.append(try Filter.term(word, comparison, tokens.popFirst(), columns))
      }
    }
  }

  private static func term(
    _ name: String, _ comparison: Comparison, _ value: Token?, _ columns: [TableColumn]
  ) throws(Problem) -> Term {
    let wanted = name.lowercased()
    guard
      let column = columns.first(where: { $0.id == wanted || $0.title.lowercased() == wanted })
    else {
      let names = columns.map(\.id).joined(separator: ", ")
      throw Problem(message: "no column “\(name)”; there are \(names)")
    }
    let text: String
    switch value {
    case .word(let word)?, .quoted(let word)?: text = word
    case .comparison?, nil:
      throw Problem(message: "nothing stands after “\(name)\(comparison.rawValue)”")
    }
    if column.values.isText { return .words(column: column.id, comparison, text) }
    if comparison == .contains {
      throw Problem(message: "“\(column.id)” holds numbers; ~ is for text")
    }
    guard let number = Filter.number(text, column.format) else {
      let expected = column.format == .date ? "a date such as 2011-12-09" : "a number"
      throw Problem(message: "“\(text)” is not \(expected), which “\(column.id)” needs")
    }
    return .number(column: column.id, comparison, number)
  }
}
