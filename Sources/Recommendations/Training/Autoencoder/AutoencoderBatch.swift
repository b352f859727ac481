import Foundation
import RetailData

/// The memory of one step: a batch of examples, what the network makes of them, and how its
/// weights should change.
///
/// Rows are worked on in blocks, then outputs in blocks, then inputs one by one; which thread does
/// which changes nothing, since each sum is made by one of them in a fixed order.
///
/// Unchecked, because the blocks are written by several threads, each by one.
final class AutoencoderBatch: @unchecked Sendable {
  /// Rows that one task works on.
  static let rowBlock = 32
  /// Outputs that one task works on.
  static let outputBlock = 256

  let network: AutoencoderNetwork
  let capacity: Int
  private(set) var rows = 0
  /// By block of rows: what its examples are.
  private let blocks: [RowBlock]
  private let hidden: Matrix<Float>
  /// Of the loss, by what the hidden units are before tanh.
  private let hiddenGradient: Matrix<Float>
  /// Shares, and then the gradient of the loss by the scores.
  private let scores: Matrix<Float>

  /// Of the loss, by the network's weights; of the inputs only the rows of `touched`.
  let inputGradient: Matrix<Float>
  let hiddenBiasGradient: Matrix<Float>
  let outputGradient: Matrix<Float>
  let outputBiasGradient: Matrix<Float>
  /// The inputs that some example of the batch has, ascending.
  private(set) var touched: [Int32] = []
  /// By input: its entries in the batch, in order of rows.
  private var entryOffsets: [Int32]
  private var entries: [(row: Int32, value: Float)] = []

  /// The inputs and targets of a block of rows.
  private final class RowBlock {
    var inputs: [HistoryEncoder.Entry] = []
    var inputOffsets = [0]
    var targets: [Int32] = []
    var targetOffsets = [0]
    /// By row: what its scores start from, a row of `starts`.
    var starts: [Int] = []
    var loss = 0.0

    func removeAll() {
      inputs.removeAll(keepingCapacity: true)
      inputOffsets = [0]
      targets.removeAll(keepingCapacity: true)
      targetOffsets = [0]
      starts.removeAll(keepingCapacity: true)
      loss = 0
    }
  }

  init(_ network: AutoencoderNetwork, capacity: Int) {
    self.network = network
    self.capacity = capacity
    blocks = (0..<(capacity + Self.rowBlock - 1) / Self.rowBlock).map { _ in RowBlock() }
    hidden = Matrix(rows: capacity, columns: network.width)
    hiddenGradient = Matrix(rows: capacity, columns: network.width)
    scores = Matrix(rows: capacity, columns: network.outputs)
    inputGradient = Matrix(rows: network.inputWeights.rows, columns: network.width)
    hiddenBiasGradient = Matrix(rows: 1, columns: network.width)
    outputGradient = Matrix(rows: network.outputs, columns: network.width)
    outputBiasGradient = Matrix(rows: 1, columns: network.outputs)
    entryOffsets = [Int32](repeating: 0, count: network.inputWeights.rows + 1)
  }

  /// What one example is made of; gives the row of `starts` that its scores start from.
  typealias Encode =
    @Sendable (
      _ row: Int, _ inputs: inout [HistoryEncoder.Entry], _ targets: inout [Int32]
    ) -> Int

  /// Lets the network foretell `rows` examples.
  ///
  /// - Parameters:
  ///   - starts: What scores may start from, a row each.
  ///   - learns: Whether gradients are wanted.
  /// - Returns: The mean over the examples of −Σ t ln(share), t being 1 over the number of targets.
  func run(
    rows: Int, from starts: Matrix<Float>, learns: Bool, work: WorkContext, encode: Encode
  ) throws -> Double {
    self.rows = rows
    let count = (rows + Self.rowBlock - 1) / Self.rowBlock
    try work.forEachChunk(of: count, chunk: 1) { [self] _, range in
      for number in range {
        let first = number * Self.rowBlock
        run(
          blocks[number], first..<min(first + Self.rowBlock, rows), from: starts, learns: learns,
          encode)
      }
    }
    return blocks[..<count].reduce(0) { $0 + $1.loss } / Double(rows)
  }

