import Recommendations
import RetailData
import Synchronization

/// Writes the lists of all items: millions of rows, so they are rendered on all threads, a batch
/// at a time, and sent in the order of the items.
struct IndexWriter {
  enum Format {
    case csv, json
  }

  /// A relatedness, and the lists under it.
  typealias Source = (relatedness: Relatedness, lists: any RelatedLists)

  private let sources: [Source]
  /// The items' ids as the format writes them: quoted where it must.
  private let names: StringColumn
  private let itemCount: Int
  private let limit: Int
  private let format: Format

  private static let batch = 1_024
  private static let chunk = 32

  init(sources: [Source], items: Identifiers, limit: Int, format: Format) {
    self.sources = sources
    itemCount = items.names.count
    self.limit = limit
    self.format = format
    names = StringColumn(
      items.names.lazy.map { name in
        var bytes: [UInt8] = []
        switch format {
        case .csv: CSVText.append(field: name, to: &bytes)
        case .json: JSONText.append(string: name, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
      })
  }

  func write(to stream: inout ByteStream, work: WorkContext) throws {
    stream.append(
      format == .json ? "[" : "metric,item_id,rank,related_item_id,count,expected,score\n")
    var isFirst = true
    for source in sources {
      for start in stride(from: 0, to: itemCount, by: Self.batch) {
        let items = start..<min(start + Self.batch, itemCount)
        for rows in try render(items, of: source, work: work) where !rows.isEmpty {
          // A row of JSON begins with a comma, which the first one must not.
          stream.bytes.append(contentsOf: format == .json && isFirst ? rows.dropFirst() : rows[...])
          isFirst = false
          try stream.flushIfLarge()
        }
        work.report(
          WorkProgress(
            stage: "writing \(source.relatedness.metric.rawValue)", done: items.upperBound,
            total: itemCount, unit: "items"))
      }
    }
    if format == .json { stream.append(isFirst ? "]\n" : "\n]\n") }
  }

  /// The rows of a batch of items, in pieces that belong one after the other.
  private func render(
    _ items: Range<Int>, of source: Source, work: WorkContext
  ) throws -> [[UInt8]] {
    let pieces = Mutex(
      [[UInt8]](repeating: [], count: (items.count + Self.chunk - 1) / Self.chunk))
    try work.forEachChunk(of: items.count, chunk: Self.chunk) { _, range in
      var bytes: [UInt8] = []
      for offset in range { append(items.lowerBound + offset, of: source, to: &bytes) }
      pieces.withLock { [bytes] in $0[range.lowerBound / Self.chunk] = bytes }
    }
    return pieces.withLock { $0 }
  }

  private func append(_ item: Int, of source: Source, to bytes: inout [UInt8]) {
    let related = source.lists.related(to: item, by: source.relatedness, limit: limit)
    let metric = source.relatedness.metric.rawValue
    for (position, other) in related.enumerated() {
      switch format {
      case .csv:
        bytes.append(contentsOf: "\(metric),".utf8)
        bytes.append(contentsOf: names.utf8(at: item))
        bytes.append(contentsOf: ",\(position + 1),".utf8)
        bytes.append(contentsOf: names.utf8(at: Int(other.item)))
        let expected = other.expected.isFinite ? other.expected.description : ""
        bytes.append(contentsOf: ",\(other.countText),\(expected),\(other.score)\n".utf8)
      case .json:
        bytes.append(contentsOf: ",\n  {\"metric\":\"\(metric)\",\"item_id\":".utf8)
        bytes.append(contentsOf: names.utf8(at: item))
        bytes.append(contentsOf: ",\"rank\":\(position + 1),\"related_item_id\":".utf8)
        bytes.append(contentsOf: names.utf8(at: Int(other.item)))
        let expected = other.expected.isFinite ? other.expected.description : "null"
        bytes.append(
          contentsOf:
            ",\"count\":\(other.countText),\"expected\":\(expected),\"score\":\(other.score)}".utf8)
      }
    }
  }
}

extension RelatedItem {
  /// Whole, unless old purchases count less.
  fileprivate var countText: String {
    count.rounded() == count ? Int(count).description : count.description
  }
}
