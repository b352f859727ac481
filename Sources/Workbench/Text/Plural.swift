/// `1 row`, `2 rows`: counts with their nouns.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(NumberText.count(count)) \(count == 1 ? noun : plural ?? inPlural(noun))"
}

/// `facilities`, `days`: several of what an English noun names.
func inPlural(_ noun: String) -> String {
  let stem = noun.dropLast()
  guard noun.hasSuffix("y"), let letter = stem.last, !"aeiou".contains(letter) else {
    return noun + "s"
  }
  return stem + "ies"
}
