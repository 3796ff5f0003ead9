"""The words in which periods are named, in plain form (see `words`)."""

from typing import Final

from tracker.records.deadline_language.tables import word_list, word_set

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        word_list(
            "januari februari maart april mei juni juli augustus september oktober november",
            "december",
        ),
        1,
    )
}
# Only beside a day or a year: "sep" and "dec" are also other words.
SHORT_MONTHS: Final = {
    name: number
    for number, names in enumerate(word_list("jan feb,febr mrt apr mei jun jul aug sep,sept okt,oct nov dec"), 1)
    for name in names.split(",")
}
WEEKDAYS: Final = word_list("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
SHORT_WEEKDAYS: Final = word_set("ma di wo do vr za zo")
ORDINALS: Final = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "laatste": 4,
    **{f"{number}{ending}": number for number in range(1, 5) for ending in ("e", "ste", "de")},
}
NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        word_list(
            "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien",
            "zestien zeventien achttien negentien twintig",
        ),
        1,
    )
} | {"vierentwintig": 24, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "negentig": 90, "honderd": 100}
UNITS: Final = {
    **dict.fromkeys(("dag", "dagen"), (1, "day")),
    **dict.fromkeys(("week", "weken", "wk", "wkn"), (1, "week")),
    **dict.fromkeys(("maand", "maanden", "mnd"), (1, "month")),
    **dict.fromkeys(("kwartaal", "kwartalen"), (3, "month")),
    **dict.fromkeys(("jaar", "jaren", "jr"), (1, "year")),
}
PARTS: Final = {
    "begin": "begin",
    "eind": "eind",
    "einde": "eind",
    **dict.fromkeys(("medio", "midden", "half", "halverwege"), "half"),
}
# Of a part: the first and the last month, counted within the year, the quarter.
PARTS_OF_YEAR: Final = {"begin": (1, 3), "half": (6, 7), "eind": (10, 12)}
PARTS_OF_QUARTER: Final = {"begin": 1, "half": 2, "eind": 3}
SEASONS: Final = {
    **dict.fromkeys(("voorjaar", "lente"), (3, 5)),
    "zomer": (6, 8),
    **dict.fromkeys(("najaar", "herfst"), (9, 11)),
    "winter": (12, 14),
}
YEAR_WORDS: Final = frozenset({"jaar", "kalenderjaar"})
THIS: Final = word_set("dit deze lopend lopende")
NEXT: Final = word_set("komend komende volgend volgende aanstaande aankomend aankomende eerstvolgende")
PREVIOUS: Final = word_set("vorig vorige afgelopen verleden voorbije")
ARTICLES: Final = frozenset({"de", "het"})
AND: Final = frozenset({"en", "of", "/", "&", "+"})
TIME_OF_DAY: Final = frozenset({"uur", "u"})

# What makes a number a quantity and not a year, and an amount of what stands near it.
MONEY: Final = word_set("€ euro eur mln miljoen miljoenen mld miljard miljarden")
COUNTED: Final = MONEY | word_set(
    "gevallen personen mensen zaken meldingen slachtoffers woningen keer maal stuks procent % km m kg uur pagina",
    "bladzijden huishoudens bedrijven plaatsen leden stemmen dagen weken maanden jaar aanvragen",
)
# What a budget or a plan is made for: "de begroting voor 2026" is due in no year.
MADE_FOR: Final = word_set(
    "begroting raming budget budgetten middelen subsidie programmabegroting meerjarenraming planning agenda",
    "programma prognose jaarplan werkplan activiteitenplan begrotingsstaat begrotingsstaten",
)
# Endings of what something can be due before: "voor het debat van 14 oktober" is due on the day before.
MEETINGS: Final = (
    *("debat", "overleg", "vergadering", "zitting", "bijeenkomst", "conferentie", "stemming", "stemmingen"),
    *("verkiezingen", "behandeling"),
)
# Endings of what bears a day of its own: "de brief van 12 mei" is due on no day.
DOCUMENTS: Final = (
    *("brief", "brieven", "debat", "overleg", "vergadering", "besluit", "besluiten", "rapport", "rapportage", "nota"),
    *("advies", "motie", "moties", "vragen", "verslag", "mail", "wet", "begroting", "richtlijn", "verordening", "raad"),
    *("regeling", "verzoek", "bericht", "publicatie", "uitspraak", "arrest", "notitie", "missive", "uitvraag", "akte"),
    *("memo", "akkoord", "toezegging", "meerjarenraming", "jaarverslag", "gesprek", "versie", "plan", "programma"),
    *("commissie", "kamer", "artikel", "antwoorden", "antwoord", "koninkrijksrelaties", "beleid", "cijfers", "stand"),
)
