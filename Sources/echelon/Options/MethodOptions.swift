import ArgumentParser
import Recommendations

/// What an analyst can tune about the methods themselves.
struct MethodOptions: ParsableArguments {
  @OptionGroup var measure: RelatednessOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days after which a purchase counts half, for related-items. (default: age does not matter)",
      valueName: "days"))
  var halfLife: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many of the most similar customers similar-customers looks at.", valueName: "count"))
  var neighbours = RecommenderParameters().neighbours

  func validate() throws {
    if let halfLife, !(halfLife.isFinite && halfLife > 0) {
      throw ValidationError("--half-life is \(halfLife), but must be a number of days above 0.")
    }
    guard neighbours > 0 else {
      throw ValidationError("--neighbours is \(neighbours), but must be 1 or more.")
    }
  }

  var parameters: RecommenderParameters {
    RecommenderParameters(
      relatedness: measure.relatedness, halfLifeDays: halfLife, neighbours: neighbours)
  }
}
