"""Letters of our own making, as different from the real one and from each other as letters are, with what they hold.

They were written first and read afterwards. Markup: ``# `` and ``## `` begin a heading, ``{{…}}`` is a footnote where
it is called, ``- `` a list item, ``| a | b |`` a row of a table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
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


YOUTH = OwnLetter(
    "jeugdcriminaliteit",
    """
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG
Datum 12 november 2026
Betreft Voortgang aanpak jeugdcriminaliteit en preventie

Geachte voorzitter,

Jongeren verdienen een toekomst zonder criminaliteit. Met deze brief informeer ik uw Kamer, mede namens de staatssecretaris van Justitie en Veiligheid en de minister van Onderwijs, Cultuur en Wetenschap, over de voortgang van de aanpak van jeugdcriminaliteit. In mijn brief van 3 april 2026{{Kamerstukken II 2025/26, 28 741, nr. 131.}} heb ik de hoofdlijnen geschetst. Tevens ga ik in op enkele moties en toezeggingen.

# 1. Preventie met Gezag
## Pijler 1: Kansen bieden in de wijk
De gemeenten Rotterdam, Utrecht en Arnhem zijn in mei 2026 gestart met een wijkgerichte aanpak. Onder leiding van het Nederlands Jeugdinstituut (NJi) wordt momenteel een handreiking voor jongerenwerkers ontwikkeld. De handreiking wordt in het eerste kwartaal van 2027 opgeleverd. Het programma Alleen jij bepaalt wie je bent is inmiddels afgerond en bereikte ruim 2.400 jongeren.
## Pijler 2: Grenzen stellen
De inzet van de gedragsbeïnvloedende maatregel is vertraagd, omdat de werving van jeugdreclasseerders achterblijft. Voor 1 maart 2027 ontvangt uw Kamer een plan van aanpak om de wachtlijsten terug te dringen.
Samen met Halt en de Raad voor de Kinderbescherming wordt onderzocht of de doorlooptijden kunnen worden verkort.

# 2. Messengeweld
Met de motie van het lid Mutluer (GroenLinks-PvdA) c.s.{{Kamerstukken II 2025/26, 28 741, nr. 140.}} is de regering verzocht om een landelijk verbod op het bezit van messen door minderjarigen te onderzoeken. Het WODC voert dit onderzoek uit; de resultaten worden medio 2027 verwacht. Ik zal uw Kamer na ommekomst van het onderzoek over mijn beleidsreactie informeren.
De motie-Ellian/Boswijk over het actief controleren van kluisjes (Kamerstuk 28 741, nr. 137) heb ik onder de aandacht gebracht van de onderwijssector. Hiermee beschouw ik deze motie als uitgevoerd.

# 3. Overige toezeggingen
Tijdens het commissiedebat Jeugdcriminaliteit van 17 september 2026 heb ik aan het lid Six Dijkstra (NSC) toegezegd om schriftelijk terug te komen op de inzet van camera's bij uitgaansgebieden. Gemeenten gaan zelf over de inzet van camera's. Hiermee doe ik deze toezegging gestand.
Ook heb ik in het tweeminutendebat van 6 oktober 2026 aan het lid Van Nispen (SP) toegezegd dat ik in gesprek ga met de jeugdbescherming over gesloten plaatsingen. Dit gesprek vindt in januari 2027 plaats. Ik bericht uw Kamer hierover voor het voorjaarsreces.

Tot slot
Ik dank alle professionals voor hun inzet.

De Minister van Justitie en Veiligheid,

D.M. van Weel
""",
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
    """
Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Datum: 2 juli 2026
Onderwerp: Afdoening toezeggingen gevangeniswezen

Geachte voorzitter,

Tijdens het commissiedebat Gevangeniswezen en tbs van 21 mei 2026 heb ik een aantal toezeggingen gedaan. In deze brief ga ik daar één voor één op in.

# Capaciteit bij DJI (TZ202605-201)
Ik heb het lid Ellian (VVD) toegezegd inzicht te geven in de actuele capaciteit. Op 1 juni 2026 waren er 640 cellen buiten gebruik. Een overzicht treft u als bijlage bij deze brief aan. Daarmee is deze toezegging voldaan.

