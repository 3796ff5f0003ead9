"""Six more letters. Four were written before the reader was looked at again: numbered measures, a report answered point
by point, a rappel of the Eerste Kamer, a letter without any heading; two after it was mended for those."""

from __future__ import annotations

from datetime import date

from tests.exchange.letters.texts import Expected, OwnLetter, text_of

LEGAL_AID = OwnLetter(
    "rechtsbijstand",
    text_of("rechtsbijstand"),
    {
        "title": "Voortgang stelselvernieuwing toegang tot het recht",
        "day": date(2026, 11, 12),
        "chambers": ("Tweede Kamer",),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Sociale Zaken en Werkgelegenheid",),
    },
    (
        Expected("action", "rechtsinfopunten", {}, deadlines=("in het derde kwartaal van 2027",)),
        Expected("commitment", "evaluatie", {}, "open", ("voor het zomerreces van 2027",)),
        Expected("action", "wegwijzer"),
        Expected("action", "beroepsopleiding", {}, deadlines=("Per 1 januari 2027",)),
        Expected("action", "tarieven", {}, deadlines=("eind 2027",)),
        Expected("commitment", "beleidsreactie", {}, "open", ("binnen drie maanden na ontvangst",)),
        Expected("recommendation", "rechtzoekenden", {"status": "overgenomen", "author": "Algemene Rekenkamer"}),
        Expected("recommendation", "reistijd", {"status": "niet overgenomen", "published_on": date(2026, 6, 3)}),
        Expected("recommendation", "pilots", {"status": "deels overgenomen", "number": "3"}),
        Expected("motion", "31 753, nr. 329", {"submitters": ("Van Nispen",), "status": "afgedaan"}, "settled here"),
        Expected(
            "motion",
            "31 753, nr. 333",
            {"submitters": ("Sneller", "+ Mutluer"), "status": "in uitvoering"},
            "open",
            ("in het voorjaar van 2027",),
        ),
        Expected("motion", "31 753, nr. 318", {"submitters": ("Ellian",), "status": "afgedaan"}, "settled before"),
        Expected("commitment", "uitkomst", {}, "open", ("in het voorjaar van 2027",)),
        Expected(
            "commitment",
            "TZ202604-088",
            {"made_on": date(2026, 4, 22), "made_to": ("Lahlah",)},
            "open",
            ("voor 1 maart 2027",),
        ),
        Expected("commitment", "TZ202604-091", {"made_to": ("Ellian",)}, "settled here"),
    ),
    earlier=("Kamerstukken II 2025/26, 31 753, nr. 341",),
)

FIREARMS = OwnLetter(
    "vuurwapens",
    text_of("vuurwapens"),
    {
        "title": "Voortgang van de Integrale aanpak illegale vuurwapens 2025-2028",
        "day": date(2026, 11, 20),
        "day_assumed": True,
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Financiën", "minister van Buitenlandse Zaken"),
    },
    (
        Expected("action", "inleveractie vuurwapens", {"number": "1", "status": "afgerond"}),
        Expected("action", "meldplicht", {"number": "2", "status": "vertraagd"}, deadlines=("begin 2027",)),
        Expected("action", "3D-geprinte", {"number": "3", "status": "samengevoegd"}, deadlines=("in Q1 2027",)),
        Expected("action", "ghost guns", {"number": "7", "lead": "OM"}, deadlines=("voor het einde van dit jaar",)),
        Expected("programme", "EMPACT Firearms"),
        Expected("operational_action", "postal services", {"role": "leader", "cycle": "2026-2029"}),
        Expected("operational_action", "alarm weapons", {"role": "co-leader"}),
        Expected("operational_action", "Western Balkans", {"role": "participant"}),
        Expected(
            "programme",
            "DISARM",
            {"countries": ("Bosnië en Herzegovina", "Servië", "Montenegro"), "implementing_partner": "UNODC"},
        ),
        Expected("instrument", "protocol", {"sort": "verdrag", "status": "goedkeuring loopt"}, deadlines=("in 2027",)),
        Expected("instrument", "(EU) 2021/555", {"sort": "richtlijn"}),
        Expected(
            "motion", "28 684, nr. 811", {"submitters": ("Michon-Derkzen",), "status": "afgedaan"}, "settled here"
        ),
        Expected(
            "motion",
            "28 684, nr. 815",
            {"submitters": ("Diederik van Dijk (SGP)", "+ Boswijk (CDA)"), "status": "in uitvoering"},
            "open",
            ("naar verwachting in het najaar van 2027",),
        ),
        Expected(
            "commitment",
            "vuurwapengeweld",
            {"made_on": date(2026, 4, 9), "made_to": ("Mutluer",)},
            "open",
            ("in februari 2027",),
        ),
        Expected(
            "commitment", "Duitse autoriteiten", {"made_on": date(2026, 4, 9), "made_to": ("Boswijk",)}, "settled here"
        ),
    ),
    on=date(2026, 11, 20),
)

