"""Three letters written when the readers were done, with other ministries, orders and words; read untuned at first."""

from __future__ import annotations

from datetime import date

from tests.exchange.letters.texts import Expected, OwnLetter, text_of

FEMICIDE = OwnLetter(
    "huiselijk-geweld",
    text_of("huiselijk-geweld"),
    {
        "title": "Stand van zaken plan van aanpak Stop femicide",
        "day": date(2027, 2, 3),
        "chambers": ("Tweede Kamer",),
        "signatory": "staatssecretaris van Volksgezondheid, Welzijn en Sport",
        "on_behalf_of": ("minister van Justitie en Veiligheid",),
    },
    (
        Expected("motion", "28 345, nr. 318", {"submitters": ("Dobbe (SP)",), "status": "afgedaan"}, "settled here"),
        Expected(
            "motion",
            "28 345, nr. 320",
            {"submitters": ("Mutluer", "+ Tseggai"), "status": "in uitvoering"},
            "open",
            ("in september 2027",),
        ),
        Expected(
            "motion",
            "28 345, nr. 322",
            {"submitters": ("Bikker",), "title": "Psychisch geweld", "status": "afgedaan"},
            "settled before",
        ),
        Expected(
            "commitment",
            "TZ202611-087",
            {"made_on": date(2026, 11, 11), "made_to": ("Becker (VVD)",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "TZ202611-088",
            {"made_on": date(2026, 11, 11), "made_to": ("Westerveld (GroenLinks-PvdA)",), "status": "openstaand"},
            "open",
            ("vóór het zomerreces van 2027",),
        ),
        Expected("commitment", "stuur ik u een reactie", {}, "open", ("in september 2027",)),
        Expected("instrument", "Wet gegevensdeling huiselijk geweld"),
        Expected("commitment", "nader rapport", {"made_on": date(2027, 2, 3)}, "open", ("uiterlijk 1 mei 2027",)),
        Expected("commitment", "hulplijn", {"made_on": date(2027, 2, 3)}, "open", ("bij de Voorjaarsnota",)),
    ),
    earlier=("Kamerstukken II 2025/26, 28 345, nr. 301",),
)

CYBERCRIME = OwnLetter(
    "cybercrime",
    text_of("cybercrime"),
    {
        "title": "Internationale inzet tegen cybercriminaliteit",
        "day": date(2027, 3, 9),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
    },
    (
        Expected("programme", "EMPACT Cyber Attacks"),
        Expected("operational_action", "Botnets ontmantelen", {"role": "leader", "lead": "politie"}),
        Expected("operational_action", "Ransomware Taskforce", {"role": "co-leader"}),
        Expected("operational_action", "Cryptovaluta volgen", {"role": "participant"}),
        Expected("instrument", "2022/2555"),
        Expected("instrument", "Cyberbeveiligingswet", {"status": "aangenomen"}),
        Expected("instrument", "VN-verdrag tegen cybercriminaliteit"),
        Expected("programme", "CyberSouth+"),
        Expected("programme", "GLACY-e"),
        Expected("commitment", "Rapporteer ik u over de voortgang", {}, "open", ("Na de zomer van 2027",)),
        Expected(
            "motion",
            "26 643, nr. 1251",
            {
                "submitters": ("Kathmann",),
                "title": "Steun aan slachtoffers van datalekken",
                "status": "afgedaan",
            },
            "settled here",
        ),
        Expected(
            "motion",
            "26 643, nr. 1254",
            {"submitters": ("Six Dijkstra",), "title": "Europees register van kwetsbaarheden"},
            "open",
            ("Na de zomer van 2027",),
        ),
        Expected(
            "motion",
            "26 643, nr. 1260",
            {
                "submitters": ("El Boujdaini", "+ Van den Berg"),
                "title": "Verbieden van losgeldbetalingen",
                "status": "overgedragen",
            },
        ),
        Expected(
            "commitment",
            "Team High Tech Crime",
            {
                "made_on": date(2026, 9, 24),
                "made_to": ("Rajkowski (VVD)",),
                "status": "voorgesteld als voldaan",
            },
            "settled here",
        ),
        Expected("commitment", "quantum", {"status": "openstaand"}, "open", ("in het derde kwartaal van 2027",)),
    ),
)

PORTS = OwnLetter(
    "drugs",
    text_of("drugs"),
    {
        "title": "Kabinetsreactie op het rapport Havens onder druk",
        "day": date(2027, 6, 18),
        "chambers": ("Eerste Kamer", "Tweede Kamer"),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Infrastructuur en Waterstaat",),
    },
    (
        Expected("recommendation", "containerterminals", {"status": "overgenomen"}),
        Expected("recommendation", "logistieke gegevens", {"status": "deels overgenomen"}),
        Expected("action", "biometrische toegang", {"status": "afgerond"}),
        Expected("action", "uithalers", {}, "", ("in het najaar van 2027",)),
        Expected("action", "Hit and Run Cargo-team", {"status": "vertraagd"}),
        Expected(
            "motion",
            "29 911, nr. 480",
            {"submitters": ("Michon-Derkzen", "+ Diederik van Dijk")},
            "open",
            ("dit najaar",),
        ),
        Expected(
            "commitment",
            "T04120",
            {"made_on": date(2026, 11, 26), "chamber": "Eerste Kamer", "status": "openstaand"},
            "open",
            ("zodra dit gereed is",),
        ),
        Expected(
            "motion",
            "29 911, nr. 431",
            {"submitters": ("Kuik",), "title": "Jonge aanwas", "status": "afgedaan"},
            "settled before",
            settled_letter="Kamerstukken II 2026/27, 29 911, nr. 466",
        ),
        Expected(
            "commitment",
            "Ecuadoraanse",
            {"made_on": date(2027, 2, 10), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected("commitment", "Havenbeveiligingswet", {"made_on": date(2027, 6, 18)}, "open", ("in 2028",)),
    ),
    earlier=("Kamerstukken II 2026/27, 29 911, nr. 466",),
)

UNSEEN = (FEMICIDE, CYBERCRIME, PORTS)
