/// A dense matrix in row-major order that its owner writes to while it computes. A class, since it
/// is large and never copied.
///
/// Unchecked, because it is written to by several threads: its users share out the rows, or the
/// blocks, so that none is touched by two of them at once.
final class Matrix<Scalar: BitwiseCopyable & Sendable & ExpressibleByFloatLiteral>:
  @unchecked Sendable
{
  let rows: Int
  let columns: Int
  let start: UnsafeMutablePointer<Scalar>

  private let memory: UnsafeMutableRawPointer

  /// All zeros. The memory starts at a multiple of 64 bytes.
  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    let count = rows * columns
    memory = .allocate(byteCount: max(count, 1) * MemoryLayout<Scalar>.stride, alignment: 64)
    start = memory.initializeMemory(as: Scalar.self, repeating: 0.0, count: count)
  }

  deinit { memory.deallocate() }

  var count: Int { rows * columns }

  /// The part that begins at a row and a column.
  @inline(__always)
  func block(_ row: Int = 0, _ column: Int = 0) -> BLAS.Block<Scalar> {
    BLAS.Block(start + row * columns + column, stride: columns)
  }

  @inline(__always)
  func row(_ row: Int) -> UnsafeMutablePointer<Scalar> { start + row * columns }

  subscript(row: Int, column: Int) -> Scalar {
    get { start[row * columns + column] }
    set { start[row * columns + column] = newValue }
  }
}
