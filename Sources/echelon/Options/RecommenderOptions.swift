import ArgumentParser
import Recommendations

/// What an analyst can tune about the recommenders: the methods, and what is added to their scores.
struct RecommenderOptions: ParsableArguments {
  @OptionGroup var methods: MethodOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Add to each score this weight times how soon the item can be there (0 = off).",
      discussion: "2^(-hours/48) of the soonest promise that the stock of today allows: 1 at "
        + "once, 0.5 after two days, 0 where it is short. Candidates from beyond the limit can rise.",
      valueName: "weight"))
  var reach = 0.0

  func validate() throws {
    guard reach.isFinite, reach >= 0 else {
      throw ValidationError("--reach is \(reach), but must be a number that is 0 or more.")
    }
  }

  var measure: RelatednessOptions { methods.measure }

  func parameters(seed: UInt64) -> RecommenderParameters { methods.parameters(seed: seed) }
}
