import Recommendations

extension Parameters {
  enum CodingKeys: String, CodingKey {
    case relatedness, halfLife, mode, method, listLength, neighbours, reach, preferences, persona
  }

  /// What a session of an earlier version does not say is as it is at first.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    relatedness = try values.decodeIfPresent(Relatedness.self, forKey: .relatedness) ?? relatedness
    halfLife = try values.decodeIfPresent(Double.self, forKey: .halfLife)
    mode = try values.decodeIfPresent(Mode.self, forKey: .mode) ?? mode
    method = try values.decodeIfPresent(Method.self, forKey: .method) ?? method
    listLength = try values.decodeIfPresent(Int.self, forKey: .listLength) ?? listLength
    neighbours = try values.decodeIfPresent(Int.self, forKey: .neighbours) ?? neighbours
    persona = try values.decodeIfPresent(PersonaChoice.self, forKey: .persona) ?? persona
    preferences =
      try values.decodeIfPresent(PreferenceWeights.self, forKey: .preferences) ?? preferences
    reach = try values.decodeIfPresent(Double.self, forKey: .reach) ?? reach
  }
}
