import RetailData

/// The item-to-item weights of EASE^R (Steck, "Embarrassingly Shallow Autoencoders for Sparse
/// Data", WWW 2019): the matrix B with a zero diagonal that best rebuilds what customers bought
/// from what else they bought, in the sense of least squares with a ridge λ,
///
///     minimize ‖X − X B‖² + λ ‖B‖²  subject to  diag(B) = 0,
///
/// where X has a row a customer and a 1 for each item bought. It has a closed form: with
/// P = (XᵀX + λ I)⁻¹, B_ij = −P_ij / P_jj.
///
/// Items are numbered by their places in `items`: those that somebody bought.
struct LinearAutoencoder: Sendable {
  /// By place: the item.
  let items: Column<Int32>
  /// B, by place of the bought item, then of the other.
  let weights: Column<Float>

  var count: Int { items.count }

  /// What an item bought says for all items.
  func row(_ place: Int) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(rebasing: weights.buffer[place * count..<(place + 1) * count])
  }

  /// Learns B.
  ///
  /// - Throws: `TrainingProblem` where there is nothing to learn from; `CancellationError`.
  static func train(
    _ coPurchases: CoPurchases, ridge: Double, work: WorkContext
  ) throws -> LinearAutoencoder {
    precondition(ridge > 0 && ridge.isFinite, "without a ridge there may be no inverse")
    let first = coPurchases.firstBoughtRank
    let count = coPurchases.itemCount - first
    guard count > 0 else { throw TrainingProblem.noPurchases(.linearAutoencoder) }
    let inverse = Matrix<Double>(rows: count, columns: count)
    try work.forEachChunk(of: count, chunk: 64) { _, range in
      let counter = RowCounter(coPurchases)
      for row in range {
        counter.forEachCoPurchase(rank: first + row) { other, common in
          inverse[row, other - first] = Double(common)
        }
        inverse[row, row] = Double(coPurchases.ranked.buyers[first + row]) + ridge
      }
    }
    try SymmetricInverse.invert(inverse, stage: "fitting linear-autoencoder", work: work)
    let weights = try Column<Float>(count: count * count) { weights in
      // A row is written by one worker only.
      nonisolated(unsafe) let weights = weights
      try work.forEachChunk(of: count, chunk: 64) { _, range in
        for row in range {
          for column in 0..<count where column != row {
            weights[row * count + column] = Float(-inverse[row, column] / inverse[column, column])
          }
        }
      }
    }
    return LinearAutoencoder(
      items: Column(coPurchases.ranked.items[first...].map { $0 }), weights: weights)
  }
}

extension CoPurchases {
  /// The first rank of an item that anybody bought: the others come before it.
  var firstBoughtRank: Int { ranked.buyers.firstIndex { $0 > 0 } ?? itemCount }
}
