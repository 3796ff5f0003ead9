"""Reading deadlines: tables of cases, what must stay unread, days written in every form read back."""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.records.counted_work import grows_with_length
from tracker.basics.paths import resources_folder
from tracker.records.deadline import PRECISIONS
from tracker.records.deadline_language.found import KINDS
from tracker.records.recess import Calendar, Recess, calendar_from_csv
from tracker.records.wording import Length, Reading, first_deadline, read_deadlines

_HERE = Path(__file__).parent
_SHARED_TABLE = _HERE.parents[2] / "shared" / "domain" / "deadlines.csv"
_SHARED_LETTER = _HERE.parents[2] / "shared" / "domain" / "letters" / "voortgangsbrief-2026.txt"
_COLLECTED_TABLE = _HERE / "wordings_collected.csv"
_CALENDAR = calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))
_JUNE = date(2026, 6, 25)

Values = tuple[str, ...]


def _expected(path: Path, columns: tuple[str, ...]) -> dict[tuple[str, str], list[Values]]:
    """The readings of each phrase on its day, in order; no precision means none."""
    cases: dict[tuple[str, str], list[Values]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            readings = cases.setdefault((row["phrase"], row["on"]), [])
            if row["precision"]:
                readings.append(tuple(row[column] for column in columns))
    return cases


def _values(reading: Reading) -> Values:
    days = tuple("" if day is None else day.isoformat() for day in (reading.start, reading.end))
    return (*days, reading.precision, "yes" if reading.tentative else "")


def _read(text: str, on: date = _JUNE, calendar: Calendar = _CALENDAR) -> list[Values]:
    return [_values(reading)[:3] for reading in read_deadlines(text, on, calendar)]


def _one(text: str, on: date = _JUNE, calendar: Calendar = _CALENDAR) -> Reading:
    reading = first_deadline(text, on, calendar)
    assert reading is not None
    return reading


_COLUMNS = ("start", "end", "precision", "tentative")
_COLLECTED = _expected(_COLLECTED_TABLE, _COLUMNS)
_SHARED = _expected(_SHARED_TABLE, _COLUMNS[:3]) if _SHARED_TABLE.exists() else {}


@pytest.mark.skipif(not _SHARED_TABLE.exists(), reason="shared material is not here")
def test_shared_wordings_are_read_as_in_the_table() -> None:
    read = {(phrase, on): _read(phrase, date.fromisoformat(on)) for phrase, on in _SHARED}
    assert read == _SHARED


@pytest.mark.parametrize(("case", "expected"), _COLLECTED.items(), ids=range(len(_COLLECTED)))
def test_collected_wording_is_read_as_in_the_table(case: tuple[str, str], expected: list[Values]) -> None:
    phrase, on = case
    readings = read_deadlines(phrase, date.fromisoformat(on), _CALENDAR)
    assert [_values(reading) for reading in readings] == expected


def test_collected_table_names_a_source_for_each_case() -> None:
    with _COLLECTED_TABLE.open(encoding="utf-8", newline="") as file:
        assert all(row["source"] for row in csv.DictReader(file))


def test_codes_of_precision_are_those_of_the_field() -> None:
    assert [(code, words.nl) for code, words in PRECISIONS.words] == list(KINDS.items())


# --- the rows of the description, said on 25 June 2026 ----------------------------------------------------------------

_ROWS = [
    ("15 juli 2026|op 15 juli 2026|15-7-2026|15-07-2026|2026-07-15|15 jul 2026", "2026-07-15", "2026-07-15", "day"),
    ("15 juli|15-7|op 15-7|vrijdag 15 juli|15 juli a.s.|15 juli aanstaande", "2026-07-15", "2026-07-15", "day"),
    ("24 juni", "2027-06-24", "2027-06-24", "day"),
    ("25 juni", "2026-06-25", "2026-06-25", "day"),
    ("uiterlijk 15 juli 2026|niet later dan 15 juli|tot en met 15 juli|t/m 15 juli", "", "2026-07-15", "day"),
    ("uiterlijk in juli|niet later dan juli 2026|tot en met juli|t/m juli 2026", "", "2026-07-31", "month"),
    ("uiterlijk Q3|uiterlijk in het derde kwartaal van 2026", "", "2026-09-30", "quarter"),
    ("uiterlijk eind 2026|uiterlijk eind van dit jaar", "", "2026-12-31", "part of year"),
    ("voor 1 juli 2026|vóór 1 juli|uiterlijk vóór 1 juli 2026", "", "2026-06-30", "day"),
    ("voor juli", "", "2026-06-30", "month"),
    ("vóór 2027", "", "2026-12-31", "year"),
    ("vijf miljoen euro voor 2026-2027|voor 2026 en 2027", "2026-01-01", "2027-12-31", "year"),
    ("voor de periode 2026-2029", "2026-01-01", "2029-12-31", "year"),
    ("€ 5 mln. voor 2027|een begroting voor 2027|voor het jaar 2027", "2027-01-01", "2027-12-31", "year"),
    ("vanaf 2028|niet eerder dan 2028|niet voor 2028", "2028-01-01", "", "open"),
    ("na 15 juli 2026", "2026-07-16", "", "open"),
    ("na 2017", "2018-01-01", "", "open"),
    ("voor het einde van juli|voor eind juli", "", "2026-07-31", "month"),
    ("voor het einde van het jaar|voor het einde van 2026|voor eind 2026", "", "2026-12-31", "year"),
    ("per 1 januari 2027|met ingang van 1 januari 2027", "2027-01-01", "2027-01-01", "day"),
    ("juli 2026|in juli|in de loop van juli|juli", "2026-07-01", "2026-07-31", "month"),
    ("in juni", "2026-06-01", "2026-06-30", "month"),
    ("in mei", "2027-05-01", "2027-05-31", "month"),
    ("begin juli", "2026-07-01", "2026-07-10", "part of month"),
    ("half juli|medio juli|rond half juli", "2026-07-11", "2026-07-20", "part of month"),
    ("eind juli", "2026-07-21", "2026-07-31", "part of month"),
    ("begin juni", "2027-06-01", "2027-06-10", "part of month"),
    ("Q3 2026|Q3|3e kwartaal 2026|derde kwartaal van 2026|kwartaal 3|q3 2026|2026-Q3|Q3 '26", "2026-07-01",
     "2026-09-30", "quarter"),
    ("Q3 en Q4 2026|Q3/Q4 2026|Q3-Q4 2026|derde en vierde kwartaal", "2026-07-01", "2026-12-31", "quarter"),
    ("eerste helft van 2026|eerste helft 2026|1e helft", "2026-01-01", "2026-06-30", "half-year"),
    ("tweede helft van 2026|2e helft 2026|tweede helft|tweede halfjaar 2026", "2026-07-01", "2026-12-31", "half-year"),
    ("2026|in 2026|in de loop van 2026|dit jaar|nog dit jaar|in de loop van het jaar", "2026-01-01", "2026-12-31",
     "year"),
    ("komend jaar|volgend jaar|2027|in '27", "2027-01-01", "2027-12-31", "year"),
    ("later in 2026|later dit jaar|later in het jaar", "2026-06-25", "2026-12-31", "year"),
    ("begin 2027|begin volgend jaar", "2027-01-01", "2027-03-31", "part of year"),
    ("medio 2026|midden 2026|halverwege 2026", "2026-06-01", "2026-07-31", "part of year"),
    ("eind 2026|eind van het jaar|aan het eind van dit jaar", "2026-10-01", "2026-12-31", "part of year"),
    ("begin van het eerste kwartaal|begin Q1 2027", "2027-01-01", "2027-01-31", "part of quarter"),
    ("eind van het eerste kwartaal|eind Q1 2027", "2027-03-01", "2027-03-31", "part of quarter"),
    ("ultimo 2026|ultimo dit jaar|ultimo Q4 2026", "2026-12-31", "2026-12-31", "day"),
    ("voorjaar 2027|lente 2027|in het voorjaar|komend voorjaar", "2027-03-01", "2027-05-31", "season"),
    ("zomer 2026|in de zomer|deze zomer|rond de zomer", "2026-06-01", "2026-08-31", "season"),
    ("komende zomer|volgende zomer", "2027-06-01", "2027-08-31", "season"),
    ("najaar 2026|herfst 2026|komend najaar|dit najaar", "2026-09-01", "2026-11-30", "season"),
    ("winter 2026|winter 2026-2027|winter 2026/2027|deze winter", "2026-12-01", "2027-02-28", "season"),
    ("voor de zomer|voor het zomerreces|vóór de zomer van 2026|voor aanvang van het zomerreces", "", "2026-07-02",
     "recess"),
    ("voor het kerstreces|voor de kerst", "", "2026-12-17", "recess"),
    ("voor het meireces", "", "2027-04-29", "recess"),
    ("na de zomer|na het zomerreces|na afloop van het zomerreces", "2026-09-01", "2026-10-15", "recess"),
    ("na het kerstreces", "2027-01-12", "2027-02-18", "recess"),
    ("in het zomerreces|tijdens het zomerreces", "2026-07-03", "2026-08-31", "recess"),
    ("voor Prinsjesdag", "", "2026-09-14", "day"),
    ("op Prinsjesdag|met Prinsjesdag|rond Prinsjesdag", "2026-09-15", "2026-09-15", "day"),
    ("binnen zes weken", "", "2026-08-06", "day"),
    ("binnen 3 maanden", "", "2026-09-25", "day"),
    ("binnen een jaar", "", "2027-06-25", "day"),
    ("binnen zes weken na inwerkingtreding|uiterlijk een maand na publicatie", "", "", "event"),
    ("over een half jaar|+6m", "2026-12-25", "2026-12-25", "day"),
    ("over twee maanden", "2026-08-25", "2026-08-25", "day"),
    ("+2w|+14 dagen", "2026-07-09", "2026-07-09", "day"),
    ("2026-2027|2026 en 2027|in de periode 2026-2027|2026–2027", "2026-01-01", "2027-12-31", "year"),
    ("tussen 2026 en 2029", "2026-01-01", "2029-12-31", "year"),
    ("tussen 1 juni en 1 september 2026", "2026-06-01", "2026-09-01", "day"),
    ("van 1 juni tot en met 31 augustus 2026|1 juni t/m 31 augustus 2026", "2026-06-01", "2026-08-31", "day"),
    ("week 27|week 27 van 2026", "2026-06-29", "2026-07-05", "week"),
    ("in de week van 6 juli", "2026-07-06", "2026-07-12", "week"),
    ("jaarlijks|elk jaar|ieder jaar|een keer per jaar", "", "2026-12-31", "recurring"),
    ("halfjaarlijks|elk half jaar|ieder half jaar|twee keer per jaar|tweemaal per jaar", "", "2026-06-30", "recurring"),
    ("per kwartaal|elk kwartaal|viermaal per jaar", "", "2026-06-30", "recurring"),
    ("maandelijks|elke maand", "", "2026-06-30", "recurring"),
    ("doorlopend|continu|structureel", "", "", "ongoing"),
    ("na inwerkingtreding van de wet|zodra de wet is aangenomen|nadat dit is gebeurd|wanneer het rapport er is", "", "",
     "event"),
    ("bij de behandeling van de wet|bij aanvang van het programma|bij de start van het programma", "", "", "event"),
    ("na afronding van het onderzoek|bij de herziening van de wet", "", "", "event"),
    ("zo spoedig mogelijk|zo snel mogelijk|op korte termijn|binnenkort|per direct|te zijner tijd|z.s.m.", "", "",
     "unspecified"),
    ("de komende periode|de komende tijd|de komende jaren|momenteel|nader te bepalen|met spoed", "", "", "unspecified"),
    ("deze maand", "2026-06-01", "2026-06-30", "month"),
    ("volgende maand|komende maand", "2026-07-01", "2026-07-31", "month"),
    ("deze week", "2026-06-22", "2026-06-28", "week"),
    ("volgende week", "2026-06-29", "2026-07-05", "week"),
    ("volgend kwartaal", "2026-07-01", "2026-09-30", "quarter"),
    ("20 mei jl.|20 mei jongstleden", "2026-05-20", "2026-05-20", "day"),
    ("20 augustus jl.", "2025-08-20", "2025-08-20", "day"),
    ("is op 20 november 2025 gelanceerd", "2025-11-20", "2025-11-20", "day"),
    # beyond the description, by its rules
    ("juni en juli 2026|juni/juli 2026|tussen juni en juli 2026", "2026-06-01", "2026-07-31", "month"),
    ("juli, augustus en september 2026|juli t/m september", "2026-07-01", "2026-09-30", "month"),
    ("Q1, Q2 en Q3 2026", "2026-01-01", "2026-09-30", "quarter"),
    ("14 en 15 september|14 t/m 15 september 2026|14-15 september", "2026-09-14", "2026-09-15", "day"),
    ("vanaf 1 januari 2027 tot en met 31 maart 2027", "2027-01-01", "2027-03-31", "day"),
    ("week 27 en 28|week 27-28 2026", "2026-06-29", "2026-07-12", "week"),
    ("volgende week vrijdag", "2026-07-03", "2026-07-03", "day"),
    ("tweede helft van oktober", "2026-10-16", "2026-10-31", "part of month"),
    ("binnen 4-6 weken|binnen vier à zes weken|binnen vier tot zes weken", "", "2026-08-06", "day"),
    ("tussen nu en 1 augustus 2026|niet na 1 augustus", "", "2026-08-01", "day"),
    ("niet voor 1 augustus 2026", "2026-08-01", "", "open"),
]  # fmt: skip
_CASES = [
    (phrase, (start, end, precision)) for phrases, start, end, precision in _ROWS for phrase in phrases.split("|")
]
_FRAMES = ["{}", "{}.", "De brief volgt {} aan de Kamer.", "({})", "“{}”"]


@pytest.mark.parametrize(("phrase", "expected"), _CASES, ids=[phrase for phrase, _ in _CASES])
def test_row_of_the_description_is_read_as_given(phrase: str, expected: Values) -> None:
    assert _read(phrase) == [expected]


_REWRITES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "titles": str.title,
    "no-break": lambda text: text.replace(" ", "\u00a0"),
    "thin": lambda text: text.replace(" ", " \u2009 "),
    "lines": lambda text: text.replace(" ", "\n"),
    "decomposed": lambda text: text.replace("ó", "o\u0301"),
    "dashes": lambda text: text.replace("-", "–"),
    "soft hyphens": lambda text: text.replace("e", "e\u00ad"),
}


