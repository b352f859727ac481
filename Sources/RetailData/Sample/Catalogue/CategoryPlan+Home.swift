extension CategoryPlan {
  static let electronics: [CategoryPlan] = [
    CategoryPlan(
      name: "Audio", department: .electronics, share: 1.4, price: 12...380, volume: 0.3...14,
      density: 0.25, season: Season(gifts: 1.8, trend: 0.25),
      products: [
        ProductKind(
          "Wireless|Noise-Cancelling|Over-Ear|Sport", "Headphones|Earbuds", "black|white|navy"),
        ProductKind("Portable|Waterproof|Smart", "Speaker|Radio|Party Speaker", "10 W|20 W|60 W"),
        ProductKind("Compact|Studio", "Sound Bar|Microphone|Record Player", "black|walnut"),
      ]),
    CategoryPlan(
      name: "Cables & Chargers", department: .electronics, share: 2.2, price: 4...70,
      volume: 0.1...0.8, density: 0.35, season: Season(gifts: 0.5, trend: 0.2),
      products: [
        ProductKind(
          "Braided|Slim|Fast-Charging|Angled", "USB-C Cable|HDMI Cable|Lightning Cable",
          "1 m|2 m|3 m"),
        ProductKind(
          "Fast-Charging|Travel|Two-Port", "Wall Charger|Car Charger|Wireless Charger",
          "20 W|30 W|65 W"),
        ProductKind("Slim|Solar|Magnetic", "Power Bank", "5,000 mAh|10,000 mAh|20,000 mAh"),
      ]),
    CategoryPlan(
      name: "Smart Home", department: .electronics, share: 1.3, price: 9...240, volume: 0.2...4,
      density: 0.3, season: Season(peakDay: 345, amplitude: 0.2, gifts: 1.2, trend: 0.45),
      products: [
        ProductKind(
          "Dimmable|Colour|Warm-White", "Light Bulb|Light Strip", "E27|E14|2-pack|4-pack"),
        ProductKind(
          "Outdoor|Compact|Energy-Metering", "Smart Plug|Motion Sensor|Door Sensor",
          "single|2-pack|4-pack"),
        ProductKind(
          "Battery-Powered|Wired|Indoor", "Security Camera|Doorbell|Thermostat", "white|black"),
      ]),
    CategoryPlan(
      name: "Computer Accessories", department: .electronics, share: 1.6, price: 8...190,
      volume: 0.3...9, density: 0.3, season: Season(peakDay: 250, amplitude: 0.2, gifts: 0.5),
      products: [
        ProductKind(
          "Mechanical|Silent|Ergonomic|Wireless", "Keyboard|Mouse|Number Pad", "black|grey|white"),
        ProductKind(
          "Foldable|Aluminium|Felt", "Laptop Stand|Laptop Sleeve|Mouse Mat",
          "13 inch|15 inch|universal"),
        ProductKind("Full HD|4-Port|7-Port", "Webcam|USB Hub|Docking Station", "USB-A|USB-C"),
      ]),
    CategoryPlan(
      name: "Screens", department: .electronics, share: 0.5, price: 110...1400, volume: 35...260,
      density: 0.1, nonSortable: 1, season: Season(gifts: 1.5, weekend: 1.3),
      products: [
        ProductKind("4K|Curved|Full HD|Ultra-Wide", "Monitor", "24 inch|27 inch|32 inch|34 inch"),
        ProductKind("4K|OLED|Full HD", "Television", "43 inch|50 inch|55 inch|65 inch"),
        ProductKind("Portable|Short-Throw", "Projector", "Full HD|4K"),
      ]),
    CategoryPlan(
      name: "Batteries & Ink", department: .electronics, share: 1.0, price: 3...65,
      volume: 0.1...1.5, density: 1.1, rhythm: 30...60, season: Season(gifts: 0.6),
      products: [
        ProductKind(
          "Alkaline|Rechargeable|Lithium", "AA Batteries|AAA Batteries|Coin Cells",
          "4-pack|8-pack|16-pack"),
        ProductKind(
          "Standard|High-Yield|Recycled", "Ink Cartridge|Toner", "black|colour|4-colour set"),
      ]),
  ]

  static let home: [CategoryPlan] = [
    CategoryPlan(
      name: "Bedding", department: .home, share: 1.6, price: 9...210, volume: 2...45,
      density: 0.1, nonSortable: 0.1, season: Season(peakDay: 10, amplitude: 0.3, weekend: 1.3),
      products: [
        ProductKind(
          "Linen|Percale|Brushed-Cotton|Jersey", "Duvet Cover|Fitted Sheet|Pillowcase|Bed Set",
          "single white|double white|double stone|king sage"),
        ProductKind(
          "Down|Bamboo|All-Season|Memory-Foam", "Pillow|Duvet|Mattress Protector",
          "single|double|king"),
      ]),
    CategoryPlan(
      name: "Lighting", department: .home, share: 1.3, price: 7...240, volume: 1...40,
      density: 0.1, nonSortable: 0.12, season: Season(peakDay: 330, amplitude: 0.4, weekend: 1.3),
      products: [
        ProductKind(
          "Brass|Opal-Glass|Industrial|Ceramic", "Table Lamp|Desk Lamp|Wall Light|Floor Lamp",
          "black|brass|white"),
        ProductKind("Rattan|Paper|Linen", "Pendant|Lampshade", "30 cm|40 cm|50 cm"),
        ProductKind("Warm-White|Outdoor|Copper-Wire", "String Lights|Lanterns", "5 m|10 m|20 m"),
      ]),
    CategoryPlan(
      name: "Furniture", department: .home, share: 0.7, price: 35...780, volume: 50...520,
      density: 0.14, nonSortable: 1, season: Season(peakDay: 20, amplitude: 0.2, weekend: 1.6),
      products: [
        ProductKind(
          "Oak|Walnut|White|Wall-Mounted", "Bookcase|Bedside Table|Sideboard|Coffee Table",
          "80 cm|100 cm|120 cm"),
        ProductKind(
          "Upholstered|Velvet|Bouclé", "Dining Chair|Armchair|Footstool", "grey|forest|rust"),
        ProductKind("Oak|Sit-Stand|Extendable", "Desk|Dining Table", "120 cm|140 cm|180 cm"),
      ]),
    CategoryPlan(
      name: "Decoration", department: .home, share: 2.4, price: 3...85, volume: 0.3...12,
      density: 0.2, season: Season(gifts: 0.9, weekend: 1.35),
      products: [
        ProductKind(
          "Hand-Thrown|Pressed-Glass|Antique-Effect", "Vase|Lantern|Candle Holder|Bowl",
          "small|medium|large"),
        ProductKind("Linen|Velvet|Woven", "Cushion|Throw|Table Runner", "ochre|forest|cream"),
        ProductKind("Scented|Beeswax|Soy", "Candle|Tea Lights|Diffuser", "small|large|set of 3"),
        ProductKind(
          "Oak|Brass|Black", "Picture Frame|Mirror|Wall Clock", "20 × 30 cm|30 × 40 cm|50 cm"),
      ]),
    CategoryPlan(
      name: "Festive", department: .home, share: 1.3, price: 2...60, volume: 0.2...12,
      density: 0.15, season: Season(peakDay: 335, amplitude: 0.9, gifts: 5, weekend: 1.2),
      products: [
        ProductKind(
          "Glitter|Velvet|Painted|Glass", "Baubles|Tree Topper|Tree Decorations",
          "set of 6 red|set of 6 gold|set of 12 gold"),
        ProductKind("Paper|Felt|Nordic", "Bunting|Garland|Wreath|Advent Calendar", "3 m|5 m|large"),
        ProductKind(
          "Recycled|Metallic", "Gift Wrap|Paper Plates|Gift Tags|Crackers", "set of 6|set of 12"),
        ProductKind("Warm-White|Starry", "Fairy Lights|Window Star", "40 lights|100 lights"),
      ]),
    CategoryPlan(
      name: "Books", department: .home, share: 2.0, price: 5...45, volume: 0.3...2, density: 0.7,
      season: Season(peakDay: 350, amplitude: 0.15, gifts: 1.3),
      products: [
        ProductKind(
          "Illustrated|Everyday|Vegetarian|Little", "Cookbook|Baking Book|Garden Year Book",
          "hardback|paperback"),
        ProductKind(
          "Complete|Pocket|Family", "Travel Guide|Atlas|Star Guide|Bird Guide",
          "paperback|2nd edition"),
        ProductKind(
          "Collected|New|Selected", "Short Stories|Poems|Crime Stories|Fairy Tales",
          "vol. 1|vol. 2|paperback"),
      ]),
  ]

  /// Every category of the shop; a category's number is its place here.
  static let all: [CategoryPlan] =
    kitchen + pantry + household + children + pets + care + garden + sport + electronics + home
}
