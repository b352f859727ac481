import Foundation

/// How long it takes until something is bought again: log-normal times between purchases. What a
/// pair of customer and item shows of its own rhythm is mixed with what the item's other buyers
/// show, and that with all items, each by how much there is of it.
///
/// A pair's ln gaps scatter around the pair's mean, the pairs' means by τ around the item's, the
/// items' means by ω around the shop's. Some pairs have a rhythm, with a small scatter σ; the
/// others are bought whenever it happens, with a large one. What a pair is, its own gaps tell. All
/// of it is estimated from the gaps: τ and ω by moments, the two scatters and the share of rhythms
/// by expectation-maximization.
struct GapModel: Sendable {
  /// Of the shop, in ln days.
  let mean: Double
  /// τ² and ω².
  let amongPairs: Double
  let amongItems: Double
  /// σ² of the pairs with a rhythm and of the others, and the share of the former.
  let scatter: Scatter

  struct Scatter: Sendable, Equatable {
    var regular: Double
    var irregular: Double
    var share: Double
  }

  /// What the gaps of one item, or of all, come to.
  struct Sums: Sendable, BitwiseCopyable {
    var gaps = 0
    /// Σ of the ln gaps.
    var sum = 0.0

    mutating func add(_ pair: RepeatPair) {
      gaps += pair.gaps
      sum += pair.gapSum
    }
  }

  /// A month, with much doubt: where nothing was ever bought twice.
  static let unknown = GapModel(
    mean: log(30), amongPairs: 0.5, amongItems: 0.25,
    scatter: Scatter(regular: 0.05, irregular: 0.5, share: 0.1))

  /// The mean of the gaps of an item's buyers.
  func itemMean(_ sums: Sums) -> Double {
    let weight = amongItems / (amongPairs + scatter.irregular)
    return (mean + weight * sums.sum) / (1 + weight * Double(sums.gaps))
  }

  /// The next gap of a pair, given its own so far.
  ///
  /// - Parameter itemShare: of pairs with a rhythm among the item's.
  func gap(of pair: RepeatPair, itemMean: Double, itemShare: Double) -> RepeatGap {
    func logNormal(_ within: Double) -> RepeatGap.LogNormal {
      let precision = 1 / amongPairs + Double(pair.gaps) / within
      return RepeatGap.LogNormal(
        mean: (itemMean / amongPairs + pair.gapSum / within) / precision,
        variance: within + 1 / precision)
    }
    return RepeatGap(
      regular: logNormal(scatter.regular), irregular: logNormal(scatter.irregular),
      regularity: scatter.regularity(
        freedoms: max(pair.gaps - 1, 0), squares: pair.gapSquares, share: itemShare))
  }
}

extension GapModel.Scatter {
  /// The probability that a pair has a rhythm.
  ///
  /// - Parameters:
  ///   - squares: of the ln gaps from their mean.
  ///   - share: of pairs with a rhythm, before its gaps are looked at.
  func regularity(freedoms: Int, squares: Double, share: Double) -> Double {
    // Of χ² densities, what differs.
    func evidence(_ variance: Double) -> Double {
      -0.5 * (Double(freedoms) * log(variance) + squares / variance)
    }
    let odds = log(share / (1 - share)) + evidence(regular) - evidence(irregular)
    return 1 / (1 + exp(-odds))
  }
}

extension GapModel {
  /// Collects what `GapModel` is estimated from, pair by pair.
  struct Estimation: Sendable {
    private var total = Sums()
    /// Of pairs with two gaps and more: those and their squares.
    private var scattered: [(item: Int32, freedoms: Int, squares: Double)] = []
    /// Σ over pairs of the squared sum over its gaps; and of the pairs.
    private var pairSquares = 0.0
    private var pairs = 0

    mutating func add(_ pair: RepeatPair) {
      guard pair.gaps > 0 else { return }
      total.add(pair)
      pairSquares += pair.gapSum * pair.gapSum / Double(pair.gaps)
      pairs += 1
      if pair.gaps > 1 { scattered.append((pair.item, pair.gaps - 1, pair.gapSquares)) }
    }

    /// - Parameter items: of the same pairs, by item.
    func model(items: [Sums]) -> GapModel {
      guard total.gaps >= 10 else { return .unknown }
      let mean = total.sum / Double(total.gaps)
      let freedoms = scattered.reduce(0) { $0 + $1.freedoms }
      let within =
        freedoms >= 10
        ? max(scattered.reduce(0) { $0 + $1.squares } / Double(freedoms), 0.01) : 0.5
      var (itemSquares, itemCount) = (0.0, 0)
      for item in items where item.gaps > 0 {
        itemSquares += item.sum * item.sum / Double(item.gaps)
        itemCount += 1
      }
      // Analysis of variance, nested: pairs within items, items within the shop.
      let gapsPerPair = Double(total.gaps) / Double(pairs)
      let amongPairs =
        pairs > itemCount
        ? ((pairSquares - itemSquares) / Double(pairs - itemCount) - within) / gapsPerPair : 0.1
      let gapsPerItem = Double(total.gaps) / Double(max(itemCount, 1))
      let amongItems =
        itemCount > 1
        ? ((itemSquares - mean * total.sum) / Double(itemCount - 1) - within
          - gapsPerPair * max(amongPairs, 0)) / gapsPerItem : 0.1
      return GapModel(
        mean: mean, amongPairs: max(amongPairs, 0.01), amongItems: max(amongItems, 0.01),
        scatter: scatter(within: within))
    }

    /// Two scatters by expectation-maximization. A gap is a whole number of days and never free of
    /// chance: no scatter is smaller than a tenth.
    private func scatter(within: Double) -> Scatter {
      var scatter = Scatter(
        regular: max(within / 8, 0.01), irregular: max(within * 1.2, 0.02), share: 0.2)
      guard scattered.count >= 20 else { return scatter }
      for _ in 0..<40 {
        var (weight, freedoms, squares) = (0.0, 0.0, 0.0)
        var (otherFreedoms, otherSquares) = (0.0, 0.0)
        for pair in scattered {
          let regularity = scatter.regularity(
            freedoms: pair.freedoms, squares: pair.squares, share: scatter.share)
          weight += regularity
          freedoms += regularity * Double(pair.freedoms)
          squares += regularity * pair.squares
          otherFreedoms += (1 - regularity) * Double(pair.freedoms)
          otherSquares += (1 - regularity) * pair.squares
        }
        scatter = Scatter(
          regular: max(squares / max(freedoms, 1e-9), 0.01),
          irregular: max(otherSquares / max(otherFreedoms, 1e-9), 0.02),
          share: min(max(weight / Double(scattered.count), 0.001), 0.999))
      }
      return scatter
    }

    /// By item: the share of pairs with a rhythm, mixed with the shop's as if five more pairs were
    /// known of every item.
    func itemShares(_ scatter: Scatter, items: Int) -> [Double] {
      var rhythms = [Double](repeating: 5 * scatter.share, count: items)
      var pairs = [Double](repeating: 5, count: items)
      for pair in scattered {
        pairs[Int(pair.item)] += 1
        rhythms[Int(pair.item)] += scatter.regularity(
          freedoms: pair.freedoms, squares: pair.squares, share: scatter.share)
      }
      return zip(rhythms, pairs).map { min(max($0 / $1, 0.001), 0.999) }
    }
  }
}
