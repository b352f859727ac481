/// Collects named columns and writes them as one file that `SectionFile` maps.
///
/// ```swift
/// var writer = SectionFileWriter(version: 1, fingerprint: data.fingerprint)
/// writer.add("offsets", index.offsets)
/// try writer.write(to: path, work: work)
/// ```
public struct SectionFileWriter: Sendable {
  public let version: UInt32
  public let fingerprint: UInt64
  private(set) var sections: [Section] = []

  struct Section: Sendable {
    let name: String
    let stride: Int
    let bytes: Column<UInt8>
  }

  /// - Parameters:
  ///   - version: Of the meaning of the sections; a reader accepts only its own.
  ///   - fingerprint: Of what the sections were made from, such as `Dataset.fingerprint`.
  public init(version: UInt32, fingerprint: UInt64) {
    self.version = version
    self.fingerprint = fingerprint
  }

  /// Adds a section. Names are distinct and at most 32 bytes long.
  public mutating func add<Element>(_ name: String, _ column: Column<Element>) {
    add(Section(name: name, stride: MemoryLayout<Element>.stride, bytes: column.bytes))
  }

  mutating func add(_ section: Section) {
    precondition(
      section.name.utf8.count <= SectionLayout.nameSize
        && !sections.contains { $0.name == section.name },
      "section names are short and distinct")
    sections.append(section)
  }

  /// Adds strings, as the two sections `name.bytes` and `name.offsets`.
  public mutating func add(_ name: String, _ strings: StringColumn) {
    add("\(name).bytes", strings.bytes)
    add("\(name).offsets", strings.offsets)
  }

  /// Writes the file whole or not at all.
  ///
  /// - Throws: `DataProblem` where there is no room or no permission; `CancellationError`.
  public func write(to path: String, work: WorkContext) throws {
    var position = SectionLayout.headerSize + sections.count * SectionLayout.entrySize
    var table: [UInt8] = []
    for section in sections {
      position = SectionLayout.aligned(position)
      let raw = UnsafeRawBufferPointer(section.bytes.buffer)
      let name = Array(section.name.utf8)
      table.append(contentsOf: name)
      table.append(
        contentsOf: repeatElement(0, count: SectionLayout.nameSize - name.count))
      table.append(littleEndian: UInt64(position))
      table.append(littleEndian: UInt64(raw.count))
      table.append(littleEndian: UInt64(section.stride))
      table.append(littleEndian: try ContentHash.of(raw, work: work))
      position += raw.count
    }
    let header = try header(table: table, size: position, work: work)
    var file = try AtomicFile(path: path)
    try header.withUnsafeBytes { try file.write($0) }
    try table.withUnsafeBytes { try file.write($0) }
    let padding = [UInt8](repeating: 0, count: SectionLayout.alignment)
    for section in sections {
      try work.checkCancelled()
      let gap = SectionLayout.aligned(file.count) - file.count
      try padding.withUnsafeBytes { try file.write(UnsafeRawBufferPointer(rebasing: $0[..<gap])) }
      try file.write(UnsafeRawBufferPointer(section.bytes.buffer))
    }
    try file.commit()
  }

  private func header(table: [UInt8], size: Int, work: WorkContext) throws -> [UInt8] {
    var header: [UInt8] = []
    header.append(littleEndian: SectionLayout.magic)
    header.append(littleEndian: version)
    header.append(littleEndian: UInt32(sections.count))
    header.append(littleEndian: fingerprint)
    header.append(littleEndian: UInt64(size))
    header.append(littleEndian: try table.withUnsafeBytes { try ContentHash.of($0, work: work) })
    header.append(littleEndian: try header.withUnsafeBytes { try ContentHash.of($0, work: work) })
    header.pad(to: SectionLayout.headerSize, with: 0)
    return header
  }
}

extension Column {
  /// The same memory as bytes.
  var bytes: Column<UInt8> {
    Column<UInt8>(
      viewing: UnsafeRawBufferPointer(buffer).bindMemory(to: UInt8.self), of: storage)
  }
}

extension [UInt8] {
  mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
