/// The ids of the regions that an export names.
struct RegionIDs {
  /// By label.
  private(set) var ids: [String] = []
  /// Labels, by number, that are none of the known regions.
  private(set) var new: [Int] = []

  /// A label is a known region if it is its id or name, but for case and punctuation. Any other
  /// becomes a new one: `united-kingdom` for `United Kingdom`, with a number where two labels come
  /// to the same.
  init(labels: IdentifierBuilder, known: [Region]) {
    var taken = Set(known.map(\.id))
    var knownIDs: [String: String] = [:]
    // The id counts before the name, and the first region before later ones.
    for region in known {
      knownIDs[Self.plain(region.id)] = knownIDs[Self.plain(region.id)] ?? region.id
    }
    for region in known {
      knownIDs[Self.plain(region.name)] = knownIDs[Self.plain(region.name)] ?? region.id
    }
    for label in 0..<labels.count {
      let plain = Self.plain(labels[label])
      if let id = knownIDs[plain] {
        ids.append(id)
        continue
      }
      var id = plain
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(plain)-\(number)"
        number += 1
      }
      ids.append(id)
      new.append(label)
    }
  }

  static func plain(_ label: String) -> String {
    let words = label.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "region" : words.joined(separator: "-")
  }
}
