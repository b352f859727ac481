import Foundation

/// The session file: `$XDG_STATE_HOME/echelon/session.json`, by default under `~/.local/state`.
///
/// Losing it loses comfort, nothing else: a missing, damaged or unwritable file is not an error.
struct SessionStore: Sendable {
  let file: URL

  init(directory: URL) {
    file = directory.appendingPathComponent("session.json")
  }

  /// Nil where nothing usable is there.
  func read() -> SessionRecord? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode(SessionRecord.self, from: data)
  }

  /// Writes what a record says of one set of data. What another workbench wrote of others in the
  /// meantime stays.
  func write(_ record: SessionRecord, of data: String) throws {
    var merged = read() ?? record
    merged.theme = record.theme
    merged.data[data] = record.data[data]
    try write(merged)
  }

  /// Written whole beside its place and moved there.
  func write(_ record: SessionRecord) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try encoder.encode(record).write(to: file, options: .atomic)
  }
}
