/// What `autoencoder` learns, and how.
///
/// Dropout and rate were chosen on windows before those that methods are judged on: six of Online
/// Retail and three of the bundled sample (`echelon evaluate --skip 4`), by the sum of hit@6 of all and
/// of new items in both; of those within .005 of the best the quickest. Little hangs on them: another
/// seed alone moves that sum by .01, and longer steps help the one shop and harm the other.
public struct AutoencoderParameters: Hashable, Sendable, Codable {
  /// What the network is asked for.
  enum Objective: String, Sendable, Codable {
    /// What is bought in the next two weeks, from the history before.
    case forecast
    /// The history itself, from parts of it.
    case reconstruct
  }

  /// Settled by the method.
  var objective = Objective.forecast
  /// Units of the bottleneck.
  public var units = 100
  /// Days after which a purchase counts half in the network's two inputs for each item.
  public var halfLives = [365.0, 30.0]
  /// Share of the inputs that are left out of each example; at least a half where the history is to
  /// be given back.
  public var dropout = 0.1
  /// Passes over the examples at the most; there are fewer where the forecast of the last two weeks
  /// gets no better.
  public var epochs = 40
  /// Examples that are looked at before each step.
  public var batch = 256
  /// Length of a step.
  public var rate = 0.004
  /// Of first weights, order and dropout.
  public var seed: UInt64 = 2024

  public init() {}

  var method: Method { objective == .forecast ? .autoencoder : .autoencoderReconstruct }

  /// Days that a forecast looks ahead.
  static let horizonDays = 14
}
