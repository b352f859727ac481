/// Small linear systems of penalised least squares.
enum RidgeFit {
  /// By Cholesky's decomposition.
  ///
  /// - Precondition: a symmetric positive definite matrix.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    let size = right.count
    var lower = matrix
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row][column]
        for place in 0..<column { sum -= lower[row][place] * lower[column][place] }
        lower[row][column] =
          row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column][column]
      }
    }
    var result = right
    for row in 0..<size {
      for place in 0..<row { result[row] -= lower[row][place] * result[place] }
      result[row] /= lower[row][row]
    }
    for row in (0..<size).reversed() {
      for place in row + 1..<size { result[row] -= lower[place][row] * result[place] }
      result[row] /= lower[row][row]
    }
    return result
  }
}
