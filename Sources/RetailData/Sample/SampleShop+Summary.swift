extension SampleShop {
  /// What a sample holds, and what was planted in it.
  public struct Summary: Sendable, Equatable {
    public let items: Int
    public let customers: Int
    /// Purchase lines.
    public let lines: Int
    public let orders: Int
    public let regions: Int
    public let facilities: Int
    /// Names of the files written, `truth/…` included.
    public let files: [String]

    /// Groups of items that are bought together.
    public let families: Int
    public let familyItems: Int
    /// Accounts planted as heavy buyers, and their share of all lines, 0…1.
    public let heavyCustomers: Int
    public let heavyLineShare: Double
    /// Facilities with less room than a newsvendor's stock of all they serve would fill.
    public let scarceStorage: [String]
    /// Facilities that can ship less than is expected of them.
    public let scarceOutbound: [String]
  }
}
