extension CategoryPlan {
  static let household: [CategoryPlan] = [
    CategoryPlan(
      name: "Cleaning", department: .household, share: 2.4, price: 2...18, volume: 0.5...3,
      density: 0.9, rhythm: 20...50, season: Season(peakDay: 90, amplitude: 0.15),
      products: [
        ProductKind(
          "Citrus|Pine|Fragrance-Free|Antibacterial",
          "Surface Spray|Glass Cleaner|Bathroom Spray|Descaler", "500 ml|750 ml|2 × 750 ml"),
        ProductKind(
          "Lemon|Eco|Concentrated", "Washing-Up Liquid|Floor Cleaner|All-Purpose Cleaner",
          "500 ml|1 l|5 l"),
        ProductKind(
          "All-in-One|Eco|Classic", "Dishwasher Tablets|Dishwasher Capsules",
          "30 pieces|60 pieces|100 pieces"),
      ]),
    CategoryPlan(
      name: "Laundry", department: .household, share: 1.9, price: 4...26, volume: 1...5,
      density: 0.85, rhythm: 21...49, season: .steady,
      products: [
        ProductKind(
          "Sensitive|Colour|White|Cotton-Fresh", "Washing Liquid|Washing Powder|Laundry Capsules",
          "20 washes|40 washes|60 washes"),
        ProductKind(
          "Lavender|Eco|Sensitive", "Fabric Softener|Stain Remover|Wool Wash", "750 ml|1 l|2 l"),
      ]),
    CategoryPlan(
      name: "Paper Goods", department: .household, share: 2.1, price: 3...22, volume: 4...38,
      density: 0.12, nonSortable: 0.1, rhythm: 14...35, season: .steady,
      products: [
        ProductKind(
          "Recycled|Soft|3-Ply|Bamboo|Quilted", "Toilet Paper|Kitchen Roll",
          "4 rolls|8 rolls|16 rolls|24 rolls"),
        ProductKind(
          "Soft|Balsam|Recycled", "Tissues|Napkins|Cosmetic Tissues", "pack of 100|3 boxes|6 boxes"),
        ProductKind(
          "Extra-Strong|Compostable|Drawstring", "Bin Liners|Food Bags", "20 pieces|50 pieces"),
      ]),
    CategoryPlan(
      name: "Storage", department: .household, share: 1.8, price: 5...85, volume: 2...70,
      density: 0.08, nonSortable: 0.25,
      season: Season(peakDay: 12, amplitude: 0.3, weekend: 1.2),
      products: [
        ProductKind("Stackable|Clear|Lidded", "Storage Box|Underbed Box|Crate", "12 l|30 l|60 l"),
        ProductKind(
          "Woven|Felt|Folding", "Laundry Basket|Shelf Basket|Toy Basket", "small|large|set of 3"),
        ProductKind(
          "Airtight|Glass|Bamboo-Lid", "Food Container|Spice Jars|Cereal Dispenser",
          "single|set of 3|set of 6"),
        ProductKind("Oak|Steel|Bamboo", "Shoe Rack|Wall Hooks|Drawer Divider", "narrow|wide"),
      ]),
  ]

  static let pets: [CategoryPlan] = [
    CategoryPlan(
      name: "Dog Food", department: .pets, share: 1.7, price: 4...65, volume: 1...22,
      density: 0.5, nonSortable: 0.15, rhythm: 14...42, season: .steady,
      products: [
        ProductKind(
          "Puppy|Adult|Senior|Grain-Free Salmon|Lamb & Rice", "Dry Dog Food|Dog Kibble",
          "2 kg|7 kg|12 kg"),
        ProductKind(
          "Chicken|Beef|Turkey", "Wet Dog Food|Dog Pâté", "6 × 400 g|12 × 400 g|24 pouches"),
        ProductKind(
          "Dental|Training|Crunchy", "Dog Treats|Dog Biscuits|Chew Sticks", "200 g|500 g|28 pieces"),
      ]),
    CategoryPlan(
      name: "Cat Food", department: .pets, share: 1.8, price: 3...48, volume: 0.6...12,
      density: 0.55, rhythm: 14...35, season: .steady,
      products: [
        ProductKind(
          "Kitten|Indoor|Senior|Sterilised", "Dry Cat Food|Cat Kibble", "300 g|1.5 kg|4 kg"),
        ProductKind(
          "Tuna|Chicken|Turkey|Salmon", "Cat Pouches|Cat Mousse|Cat Pâté",
          "12 × 85 g|24 × 85 g|48 × 85 g"),
        ProductKind("Creamy|Crunchy", "Cat Treats|Cat Milk", "60 g|6-pack"),
      ]),
    CategoryPlan(
      name: "Cat Litter", department: .pets, share: 0.9, price: 6...28, volume: 6...30,
      density: 0.6, nonSortable: 0.45, rhythm: 14...30, season: .steady,
      products: [
        ProductKind(
          "Clumping|Wood-Pellet|Silica|Scented|Low-Dust", "Cat Litter|Litter Refill",
          "6 l|10 l|20 l|30 l")
      ]),
    CategoryPlan(
      name: "Pet Accessories", department: .pets, share: 1.3, price: 4...90, volume: 0.3...35,
      density: 0.15, nonSortable: 0.12, season: Season(gifts: 0.6, weekend: 1.2),
      products: [
        ProductKind(
          "Reflective|Padded|Leather|Rope", "Dog Lead|Dog Collar|Dog Harness", "small|medium|large"),
        ProductKind(
          "Orthopaedic|Washable|Plush", "Pet Bed|Pet Blanket|Carrier", "small|medium|large"),
        ProductKind("Sisal|Natural|Squeaky", "Scratching Post|Cat Toy|Chew Toy", "single|set of 3"),
        ProductKind("Ceramic|Steel|Slow-Feeding", "Food Bowl|Water Bowl", "0.5 l|1 l"),
      ]),
  ]

