/// The text of one source file: mapped, or unpacked from gzip.
struct SourceText {
  /// Path as the analyst would type it.
  let path: String
  let bytes: Column<UInt8>
  /// Where the text begins, behind a byte order mark.
  let start: Int

  /// Opens `path`; a name that ends in `.gz` is unpacked.
  ///
  /// - Throws: `DataProblem` where it cannot be read or is not text; `CancellationError`.
  init(path: String, work: WorkContext) throws {
    let file = try MappedFile(path: path)
    self.path = path
    if path.hasSuffix(".gz") {
      bytes = try Inflation.inflate(file.bytes, path: path, work: work)
    } else {
      bytes = Column(viewing: file.bytes.bindMemory(to: UInt8.self), of: file)
    }
    let first = bytes.buffer.prefix(4)
    if first.starts(with: [0xff, 0xfe]) || first.starts(with: [0xfe, 0xff]) {
      throw DataProblem(
        file: path, line: 1, column: 1, found: "a UTF-16 byte order mark", expected: "UTF-8 text",
        advice: "save the file as CSV UTF-8")
    }
    if first.starts(with: [0x1f, 0x8b]) {
      throw DataProblem(
        file: path, line: 1, column: 1, found: "gzip data", expected: "text",
        advice: "name the file .csv.gz, or unpack it")
    }
    start = first.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }
}

/// Finds line and column of byte positions; quickest when they come in rising order.
struct LineLocator {
  private let bytes: Column<UInt8>
  private let start: Int
  private var position: Int
  private var line = 1
  private var lineStart: Int

  init(_ text: SourceText) {
    bytes = text.bytes
    start = text.start
    position = start
    lineStart = start
  }

  /// 1-based line and byte column.
  mutating func locate(_ target: Int) -> (line: Int, column: Int) {
    if target < position {
      position = start
      lineStart = start
      line = 1
    }
    let buffer = bytes.buffer
    while position < target {
      if buffer[position] == .lineFeed {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
    return (line, target - lineStart + 1)
  }
}
