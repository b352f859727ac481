import Foundation
import GRDB

/// A value in a table that no Echelon has put there.
struct StrangeValue: Error {
  let column: String
  let text: String
}

/// A workspace may have been edited by hand: what it holds is looked at before it is believed.
extension Row {
  // Not of `StatementColumnConvertible`: SQLite itself takes any text or blob for the number 0.
  func get<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    do {
      return try decode(Value.self, forColumn: column)
    } catch is RowDecodingError {
      throw StrangeValue(column: column, text: text(of: column))
    }
  }

  func getIfThere<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let isThere = (self[column] as DatabaseValue?).map { !$0.isNull } ?? false
    return isThere ? try get(column) : nil
  }

  /// What `read` makes of a text.
  func get<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value {
    let text: String = try get(column)
    guard let value = read(text) else { throw StrangeValue(column: column, text: text) }
    return value
  }

  private func text(of column: String) -> String {
    guard let value = self[column] as DatabaseValue?, !value.isNull else { return "nothing" }
    return String.fromDatabaseValue(value) ?? value.description
  }
}

extension Date {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  init?(workspaceText text: String) {
    guard
      let date = (try? Self(text, strategy: Self.style)) ?? (try? Self(text, strategy: .iso8601))
    else { return nil }
    self = date
  }

  /// UTC, to the millisecond: scenarios saved within a second keep their order.
  var workspaceText: String { formatted(Self.style) }
}

extension UInt64 {
  init?(workspaceText text: String) { self.init(text, radix: 16) }

  /// Sixteen hexadecimal digits: SQLite's integers have a sign.
  var workspaceText: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