# Tbs-passanten (TZ202605-202)
Aan het lid Van Nispen (SP) heb ik toegezegd de Kamer te informeren over de wachttijd van tbs-passanten. De cijfers zijn nog niet volledig. Ik informeer uw Kamer hierover uiterlijk in het vierde kwartaal van 2026. De toezegging blijft daarmee openstaan.

# Toezegging aan het lid Sneller over digitale zorg in detentie (TZ202605-207)
De pilot met digitale zorg is in de penitentiaire inrichtingen Vught en Zwolle afgerond. De evaluatie is op 12 juni 2026 met uw Kamer gedeeld.{{Kamerstukken II 2025/26, 24 587, nr. 1003.}} Ik beschouw deze toezegging dan ook als afgedaan.

# Arbeidsmarkt
Naar aanleiding van een vraag van het lid Mutluer (GL-PvdA) is toegezegd dat de Kamer voor het zomerreces een brief ontvangt over de personeelstekorten. Aan deze toezegging heb ik reeds voldaan met mijn brief van 15 juni 2026.{{Kamerstukken II 2025/26, 24 587, nr. 1005.}}

# Vervolg
Met de Dienst Justitiële Inrichtingen ben ik in gesprek over noodmaatregelen. Zodra daarover meer duidelijk is, stuur ik uw Kamer een nieuwe brief.

De Staatssecretaris van Justitie en Veiligheid,

I. Coenradie
""",
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
    """
Aan de Voorzitter van de Eerste Kamer der Staten-Generaal
Kazernestraat 52
2514 CV DEN HAAG

Den Haag, 9 februari 2027
Betreft: Toezeggingen cybercrime en gegevensverwerking

Zeer geachte voorzitter,

Hierbij reageer ik op de brief van uw Kamer van 15 december 2026 over openstaande toezeggingen op het terrein van cybercrime.

# Evaluatie Wet computercriminaliteit III (T03112)
Mijn ambtsvoorganger heeft tijdens de plenaire behandeling van het wetsvoorstel op 26 juni 2025 aan de leden Dittrich (D66) en Recourt (GroenLinks-PvdA) toegezegd de Wet computercriminaliteit III na vijf jaar te evalueren. Het WODC heeft het evaluatierapport op 11 januari 2027 gepubliceerd. U ontvangt de beleidsreactie vóór 1 mei 2027.

# Meldplicht datalekken (T03240)
De Autoriteit Persoonsgegevens heeft haar werkwijze aangepast. Hiermee acht ik de toezegging voldaan.

# Motie-Veldhoen c.s.
De motie-Veldhoen c.s. (Kamerstukken I 2025/26, 36 410, AB) verzoekt de regering om bij nieuwe bevoegdheden een gegevensbeschermingseffectbeoordeling te publiceren. Deze motie wordt meegenomen bij de herziening van het Wetboek van Strafvordering. In de volgende voortgangsrapportage, die in het najaar van 2027 verschijnt, zal ik uw Kamer daarover berichten.

# NIS2
De implementatietermijn van Richtlijn (EU) 2022/2555{{Richtlijn (EU) 2022/2555 van het Europees Parlement en de Raad van 14 december 2022 betreffende maatregelen voor een hoog gezamenlijk niveau van cyberbeveiliging in de Unie.}} is op 17 oktober 2024 verstreken. Het wetsvoorstel Cyberbeveiligingswet is aangenomen door de Tweede Kamer en ligt nu bij uw Kamer voor. De plenaire behandeling staat gepland op 20 april 2027.

Hoogachtend,

De Minister van Justitie en Veiligheid,

D.M. van Weel
""",
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
    """
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Datum 30 september 2026
Betreft Stand van zaken moties en toezeggingen vreemdelingenketen

Geachte voorzitter,

Hierbij bied ik u het halfjaarlijkse overzicht van moties en toezeggingen aan op het terrein van de migratieketen.

