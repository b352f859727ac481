/// What random numbers are for. Two purposes share nothing, though the seed be the same: a plan
/// that is checked on the numbers it was made from looks better than it is.
public enum DrawPurpose: UInt32, Sendable, CaseIterable {
  /// The scenarios that a plan is made for.
  case planning = 1
  /// Fresh scenarios, to see what a plan is worth on others than its own.
  case checking = 2
  /// Days on which policies are tuned.
  case calibration = 3
  /// Days on which what was tuned is chosen, and which promise what it costs.
  case validation = 5
  /// Days on which policies are compared.
  case simulation = 4
}
