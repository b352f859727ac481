/// How far the scores of a customer's candidates lie apart.
struct ScoreSpread {
  private var lowest = Double.infinity
  private var highest = -Double.infinity

  init() {}

  init(_ scores: some Sequence<Double>) {
    for score in scores { add(score) }
  }

  mutating func add(_ score: Double) {
    lowest = min(lowest, score)
    highest = max(highest, score)
  }

  /// From the worst to the best. Where all are equal any number does, for what is added decides.
  var width: Double { highest > lowest ? highest - lowest : 1 }
}
