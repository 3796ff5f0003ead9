"""More letters of our own, written after the readers had been tuned to those in ``texts``; read untuned at first."""

from __future__ import annotations

from datetime import date

from tests.exchange.letters.texts import Expected, OwnLetter, text_of

ASSAULT = OwnLetter(
    "seksueel-geweld",
    text_of("seksueel-geweld"),
    {
        "title": "Voortgang aanpak seksueel geweld",
        "day": date(2026, 10, 5),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Langdurige Zorg, Jeugd en Sport",),
    },
    (
        Expected("action", "Wat zou jij doen", {"partners": "Rutgers", "status": "loopt"}),
        Expected("instrument", "Wet seksuele misdrijven", {"sort": "wet", "status": "in werking"}),
        Expected("commitment", "invoeringstoets", {}, "open", ("in het voorjaar van 2027",)),
        Expected(
            "motion",
            "34 843, nr. 140",
            {
                "submitters": ("Bikker", "+ Dral"),
                "title": "Hulp aan slachtoffers in de eerste zeven dagen",
                "status": "afgedaan",
            },
            "settled here",
        ),
        Expected(
            "motion",
            "34 843, nr. 133",
            {"submitters": ("Becker",), "title": "Victim blaming", "status": "in uitvoering"},
            "open",
        ),
        Expected("commitment", "nader informeren over de uitvoering van deze motie", {}, "open"),
        Expected(
            "commitment",
            "doorlooptijden zedenzaken",
            {"made_on": date(2026, 6, 4), "made_by": "minister van Justitie en Veiligheid"},
            "open",
            ("ieder half jaar",),
        ),
    ),
)

DELAY = OwnLetter(
    "uitstel",
    text_of("uitstel"),
    {
        "title": "Uitstel brief over de toekomst van het boetestelsel",
        "day": date(2026, 6, 30),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
    },
    (
        Expected(
            "commitment",
            "verkeersboetes",
            {"made_on": date(2026, 3, 25), "made_to": ("Sneller (D66)",), "status": "openstaand"},
            "open",
            ("in oktober 2026",),
        ),
        Expected(
            "motion",
            "29 398, nr. 1187",
            {"submitters": ("Van Nispen", "+ Sneller"), "status": "in uitvoering"},
            "open",
            ("Met Prinsjesdag",),
        ),
        Expected("commitment", "hierover geïnformeerd", {"made_on": date(2026, 6, 30)}, "open", ("Met Prinsjesdag",)),
    ),
)

LIST = OwnLetter(
    "lijst",
    text_of("lijst"),
    {"title": "Uitvoeringsagenda digitale weerbaarheid", "day": date(2027, 1, 14), "chambers": ("Eerste Kamer",)},
    (
        Expected("action", "Meldpunt", {"lead": "NCSC"}),
        Expected(
            "action", "training", {"lead": "politie", "status": "vertraagd"}, deadlines=("tweede kwartaal van 2027",)
        ),
        Expected("action", "onderzoek", {"status": "loopt"}, deadlines=("in de zomer van 2027",)),
        Expected(
            "commitment",
            "T03555",
            {"made_on": date(2026, 11, 24), "chamber": "Eerste Kamer", "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "motion",
            "36 600 VI, K",
            {"submitters": ("Van Bijsterveld",), "title": "Slachtoffers van online fraude", "chamber": "Eerste Kamer"},
            "open",
        ),
        Expected(
            "commitment",
            "evaluatie",
            {"made_on": date(2027, 1, 14)},
            "open",
            ("na afronding van de pilot met de banken",),
        ),
    ),
)

LATER = (ASSAULT, DELAY, LIST)
