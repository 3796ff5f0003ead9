"""Why a record counts as settled: on which day, by which letter, and what the Kamer made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.basics.formats import day_text
from tracker.basics.language import Language, Text
from tracker.records.entity import KIND_TABLES
from tracker.records.handling import DECISIONS, HandledByChamber
from tracker.records.letter import is_sent
from tracker.records.motion import OUTCOMES, Motion
from tracker.records.snapshot import Record
from tracker.records.status import ACTIVE_PHASES, Phase
from tracker.store.record_store import Store

_SETTLED = Text("Afgedaan", "Settled")
_NO_DAY = Text("zonder dag", "without a day")
_NO_LETTER = Text("zonder brief", "without a letter")
_DROPPED = Text("Vervallen", "Dropped")
NOT_SENT = Text("nog niet verzonden", "not sent yet")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the sentence. It leads to the history of a ``field``, or to a letter by its id; else nowhere."""

    words: Text
    field: str | None = None
    letter: int | None = None


def settlement(store: Store, record: Record) -> tuple[Piece, ...]:
    """Give why a record is no longer open, in pieces to be read one after the other; nothing of one that is.

    Where nobody gave a day, the log tells when the status was changed, and by whom; it says that it is so.
    """
    if record.summary.phase in ACTIVE_PHASES:
        return ()
    outcome = Motion.deciding_outcome(record.values) if issubclass(record.kind.model, Motion) else None
    if outcome is not None:
        words = _capital(Text(OUTCOMES.text(outcome.outcome), OUTCOMES.text(outcome.outcome, Language.ENGLISH)))
        return (Piece(words, "outcomes"), _day_piece(outcome.on, "outcomes"))
    day_field = _day_field(record)
    day = record[day_field]
    found = [Piece(_verb(record), "status"), _day_piece(day, day_field)]
    found.append(_letter_piece(store, record))
    if issubclass(record.kind.model, HandledByChamber) and record["kamer_decision"]:
        found.append(_decision_piece(record))
    if day is None:
        found += _from_the_log(store, record)
    return tuple(found)


def _verb(record: Record) -> Text:
    if record.summary.phase == Phase.DONE:
        return _SETTLED
    status = next((one for one in record.kind.model.statuses if one.word == record["status"]), None)
    return _DROPPED if status is None else _capital(status.words)


def _day_field(record: Record) -> str:
    """Give the field whose day counts: that of the passing on, the ministry's own, else that of the kind."""
    own = record.kind.model.settled_day_field
    handed_over = ["handed_over_on"] if record["status"] == "overgedragen" else []
    of_kind = [own] if record.summary.phase == Phase.DONE else []
    fields = [*handed_over, "settled_on", *of_kind]
    return next((name for name in fields if record.values.get(name) is not None), "settled_on")


def _day_piece(day: date | None, field: str) -> Piece:
    if day is None:
        return Piece(_NO_DAY)
    on = day_text(day)
    return Piece(Text(f"op {on.nl}", f"on {on.en}"), field)


def _from_the_log(store: Store, record: Record) -> list[Piece]:
    """Give when the status became what it is, as the log has it; a record's making counts too."""
    for line in store.history(record.id):
        after = line.change.after
        if line.change.entity in KIND_TABLES and after is not None and "status" in after:
            nl, en = ("ingevoerd", "entered") if line.change.before is None else ("gewijzigd", "changed")
            on, by = day_text(line.at.astimezone().date()), store.names()("person", line.by)
            words = Text(
                f"· volgens de geschiedenis: status {nl} op {on.nl} door {by}",
                f"· by the history: status {en} on {on.en} by {by}",
            )
            return [Piece(words, "status")]
    return []


def _letter_piece(store: Store, record: Record) -> Piece:
    field = "handed_over_letter" if record["status"] == "overgedragen" else "settled_letter"
    letter_id = record.values.get(field) or record["settled_letter"]
    if letter_id is None:
        return Piece(_NO_LETTER)
    name = store.names()("letter", letter_id)
    letter = next((one for one in store.rows("letter") if one.id == letter_id), None)
    yet = Text("", "") if letter is None or is_sent(letter.values) else Text(f" ({NOT_SENT.nl})", f" ({NOT_SENT.en})")
    return Piece(Text(f"met {name}{yet.nl}", f"by {name}{yet.en}"), letter=letter_id)


def _decision_piece(record: Record) -> Piece:
    decision, on = record["kamer_decision"], record["kamer_decided_on"]
    said = None if on is None else day_text(on)
    day = Text("", "") if said is None else Text(f" ({said.nl})", f" ({said.en})")
    nl, en = DECISIONS.text(decision), DECISIONS.text(decision, Language.ENGLISH)
    return Piece(Text(f"· Kamer: {nl}{day.nl}", f"· Chamber: {en}{day.en}"), "kamer_decision")


def _capital(words: Text) -> Text:
    return Text(*(side[:1].upper() + side[1:] for side in (words.nl, words.en)))
