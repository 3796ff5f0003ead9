"""More letters of our own, written after the readers had been tuned to those in ``texts``, and read untuned at first."""

from __future__ import annotations

from datetime import date

from tests.exchange.letters.texts import Expected, OwnLetter

ASSAULT = OwnLetter(
    "seksueel-geweld",
    """
De Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA Den Haag

Datum: 5 oktober 2026
Onderwerp: Voortgang aanpak seksueel geweld

Geachte Voorzitter,

Hierbij informeren wij uw Kamer over de voortgang van het Nationaal Actieprogramma Aanpak seksueel grensoverschrijdend gedrag en seksueel geweld. Daarbij doen wij een aantal moties en toezeggingen af.

## Actielijn 1 - Maatschappelijke norm
In samenwerking met Rutgers is op 1 september 2026 de campagne “Wat zou jij doen?” van start gegaan. De campagne loopt tot en met maart 2027.

## Actielijn 2 - Wet- en regelgeving
De Wet seksuele misdrijven is op 1 juli 2024 in werking getreden. De evaluatie van de wet is voorzien voor 2029. Wij streven ernaar de invoeringstoets in het voorjaar van 2027 aan uw Kamer te zenden.

## Moties en toezeggingen
Motie Bikker/Dral over hulp aan slachtoffers in de eerste zeven dagen
Deze motie (Kamerstukken II 2025/26, 34 843, nr. 140) roept op om de bereikbaarheid van de Centra Seksueel Geweld te vergroten. Sinds 1 juli 2026 zijn alle centra 24 uur per dag bereikbaar. Wij beschouwen de motie als afgedaan.

Motie Becker c.s. over victim blaming
In het tweeminutendebat Zeden van 12 maart 2026 is de motie Becker c.s. ingediend (34 843, nr. 133). De handreiking voor rechters en officieren van justitie wordt nog dit jaar afgerond. Daarna zullen wij de Kamer nader informeren over de uitvoering van deze motie.

Toezegging: doorlooptijden zedenzaken
De minister van Justitie en Veiligheid heeft tijdens het commissiedebat Strafrechtketen op 4 juni 2026 toegezegd de Kamer ieder half jaar te informeren over de doorlooptijden in zedenzaken. Bijgaand treft u de eerste rapportage aan.

De Minister van Justitie en Veiligheid,
D.M. van Weel

De Minister van Langdurige Zorg, Jeugd en Sport,
M. Sterk
""",
    {
        "title": "Voortgang aanpak seksueel geweld",
        "day": date(2026, 10, 5),
        "chambers": ("Tweede Kamer",),
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": ("minister van Langdurige Zorg, Jeugd en Sport",),
    },
    (
        Expected("action", "Wat zou jij doen", {"partners": "Rutgers", "status": "loopt"}),
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
    """
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 30 juni 2026

Betreft: Uitstel brief over de toekomst van het boetestelsel

Geachte voorzitter,

Op 25 maart 2026 heb ik tijdens het commissiedebat Rechtsbijstand aan het lid Sneller (D66) toegezegd om voor de zomer van 2026 een brief te sturen over de hoogte van verkeersboetes. Het is helaas niet gelukt om dit onderzoek tijdig af te ronden. Ik verwacht de brief in oktober 2026 aan uw Kamer te kunnen sturen.

De motie-Van Nispen/Sneller (29 398, nr. 1187), waarin de regering wordt verzocht om de boetes te verlagen, betrek ik bij de besluitvorming over de begroting voor 2027. Met Prinsjesdag wordt uw Kamer hierover geïnformeerd.

De staatssecretaris van Justitie en Veiligheid,

T. Struycken
""",
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
    """
Aan de Voorzitter van de Eerste Kamer der Staten-Generaal
Datum 14 januari 2027
Betreft Uitvoeringsagenda digitale weerbaarheid

Geachte voorzitter,

Graag informeer ik u over de stand van de uitvoeringsagenda digitale weerbaarheid.

# Stand van zaken per maatregel
- Meldpunt ransomware. Het meldpunt is op 1 december 2026 geopend. Trekker is het Nationaal Cyber Security Centrum (NCSC).
- Training van wijkagenten. De training is uitgesteld tot het tweede kwartaal van 2027, omdat het lesmateriaal nog niet gereed is. Trekker: politie.
- Onderzoek naar cryptobetalingen. Het WODC rondt het onderzoek in de zomer van 2027 af.

# Toezeggingen aan uw Kamer
In het debat over de begroting van Justitie en Veiligheid op 24 november 2026 vroeg het lid Nicolaï (PvdD) naar de rechtsbescherming bij botnets. Ik heb toen toegezegd de Kamer daarover binnen drie maanden te berichten (T03555). Met deze brief kom ik die toezegging na.
De motie van het lid Van Bijsterveld c.s. (36 600 VI, K) over slachtoffers van online fraude is in uitvoering. Ik zeg u toe dat ik de Kamer na afronding van de pilot met de banken een evaluatie stuur.

De Minister van Justitie en Veiligheid,
D.M. van Weel
""",
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
