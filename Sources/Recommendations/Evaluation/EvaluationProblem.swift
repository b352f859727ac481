/// Why recommenders cannot be judged on some purchases.
public enum EvaluationProblem: Error, Equatable, Sendable {
  case noPurchases
  /// The purchases span `days` days: windows of which only `fitting` have anything before them.
  case tooShort(days: Double, windows: Int, windowDays: Int, fitting: Int)
  /// Nobody who bought before a window bought in it.
  case nobodyReturns(windows: Int, windowDays: Int)
}

extension EvaluationProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noPurchases:
      return "there are no purchases to judge recommenders on"
    case .tooShort(let days, let windows, let windowDays, let fitting):
      let span = days < 1 ? "lie within one day" : "span \(Int(days)) days"
      let advice =
        fitting > 0
        ? "ask for \(fitting) \(fitting == 1 ? "window" : "windows"), or for shorter ones"
        : days < 1
          ? "there has to be something before a window" : "ask for fewer or shorter windows"
      return
        "the purchases \(span), but \(windows) \(windows == 1 ? "window" : "windows") of "
        + "\(windowDays) days need at least \(windows * windowDays) days; \(advice)"
    case .nobodyReturns(let windows, let windowDays):
      return
        "nobody bought in \(windows == 1 ? "the window" : "any of the \(windows) windows") of "
        + "\(windowDays) days who had bought before it: there is nothing to foretell"
    }
  }
}
