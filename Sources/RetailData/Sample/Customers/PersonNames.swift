/// Names for customers: all first names with all family names.
enum PersonNames {
  static let first = words(
    """
    Anna|Lukas|Marie|Jonas|Sofia|Emil|Clara|Noah|Élise|Paul|Julia|Matteo|Hanna|Felix|Chloé|Tom|\
    Giulia|Jakub|Eva|Daan|Zoë|Leon|Camille|Max|Lena|Tomáš|Ida|Hugo|Nora|Jürgen|Lucie|Pieter|\
    Katharina|Luca|Marta|Arthur|Elena|Stefan|Inès|Moritz|Johanna|Adam|Laura|Björn|Petra|Louis|\
    Amélie|Oskar|Greta|Marco|Tereza|Simon|Sanne|Antoine|Mila|David|Rosa|Karel|Mathilde|Sven
    """)

  static let family = words(
    """
    Müller|Dubois|de Vries|Novák|Rossi|Huber|Peeters|Schmidt|Laurent|Jansen|Svoboda|Bianchi|Gruber|\
    Maes|Weber|Moreau|Bakker|Dvořák|Ferrari|Wagner|Janssens|Fischer|Girard|Visser|Černý|Conti|\
    Bauer|Claes|Becker|Roux|Smit|Procházka|Ricci|Steiner|Willems|Hoffmann|Fontaine|Meijer|Kučera|\
    Marino|Moser|Goossens|Schäfer|Chevalier|Mulder|Veselý|Greco|Pichler|Wouters|Koch|Lambert|\
    Bos|Horák|Bruno|Keller|Leclercq|Brunner|Krüger|Garnier|van Dijk|Němec|Galli|Frei|Lefèvre
    """)

  static func name(of customer: Int, seed: UInt64) -> String {
    var stream = KeyedStream(seed: seed, purpose: .customerName, key: customer)
    return first[stream.below(first.count)] + " " + family[stream.below(family.count)]
  }
}
