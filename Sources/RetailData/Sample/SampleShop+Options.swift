extension SampleShop {
  /// How large a shop, and from which seed.
  public struct Options: Sendable, Equatable {
    /// Sizes with a name.
    public enum Size: String, Sendable, CaseIterable {
      /// For tests and first looks: 300 items, 500 customers, 15,000 purchases, 7 facilities.
      case small
      /// The bundled sample: 2,000 items, 5,000 customers, 200,000 purchases, 15 facilities.
      case medium
      /// 20,000 items, 50,000 customers, 1,000,000 purchases, 15 facilities.
      case large
    }

    public var items: Int
    public var customers: Int
    /// Purchase lines, exactly.
    public var purchases: Int
    public var facilities: Int
    public var seed: UInt64
    /// Writes `purchases.csv.gz` in place of `purchases.csv`.
    public var compressesPurchases = false
    /// Also writes what was planted, to CSV files in the subdirectory `truth`.
    public var truth = false

    public static let defaultSeed: UInt64 = 2_024

    public init(size: Size = .medium, seed: UInt64 = Options.defaultSeed) {
      self.seed = seed
      switch size {
      case .small: (items, customers, purchases, facilities) = (300, 500, 15_000, 7)
      case .medium: (items, customers, purchases, facilities) = (2_000, 5_000, 200_000, 15)
      case .large: (items, customers, purchases, facilities) = (20_000, 50_000, 1_000_000, 15)
      }
    }

    /// - Throws: `Failure.invalidOption` for the first number out of range.
    public func validate() throws {
      try check("items", items, 1...500_000)
      try check("customers", customers, 1...5_000_000)
      try check("purchases", purchases, 0...100_000_000)
      try check("facilities", facilities, 1...99)
    }

    private func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws {
      if !range.contains(value) {
        throw Failure.invalidOption(name: name, found: value, allowed: range)
      }
    }
  }

  /// Why no sample was written.
  public enum Failure: Error, Sendable, Equatable {
    case invalidOption(name: String, found: Int, allowed: ClosedRange<Int>)
    /// Data stand in the directory already.
    case existingData(path: String, files: [String])
    case notADirectory(path: String)
    case cannotWrite(path: String, reason: String)
  }
}

extension SampleShop.Failure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidOption(let name, let found, let allowed):
      "--\(name): found \(found), expected a number from \(allowed.lowerBound) to "
        + "\(allowed.upperBound)"
    case .existingData(let path, let files):
      "\(path): found \(files.joined(separator: ", ")), expected no data yet; "
        + "name another directory, or allow these files to be replaced"
    case .notADirectory(let path):
      "\(path): found a file, expected a directory or a name that is free; name "
        + "another place"
    case .cannotWrite(let path, let reason):
      "\(path): found \(reason), expected a place to write to; check the path and the disk"
    }
  }
}