REMINDER = OwnLetter(
    "rappel",
    text_of("rappel"),
    {
        "title": "Rappel openstaande toezeggingen",
        "day": date(2027, 1, 9),
        "chambers": ("Eerste Kamer",),
        "signatory": "staatssecretaris van Justitie en Veiligheid",
    },
    (
        Expected("commitment", "T03711", {"status": "voorgesteld als voldaan"}, "settled here"),
        Expected("commitment", "T03804", {"status": "openstaand"}, "open", ("voor 1 juli 2027",)),
        Expected("commitment", "T03812", {"status": "openstaand"}, "open", ("na afronding van de pilot",)),
        Expected("commitment", "T03699", {"settled_on": date(2026, 3, 4)}, "settled before"),
        Expected("motion", "36 800 VI, H", {"submitters": ("Recourt",)}, "open", ("begin 2028",)),
    ),
)

CHILDREN = OwnLetter(
    "zonder-koppen",
    text_of("zonder-koppen"),
    {"day": date(2026, 12, 10), "day_assumed": True, "signatory": "minister van Justitie en Veiligheid"},
    (
        Expected("commitment", "drie onderwerpen", {"made_on": date(2026, 7, 2)}, "settled here"),
        Expected("commitment", "halfjaarbericht", {}, "open", ("in het eerstvolgende halfjaarbericht politie",)),
        Expected("commitment", "hostingbedrijven", {"status": "voorgesteld als voldaan"}, "settled here"),
        Expected(
            "commitment", "schade niet vergoed", {"made_to": ("Van Nispen",)}, "open", ("in de tweede helft van 2027",)
        ),
        Expected(
            "motion",
            "34 843, nr. 140",
            {"submitters": ("Six Dijkstra",), "title": "Europees verbod op kindersekspoppen"},
            "settled here",
        ),
        Expected("programme", "Down to Zero"),
        Expected("instrument", "seksueel misbruik van kinderen", {"sort": "richtlijn"}),
    ),
    on=date(2026, 12, 10),
)

LAUNDERING = OwnLetter(
    "witwassen",
    text_of("witwassen"),
    {
        "title": "Voortgang nationaal dreigingsbeeld en aanpak witwassen",
        "day": date(2027, 2, 22),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Financiën",),
    },
    (
        Expected("action", "eerste bevoegde autoriteiten", {}, deadlines=("in de tweede helft van 2027",)),
        Expected("action", "risicoanalyse", {"lead": "De Nederlandsche Bank"}, deadlines=("rond de zomer van 2027",)),
        Expected("action", "informatie-uitwisseling", {"status": "loopt"}),
        Expected("recommendation", "ondergronds bankieren", {"status": "overgenomen", "report": "Geld zonder grenzen"}),
        Expected("recommendation", "strafmaat", {"status": "niet overgenomen", "author": "WODC"}),
        Expected("motion", "36 228, nr. 61", {"submitters": ("Sneller",)}, "open", ("voor 1 oktober 2027",)),
        Expected("motion", "36 228, nr. 64", {"submitters": ("Van der Werf", "+ Six Dijkstra")}, "settled here"),
        Expected("commitment", "bankrekeningen", {"made_by": "minister van Financiën"}, "settled here"),
        Expected("instrument", "(EU) 2023/1113", {"sort": "verordening"}),
        Expected("instrument", "plan van aanpak witwassen", {"sort": "wetsvoorstel", "status": "aanhangig"}),
    ),
)

DETENTION = OwnLetter(
    "bewaring",
    text_of("bewaring"),
    {
        "title": "Beantwoording openstaande toezeggingen en moties vreemdelingenbewaring",
        "day": date(2026, 9, 3),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Asiel en Migratie",
    },
    (
        Expected("commitment", "TZ202606-014", {"status": "openstaand"}, "open", ("begin 2027",)),
        Expected("commitment", "TZ202606-019", {"made_to": ("Podt",)}, "settled here"),
        Expected("commitment", "TZ202512-201", {"settled_on": date(2026, 4, 28)}, "settled before"),
        Expected("motion", "19 637, nr. 3402", {"submitters": ("Rajkowski",), "status": "afgedaan"}, "settled here"),
        Expected("motion", "19 637, nr. 3405", {"submitters": ("Piri",), "status": "niet uitgevoerd"}, ""),
        Expected("motion", "19 637, nr. 3406", {"status": "in uitvoering"}, "open"),
        Expected("commitment", "tussenstand", {}, "open"),
    ),
    earlier=("Kamerstukken II 2025/26, 19 637, nr. 3410",),
)

FRESH = (LEGAL_AID, FIREARMS, REMINDER, CHILDREN, LAUNDERING, DETENTION)