  private func run(
    _ block: RowBlock, _ range: Range<Int>, from starts: Matrix<Float>, learns: Bool,
    _ encode: Encode
  ) {
    block.removeAll()
    for row in range {
      block.starts.append(encode(row, &block.inputs, &block.targets))
      block.inputOffsets.append(block.inputs.count)
      block.targetOffsets.append(block.targets.count)
      let index = row - range.lowerBound
      network.hidden(
        block.inputs[block.inputOffsets[index]..<block.inputOffsets[index + 1]],
        into: hidden.row(row))
    }
    let first = range.lowerBound
    BLAS.multiply(
      hidden.block(first), network.outputWeights.block().transposed, rows: range.count,
      columns: network.outputs, inner: network.width, into: scores.block(first))
    let scale = 1 / Float(rows)
    for row in range {
      let index = row - first
      let targets = block.targets[block.targetOffsets[index]..<block.targetOffsets[index + 1]]
      block.loss += settle(
        row, targets, from: starts.row(block.starts[index]), scale: scale)
    }
    guard learns else { return }
    BLAS.multiply(
      scores.block(first), network.outputWeights.block(), rows: range.count,
      columns: network.width, inner: network.outputs, into: hiddenGradient.block(first))
    for row in range {
      for unit in 0..<network.width {
        hiddenGradient[row, unit] *= 1 - hidden[row, unit] * hidden[row, unit]
      }
    }
  }

  /// Turns a row of scores into the gradient of the loss by them, share − t.
  private func settle(
    _ row: Int, _ targets: ArraySlice<Int32>, from start: UnsafePointer<Float>, scale: Float
  ) -> Double {
    let scores = scores.row(row)
    var wanted: Float = 0
    for target in targets {
      wanted +=
        scores[Int(target)] + network.outputBias[0, Int(target)] + start[Int(target)]
    }
    let logSum = network.softmax(scores, from: start)
    let part = 1 / Float(max(targets.count, 1))
    for target in targets { scores[Int(target)] -= part }
    for output in 0..<network.outputs { scores[output] *= targets.isEmpty ? 0 : scale }
    return targets.isEmpty ? 0 : Double(logSum) - Double(wanted * part)
  }

  /// The gradient by the weights of a block of outputs.
  func gatherOutputs(_ range: Range<Int>) {
    BLAS.multiply(
      scores.block(0, range.lowerBound).transposed, hidden.block(), rows: range.count,
      columns: network.width, inner: rows, into: outputGradient.block(range.lowerBound))
    for output in range { outputBiasGradient[0, output] = 0 }
    for row in 0..<rows {
      let scores = scores.row(row)
      for output in range { outputBiasGradient.start[output] += scores[output] }
    }
  }

  /// Finds the inputs that the examples have, and the gradient by the hidden units' biases.
  func gatherInputs() {
    for index in entryOffsets.indices { entryOffsets[index] = 0 }
    let count = (rows + Self.rowBlock - 1) / Self.rowBlock
    var total = 0
    for block in blocks[..<count] {
      for entry in block.inputs { entryOffsets[Int(entry.input) + 1] += 1 }
      total += block.inputs.count
    }
    touched.removeAll(keepingCapacity: true)
    for input in 0..<entryOffsets.count - 1 {
      if entryOffsets[input + 1] > 0 { touched.append(Int32(input)) }
      entryOffsets[input + 1] += entryOffsets[input]
    }
    entries = [(row: Int32, value: Float)](repeating: (0, 0), count: total)
    var next = entryOffsets
    for (number, block) in blocks[..<count].enumerated() {
      for row in 0..<block.inputOffsets.count - 1 {
        for entry in block.inputs[block.inputOffsets[row]..<block.inputOffsets[row + 1]] {
          let place = Int(next[Int(entry.input)])
          entries[place] = (Int32(number * Self.rowBlock + row), entry.value)
          next[Int(entry.input)] += 1
        }
      }
    }
    for unit in 0..<network.width {
      var sum: Float = 0
      for row in 0..<rows { sum += hiddenGradient[row, unit] }
      hiddenBiasGradient[0, unit] = sum
    }
  }

  /// The gradient by the weights of one touched input.
  func gatherInput(_ input: Int) {
    let lanes = network.width / VectorMath.lanes
    let target = UnsafeMutableRawPointer(inputGradient.row(input))
      .assumingMemoryBound(to: VectorMath.Lane.self)
    let gradients = UnsafeRawPointer(hiddenGradient.start)
      .assumingMemoryBound(to: VectorMath.Lane.self)
    for lane in 0..<lanes { target[lane] = .zero }
    for index in Int(entryOffsets[input])..<Int(entryOffsets[input + 1]) {
      let entry = entries[index]
      let row = gradients + Int(entry.row) * lanes
      for lane in 0..<lanes { target[lane] += entry.value * row[lane] }
    }
  }
}
