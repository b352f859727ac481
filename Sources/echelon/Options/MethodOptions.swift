import ArgumentParser
import Recommendations

/// What an analyst can tune about the methods themselves.
struct MethodOptions: ParsableArguments {
  @OptionGroup var related: RelatedItemsOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many of the most similar customers similar-customers looks at.", valueName: "count"))
  var neighbours = RecommenderParameters().neighbours

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The ridge of linear-autoencoder: the larger, the less a few purchases say.",
      valueName: "lambda"))
  var ridge = RecommenderParameters().ridge

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Numbers that factorization describes a customer and an item by.", valueName: "count"))
  var factors = RecommenderParameters().factorization.factors

  func validate() throws {
    guard neighbours > 0 else {
      throw ValidationError("--neighbours is \(neighbours), but must be 1 or more.")
    }
    guard ridge.isFinite, ridge >= 1e-3 else {
      throw ValidationError("--ridge is \(ridge), but must be a number that is 0.001 or more.")
    }
    guard (1...512).contains(factors) else {
      throw ValidationError("--factors is \(factors), but must be from 1 to 512.")
    }
  }

  /// - Parameter seed: Of what is random where methods learn.
  func parameters(seed: UInt64) -> RecommenderParameters {
    var parameters = related.parameters
    parameters.neighbours = neighbours
    parameters.ridge = ridge
    parameters.factorization.factors = factors
    parameters.factorization.seed = seed
    parameters.autoencoder.seed = seed
    return parameters
  }
}
