/// A mapped file of named columns, checked as a whole before anything is read from it.
///
/// The checks cover the header, the table, every section's bounds and every section's hash, so a
/// damaged or truncated file is refused and never read out of bounds. What the numbers *mean* (say,
/// an index below a count) is for the reader to check: a hash does not resist malice.
public struct SectionFile: Sendable {
  public let fingerprint: UInt64
  private let file: MappedFile
  private let sections: [String: Section]

  private struct Section: Sendable {
    let offset: Int
    let byteCount: Int
    let stride: Int
    let hash: UInt64
  }

  /// Why a file is not used.
  public enum Failure: Error, Sendable, Equatable {
    /// It is not there or may not be read.
    case unreadable(DataProblem)
    /// Another version, or made from something else.
    case stale
    case damaged
  }

  /// Maps and checks the file at `path`.
  ///
  /// - Throws: `Failure`; `CancellationError`.
  public init(path: String, version: UInt32, fingerprint: UInt64? = nil, work: WorkContext) throws {
    do throws(DataProblem) {
      file = try MappedFile(path: path)
    } catch {
      throw Failure.unreadable(error)
    }
    let bytes = file.bytes
    guard bytes.count >= SectionLayout.headerSize, bytes.word(at: 0) == SectionLayout.magic else {
      throw Failure.damaged
    }
    let versionAndCount = bytes.word(at: 8)
    let headerHash = try ContentHash.of(UnsafeRawBufferPointer(rebasing: bytes[..<40]), work: work)
    guard headerHash == bytes.word(at: 40) else { throw Failure.damaged }
    guard UInt32(truncatingIfNeeded: versionAndCount) == version else { throw Failure.stale }
    self.fingerprint = bytes.word(at: 16)
    if let fingerprint, fingerprint != self.fingerprint { throw Failure.stale }
    let count = Int(versionAndCount >> 32)
    let tableEnd = SectionLayout.headerSize + count * SectionLayout.entrySize
    guard bytes.word(at: 24) == UInt64(bytes.count), count <= SectionLayout.mostSections,
      tableEnd <= bytes.count
    else { throw Failure.damaged }
    let table = UnsafeRawBufferPointer(rebasing: bytes[SectionLayout.headerSize..<tableEnd])
    guard try ContentHash.of(table, work: work) == bytes.word(at: 32) else {
      throw Failure.damaged
    }
    sections = try Self.readTable(table, count: count, fileSize: bytes.count, start: tableEnd)
    for section in sections.values {
      let range = section.offset..<(section.offset + section.byteCount)
      let found = try ContentHash.of(UnsafeRawBufferPointer(rebasing: bytes[range]), work: work)
      if found != section.hash { throw Failure.damaged }
    }
  }

  /// The section `name` as values of `Element`; nil where there is none or it holds other values.
  public func column<Element>(_ name: String, of type: Element.Type = Element.self)
    -> Column<Element>?
  {
    guard let section = sections[name], section.stride == MemoryLayout<Element>.stride else {
      return nil
    }
    let raw = file.bytes[section.offset..<(section.offset + section.byteCount)]
    return Column(
      viewing: UnsafeRawBufferPointer(rebasing: raw).bindMemory(to: Element.self), of: file)
  }

  /// The strings `name`; nil where they are not there or their offsets do not fit their bytes.
  public func strings(_ name: String) -> StringColumn? {
    guard let bytes = column("\(name).bytes", of: UInt8.self),
      let offsets = column("\(name).offsets", of: UInt32.self),
      offsets.isRising(from: 0, to: bytes.count)
    else { return nil }
    return StringColumn(bytes: bytes, offsets: offsets)
  }

  private static func readTable(
    _ table: UnsafeRawBufferPointer, count: Int, fileSize: Int, start: Int
  ) throws(Failure) -> [String: Section] {
    var sections: [String: Section] = [:]
    for number in 0..<count {
      let entry = number * SectionLayout.entrySize
      let name = table[entry..<(entry + SectionLayout.nameSize)].prefix { $0 != 0 }
      let offset = table.word(at: entry + 32)
      let byteCount = table.word(at: entry + 40)
      let stride = table.word(at: entry + 48)
      let (end, overflow) = offset.addingReportingOverflow(byteCount)
      guard !overflow, end <= UInt64(fileSize), offset >= UInt64(start),
        offset % UInt64(SectionLayout.alignment) == 0, stride > 0, byteCount % stride == 0
      else { throw .damaged }
      sections[String(decoding: name, as: UTF8.self)] = Section(
        offset: Int(offset), byteCount: Int(byteCount), stride: Int(stride),
        hash: table.word(at: entry + 56))
    }
    return sections
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func word(at position: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}

extension Column<UInt32> {
  /// True where the values never fall, the first is `first` and the last is `last`: the offsets of
  /// compressed rows.
  public func isRising(from first: UInt32, to last: Int) -> Bool {
    let values = buffer
    guard let start = values.first, let end = values.last, start == first, Int(end) == last else {
      return false
    }
    var falls: UInt32 = 0
    for position in 1..<Swift.max(values.count, 1) {
      falls |= values[position - 1] > values[position] ? 1 : 0
    }
    return falls == 0
  }
}
