import Foundation

/// Where scenarios are kept when nobody says otherwise.
public enum WorkspaceFile {
  /// `$XDG_DATA_HOME/echelon/workspace.sqlite`, by default under `~/.local/share`. Nil where the
  /// environment names no home.
  ///
  /// See the XDG Base Directory Specification, version 0.8: a relative path is to be ignored.
  public static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    let name = "echelon/workspace.sqlite"
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/\(name)" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.local/share/\(name)"
  }
}
