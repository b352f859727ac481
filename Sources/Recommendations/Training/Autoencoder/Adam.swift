/// Steps along a gradient, each weight at its own pace (Kingma and Ba, "Adam: A Method for
/// Stochastic Optimization", ICLR 2015), for one matrix of weights.
///
/// Rows may be left out of a step: their moments stay as they are.
final class Adam: Sendable {
  private let weights: Matrix<Float>
  private let gradient: Matrix<Float>
  private let mean: Matrix<Float>
  private let square: Matrix<Float>

  private static let keepsMean: Float = 0.9
  private static let keepsSquare: Float = 0.999
  private static let least: Float = 1e-8

  /// The length of a step, with what the first steps lack in their moments made up for.
  struct Pace {
    let rate: Float
    let squareScale: Float

    init(rate: Double, step: Int) {
      var (mean, square) = (1.0, 1.0)
      for _ in 0..<min(step, 20_000) {
        mean *= Double(Adam.keepsMean)
        square *= Double(Adam.keepsSquare)
      }
      self.rate = Float(rate / (1 - mean))
      squareScale = Float(1 / (1 - square))
    }
  }

  init(_ weights: Matrix<Float>, gradient: Matrix<Float>) {
    self.weights = weights
    self.gradient = gradient
    mean = Matrix(rows: weights.rows, columns: weights.columns)
    square = Matrix(rows: weights.rows, columns: weights.columns)
  }

  /// One step of some columns of some rows; whole lanes, as matrices of the network are made of.
  func step(rows: Range<Int>, columns: Range<Int>? = nil, _ pace: Pace) {
    typealias Lane = VectorMath.Lane
    let columns = columns ?? 0..<weights.columns
    for row in rows {
      let start = row * weights.columns + columns.lowerBound
      func lanes(_ matrix: Matrix<Float>) -> UnsafeMutablePointer<Lane> {
        UnsafeMutableRawPointer(matrix.start + start).assumingMemoryBound(to: Lane.self)
      }
      let (weights, gradient) = (lanes(weights), lanes(gradient))
      let (mean, square) = (lanes(mean), lanes(square))
      for lane in 0..<columns.count / VectorMath.lanes {
        let slope = gradient[lane]
        let first = Self.keepsMean * mean[lane] + (1 - Self.keepsMean) * slope
        let second = Self.keepsSquare * square[lane] + (1 - Self.keepsSquare) * slope * slope
        mean[lane] = first
        square[lane] = second
        weights[lane] -=
          pace.rate * first / ((pace.squareScale * second).squareRoot() + Self.least)
      }
    }
  }
}