@pytest.mark.parametrize("rewrite", _REWRITES)
def test_capitals_blanks_and_dashes_change_nothing(rewrite: str) -> None:
    changed = {phrase: _read(_REWRITES[rewrite](phrase)) for phrase, _ in _CASES}
    assert changed == {phrase: [expected] for phrase, expected in _CASES}


def test_shorter_month_ends_on_its_last_day() -> None:
    assert _read("binnen een maand", date(2026, 1, 31)) == [("", "2026-02-28", "day")]
    assert _read("over een half jaar", date(2027, 8, 31)) == [("2028-02-29", "2028-02-29", "day")]


# --- refused ----------------------------------------------------------------------------------------------------------

_UNREAD = [
    *("Samen tegen mensenhandel", "artikel 2027 van de regeling", "31 februari"),
    *("31 februari 2026", "29 februari 2027"),
    *("32 juli", "0 juli 2026", "op 31-6-2026", "15-13-2026", "2026-13-01", "week 54", "in week 0", "kwartaal 5", "Q5"),
    *("Kamerstukken II 2025/26, 28 638, nr. 259", "vergaderjaar 2025-2026", "Handelingen II 2026/27, nr. 12, item 3"),
    *("vijf miljoen euro", "€ 2026", "2026 euro", "€ 2.026.000", "in 2026 gevallen", "2.026"),
    *("12026", "5 mln. per jaar"),
    *("070 318 20 00", "06-12345678", "tel. 015-7 2026", "Postbus 20018", "2500 EA Den Haag", "2026Z01234", "T02026"),
    *("heeft drie maanden de tijd", "dertig dagen", "een bedenktijd van drie maanden", "de termijn van zes weken"),
    *("tijdens de zomervakantie", "na de zomervakantie", "voor de vakantie", "in de zomertijd"),
    *("de rapportage over 2025", "het verslag over het eerste kwartaal van 2026", "sinds 1 januari 2026", "uit 2021"),
    *("tot 1 juli 2026", "geldig tot eind 2026", "Actieplan 2026", "Wet inburgering 2021", "het programma 2022-2026"),
    *("in het schooljaar 2026-2027", "in 2025/26", "de brief van 5 juni", "debat d.d. 20 mei 2026"),
    *("motie van 3 maart jl.", "op de derde donderdag in mei", "in de eerste week van september", "mei"[:2], ""),
    *("afgelopen zomer", "vorig jaar", "vorige week", "eerder dit jaar", "de eerste helft van de wedstrijd"),
    *("in de voortgangsbrief van december 2025", "kom ik in een volgende brief op terug", "in het volgende gesprek"),
    *("eind van de zomer", "rond de jaarwisseling", "voor de begrotingsbehandeling"),
    *("uiterlijk twee weken voor 1 juli",),
    *("binnen tien werkdagen", "binnen 24 uur", "binnen de gestelde termijn", "binnen twee en een half jaar"),
    *("Wanneer komt de evaluatie naar de Kamer?", "na inzet van lokprofielen", "elke twee jaar"),
    *("per jaar", "per maand"),
    *("een keer in de vijf jaar", "https://www.rijksoverheid.nl/2026/07/15/nieuws", "stand 3-1", "Jan van der Mei"),
    *("het jaarlijks aantal vluchten", "jaarlijkse monitoring", "€ 5 mln. structureel", "²⁰²⁶", "٢٠٢٦"),
]  # fmt: skip


