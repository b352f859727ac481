import ArgumentParser
import Foundation

/// Finds the directory of data that a command is to read.
enum DataLocation {
  /// What was named, in this order: the argument, `--data`, `ECHELON_DATA`, the bundled sample.
  static func resolve(argument: String? = nil, option: String?) throws -> String {
    if let named = argument ?? option { return named }
    let environment = ProcessInfo.processInfo.environment["ECHELON_DATA"]
    if let environment, !environment.isEmpty { return environment }
    if let sample = bundledSample() { return sample }
    throw Failure(
      "no data was named and the bundled sample was not found; "
        + "name a directory with --data, or make a sample with: echelon sample DIR")
  }

  /// An empty name, as from an unset variable of a shell, must not stand for the current directory.
  static func requireName(_ name: String?, of argument: String) throws {
    if name?.isEmpty == true {
      throw ValidationError("\(argument) is empty, but must name a directory; . is this one.")
    }
  }

  /// The sample that comes with the program: in `../share/echelon` of an installation, or at the
  /// top of the checkout in which the program was built.
  private static func bundledSample() -> String? {
    guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    let folder = executable.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appending(path: "share/echelon/sample-data")
    var candidates = [installed]
    // A build stands at .build/<platform>/<configuration>/echelon.
    var ancestor = folder
    for _ in 0..<4 {
      ancestor.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: ancestor.appending(path: "Package.swift").path) {
        candidates.append(ancestor.appending(path: "sample-data"))
      }
    }
    return candidates.map(\.path).first(where: holdsPurchases)
  }

  private static func holdsPurchases(_ directory: String) -> Bool {
    ["purchases.csv", "purchases.csv.gz"].contains { name in
      FileManager.default.fileExists(atPath: "\(directory)/\(name)")
    }
  }
}
