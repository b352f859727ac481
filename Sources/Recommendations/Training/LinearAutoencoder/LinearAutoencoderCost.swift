import Foundation
import RetailData

/// What learning a linear autoencoder takes, before it begins: with the square and the cube of the
/// number of items, a large shop is out of reach.
struct LinearAutoencoderCost: Equatable {
  let items: Int

  /// At the most: two matrices in double precision, and the result.
  var bytes: Double { 20 * Double(items) * Double(items) }
  /// Multiplications and additions.
  var operations: Double { 2 * Double(items) * Double(items) * Double(items) }

  /// What there is.
  struct Means: Equatable {
    var bytes: Double
    /// By all threads together.
    var operationsPerSecond: Double

    /// Of this machine: its memory, and the speed of a product of matrices.
    static func measured(threads: Int) -> Means {
      let size = 384
      let matrix = Matrix<Double>(rows: size, columns: size)
      let target = Matrix<Double>(rows: size, columns: size)
      func multiply() {
        BLAS.multiply(
          matrix.block(), matrix.block(), rows: size, columns: size, inner: size,
          into: target.block())
      }
      // The first call also sets the library up.
      multiply()
      let seconds = ContinuousClock().measure(multiply) / .seconds(1)
      let processors = min(threads, WorkContext.availableThreads)
      return Means(
        bytes: Double(ProcessInfo.processInfo.physicalMemory),
        operationsPerSecond: 2 * pow(Double(size), 3) / max(seconds, 1e-6) * Double(processors))
    }
  }

  /// More than this share of the memory is not taken.
  static let memoryShare = 0.5
  /// Nor is more time.
  static let mostSeconds = 1_800.0

  /// - Throws: `TrainingProblem.tooLarge`.
  func require(_ means: Means) throws(TrainingProblem) {
    let seconds = operations / means.operationsPerSecond
    guard bytes <= Self.memoryShare * means.bytes, seconds <= Self.mostSeconds else {
      throw .tooLarge(
        .linearAutoencoder, items: items, bytes: bytes, seconds: seconds, memory: means.bytes)
    }
  }
}
