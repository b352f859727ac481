import Foundation
import Testing

/// The built program, run as an analyst runs it.
enum Program {
  /// What one run said, and how it ended.
  struct Outcome: Sendable {
    /// The exit status; 128 + the signal where one ended the program, as shells say it.
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Where the program was built: `Scripts/test` says so; otherwise beside the test bundle.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["ECHELON_PROGRAM"] { return named }
    return Bundle.main.bundleURL.appending(path: "echelon").path
  }()

  /// Runs the program with `arguments` in `scratch`, and waits for its end.
  ///
  /// - Parameter output: A file for standard output instead of a place that is read back.
  static func run(
    _ arguments: [String], in scratch: Scratch, environment: [String: String] = [:],
    output: String? = nil
  ) async throws -> Outcome {
    try await run(
      executable: path, arguments, in: scratch, environment: environment, output: output)
  }

  /// Runs a line of shell with `echelon` on the path.
  static func shell(
    _ line: String, in scratch: Scratch, environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(
      executable: "/bin/bash", ["-c", "set -e -o pipefail; " + line], in: scratch,
      environment: environment, output: nil)
  }

  /// A slow, loaded machine needs time; a program that hangs must still end the test.
  private static let deadline = DispatchTimeInterval.seconds(300)
  private static let waiting = DispatchQueue(label: "waiting for programs", attributes: .concurrent)

  private static func run(
    executable: String, _ arguments: [String], in scratch: Scratch,
    environment: [String: String], output: String?
  ) async throws -> Outcome {
    let outputFile = try output ?? scratch.emptyFile(named: "stdout")
    let errorFile = try scratch.emptyFile(named: "stderr")
    let environment = scratch.environment.merging(environment) { $1 }
    // Waiting blocks a thread, which must not be one of those that run tests.
    let status = try await withCheckedThrowingContinuation { continuation in
      waiting.async {
        continuation.resume(
          with: Result {
            try Spawn.run(
              [executable] + arguments, directory: scratch.directory.path,
              environment: environment, output: outputFile, errors: errorFile, patience: deadline)
          })
      }
    }
    return Outcome(
      status: status,
      output: output == nil ? try Data(contentsOf: URL(fileURLWithPath: outputFile)) : Data(),
      errors: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: errorFile)), as: UTF8.self))
  }
}
