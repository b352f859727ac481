/// Sobol's sequence in four dimensions: points that fill the unit cube more evenly than random ones.
///
/// Of any 2ᵏ points in a row that begin at a multiple of 2ᵏ, every one of 2ᵏ equal parts of an axis
/// has exactly one; of dimensions 0 and 1, every rectangle of that size has. Direction numbers of
/// Joe & Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci.
/// Comput. 30, 2008.
struct SobolSequence: Sendable {
  /// `[dimension × 32 + bit of the number]`
  private let directions: FlatBuffer<UInt32>

  init() {
    // Primitive polynomials: coefficients between the first and the last, and first numbers.
    let polynomials: [(inner: UInt32, first: [UInt32])] = [(0, [1]), (1, [1, 3]), (1, [1, 3, 1])]
    var all = (0..<32).map { UInt32(1) << (31 - $0) }
    for (inner, first) in polynomials {
      let degree = first.count
      var numbers = first
      for bit in degree..<32 {
        var next = numbers[bit - degree] ^ numbers[bit - degree] << degree
        for step in 1..<max(degree, 1) where inner >> (degree - 1 - step) & 1 == 1 {
          next ^= numbers[bit - step] << step
        }
        numbers.append(next)
      }
      all += numbers.enumerated().map { $1 << (31 - $0) }
    }
    directions = FlatBuffer(all)
  }

  /// Point `number`, as a fraction of 2³².
  @inline(__always)
  func point(_ number: UInt32, dimension: Int) -> UInt32 {
    let directions = directions.pointer + dimension * 32
    var rest = number
    var point: UInt32 = 0
    while rest != 0 {
      point ^= directions[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return point
  }

  /// A point moved at random so that it is uniform and the evenness stays (Owen's nested scrambling,
  /// by the hash of Laine & Karras as Burley gives it in "Practical hash-based Owen scrambling",
  /// JCGT 9, 2020).
  @inline(__always)
  static func scrambled(_ point: UInt32, _ seed: UInt32) -> UInt32 {
    var x = reversed(point)
    x = x &+ seed
    x ^= x &* 0x6c50_b47c
    x ^= x &* 0xb82f_1e52
    x ^= x &* 0xc7af_e638
    x ^= x &* 0x8d22_f6e6
    return reversed(x)
  }

  @inline(__always)
  private static func reversed(_ word: UInt32) -> UInt32 {
    var x = word.byteSwapped
    x = x >> 4 & 0x0f0f_0f0f | (x & 0x0f0f_0f0f) << 4
    x = x >> 2 & 0x3333_3333 | (x & 0x3333_3333) << 2
    return x >> 1 & 0x5555_5555 | (x & 0x5555_5555) << 1
  }
}
