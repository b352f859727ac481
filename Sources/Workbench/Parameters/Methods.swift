/// The recommenders, by name.
enum Methods {
  static let names = ["related-items", "similar-customers", "bestsellers", "own-favourites"]
}
