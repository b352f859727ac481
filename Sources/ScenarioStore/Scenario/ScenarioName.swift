import Foundation

/// A name that a scenario may have. Two names that differ only in case, or in how an accent is
/// encoded, are one.
struct ScenarioName: Equatable {
  /// As it was typed, without blanks around it.
  let text: String

  static let longest = 60
  /// A character may be made of any number of combining marks.
  private static let mostBytes = 240

  init(_ text: String) throws(ScenarioError) {
    self.text = Self.trimmed(text)
    if self.text.isEmpty { throw .emptyName }
    for scalar in self.text.unicodeScalars where !Self.isVisible(scalar) {
      throw .unprintableName(scalar: scalar.value)
    }
    let length = self.text.count
    if length > Self.longest || self.text.utf8.count > Self.mostBytes {
      throw .longName(length: length)
    }
  }

  /// What two writings of one name have in common.
  var key: String { Self.key(of: text) }

  /// The key of any text: what is no valid name is simply not found.
  static func key(of text: String) -> String {
    trimmed(text).precomposedStringWithCanonicalMapping.lowercased()
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }

  /// Nothing that acts on a terminal, and nothing that changes the direction of what follows.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    // Joiners belong to some scripts and to emoji.
    case .format: scalar.value == 0x200c || scalar.value == 0x200d
    default: true
    }
  }
}
