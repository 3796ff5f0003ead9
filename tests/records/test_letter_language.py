"""The words of letters: sentences, names, motions, debates, promises, endings, and the deadlines that lie ahead."""

from __future__ import annotations

import doctest
from datetime import date
from types import ModuleType

import pytest

from tests.records.counted_work import grows_with_length
from tracker.records import (
    country_names,
    debate_naming,
    lying_ahead,
    ministers,
    motion_naming,
    promise_words,
    sentences,
    settling_words,
)
from tracker.records.debate_naming import debate_in
from tracker.records.lying_ahead import deadlines_ahead
from tracker.records.ministers import ministers_in
from tracker.records.motion_naming import motions_named
from tracker.records.promise_words import Promise, is_about_this_letter, promise_in
from tracker.records.recess import Calendar
from tracker.records.sentences import sentence_spans
from tracker.records.settling_words import Settling, settling_in

_ON = date(2026, 6, 25)


@pytest.mark.parametrize(
    "module",
    [country_names, debate_naming, ministers, motion_naming, promise_words, sentences, settling_words],
    ids=lambda one: one.__name__,
)
def test_the_examples_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


# --- sentences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Zie nr. 36. Ik kom terug.", ["Zie nr. 36.", "Ik kom terug."]),
        ("De motie Boomsma c.s. Deze is af.", ["De motie Boomsma c.s.", "Deze is af."]),
        ("Volgens D.M. van Weel geldt art. 273f Sr. Klaar.", ["Volgens D.M. van Weel geldt art. 273f Sr.", "Klaar."]),
        ("Wat zou jij doen?” van start. Ja!", ["Wat zou jij doen?” van start.", "Ja!"]),
        ("Ruim 5.900 mensen (Trb. 2021, 112) deden mee.", ["Ruim 5.900 mensen (Trb. 2021, 112) deden mee."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say_so(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == wanted


def test_a_sentence_longer_than_any_is_taken_in_parts() -> None:
    text = "woord " * 5_000

    spans = sentence_spans(text)

    assert all(end - start <= 3_000 for start, end in spans)
    assert sum(len(text[start:end].split()) for start, end in spans) == 5_000


# --- who is named -----------------------------------------------------------------------------------------------------


def test_ministers_are_named_in_full_however_they_are_written() -> None:
    text = "de minister van Langdurige Zorg, Jeugd en Sport, de staatssecretaris van JenV en de minister-president"

    assert ministers_in(text) == [
        "minister van Langdurige Zorg, Jeugd en Sport",
        "staatssecretaris van Justitie en Veiligheid",
        "minister-president",
    ]


@pytest.mark.parametrize(
    ("text", "submitters", "subject"),
    [
        ("Motie Ceder en Bikker - jaarlijkse monitoring", ["Ceder", "+ Bikker"], "jaarlijkse monitoring"),
        ("Motie Boomsma (NSC) c.s. - preventie, en hulp", ["Boomsma (NSC)"], "preventie, en hulp"),
        ("de motie-Ceder/Bikker over zeden is uitgevoerd", ["Ceder", "+ Bikker"], "zeden"),
        ("De motie van het lid Van der Werf c.s. over lokken (36 547, nr. 3)", ["Van der Werf"], "lokken"),
        ("de motie-El Abassi c.s. vraagt", ["El Abassi"], None),
        ("Het lid Helder (PVV) heeft bij motie gevraagd om hogere straffen", ["Helder (PVV)"], "om hogere straffen"),
        (
            "de motie van de leden Diederik van Dijk (SGP) en Six Dijkstra",
            ["Diederik van Dijk (SGP)", "+ Six Dijkstra"],
            None,
        ),
    ],
)
def test_a_motion_is_known_by_who_tabled_it_and_what_it_is_about(
    text: str, submitters: list[str], subject: str | None
) -> None:
    named = motions_named(text, is_heading=" - " in text)[0]

    assert [one.text() for one in named.submitters] == submitters
    found = named.subject.removeprefix("om ") if named.subject else None
    assert found == (subject.removeprefix("om ") if subject else None)


def test_several_motions_in_one_sentence_are_told_apart() -> None:
    named = motions_named("de moties van de leden Mutluer en Kuik over A en van het lid Michon-Derkzen (VVD) over B.")

    assert [[one.name for one in each.submitters] for each in named] == [["Mutluer", "Kuik"], ["Michon-Derkzen"]]
    assert [one.subject for one in named] == ["A", "B"]


@pytest.mark.parametrize(
    "text", ["Ik beschouw de motie hiermee als afgedaan.", "In de motie wordt gevraagd", "emotie Jan"]
)
def test_the_word_alone_names_no_motion(text: str) -> None:
    assert motions_named(text) == []


@pytest.mark.parametrize(
    ("text", "sort", "subject", "day"),
    [
        (
            "tijdens het Commissiedebat Mensenhandel d.d. 20 mei 2026.",
            "commissiedebat",
            "Mensenhandel",
            date(2026, 5, 20),
        ),
        (
            "Op 3 juni 2026 heb ik in het tweeminutendebat Zeden toegezegd",
            "tweeminutendebat",
            "Zeden",
            date(2026, 6, 3),
        ),
        ("In het debat van 12 juni 2025 over de rechtsstaat is", None, "de rechtsstaat", date(2025, 6, 12)),
        (
            "het wetsvoorstel in het wetgevingsoverleg Justitie (4-6-2026)",
            "wetgevingsoverleg",
            "Justitie",
            date(2026, 6, 4),
        ),
    ],
)
def test_a_debate_is_known_by_its_sort_subject_and_day(text: str, sort: str | None, subject: str, day: date) -> None:
    debate = debate_in(text)

    assert debate is not None
    assert (debate.sort, debate.subject, debate.day) == (sort, subject, day)


# --- endings and promises ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ik beschouw de motie hiermee als afgedaan.", Settling.HERE),
        ("Hiermee is de motie uitgevoerd.", Settling.HERE),
        ("Met deze brief doe ik deze toezegging gestand.", Settling.HERE),
        ("Met deze brief kom ik die toezegging na.", Settling.HERE),
        ("Wij beschouwen deze moties als afgedaan.", Settling.HERE),
        ("Daarmee is deze toezegging voldaan.", Settling.HERE),
        ("Daarmee is uitvoering gegeven aan de motie.", Settling.HERE_BY_EFFECT),
        ("In de voortgangsbrief van december 2025 heeft mijn voorganger deze motie al afgedaan.", Settling.BEFORE),
        ("De motie is reeds afgedaan met de brief van 3 maart 2025.", Settling.BEFORE),
        ("De motie is deels afgedaan.", Settling.PARTLY),
        ("Deze motie voer ik niet uit.", Settling.NOT_CARRIED_OUT),
        ("Dat doe ik met deze brief.", Settling.HERE),
        ("Dat doe ik in het najaar.", None),
        ("Ik verzoek u de toezegging open te laten staan.", Settling.NOT_YET),
        ("De toezegging blijft daarmee openstaan.", Settling.NOT_YET),
        ("De motie kan nog niet als afgedaan worden beschouwd.", Settling.NOT_YET),
        ("Zodra het onderzoek er is, beschouw ik de motie als afgedaan.", Settling.NOT_YET),
        ("Ik voer deze motie daarom niet uit.", Settling.NOT_CARRIED_OUT),
        ("De uitvoering van deze motie is overgedragen aan de minister van Economische Zaken.", Settling.HANDED_OVER),
        ("Dit heb ik gedaan in mijn brief van 12 november 2026.", Settling.BEFORE),
        ("De uitvoering van deze motie ligt bij de staatssecretaris van BZK.", Settling.HANDED_OVER),
        ("Die motie is aan hem overgedragen.", Settling.HANDED_OVER),
        ("Het rapport treft u bijgaand aan.", Settling.HERE_BY_EFFECT),
        ("De werkzaamheden zijn afgerond.", None),
        ("In de motie wordt gevraagd om een plan.", None),
    ],
)
def test_how_a_letter_leaves_a_motion_or_commitment(sentence: str, wanted: Settling | None) -> None:
    assert settling_in(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ik zeg toe dat ik hierop terugkom.", Promise.PROMISED),
        ("Ik informeer uw Kamer wanneer dit gesprek heeft plaatsgevonden.", Promise.TOLD_KAMER),
        ("Uw Kamer ontvangt in het najaar een brief.", Promise.TOLD_KAMER),
        ("Een ontwerp wordt voor het einde van dit jaar met de Kamer gedeeld.", Promise.TOLD_KAMER),
        ("Wij streven ernaar de toets in 2027 aan uw Kamer te zenden.", Promise.TOLD_KAMER),
        ("Zodra dit is afgerond, informeert de minister van Financiën uw Kamer.", Promise.TOLD_KAMER),
        ("Uiterlijk 1 september laat ik u weten welk standpunt het kabinet inneemt.", Promise.TOLD_KAMER),
        ("Eerder heb ik u laten weten waarom dat niet kan.", None),
        ("Deze brief stuur ik u mede namens de minister van Financiën.", None),
        ("In dit halfjaarbericht ga ik in op de ontwikkelingen bij de politie.", None),
        ("Graag neem ik de aanbevelingen daarin mee.", Promise.FIRST_PERSON),
        ("In 2027 zal een plan worden opgesteld.", Promise.PASSIVE),
        ("Conform toezegging tijdens het Commissiedebat van 20 mei 2026.", Promise.EARLIER),
        ("Tijdens het debat heb ik toegezegd een brief te sturen.", Promise.EARLIER),
        ("In deze brief informeer ik uw Kamer over de voortgang.", None),
        ("Deze aanbeveling neem ik niet over.", None),
        ("Daarbij ga ik ook in op hetgeen ik in het debat heb toegezegd.", None),
        ("Ik heb uw Kamer hierover geïnformeerd in mijn brief van mei.", None),
        ("De Regieraad zal niet kunnen sturen op het gezag.", None),
        ("Bijgaand ontvangt uw Kamer het rapport.", None),
    ],
)
def test_what_a_sentence_promises(sentence: str, wanted: Promise | None) -> None:
    said = promise_in(sentence)

    assert (said.strength if said else None) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("De modellen worden eind juni 2026 afgerond.", ["eind juni 2026"]),
        ("De bezetting bedroeg eind mei 50.212 fte.", []),
        ("De pilot wordt verlengd tot 1 januari 2028.", ["1 januari 2028"]),
        ("In het eerstvolgende halfjaarbericht kom ik hierop terug.", ["In het eerstvolgende halfjaarbericht"]),
        ("In het tweede halfjaarbericht van 2024 kom ik daarop terug.", []),
        (
            "De analyse is gestart in het eerste kwartaal van 2026 en wordt in de zomer van 2026 afgerond.",
            ["in de zomer van 2026"],
        ),
        ("Op 20 november 2025 is een campagne gelanceerd.", []),
        ("De commissie is in september gestart.", []),
        ("De delen die op 15 mei 2026 gereed moesten zijn, zijn opgeleverd.", []),
        ("De Commissie heeft in het voorjaar een voorstel gedaan.", []),
        ("Op 9 mei heb ik een akkoord getekend.", []),
        ("De invoering is op 1 januari bepaald.", ["op 1 januari"]),
        ("De website is op 18 juni 2026 gelanceerd.", []),
        ("De behandeling staat gepland op 14 september 2026.", ["op 14 september 2026"]),
        ("Eind 2025 is de steun uitgebreid met vijf miljoen euro voor 2026-2027.", []),
        ("Binnen de bedenktijd heeft een slachtoffer drie maanden de tijd.", []),
        ("Het slachtoffer kan binnen dertig dagen bezwaar maken.", []),
        ("Wanneer aangifte wordt gedaan, kan een slachtoffer een vergunning krijgen.", []),
        ("Momenteel wordt gewerkt aan een plan.", []),
        ("De website wordt doorlopend verder ontwikkeld.", ["doorlopend"]),
        ("Wij bespreken hoe de toepassing jaarlijks kan worden gevolgd.", []),
    ],
)
def test_only_what_lies_ahead_and_is_promised_is_a_deadline(sentence: str, wanted: list[str]) -> None:
    assert [one.wording for one in deadlines_ahead(sentence, _ON, Calendar())] == wanted


