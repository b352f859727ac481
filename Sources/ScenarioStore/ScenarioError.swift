/// What is wrong with the name of a scenario, in one sentence that says what to do.
public enum ScenarioError: Error, Sendable, Equatable {
  case emptyName
  case longName(length: Int)
  /// A character that is not seen, or that acts on a terminal.
  case unprintableName(scalar: UInt32)
  /// There is one of that name, perhaps written in another case.
  case nameTaken(by: String)
  /// Somebody else has saved it since it was read.
  case savedMeanwhile(name: String)
  /// There is none of that name. With those that may have been meant, or else all of few.
  case unknownName(String, near: [String], count: Int, file: String)
}

extension ScenarioError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyName:
      "the name is empty; give the scenario a name"
    case .longName(let length):
      "the name has \(length) characters, expected at most \(ScenarioName.longest); shorten it"
    case .unprintableName(let scalar):
      "the name has the character U+\(Self.hexadecimal(scalar)), which cannot be shown; "
        + "leave it out"
    case .nameTaken(let name):
      "there is a scenario “\(name)” already; choose another name, or replace it"
    case .savedMeanwhile(let name):
      "somebody else has saved or deleted “\(name)” meanwhile; save under another name, or replace "
        + "it"
    case .unknownName(let name, let near, let count, let file):
      "there is no scenario “\(name)” in \(file); \(Self.advice(near: near, count: count))"
    }
  }

  private static func advice(near: [String], count: Int) -> String {
    let names = near.map { "“\($0)”" }
    if count == 0 { return "nothing has been saved there yet" }
    if names.isEmpty { return "none of the \(count) there has a similar name" }
    return near.count == count
      ? "there is \(names.joined(separator: ", "))"
      : "did you mean \(names.joined(separator: " or "))?"
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
