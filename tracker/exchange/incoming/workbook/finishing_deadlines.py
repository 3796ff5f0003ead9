"""Making the deadlines of a row of what its cells, its comments and its prose say of them."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.read_deadlines import english_values, reading_of, recesses, waiting_in
from tracker.exchange.incoming.workbook.read_periods import finish_periods
from tracker.exchange.incoming.workbook.row import ColumnPlan, RowRead
from tracker.records.day_text import read_day
from tracker.records.proposal import ProposedPart
from tracker.records.status import Phase
from tracker.records.wording import Calendar, first_deadline, read_deadlines


def finish_deadlines(row: RowRead, comments: list[tuple[int, str]]) -> None:
    """Make the deadlines of a row; a comment on a cell (by column) may say what is waited for."""
    waiting = [_said_in(row, column, text) for column, text in comments]
    said_on = _said_on(row)
    waits = [one for one in waiting if one]
    if own := row.extra.get("waits for"):
        waits.insert(0, own)
    told = _with_last_day(row.extra.get("deadlines", []), said_on)
    old = row.extra.get("old deadline")
    for place, (wording, day, plan) in enumerate(told):
        values: dict[str, Any] = {"wording": wording, "said_on": said_on}
        if day is not None:
            values |= {"end": day, "precision": "day"}
        else:
            values |= english_values(wording, said_on) or _tentative(wording, said_on)
        if place == 0 and waits:
            values["waits_for"] = waits.pop(0)
        values["what"] = row.extra.get("what of deadlines", {}).get(wording)
        if place == 0 and row.extra.get("what is due"):
            values["what"] = row.extra["what is due"]
        key = f"{row.number}.{place}"
        row.parts.append(ProposedPart("deadline", _known(values), row.place(plan), key))
        if place == 0 and old:
            row.parts.append(_postponement(row, old, wording, day, key))
    if not told and old:
        row.parts.append(ProposedPart("deadline", _known({"wording": old, "said_on": said_on}), key=f"{row.number}.0"))
    for number, one in enumerate(waits):
        values = {"wording": f"na {one}", "waits_for": one, "precision": "event", "said_on": said_on}
        row.parts.append(
            ProposedPart("deadline", _known(values), row.grid.row_place(row.number), f"{row.number}.w{number}")
        )
    if not told and not old and not row.extra.get("in periods"):
        _from_prose(row, said_on)
    if row.extra.get("no day yet"):
        _finish_no_day_yet(row, said_on)
    finish_periods(row, said_on)
    _keep_due_thing(row)


_Told = tuple[str, date | None, ColumnPlan]


def _with_last_day(told: list[_Told], said_on: date | None) -> list[_Told]:
    """Take "Q1 2027" and, below "Uiterlijk", 31-03-2027 for one deadline: its words, and the day they end on."""
    last = next((one for one in told if one[1] and fold(one[2].heading) in _LAST_DAY), None)
    if last is None:
        return told
    words = [one for one in told if one is not last]
    if not words:
        return told
    first, *rest = words
    read = first_deadline(first[0], said_on or date(2026, 1, 1), recesses())
    if first[1] == last[1] or (read is not None and read.end == last[1]):
        return words
    return [(first[0], last[1], first[2]), *rest] if first[1] is None else told


_LAST_DAY: Final = frozenset(
    ("uiterlijk", "uiterste datum", "uiterste dag", "uiterlijke datum", "at the latest", "latest", "last day")
)


def _tentative(wording: str, said_on: date | None) -> dict[str, Any]:
    """Tell that a day was guessed: words without a year, of which nothing says when they were written."""
    if said_on is not None or _has_year(wording):
        return {}
    read = reading_of(wording, date(2026, 1, 1))
    return {"tentative": True} if read is not None and read.end is not None and read.precision != "recurring" else {}


def _keep_due_thing(row: RowRead) -> None:
    """Keep what is to be ready where no deadline says when."""
    if any(part.entity == "deadline" for part in row.parts):
        return
    row.remarks += [told for name in ("what is due", "deadline.said_on") if (told := row.extra.get(f"{name} told"))]


def _finish_no_day_yet(row: RowRead, said_on: date | None) -> None:
    """Make "n.t.b." a deadline without a day; beside one that has a day it is a remark."""
    text, plan = row.extra["no day yet"]
    if any(part.entity == "deadline" for part in row.parts):
        row.remarks.append(f"{plan.heading}: {text}")
        return
    values = {"wording": text, "said_on": said_on, "what": row.extra.get("what is due")}
    row.parts.append(ProposedPart("deadline", _known(values), row.place(plan), f"{row.number}.0"))


def _postponement(row: RowRead, old: str, new: str, day: date | None, key: str) -> ProposedPart:
    values: dict[str, Any] = {"old_wording": old, "new_wording": new}
    values["old_end"] = _old_end(old, new, day, row)
    if day is not None:
        values["new_end"] = day
    return ProposedPart("postponement", _known(values), row.grid.row_place(row.number), of=key)


def _old_end(old: str, new: str, day: date | None, row: RowRead) -> date | None:
    """Give the last day of the former words; without a year it is the last such day before the new one."""
    whole = read_day(old)
    if whole is not None:
        return whole
    said = _said_on(row)
    later = day or (read.end if (read := reading_of(new, said or date(2026, 1, 1))) and _has_year(new) else None)
    if _has_year(old) or said is not None:
        found = reading_of(old, said or date(2026, 1, 1))
        end = found.end if found else None
        return end if end is None or later is None or end < later else None
    if later is None:
        return None
    found = reading_of(f"{old} {later.year}", later)
    end = found.end if found else None
    return end if end is not None and end < later else None


def _has_year(words: str) -> bool:
    return any(piece.isdigit() and len(piece) == 4 for piece in words.replace("-", " ").split())


def _from_prose(row: RowRead, said_on: date | None) -> None:
    """Take deadlines that a state of affairs hides in its prose; they are tentative, for nobody wrote them as such."""
    prose = row.extra.get("prose")
    if prose is None or not _is_active(row):
        return
    text, plan = prose
    if len(text) > 3_000:
        return
    found = read_deadlines(text, said_on or date(2026, 1, 1), Calendar())
    for place, one in enumerate(found[:3]):
        ahead = one.end is not None and (said_on is None or one.end >= said_on)
        if one.precision in {"unspecified", "ongoing", "recurring", "event", "open"} or not ahead:
            continue
        if said_on is None and not _has_year(one.wording):
            continue
        if _is_past(text, one.position[0], one.wording):
            continue
        values = {"wording": one.wording, "said_on": said_on, "tentative": True}
        row.parts.append(ProposedPart("deadline", _known(values), row.place(plan), f"{row.number}.p{place}"))


_PAST_WORDS: Final = (
    "is op", "is in", "zijn op", "werd", "was", "heeft", "hebben", "per brief", "brief van", "d.d.", "afgelopen", "jl.",
    "geïnformeerd", "verzonden", "gelanceerd", "sinds", "gestart",
)  # fmt: skip


def _is_past(text: str, start: int, wording: str) -> bool:
    """Tell whether a day in prose is told of what happened: "is op 23 juni 2023 … geïnformeerd"."""
    begin = max(text.rfind(sign, 0, start) for sign in (". ", "\n", ";")) + 1
    before = text[begin:start].casefold()
    if any(
        word in before for word in ("wordt", "worden", "zal", "zullen", "verwacht", "voornemen", "uiterlijk", "streeft")
    ):
        return False
    after = text[start + len(wording) :].split(".", maxsplit=1)[0].casefold()
    return any(word in before[-60:] or word in after[:80] for word in _PAST_WORDS)


def _is_active(row: RowRead) -> bool:
    status = row.values.get("status")
    return row.facts.phase(status) in {Phase.OPEN, Phase.UNDERWAY}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _said_on(row: RowRead) -> date | None:
    """Give the day on which a deadline was said: of the promise, else that for which the list holds."""
    debate: date | None = row.extra.get("debate.day") or row.extra.get("origin day")
    said: date | None = row.values.get("made_on") or (debate if row.kind.code == "commitment" else None)
    return said or row.extra.get("deadline.said_on") or row.around.day or debate


def _said_in(row: RowRead, column: int, text: str) -> str | None:
    """Take a comment in: what it says is waited for, or None where it is a remark of its own."""
    waits = waiting_in(text)
    if waits is None:
        row.remarks.append(f"Opmerking bij {row.grid.place(row.number, column).spot}: {text}")
    return waits
