extension CategoryPlan {
  static let electronics: [CategoryPlan] = [
    CategoryPlan(
      name: "Audio", department: .electronics, share: 1.4, price: 12...380, volume: 0.3...14,
      density: 0.25, season: Season(gifts: 1.8, trend: 0.25),
      qualities: "Wireless|Noise-Cancelling|Portable|Over-Ear|Waterproof",
      nouns: "Headphones|Earbuds|Speaker|Sound Bar|Radio|Microphone",
      variants: "black|white|navy|USB-C|2nd generation"),
    CategoryPlan(
      name: "Cables & Chargers", department: .electronics, share: 2.2, price: 4...70,
      volume: 0.1...0.8, density: 0.35, season: Season(gifts: 0.5, trend: 0.2),
      qualities: "Braided|Fast-Charging|Slim|Magnetic|Travel",
      nouns: "USB-C Cable|Wall Charger|Power Bank|HDMI Cable|Extension Lead|Adapter",
      variants: "1 m|2 m|3 m|30 W|65 W|10,000 mAh"),
    CategoryPlan(
      name: "Smart Home", department: .electronics, share: 1.3, price: 9...240, volume: 0.2...4,
      density: 0.3, season: Season(peakDay: 345, amplitude: 0.2, gifts: 1.2, trend: 0.45),
      qualities: "Dimmable|Colour|Battery-Powered|Outdoor|Matter-Ready",
      nouns: "Light Bulb|Smart Plug|Door Sensor|Thermostat|Security Camera|Doorbell",
      variants: "E27|E14|single|2-pack|4-pack"),
    CategoryPlan(
      name: "Computer Accessories", department: .electronics, share: 1.6, price: 8...190,
      volume: 0.3...9, density: 0.3, season: Season(peakDay: 250, amplitude: 0.2, gifts: 0.5),
      qualities: "Ergonomic|Mechanical|Silent|Wireless|Foldable",
      nouns: "Keyboard|Mouse|Laptop Stand|Webcam|USB Hub|Mouse Mat|Laptop Sleeve",
      variants: "black|grey|13 inch|15 inch|7-port"),
    CategoryPlan(
      name: "Screens", department: .electronics, share: 0.5, price: 110...1400, volume: 35...260,
      density: 0.1, nonSortable: 1, season: Season(gifts: 1.5, weekend: 1.3),
      qualities: "4K|Curved|Full HD|OLED|Ultra-Wide", nouns: "Monitor|Television|Projector",
      variants: "24 inch|27 inch|32 inch|43 inch|55 inch"),
    CategoryPlan(
      name: "Batteries & Ink", department: .electronics, share: 1.0, price: 3...65,
      volume: 0.1...1.5, density: 1.1, rhythm: 30...60, season: Season(gifts: 0.6),
      qualities: "Alkaline|Rechargeable|High-Yield|Lithium|Standard",
      nouns: "AA Batteries|AAA Batteries|Ink Cartridge|Toner|Coin Cells",
      variants: "4-pack|8-pack|16-pack|black|colour"),
  ]

  static let home: [CategoryPlan] = [
    CategoryPlan(
      name: "Bedding", department: .home, share: 1.6, price: 9...210, volume: 2...45,
      density: 0.1, nonSortable: 0.1, season: Season(peakDay: 10, amplitude: 0.3, weekend: 1.3),
      qualities: "Linen|Percale|Brushed-Cotton|Jersey|Down|Bamboo",
      nouns: "Duvet Cover|Fitted Sheet|Pillowcase|Pillow|Duvet|Mattress Protector",
      variants: "single|double|king|white|stone|set of 2"),
    CategoryPlan(
      name: "Lighting", department: .home, share: 1.3, price: 7...240, volume: 1...40,
      density: 0.1, nonSortable: 0.12, season: Season(peakDay: 330, amplitude: 0.4, weekend: 1.3),
      qualities: "Brass|Rattan|Opal-Glass|Adjustable|Industrial|Paper",
      nouns: "Table Lamp|Pendant|Floor Lamp|Wall Light|String Lights|Desk Lamp",
      variants: "black|brass|white|small|large"),
    CategoryPlan(
      name: "Furniture", department: .home, share: 0.7, price: 35...780, volume: 50...520,
      density: 0.14, nonSortable: 1, season: Season(peakDay: 20, amplitude: 0.2, weekend: 1.6),
      qualities: "Oak|Walnut|Upholstered|Extendable|Wall-Mounted",
      nouns: "Bookcase|Bedside Table|Desk|Dining Chair|Armchair|Coffee Table|Sideboard",
      variants: "natural|white|grey|80 cm|120 cm"),
    CategoryPlan(
      name: "Decoration", department: .home, share: 2.4, price: 3...85, volume: 0.3...12,
      density: 0.2, season: Season(gifts: 0.9, weekend: 1.35),
      qualities: "Hand-Thrown|Linen|Woven|Pressed-Glass|Antique-Effect|Scented",
      nouns: "Vase|Cushion|Candle|Picture Frame|Throw|Mirror|Lantern|Wall Clock",
      variants: "small|medium|large|ochre|forest|cream"),
    CategoryPlan(
      name: "Festive", department: .home, share: 1.3, price: 2...60, volume: 0.2...12,
      density: 0.15, season: Season(peakDay: 335, amplitude: 0.9, gifts: 5, weekend: 1.2),
      qualities: "Glitter|Wooden|Paper|Velvet|Painted|Nordic",
      nouns: "Baubles|Bunting|Advent Calendar|Wreath|Gift Wrap|Paper Plates|Fairy Lights|Garland",
      variants: "red|gold|set of 6|set of 12|3 m"),
    CategoryPlan(
      name: "Books", department: .home, share: 2.0, price: 5...45, volume: 0.3...2, density: 0.7,
      season: Season(peakDay: 350, amplitude: 0.15, gifts: 1.3),
      qualities: "Illustrated|Pocket|Annotated|Collected|New",
      nouns: "Cookbook|Travel Guide|Crime Novel|Garden Year Book|Atlas|Short Stories|Poems",
      variants: "paperback|hardback|2nd edition|vol. 1|vol. 2"),
  ]

  /// Every category of the shop; a category's number is its place here.
  static let all: [CategoryPlan] =
    kitchen + pantry + household + children + pets + care + garden + sport + electronics + home
}
