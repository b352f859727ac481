/// How a section file is laid out: a header, a table of sections, then the sections themselves.
///
/// Everything is little-endian; every section starts at a multiple of 64 bytes.
///
/// | bytes | header |
/// |---|---|
/// | 0–7 | `ECHELON1` |
/// | 8–11 | version, of whoever wrote the sections |
/// | 12–15 | number of sections |
/// | 16–23 | fingerprint of what the sections were made from |
/// | 24–31 | size of the file |
/// | 32–39 | hash of the table |
/// | 40–47 | hash of bytes 0–39 |
///
/// | bytes | entry of the table |
/// |---|---|
/// | 0–31 | name, UTF-8, padded with zeros |
/// | 32–39 | where the section starts |
/// | 40–47 | its bytes |
/// | 48–55 | bytes of one element |
/// | 56–63 | hash of the section |
enum SectionLayout {
  static let magic = UInt64(littleEndian: 0x314e_4f4c_4548_4345)
  static let headerSize = 64
  static let entrySize = 64
  static let nameSize = 32
  static let mostSections = 4_096
  static let alignment = 64

  static func aligned(_ position: Int) -> Int {
    (position + alignment - 1) / alignment * alignment
  }
}
