/// The Cholesky factor of a small symmetric positive definite matrix: for systems of some dozens of
/// equations, solved on the spot.
struct SmallCholesky {
  /// In the lower triangle.
  private let factor: Matrix<Double>

  /// Takes the matrix over; only its lower triangle is looked at.
  ///
  /// - Returns: Nil where it is not positive definite.
  init?(_ matrix: Matrix<Double>) {
    precondition(matrix.rows == matrix.columns, "only square matrices have such a factor")
    for row in 0..<matrix.rows {
      let left = matrix.row(row)
      for column in 0...row {
        let right = matrix.row(column)
        var sum = left[column]
        for inner in 0..<column { sum -= left[inner] * right[inner] }
        if column < row {
          left[column] = sum / right[column]
        } else {
          guard sum > 0, sum.isFinite else { return nil }
          left[row] = sum.squareRoot()
        }
      }
    }
    factor = matrix
  }

  /// The solution of A x = `right`.
  func solve(_ right: [Double]) -> [Double] {
    precondition(right.count == factor.rows, "a number for each equation")
    var x = right
    x.withUnsafeMutableBufferPointer { x in
      for row in 0..<factor.rows {
        let left = factor.row(row)
        var sum = x[row]
        for column in 0..<row { sum -= left[column] * x[column] }
        x[row] = sum / left[row]
      }
      for row in (0..<factor.rows).reversed() {
        let left = factor.row(row)
        x[row] /= left[row]
        for column in 0..<row { x[column] -= left[column] * x[row] }
      }
    }
    return x
  }
}