@pytest.mark.parametrize("text", _UNREAD)
def test_what_names_no_deadline_is_not_read(text: str) -> None:
    assert read_deadlines(text, _JUNE, _CALENDAR) == []
    assert first_deadline(f"Volgens {text}, aldus de Kamer", _JUNE, _CALENDAR) is None or "?" in text


# --- several in one text, events --------------------------------------------------------------------------------------


def test_several_deadlines_are_given_in_order_with_their_words() -> None:
    text = "in Q3 een tussenrapport, voor het einde van dit jaar het eindrapport"
    readings = read_deadlines(text, _JUNE, _CALENDAR)
    assert [reading.wording for reading in readings] == ["in Q3", "voor het einde van dit jaar"]
    assert [text[slice(*reading.position)] for reading in readings] == [reading.wording for reading in readings]


def test_event_with_a_period_is_one_deadline_that_keeps_both() -> None:
    reading = _one("Na afronding van het ontwerp zal in 2027 een plan worden opgesteld.")
    assert (reading.wording, reading.event) == ("Na afronding van het ontwerp zal in 2027", "afronding van het ontwerp")
    assert (reading.start, reading.precision) == (date(2027, 1, 1), "year")
    reading = _one("In 2027 zal, na afronding van het ontwerp, een plan volgen.")
    assert (reading.precision, reading.event) == ("year", "afronding van het ontwerp")
    assert _one("Na afronding van het ontwerp, naar verwachting in 2027, volgt een plan.").tentative


