import ArgumentParser
import Recommendations

/// Which purchases count as bought together: any, or only those that follow, and how old ones count.
struct SequenceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only customers whose first purchase of the other item follows within so many days.",
      valueName: "days"))
  var within: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days after which a purchase counts half. (default: age does not matter)", valueName: "days"))
  var halfLife: Double?

  func validate() throws {
    for (name, days) in [("--within", within), ("--half-life", halfLife)] {
      try Self.validate(name, days)
    }
  }

  static func validate(_ name: String, _ days: Double?) throws {
    if let days, !(days.isFinite && days > 0) {
      throw ValidationError("\(name) is \(days), but must be a number of days above 0.")
    }
  }

  var purchases: PurchaseSequence {
    PurchaseSequence(withinDays: within, halfLifeDays: halfLife)
  }
}
