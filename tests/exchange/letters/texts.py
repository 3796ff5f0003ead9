"""Letters of our own making, as different from the real one and from each other as letters are, with what they hold.

They were written first and read afterwards. Markup: ``# `` and ``## `` begin a heading, ``{{…}}`` is a footnote where
it is called, ``- `` a list item, ``| a | b |`` a row of a table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Expected:
    """One record that a letter holds: how it is known (words of its title, number or citation), and what is said of it.

    ``ending`` as in ``records.proposal.Ending``, "" where the letter says nothing; ``deadlines`` are the words.
    """

    kind: str
    known_by: str
    values: dict[str, Any] = field(default_factory=dict)
    ending: str = ""
    deadlines: tuple[str, ...] = ()
    settled_letter: str | None = None


@dataclass(frozen=True)
class OwnLetter:
    name: str
    text: str
    letter: dict[str, Any]
    records: tuple[Expected, ...]
    on: date | None = None
    earlier: tuple[str, ...] = ()
    """Citations or days of the earlier letters that it names."""


def text_of(name: str) -> str:
    """Give the text of a letter, which stands beside this file."""
    return (Path(__file__).parent / f"{name}.md").read_text(encoding="utf-8")


YOUTH = OwnLetter(
    "jeugdcriminaliteit",
    text_of("jeugdcriminaliteit"),
    {
        "title": "Voortgang aanpak jeugdcriminaliteit en preventie",
        "day": date(2026, 11, 12),
        "day_assumed": False,
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": (
            "staatssecretaris van Justitie en Veiligheid",
            "minister van Onderwijs, Cultuur en Wetenschap",
        ),
    },
    (
        Expected(
            "action", "handreiking", {"lead": "NJi", "status": "loopt"}, deadlines=("in het eerste kwartaal van 2027",)
        ),
        Expected("action", "wijkgerichte aanpak", {"status": "loopt"}),
        Expected("action", "Alleen jij bepaalt", {"status": "afgerond"}),
        Expected("action", "gedragsbeïnvloedende maatregel", {"status": "vertraagd"}),
        Expected("action", "doorlooptijden", {"status": "loopt", "partners": "Halt; Raad voor de Kinderbescherming"}),
        Expected("commitment", "plan van aanpak", {"made_on": date(2026, 11, 12)}, "open", ("Voor 1 maart 2027",)),
        Expected(
            "motion",
            "28 741, nr. 140",
            {"submitters": ("Mutluer (GroenLinks-PvdA)",), "chamber": "Tweede Kamer", "status": "in uitvoering"},
            "open",
            ("medio 2027", "na ommekomst van het onderzoek"),
        ),
        Expected("commitment", "beleidsreactie", {}, "open", ("na ommekomst van het onderzoek",)),
        Expected(
            "motion",
            "28 741, nr. 137",
            {"submitters": ("Ellian", "+ Boswijk"), "title": "Actief controleren van kluisjes", "status": "afgedaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "camera",
            {"made_on": date(2026, 9, 17), "made_to": ("Six Dijkstra (NSC)",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "jeugdbescherming",
            {"made_on": date(2026, 10, 6), "made_to": ("Van Nispen (SP)",), "status": "openstaand"},
            "open",
            ("in januari 2027", "voor het voorjaarsreces"),
        ),
    ),
    earlier=("Kamerstukken II 2025/26, 28 741, nr. 131",),
)

PRISONS = OwnLetter(
    "gevangeniswezen",
    text_of("gevangeniswezen"),
    {
        "title": "Afdoening toezeggingen gevangeniswezen",
        "day": date(2026, 7, 2),
        "chambers": ("Tweede Kamer",),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
    },
    (
        Expected(
            "commitment",
            "TZ202605-201",
            {"made_to": ("Ellian (VVD)",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "TZ202605-202",
            {"made_to": ("Van Nispen (SP)",), "status": "openstaand"},
            "open",
            ("uiterlijk in het vierde kwartaal van 2026",),
        ),
        Expected(
            "commitment",
            "TZ202605-207",
            {"made_to": ("Sneller",), "title": "Digitale zorg in detentie", "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "commitment",
            "personeelstekorten",
            {"made_to": ("Mutluer (GL-PvdA)",), "status": "voorgesteld als voldaan"},
            "settled before",
            settled_letter="Kamerstukken II 2025/26, 24 587, nr. 1005",
        ),
        Expected(
            "commitment", "nieuwe brief", {"made_on": date(2026, 7, 2)}, "open", ("Zodra daarover meer duidelijk is",)
        ),
    ),
    earlier=("Kamerstukken II 2025/26, 24 587, nr. 1005",),
)

SENATE = OwnLetter(
    "eerste-kamer",
    text_of("eerste-kamer"),
    {
        "title": "Toezeggingen cybercrime en gegevensverwerking",
        "day": date(2027, 2, 9),
        "chambers": ("Eerste Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
    },
    (
        Expected(
            "commitment",
            "T03112",
            {
                "chamber": "Eerste Kamer",
                "made_on": date(2025, 6, 26),
                "made_to": ("Dittrich (D66)", "Recourt (GroenLinks-PvdA)"),
                "status": "openstaand",
            },
            "open",
            ("vóór 1 mei 2027",),
        ),
        Expected(
            "commitment", "T03240", {"chamber": "Eerste Kamer", "status": "voorgesteld als voldaan"}, "settled here"
        ),
        Expected(
            "motion",
            "36 410, AB",
            {"chamber": "Eerste Kamer", "submitters": ("Veldhoen",), "status": "in uitvoering"},
            "open",
            ("in het najaar van 2027",),
        ),
        Expected("commitment", "volgende voortgangsrapportage", {}, "open", ("in het najaar van 2027",)),
        Expected("instrument", "(EU) 2022/2555", {"sort": "richtlijn"}),
        Expected("instrument", "Cyberbeveiligingswet", {"sort": "wetsvoorstel", "status": "aanhangig"}),
    ),
)

TABLE = OwnLetter(
    "tabel",
    text_of("tabel"),
    {
        "title": "Stand van zaken moties en toezeggingen vreemdelingenketen",
        "day": date(2026, 9, 30),
        "signatory": "minister van Asiel en Migratie",
    },
    (
        Expected(
            "motion",
            "19 637, nr. 3301",
            {"submitters": ("Brekelmans (VVD)", "+ Podt (D66)"), "status": "afgedaan"},
            "settled before",
            settled_letter="Kamerstukken II 2025/26, 19 637, nr. 3355",
        ),
        Expected(
            "motion",
            "19 637, nr. 3312",
            {"submitters": ("Ceder (CU)",), "sort": "gewijzigde motie", "status": "in uitvoering"},
            "open",
            ("in Q1 2027",),
        ),
        Expected(
            "motion", "19 637, nr. 3320", {"submitters": ("Van Nispen (SP)",), "status": "afgedaan"}, "settled here"
        ),
        Expected(
            "motion",
            "19 637, nr. 3325",
            {"submitters": ("Kröger (GL-PvdA)",), "status": "deels afgedaan"},
            "open",
            ("eind 2026",),
        ),
        Expected(
            "commitment",
            "TZ202604-011",
            {"made_on": date(2026, 4, 9), "status": "voorgesteld als voldaan"},
            "settled before",
            settled_letter="Kamerstukken II 2025/26, 19 637, nr. 3399",
        ),
        Expected(
            "commitment",
            "TZ202604-015",
            {"made_on": date(2026, 4, 9), "status": "openstaand"},
            "open",
            ("voor het kerstreces",),
        ),
    ),
    earlier=("Kamerstukken II 2025/26, 19 637, nr. 3355", "Kamerstukken II 2025/26, 19 637, nr. 3399"),
)

DRUGS = OwnLetter(
    "ondermijning",
    text_of("ondermijning"),
    {
        "day": date(2026, 12, 18),
        "citation": "Kamerstukken II 2026/27, 29 911, nr. 512",
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Buitenlandse Zaken",),
    },
    (
        Expected(
            "programme",
            "EL PACCTO 2.0",
            {"countries": ("Colombia", "Ecuador", "Peru"), "implementing_partner": "Expertise France"},
        ),
        Expected("programme", "EMPACT"),
        Expected("action", "liaisonofficieren", {}, deadlines=("in de loop van 2027",)),
        Expected("operational_action", "Poort dicht", {"role": "leader", "dutch_lead": "KMar"}),
        Expected("operational_action", "Schone haven", {"role": "participant"}),
        Expected("operational_action", "Witte was", {"role": "participant"}),
        Expected("instrument", "uitleveringsverdrag", {"sort": "verdrag", "status": "in werking"}),
        Expected("instrument", "Marokko", {"sort": "verdrag", "status": "goedkeuring loopt"}),
        Expected("instrument", "(EU) 2024/1624", {"sort": "verordening"}),
        Expected("instrument", "wetsvoorstel bij: verordening (EU) 2024/1624", {"sort": "wetsvoorstel"}),
        Expected(
            "motion", "36 600 VI, nr. 88", {"submitters": ("Michon-Derkzen",), "status": "afgedaan"}, "settled before"
        ),
        Expected(
            "motion",
            "29 911, nr. 480",
            {
                "submitters": ("Diederik van Dijk (SGP)", "+ Bikker (CU)"),
                "title": "Weerbaarheid van zeehavens",
                "status": "afgedaan",
            },
            "settled before",
            settled_letter="Kamerstukken II 2026/27, 29 911, nr. 501",
        ),
        Expected("motion", "online adverteren van drugs", {"submitters": ("Kathmann",), "status": "niet uitgevoerd"}),
        Expected("motion", "hogere straffen voor uithalers", {"submitters": ("Helder (PVV)",)}),
    ),
    earlier=("Kamerstukken II 2026/27, 29 911, nr. 501",),
)

ALL = (YOUTH, PRISONS, SENATE, TABLE, DRUGS)