def test_deadline_and_event_of_two_promises_stay_apart() -> None:
    text = "uiterlijk 1 juli 2026 een brief en na inwerkingtreding van de wet een evaluatie"
    assert [values[2] for values in _read(text)] == ["day", "event"]


@pytest.mark.parametrize(
    ("text", "event", "offset"),
    [
        ("na inwerkingtreding van art. 273f Sr met de partijen in gesprek", "inwerkingtreding van art. 273f Sr", None),
        ("Ik informeer u wanneer dit gesprek heeft plaatsgevonden.", "dit gesprek heeft plaatsgevonden", None),
        ("binnen zes weken na de inwerkingtreding van de wet", "inwerkingtreding van de wet", Length(6, "week")),
        ("uiterlijk een half jaar nadat de wet is aangenomen", "de wet is aangenomen", Length(6, "month")),
        ("twee jaar na inwerkingtreding", "inwerkingtreding", Length(2, "year")),
        ("zo spoedig mogelijk na ontvangst van het advies de Kamer", "ontvangst van het advies", None),
        ("In het eerstvolgende halfjaarbericht politie informeer ik u.", "eerstvolgende halfjaarbericht politie", None),
        ("Ik bericht u in het tweede halfjaarbericht van 2027.", "tweede halfjaarbericht van 2027", None),
        ("U wordt in de volgende voortgangsbrief nader geïnformeerd.", "volgende voortgangsbrief", None),
        ("Ik informeer u bij de Voorjaarsnota.", "Voorjaarsnota", None),
    ],
)
def test_event_keeps_its_words_and_its_offset(text: str, event: str, offset: Length | None) -> None:
    reading = _one(text)
    assert (reading.precision, reading.start, reading.end) == ("event", None, None)
    assert (reading.event, reading.offset) == (event, offset)


