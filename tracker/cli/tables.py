"""Answers as people read them: tables in plain text that fit the terminal, and CSV."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from datetime import date

from tracker.basics.chosen_language import user_language
from tracker.basics.formats import count_words, day_text, day_words
from tracker.basics.language import Language, Text
from tracker.records.ageing import AGE_WORDS, age_of
from tracker.records.registry import kind_of
from tracker.records.snapshot import Summary
from tracker.store.names import Names

_HEADINGS = (
    Text("Nr", "No."), Text("Onderwerp", "Subject"), Text("Termijn", "Deadline"), Text("Uiterlijk", "At the latest"),
    Text("Toestand", "State"), Text("Status", "Status"), Text("Trekker", "Lead"),
)  # fmt: skip
_MOST_WIDE = 44


def words(nl: str, en: str) -> str:
    """Give words in the user's language."""
    return Text(nl, en).to(user_language())


def list_table(
    rows: Sequence[Summary], names: Names, today: date, lapse_days: Mapping[int, date] | None = None,
    as_of: date | None = None,
) -> str:  # fmt: skip
    """Give a list of records as a table, with how many there are. ``lapse_days``: when motions held over lapse.

    ``as_of``: the list is of the register as it was at the end of that day.
    """
    headings = [heading.to(user_language()) for heading in _HEADINGS]
    known = lapse_days or {}
    table = text_table(headings, [_cells(row, names, today, known.get(row.id)) for row in rows])
    count = words(
        f"{_counted(len(rows), Language.DUTCH)}, stand op {day_words(today)}",
        f"{_counted(len(rows), Language.ENGLISH)}, as on {day_words(today, Language.ENGLISH)}",
    )
    if as_of is not None:
        then = day_text(as_of)
        of_then = words(f"; het register zoals het was op {then.nl}", f"; the register as it was on {then.en}")
    else:
        of_then = ""
    nothing = words("Er zijn hier geen records", "There are no records here")
    return f"{table}\n{count}{of_then}" if rows else f"{nothing}{of_then}."


def _counted(rows: int, language: Language) -> str:
    return f"{count_words(rows, language)} {'record' if rows == 1 else 'records'}"


def _cells(row: Summary, names: Names, today: date, lapse_day: date | None) -> list[str]:
    return [
        row.reference,
        row.title,
        row.deadline_wording or "",
        "" if row.deadline_end is None else day_words(row.deadline_end, user_language()),
        "; ".join(filter(None, (state_words(row, today), _lapse_words(lapse_day)))),
        _status(row),
        "" if row.lead is None else names("organisation", row.lead),
    ]


def _lapse_words(day: date | None) -> str:
    if day is None:
        return ""
    shown = day_words(day, user_language())
    return words(f"aangehouden, vervalt na {shown}", f"held over, lapses after {shown}")


def _status(row: Summary) -> str:
    return "" if row.status is None else kind_of(row.kind).status_words(row.status).to(user_language())


def state_words(row: Summary, today: date) -> str:
    """Give how a record stands on a day: over tijd, wacht op, nog zoveel dagen."""
    if row.phase in {"done", "dropped"}:
        return ""
    if row.is_overdue(today) and row.deadline_end is not None:
        late = (today - row.deadline_end).days
        age = AGE_WORDS[age_of(row.deadline_end, today) or 0].to(user_language()).lower()
        return words(f"over tijd, {late} d ({age})", f"overdue, {late} d ({age})")
    if row.deadline_end is not None:
        left = (row.deadline_end - today).days
        return words(f"nog {left} d", f"{left} d left")
    return words("wacht op", "waits for") if row.waits_for else ""


def text_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give columns with two blanks between them; long cells are cut with … so that a line fits the terminal."""
    flat = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [
        min(_MOST_WIDE, max(len(heading), *(len(row[place]) for row in flat), 0))
        for place, heading in enumerate(headings)
    ]
    screen = shutil.get_terminal_size((160, 24)).columns
    while sum(widths) + 2 * len(widths) > screen and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    lines = [headings, ["-" * width for width in widths], *flat]
    return "\n".join(
        "  ".join(_fit(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1] + "…"


def list_csv(rows: Sequence[Summary], names: Names, today: date) -> str:
    """Give a list as CSV as Dutch Excel opens it: semicolons, days as YYYY-MM-DD."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(
        ["reference", "kind", "title", "status", "phase", "owner", "lead", "minister", "wording", "end", "overdue"]
    )
    for row in rows:
        writer.writerow(
            [
                row.reference, kind_of(row.kind).code, row.title, row.status, row.phase,
                "" if row.owner is None else names("person", row.owner),
                "" if row.lead is None else names("organisation", row.lead),
                row.minister, row.deadline_wording, row.deadline_end, int(row.is_overdue(today)),
            ]
        )  # fmt: skip
    return out.getvalue().rstrip("\n")
