import Foundation

/// Why a method cannot learn from the data.
public enum TrainingProblem: Error, Sendable, Equatable {
  /// Nobody bought anything.
  case noPurchases(Method)
  /// No customer bought in the last two weeks and before them.
  case tooShort(Method)
  /// It would take more than the machine has, or than anybody waits for.
  case tooLarge(Method, items: Int, bytes: Double, seconds: Double, memory: Double)
}

extension TrainingProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noPurchases(let method):
      return "\(method.rawValue): found no purchases, expected some to learn from"
    case .tooShort(let method):
      return "\(method.rawValue): found nobody who bought in the last two weeks and before them, "
        + "expected at least four weeks of purchases with customers who come back"
    case .tooLarge(let method, let items, let bytes, let seconds, let memory):
      return "\(method.rawValue): \(items) items would take "
        + "\(Self.gigabytes(bytes)) of memory and about \(Self.duration(seconds)), which is more "
        + "than half of the \(Self.gigabytes(memory)) here, or than half an hour; take "
        + "factorization, whose cost grows with the purchases, or fewer items"
    }
  }

  private static func gigabytes(_ bytes: Double) -> String {
    String(format: bytes < 1e10 ? "%.1f GB" : "%.0f GB", bytes / 1e9)
  }

  private static func duration(_ seconds: Double) -> String {
    seconds < 120
      ? String(format: "%.0f seconds", seconds)
      : seconds < 7_200
        ? String(format: "%.0f minutes", seconds / 60)
        : String(format: "%.0f hours", seconds / 3_600)
  }
}

extension Training {
  /// What keeps its ground from being learned keeps the method itself from learning.
  func asItsOwn<Result>(_ learn: () throws -> Result) throws -> Result {
    do {
      return try learn()
    } catch TrainingProblem.noPurchases {
      throw TrainingProblem.noPurchases(method)
    } catch TrainingProblem.tooShort {
      throw TrainingProblem.tooShort(method)
    }
  }
}
