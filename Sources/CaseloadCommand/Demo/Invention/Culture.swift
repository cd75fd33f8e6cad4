import CaseloadCore

/// Where a family's names and language come from, for names that sound as those of a Dutch city do. The names are
/// common ones of each language; whoever gets one is put together by chance.
struct Culture: Sendable {
  /// How many of a thousand clients.
  var weight: Int
  /// The language spoken at home.
  var language: Phrase
  var women: [String]
  var men: [String]
  /// Family names; `Kowalski/Kowalska` is a man's and a woman's form, `van_den:Berg` a prefix and a name. An
  /// underscore stands for a space.
  var families: [String]
  /// Whether Dutch was learnt as a later language.
  var learnsDutch = true

  init(
    _ weight: Int, _ language: Phrase, women: String, men: String, families: String, learnsDutch: Bool = true
  ) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    self.weight = weight
    self.language = language
    self.women = words(women)
    self.men = words(men)
    self.families = words(families)
    self.learnsDutch = learnsDutch
  }

  /// A family name with its prefix.
  func family(isWoman: Bool, _ draw: inout Draw) -> (name: String, prefix: String) {
    let drawn = draw.one(families)
    let (prefix, rest) = Self.cut(drawn, ":") ?? ("", drawn)
    let forms = Self.cut(rest, "/")
    let name = forms.map { isWoman ? $0.1 : $0.0 } ?? rest
    return (Self.spaced(name), Self.spaced(prefix))
  }

  /// A given name.
  func given(isWoman: Bool, _ draw: inout Draw) -> String { Self.spaced(draw.one(isWoman ? women : men)) }

  private static func cut(_ text: String, _ mark: Character) -> (String, String)? {
    text.firstIndex(of: mark).map { (String(text[..<$0]), String(text[text.index(after: $0)...])) }
  }

  private static func spaced(_ text: String) -> String { String(text.map { $0 == "_" ? " " : $0 }) }

  static let weights = all.map(\.weight)

  static let all = [
    Culture(
      430, Phrase("demo.language.dutch", "Dutch"),
      women: """
        Anja Astrid Carla Denise Els Esther Femke Gerda Hanneke Ilse Ingrid Joke Karin Kim Linda Loes Manon Marieke \
        Mariska Marloes Natasja Noor Petra Roos Sanne Saskia Sjaan Tineke Wilma Yvonne
        """,
      men: """
        Arjan Bart Bas Bram Cor Daan Dirk Erik Frank Gijs Harm Henk Jan Jeroen Joost Kees Lars Marcel Maarten Niels \
        Pieter Ruud Sander Sem Sjoerd Teun Theo Wim Wouter
        """,
      families: """
        Bakker Bos Smit Mulder Visser Kok Dekker Kuipers Vermeulen Schouten Postma Hoekstra Kramer Willems Hendriks \
        Jansen Peters Gerritsen Dijkstra Wiersma Timmerman Molenaar Verbeek Huisman Groen Vos de:Vries de:Boer \
        de:Jong de:Leeuw de:Graaf de:Wit van:Dijk van:Dam van:Leeuwen van_den:Berg van_den:Bosch van_der:Meer \
        van_der:Wal van_der:Linden van_'t:Veen in_'t:Hof ter:Haar ten:Brink op_den:Kamp van:Doorn van:Beek
        """, learnsDutch: false),
    Culture(
      60, Phrase("demo.language.sranan", "Sranantongo"),
      women:
        "Anita Chandra Joyce Kavita Lucinda Maureen Natacha Patricia Priya Rosita Sharda Shanti Wendeline",
      men: "Anand Clyde Dewan Glenn Harold Imro Kenneth Marlon Radj Romeo Soerin Stanley Winston",
      families: """
        Sewnarain Ramdin Biharie Jhinkoe Mahabier Ramsaran Soekhai Pinas Blokland Wijngaarde Kromosoeto Sabajo \
        Landveld Vredenburg Amatredjo Kartosen
        """, learnsDutch: false),
    Culture(
      80, Phrase("demo.language.turkish", "Turkish"),
      women: "Aylin Ayşe Elif Emine Esra Fatma Gülsüm Hatice Meryem Merve Özlem Selin Şebnem Zeynep",
      men: "Ahmet Ali Burak Cem Emre Hakan Hüseyin İsmail Kemal Mehmet Murat Mustafa Şahin Yusuf",
      families: """
        Çelik Yılmaz Öztürk Kaya Demir Şahin Aydın Arslan Doğan Kılıç Aslan Güneş Koç Yıldız Erdoğmuş Taş
        """),
    Culture(
      90, Phrase("demo.language.arabic", "Arabic"),
      women:
        "Aicha Fatima Hanan Houda Ikram Khadija Latifa Malika Naima Nour Rania Samira Soumaya Yasmina Zahra",
      men:
        "Abdelkader Brahim Driss Hassan Karim Khalid Mohamed Mourad Nabil Omar Rachid Rami Said Youssef Ziad",
      families: """
        el:Amrani el:Idrissi Bennani Benali Bouzid Chaoui Haddad Khoury al:Khatib al:Masri Mansour Najjar Ouali \
        Saidi Tahiri Zaouia Ziani ben:Salah
        """),
    Culture(
      45, Phrase("demo.language.polish", "Polish"),
      women: "Agnieszka Beata Ewa Grażyna Joanna Katarzyna Małgorzata Monika Wioletta Zofia",
      men: "Andrzej Grzegorz Jacek Krzysztof Łukasz Marek Paweł Sławomir Tomasz Zbigniew",
      families: """
        Kowalski/Kowalska Nowak Wiśniewski/Wiśniewska Dąbrowski/Dąbrowska Zieliński/Zielińska Wójcik Mazur \
        Jabłoński/Jabłońska Król Pawłowski/Pawłowska Szczepański/Szczepańska
        """),
    Culture(
      40, Phrase("demo.language.tigrinya", "Tigrinya"),
      women: "Abrehet Azmera Bisrat Feven Helen Letebrhan Mebrat Rahwa Saba Selam Semhar Winta Yordanos",
      men: "Abraham Amanuel Berhane Daniel Filmon Goitom Habtom Isaias Kibrom Merhawi Samuel Tesfay Yonas",
      families: """
        Gebremedhin Haile Kidane Mehari Negash Ogbay Tekle Tesfamariam Weldeab Woldemichael Berhe Araya Ghebre \
        Habte Zerai
        """),
    Culture(
      45, Phrase("demo.language.ukrainian", "Ukrainian"),
      women: "Halyna Iryna Kateryna Larysa Lyudmyla Natalia Oksana Olena Svitlana Tetiana Yuliia",
      men: "Andrii Bohdan Dmytro Ihor Mykola Oleh Petro Serhii Taras Vasyl Volodymyr",
      families: """
        Shevchenko Bondarenko Tkachenko Kovalenko Melnyk Boiko Kravets Lysenko Rudenko Savchuk \
        Sadovskyi/Sadovska Horbatskyi/Horbatska
        """),
    Culture(
      35, Phrase("demo.language.papiamento", "Papiamento"),
      women: "Charlaine Gisela Ivy Jeanine Mirelva Rochelle Shurendy Swinda Zulaika",
      men: "Curtley Elvis Gilbert Jairo Quincy Rudson Shaquil Tyrone Vincent",
      families: "Martina Martis Maduro Croes Geerman Winklaar Isenia Janga Cijntje Rosalia Tromp Kelly"),
    Culture(
      40, Phrase("demo.language.somali", "Somali"),
      women: "Amina Asha Faduma Hodan Ifrah Khadra Nimco Sagal Ubah Zeinab",
      men: "Abdi Abdullahi Farah Guled Hassan Ismail Liban Mahad Warsame Yusuf",
      families: "Warsame Abdulle Ali Farah Hersi Jama Mohamud Nur Omar Osman Warfa Yusuf"),
    Culture(
      40, Phrase("demo.language.dari", "Dari"),
      women: "Farida Laila Malalai Nadia Nasrin Parwin Roya Shabnam Soraya Zarghuna",
      men: "Ahmad Farid Hamid Jawad Mirwais Najib Qasim Reza Tariq Wahid",
      families: "Stanikzai Ahmadi Rahimi Noori Popal Sediqi Wardak Haidari Karimi Yousufzai"),
    Culture(
      20, Phrase("demo.language.vietnamese", "Vietnamese"),
      women: "Thị_Hoa Thị_Lan Thị_Mai Ngọc_Anh Thu_Hà Phương",
      men: "Văn_Hùng Minh_Tuấn Quốc_Bảo Đức Anh_Dũng Long",
      families: "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi"),
    Culture(
      25, Phrase("demo.language.portuguese", "Portuguese"),
      women: "Ana Catarina Dulce Fátima Helena Inês Lurdes Tânia",
      men: "António Bruno João Jorge Nuno Paulo Rui Tiago",
      families: "da:Silva dos:Santos Monteiro Tavares Fernandes da:Cruz Gonçalves Évora"),
    Culture(
      20, Phrase("demo.language.twi", "Twi"),
      women: "Abena Adwoa Akosua Ama Efua Esi Yaa", men: "Kofi Kojo Kwabena Kwaku Kwame Yaw Kwesi",
      families: "Mensah Owusu Boateng Asante Osei Appiah Agyeman Antwi"),
    Culture(
      15, Phrase("demo.language.serbian", "Serbian"),
      women: "Jelena Ljiljana Milica Snežana Vesna", men: "Dragan Đorđe Miloš Nenad Željko",
      families: "Jovanović Kovačević Petrović Đurić Nikolić Stanković"),
    Culture(
      15, Phrase("demo.language.spanish", "Spanish"),
      women: "Carmen Lucía María_José Pilar Ximena", men: "Álvaro Andrés José_Luis Julián Matías",
      families: "García_Márquez Rodríguez Muñoz Peña Ibáñez de_la:Cruz"),
  ]
}
