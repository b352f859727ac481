import RetailData
import Synchronization

/// Inverts a symmetric positive definite matrix: Cholesky factor L, its inverse, and the product
/// L⁻ᵀ L⁻¹, all by square tiles (after Golub and Van Loan, "Matrix Computations", 4th ed., §4.2).
///
/// A tile is computed whole by one thread, so the result is the same for any number of threads.
/// About 2n³ operations, and 8n² bytes beside the matrix.
final class SymmetricInverse: Sendable {
  /// Not positive definite, within the precision of the numbers.
  struct NotPositiveDefinite: Error {}

  /// Rows and columns of a tile.
  private static let tile = 192

  private let matrix: Matrix<Double>
  private let tiles: Int
  private let work: WorkContext
  private let stage: String
  private let done = Atomic<Int>(0)

  /// Replaces a matrix, of which only the lower triangle is looked at, by its inverse.
  ///
  /// - Parameter stage: What progress is called.
  /// - Throws: `NotPositiveDefinite`; `CancellationError`.
  static func invert(_ matrix: Matrix<Double>, stage: String, work: WorkContext) throws {
    precondition(matrix.rows == matrix.columns, "only square matrices have an inverse")
    let inverse = SymmetricInverse(matrix, stage: stage, work: work)
    try inverse.factorize()
    try inverse.multiply(try inverse.invertFactor())
  }

  private init(_ matrix: Matrix<Double>, stage: String, work: WorkContext) {
    self.matrix = matrix
    self.stage = stage
    self.work = work
    tiles = (matrix.rows + Self.tile - 1) / Self.tile
  }

  /// The rows, or columns, of a tile.
  private func range(_ tile: Int) -> Range<Int> {
    tile * Self.tile..<min((tile + 1) * Self.tile, matrix.rows)
  }

  /// A = L Lᵀ, in the lower triangle.
  private func factorize() throws {
    for step in 0..<tiles {
      let pivot = range(step)
      try factorizeTile(pivot)
      let below = tiles - step - 1
      try forEach(below) { [self] index in
        let rows = range(step + 1 + index)
        BLAS.solveRight(
          lower: matrix.block(pivot.lowerBound, pivot.lowerBound), rows: rows.count,
          columns: pivot.count, in: matrix.block(rows.lowerBound, pivot.lowerBound))
      }
      // Each remaining tile of the triangle loses the product of two tiles of the new column.
      try forEach(below * (below + 1) / 2) { [self] index in
        let (row, column) = Self.place(index)
        let rows = range(step + 1 + row)
        let columns = range(step + 1 + column)
        BLAS.multiply(
          matrix.block(rows.lowerBound, pivot.lowerBound),
          matrix.block(columns.lowerBound, pivot.lowerBound).transposed, rows: rows.count,
          columns: columns.count, inner: pivot.count, scale: -1, keeping: 1,
          into: matrix.block(rows.lowerBound, columns.lowerBound))
      }
    }
  }

  /// The tile on the diagonal, row by row.
  private func factorizeTile(_ range: Range<Int>) throws {
    for row in range {
      let left = matrix.row(row)
      for column in range.lowerBound...row {
        let right = matrix.row(column)
        var sum = left[column]
        for inner in range.lowerBound..<column { sum -= left[inner] * right[inner] }
        if column < row {
          left[column] = sum / right[column]
        } else {
          guard sum > 0, sum.isFinite else { throw NotPositiveDefinite() }
          left[row] = sum.squareRoot()
        }
      }
    }
  }

  /// L⁻¹, one column of tiles at a time, from the diagonal down.
  private func invertFactor() throws -> Matrix<Double> {
    let inverse = Matrix<Double>(rows: matrix.rows, columns: matrix.rows)
    try forEach(tiles) { [self] first in
      let columns = range(first)
      for column in columns { inverse[column, column] = 1 }
      for tile in first..<tiles {
        let rows = range(tile)
        BLAS.multiply(
          matrix.block(rows.lowerBound, columns.lowerBound),
          inverse.block(columns.lowerBound, columns.lowerBound), rows: rows.count,
          columns: columns.count, inner: rows.lowerBound - columns.lowerBound, scale: -1,
          keeping: 1, into: inverse.block(rows.lowerBound, columns.lowerBound))
        BLAS.solve(
          lower: matrix.block(rows.lowerBound, rows.lowerBound), rows: rows.count,
          columns: columns.count, in: inverse.block(rows.lowerBound, columns.lowerBound))
        try work.checkCancelled()
      }
    }
    return inverse
  }

  /// L⁻ᵀ L⁻¹, both triangles.
  private func multiply(_ inverse: Matrix<Double>) throws {
    try forEach(tiles * (tiles + 1) / 2) { [self] index in
      let (row, column) = Self.place(index)
      let rows = range(row)
      let columns = range(column)
      // Above row `rows.lowerBound` the factor's columns of this tile are zero.
      BLAS.multiply(
        inverse.block(rows.lowerBound, rows.lowerBound).transposed,
        inverse.block(rows.lowerBound, columns.lowerBound), rows: rows.count,
        columns: columns.count, inner: matrix.rows - rows.lowerBound,
        into: matrix.block(rows.lowerBound, columns.lowerBound))
      for row in rows {
        for column in columns where column < row { matrix[column, row] = matrix[row, column] }
      }
    }
  }

  /// Runs tasks in parallel, and reports each.
  private func forEach(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    try work.forEachChunk(of: count, chunk: 1) { [self] _, range in
      for index in range { try body(index) }
      let finished = done.add(range.count, ordering: .relaxed).newValue
      work.report(WorkProgress(stage: stage, done: finished, total: tasks, unit: "tiles"))
    }
  }

  private var tasks: Int {
    // Of a step with m tiles below the diagonal: m and m (m + 1) / 2.
    let factor = (0..<tiles).reduce(0) { $0 + $1 + $1 * ($1 + 1) / 2 }
    return factor + tiles + tiles * (tiles + 1) / 2
  }

  /// Row and column of a tile of the lower triangle, by rows.
  private static func place(_ index: Int) -> (row: Int, column: Int) {
    var row = Int((Double(8 * index + 1).squareRoot() - 1) / 2)
    while row * (row + 1) / 2 > index { row -= 1 }
    while (row + 1) * (row + 2) / 2 <= index { row += 1 }
    return (row, index - row * (row + 1) / 2)
  }
}
