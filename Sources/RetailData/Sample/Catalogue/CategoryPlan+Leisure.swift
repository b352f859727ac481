extension CategoryPlan {
  static let children: [CategoryPlan] = [
    CategoryPlan(
      name: "Nappies & Wipes", department: .children, share: 1.7, price: 3...48, volume: 2...26,
      density: 0.16, nonSortable: 0.08, rhythm: 14...28, season: .steady,
      qualities: "Newborn|Overnight|Sensitive|Eco|Extra-Dry",
      nouns: "Nappies|Nappy Pants|Baby Wipes|Changing Mats",
      variants: "size 2|size 3|size 4|size 5|12-pack"),
    CategoryPlan(
      name: "Baby Food", department: .children, share: 1.2, price: 2...30, volume: 0.2...2.5,
      density: 0.7, rhythm: 14...28, season: .steady,
      qualities: "Organic|Stage 1|Stage 2|Dairy-Free|No-Added-Sugar",
      nouns: "Fruit Purée|Baby Porridge|Vegetable Jar|Follow-On Milk|Rice Rusks",
      variants: "6-pack|12-pack|400 g|800 g"),
    CategoryPlan(
      name: "Toys", department: .children, share: 2.6, price: 5...95, volume: 0.5...18,
      density: 0.2, nonSortable: 0.04, season: Season(gifts: 3.2, weekend: 1.35),
      qualities: "Wooden|Magnetic|Soft|Musical|Glow-in-the-Dark|My First",
      nouns: "Building Blocks|Train Set|Doll's House|Puzzle|Stacking Rings|Marble Run|Teddy Bear",
      variants: "24 pieces|50 pieces|100 pieces|age 2+|age 4+|age 6+"),
    CategoryPlan(
      name: "Board Games", department: .children, share: 1.2, price: 8...70, volume: 0.8...6,
      density: 0.35, season: Season(peakDay: 350, amplitude: 0.2, gifts: 2.6, weekend: 1.4),
      qualities: "Travel|Cooperative|Family|Strategy|Party|Two-Player",
      nouns: "Dice Game|Card Game|Trading Game|Word Game|Quiz|Tile Game",
      variants: "2–4 players|3–6 players|age 6+|age 10+|age 14+"),
    CategoryPlan(
      name: "School & Stationery", department: .children, share: 1.9, price: 1.5...38,
      volume: 0.1...3, density: 0.5, season: Season(peakDay: 238, amplitude: 0.55, gifts: 0.3),
      qualities: "Ruled|Squared|Recycled|Refillable|Gel|Fine-Tip",
      nouns:
        "Notebook|Ballpoint Pens|Pencil Case|Exercise Book|Highlighters|Ring Binder|Sketchbook",
      variants: "A4|A5|pack of 3|pack of 10|blue|black"),
  ]

  static let garden: [CategoryPlan] = [
    CategoryPlan(
      name: "Seeds & Bulbs", department: .garden, share: 1.2, price: 1.8...18, volume: 0.05...1,
      density: 0.4, season: Season(peakDay: 95, amplitude: 0.9, weekend: 1.4),
      qualities: "Heirloom|Organic|Early|Dwarf|Scented",
      nouns: "Tomato Seeds|Basil Seeds|Wildflower Mix|Tulip Bulbs|Sunflower Seeds|Lettuce Seeds",
      variants: "1 packet|3 packets|20 bulbs|50 bulbs|50 g"),
    CategoryPlan(
      name: "Garden Tools", department: .garden, share: 1.5, price: 6...120, volume: 0.8...30,
      density: 0.35, nonSortable: 0.3,
      season: Season(peakDay: 120, amplitude: 0.75, weekend: 1.45),
      qualities: "Ash-Handled|Telescopic|Stainless|Ergonomic|Forged",
      nouns: "Hand Trowel|Secateurs|Spade|Garden Fork|Watering Can|Hose|Hedge Shears|Rake",
      variants: "small|large|15 m|25 m|10 l"),
    CategoryPlan(
      name: "Outdoor Furniture", department: .garden, share: 0.6, price: 39...620,
      volume: 60...420, density: 0.1, nonSortable: 1,
      season: Season(peakDay: 150, amplitude: 0.85, weekend: 1.5),
      qualities: "Folding|Acacia|Aluminium|Weatherproof|Hanging",
      nouns: "Garden Chair|Garden Table|Sun Lounger|Parasol|Bench|Storage Bench",
      variants: "natural|anthracite|set of 2|180 cm|270 cm"),
    CategoryPlan(
      name: "Tools & Paint", department: .garden, share: 1.5, price: 3...210, volume: 0.3...16,
      density: 0.6, nonSortable: 0.1, season: Season(peakDay: 130, amplitude: 0.3, weekend: 1.5),
      qualities: "Cordless|Heavy-Duty|Quick-Dry|Matt|Multi-Purpose|Compact",
      nouns: "Drill Driver|Screwdriver Set|Wall Paint|Sandpaper|Paint Roller|Hammer|Spirit Level",
      variants: "12 V|18 V|1 l|5 l|set of 6|set of 20"),
  ]

  static let sport: [CategoryPlan] = [
    CategoryPlan(
      name: "Camping", department: .sport, share: 1.2, price: 8...320, volume: 0.5...45,
      density: 0.2, nonSortable: 0.15, season: Season(peakDay: 190, amplitude: 0.75, weekend: 1.2),
      qualities: "Ultralight|Two-Person|Insulated|Four-Season|Packable",
      nouns: "Tent|Sleeping Bag|Camping Stove|Sleeping Mat|Headlamp|Cool Box|Camping Mug",
      variants: "green|orange|regular|long|20 l"),
    CategoryPlan(
      name: "Cycling", department: .sport, share: 1.3, price: 4...160, volume: 0.2...12,
      density: 0.3, season: Season(peakDay: 160, amplitude: 0.55, weekend: 1.15, trend: 0.3),
      qualities: "Rechargeable|Puncture-Proof|Aero|Reflective|Waterproof",
      nouns: "Bike Light|Inner Tube|Helmet|Pannier|Bike Lock|Pump|Bottle Cage|Chain Oil",
      variants: "26 inch|28 inch|M|L|20 l"),
    CategoryPlan(
      name: "Fitness", department: .sport, share: 1.3, price: 6...280, volume: 0.5...60,
      density: 0.4, nonSortable: 0.2, season: Season(peakDay: 14, amplitude: 0.6, trend: 0.1),
      qualities: "Non-Slip|Adjustable|Cork|Extra-Thick|Latex-Free",
      nouns: "Yoga Mat|Dumbbells|Resistance Bands|Kettlebell|Foam Roller|Skipping Rope|Bench",
      variants: "2 kg|5 kg|12 kg|4 mm|8 mm"),
    CategoryPlan(
      name: "Sports Nutrition", department: .sport, share: 1.0, price: 4...65, volume: 0.3...5,
      density: 0.5, rhythm: 20...45, season: Season(peakDay: 20, amplitude: 0.2, trend: 0.35),
      qualities: "Whey|Vegan|Chocolate|Vanilla|Berry|Unflavoured",
      nouns: "Protein Powder|Energy Gels|Protein Bars|Electrolyte Tablets|Creatine",
      variants: "12-pack|24-pack|500 g|1 kg|2.5 kg"),
  ]
}
