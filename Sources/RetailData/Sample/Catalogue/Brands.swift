/// Invented makers: each department knows a dozen, each category has eight of them.
enum Brands {
  static let names: [String] = words(
    """
    Alder & Vane|Nordhavn|Petit Four|Casa Lume|Brightwell|Oakmoor|Tavola|Hearthline|\
    Morgenrot|Golden Acre|Fjordmark|Vita Verde|Baker's Yard|Sunnerup|Costa Alta|Millbrook|\
    Klarwasser|Pure Nest|Sternblitz|Ecoline|Freshfield|Linden Home|Rondo|Saponella|\
    Little Wren|Pinguin|Bimbalo|Nest & Twig|Zwergenland|Marlow Kids|Tumble|Kleine Welt|\
    Pfotenglück|Barkley Hill|Minou|Wild Field|Trusty|Felina|Four Paws Farm|Kestrel|\
    Aurelie|Dermalind|Silva|Clear Brook|Herbaria Nova|Rasoir|Solène|Vitalis|\
    Grünwerk|Thornbury|Terra Mia|Ironleaf|Werkstolz|Potter's Lane|Fieldgate|Giardino|\
    Ridgeway|Alpenglut|Strive|Velotour|Northlane|Kinetik|Montara|Trailhead|\
    Voltaris|Sonora|Lumitec|Pixelwerk|Ampere & Sons|Quarz|Nimbus|Brightlink|\
    Maison Clair|Havn|Lichthof|Weaver & Rose|Bellarte|Papier & Co|Solbakken|Stilwerk Nord
    """)

  static let perCategory = 8

  /// The numbers of the brands that category `category` sells.
  static func ofCategory(_ category: Int, seed: UInt64) -> [Int32] {
    let department = CategoryPlan.all[category].department.rawValue
    var stream = KeyedStream(seed: seed, purpose: .categoryBrands, key: category)
    var known = (0..<12).map { Int32((8 * department + $0) % names.count) }
    for place in 0..<perCategory {
      known.swapAt(place, place + stream.below(known.count - place))
    }
    return Array(known.prefix(perCategory))
  }
}

/// Splits a list written as `one|two|three`.
func words(_ text: String) -> [String] {
  text.split(separator: "|").map(String.init)
}
