extension CategoryPlan {
  static let children: [CategoryPlan] = [
    CategoryPlan(
      name: "Nappies & Wipes", department: .children, share: 1.7, price: 3...48, volume: 2...26,
      density: 0.16, nonSortable: 0.08, rhythm: 14...28, season: .steady,
      products: [
        ProductKind(
          "Newborn|Overnight|Sensitive|Eco|Extra-Dry", "Nappies|Nappy Pants",
          "size 2 40 pieces|size 3 60 pieces|size 4 80 pieces|size 5 44 pieces"),
        ProductKind("Sensitive|Water|Eco", "Baby Wipes|Changing Mats", "single|6-pack|12-pack"),
      ]),
    CategoryPlan(
      name: "Baby Food", department: .children, share: 1.2, price: 2...30, volume: 0.2...2.5,
      density: 0.7, rhythm: 14...28, season: .steady,
      products: [
        ProductKind(
          "Organic|Stage 1|Stage 2|No-Added-Sugar", "Fruit Purée|Vegetable Jar|Baby Yoghurt",
          "6-pack|12-pack"),
        ProductKind(
          "Organic|Dairy-Free|Wholegrain", "Baby Porridge|Rice Rusks|Follow-On Milk",
          "200 g|400 g|800 g"),
      ]),
    CategoryPlan(
      name: "Toys", department: .children, share: 2.6, price: 5...95, volume: 0.5...18,
      density: 0.2, nonSortable: 0.04, season: Season(gifts: 3.2, weekend: 1.35),
      products: [
        ProductKind(
          "Wooden|Magnetic|My First", "Building Blocks|Train Set|Marble Run|Stacking Rings",
          "24 pieces|50 pieces|100 pieces"),
        ProductKind("Soft|Knitted|Giant", "Teddy Bear|Rabbit|Elephant|Hand Puppet", "small|large"),
        ProductKind(
          "Musical|Wooden|Glow-in-the-Dark", "Doll's House|Puzzle|Xylophone|Star Projector",
          "age 2+|age 4+|age 6+"),
      ]),
    CategoryPlan(
      name: "Board Games", department: .children, share: 1.2, price: 8...70, volume: 0.8...6,
      density: 0.35, season: Season(peakDay: 350, amplitude: 0.2, gifts: 2.6, weekend: 1.4),
      products: [
        ProductKind(
          "Travel|Cooperative|Family|Strategy|Party",
          "Dice Game|Card Game|Trading Game|Word Game|Quiz|Tile Game",
          "2–4 players|3–6 players|2–8 players")
      ]),
    CategoryPlan(
      name: "School & Stationery", department: .children, share: 1.9, price: 1.5...38,
      volume: 0.1...3, density: 0.5, season: Season(peakDay: 238, amplitude: 0.55, gifts: 0.3),
      products: [
        ProductKind(
          "Ruled|Squared|Dotted|Recycled", "Notebook|Exercise Book|Sketchbook|Writing Pad",
          "A4|A5|A5 pack of 3"),
        ProductKind(
          "Gel|Fine-Tip|Refillable", "Ballpoint Pens|Highlighters|Fineliners|Colouring Pencils",
          "pack of 4|pack of 10|pack of 24"),
        ProductKind(
          "Canvas|Recycled|Slim", "Pencil Case|Ring Binder|School Bag", "blue|black|green"),
      ]),
  ]

