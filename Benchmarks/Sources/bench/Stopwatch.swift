import Foundation

/// Wall and processor time since it was made.
struct Stopwatch {
  private let start = ContinuousClock.now
  private let startCPU = Stopwatch.processorSeconds()

  var seconds: Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  /// Of all threads together.
  var processorSeconds: Double { Stopwatch.processorSeconds() - startCPU }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The most memory this process held, mapped files included, in bytes; 0 where the system does not
/// say. Unlike `getrusage` it forgets what the process was before it was this program.
func peakResidentBytes() -> Double {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
    let kilobytes = line.split(separator: " ").compactMap({ Double($0) }).first
  else { return 0 }
  return kilobytes * 1_024
}

/// Writes one result line and hands it over at once.
func emit(_ values: [(String, Double)]) {
  let fields = values.map { "\"\($0.0)\":\($0.1)" }
  FileHandle.standardOutput.write(Data(("{" + fields.joined(separator: ",") + "}\n").utf8))
}
