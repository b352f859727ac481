import RetailData

/// A path that has been understood: which parameter, of which rows.
struct ParameterPath {
  let text: String
  let kind: ParameterKind
  /// One for each id of the path; nil for `*`.
  let ids: [Int?]

  /// - Parameter text: Such as `facility.LDN1.storage_l`, with `*` for all of a kind. Ids may
  ///   contain points; the longest known one counts.
  init(_ text: String, names: PlanNames) throws(ParameterError) {
    self.text = text
    guard let point = text.firstIndex(of: "."), let last = text.lastIndex(of: ".") else {
      (kind, ids) = (try Self.setting(text), [])
      return
    }
    let word = String(text[..<point])
    let kinds = ParameterKind.all.filter { $0.group.word == word }
    if kinds.isEmpty { throw Self.unknownWord(word, in: text) }
    let field = String(text[text.index(after: last)...])
    let named = kinds.filter { $0.field == field }
    guard point < last, !named.isEmpty else {
      throw .unknownField(field, of: String(text[..<last]), known: kinds)
    }
    let middle = text[text.index(after: point)..<last]
    var failure: Mismatch?
    for kind in named {
      switch Self.match(middle, kind.group.parts[...], names) {
      case .success(let ids):
        (self.kind, self.ids) = (kind, ids)
        return
      case .failure(let mismatch):
        // What came furthest is what was meant.
        if let best = failure, best.partsLeft <= mismatch.partsLeft { continue }
        failure = mismatch
      }
    }
    throw .unknownName(failure ?? Mismatch(partsLeft: 0, text: middle, part: nil), in: text, names)
  }

  /// The rows that the path names, at least one.
  func rows(_ input: PlanInput, _ names: PlanNames) throws(ParameterError) -> [Int] {
    let rows = kind.group.rows(matching: ids, input, names)
    if rows.isEmpty { throw .noRow(self) }
    return rows
  }

  private static func setting(_ text: String) throws(ParameterError) -> ParameterKind {
    if let kind = ParameterKind.plan.first(where: { $0.field == text }) { return kind }
    throw unknownWord(text, in: text)
  }

  private static func unknownWord(_ word: String, in text: String) -> ParameterError {
    let fields = ParameterKind.plan.map(\.field)
    var groups: [String] = []
    for group in ParameterGroup.allCases where group != .plan && !groups.contains(group.word) {
      groups.append(group.word)
    }
    return .unknownWord(word, in: text, known: groups + fields)
  }

  /// Where the text between first word and field stops making sense.
  struct Mismatch: Error {
    var partsLeft: Int
    var text: Substring
    var part: PathPart?
  }

  /// The ids that `text` writes one after the other, the longest known first.
  private static func match(
    _ text: Substring, _ parts: ArraySlice<PathPart>, _ names: PlanNames
  ) -> Result<[Int?], Mismatch> {
    guard let part = parts.first else { return .success([]) }
    let rest = parts.dropFirst()
    var failure = Mismatch(partsLeft: parts.count, text: text, part: part)
    if rest.isEmpty {
      guard let found = part.number(of: text, names) else { return .failure(failure) }
      return .success(found)
    }
    var end = text.endIndex
    while let point = text[..<end].lastIndex(of: ".") {
      end = point
      guard let found = part.number(of: text[..<point], names) else { continue }
      switch match(text[text.index(after: point)...], rest, names) {
      case .success(let ids): return .success(found + ids)
      case .failure(let deeper):
        if deeper.partsLeft < failure.partsLeft { failure = deeper }
      }
    }
    return .failure(failure)
  }
}

extension PathPart {
  /// The id that `text` writes, as a list of one (nil for all); an empty list for a word that is
  /// there, nil for what is not known.
  fileprivate func number(of text: Substring, _ names: PlanNames) -> [Int?]? {
    switch self {
    case .word(let word): return text == word ? [] : nil
    case .id(let thing):
      if text == "*" { return [nil] }
      return thing.names(in: names).number(of: String(text)).map { [$0] }
    }
  }
}
