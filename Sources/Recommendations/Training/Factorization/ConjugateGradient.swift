/// Solves the least-squares problem of one customer, or item, given the factors of the other side:
/// a few steps of conjugate gradients from where it stood (Takács, Pilászy and Tikk, "Applications
/// of the Conjugate Gradient Method for Implicit Feedback Collaborative Filtering", RecSys 2011).
///
/// With A = YᵀY + λ I + Σ (c − 1) y yᵀ and b = Σ c y over the row's entries, A x = b; A is never
/// made. The squared error of the row falls with each step, or stays.
///
/// A class because its memory is reused from row to row; not for use by several threads at once.
final class ConjugateGradient {
  /// Vectors are padded to whole lanes; the padding is zero in all of them, and stays so.
  static let lanes = 16
  typealias Lane = SIMD16<Float>

  private let lanes: Int
  private let residual: UnsafeMutablePointer<Lane>
  private let direction: UnsafeMutablePointer<Lane>
  private let image: UnsafeMutablePointer<Lane>

  /// - Parameter width: Of a padded vector.
  init(width: Int) {
    lanes = width / Self.lanes
    residual = .allocate(capacity: lanes)
    direction = .allocate(capacity: lanes)
    image = .allocate(capacity: lanes)
  }

  deinit {
    residual.deallocate()
    direction.deallocate()
    image.deallocate()
  }

  /// The entries of one row.
  struct Row {
    let others: UnsafeBufferPointer<Int32>
    /// c − 1 by entry is α times this.
    let lines: UnsafeBufferPointer<Float>
    let confidence: Float
  }

  /// Improves `x`.
  ///
  /// - Parameters:
  ///   - factors: Of the other side, a padded vector a row.
  ///   - gram: YᵀY + λ I, padded.
  func solve(
    _ x: UnsafeMutablePointer<Lane>, _ row: Row, factors: UnsafePointer<Lane>,
    gram: UnsafePointer<Lane>, steps: Int
  ) {
    // r = b − A x.
    multiply(x, by: gram, into: image)
    for lane in 0..<lanes { residual[lane] = -image[lane] }
    for entry in 0..<row.others.count {
      let other = factors + Int(row.others[entry]) * lanes
      let excess = row.confidence * row.lines[entry]
      add(other, times: 1 + excess - excess * dot(other, x), to: residual)
    }
    for lane in 0..<lanes { direction[lane] = residual[lane] }
    var length = dot(residual, residual)
    for _ in 0..<steps where length > 1e-20 {
      multiply(direction, by: gram, into: image)
      for entry in 0..<row.others.count {
        let other = factors + Int(row.others[entry]) * lanes
        let excess = row.confidence * row.lines[entry]
        add(other, times: excess * dot(other, direction), to: image)
      }
      let pace = length / dot(direction, image)
      for lane in 0..<lanes {
        x[lane] += pace * direction[lane]
        residual[lane] -= pace * image[lane]
      }
      let next = dot(residual, residual)
      let keep = next / length
      for lane in 0..<lanes { direction[lane] = residual[lane] + keep * direction[lane] }
      length = next
    }
  }

  /// target := gram · vector; the matrix is symmetric, so its rows are its columns.
  @inline(__always)
  private func multiply(
    _ vector: UnsafeMutablePointer<Lane>, by gram: UnsafePointer<Lane>,
    into target: UnsafeMutablePointer<Lane>
  ) {
    for lane in 0..<lanes { target[lane] = .zero }
    let scalars = UnsafeRawPointer(vector).assumingMemoryBound(to: Float.self)
    for index in 0..<lanes * Self.lanes {
      add(gram + index * lanes, times: scalars[index], to: target)
    }
  }

  @inline(__always)
  private func add(
    _ vector: UnsafePointer<Lane>, times factor: Float, to target: UnsafeMutablePointer<Lane>
  ) {
    for lane in 0..<lanes { target[lane] += factor * vector[lane] }
  }

  @inline(__always)
  private func dot(_ left: UnsafePointer<Lane>, _ right: UnsafePointer<Lane>) -> Float {
    var sum = Lane.zero
    for lane in 0..<lanes { sum += left[lane] * right[lane] }
    return sum.sum()
  }
}
