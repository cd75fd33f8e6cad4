import CaseloadCore

/// A kind of work, with the sector it belongs to and what one learns to do in it.
struct InventedWork: Sendable {
  var name: Phrase
  /// A choice of the field `sector`.
  var sector: String
  var skills: [Phrase]

  init(_ name: Phrase, _ sector: String, _ skills: Phrase...) {
    self.name = name
    self.sector = sector
    self.skills = skills
  }

  /// Whether one drives for it.
  var drives: Bool { skills.contains(Self.driving) }

  private static let forklift = Phrase("demo.skill.forklift", "forklift")
  private static let picking = Phrase("demo.skill.picking", "order picking")
  private static let driving = Phrase("demo.skill.driving", "driving")
  private static let computer = Phrase("demo.skill.computer", "computer")
  private static let planning = Phrase("demo.skill.planning", "planning")
  private static let selling = Phrase("demo.skill.selling", "selling")
  private static let cooking = Phrase("demo.skill.cooking", "cooking")
  private static let welding = Phrase("demo.skill.welding", "welding")
  private static let caring = Phrase("demo.skill.caring", "caring for people")
  private static let tools = Phrase("demo.skill.tools", "hand tools")
  private static let cleaning = Phrase("demo.skill.cleaning", "cleaning")
  private static let phone = Phrase("demo.skill.phone", "working on the telephone")

  /// What anybody may be good at.
  static let general = [
    Phrase("demo.skill.teamwork", "teamwork"), Phrase("demo.skill.alone", "working alone"),
    Phrase("demo.skill.languages", "several languages"), Phrase("demo.skill.organising", "organising"),
    Phrase("demo.skill.children", "looking after children"), computer, cooking, tools,
  ]

  static let all = [
    InventedWork(Phrase("demo.work.order-picker", "order picker"), "logistics", picking, forklift),
    InventedWork(Phrase("demo.work.warehouse-worker", "warehouse worker"), "logistics", forklift, picking),
    InventedWork(Phrase("demo.work.delivery-driver", "delivery driver"), "logistics", driving, planning),
    InventedWork(Phrase("demo.work.truck-driver", "truck driver"), "logistics", driving),
    InventedWork(Phrase("demo.work.cleaner", "cleaner"), "cleaning", cleaning),
    InventedWork(Phrase("demo.work.hotel-cleaner", "room attendant"), "cleaning", cleaning),
    InventedWork(Phrase("demo.work.home-carer", "home care helper"), "care", caring, cleaning),
    InventedWork(Phrase("demo.work.care-assistant", "care assistant"), "care", caring),
    InventedWork(Phrase("demo.work.cook", "cook"), "hospitality", cooking, planning),
    InventedWork(Phrase("demo.work.dishwasher", "kitchen helper"), "hospitality", cleaning),
    InventedWork(Phrase("demo.work.waiter", "waiter"), "hospitality", selling),
    InventedWork(Phrase("demo.work.shop-assistant", "shop assistant"), "retail", selling),
    InventedWork(Phrase("demo.work.shelf-stacker", "shelf stacker"), "retail", picking),
    InventedWork(Phrase("demo.work.bricklayer", "bricklayer"), "construction", tools),
    InventedWork(Phrase("demo.work.painter", "painter"), "construction", tools),
    InventedWork(Phrase("demo.work.carpenter", "carpenter"), "construction", tools, planning),
    InventedWork(Phrase("demo.work.welder", "welder"), "industry", welding, tools),
    InventedWork(Phrase("demo.work.packer", "packer"), "industry", picking),
    InventedWork(Phrase("demo.work.sewing", "machine seamstress"), "industry", tools),
    InventedWork(Phrase("demo.work.mechanic", "car mechanic"), "technology", tools, welding),
    InventedWork(Phrase("demo.work.electrician", "electrician"), "technology", tools),
    InventedWork(Phrase("demo.work.receptionist", "receptionist"), "office", phone, computer),
    InventedWork(Phrase("demo.work.bookkeeper", "bookkeeper"), "office", computer, planning),
    InventedWork(Phrase("demo.work.secretary", "administrative worker"), "office", computer, phone),
    InventedWork(Phrase("demo.work.help-desk", "help desk worker"), "ict", computer, phone),
    InventedWork(Phrase("demo.work.teacher", "teacher"), "education", planning),
    InventedWork(Phrase("demo.work.class-assistant", "classroom assistant"), "education", caring),
    InventedWork(Phrase("demo.work.gardener", "gardener"), "green", tools),
    InventedWork(Phrase("demo.work.greenhouse", "greenhouse worker"), "green", picking),
    InventedWork(Phrase("demo.work.guard", "security guard"), "security", phone),
    InventedWork(Phrase("demo.work.farmer", "farmer"), "green", tools, driving),
    InventedWork(Phrase("demo.work.market-seller", "market trader"), "retail", selling),
  ]
}