def test_length_after_a_day_or_a_recess_counts_from_it() -> None:
    assert _read("binnen zes weken na 1 juli 2026") == [("", "2026-08-12", "day")]
    assert _read("binnen twee weken na het zomerreces") == [("", "2026-09-14", "day")]


@pytest.mark.parametrize(("text", "period"), [("jaarlijks", "year"), ("twee keer per jaar", "half-year"),
                                              ("per kwartaal", "quarter"), ("maandelijks", "month")])  # fmt: skip
def test_what_recurs_tells_how_often(text: str, period: str) -> None:
    assert _one(text).period == period


# --- tentative, and the calendar --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("naar verwachting in Q3", "in principe voor 1 juli", "waarschijnlijk in juli", "het streven is eind 2026"),
        *("Ik streef ernaar u in het najaar te informeren", "De verwachting is dat dit in 2027 gereed is"),
    ],
)
def test_word_of_doubt_before_it_makes_a_deadline_tentative(text: str) -> None:
    assert _one(text).tentative


def test_word_of_doubt_holds_for_its_own_deadline() -> None:
    text = "De analyse start in Q3 2026 en is naar verwachting af in Q4 2026. Uiterlijk 1 maart volgt een brief."
    assert [reading.tentative for reading in read_deadlines(text, _JUNE, _CALENDAR)] == [False, True, False]