  static let care: [CategoryPlan] = [
    CategoryPlan(
      name: "Hair Care", department: .care, share: 1.8, price: 3...38, volume: 0.2...1,
      density: 0.95, rhythm: 28...60, season: .steady,
      products: [
        ProductKind(
          "Repairing|Volumising|Coconut|Rosemary|Gentle|Colour-Care",
          "Shampoo|Conditioner|Hair Mask", "250 ml|400 ml|1 l"),
        ProductKind(
          "Matt|Strong-Hold|Light", "Styling Wax|Hair Oil|Dry Shampoo|Hair Spray",
          "75 ml|100 ml|200 ml"),
      ]),
    CategoryPlan(
      name: "Skin Care", department: .care, share: 2.0, price: 5...75, volume: 0.05...0.6,
      density: 0.9, rhythm: 30...60, season: Season(peakDay: 20, amplitude: 0.15, gifts: 0.6),
      products: [
        ProductKind(
          "Hydrating|Night|Brightening|Sensitive", "Face Cream|Eye Cream|Serum", "15 ml|30 ml|50 ml"
        ),
        ProductKind("Gentle|Oil-Free|Aloe", "Cleanser|Body Lotion|Shower Gel", "200 ml|400 ml"),
        ProductKind("Almond|Shea|Unscented", "Hand Cream|Lip Balm|Foot Cream", "single|set of 3"),
      ]),
    CategoryPlan(
      name: "Sun Care", department: .care, share: 0.8, price: 6...32, volume: 0.1...0.5,
      density: 0.95, season: Season(peakDay: 185, amplitude: 0.85),
      products: [
        ProductKind(
          "Kids'|Sport|Mineral|Water-Resistant|Light", "Sun Cream|Sun Spray|Sun Lotion",
          "SPF 20 200 ml|SPF 30 200 ml|SPF 50 100 ml"),
        ProductKind("Cooling|Aloe", "After-Sun Gel|After-Sun Lotion", "200 ml|400 ml"),
      ]),
    CategoryPlan(
      name: "Vitamins", department: .care, share: 1.3, price: 5...42, volume: 0.1...0.5,
      density: 0.6, rhythm: 30...60, season: Season(peakDay: 25, amplitude: 0.4, trend: 0.25),
      products: [
        ProductKind(
          "High-Strength|Vegan|Daily", "Vitamin D|Magnesium|Zinc|Omega 3|Probiotic|Iron",
          "60 capsules|90 capsules|180 capsules"),
        ProductKind(
          "Effervescent|Chewable", "Vitamin C|Multivitamin|Calcium", "20 tablets|60 tablets"),
      ]),
    CategoryPlan(
      name: "Shaving", department: .care, share: 0.9, price: 3...60, volume: 0.1...0.8,
      density: 0.5, rhythm: 28...60, season: Season(gifts: 0.7),
      products: [
        ProductKind(
          "Five-Blade|Three-Blade|Sensitive", "Razor|Blade Refill", "4-pack|8-pack|12-pack"),
        ProductKind(
          "Sandalwood|Sensitive|Classic", "Shaving Foam|Shaving Cream|Aftershave Balm|Beard Oil",
          "50 ml|100 ml|200 ml"),
        ProductKind(
          "Badger-Free|Chrome|Olive-Wood", "Shaving Brush|Safety Razor|Beard Comb",
          "single|gift set"),
      ]),
  ]
}
