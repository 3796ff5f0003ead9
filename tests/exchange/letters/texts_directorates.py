"""Nine letters of other directorates: police, asylum, prisons, online crime, legal aid; victims and terrorism; gambling
and protection. Each was written with what it holds before it was read.

The first five were read, and the rules were mended by them; then the next two, and so on: each pair was new to the
rules that read it first. What an officer would like to have and prose does not tell plainly is in ``_KNOWN_MISSES``.
"""

from __future__ import annotations

from datetime import date

from tests.exchange.letters.texts import Expected, OwnLetter, text_of

POLICE = OwnLetter(
    "halfjaarbericht",
    text_of("halfjaarbericht"),
    {
        "title": "Eerste halfjaarbericht politie 2027",
        "day": date(2027, 6, 17),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Binnenlandse Zaken en Koninkrijksrelaties",),
    },
    (
        Expected(
            "action", "basisopleiding", {"lead": "Politieacademie", "status": "loopt"}, "", ("vanaf september 2027",)
        ),
        Expected(
            "commitment",
            "TZ202702-118",
            {"made_on": date(2027, 2, 11), "made_to": ("Michon-Derkzen (VVD)",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "TZ202702-121",
            {"made_on": date(2027, 2, 11), "made_to": ("Mutluer",), "status": "openstaand"},
            "open",
            ("in het eerstvolgende halfjaarbericht politie",),
        ),
        Expected(
            "motion",
            "29 628, nr. 1287",
            {"submitters": ("Van Nispen", "+ Mutluer"), "status": "afgedaan"},
            "settled here",
        ),
        Expected("action", "aangifteportaal", {"status": "afgerond", "lead": "politie"}),
        Expected(
            "motion",
            "29 628, nr. 1291",
            {"submitters": ("Eerdmans",), "title": "Terugbelgarantie", "status": "in uitvoering"},
            "open",
            ("in het tweede halfjaarbericht van 2027",),
        ),
        Expected(
            "commitment",
            "resultaten",
            {"made_on": date(2027, 6, 17)},
            "open",
            ("in het tweede halfjaarbericht van 2027",),
        ),
        Expected(
            "action", "terugbelgarantie", {"status": "loopt", "lead": "politie"}, "", ("tot en met december 2027",)
        ),
        Expected("action", "stroomstootwapen", {"status": "afgerond"}),
        Expected("action", "effectmeting", {"status": "loopt", "lead": "WODC"}, "", ("in het najaar van 2027",)),
        Expected(
            "motion",
            "30 950, nr. 412",
            {"submitters": ("Kuzu",), "status": "niet uitgevoerd"},
            settled_letter="Kamerstukken II 2026/27, 30 950, nr. 431",
        ),
        Expected(
            "commitment",
            "sluiting",
            {"made_on": date(2026, 11, 30), "made_to": ("Boswijk (CDA)",), "status": "openstaand"},
            "open",
            ("uiterlijk in oktober 2027",),
        ),
        Expected("instrument", "Politiewet 2012", {"sort": "wetsvoorstel", "status": "aanhangig"}),
        Expected(
            "instrument", "Wet gegevensverwerking door samenwerkingsverbanden", {"sort": "wet", "status": "in werking"}
        ),
    ),
    earlier=("Kamerstukken II 2026/27, 29 628, nr. 1310", "Kamerstukken II 2026/27, 30 950, nr. 431"),
)

ASYLUM = OwnLetter(
    "asielketen",
    text_of("asielketen"),
    {
        "title": "Stand van zaken asielketen",
        "day": date(2026, 10, 8),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Asiel en Migratie",
        "on_behalf_of": ("minister van Buitenlandse Zaken", "staatssecretaris van Justitie en Veiligheid"),
    },
    (
        Expected("action", "opvangplekken", {"status": "loopt"}, "", ("in het eerste kwartaal van 2027",)),
        Expected("action", "doorstroomlocaties", {}, "", ("medio 2027",)),
        Expected("instrument", "2024/1348", {"sort": "verordening"}),
        Expected(
            "commitment", "beslistermijn", {"made_on": date(2026, 10, 8)}, "open", ("vóór de begrotingsbehandeling",)
        ),
        Expected("instrument", "Asiel- en migratiepact", {"sort": "wetsvoorstel", "status": "aangenomen"}),
        Expected("instrument", "2024/1346", {"sort": "richtlijn", "status": "omgezet"}),
        Expected("action", "Zelfstandig vertrek", {"status": "loopt"}, "", ("tot 1 januari 2028",)),
        Expected(
            "programme",
            "Protecting Refugees in East Africa",
            {"countries": ("Ethiopië", "Kenia", "Oeganda"), "implementing_partner": "UNHCR"},
        ),
        Expected("programme", "Regional Development and Protection Programme", {"countries": ("Jordanië", "Libanon")}),
        Expected(
            "motion",
            "36 704, nr. 41",
            {"submitters": ("Podt", "+ Van Nispen"), "status": "in uitvoering"},
            "open",
            ("in het eerste kwartaal van 2027",),
        ),
        Expected("motion", "32 847, nr. 1298", {"submitters": ("Rajkowski",), "status": "afgedaan"}, "settled here"),
        Expected(
            "motion",
            "19 637, nr. 3455",
            {"submitters": ("Ceder",), "title": "Gezinshereniging", "status": "afgedaan"},
            "settled before",
        ),
        Expected(
            "commitment",
            "TZ202606-044",
            {"made_on": date(2026, 6, 4), "made_to": ("Piri",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "TZ202606-151",
            {"made_on": date(2026, 6, 25), "made_to": ("Boomsma",), "status": "openstaand"},
            "open",
            ("in november 2026",),
        ),
        Expected(
            "commitment",
            "T04215",
            {"made_on": date(2026, 5, 26), "made_to": ("Karimi",), "chamber": "Eerste Kamer", "status": "openstaand"},
            "open",
            ("in juni 2027",),
        ),
    ),
)

PRISONS = OwnLetter(
    "detentie",
    text_of("detentie"),
    {
        "title": "Voortgangsbrief capaciteit en veiligheid gevangeniswezen",
        "day": date(2026, 12, 2),
        "chambers": ("Tweede Kamer",),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
    },
    (
        Expected("action", "Almelo", {"status": "afgerond"}),
        Expected("action", "Zeist", {"lead": "DJI"}, "", ("voor 1 april 2027",)),
        Expected("action", "Vlissingen", {}, "", ("in het derde kwartaal van 2027",)),
        Expected("action", "Werken achter de muur", {"lead": "DJI", "status": "loopt"}),
        Expected("action", "arbeidsmarkttoelage", {}, "", ("per 1 juli 2027",)),
        Expected("action", "rooster", {}, "", ("voor het einde van het eerste kwartaal van 2027",)),
        Expected(
            "instrument", "georganiseerde criminaliteit tijdens detentie", {"dossier": "36 372", "status": "in werking"}
        ),
        Expected("motion", "24 587, nr. 1044", {"submitters": ("Lahlah",), "status": "afgedaan"}, "settled here"),
        Expected(
            "motion",
            "24 587, nr. 1047",
            {"submitters": ("Ellian", "+ Boswijk"), "status": "in uitvoering"},
            "open",
            ("in mei 2027",),
        ),
        Expected(
            "commitment",
            "TZ202609-061",
            {"made_on": date(2026, 9, 10), "made_to": ("Van Nispen",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "TZ202609-063",
            {"made_on": date(2026, 9, 10), "made_to": ("Sneller",), "status": "openstaand"},
            "open",
            ("eind 2027",),
        ),
        Expected(
            "commitment",
            "TZ202609-066",
            {"made_on": date(2026, 9, 10), "made_to": ("Diederik van Dijk",)},
            "settled before",
            settled_letter="Kamerstuk 24 587, nr. 1052",
        ),
        Expected("commitment", "volgende voortgangsbrief", {"made_on": date(2026, 12, 2)}, "open", ("in maart 2027",)),
        Expected(
            "commitment",
            "verbod op contant geld in de bezoekzaal",
            {"made_on": date(2026, 12, 2)},
            "open",
            ("in mei 2027",),
        ),
    ),
)

FRAUD = OwnLetter(
    "online-fraude",
    text_of("online-fraude"),
    {
        "title": "Voortgangsbrief Integrale aanpak online criminaliteit",
        "day": date(2027, 5, 21),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Economische Zaken", "minister van Financiën"),
    },
    (
        Expected("action", "interneppen", {"lead": "CCV"}, "", ("in september 2027",)),
        Expected("action", "kleine ondernemers", {"status": "loopt"}, "", ("in de eerste helft van 2028",)),
        Expected("action", "meldpunt", {"status": "vertraagd"}, "", ("begin 2028",)),
        Expected("programme", "EMPACT"),
        Expected(
            "operational_action", "Money mules", {"role": "leader", "cycle": "2026-2029", "dutch_lead": "politie"}
        ),
        Expected("operational_action", "Call centres", {"role": "participant"}),
        Expected("operational_action", "Investment fraud", {"role": "participant"}),
        Expected("instrument", "Tweede Aanvullend Protocol", {"sort": "verdrag", "status": "goedkeuring loopt"}),
        Expected("instrument", "2023/1543", {"sort": "verordening"}),
        Expected("instrument", "2023/1544", {"sort": "richtlijn", "status": "omgezet"}),
        Expected(
            "action",
            "hulpmodule",
            {"lead": "Slachtofferhulp Nederland", "status": "loopt"},
            "",
            ("in het vierde kwartaal van 2027",),
        ),
        Expected(
            "commitment",
            "uitkomst",
            {"made_on": date(2027, 5, 21), "minister": "minister van Financiën"},
            "open",
            ("Zodra deze gesprekken zijn afgerond",),
        ),
        Expected("recommendation", "regisseur", {"status": "overgenomen", "published_on": date(2027, 2, 2)}),
        Expected("recommendation", "meetbaar", {"status": "overgenomen"}),
        Expected(
            "motion",
            "26 643, nr. 1321",
            {"submitters": ("Six Dijkstra (NSC)",), "title": "Noodknop bij banken", "status": "afgedaan"},
            "settled here",
        ),
        Expected("motion", "26 643, nr. 1324", {"submitters": ("Kathmann",), "status": "overgedragen"}),
        Expected(
            "motion",
            "26 643, nr. 1330",
            {"submitters": ("Dral", "+ Dassen"), "status": "in uitvoering"},
            "open",
            ("voor het einde van 2027",),
        ),
        Expected(
            "commitment",
            "helpdeskfraude",
            {"made_on": date(2027, 1, 28), "made_to": ("Rajkowski",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "pakkans",
            {"made_on": date(2027, 3, 9), "made_to": ("Van den Berg",), "status": "openstaand"},
            "open",
            ("in het eerste kwartaal van 2028",),
        ),
        Expected(
            "commitment",
            "hoe deze maatregel uitpakt",
            {"made_on": date(2027, 5, 21)},
            "open",
            ("voor het einde van 2027",),
        ),
    ),
    earlier=("Kamerstukken II 2025/26, 26 643, nr. 1288",),
)

LEGALAID = OwnLetter(
    "toevoegingen",
    text_of("toevoegingen"),
    {
        "title": "Kabinetsreactie adviezen sociale advocatuur en stand van zaken rechtsbijstand",
        "day": date(2027, 1, 14),
        "chambers": ("Eerste Kamer", "Tweede Kamer"),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
    },
    (
        Expected("recommendation", "indexeren", {"status": "overgenomen", "published_on": date(2026, 9, 15)}),
        Expected("recommendation", "loondienstmodel", {"status": "niet overgenomen"}),
        Expected("recommendation", "wettelijke taak", {"status": "in beraad"}),
        Expected(
            "commitment",
            "standpunt het kabinet",
            {"made_on": date(2027, 1, 14)},
            "open",
            ("Uiterlijk 1 september 2027",),
        ),
        Expected("action", "Besluit vergoedingen rechtsbijstand", {}, "", ("op 1 januari 2028",)),
        Expected("action", "stagiairs", {"status": "loopt"}, "", ("tot en met 2029",)),
        Expected("action", "Gezinsadvocaat", {"status": "loopt"}, "", ("In 2028",)),
        Expected(
            "motion",
            "36 800 VI, nr. 61",
            {"submitters": ("Lahlah",), "status": "in uitvoering"},
            "open",
            ("voor 1 juli 2027",),
        ),
        Expected(
            "motion",
            "36 800 VI, nr. 64",
            {"submitters": ("Sneller", "+ Van Nispen"), "status": "afgedaan"},
            "settled before",
        ),
        Expected(
            "motion",
            "36 410 VI, N",
            {"submitters": ("Dittrich",), "chamber": "Eerste Kamer", "status": "afgedaan"},
            "settled before",
        ),
        Expected(
            "commitment",
            "T04101",
            {
                "made_on": date(2026, 3, 18),
                "made_to": ("Veldhoen (GroenLinks-PvdA)",),
                "chamber": "Eerste Kamer",
                "status": "voorgesteld als voldaan",
            },
            "settled here",
        ),
        Expected(
            "commitment", "tolken", {"made_on": date(2026, 10, 14), "status": "openstaand"}, "open", ("dit voorjaar",)
        ),
        Expected("commitment", "Monitor gesubsidieerde rechtsbijstand", {}, "open", ("jaarlijks voor 1 mei",)),
        Expected("commitment", "stelt dit plan op", {"made_on": date(2027, 1, 14)}, "open"),
        Expected("recommendation", "Opleiding", {"number": "4", "status": "overgenomen"}),
        Expected("recommendation", "Stageplaatsen", {"number": "5", "status": "overgenomen"}),
    ),
)

VICTIMS = OwnLetter(
    "slachtoffers",
    text_of("slachtoffers"),
    {
        "title": "Meerjarenagenda slachtofferbeleid: voortgang 2026",
        "day": date(2027, 2, 9),
        "chambers": ("Tweede Kamer",),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
        "on_behalf_of": ("staatssecretaris van Jeugd, Preventie en Sport",),
    },
    (
        Expected("action", "MijnSlachtofferzaak", {"status": "afgerond"}),
        Expected("action", "zittingsdatum", {"lead": "OM", "status": "loopt"}, "", ("in de zomer van 2027",)),
        Expected(
            "action",
            "individuele beoordeling",
            {"lead": "politie", "status": "vertraagd"},
            "",
            ("in het tweede kwartaal van 2028",),
        ),
        Expected("action", "slachtoffercoördinator", {"status": "loopt"}),
        Expected("action", "Schadefonds", {}, "", ("per 1 juli 2027",)),
        Expected(
            "instrument",
            "2012/29/EU",
            {"sort": "richtlijn", "status": "omzetting loopt"},
            "",
            ("uiterlijk op 10 december 2029",),
        ),
        Expected("instrument", "implementatiewetsvoorstel", {"sort": "wetsvoorstel", "status": "in voorbereiding"}),
        Expected("programme", "VICTORIA", {"countries": ("Moldavië", "Georgië")}),
        Expected(
            "recommendation",
            "voorschotregeling",
            {"status": "overgenomen", "author": "WODC", "published_on": date(2026, 11, 6), "number": "1"},
        ),
        Expected("recommendation", "maximum", {"status": "in beraad", "number": "2"}),
        Expected("recommendation", "CJIB", {"status": "deels overgenomen", "number": "3"}),
        Expected(
            "motion",
            "33 552, nr. 140",
            {"submitters": ("Mutluer",), "title": "Casemanagers", "status": "in uitvoering"},
            "open",
            ("in de volgende voortgangsbrief",),
        ),
        Expected(
            "motion",
            "33 552, nr. 143",
            {"submitters": ("Wijen-Nas",), "status": "in uitvoering"},
            "open",
            ("op 1 april 2029",),
        ),
        Expected(
            "motion",
            "33 552, nr. 147",
            {"submitters": ("Ellian", "+ Van Nispen"), "status": "afgedaan"},
            "settled before",
        ),
        Expected(
            "commitment", "TZ202606-171", {"made_on": date(2026, 6, 24), "made_to": ("Mutluer",)}, "settled before"
        ),
        Expected(
            "commitment",
            "TZ202606-172",
            {"made_on": date(2026, 6, 24), "made_to": ("Bikker",), "status": "openstaand"},
            "open",
            ("in maart 2027",),
        ),
        Expected(
            "commitment",
            "TZ202606-175",
            {"made_on": date(2026, 6, 24), "made_to": ("Straatman",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected("commitment", "Meerjarenagenda slachtofferbeleid 2025-2029", {}, "open"),
        Expected("commitment", "Kamer informeren: Casemanagers", {}, "open", ("in de volgende voortgangsbrief",)),
    ),
)

TERROR = OwnLetter(
    "terrorisme",
    text_of("terrorisme"),
    {
        "title": "Voortgang Nationale Contraterrorismestrategie en beleidsreactie DTN",
        "day": date(2027, 11, 30),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": (
            "minister van Binnenlandse Zaken en Koninkrijksrelaties",
            "minister van Sociale Zaken en Werkgelegenheid",
        ),
    },
    (
        Expected("action", "handreiking", {"lead": "NCTV", "partners": "VNG"}, "", ("in het voorjaar van 2028",)),
        Expected("action", "Online signalen", {"status": "afgerond"}),
        Expected(
            "instrument",
            "verheerlijken van terrorisme",
            {"sort": "wetsvoorstel", "status": "aanhangig", "dossier": "36 640"},
        ),
        Expected("instrument", "2021/784", {"sort": "verordening"}),
        Expected(
            "programme",
            "Rehabilitation and Reintegration Project",
            {"countries": ("Irak", "Mali"), "implementing_partner": "UNICRI"},
        ),
        Expected("action", "Isidoor", {}, "", ("in november 2028",)),
        Expected("motion", "29 754, nr. 802", {"submitters": ("Eerdmans (JA21)",), "status": "overgedragen"}),
        Expected(
            "motion",
            "29 754, nr. 805",
            {"submitters": ("Michon-Derkzen", "+ Boswijk"), "status": "afgedaan"},
            "settled here",
        ),
        Expected(
            "motion",
            "29 754, nr. 809",
            {"submitters": ("Ceder",), "status": "in uitvoering"},
            "open",
            ("zodra de evaluatie van de beveiligingsregeling is afgerond",),
        ),
        Expected(
            "commitment",
            "TZ202704-077",
            {"made_on": date(2027, 4, 14), "made_to": ("Van der Plas (BBB)",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "TZ202709-133",
            {"made_on": date(2027, 9, 23), "made_to": ("Dassen (Volt)",), "status": "openstaand"},
            "open",
            ("begin 2028",),
        ),
        Expected("commitment", "bestuurlijke maatregelen", {"status": "voorgesteld als voldaan"}, "settled here"),
        Expected("commitment", "steun voor gebedshuizen", {}, "open", ("zodra de evaluatie",)),
    ),
)

GAMES = OwnLetter(
    "kansspelen",
    text_of("kansspelen"),
    {
        "title": "Stand van zaken kansspelbeleid",
        "day": date(2027, 11, 4),
        "chambers": ("Tweede Kamer",),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
    },
    (
        Expected(
            "instrument",
            "Wet op de kansspelen",
            {"sort": "wetsvoorstel", "status": "in voorbereiding"},
            "",
            ("voor het eind van 2028", "op 1 april 2028"),
        ),
        Expected(
            "commitment", "bevindingen", {"made_on": date(2027, 11, 4)}, "open", ("in het eerste kwartaal van 2028",)
        ),
        Expected("action", "convenant", {}, "", ("medio 2028",)),
        Expected(
            "motion",
            "24 557, nr. 271",
            {"submitters": ("Bikker",), "title": "Verbod op online gokreclame", "status": "in uitvoering"},
            "open",
        ),
        Expected("motion", "24 557, nr. 274", {"submitters": ("Van Nispen",), "status": "afgedaan"}, "settled here"),
        Expected(
            "motion", "24 557, nr. 262", {"submitters": ("Boswijk", "+ Ceder"), "status": "afgedaan"}, "settled before"
        ),
        Expected(
            "commitment",
            "TZ202706-012",
            {"made_to": ("Van Nispen",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "TZ202706-015",
            {"made_to": ("Mutluer (GroenLinks-PvdA)",), "status": "openstaand"},
            "open",
            ("Zodra het rapport gereed is",),
        ),
        Expected("commitment", "loterijen", {"status": "openstaand"}, "open", ("begin 2028",)),
    ),
    earlier=("Kamerstukken II 2024/25, 24 557, nr. 249",),
)
GUARD = OwnLetter(
    "beveiligen",
    text_of("beveiligen"),
    {
        "title": "Voortgangsbrief stelsel bewaken en beveiligen",
        "day": date(2028, 4, 12),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Defensie",),
    },
    (
        Expected("commitment", "evaluatie", {"made_on": date(2028, 4, 12)}, "open", ("eind 2028",)),
        Expected("action", "opleidingscentrum", {"status": "loopt", "lead": "KMar"}, "", ("in 2030",)),
        Expected("action", "wervingscampagne", {}, "", ("tot 1 mei 2029",)),
        Expected("action", "PersVeilig Plus", {"status": "loopt"}, "", ("tot en met december 2028",)),
        Expected(
            "recommendation", "centrale plaats", {"author": "Onderzoeksraad voor Veiligheid", "status": "uitgevoerd"}
        ),
        Expected(
            "motion", "29 911, nr. 512", {"submitters": ("Michon-Derkzen",), "status": "afgedaan"}, "settled here"
        ),
        Expected(
            "motion",
            "29 911, nr. 515",
            {"submitters": ("Mutluer", "+ Sneller"), "status": "in uitvoering"},
            "open",
            ("in het najaar",),
        ),
        Expected(
            "commitment",
            "TZ202711-033",
            {"made_on": date(2027, 11, 11), "made_to": ("Boswijk",), "status": "openstaand"},
            "open",
            ("in de volgende voortgangsbrief",),
        ),
        Expected(
            "commitment",
            "TZ202711-036",
            {"made_to": ("Eerdmans",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected("commitment", "Kamer informeren over de voortgang", {}, "open", ("in het najaar",)),
        Expected("action", "evalueert deze overgang", {"lead": "NCTV"}),
    ),
)
DIRECTORATES = (POLICE, ASYLUM, PRISONS, FRAUD, LEGALAID, VICTIMS, TERROR, GAMES, GUARD)