def test_reading_that_rests_on_a_pattern_is_tentative_and_says_so() -> None:
    reading = _one("voor het zomerreces van 2027")
    assert reading.tentative
    assert reading.reason.nl == "De dag voor het zomerreces van 2027; kalender: patroon."
    assert not _one("voor het zomerreces van 2024").tentative


def test_year_that_the_calendar_lacks_gives_no_day_and_says_why() -> None:
    for text, on in (("voor de zomer van 2031", _JUNE), ("voor het zomerreces", date(2019, 6, 1))):
        reading = _one(text, on)
        assert (reading.start, reading.end, reading.precision) == (None, None, "recess")
        assert "staat niet in de receskalender" in reading.reason.nl


def test_what_the_recess_does_not_tell_is_left_open() -> None:
    assert _read("na het kerstreces van 2028") == [("2029-01-16", "", "recess")]
    assert _read("in het reces") == [("", "", "recess")]
    assert _read("vanaf het zomerreces") == [("2026-07-03", "", "open")]
    assert _read("uiterlijk in het zomerreces") == [("", "2026-08-31", "recess")]
    assert _read("binnen twee weken na het zomerreces van 2031") == []


def test_calendar_is_data() -> None:
    calendar = Calendar((Recess("verkiezingsreces", date(2026, 9, 1), date(2026, 11, 4)),))
    assert _read("voor het verkiezingsreces", _JUNE, calendar) == [("", "2026-08-31", "recess")]


@pytest.mark.skipif(not _SHARED_LETTER.exists(), reason="shared material is not here")
def test_letter_gives_the_deadlines_of_its_actions() -> None:
    read = _read(_SHARED_LETTER.read_text(encoding="utf-8"))
    for expected in (
        ("2026-07-15", "2026-07-15", "day"), ("2026-09-14", "2026-09-14", "day"), ("", "2026-12-31", "year"),
        ("2027-01-01", "2027-12-31", "year"), ("2026-06-21", "2026-06-30", "part of month"),
        ("2026-06-01", "2026-08-31", "season"), ("2026-07-01", "2026-12-31", "quarter"),
        ("2026-06-25", "2026-12-31", "year"), ("", "2026-06-30", "recurring"),
    ):  # fmt: skip
        assert expected in read


# --- properties -------------------------------------------------------------------------------------------------------

_DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
_SHORT = "jan feb mrt apr mei jun jul aug sep okt nov dec"
_WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"


def _forms(day: date) -> list[str]:
    month, short = _MONTHS.split()[day.month - 1], _SHORT.split()[day.month - 1]
    weekday = _WEEKDAYS.split()[day.weekday()]
    return [
        f"{day.day} {month} {day.year}", f"{weekday} {day.day} {month} {day.year}", f"{day.day} {short} {day.year}",
        f"{day.day} {short}. {day.year}", f"{day.day}-{day.month}-{day.year}", f"{day:%d-%m-%Y}", f"{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day.day} {month.upper()} {day.year}",
    ]  # fmt: skip


