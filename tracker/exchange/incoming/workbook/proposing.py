"""Proposing the mapping: the kind of each table, and for each column the target that heading and cells fit best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.cell_words import words_of
from tracker.exchange.incoming.workbook.column_looks import NO_DAYS, SAMPLED, ColumnDays, Look, days_of, look_at
from tracker.exchange.incoming.workbook.fitting import fit
from tracker.exchange.incoming.workbook.headings import plain_heading, targets_named
from tracker.exchange.incoming.workbook.line_sorts import kind_in
from tracker.exchange.incoming.workbook.mapping import ColumnUse, Mapping, Remembered, TableUse
from tracker.exchange.incoming.workbook.marks import MARKS, NO_MARKS
from tracker.exchange.incoming.workbook.period_columns import runs_of_periods
from tracker.exchange.incoming.workbook.table import MOST_KEPT, Column, Table
from tracker.records.import_target import IGNORE, KEEP, targets_of
from tracker.records.kind import Kind
from tracker.records.proposal import Sureness
from tracker.records.registry import KINDS, kind_of
from tracker.records.status_words import known_word

_NAMED_WELL: Final = 0.9
_SLIGHT: Final = 0.995
_CONTRADICTED: Final = 0.15
_LAST_PART: Final = 0.93
_FIRST_PART: Final = 0.8
_LEAST: Final = 0.55
_BY_CONTENT: Final = (
    ("address", "owner"), ("commitment", "number"), ("citation only", "citation"), ("citation only", "citations"),
    ("money", "budget_lines"), ("amount", "budget_lines"), ("member", "submitters"), ("member", "made_to"),
    ("minister", "minister"), ("status", "status"), ("link", "links"), ("country", "countries"),
    ("country", "partner_countries"), ("kind", "kind"), ("wording", "deadline.wording"), ("party", "party"),
    ("citation", "citation"), ("opens with status", "note.text"), ("reference", "reference"),
    ("motion name", "submitters"), ("paper", "citations"),
)  # fmt: skip
_OF_THE_LIST: Final = frozenset((
    "gemaakt op", "aangemaakt", "aangemaakt op", "aanmaakdatum", "created", "created on", "created at", "created date",
    "gewijzigd", "gewijzigd op", "laatst gewijzigd", "modified", "modified on", "last modified", "ingevoerd op",
    "toegevoegd op", "datum invoer", "invoerdatum", "tijdstempel", "timestamp",
))  # fmt: skip
"""Headings that tell when somebody worked on the list: a day below them is no deadline, whatever it looks like."""
_KIND_WORDS: Final = {
    "motion": 3.0, "commitment": 3.0, "operational-action": 3.0, "programme": 2.5, "recommendation": 2.5,
    "instrument": 2.0, "action": 1.5,
}  # fmt: skip


OPENS_WITH_KIND: Final = re.compile(
    r"(?:de\s+)?(?:((?:nader\s+)?(?:gewijzigde\s+)?motie\b)|toezegging\b)", re.IGNORECASE
)
"""How a subject says whether it is a motion or a commitment."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A table with what its columns look like."""

    table: Table
    looks: tuple[Look, ...]
    days: tuple[ColumnDays, ...]


