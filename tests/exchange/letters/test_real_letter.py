"""The real progress letter, in its three formats: what it holds is proposed, and nothing that is not in it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.exchange.letters.texts import Expected, OwnLetter
from tests.exchange.letters.yardstick import score_of
from tracker.basics.folding import fold
from tracker.exchange.incoming.letter.reading import read_letter
from tracker.exchange.incoming.recognising import Format
from tracker.records.proposal import Ending, FileReading, Sureness
from tracker.services.deadline_words import recesses

_FOLDER = Path(__file__).parents[4] / "shared" / "domain" / "letters"
_FORMATS = ("docx", "txt", "pdf")
_DAY = date(2026, 6, 25)
_MINE = {"made_on": _DAY}
pytestmark = pytest.mark.skipif(not _FOLDER.exists(), reason="the real letter (../shared) is not here")

_MORE_ACTIONS = (
    ("opvolging aan de gedane Field Labs", "1"),
    ("landelijke actiedag plaatsgevonden", "1"),
    ("Website wordt verder ontwikkeld", "2"),
    ("loskoppelen van identificatie", "3"),
    ("multidisciplinaire commissie", "3"),
    ("Verbeteren opvanglandschap", "3"),
    ("nieuw ontwerp voor een toekomstbestendig opvanglandschap", "3"),
    ("bestuurlijk draagvlak", "3"),
    ("houdbaarheidsonderzoek", "3"),
    ("Spiegelgroep ervaringsdeskundigen", "3"),
    ("positionering van sleutelfiguren", "4"),
    ("implementatie van barrières", "4"),
    ("vertaald naar een werkproces", "5"),
    ("perspectief van minderjarigen", "5"),
    ("delen van de resultaten van de analyse", "5"),
    ("handvatten voor verbeteracties", "6"),
    ("in kaart gebracht welke organisaties", "6"),
    ("opgehaalde verbeterpunten", "6"),
    ("#GeenBuit", "6"),
)
"""What prose tells of the six lines; the sample register holds each of them too."""

_HOLDS = OwnLetter(
    "voortgangsbrief-2026",
    "",
    {
        "day": _DAY,
        "day_assumed": True,
        "signatory": "minister van Justitie en Veiligheid",
        "on_behalf_of": (
            "minister van Langdurige Zorg, Jeugd en Sport",
            "minister van Sociale Zaken en Werkgelegenheid",
            "minister van Asiel en Migratie",
            "minister van Buitenlandse Zaken",
            "minister van Buitenlandse Handel en Ontwikkelingssamenwerking",
        ),
        "remarks": "Ondertekend door D.M. van Weel.",
    },
    (
        Expected(
            "motion",
            "36 547, nr. 36",
            {"submitters": ("Ceder", "+ Bikker"), "chamber": "Tweede Kamer", "status": "in uitvoering"},
            "open",
            ("na inwerkingtreding van art. 273f Sr", "wanneer dit gesprek heeft plaatsgevonden", "jaarlijks"),
        ),
        Expected(
            "motion",
            "36 547, nr. 32",
            {"submitters": ("Boomsma (NSC)", "+ Ceder (CU)"), "status": "afgedaan", "settled_on": _DAY},
            "settled here",
        ),
        Expected(
            "motion",
            "36 547, nr. 30",
            {"submitters": ("Boomsma (NSC)",), "status": "afgedaan"},
            "settled before",
            settled_letter="Kamerstukken II 2025/26, 28 638, nr. 259",
        ),
        Expected("motion", "28 638, nr. 244", {"submitters": ("Mutluer",), "status": None}, ""),
        Expected(
            "commitment",
            "inhoudelijk ontwerp voor het opvanglandschap",
            {
                "made_on": date(2026, 5, 20),
                "minister": "minister van Langdurige Zorg, Jeugd en Sport",
                "status": "openstaand",
            },
            "open",
            ("voor het einde van dit jaar",),
        ),
        Expected("commitment", "dit gesprek heeft plaatsgevonden", _MINE, "open", ("wanneer dit gesprek heeft",)),
        Expected("commitment", "nationaal coördinator mensenhandel", _MINE, "open"),
        Expected("commitment", "andere betrokken bewindspersonen", _MINE, "open"),
        Expected(
            "commitment",
            "met de relevante partijen in gesprek",
            _MINE,
            "open",
            ("na inwerkingtreding van art. 273f Sr",),
        ),
        Expected(
            "commitment",
            "Regieraad zal starten",
            _MINE,
            "open",
            ("bij aanvang van het nieuwe Actieplan", "twee keer per jaar"),
        ),
        Expected(
            "commitment", "(gefaseerde) implementatie", _MINE, "open", ("Na afronding van het ontwerp zal in 2027",)
        ),
        Expected("commitment", "hierin worden meegenomen", _MINE, "open"),
        Expected("commitment", "komende Veiligheidsagenda", _MINE, "open"),
        Expected("commitment", "participeert in de Regieraad", _MINE, "open"),
        Expected("commitment", "aanbevelingen daarin meenemen", _MINE, "open"),
        Expected("programme", "COMPASS", {"implementing_partner": "IOM", "figures": ("14 landen",)}),
        Expected("programme", "COMPASS Nigeria", {"countries": ("Nigeria",)}),
        Expected("programme", "COMPASS Irak", {"countries": ("Irak",)}),
        Expected(
            "programme",
            "Mobiele escaperoom in Oost-Europa",
            {"partners": "Stichting Reshape", "implementing_partner": None},
        ),
        Expected("programme", "EMPACT"),
        Expected("programme", "EU4FAST"),
        Expected(
            "programme",
            "Internationale samenwerking politie",
            {"countries": ("Roemenië", "Colombia", "Spanje"), "partners": "Stichting Reshape", "lead": "politie"},
        ),
        Expected(
            "operational_action",
            "Financieel rechercheren",
            {"role": "leader", "dutch_lead": "politie", "cycle": "2026-2029"},
        ),
        Expected("operational_action", "Justitiële samenwerking", {"role": "leader", "dutch_lead": "OM"}),
        Expected("operational_action", "China", {"role": "co-leader", "partner_countries": ("China",)}),
        Expected("operational_action", "Hackaton", {"role": "co-leader"}),
        Expected(
            "instrument",
            "(EU) 2024/1712",
            {"sort": "richtlijn", "status": "omzetting loopt", "title": "Herziene Europese richtlijn mensenhandel"},
            deadlines=("15 juli 2026",),
        ),
        Expected("instrument", "2011/36/EU", {"sort": "richtlijn", "status": None}),
        Expected("instrument", "Implementatievoorstel", {"sort": "wetsvoorstel", "status": "aanhangig"}),
        Expected("instrument", "273f Sr", {"sort": "wetsvoorstel", "status": None}),
        Expected("instrument", "Wmo", {"sort": "wet"}),
        Expected(
            "instrument",
            "handel in menselijke organen",
            {
                "sort": "verdrag",
                "status": "goedkeuring loopt",
                "citations": ("Kamerstukken II 2025/26, 32 735, nr. 420",),
            },
        ),
        Expected("action", "Koepelcampagne", {"action_line": "1", "lead": "Comensha", "status": "loopt"}),
        Expected("action", "Field Lab over klanten", {"action_line": "1", "status": "afgerond"}),
        Expected("action", "actiedag te organiseren", {"action_line": "1"}, deadlines=("later in 2026",)),
        Expected("action", "nationaal verwijzingsmechanisme", {"action_line": "2", "status": "loopt"}),
        Expected("action", "onderdelen van het NVM", {"partners": "Comensha"}, deadlines=("op 15 juli 2026",)),
        Expected("action", "Centraal online informatiepunt is", {"finished_on": date(2026, 6, 18)}),
        Expected("action", "vierde partij", {"action_line": "3", "status": "loopt"}),
        Expected("action", "barrièremodellen", {"action_line": "4", "lead": "CCV"}, deadlines=("eind juni 2026",)),
        Expected("action", "werkgroep informatiedeling", {"action_line": "5", "partners": "KEN!"}),
        Expected("action", "juridische analyse", {"action_line": "5"}, deadlines=("in de zomer van 2026",)),
        Expected("action", "handreikingen voor de praktijk", {"action_line": "6"}, deadlines=("in Q3 en Q4 2026",)),
        *(Expected("action", words, {"action_line": line}) for words, line in _MORE_ACTIONS),
        Expected("action", "online campagne", {}, deadlines=("in de zomer van 2026",)),
        Expected("action", "postercampagne", {}, deadlines=("dit jaar",)),
        Expected(
            "recommendation",
            "rol van de minister",
            {"author": "Nationaal Rapporteur", "published_on": date(2024, 10, 7)},
        ),
        Expected("recommendation", "Nationaal Coördinator aan te stellen"),
        Expected("recommendation", "Commissie aanpak Mensenhandel", {"author": "Nationaal Rapporteur"}),
        Expected("recommendation", "Nationaal Verwijzingsmechanisme"),
        Expected("recommendation", "veiligheidshuizen"),
        Expected("recommendation", "opvang van slachtoffers"),
        Expected("recommendation", "loskoppeling"),
        Expected("recommendation", "wijze van financieren"),
        Expected("recommendation", "gegevensdeling"),
    ),
    on=_DAY,
    earlier=("Kamerstukken II 2025/26, 28 638, nr. 259",),
)


@cache
def _read(form: str) -> FileReading:
    return read_letter(_FOLDER / f"voortgangsbrief-2026.{form}", Format(form), _DAY, recesses())


@pytest.mark.parametrize("form", _FORMATS)
def test_everything_that_the_letter_holds_is_proposed(form: str) -> None:
    score = score_of(_read(form), _HOLDS)

    assert score.misses == []
    assert score.found == score.wanted > 150


@pytest.mark.parametrize("form", _FORMATS)
def test_nothing_is_proposed_as_sure_that_the_letter_does_not_hold(form: str) -> None:
    assert score_of(_read(form), _HOLDS).extra == []


@pytest.mark.parametrize("form", _FORMATS)
def test_the_words_of_a_title_are_those_of_its_passages(form: str) -> None:
    reading = _read(form)
    of_ours = {"motie", "bij", "informeren", "meenemen", "bekijken", "verkennen", "toezegging"}
    for proposal in reading.proposals:
        text = fold(" ".join(reading.text[one.start : one.end] for one in proposal.passages))
        own = set(re.findall(r"[\w-]{3,}", fold(proposal.values["title"]))) - of_ours
        strange = {word for word in own if word not in text}
        assert not strange or proposal.kind in {"commitment", "instrument"}, (proposal.values["title"], strange)
        assert proposal.passages
        assert all(0 <= one.start < one.end <= len(reading.text) for one in proposal.passages)


@pytest.mark.parametrize("form", _FORMATS)
def test_what_is_past_or_a_right_is_no_deadline(form: str) -> None:
    said = [
        fold(part.values["wording"])
        for proposal in _read(form).proposals
        for part in proposal.parts
        if part.entity == "deadline"
    ]

    for words in (
        "drie maanden",
        "dertig dagen",
        "20 november 2025",
        "20 mei 2026",
        "2026-2029",
        "2026-2027",
        "in 2025",
    ):
        assert not any(words in one for one in said), words
    assert not any(one.startswith("momenteel") for one in said)


@pytest.mark.parametrize("form", _FORMATS)
def test_less_than_sure_says_why_and_every_sentence_is_accounted_for(form: str) -> None:
    reading = _read(form)

    assert all(one.why is not None for one in reading.proposals if one.sureness is not Sureness.SURE)
    assert reading.account.adds_up
    assert reading.account.taken > reading.account.read / 2


def test_the_three_formats_propose_the_same() -> None:
    def essence(form: str) -> list[tuple[object, ...]]:
        return [
            (
                one.kind,
                one.values["title"],
                one.values.get("citation"),
                one.values.get("status"),
                one.ending,
                tuple(part.values.get("wording") for part in one.parts if part.entity == "deadline"),
            )
            for one in _read(form).proposals
        ]

    assert essence("docx") == essence("txt") == essence("pdf")


def test_the_motion_of_which_the_letter_says_no_ending_gets_none() -> None:
    motion = next(one for one in _read("docx").proposals if "nr. 244" in str(one.values.get("citation")))

    assert motion.ending is None
    assert "status" not in motion.values
    assert Ending.SETTLED_HERE in {one.ending for one in _read("docx").proposals}
