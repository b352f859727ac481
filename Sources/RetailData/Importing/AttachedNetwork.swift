import Foundation

/// The files of a network that an import takes along.
struct AttachedNetwork {
  /// Only those of `DataFile.network`.
  let texts: [DataFile: SourceText]
  /// What `regions.csv` holds; nil without that file.
  let regions: [Region]?

  /// - Parameter path: A data directory, of which only the network is looked at, or one of its
  ///   files.
  /// - Throws: `DataProblem` where there is no such file, one cannot be read, or `regions.csv` has
  ///   a problem; `CancellationError`.
  init(path: String, work: WorkContext) throws {
    let files = try Self.files(at: path)
    texts = try files.files.mapValues { try SourceText(path: $0, work: work) }
    guard texts[.regions] != nil else {
      regions = nil
      return
    }
    var reader = DirectoryReader(files: files, problems: ProblemLog(.stop, limit: 1), work: work)
    regions = try reader.readRegions().rows
  }

  private static func files(at path: String) throws(DataProblem) -> DataDirectory {
    let names = DataFile.network.map(\.name).joined(separator: ", ")
    var status = stat()
    guard stat(path, &status) == 0 else {
      let templates = NetworkTemplate.allCases.map(\.rawValue).joined(separator: ", ")
      throw DataProblem.system(
        errno, path: path,
        purpose: "a template (\(templates)), or a directory or file of a network")
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let found = try DataDirectory(path: path).files.filter { DataFile.network.contains($0.key) }
      if found.isEmpty {
        throw DataProblem(
          file: path, found: "no file of a network", expected: "one or more of \(names)",
          advice: "name the directory that holds them")
      }
      return DataDirectory(path: path, files: found)
    }
    let name = path.lastPathComponent
    guard let file = DataFile.network.first(where: { [$0.name, $0.name + ".gz"].contains(name) })
    else {
      throw DataProblem(
        file: path, found: "a file of another name", expected: "one of \(names)",
        advice: "rename it to what it holds, or name a directory")
    }
    return DataDirectory(path: TemporaryName.directory(of: path), files: [file: path])
  }

  /// `regions.csv` as it is, with rows for the regions that it lacks.
  func regionsFile(adding new: [(id: String, name: String)]) throws(DataProblem) -> CSVOutput? {
    guard let text = texts[.regions] else { return nil }
    var output = CSVOutput(following: text.bytes.buffer)
    let header = try CSVTable(text).header
    for region in new {
      for column in header {
        switch column {
        case "region_id": output.field(region.id)
        case "name": output.field(region.name)
        default: output.field("")
        }
      }
      output.endRow()
    }
    return output
  }
}