def judge(table: Table) -> Judged:
    """Look at the cells of each column."""
    cells = table.sample(MOST_KEPT)
    looks = tuple(look_at(values[:: max(1, len(values) // SAMPLED)][:SAMPLED]) for values in cells)
    days = tuple(days_of(values) if look.share("day") else NO_DAYS for look, values in zip(looks, cells, strict=True))
    return Judged(table, looks, days)


def propose_mapping(tables: Sequence[Judged], file: str, remembered: Remembered) -> Mapping:
    """Propose what becomes of each table of a file."""
    uses = []
    for one in tables:
        known = remembered.kind_of_shape(one.table.shape)
        kind, sureness = (kind_of(known), Sureness.SURE) if known else propose_kind(one, file)
        uses.append(remembered.applied(propose_use(one, kind, sureness)))
    return Mapping(tuple(uses))


def propose_kind(judged: Judged, file: str) -> tuple[Kind, Sureness]:
    """Give the kind of a table's rows: by its title, its headings, its sheet and file, and what stands in it."""
    table = judged.table
    scores = {kind.code: 0.0 for kind in KINDS}

    def add(code: str | None, points: float) -> None:
        if code is not None:
            scores[code] += points

    lines = [line.text for line in table.banner[-4:]]
    for place, text in enumerate(reversed(lines)):
        add(kind_in(text), 4.0 - place * 0.5)
    add(kind_in(table.grid.name), 3.0)
    add(kind_in(file.rpartition(".")[0]), 2.0)
    for band in table.bands[:20]:
        add(kind_in(band.text), 2.0 / min(len(table.bands), 20))
    for column in table.columns:
        for kind in KINDS:
            heading = {plain_heading(part) for part in (column.heading, *column.parts)}
            if heading & {plain_heading(words) for words in (kind.one.nl, kind.one.en, kind.many.nl)}:
                add(kind.code, _KIND_WORDS[kind.code])
    for column, look in zip(table.columns, judged.looks, strict=True):
        if look.share("commitment") >= 0.3:
            add("commitment", 3.0)
        for kind in KINDS:
            named = best_named(kind, column)
            if named is not None and named[1] >= 0.85 and named[0] not in _SHARED:
                add(kind.code, named[1])
        _add_by_cells(scores, look)
    return _likeliest(scores)


def _likeliest(scores: dict[str, float]) -> tuple[Kind, Sureness]:
    best = max(scores, key=lambda code: scores[code])
    others = sorted(scores.values(), reverse=True)
    if scores[best] < 1:  # nothing says more than one word that others use too
        return kind_of(best if scores[best] > _SLIGHT else "action"), Sureness.UNSURE
    return kind_of(best), Sureness.SURE if scores[best] >= 3 and scores[best] - others[1] >= 1.5 else Sureness.LIKELY


def _add_by_cells(scores: dict[str, float], look: Look) -> None:
    starts = [value.casefold() for value in look.values if isinstance(value, str)]
    if starts and sum(text.startswith(("motie", "gewijzigde motie", "motion ")) for text in starts) * 2 > len(starts):
        scores["motion"] += 3
    opening = [found for text in starts if (found := OPENS_WITH_KIND.match(text))]
    motions = sum(found[1] is not None for found in opening)
    if len(opening) >= 2 and len(opening) * 2 > len(starts) and motions * 2 <= len(opening):
        scores["commitment" if motions * 2 < len(opening) else "motion"] += 2.5
    if starts and sum(" toe " in f"{text} " and ("zegt" in text or "toegezegd" in text) for text in starts) * 3 > len(
        starts
    ):
        scores["commitment"] += 2
    if starts and sum(
        text.startswith(("verdrag", "richtlijn", "verordening", "directive", "wetsvoorstel")) for text in starts
    ) * 2 > len(starts):
        scores["instrument"] += 3


_SHARED: Final = frozenset(
    ("title", "text", "status", "remarks", "note.text", "deadline.wording", "reference", "owner", "minister", "theme",
     "kind", "citations", "links", "tags", "lead", "partners", "directie", "priority", "settled_on", "settled_letter",
     "note.on", "deadline.old", "deadline.waits_for", "deadline.what", "marking", "starts_on",
     "ends_on", "started_on", "finished_on", "deadline.new", "deadline.said_on", "deadline.period", "status.marked",
     "debate.number")
)  # fmt: skip


def best_named(kind: Kind, column: Column) -> tuple[str, float] | None:
    """Give the target that a column's heading names best, and how well."""
    named = _named(kind, column)
    return max(named.items(), key=lambda one: one[1]) if named else None


def propose_use(judged: Judged, kind: Kind, sureness: Sureness = Sureness.SURE) -> TableUse:
    """Propose where the columns of a table go, as a list of this kind."""
    chosen = _assigned(judged, kind)
    columns = []
    for place, column in enumerate(judged.table.columns):
        columns.append(chosen.get(place) or _left_over(judged, kind, place, column))
    return TableUse(judged.table.shape, kind.code, tuple(columns), sureness)


def _assigned(judged: Judged, kind: Kind) -> dict[int, ColumnUse]:
    """Give the columns their targets, the best pairs first; a target takes one column unless it holds several."""
    targets = targets_of(kind)
    found = _periods(judged) | _crosses(judged)
    pairs = [
        (score, place, target, weight)
        for place, (column, look) in enumerate(zip(judged.table.columns, judged.looks, strict=True))
        for target, score, weight in _scored(kind, column, look)
    ]
    taken: set[str] = set()
    for score, place, target, weight in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if place in found or (target in taken and not targets[target].takes_several) or score < _LEAST:
            continue
        taken.add(target)
        found[place] = ColumnUse(judged.table.columns[place].heading, target, _sureness(score, weight), _why(weight))
    _give_title(judged, kind, found, taken)
    _give_number_in_dossier(judged, kind, found)
    return found


def _periods(judged: Judged) -> dict[int, ColumnUse]:
    """Take the months of a planning, which stand beside each other, for what is due in them."""
    headings = [column.heading for column in judged.table.columns]
    why = Text("Maanden naast elkaar zijn een planning.", "Months beside each other are a planning.")
    return {
        place: ColumnUse(headings[place], "deadline.period", Sureness.SURE, why)
        for run in runs_of_periods(headings)
        for place in run
    }


def _crosses(judged: Judged) -> dict[int, ColumnUse]:
    """Take columns that are headed by states, and hold nothing but marks, for the state of the row that is marked."""
    why = Text("Een kruisje onder een status.", "A mark below a state.")
    places = [
        place
        for place, (column, look) in enumerate(zip(judged.table.columns, judged.looks, strict=True))
        if known_word(column.heading) and all(words_of(value) in MARKS | NO_MARKS for value in look.values)
    ]
    marked = [place for place in places if judged.looks[place].values]
    if len(places) < 2 or not marked:
        return {}
    headings = [column.heading for column in judged.table.columns]
    return {place: ColumnUse(headings[place], "status.marked", Sureness.SURE, why) for place in places}


def _give_number_in_dossier(judged: Judged, kind: Kind, found: dict[int, ColumnUse]) -> None:
    """Take the column beside a dossier for the number in it: "Dossier | Nr."."""
    place = next((place for place, use in found.items() if use.target == "citation.dossier"), None)
    columns = judged.table.columns
    if place is None or place + 1 >= len(columns) or any(use.target == "citation.number" for use in found.values()):
        return
    heading = columns[place + 1].heading
    if plain_heading(heading) in _COUNTING and judged.looks[place + 1].share("whole", "number") > 0.5:
        why = Text("Staat naast het dossier.", "Stands beside the dossier.")
        found[place + 1] = ColumnUse(heading, "citation.number", Sureness.SURE, why)


def _scored(kind: Kind, column: Column, look: Look) -> list[tuple[str, float, float]]:
    targets = targets_of(kind)
    found = []
    named = _named(kind, column)
    for target, weight in named.items():
        fitting = fit(kind, targets[target], look)
        score = 0.75 * weight + 0.25 * fitting
        if fitting <= _CONTRADICTED and (look.filled > 2 or (look.filled and not fitting)):
            score *= 0.6
        found.append((target, score, weight))
    if plain_heading(column.heading) in _OF_THE_LIST:
        return found
    for shape, target in _BY_CONTENT:
        share = look.share(shape) - (look.share("day") if shape == "wording" else 0)  # a day alone may be any day
        if target in targets and target not in named and look.filled >= 1 and share >= 0.75:
            strong = 0.56 + 0.1 * look.share(shape) + min(look.filled, 10) / 200
            found.append((target, strong, 0.0))
    return found


def _named(kind: Kind, column: Column) -> dict[str, float]:
    if not column.parts:
        return {}
    found: dict[str, float] = {}
    readings = [(column.heading, 1.0)]
    if len(column.parts) > 1:
        readings += [(column.parts[-1], _LAST_PART), (column.parts[0], _FIRST_PART * 0.8)]
    for words, part in readings:
        for named in targets_named(kind, words):
            found[named.target] = max(found.get(named.target, 0.0), named.weight * part)
    return found


def _give_title(judged: Judged, kind: Kind, found: dict[int, ColumnUse], taken: set[str]) -> None:
    """See to it that some column says what each record is called: the text, else the longest words not yet placed."""
    if "title" in taken:
        return
    place = next((place for place, use in found.items() if use.target == "text"), None)
    why = Text("Het enige veld met een omschrijving.", "The only field with a description.")
    if place is None:
        free = [
            (fit(kind, targets_of(kind)["title"], look), place)
            for place, look in enumerate(judged.looks)
            if (place not in found or found[place].target in _FOR_WANT_OF_TITLE) and look.filled
        ]
        if not free or max(free)[0] < 0.3:
            return
        place = max(free, key=lambda one: (round(one[0], 1), -one[1]))[1]
        why = Text("De kolom met de meeste woorden.", "The column with most words.")
    sureness = found[place].sureness if place in found and found[place].target == "text" else Sureness.LIKELY
    found[place] = ColumnUse(judged.table.columns[place].heading, "title", sureness, why)
    taken.add("title")


_FOR_WANT_OF_TITLE: Final = frozenset(("requests", "goal", "goals", "note.text", "deadline.what"))


def _left_over(judged: Judged, kind: Kind, place: int, column: Column) -> ColumnUse:
    look = judged.looks[place]
    if _counts_rows(look) and plain_heading(column.heading) in _COUNTING:
        why = Text("Telt alleen de rijen.", "Only counts the rows.")
        return ColumnUse(column.heading, IGNORE, Sureness.SURE, why)
    if look.filled and _tells_nothing(column, look):
        why = Text("Zegt van geen enkele rij iets eigens.", "Tells nothing of its own about any row.")
        return ColumnUse(column.heading, IGNORE, Sureness.LIKELY, why)
    if not look.filled and not column.parts:
        return ColumnUse(column.heading, KEEP, Sureness.SURE, Text("Leeg.", "Empty."))
    why = Text(
        "Past bij geen veld; blijft als opmerking bij het record.", "Fits no field; stays as a remark on the record."
    )
    return ColumnUse(column.heading, KEEP, Sureness.LIKELY, why)


def _tells_nothing(column: Column, look: Look) -> bool:
    """Tell whether a column says no of every row, or what a program makes of the deadline and today itself."""
    words = [fold(words_of(value)) for value in look.values]
    if plain_heading(column.heading) == "toestand":  # of our own lists: made of the deadline and today
        return True
    if plain_heading(column.heading) in {"te laat", "late", "is late", "overdue"}:
        return all(word in _YES_NO for word in words)
    return len(words) > 2 and all(word in _NO for word in words)


_NO: Final = frozenset(("nee", "no", "false", "onwaar"))
_YES_NO: Final = _NO | {"ja", "yes", "true", "waar"}
_COUNTING: Final = frozenset(("nr", "no", "nummer", "volgnummer", "volgnr", "#", "", "rij", "number", "id"))


def _counts_rows(look: Look) -> bool:
    numbers = [value for value in look.values if isinstance(value, int | float)]
    if not numbers:
        figures = [str(value).strip().removesuffix(".").removesuffix(")") for value in look.values]
        numbers = [int(figure) for figure in figures if figure.isdecimal() and len(figure) < 8]
    if len(numbers) < len(look.values) or len(numbers) < 2:
        return False
    return numbers[0] in {0, 1} and all(later > earlier for earlier, later in pairwise(numbers))


def _sureness(score: float, weight: float) -> Sureness:
    if weight >= _NAMED_WELL and score >= 0.74:
        return Sureness.SURE
    return Sureness.LIKELY if score >= 0.65 else Sureness.UNSURE


def _why(weight: float) -> Text:
    if weight >= _NAMED_WELL:
        return Text("De kop is zo bekend.", "The heading is known.")
    if weight > 0:
        return Text("De kop lijkt erop.", "The heading resembles it.")
    return Text("Naar wat er in de kolom staat.", "By what stands in the column.")