# Moties
| Nr. | Motie | Indiener(s) | Vindplaats | Stand van zaken |
| 1 | Motie over het versnellen van terugkeer naar veilige landen | Brekelmans (VVD), Podt (D66) | 19 637, nr. 3301 | Afgedaan met de brief van 4 maart 2026 (Kamerstukken II 2025/26, 19 637, nr. 3355). |
| 2 | Gewijzigde motie over opvang van alleenstaande minderjarige vreemdelingen | Ceder (CU) c.s. | 19 637, nr. 3312 | In uitvoering. De Kamer wordt in Q1 2027 geïnformeerd. |
| 3 | Motie over het stoppen van nachtelijke verplaatsingen | Van Nispen (SP) | 19 637, nr. 3320 | Met deze brief beschouw ik de motie als afgedaan. |
| 4 | Motie over een noodfonds voor gemeenten | Kröger (GL-PvdA) | 19 637, nr. 3325 | Deels afgedaan. Over het tweede verzoek volgt eind 2026 een brief. |

# Toezeggingen
| Toezegging | Gedaan in | Status |
| De Kamer ontvangt een tijdlijn van de uitrol van de spreidingsmonitor (TZ202604-011). | Commissiedebat Vreemdelingen- en asielbeleid d.d. 9 april 2026 | Voldaan bij brief van 1 juli 2026 (Kamerstukken II 2025/26, 19 637, nr. 3399). |
| De minister komt terug op de kosten van noodopvang (TZ202604-015). | Commissiedebat Vreemdelingen- en asielbeleid d.d. 9 april 2026 | Openstaand; de Kamer ontvangt de cijfers voor het kerstreces. |

De Minister van Asiel en Migratie,

B. van den Brink
""",
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
    """
Vergaderjaar 2026-2027
29 911 Bestrijding georganiseerde criminaliteit
Nr. 512 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 18 december 2026

In deze brief schets ik, mede namens de minister van Buitenlandse Zaken, de stand van de internationale aanpak van georganiseerde, ondermijnende criminaliteit.

# Samenwerking met Latijns-Amerika
## EL PACCTO 2.0
Het programma EL PACCTO 2.0 versterkt de rechtsstaat in Colombia, Ecuador en Peru. Nederland draagt hieraan € 2,5 miljoen bij voor de jaren 2026 en 2027. Het programma wordt uitgevoerd door Expertise France.
## Liaisonofficieren
De politie breidt het netwerk van liaisonofficieren in Ecuador en Panama in de loop van 2027 uit.

# EMPACT
Binnen de EMPACT-prioriteit cocaïne is Nederland leider van de operationele actie ‘Poort dicht’, onder leiding van de Koninklijke Marechaussee. Daarnaast neemt Nederland deel aan de operationele acties ‘Schone haven’ en ‘Witte was’.

# Verdragen en wetgeving
Het uitleveringsverdrag met de Verenigde Arabische Emiraten (Trb. 2021, 112) is op 1 augustus 2023 in werking getreden. De goedkeuringsprocedure voor het Verdrag tussen Nederland en Marokko inzake overdracht van gevonniste personen is gestart.
Verordening (EU) 2024/1624 is vanaf 10 juli 2027 van toepassing. Ik verwacht het wetsvoorstel ter uitvoering daarvan in het tweede kwartaal van 2027 bij uw Kamer in te dienen.

# Moties
In de motie-Michon-Derkzen c.s. over het afpakken van crimineel vermogen (36 600 VI, nr. 88) en de motie van de leden Diederik van Dijk (SGP) en Bikker (CU) over de weerbaarheid van zeehavens (29 911, nr. 480) is aandacht gevraagd voor de haven. Beide moties zijn afgedaan met mijn brief van 2 oktober 2026.{{Kamerstukken II 2026/27, 29 911, nr. 501.}}
Voor de uitvoering van de motie Kathmann over het online adverteren van drugs zie ik geen wettelijke grondslag. Ik voer deze motie daarom niet uit.
Het lid Helder (PVV) heeft bij motie gevraagd om hogere straffen voor uithalers. Het wetsvoorstel daartoe is in voorbereiding.

De Minister van Justitie en Veiligheid,
D.M. van Weel
""",
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
        Expected("operational-action", "Poort dicht", {"role": "leader", "dutch_lead": "KMar"}),
        Expected("operational-action", "Schone haven", {"role": "participant"}),
        Expected("operational-action", "Witte was", {"role": "participant"}),
        Expected("instrument", "uitleveringsverdrag", {"sort": "verdrag", "status": "in werking"}),
        Expected("instrument", "Marokko", {"sort": "verdrag", "status": "goedkeuring loopt"}),
        Expected("instrument", "(EU) 2024/1624", {"sort": "verordening"}),
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
