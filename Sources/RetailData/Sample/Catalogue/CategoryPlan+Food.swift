extension CategoryPlan {
  static let kitchen: [CategoryPlan] = [
    CategoryPlan(
      name: "Cookware", department: .kitchen, share: 2.2, price: 14...160, volume: 2...14,
      density: 0.45, season: Season(peakDay: 340, amplitude: 0.15, gifts: 0.8, weekend: 1.25),
      products: [
        ProductKind(
          "Cast-Iron|Non-Stick|Ceramic|Carbon Steel",
          "Frying Pan|Sauté Pan|Wok|Griddle Pan|Crêpe Pan", "20 cm|24 cm|28 cm|30 cm"),
        ProductKind(
          "Stainless Steel|Enamelled|Copper-Base|Cast-Iron",
          "Saucepan|Casserole|Stockpot|Milk Pan|Steamer", "1.5 l|3 l|5 l|8 l"),
      ]),
    CategoryPlan(
      name: "Bakeware", department: .kitchen, share: 1.8, price: 5...48, volume: 0.8...6,
      density: 0.3, season: Season(peakDay: 345, amplitude: 0.35, gifts: 0.6, weekend: 1.3),
      products: [
        ProductKind(
          "Loose-Base|Non-Stick|Fluted|Silicone", "Cake Tin|Tart Tin|Bundt Tin|Springform Tin",
          "20 cm|23 cm|26 cm|set of 3"),
        ProductKind(
          "Heavy-Gauge|Non-Stick|Perforated", "Loaf Tin|Muffin Tray|Baking Sheet|Cooling Rack",
          "medium|large|set of 2"),
        ProductKind("Beech|Marble|Silicone", "Rolling Pin|Pastry Mat|Pastry Brush", "small|large"),
      ]),
    CategoryPlan(
      name: "Kitchen Tools", department: .kitchen, share: 2.6, price: 3...45, volume: 0.2...1.5,
      density: 0.5, season: Season(gifts: 0.5, weekend: 1.1),
      products: [
        ProductKind(
          "Beech|Olive-Wood|Silicone|Steel",
          "Ladle|Spatula|Whisk|Serving Spoon|Tongs|Slotted Spoon", "25 cm|30 cm|set of 3"),
        ProductKind(
          "Forged|Damascus|Ceramic", "Paring Knife|Chef's Knife|Bread Knife|Santoku Knife",
          "10 cm|18 cm|20 cm"),
        ProductKind(
          "Soft-Grip|Precision|Folding",
          "Peeler|Grater|Tin Opener|Garlic Press|Measuring Cups|Kitchen Scissors", "black|red|steel"
        ),
      ]),
    CategoryPlan(
      name: "Tableware", department: .kitchen, share: 2.4, price: 4...70, volume: 0.5...5,
      density: 0.8, season: Season(peakDay: 335, amplitude: 0.1, gifts: 0.9, weekend: 1.3),
      products: [
        ProductKind(
          "Stoneware|Porcelain|Hand-Painted|Reactive-Glaze",
          "Dinner Plate|Side Plate|Cereal Bowl|Pasta Bowl|Mug",
          "set of 2 white|set of 4 sage|set of 4 indigo|set of 6 sand"),
        ProductKind(
          "Crystal|Recycled-Glass|Hand-Blown", "Wine Glass|Tumbler|Water Jug|Champagne Flute",
          "single|set of 2|set of 4|set of 6"),
        ProductKind(
          "Stoneware|Cast-Iron|Porcelain", "Teapot|Serving Dish|Butter Dish|Milk Jug",
          "white|charcoal|sage"),
      ]),
    CategoryPlan(
      name: "Small Appliances", department: .kitchen, share: 1.3, price: 24...340, volume: 6...40,
      density: 0.22, nonSortable: 0.12,
      season: Season(gifts: 1.4, weekend: 1.2, trend: 0.25),
      products: [
        ProductKind("Compact|Retro|Digital", "Toaster|Kettle|Sandwich Press", "black|cream|steel"),
        ProductKind(
          "Variable-Speed|Quiet|Cordless", "Hand Blender|Stand Mixer|Food Processor",
          "600 W|900 W|1,200 W"),
        ProductKind(
          "Programmable|Digital|Family", "Coffee Maker|Slow Cooker|Rice Cooker|Bread Maker",
          "1.5 l|3 l|4.5 l"),
      ]),
  ]

  static let pantry: [CategoryPlan] = [
    CategoryPlan(
      name: "Coffee", department: .pantry, share: 2.6, price: 4...28, volume: 0.6...2.4,
      density: 0.4, rhythm: 14...35, season: Season(peakDay: 15, amplitude: 0.12, trend: 0.2),
      products: [
        ProductKind(
          "Dark Roast|Medium Roast|Single-Origin|Organic|House Blend",
          "Espresso Beans|Whole Beans|Filter Coffee|Ground Coffee", "250 g|500 g|1 kg"),
        ProductKind(
          "Intense|Mild|Decaffeinated|Lungo", "Coffee Capsules|Coffee Pods",
          "20 pieces|40 pieces|80 pieces"),
      ]),
    CategoryPlan(
      name: "Tea", department: .pantry, share: 1.6, price: 3...19, volume: 0.3...1.2,
      density: 0.25, rhythm: 20...45, season: Season(peakDay: 10, amplitude: 0.35, gifts: 0.3),
      products: [
        ProductKind(
          "Organic|Classic|Strong|First-Flush", "Breakfast Tea|Green Tea|Earl Grey|Darjeeling",
          "20 bags|50 bags|100 bags|250 g"),
        ProductKind(
          "Organic|Spiced|Soothing",
          "Rooibos|Peppermint Infusion|Chamomile|Ginger Infusion|Fennel Infusion",
          "20 bags|40 bags|100 g"),
      ]),
    CategoryPlan(
      name: "Snacks", department: .pantry, share: 2.4, price: 2...16, volume: 0.3...2,
      density: 0.3, rhythm: 14...30, season: Season(gifts: 0.4, weekend: 1.15),
      products: [
        ProductKind(
          "Sea-Salted|Roasted|Honey-Glazed|Smoked", "Almonds|Cashews|Peanuts|Trail Mix|Pistachios",
          "150 g|300 g|1 kg"),
        ProductKind(
          "Wholegrain|Rosemary|Sea-Salted", "Crackers|Pretzels|Rice Cakes|Breadsticks",
          "125 g|250 g|6-pack"),
        ProductKind(
          "Dark Chocolate|Oat & Honey|Berry", "Granola Bars|Oat Biscuits|Flapjacks",
          "6-pack|12-pack|24-pack"),
      ]),
    CategoryPlan(
      name: "Baking Ingredients", department: .pantry, share: 1.5, price: 1.5...14,
      volume: 0.2...2, density: 0.7, rhythm: 25...60,
      season: Season(peakDay: 345, amplitude: 0.4, gifts: 0.3, weekend: 1.2),
      products: [
        ProductKind(
          "Strong White|Wholemeal|Fine|Organic Spelt", "Bread Flour|Cake Flour|Plain Flour",
          "1 kg|2 kg|5 kg"),
        ProductKind(
          "Organic|Fairly Traded|Fine", "Cane Sugar|Icing Sugar|Cocoa Powder|Ground Almonds",
          "250 g|500 g|1 kg"),
        ProductKind(
          "Quick|Madagascan|Aluminium-Free", "Dried Yeast|Vanilla Extract|Baking Powder",
          "50 g|100 g|6 sachets"),
      ]),
    CategoryPlan(
      name: "Oils & Spices", department: .pantry, share: 1.5, price: 2.5...26, volume: 0.15...1.2,
      density: 0.75, rhythm: 30...60, season: Season(peakDay: 180, amplitude: 0.1),
      products: [
        ProductKind(
          "Extra-Virgin|Cold-Pressed|Organic", "Olive Oil|Rapeseed Oil|Sesame Oil|Walnut Oil",
          "250 ml|500 ml|1 l"),
        ProductKind("Aged|Raspberry|White", "Balsamic Vinegar|Wine Vinegar", "250 ml|500 ml"),
        ProductKind(
          "Smoked|Whole|Hot|Organic",
          "Paprika|Peppercorns|Curry Powder|Cumin|Sea Salt|Chilli Flakes", "50 g|100 g|250 g"),
      ]),
  ]
}
