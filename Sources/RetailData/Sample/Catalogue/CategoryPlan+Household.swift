extension CategoryPlan {
  static let household: [CategoryPlan] = [
    CategoryPlan(
      name: "Cleaning", department: .household, share: 2.4, price: 2...18, volume: 0.5...3,
      density: 0.9, rhythm: 20...50, season: Season(peakDay: 90, amplitude: 0.15),
      qualities: "Citrus|Fragrance-Free|Concentrated|Eco|Pine|Antibacterial",
      nouns: "Surface Spray|Washing-Up Liquid|Floor Cleaner|Glass Cleaner|Dishwasher Tablets",
      variants: "500 ml|750 ml|1 l|30 tablets|60 tablets"),
    CategoryPlan(
      name: "Laundry", department: .household, share: 1.9, price: 4...26, volume: 1...5,
      density: 0.85, rhythm: 21...49, season: .steady,
      qualities: "Sensitive|Colour|White|Cotton-Fresh|Eco|Lavender",
      nouns: "Washing Liquid|Washing Powder|Laundry Capsules|Fabric Softener|Stain Remover",
      variants: "20 washes|40 washes|60 washes|1 l|2 l"),
    CategoryPlan(
      name: "Paper Goods", department: .household, share: 2.1, price: 3...22, volume: 4...38,
      density: 0.12, nonSortable: 0.1, rhythm: 14...35, season: .steady,
      qualities: "Recycled|Soft|Extra-Strong|3-Ply|Bamboo|Quilted",
      nouns: "Kitchen Roll|Toilet Paper|Tissues|Napkins|Bin Liners",
      variants: "4 rolls|8 rolls|16 rolls|24 rolls|pack of 100"),
    CategoryPlan(
      name: "Storage", department: .household, share: 1.8, price: 5...85, volume: 2...70,
      density: 0.08, nonSortable: 0.25,
      season: Season(peakDay: 12, amplitude: 0.3, weekend: 1.2),
      qualities: "Stackable|Woven|Clear|Airtight|Folding|Felt",
      nouns: "Storage Box|Laundry Basket|Shoe Rack|Drawer Divider|Food Container|Wall Hooks",
      variants: "5 l|12 l|30 l|set of 3|grey|natural"),
  ]

  static let pets: [CategoryPlan] = [
    CategoryPlan(
      name: "Dog Food", department: .pets, share: 1.7, price: 4...65, volume: 1...22,
      density: 0.5, nonSortable: 0.15, rhythm: 14...42, season: .steady,
      qualities: "Grain-Free|Puppy|Senior|Chicken|Salmon|Lamb",
      nouns: "Dry Dog Food|Wet Dog Food|Dog Biscuits|Dental Sticks|Training Treats",
      variants: "400 g|2 kg|7 kg|12 kg|12 pouches"),
    CategoryPlan(
      name: "Cat Food", department: .pets, share: 1.8, price: 3...48, volume: 0.6...12,
      density: 0.55, rhythm: 14...35, season: .steady,
      qualities: "Kitten|Senior|Tuna|Chicken|Indoor|Turkey",
      nouns: "Dry Cat Food|Cat Pouches|Cat Treats|Cat Milk|Mousse Tins",
      variants: "300 g|1.5 kg|4 kg|12 pouches|24 pouches"),
    CategoryPlan(
      name: "Cat Litter", department: .pets, share: 0.9, price: 6...28, volume: 6...30,
      density: 0.6, nonSortable: 0.45, rhythm: 14...30, season: .steady,
      qualities: "Clumping|Wood-Pellet|Silica|Scented|Low-Dust",
      nouns: "Cat Litter|Litter Refill", variants: "6 l|10 l|20 l|30 l"),
    CategoryPlan(
      name: "Pet Accessories", department: .pets, share: 1.3, price: 4...90, volume: 0.3...35,
      density: 0.15, nonSortable: 0.12, season: Season(gifts: 0.6, weekend: 1.2),
      qualities: "Reflective|Orthopaedic|Rope|Padded|Sisal|Washable",
      nouns: "Dog Lead|Collar|Pet Bed|Scratching Post|Chew Toy|Food Bowl|Carrier",
      variants: "small|medium|large|blue|grey|red"),
  ]

  static let care: [CategoryPlan] = [
    CategoryPlan(
      name: "Hair Care", department: .care, share: 1.8, price: 3...38, volume: 0.2...1,
      density: 0.95, rhythm: 28...60, season: .steady,
      qualities: "Repairing|Volumising|Coconut|Rosemary|Gentle|Colour-Care",
      nouns: "Shampoo|Conditioner|Hair Mask|Styling Wax|Dry Shampoo|Hair Oil",
      variants: "100 ml|250 ml|400 ml|1 l"),
    CategoryPlan(
      name: "Skin Care", department: .care, share: 2.0, price: 5...75, volume: 0.05...0.6,
      density: 0.9, rhythm: 30...60, season: Season(peakDay: 20, amplitude: 0.15, gifts: 0.6),
      qualities: "Hydrating|Brightening|Sensitive|Oil-Free|Night|Vitamin C",
      nouns: "Face Cream|Cleanser|Body Lotion|Serum|Hand Cream|Lip Balm",
      variants: "15 ml|30 ml|50 ml|200 ml|400 ml"),
    CategoryPlan(
      name: "Sun Care", department: .care, share: 0.8, price: 6...32, volume: 0.1...0.5,
      density: 0.95, season: Season(peakDay: 185, amplitude: 0.85),
      qualities: "Kids'|Sport|Mineral|Water-Resistant|Light",
      nouns: "Sun Cream|Sun Spray|After-Sun Gel|Face Sun Stick",
      variants: "SPF 20|SPF 30|SPF 50|100 ml|200 ml"),
    CategoryPlan(
      name: "Vitamins", department: .care, share: 1.3, price: 5...42, volume: 0.1...0.5,
      density: 0.6, rhythm: 30...60, season: Season(peakDay: 25, amplitude: 0.4, trend: 0.25),
      qualities: "High-Strength|Vegan|Daily|Chewable|Effervescent",
      nouns: "Vitamin D|Vitamin C|Magnesium|Omega 3|Multivitamin|Zinc|Probiotic",
      variants: "30 tablets|60 tablets|90 capsules|180 capsules"),
    CategoryPlan(
      name: "Shaving", department: .care, share: 0.9, price: 3...60, volume: 0.1...0.8,
      density: 0.5, rhythm: 28...60, season: Season(gifts: 0.7),
      qualities: "Five-Blade|Classic|Sensitive|Sandalwood|Precision",
      nouns: "Razor|Blade Refill|Shaving Foam|Shaving Brush|Aftershave Balm|Beard Oil",
      variants: "4-pack|8-pack|100 ml|200 ml"),
  ]
}
