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
    help: ArgumentHelp("Recommendations that count: the 6 of hit@6.", valueName: "count"))
  var top = EvaluationOptions().top

  @Option(
    help: ArgumentHelp(
      "Give every other method's difference from this one, with its paired interval.",
      valueName: "method"))
  var against: Method?

  @Flag(help: "Every window for itself, beside all of them together.")
  var byWindow = false

  func validate() throws {
    if methods.isEmpty { throw ValidationError("--methods names no method.") }
    for (name, value, most) in [
      ("--windows", windows, 100), ("--window-days", windowDays, 366), ("--top", top, 1_000),
    ] where value < 1 || value > most {
      throw ValidationError("\(name) is \(value), but must be from 1 to \(most).")
    }
  }

  /// The ones judged, with the one that the others are compared with.
  var contenders: [Method] { methods + (against.map { [$0] } ?? []) }

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
