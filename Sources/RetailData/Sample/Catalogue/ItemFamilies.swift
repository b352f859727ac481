/// Planted groups of three to six items of one department that are bought together.
///
/// They cover about six items in ten; the others belong to none.
struct ItemFamilies {
  /// `count + 1` positions into `members`.
  private(set) var offsets: [Int32] = [0]
  private(set) var members: [Int32] = []
  /// By department: its families, and how to draw one of them.
  private(set) var ofDepartment: [[Int32]] = []
  private var choice: [AliasTable?] = []

  var count: Int { offsets.count - 1 }

  func items(of family: Int) -> ArraySlice<Int32> {
    members[Int(offsets[family])..<Int(offsets[family + 1])]
  }

  init(catalogue: SampleCatalogue) {
    var byDepartment = [[(order: UInt64, item: Int32)]](
      repeating: [], count: Department.allCases.count)
    for item in 0..<catalogue.count {
      var stream = KeyedStream(seed: catalogue.seed, purpose: .familyGrouping, key: item)
      let department = CategoryPlan.all[Int(catalogue.category[item])].department
      byDepartment[department.rawValue].append((stream.next(), Int32(item)))
    }
    for var items in byDepartment {
      items.sort { ($0.order, $0.item) < ($1.order, $1.item) }
      let first = count
      var place = 0
      while place * 10 < items.count * 6 {
        let size = min(3 + Int(items[place].order % 4), items.count - place)
        if size < 2 { break }
        members.append(contentsOf: items[place..<place + size].map(\.item))
        offsets.append(Int32(members.count))
        place += size
      }
      let families = (first..<count).map { Int32($0) }
      ofDepartment.append(families)
      let weights = families.map { family -> Double in
        var stream = KeyedStream(seed: catalogue.seed, purpose: .familyWeight, key: Int(family))
        return PortableMath.power(max(stream.uniform(), 1.0 / 64), -0.4)
      }
      choice.append(weights.isEmpty ? nil : AliasTable(weights: weights))
    }
  }

  /// A family of a department, popular ones more often; nil where it has none.
  func draw(department: Int, _ stream: inout KeyedStream) -> Int32? {
    guard let table = choice[department] else { return nil }
    return ofDepartment[department][table.draw(&stream)]
  }
}
