import Foundation
import Testing

/// Starts programs and waits for them, by the system calls themselves.
///
/// Foundation's `Process` takes a program for running as long as anything that it started is: a
/// terminal server that stays in the background would never end.
enum Spawn {
  /// Runs a program to its end. Standard input is empty; output and errors go to files.
  ///
  /// - Parameter patience: After this time it is killed; nil waits for ever.
  /// - Returns: The exit status; 128 + the signal where one ended it, as shells say it.
  static func run(
    _ arguments: [String], directory: String, environment: [String: String], output: String,
    errors: String, patience: DispatchTimeInterval? = nil
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o644)
    // Threads of the test runner block signals, which a program would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    // The shell changes the directory and then becomes the program.
    let command = ["sh", "-c", #"cd "$0" && exec "$@""#, directory] + arguments
    let code = withCStrings(command) { command in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, "/bin/sh", &actions, &attributes, command, environment)
      }
    }
    try #require(code == 0, "cannot start \(arguments): \(code)")
    let overdue = DispatchWorkItem { [process] in kill(process, SIGKILL) }
    if let patience {
      DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: overdue)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    overdue.cancel()
    let signal = status & 0x7f
    return signal == 0 ? status >> 8 & 0xff : 128 + signal
  }

  /// Calls `body` with a null-terminated array of C strings.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
