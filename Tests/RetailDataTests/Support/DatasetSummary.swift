@testable import RetailData

extension Dataset {
  /// Everything this data set holds, as bytes: equal for equal data.
  var everything: [String: [UInt8]] { DatasetCache.encode(self, skipped: 0).contents }
}

extension SectionFileWriter {
  var contents: [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: sections.map { ($0.name, Array($0.bytes)) })
  }

  /// The same file with every byte of one section replaced.
  func replacing(_ name: String, with byte: UInt8) -> SectionFileWriter {
    var copy = SectionFileWriter(version: version, fingerprint: fingerprint)
    for section in sections {
      let bytes =
        section.name == name
        ? Column([UInt8](repeating: byte, count: section.bytes.count)) : section.bytes
      copy.add(Section(name: section.name, stride: section.stride, bytes: bytes))
    }
    return copy
  }
}
