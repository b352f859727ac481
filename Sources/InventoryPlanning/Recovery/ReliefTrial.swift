/// What an item uses of a capacity that has become too small, and what it costs to do with less,
/// step by step.
struct ReliefTrial: Sendable {
  /// Litres, or units per day, after so many steps; never more than after fewer.
  var uses: [Double] = []
  /// Money per day.
  var costs: [Double] = []

  /// Of every item's steps the share that is not taken where `excess` is given up at the least
  /// loss: a fractional knapsack over losses made convex.
  static func kept(_ trials: [ReliefTrial], excess: Double) -> [[Float]] {
    var excess = excess
    var kept = trials.map { [Float](repeating: 1, count: max(0, $0.uses.count - 1)) }
    let pieces = trials.enumerated().flatMap { item, trial in
      trial.pieces.map { (item: item, piece: $0) }
    }.sorted { ($0.piece.loss, $0.item) < ($1.piece.loss, $1.item) }
    for (item, piece) in pieces where excess > 0 {
      let amount = min(piece.amount, excess)
      for step in piece.steps { kept[item][step] = Float(1 - amount / piece.amount) }
      excess -= amount
    }
    return kept
  }

  /// Steps that are taken together.
  private struct Piece {
    var steps: Range<Int>
    var amount: Double
    /// Money by amount.
    var loss: Double
  }

  /// A step that loses less than the ones before it is taken with them: it would go first.
  private var pieces: [Piece] {
    var pieces: [Piece] = []
    // A step that gives up nothing is the beginning of the next.
    var start = 0
    for end in costs.indices.dropFirst() {
      let amount = uses[start] - uses[end]
      if amount <= 0 { continue }
      var piece = Piece(
        steps: start..<end, amount: amount, loss: (costs[end] - costs[start]) / amount)
      start = end
      while let last = pieces.last, last.loss > piece.loss {
        let both = last.amount + piece.amount
        piece.loss = (last.loss * last.amount + piece.loss * piece.amount) / both
        piece.amount = both
        piece.steps = last.steps.lowerBound..<piece.steps.upperBound
        pieces.removeLast()
      }
      pieces.append(piece)
    }
    return pieces
  }
}
