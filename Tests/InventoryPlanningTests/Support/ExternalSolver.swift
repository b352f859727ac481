import Foundation

/// A linear programming solver of Debian's packages: the judge that shares nothing with ours.
enum ExternalSolver: String, CaseIterable {
  /// COIN-OR's simplex: the faster one.
  case clp
  /// GNU's.
  case glpsol

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  struct Answer {
    /// The constant included.
    var cost: Double
    /// One for each column, and for each row.
    var values: [Double]
    var activities: [Double]
    /// What one more unit of the row's bound adds to the cost.
    var duals: [Double]
  }

  /// - Throws: `Failure` where the solver is missing, or finds the program infeasible or unbounded.
  func solve(_ program: LinearProgram) throws -> Answer {
    var answer = try solve(freeMPS: program.freeMPS)
    // The last column is the constant.
    guard answer.values.count == program.columns.count + 1,
      answer.duals.count == program.rows.count
    else { throw Failure(description: "\(rawValue): a solution of another shape") }
    answer.values.removeLast()
    return answer
  }

  /// - Parameter text: A program to be minimised, whose objective has no constant.
  func solve(freeMPS text: String) throws -> Answer {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("echelon-lp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let model = directory.appendingPathComponent("model.mps")
    let solution = directory.appendingPathComponent("solution")
    try Data(text.utf8).write(to: model)
    let said: String
    switch self {
    case .clp:
      said = try run([
        "clp", model.path, "-primalTolerance", "1e-9", "-dualTolerance", "1e-9", "-seconds", "120",
        "-dualSimplex", "-saveSolution", solution.path,
      ])
      guard said.contains("Optimal objective") else { throw Failure(description: said) }
      return try Self.clpAnswer(Data(contentsOf: solution))
    case .glpsol:
      said = try run([
        "glpsol", "--freemps", model.path, "--min", "--tmlim", "120", "--write", solution.path,
      ])
      guard said.contains("OPTIMAL LP SOLUTION FOUND") || said.contains("OPTIMAL SOLUTION FOUND")
      else { throw Failure(description: said) }
      return try Self.glpkAnswer(String(contentsOf: solution, encoding: .utf8))
    }
  }

  /// The best cost of a program with integer columns, to 1e-6 of itself; nil where the time is not
  /// enough.
  ///
  /// - Throws: `Failure` where glpsol is missing, or finds the program infeasible or unbounded.
  static func integerOptimum(_ program: LinearProgram, seconds: Int = 20) throws -> Double? {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("echelon-mip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let model = directory.appendingPathComponent("model.mps")
    let solution = directory.appendingPathComponent("solution")
    try Data(program.freeMPS.utf8).write(to: model)
    let said = try glpsol.run([
      "glpsol", "--freemps", model.path, "--min", "--tmlim", "\(seconds)", "--mipgap", "1e-6",
      "--cuts", "--write", solution.path,
    ])
    if said.contains("TIME LIMIT EXCEEDED") { return nil }
    guard said.contains("INTEGER OPTIMAL SOLUTION FOUND") || said.contains("RELATIVE MIP GAP")
    else { throw Failure(description: said) }
    let text = try String(contentsOf: solution, encoding: .utf8)
    for line in text.split(separator: "\n") where line.hasPrefix("s ") {
      return line.split(separator: " ").last.flatMap { Double($0) }
    }
    throw Failure(description: "glpsol wrote no solution")
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      throw Failure(description: "\(rawValue) is not installed; `Scripts/setup test` installs it")
    }
    return text
  }

  /// CLP's `saveSolution`, in full precision: rows and columns as 32-bit integers, the objective,
  /// then row activities, row duals, columns and reduced costs as doubles.
  private static func clpAnswer(_ data: Data) throws -> Answer {
    func value<T>(at offset: Int, as type: T.Type) -> T {
      data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: type) }
    }
    guard data.count >= 16 else { throw Failure(description: "clp wrote no solution") }
    let rows = Int(value(at: 0, as: Int32.self))
    let columns = Int(value(at: 4, as: Int32.self))
    guard data.count == 16 + 16 * (rows + columns) else {
      throw Failure(description: "clp wrote a solution of unknown format")
    }
    func doubles(_ start: Int, _ count: Int) -> [Double] {
      (start..<start + count).map { value(at: 16 + 8 * $0, as: Double.self) }
    }
    return Answer(
      cost: value(at: 8, as: Double.self), values: doubles(2 * rows, columns),
      activities: doubles(0, rows), duals: doubles(rows, rows))
  }

  /// `glpsol --write`: a line `s … objective`, `i row status activity dual` for each row but the
  /// objective, and `j column status value reduced` for each column.
  private static func glpkAnswer(_ text: String) throws -> Answer {
    var answer = Answer(cost: 0, values: [], activities: [], duals: [])
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words[0] == "s", let objective = words.last.flatMap({ Double($0) }) {
        answer.cost = objective
      }
      guard words.count == 5, let value = Double(words[3]), let dual = Double(words[4]) else {
        continue
      }
      if words[0] == "i" {
        answer.activities.append(value)
        answer.duals.append(dual)
      } else if words[0] == "j" {
        answer.values.append(value)
      }
    }
    return answer
  }
}
