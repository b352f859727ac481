/// Draws that were made for a problem: a change of money, of a capacity or of a cut-off leaves them
/// as they are, and making them takes as long as compiling them.
struct KeptDraws: DrawSource {
  /// By block of the problem, by item.
  let blocks: [[ItemDraws]]

  func draws(ofItem item: Int) -> ItemDraws {
    let size = PlanningProblem.blockSize
    return blocks[item / size][item % size]
  }
}
