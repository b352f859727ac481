import RetailData

/// Where trained models of a data set are kept, for the next time. Of each method there is one: that
/// of the parameters used last.
public struct ModelCache: Sendable {
  let directory: CacheDirectory
  let fingerprint: UInt64
  /// Whose models these are; nil: those of all purchases.
  private let window: Window?

  private struct Window {
    let cutoff: Timestamp
    let days: Int
    /// Counted back from the end of the data, from 1: what names the file, so that there are never
    /// more files than windows.
    let number: Int
  }

  /// Nil where nothing can be kept: no directory, or data without a fingerprint (0).
  ///
  /// - Parameter fingerprint: `Dataset.fingerprint`.
  public init?(in directory: CacheDirectory?, fingerprint: UInt64) {
    guard let directory, fingerprint != 0 else { return nil }
    self.init(directory: directory, fingerprint: fingerprint, window: nil)
  }

  private init(directory: CacheDirectory, fingerprint: UInt64, window: Window?) {
    self.directory = directory
    self.fingerprint = fingerprint
    self.window = window
  }

  /// The models that know only what was known before a window of an evaluation.
  ///
  /// - Parameter number: Counted back from the latest one, from 1.
  func before(_ window: EvaluationWindow, days: Int, number: Int) -> ModelCache {
    ModelCache(
      directory: directory, fingerprint: fingerprint,
      window: Window(cutoff: window.cutoff, days: days, number: number))
  }

  /// Whether reading a model is so much quicker than training it that it is worth its room.
  func keeps(_ training: Training) -> Bool {
    switch training {
    case .buyAgain: false
    // The square of the items, in each window.
    case .linearAutoencoder: window == nil
    case .factorization, .autoencoder, .blend: true
    }
  }

  func fileName(_ training: Training) -> String {
    let part = window.map { "-\($0.days)d-\($0.number)" } ?? ""
    return "model-\(training.method.rawValue)\(part).echelon"
  }

  /// All that a model depends on beside the data: one is only used where this is the same.
  func description(of training: Training) -> Column<UInt8> {
    let moment = window.map { " before \($0.cutoff.seconds)" } ?? ""
    return Column(Array("\(training)\(moment)".utf8))
  }
}
