import Foundation

/// Elementary functions of many numbers at once, within some 2 units in the last of 24 bits.
enum VectorMath {
  typealias Lane = SIMD16<Float>
  static let lanes = 16

  /// Numbers in whole lanes that hold `count`.
  static func padded(_ count: Int) -> Int { (count + lanes - 1) / lanes * lanes }

  /// eˣ by Cody and Waite's reduction, 2ⁿ eʳ with |r| ≤ ln 2 / 2, and the polynomial of Moshier's
  /// Cephes library; from -87 to 88, beyond which it stays as it is there.
  @inline(__always)
  static func exp(_ x: Lane) -> Lane {
    var clamped = x.replacing(with: -87, where: x .< -87)
    clamped.replace(with: 88, where: clamped .> 88)
    // Adding 1.5 · 2²³ rounds to a whole number and leaves it in the low bits.
    let shifted = clamped * 1.442_695_041 + 12_582_912
    let whole = shifted - 12_582_912
    let rest = clamped - whole * 0.693_359_375 + whole * 2.121_944_4e-4
    var series = rest * 1.987_569_15e-4 + 1.398_199_950_7e-3
    series = series * rest + 8.333_451_907_3e-3
    series = series * rest + 4.166_579_589_4e-2
    series = series * rest + 1.666_666_545_9e-1
    series = series * rest + 5.000_000_120_1e-1
    series = series * rest * rest + rest + 1
    let exponent = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &<< 23
    return unsafeBitCast(unsafeBitCast(series, to: SIMD16<Int32>.self) &+ exponent, to: Lane.self)
  }

  @inline(__always)
  static func tanh(_ x: Lane) -> Lane { 1 - 2 / (exp(2 * x) + 1) }

  /// Replaces scores by the shares that they stand for, eˢ / Σ eˢ, after adding `bias` and `start`
  /// to them.
  ///
  /// - Returns: ln Σ eˢ.
  static func softmax(
    _ scores: UnsafeMutablePointer<Lane>, adding bias: UnsafePointer<Lane>,
    _ start: UnsafePointer<Lane>, count: Int
  ) -> Float {
    var most = Lane(repeating: -.greatestFiniteMagnitude)
    for lane in 0..<count {
      let score = scores[lane] + bias[lane] + start[lane]
      scores[lane] = score
      most.replace(with: score, where: score .> most)
    }
    let highest = most.max()
    var sum = Lane.zero
    for lane in 0..<count {
      let share = exp(scores[lane] - highest)
      scores[lane] = share
      sum += share
    }
    let total = sum.sum()
    let scale = 1 / total
    for lane in 0..<count { scores[lane] *= scale }
    return highest + log(total)
  }
}
