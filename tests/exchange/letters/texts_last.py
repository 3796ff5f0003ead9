"""Two letters that were written last and read once: what they give is how well a letter nobody tuned for is read."""

from __future__ import annotations

from datetime import date

from tests.exchange.letters.texts import Expected, OwnLetter, text_of

PROBATION = OwnLetter(
    "reclassering",
    text_of("reclassering"),
    {
        "title": "Voortgangsrapportage reclassering en nazorg",
        "day": date(2027, 3, 3),
        "chambers": ("Tweede Kamer",),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Binnenlandse Zaken en Koninkrijksrelaties",),
    },
    (
        Expected("action", "aanmeldpunt", {"status": "loopt"}, deadlines=("eind 2027",)),
        Expected("commitment", "uitbreiding", {}, "open", ("Begin 2028",)),
        Expected("action", "handreiking huisvesting", {"finished_on": date(2027, 2, 12)}),
        Expected(
            "motion",
            "29 270, nr. 166",
            {"submitters": ("Mutluer (GL-PvdA)", "+ Ellian (VVD)"), "status": "afgedaan"},
            "settled here",
        ),
        Expected(
            "motion",
            "29 270, nr. 171",
            {"submitters": ("Wilders (PVV)",), "status": "in uitvoering"},
            "open",
            ("uiterlijk 1 september 2027",),
        ),
        Expected("commitment", "berichten", {"made_on": date(2027, 3, 3)}, "open", ("uiterlijk 1 september 2027",)),
        Expected(
            "commitment",
            "nazorg",
            {"made_on": date(2027, 1, 14), "made_to": ("Bruyning (NSC)",), "status": "openstaand"},
            "open",
            ("in het najaar",),
        ),
        Expected("commitment", "capaciteit", {"status": "voorgesteld als voldaan"}, "settled here"),
        Expected("commitment", "volgende rapportage", {"made_on": date(2027, 3, 3)}, "open", ("in maart 2028",)),
    ),
)

TREATIES = OwnLetter(
    "verdragen",
    text_of("verdragen"),
    {
        "title": "Implementatie Europese regelgeving en verdragen op JenV-terrein",
        "day": date(2027, 5, 21),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
    },
    (
        Expected(
            "commitment",
            "overzicht",
            {"made_on": date(2026, 11, 30), "made_to": ("Van Nispen (SP)",), "status": "voorgesteld als voldaan"},
            "settled here",
        ),
        Expected(
            "instrument",
            "(EU) 2024/1203",
            {"sort": "richtlijn", "status": "omzetting loopt"},
            deadlines=("uiterlijk op 21 mei 2026",),
        ),
        Expected(
            "instrument",
            "implementatie richtlijn milieucriminaliteit",
            {"sort": "wetsvoorstel", "status": "aanhangig", "citations": ("Kamerstukken II 2026/27, 36 811, nr. 2",)},
        ),
        Expected("instrument", "(EU) 2023/1543", {"sort": "verordening", "status": "in werking"}),
        Expected("instrument", "Aanvullend Protocol", {"sort": "verdrag", "status": "in voorbereiding"}),
        Expected("commitment", "goedkeuringswet", {}, "open", ("in het vierde kwartaal van 2027",)),
        Expected(
            "motion",
            "26 643, nr. 1190",
            {
                "submitters": ("Six Dijkstra", "+ Kathmann"),
                "title": "Soevereine clouddiensten",
                "status": "in uitvoering",
            },
            "open",
            ("Zodra de onderhandelingen in Brussel zijn afgerond",),
        ),
        Expected("commitment", "gevolgen", {}, "open", ("Zodra de onderhandelingen in Brussel zijn afgerond",)),
        Expected("motion", "26 643, nr. 1188", {"submitters": ("Ceder",), "status": "afgedaan"}, "settled before"),
    ),
)

LAST = (PROBATION, TREATIES)
