import CBLAS

/// Products of dense matrices in row-major order, by the system's BLAS.
///
/// Every call runs on the calling thread alone: who wants more threads calls from several, with
/// parts of the result that are always the same, and so gets the same bits for any number of them.
enum BLAS {
  /// A matrix, or a part of one, somewhere in memory.
  struct Block<Scalar: BitwiseCopyable> {
    let start: UnsafeMutablePointer<Scalar>
    /// Scalars from one row to the next.
    let stride: Int
    /// Whether it stands for its transpose.
    var isTransposed = false

    init(_ start: UnsafeMutablePointer<Scalar>, stride: Int) {
      self.start = start
      self.stride = stride
    }

    var transposed: Block {
      var block = self
      block.isTransposed.toggle()
      return block
    }
  }

  /// Looked at before the first call: the library then starts no threads.
  private static let runsOnCallingThread: Bool = {
    blas_use_calling_thread()
    return true
  }()

  /// target (rows × columns) := scale · a · b + keep · target, where a has `inner` columns.
  static func multiply(
    _ a: Block<Float>, _ b: Block<Float>, rows: Int, columns: Int, inner: Int, scale: Float = 1,
    keeping keep: Float = 0, into target: Block<Float>
  ) {
    guard runsOnCallingThread, rows > 0, columns > 0 else { return }
    blas_sgemm(
      a.isTransposed, b.isTransposed, Int32(rows), Int32(columns), Int32(inner), scale, a.start,
      Int32(a.stride), b.start, Int32(b.stride), keep, target.start, Int32(target.stride))
  }

  /// The same in double precision.
  static func multiply(
    _ a: Block<Double>, _ b: Block<Double>, rows: Int, columns: Int, inner: Int, scale: Double = 1,
    keeping keep: Double = 0, into target: Block<Double>
  ) {
    guard runsOnCallingThread, rows > 0, columns > 0 else { return }
    blas_dgemm(
      a.isTransposed, b.isTransposed, Int32(rows), Int32(columns), Int32(inner), scale, a.start,
      Int32(a.stride), b.start, Int32(b.stride), keep, target.start, Int32(target.stride))
  }

  /// The product of a matrix and a vector.
  static func multiply(_ matrix: Matrix<Double>, _ vector: [Double]) -> [Double] {
    precondition(vector.count == matrix.columns, "a column for each number")
    guard runsOnCallingThread, matrix.count > 0 else {
      return [Double](repeating: 0, count: matrix.rows)
    }
    return [Double](unsafeUninitializedCapacity: matrix.rows) { target, count in
      if let target = target.baseAddress {
        blas_dgemv(
          Int32(matrix.rows), Int32(matrix.columns), matrix.start, Int32(matrix.columns), vector,
          target)
      }
      count = matrix.rows
    }
  }

  /// target (rows × columns) := lower⁻¹ · target.
  static func solve(
    lower: Block<Double>, rows: Int, columns: Int, in target: Block<Double>
  ) {
    guard runsOnCallingThread, rows > 0, columns > 0 else { return }
    blas_dtrsm_left(
      Int32(rows), Int32(columns), lower.start, Int32(lower.stride), target.start,
      Int32(target.stride))
  }

  /// target (rows × columns) := target · lower⁻ᵀ.
  static func solveRight(
    lower: Block<Double>, rows: Int, columns: Int, in target: Block<Double>
  ) {
    guard runsOnCallingThread, rows > 0, columns > 0 else { return }
    blas_dtrsm_right_transposed(
      Int32(rows), Int32(columns), lower.start, Int32(lower.stride), target.start,
      Int32(target.stride))
  }
}
