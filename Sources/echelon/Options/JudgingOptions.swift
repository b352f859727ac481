import ArgumentParser
import Recommendations

/// How recommenders are to be judged.
struct JudgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Methods to judge, by comma; bestsellers and own-favourites always run. (default: all)",
      discussion: Method.allCases.map(\.rawValue).joined(separator: ", "), valueName: "names"),
    transform: Self.methods(named:))
  var methods = Method.allCases

  @Option(parsing: .unconditional, help: "Windows to judge in, counted back from the latest day.")
  var windows = EvaluationOptions().windows

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Days of one window.", valueName: "days"))
  var windowDays = EvaluationOptions().windowDays

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Leave out so many windows at the end: to choose parameters on those before, and judge them "
        + "on these.", valueName: "windows"))
  var skip = EvaluationOptions().skipped

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Recommendations that count: the 6 of hit@6.", valueName: "count"))
  var top = EvaluationOptions().top

  @Option(
    help: ArgumentHelp(
      "Give every other method's difference from this one, with its paired interval.",
      valueName: "method"))
  var against = Method.bestsellers

  @Flag(help: "Every window for itself, beside all of them together.")
  var byWindow = false

  func validate() throws {
    if methods.isEmpty { throw ValidationError("--methods names no method.") }
    for (name, value, range) in [
      ("--windows", windows, 1...100), ("--window-days", windowDays, 1...366),
      ("--skip", skip, 0...100), ("--top", top, 1...1_000),
    ] where !range.contains(value) {
      throw ValidationError(
        "\(name) is \(value), but must be from \(range.lowerBound) to \(range.upperBound).")
    }
  }

  /// The ones judged, with the one that the others are compared with.
  var contenders: [Method] { methods + [against] }

  private static func methods(named text: String) throws -> [Method] {
    try text.split(separator: ",").map { name in
      let name = name.filter { $0 != " " }
      guard let method = Method(rawValue: name) else {
        let all = Method.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no method '\(name)'; there are \(all)")
      }
      return method
    }
  }
}
