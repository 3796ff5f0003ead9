"""Making a proposal of what the cells of a row gave, what several make together, and what the lines above say."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final

from tracker.basics.language import Text
from tracker.exchange.incoming.workbook.read_deadlines import english_values, reading_of, waiting_in
from tracker.exchange.incoming.workbook.read_people import join_parties
from tracker.exchange.incoming.workbook.read_plain import short_title
from tracker.exchange.incoming.workbook.read_sources import finish_citation, finish_debate
from tracker.exchange.incoming.workbook.row import Places, RowRead
from tracker.records.citation import read_citations
from tracker.records.day_text import read_day
from tracker.records.motion import Outcome
from tracker.records.origin_text import may_cite
from tracker.records.proposal import Proposal, ProposedPart, Sureness
from tracker.records.status import Phase
from tracker.records.status_words import own_status, status_for
from tracker.records.wording import Calendar, read_deadlines

_NO_TITLE: Final = Text(
    "In deze rij staat geen onderwerp. Vul het in, of laat de rij weg.",
    "There is no subject in this row. Fill it in, or leave the row out.",
)
_FROM_NUMBER: Final = Text(
    "Het onderwerp ontbreekt in deze rij; het nummer staat er nu voor in de plaats.",
    "The subject is missing in this row; the number stands in its place now.",
)


def finish(row: RowRead, comments: list[tuple[int, str]]) -> Proposal:
    """Give the proposal of a row. ``comments`` are those on its cells, by column."""
    _finish_from_lines(row)
    _finish_around(row)
    if row.kind.code in {"motion", "commitment"}:
        finish_citation(row)
        join_parties(row)
        finish_debate(row)
    _finish_outcomes(row)
    _finish_deadlines(row, [_said_in(row, column, text) for column, text in comments])
    _finish_notes(row)
    _finish_title(row)
    _finish_remarks(row)
    _join_names(row)
    return Proposal(
        row.kind.code,
        row.values,
        row.grid.row_place(row.number),
        row.sureness,
        row.why,
        row.reference,
        tuple(row.parts),
        tuple(row.doubts),
        Places.of(row.grid, row.number, row.columns),
    )


def _finish_from_lines(row: RowRead) -> None:
    """Take what the lines above the row say where its own cells say nothing."""
    told = row.told
    late = row.extra.get("status in deadline")
    if "status" not in row.values and late is not None:
        row.values["status"] = status_for(row.kind.code, late[0])
    if "status" not in row.values and told.status and not any(one.field == "status" for one in row.doubts):
        status = status_for(row.kind.code, told.status)
        if status is not None:
            row.values["status"] = status
            if not own_status(row.kind.code, told.status):
                row.remarks.append(f"Kop in het bestand: {told.status}")
    if told.action_line and "action_line" not in row.values and "action_line" in row.facts.specs:
        row.values["action_line"] = told.action_line
    if told.theme and "theme" not in row.values:
        row.values["theme"] = told.theme


def _finish_around(row: RowRead) -> None:
    around = row.around
    fields = row.facts.specs
    if around.chamber and "chamber" in fields:
        row.values.setdefault("chamber", around.chamber)
    if around.cycle and "cycle" in fields:
        row.values.setdefault("cycle", around.cycle)
    if around.priority and "empact_priority" in fields:
        row.values.setdefault("empact_priority", around.priority)


def _finish_outcomes(row: RowRead) -> None:
    if row.kind.code != "motion":
        return
    tabled = row.extra.get("outcomes.tabled_on")
    voted = row.extra.get("outcomes.voted_on")
    word = row.extra.get("outcome")
    found = [Outcome("ingediend", tabled)] if tabled else []
    if word is not None or voted is not None:
        found.append(Outcome(word[0] if word else "aangenomen", voted))
    if found:
        row.values["outcomes"] = tuple(found)


# --- deadlines --------------------------------------------------------------------------------------------------------


def _said_on(row: RowRead) -> date | None:
    """Give the day on which a deadline was said: of the promise, else that for which the list holds."""
    debate: date | None = row.extra.get("debate.day") or row.extra.get("origin day")
    said: date | None = row.values.get("made_on") or (debate if row.kind.code == "commitment" else None)
    return said or row.around.day or debate


def _said_in(row: RowRead, column: int, text: str) -> str | None:
    """Take a comment in: what it says is waited for, or None where it is a remark of its own."""
    waits = waiting_in(text)
    if waits is None:
        row.remarks.append(f"Opmerking bij {row.grid.place(row.number, column).spot}: {text}")
    return waits


def _finish_deadlines(row: RowRead, waiting: list[str | None]) -> None:
    said_on = _said_on(row)
    waits = [one for one in waiting if one]
    if own := row.extra.get("waits for"):
        waits.insert(0, own)
    told = row.extra.get("deadlines", [])
    old = row.extra.get("old deadline")
    for place, (wording, day, plan) in enumerate(told):
        values: dict[str, Any] = {"wording": wording, "said_on": said_on}
        if day is not None:
            values |= {"end": day, "precision": "day"}
        else:
            values |= english_values(wording, said_on)
        if place == 0 and waits:
            values["waits_for"] = waits.pop(0)
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
    if not told and not old:
        _from_prose(row, said_on)
    if row.extra.get("no day yet"):
        _finish_no_day_yet(row, said_on)


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


# --- the rest ---------------------------------------------------------------------------------------------------------


def _finish_notes(row: RowRead) -> None:
    on = row.extra.get("note.on") or row.around.day
    for text, column in row.notes:
        cited = _papers_in(text)
        values: dict[str, Any] = {"text": text, "on": on}
        if cited:
            values["citations"] = cited
        row.parts.append(ProposedPart("progress_note", _known(values), row.grid.place(row.number, column)))


@lru_cache(maxsize=2048)
def _papers_in(text: str) -> tuple[str, ...]:
    if not may_cite(text):
        return ()
    return tuple(dict.fromkeys(one.canonical for one in read_citations(text) if one.kind == "kamerstuk"))


def _finish_title(row: RowRead) -> None:
    if row.values.get("title"):
        return
    text = row.values.get("text") or (row.notes[0][0] if row.notes else None)
    if text:
        row.values["title"] = short_title(" ".join(str(text).split()))
        return
    name = row.values.get("number") or row.values.get("citation") or row.reference
    row.sureness = Sureness.UNSURE
    row.why = _FROM_NUMBER if name else _NO_TITLE
    if name:
        row.values["title"] = str(name)


def _finish_remarks(row: RowRead) -> None:
    lines = [*row.extra.get("own remarks", []), *row.remarks]
    if lines:
        row.values["remarks"] = "\n".join(dict.fromkeys(lines))


def _join_names(row: RowRead) -> None:
    """Write lists of names as one text, as a person would type them."""
    for name in row.facts.name_lists:
        value = row.values.get(name)
        if isinstance(value, tuple) and value and isinstance(value[0], str):
            row.values[name] = "; ".join(value)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