  static let garden: [CategoryPlan] = [
    CategoryPlan(
      name: "Seeds & Bulbs", department: .garden, share: 1.2, price: 1.8...18, volume: 0.05...1,
      density: 0.4, season: Season(peakDay: 95, amplitude: 0.9, weekend: 1.4),
      products: [
        ProductKind(
          "Heirloom|Organic|Early|Dwarf",
          "Tomato Seeds|Basil Seeds|Lettuce Seeds|Sunflower Seeds|Wildflower Mix",
          "1 packet|3 packets|50 g"),
        ProductKind(
          "Double|Mixed|Scented", "Tulip Bulbs|Narcissus Bulbs|Crocus Bulbs|Allium Bulbs",
          "20 bulbs|50 bulbs|100 bulbs"),
      ]),
    CategoryPlan(
      name: "Garden Tools", department: .garden, share: 1.5, price: 6...120, volume: 0.8...30,
      density: 0.35, nonSortable: 0.3,
      season: Season(peakDay: 120, amplitude: 0.75, weekend: 1.45),
      products: [
        ProductKind(
          "Ash-Handled|Stainless|Forged", "Spade|Garden Fork|Rake|Hoe|Border Spade",
          "standard|long handle"),
        ProductKind(
          "Ergonomic|Stainless|Left-Handed", "Hand Trowel|Secateurs|Hedge Shears|Hand Fork",
          "small|large"),
        ProductKind(
          "Expandable|Reinforced|Zinc", "Garden Hose|Hose Reel|Watering Can|Sprinkler",
          "10 l|15 m|25 m"),
      ]),
    CategoryPlan(
      name: "Outdoor Furniture", department: .garden, share: 0.6, price: 39...620,
      volume: 60...420, density: 0.1, nonSortable: 1,
      season: Season(peakDay: 150, amplitude: 0.85, weekend: 1.5),
      products: [
        ProductKind(
          "Folding|Acacia|Aluminium|Rattan", "Garden Chair|Garden Table|Sun Lounger|Bench",
          "natural|anthracite|set of 2"),
        ProductKind(
          "Weatherproof|Tilting|Large", "Parasol|Storage Bench|Gazebo", "180 cm|270 cm|300 cm"),
      ]),
    CategoryPlan(
      name: "Tools & Paint", department: .garden, share: 1.5, price: 3...210, volume: 0.3...16,
      density: 0.6, nonSortable: 0.1, season: Season(peakDay: 130, amplitude: 0.3, weekend: 1.5),
      products: [
        ProductKind(
          "Cordless|Brushless|Compact", "Drill Driver|Jigsaw|Sander|Angle Grinder",
          "12 V|18 V|18 V kit"),
        ProductKind(
          "Heavy-Duty|Insulated|Chrome-Vanadium", "Screwdriver Set|Spanner Set|Hammer|Spirit Level",
          "standard|professional"),
        ProductKind("Quick-Dry|Matt|Washable", "Wall Paint|Wood Paint|Primer", "1 l|2.5 l|5 l"),
        ProductKind("Fine|Medium|Coarse", "Sandpaper|Paint Roller|Brush Set", "single|set of 6"),
      ]),
  ]

  static let sport: [CategoryPlan] = [
    CategoryPlan(
      name: "Camping", department: .sport, share: 1.2, price: 8...320, volume: 0.5...45,
      density: 0.2, nonSortable: 0.15, season: Season(peakDay: 190, amplitude: 0.75, weekend: 1.2),
      products: [
        ProductKind(
          "Ultralight|Two-Person|Four-Season|Family", "Tent|Tarp|Tunnel Tent", "green|orange"),
        ProductKind(
          "Insulated|Packable|Down", "Sleeping Bag|Sleeping Mat|Camping Pillow", "regular|long"),
        ProductKind(
          "Rechargeable|Folding|Titanium", "Headlamp|Camping Stove|Camping Mug|Cool Box|Lantern",
          "small|large"),
      ]),
    CategoryPlan(
      name: "Cycling", department: .sport, share: 1.3, price: 4...160, volume: 0.2...12,
      density: 0.3, season: Season(peakDay: 160, amplitude: 0.55, weekend: 1.15, trend: 0.3),
      products: [
        ProductKind(
          "Rechargeable|Bright|Daylight", "Bike Light|Rear Light|Light Set", "100 lm|400 lm|800 lm"),
        ProductKind(
          "Puncture-Proof|Reflective|All-Season", "Inner Tube|Bike Tyre",
          "26 inch|27.5 inch|28 inch"),
        ProductKind("Aero|Commuter|Kids'", "Helmet|Cycling Gloves|Rain Jacket", "S|M|L"),
        ProductKind(
          "Steel|Waterproof|Mini", "Bike Lock|Pannier|Pump|Bottle Cage|Chain Oil", "black|yellow"),
      ]),
    CategoryPlan(
      name: "Fitness", department: .sport, share: 1.3, price: 6...280, volume: 0.5...60,
      density: 0.4, nonSortable: 0.2, season: Season(peakDay: 14, amplitude: 0.6, trend: 0.1),
      products: [
        ProductKind("Non-Slip|Cork|Extra-Thick", "Yoga Mat|Exercise Mat", "4 mm|8 mm|15 mm"),
        ProductKind(
          "Rubber|Cast-Iron|Neoprene", "Dumbbells|Kettlebell|Weight Plates", "2 kg|5 kg|12 kg|20 kg"
        ),
        ProductKind(
          "Latex-Free|Adjustable|Foam", "Resistance Bands|Skipping Rope|Foam Roller|Balance Board",
          "single|set of 3"),
      ]),
    CategoryPlan(
      name: "Sports Nutrition", department: .sport, share: 1.0, price: 4...65, volume: 0.3...5,
      density: 0.5, rhythm: 20...45, season: Season(peakDay: 20, amplitude: 0.2, trend: 0.35),
      products: [
        ProductKind(
          "Whey|Vegan|Chocolate|Vanilla|Berry", "Protein Powder|Recovery Shake", "500 g|1 kg|2.5 kg"
        ),
        ProductKind(
          "Salted Caramel|Berry|Cocoa", "Protein Bars|Energy Gels|Energy Bars", "12-pack|24-pack"),
        ProductKind(
          "Citrus|Unflavoured", "Electrolyte Tablets|Creatine|Amino Acids", "300 g|60 tablets"),
      ]),
  ]
}
