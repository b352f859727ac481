/// `1 row`, `2 rows`: counts with their nouns.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(NumberText.count(count)) \(count == 1 ? noun : plural ?? noun + "s")"
}
