extension CategoryPlan {
  static let kitchen: [CategoryPlan] = [
    CategoryPlan(
      name: "Cookware", department: .kitchen, share: 2.2, price: 14...160, volume: 2...14,
      density: 0.45, season: Season(peakDay: 340, amplitude: 0.15, gifts: 0.8, weekend: 1.25),
      qualities: "Cast-Iron|Non-Stick|Stainless Steel|Copper-Base|Enamelled|Ceramic|Carbon Steel",
      nouns: "Frying Pan|Saucepan|Casserole|Stockpot|Wok|Griddle|Sauté Pan|Milk Pan",
      variants: "16 cm|20 cm|24 cm|28 cm|30 cm|1.5 l|3 l|5 l"),
    CategoryPlan(
      name: "Bakeware", department: .kitchen, share: 1.8, price: 5...48, volume: 0.8...6,
      density: 0.3, season: Season(peakDay: 345, amplitude: 0.35, gifts: 0.6, weekend: 1.3),
      qualities: "Loose-Base|Silicone|Fluted|Glazed|Perforated|Heavy-Gauge|Glass",
      nouns: "Cake Tin|Loaf Tin|Muffin Tray|Pie Dish|Tart Tin|Rolling Pin|Cooling Rack|Bundt Tin",
      variants: "small|medium|large|set of 2|set of 4|12 cups|26 cm"),
    CategoryPlan(
      name: "Kitchen Tools", department: .kitchen, share: 2.6, price: 3...45, volume: 0.2...1.5,
      density: 0.5, season: Season(gifts: 0.5, weekend: 1.1),
      qualities: "Beech|Steel|Silicone|Precision|Folding|Olive-Wood|Soft-Grip",
      nouns: "Whisk|Ladle|Paring Knife|Chef's Knife|Peeler|Grater|Spatula|Measuring Cups|Tongs",
      variants: "18 cm|22 cm|30 cm|set of 3|black|natural|red"),
    CategoryPlan(
      name: "Tableware", department: .kitchen, share: 2.4, price: 4...70, volume: 0.5...5,
      density: 0.8, season: Season(peakDay: 335, amplitude: 0.1, gifts: 0.9, weekend: 1.3),
      qualities: "Stoneware|Bone China|Hand-Painted|Reactive-Glaze|Porcelain|Recycled-Glass",
      nouns: "Dinner Plate|Side Plate|Cereal Bowl|Mug|Serving Dish|Tumbler|Wine Glass|Teapot|Jug",
      variants: "white|sage|indigo|sand|set of 2|set of 4|set of 6"),
    CategoryPlan(
      name: "Small Appliances", department: .kitchen, share: 1.3, price: 24...340, volume: 6...40,
      density: 0.22, nonSortable: 0.12,
      season: Season(gifts: 1.4, weekend: 1.2, trend: 0.25),
      qualities: "Compact|Variable-Speed|Digital|Quiet|Retro|Programmable",
      nouns: "Toaster|Kettle|Hand Blender|Stand Mixer|Coffee Maker|Slow Cooker|Rice Cooker",
      variants: "black|cream|steel|600 W|900 W|1.7 l|4.5 l"),
  ]

  static let pantry: [CategoryPlan] = [
    CategoryPlan(
      name: "Coffee", department: .pantry, share: 2.6, price: 4...28, volume: 0.6...2.4,
      density: 0.4, rhythm: 14...35, season: Season(peakDay: 15, amplitude: 0.12, trend: 0.2),
      qualities: "Dark Roast|Medium Roast|Single-Origin|Organic|Decaffeinated|House Blend",
      nouns: "Espresso Beans|Filter Coffee|Coffee Capsules|Whole Beans|Ground Coffee",
      variants: "250 g|500 g|1 kg|40 capsules|80 capsules"),
    CategoryPlan(
      name: "Tea", department: .pantry, share: 1.6, price: 3...19, volume: 0.3...1.2,
      density: 0.25, rhythm: 20...45, season: Season(peakDay: 10, amplitude: 0.35, gifts: 0.3),
      qualities: "Organic|Loose-Leaf|Classic|Spiced|First-Flush|Smoky",
      nouns: "Breakfast Tea|Green Tea|Rooibos|Peppermint Infusion|Earl Grey|Chamomile",
      variants: "20 bags|50 bags|100 bags|100 g|250 g"),
    CategoryPlan(
      name: "Snacks", department: .pantry, share: 2.4, price: 2...16, volume: 0.3...2,
      density: 0.3, rhythm: 14...30, season: Season(gifts: 0.4, weekend: 1.15),
      qualities: "Sea-Salted|Roasted|Honey|Dark Chocolate|Wholegrain|Paprika",
      nouns: "Almonds|Crackers|Granola Bars|Oat Biscuits|Rice Cakes|Trail Mix|Pretzels",
      variants: "150 g|300 g|6-pack|12-pack|1 kg"),
    CategoryPlan(
      name: "Baking Ingredients", department: .pantry, share: 1.5, price: 1.5...14,
      volume: 0.2...2, density: 0.7, rhythm: 25...60,
      season: Season(peakDay: 345, amplitude: 0.4, gifts: 0.3, weekend: 1.2),
      qualities: "Strong|Fine|Wholemeal|Organic|Unrefined|Madagascan",
      nouns: "Bread Flour|Cake Flour|Cane Sugar|Baking Powder|Vanilla Extract|Cocoa|Dried Yeast",
      variants: "100 g|250 g|1 kg|2 kg|50 ml"),
    CategoryPlan(
      name: "Oils & Spices", department: .pantry, share: 1.5, price: 2.5...26, volume: 0.15...1.2,
      density: 0.75, rhythm: 30...60, season: Season(peakDay: 180, amplitude: 0.1),
      qualities: "Extra-Virgin|Cold-Pressed|Smoked|Whole|Aged|Mild",
      nouns: "Olive Oil|Rapeseed Oil|Balsamic Vinegar|Peppercorns|Paprika|Curry Powder|Sea Salt",
      variants: "50 g|100 g|250 ml|500 ml|1 l"),
  ]
}
