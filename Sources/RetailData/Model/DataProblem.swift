/// Something wrong in the analyst's files: where, what was found, what was expected, what to do.
public struct DataProblem: Error, Sendable, Equatable {
  /// Path as the analyst would type it.
  public var file: String
  /// 1-based; nil where the problem is the file as a whole.
  public var line: Int?
  /// 1-based byte column in the line; nil where unknown.
  public var column: Int?
  public var found: String
  public var expected: String
  public var advice: String

  public init(
    file: String, line: Int? = nil, column: Int? = nil, found: String, expected: String,
    advice: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
    self.advice = advice
  }
}

extension DataProblem: CustomStringConvertible {
  /// `purchases.csv:12:31`, as far as it is known.
  public var place: String {
    var place = file
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    return place
  }

  /// "found "2011-02-30", expected a date …; <advice>".
  public var explanation: String { "found \(found), expected \(expected); \(advice)" }

  /// `purchases.csv:12:31: found "2011-02-30", expected a date …; <advice>`
  public var description: String { "\(place): \(explanation)" }
}
