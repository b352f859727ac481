import ArgumentParser
import InventoryPlanning

extension PlanMode: ExpressibleByArgument {}

/// How `plan` plans: from what, how well, for how long.
struct PlanOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Plan with another figure than the data's; may be given several times.",
      valueName: "path=value"),
    transform: PlanChange.init(argument:))
  var changes: [PlanChange] = []

  @Option(
    help: """
      What to start from: the stock of today (state), or nothing, so that every position can be \
      chosen freely (target). (default: state where there is stock)
      """)
  var mode: PlanMode?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Stop once this share of the cost is all that a better plan could save: 0.005 or 0.5%. \
      (default: 0.005)
      """,
      valueName: "share"),
    transform: PlanGap.share(of:))
  var gap = PlanGoal().gap

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Stop after this time, with the best plan so far. (default: none)", valueName: "seconds"))
  var timeLimit: Double?

  @Flag(help: "Leave quantities as the optimum has them, in place of whole cases.")
  var fractional = false

  func validate() throws {
    if let timeLimit, !(timeLimit.isFinite && timeLimit > 0) {
      throw ValidationError(
        "--time-limit is \(timeLimit), but must be a number of seconds above 0.")
    }
  }

  var goal: PlanGoal { PlanGoal(gap: gap, timeLimit: timeLimit, fractional: fractional) }
}

/// One `PATH=VALUE` of `--set`. What paths there are depends on the data.
struct PlanChange: Equatable {
  let path: String
  let value: String

  /// The last `=` divides: the ids in a path may have one, a value has none.
  init(argument: String) throws {
    guard let divider = argument.lastIndex(of: "="), divider != argument.startIndex else {
      throw ValidationError("expected PATH=VALUE, as in scenarios=32")
    }
    path = String(argument[..<divider])
    value = String(argument[argument.index(after: divider)...])
  }
}

/// A gap as people write it.
enum PlanGap {
  /// The share that `text` says: `0.005`, or `0.5%`.
  static func share(of text: String) throws -> Double {
    let isPercentage = text.hasSuffix("%")
    let digits = isPercentage ? text.dropLast() : text[...]
    guard let number = Double(digits), number.isFinite else {
      throw ValidationError("expected a share such as 0.005, or a percentage such as 0.5%")
    }
    let share = isPercentage ? number / 100 : number
    guard share >= 0, share < 1 else {
      throw ValidationError(
        "expected a share of the cost from 0 to less than 1; five per cent is 0.05 or 5%")
    }
    return share
  }
}
