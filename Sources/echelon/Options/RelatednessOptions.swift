import ArgumentParser
import Recommendations

extension Metric: ExpressibleByArgument {}
extension Score: ExpressibleByArgument {}
extension PurchaseUnit: ExpressibleByArgument {}

/// How a count of common buyers becomes a score.
struct RelatednessOptions: ParsableArguments {
  @Option(help: "How closely two items are related, from their common buyers and chance.")
  var metric: Metric = .corrected

  @OptionGroup var comparison: ComparisonOptions

  var relatedness: Relatedness { comparison.relatedness(metric) }
}

/// How a count is compared with what chance alone would give.
struct ComparisonOptions: ParsableArguments {
  @Option(help: "How a count N is compared with chance E, for the metrics naive and corrected.")
  var score: Score = .shrunk

  @Option(
    parsing: .unconditional,
    help: "Pseudo-purchases added to chance by the score shrunk, at least 0.")
  var kappa: Double = 10

  @Option(help: "What counts as one purchase where chance is computed.")
  var unit: PurchaseUnit = .distinct

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many customers must have bought both, for an item to be on a list.",
      valueName: "customers"))
  var support = 1

  func relatedness(_ metric: Metric) -> Relatedness {
    Relatedness(metric: metric, score: score, kappa: kappa, unit: unit, support: support)
  }

  func validate() throws {
    guard kappa.isFinite, kappa >= 0 else {
      throw ValidationError("--kappa is \(kappa), but must be a number that is 0 or more.")
    }
    guard support > 0 else {
      throw ValidationError("--support is \(support), but must be 1 or more.")
    }
  }
}

/// How many results to give.
struct LimitOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many results to give at most.")
  var limit: Int = 10

  func validate() throws { try Self.validate(limit) }

  static func validate(_ limit: Int) throws {
    guard limit > 0 else {
      throw ValidationError("--limit is \(limit), but must be 1 or more.")
    }
  }
}
