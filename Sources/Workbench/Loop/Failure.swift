import RetailData

/// Something that went wrong, for a person: what happened, where, what to do.
struct Failure: Error, Sendable, Hashable {
  var happened: String
  /// A file, with line and column where known.
  var place: String?
  var advice: String?

  init(_ happened: String, place: String? = nil, advice: String? = nil) {
    self.happened = happened
    self.place = place
    self.advice = advice
  }

  /// What any error means to the analyst.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure:
      self = failure
    case let problem as DataProblem:
      var place = problem.file
      if let line = problem.line { place += ":\(line)" }
      if problem.line != nil, let column = problem.column { place += ":\(column)" }
      self.init(
        "found \(problem.found), expected \(problem.expected)", place: place,
        advice: problem.advice)
    case let problem as Filter.Problem:
      self.init(problem.message)
    default:
      self.init(String(describing: error))
    }
  }

  /// On one line.
  var summary: String {
    [place, happened, advice].compactMap(\.self).joined(separator: ": ")
  }
}
