"""Lines in a sheet that are no record: groups, counts, notes below a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.grid import Row, Value
from tracker.records.registry import KINDS
from tracker.records.status_words import known_word

_TOTAL: Final = re.compile(
    r"(?:sub)?(?:totaal|totalen|total|totals|aantal|count|som|sum|gemiddelde?|average|"
    r"grand total)\b[\s\w]{0,40}:?\s*\d*"
)
_NOTE: Final = re.compile(
    r"(?:\*+|[¹²³]|\(?\d\)|noot\b|bron\b|n\.?b\.?(?=\W)|let op\b|toelichting\s*:|source\s*:|notes?\s*:|legenda\b|"
    r"disclaimer\b|"
    r"laatst bijgewerkt|last updated|status bepaald|gegevens per|peildatum)"
)
_GROUP: Final = re.compile(
    r"(?:actielijn|action line|thema|theme|hoofdstuk|chapter|onderdeel|deel|part|programma|speerpunt|pijler|pillar|"
    r"doelstelling|cluster|categorie|directie|ministerie|commissie|prioriteit|lijn|spoor|work ?package|wp|fase|"
    r"blok)\s*"
    r"(?:\d|[ivx]+\b|[a-z]\b|[:–-]|van\b)|^[a-z]\.\s|^(?:[ivx]+|\d)\.\s"
)
_KINDS_IN: Final = tuple(
    sorted(
        {
            (fold(words), kind.code)
            for kind in KINDS
            for words in (kind.one.nl, kind.many.nl, kind.one.en, kind.many.en, f"{kind.one.nl}s", kind.one.nl + "en")
        }
        | {
            ("operationele acties", "operational-action"), ("verdragen", "instrument"), ("richtlijnen", "instrument"),
            ("wetsvoorstellen", "instrument"), ("acties", "action"), ("actiepunten", "action"),
            ("actielijst", "action"),
            ("action list", "action"), ("actions", "action"), ("action items", "action"), ("actieplan", "action"),
            ("programma's", "programme"), ("aanbevelingen", "recommendation"), ("actielijn", "action"),
            ("toezeggingenlijst", "commitment"), ("motielijst", "motion"), ("projecten", "programme"),
            ("projects", "programme"), ("empact", "operational-action"), ("oap", "operational-action"),
            ("m&t", "motion"), ("wetgeving", "instrument"), ("pledges", "commitment"), ("treaties", "instrument"),
        },
        key=lambda one: -len(one[0]),
    )
)  # fmt: skip
_STATUS_IN: Final = (
    ("in behandeling", "running"), ("lopende", "running"), ("lopend", "running"), ("openstaande", "open"),
    ("openstaand", "open"), ("nog niet afgedane", "open"), ("niet afgedaan", "open"), ("deels afgedaan", "partly"),
    ("afgedane", "done"), ("afgedaan", "done"), ("afgeronde", "done"), ("afgerond", "done"), ("uitgevoerde", "done"),
    ("uitgevoerd", "done"), ("voldane", "done"), ("voldaan", "done"), ("vervallen", "dropped"), ("ongoing", "running"),
    ("in progress", "running"), ("completed", "done"), ("closed", "done"), ("done", "done"), ("open ", "open"),
    ("in uitvoering", "running"), ("vertraagd", "late"), ("gereed", "done"), ("open", "open"),
)  # fmt: skip
_SHORT_LINE: Final = 80
_LONGEST_NUMBER: Final = 30
_NO_WORD: Final = re.compile(r"[^\w&]+")


def is_total(row: Row, filled: Sequence[int]) -> bool:
    """Tell whether a row counts or adds up others: it says so, and holds only figures beside that."""
    first = row[filled[0]]
    if not isinstance(first, str) or (len(filled) > 1 and not _is_number(row[filled[1]])):  # nearly every row
        return False
    return _TOTAL.fullmatch(fold(first)) is not None and all(_is_number(row[column]) for column in filled[2:])


def is_note(text: str) -> bool:
    """Tell whether a line on its own explains something: a footnote, a source, a legend."""
    return _NOTE.match(fold(text)) is not None


def is_group(text: str) -> bool:
    """Tell whether a line on its own names a group by its words: a kind, a state, an action line, a chapter."""
    words = fold(text)
    if len(words) > 2 * _SHORT_LINE:
        return False
    if _GROUP.match(words) or known_word(text):
        return True
    return len(words) <= _SHORT_LINE and (kind_in(words) is not None or status_in(words) is not None or text.isupper())


def names_chapter(text: str) -> bool:
    """Tell whether a line is numbered or lettered as a chapter, a pillar, a part is: "Deel A. Centrale overheid"."""
    return len(text) <= 2 * _SHORT_LINE and _GROUP.match(fold(text)) is not None


def kind_in(text: str) -> str | None:
    """Give the kind that a line, a sheet's or a file's name speaks of; None where it names none, or several."""
    bare = _NO_WORD.sub(" ", fold(text))
    words = f" {bare} "
    found: list[str] = []
    for name, code in _KINDS_IN:
        bare = _NO_WORD.sub(" ", name)
        if f" {bare} " in words:
            found.append(code)
            words = words.replace(f" {bare} ", " ")
    return found[0] if len(set(found)) == 1 else None


def status_in(text: str) -> str | None:
    """Give a word for the state that a line speaks of ("In behandeling zijnde moties"), as a list would write it."""
    words = f"{fold(text)} "
    if len(words) > _SHORT_LINE:
        return None
    usual = {
        "running": "lopend", "open": "open", "partly": "deels afgedaan", "done": "afgedaan", "dropped": "vervallen",
        "late": "vertraagd",
    }  # fmt: skip
    return next(
        (
            usual[meaning]
            for part, meaning in _STATUS_IN
            if re.search(rf"(?<!\w){re.escape(part.strip())}(?!\w)", words)
        ),
        None,
    )


def _is_number(value: Value) -> bool:
    if not isinstance(value, str):
        return isinstance(value, int | float)
    return len(value) <= _LONGEST_NUMBER and value.strip().replace(".", "").replace(",", "").replace("%", "").isdigit()