@given(_DAYS, _DAYS, st.sampled_from(_FRAMES))
def test_day_in_every_form_reads_back(day: date, on: date, frame: str) -> None:
    for form in _forms(day):
        reading = _one(frame.format(f"op {form}"), on)
        assert (reading.start, reading.end, reading.precision) == (day, day, "day")


@given(_DAYS, _DAYS)
def test_day_without_a_year_is_the_first_on_or_after_the_day_it_was_said(day: date, on: date) -> None:
    month = _MONTHS.split()[day.month - 1]
    start = _one(f"{day.day} {month}", on).start
    assert start is not None
    assert (start.day, start.month) == (day.day, day.month)
    assert on <= start < on + timedelta(days=366 * 8 + 1)


@given(_DAYS, st.sampled_from([phrase for phrase, _ in _CASES]), st.sampled_from(_FRAMES))
def test_window_ends_after_it_begins_and_its_words_stand_in_the_text(on: date, phrase: str, frame: str) -> None:
    text = frame.format(phrase)
    for reading in read_deadlines(text, on, _CALENDAR):
        assert reading.wording
        assert text[slice(*reading.position)] == reading.wording
        assert reading.start is None or reading.end is None or reading.start <= reading.end
        assert reading.reason.nl
        assert reading.reason.en


@given(st.dates(date(2023, 9, 5), date(2028, 6, 1)))
def test_before_the_summer_is_before_the_recess_that_comes(on: date) -> None:
    end = _one("voor de zomer", on).end
    assert end is not None
    assert on <= end <= on + timedelta(days=380)


_FRAGMENTS = [
    *("voor", "vóór", "na", "uiterlijk", "binnen", "over", "zes weken", "in", "de", "het", "eind"),
    *("begin", "juli", "mei"),
    *("2026", "2026-2027", "31", "15-7", "Q3", "Q4 2026", "eerste", "kwartaal", "helft", "van"),
    *("tot en met", "t/m", "en"),
    *("week", "53", "zomerreces", "reces", "zomer", "winter", "Prinsjesdag", "jl.", "a.s."),
    *("dit jaar", "volgende maand"),
    *("zodra", "wanneer", "nadat", "bij", "inwerkingtreding", "jaarlijks", "per jaar"),
    *("naar verwachting", "tussen", "-"),
    *("€", "mln", ".", ",", ";", "?", "\n\n", "\u00a0", "\u00ad", "o\u0301", "(", ")", "/", "'", "26", "28 638, nr. 3"),
    *("later in", "niet", "deze", "komende", "vorige", "9999", "0", "+2w", "²", "İ", "ß", "§", "https://a.nl/2026"),
]  # fmt: skip


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(_FRAGMENTS)).map("".join),
        st.lists(st.sampled_from(_FRAGMENTS)).map(" ".join),
    ),
    st.dates(),
)
@example("over twaalf jaar", date.max)
@example("eind van de maand, volgende week, week 53, deze winter, na 31 december, jaarlijks", date.max)
@example("voor 1 januari, vorig jaar, 20 mei jl., in het zomerreces, voor begin 1900", date.min)
@example("nog dit jaar\u00ad in de win\u00adter", date.min)
def test_any_text_on_any_day_is_read_without_error(text: str, on: date) -> None:
    for reading in read_deadlines(text, on, _CALENDAR):
        assert text[slice(*reading.position)] == reading.wording
        assert reading.start is None or reading.end is None or reading.start <= reading.end


# --- hostile text -----------------------------------------------------------------------------------------------------

_HOSTILE = [
    *("voor ", "uiterlijk ", "1-", "1 ", "2026 en ", "2026-", "Q3 en ", "juni en ", "15 juli en "),
    *("tussen 2026 en ", "'"),
    *("zodra x ", "na ontvangst van ", "wanneer x, ", "binnen zes weken na ", "eerste en "),
    *("€ 5 mln jaarlijks ", "\n\n"),
    *("naar verwachting in 2027 ", "van 1 juni tot ", "\u00ad", "o\u0301", "https://", "28 638, nr. 3, in 2026 ", ". "),
    *("eind van het ", "tot en met ", "zodra de wet in ", "naar verwachting ", "voor de zomer "),
]  # fmt: skip


@pytest.mark.parametrize("unit", _HOSTILE)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert grows_with_length(lambda text: read_deadlines(text, _JUNE, _CALENDAR), unit)
