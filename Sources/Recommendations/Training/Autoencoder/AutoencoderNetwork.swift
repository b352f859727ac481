import RetailData

/// A network of one hidden layer: h = tanh(b + Σ v w), where v are a customer's sparse inputs, and
/// shares of the items = softmax(W h + c + s), where the scores s are given: what sold well lately.
///
/// A class, since training changes it in place; whoever is given it afterwards only reads.
final class AutoencoderNetwork: Sendable {
  /// The hidden units, padded with units that are always 0.
  let width: Int
  /// Outputs, padded with items that nobody buys.
  let outputs: Int
  let itemCount: Int
  /// By input, then hidden unit.
  let inputWeights: Matrix<Float>
  /// b, a row.
  let hiddenBias: Matrix<Float>
  /// W, by output, then hidden unit.
  let outputWeights: Matrix<Float>
  /// c, a row.
  let outputBias: Matrix<Float>

  /// A bias so low that nothing is left of a share.
  private static let never: Float = -1e30

  /// All weights 0.
  init(inputs: Int, units: Int, items: Int) {
    width = VectorMath.padded(units)
    outputs = VectorMath.padded(items)
    itemCount = items
    inputWeights = Matrix(rows: inputs, columns: width)
    hiddenBias = Matrix(rows: 1, columns: width)
    outputWeights = Matrix(rows: outputs, columns: width)
    outputBias = Matrix(rows: 1, columns: outputs)
    for output in items..<outputs { outputBias[0, output] = Self.never }
  }

  /// Small random weights, and no biases.
  func initialize(units: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed, stream: 0)
    for (matrix, size) in [(inputWeights, 0.4), (outputWeights, 0.1)] {
      let rows = matrix === outputWeights ? itemCount : matrix.rows
      for row in 0..<rows {
        for unit in 0..<units {
          matrix[row, unit] = Float((generator.uniform() - 0.5) * size)
        }
      }
    }
  }

  /// All weights, by the names of the sections in which they are kept.
  var matrices: [(name: String, matrix: Matrix<Float>)] {
    [
      ("inputs", inputWeights), ("hidden-bias", hiddenBias), ("outputs", outputWeights),
      ("output-bias", outputBias),
    ]
  }

  /// One with the same weights, to go on its own way.
  func copy() -> AutoencoderNetwork {
    let copy = AutoencoderNetwork(inputs: inputWeights.rows, units: width, items: itemCount)
    for (mine, other) in zip(matrices, copy.matrices) {
      other.matrix.start.update(from: mine.matrix.start, count: mine.matrix.count)
    }
    return copy
  }

  /// h of one customer.
  @inline(__always)
  func hidden(
    _ entries: ArraySlice<HistoryEncoder.Entry>, into target: UnsafeMutablePointer<Float>
  ) {
    typealias Lane = VectorMath.Lane
    let lanes = width / VectorMath.lanes
    let hidden = UnsafeMutableRawPointer(target).assumingMemoryBound(to: Lane.self)
    let bias = UnsafeRawPointer(hiddenBias.start).assumingMemoryBound(to: Lane.self)
    let weights = UnsafeRawPointer(inputWeights.start).assumingMemoryBound(to: Lane.self)
    for lane in 0..<lanes { hidden[lane] = bias[lane] }
    for entry in entries {
      let row = weights + Int(entry.input) * lanes
      for lane in 0..<lanes { hidden[lane] += entry.value * row[lane] }
    }
    for lane in 0..<lanes { hidden[lane] = VectorMath.tanh(hidden[lane]) }
  }

  /// The shares that the items are foretold to have, by place.
  ///
  /// - Parameter start: What the scores start from, by output.
  func shares(
    _ entries: [HistoryEncoder.Entry], from start: UnsafePointer<Float>
  ) -> [Float] {
    let hidden = Matrix<Float>(rows: 1, columns: width)
    let scores = Matrix<Float>(rows: 1, columns: outputs)
    self.hidden(entries[...], into: hidden.start)
    BLAS.multiply(
      hidden.block(), outputWeights.block().transposed, rows: 1, columns: outputs, inner: width,
      into: scores.block())
    _ = softmax(scores.row(0), from: start)
    return (0..<itemCount).map { scores[0, $0] }
  }

  /// Turns a row of scores, to which the biases and what they start from are still to be added, into
  /// shares.
  @inline(__always)
  func softmax(
    _ scores: UnsafeMutablePointer<Float>, from start: UnsafePointer<Float>
  ) -> Float {
    typealias Lane = VectorMath.Lane
    return VectorMath.softmax(
      UnsafeMutableRawPointer(scores).assumingMemoryBound(to: Lane.self),
      adding: UnsafeRawPointer(outputBias.start).assumingMemoryBound(to: Lane.self),
      UnsafeRawPointer(start).assumingMemoryBound(to: Lane.self),
      count: outputs / VectorMath.lanes)
  }
}
