import Foundation
import RetailData
import Synchronization

/// Logistic regression by Newton's method with a small ridge, on rows of equal length. The same
/// result for any number of threads: sums are taken over fixed runs of rows, in their order.
struct LogisticFit: Sendable {
  /// One per column.
  private(set) var weights: [Double]

  /// Rows summed up by one worker at a time.
  private static let run = 4_096

  /// - Parameters:
  ///   - rows: `labels.count` rows of `columns` values.
  ///   - ridge: pulls the weights of all columns but the first to 0; above 0, so that there is
  ///     always one solution.
  static func fit(
    rows: Column<Double>, columns: Int, labels: [Bool], ridge: Double, work: WorkContext
  ) throws -> LogisticFit {
    var fit = LogisticFit(weights: [Double](repeating: 0, count: columns))
    var loss = Double.infinity
    for _ in 0..<40 {
      try work.checkCancelled()
      let sums = try fit.sums(rows, labels, ridge: ridge, work: work)
      // Newton's method overshoots only where the data are all but separable: the ridge bounds that.
      if sums.loss > loss - 1e-9 * abs(loss) { break }
      loss = sums.loss
      guard let step = Self.solve(sums.curvature, sums.slope, columns) else { break }
      for column in 0..<columns { fit.weights[column] -= step[column] }
    }
    return fit
  }

  /// The probability of a row.
  func probability(_ row: UnsafeBufferPointer<Double>) -> Double {
    var sum = 0.0
    for column in weights.indices { sum += weights[column] * row[column] }
    return 1 / (1 + exp(-sum))
  }

  private struct Sums {
    var loss = 0.0
    var slope: [Double]
    var curvature: [Double]

    init(columns: Int) {
      slope = [Double](repeating: 0, count: columns)
      curvature = [Double](repeating: 0, count: columns * columns)
    }
  }

  private func sums(
    _ rows: Column<Double>, _ labels: [Bool], ridge: Double, work: WorkContext
  ) throws -> Sums {
    let columns = weights.count
    let runs = (labels.count + Self.run - 1) / Self.run
    let parts = Mutex([Sums?](repeating: nil, count: runs))
    try work.forEachChunk(of: labels.count, chunk: Self.run) { _, range in
      var part = Sums(columns: columns)
      for index in range {
        let row = UnsafeBufferPointer(
          rebasing: rows.buffer[index * columns..<(index + 1) * columns])
        let p = probability(row)
        let miss = p - (labels[index] ? 1 : 0)
        part.loss -= log(max(labels[index] ? p : 1 - p, 1e-300))
        let weight = max(p * (1 - p), 1e-9)
        for one in 0..<columns {
          part.slope[one] += miss * row[one]
          let scaled = weight * row[one]
          for other in 0...one { part.curvature[one * columns + other] += scaled * row[other] }
        }
      }
      parts.withLock { $0[range.lowerBound / Self.run] = part }
    }
    var total = Sums(columns: columns)
    for case let part? in parts.withLock({ $0 }) {
      total.loss += part.loss
      for index in total.slope.indices { total.slope[index] += part.slope[index] }
      for index in total.curvature.indices { total.curvature[index] += part.curvature[index] }
    }
    for column in 0..<columns {
      let strength = column == 0 ? 1e-9 : ridge
      total.loss += strength * weights[column] * weights[column] / 2
      total.slope[column] += strength * weights[column]
      total.curvature[column * columns + column] += strength
    }
    return total
  }

  /// Cholesky; only the lower triangle of the matrix is read. Nil where it is not positive definite.
  private static func solve(_ matrix: [Double], _ vector: [Double], _ count: Int) -> [Double]? {
    var lower = matrix
    for row in 0..<count {
      for column in 0...row {
        var sum = lower[row * count + column]
        for inner in 0..<column {
          sum -= lower[row * count + inner] * lower[column * count + inner]
        }
        if row == column {
          guard sum > 0 else { return nil }
          lower[row * count + row] = sum.squareRoot()
        } else {
          lower[row * count + column] = sum / lower[column * count + column]
        }
      }
    }
    var solution = vector
    for row in 0..<count {
      for inner in 0..<row { solution[row] -= lower[row * count + inner] * solution[inner] }
      solution[row] /= lower[row * count + row]
    }
    for row in (0..<count).reversed() {
      for inner in row + 1..<count { solution[row] -= lower[inner * count + row] * solution[inner] }
      solution[row] /= lower[row * count + row]
    }
    return solution
  }
}