@pytest.mark.parametrize(
    "unit", ["op 3 mei 2026, ", "is en wordt ", "de motie van het lid Aa ", "zal uw Kamer ", "d.d. "]
)
@pytest.mark.parametrize(
    "read",
    [motions_named, settling_in, promise_in, debate_in, ministers_in, sentence_spans],
    ids=lambda one: one.__name__,
)
def test_work_grows_with_the_length_of_the_text(read: object, unit: str) -> None:
    assert callable(read)
    assert grows_with_length(read, unit)


def test_deadlines_ahead_cost_as_much_as_they_are_long() -> None:
    assert grows_with_length(lambda text: deadlines_ahead(text, _ON, Calendar()), "op 3 mei 2026 is dat af, ")
    assert lying_ahead.__doc__


@pytest.mark.parametrize(
    ("sentence", "is_promise"),
    [
        ("Mede namens de minister van Justitie en Veiligheid bericht ik u over de voortgang van het plan.", False),
        ("Mede namens de minister van Justitie en Veiligheid bericht ik u in mei 2027 over de voortgang.", True),
    ],
)
def test_what_the_letter_itself_does_for_another_minister_is_no_promise(sentence: str, is_promise: bool) -> None:
    assert (promise_in(sentence) is not None) is is_promise
    assert is_about_this_letter(sentence) is not is_promise
