"""What happens to a record: a deadline is met or postponed, it is settled, gets a note, or is merged into another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.folding import fold
from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.change import Source, Step
from tracker.records.deadline_rules import judged
from tracker.records.entity import BESIDE
from tracker.records.event_window import next_instance, recurrence_of
from tracker.records.snapshot import Part, Record
from tracker.records.status import Phase
from tracker.records.step_labels import StepLabel, records_named
from tracker.services.deadline_words import READ_FIELDS
from tracker.services.drafting import Draft, Values
from tracker.services.naming import letter_named
from tracker.store.record_store import Store

MOVABLE = ("deadline", "progress_note", "relation")
"""What can move along when an action is merged into another."""


def meet(
    store: Store, record: Record, on: date, what: str | None = None, source: Source = Source.WINDOW, *,
    letter: int | str | None = None,
) -> Step:  # fmt: skip
    """Give the step that marks a deadline as met. Without ``what`` the record must have one open deadline."""
    return meet_deadline(store, record, open_deadline(store, record, what), on, letter, source)


def meet_deadline(
    store: Store, record: Record, deadline: Part, on: date, letter: int | str | None = None,
    source: Source = Source.WINDOW,
) -> Step:  # fmt: skip
    """Give the step that marks this deadline as met on a day; of what recurs the next one appears."""
    draft = Draft(store)
    letter_id = letter_named(store, letter).id if isinstance(letter, str) else letter
    draft.change("deadline", deadline.id, deadline.values, {"met_on": on, "met_letter": letter_id}, record.id)
    if recurrence_of(deadline.values) is not None and not _goes_on(store, record, deadline):
        series = deadline["series_id"] or deadline.id
        draft.make("deadline", next_instance(deadline.values, on), record.id, series_id=series)
    return draft.step(StepLabel.DEADLINE_MET(record=record.reference), source)


def _goes_on(store: Store, record: Record, deadline: Part) -> bool:
    """Tell whether a later period of the same series is there already: this one was met after the fact."""
    series = deadline["series_id"] or deadline.id
    return any(
        one.id != deadline.id and one["met_on"] is None and series in {one["series_id"], one.id}
        for one in store.parts(record.id).deadlines
    )


def open_deadline(store: Store, record: Record, what: str | None = None) -> Part:
    """Give the unmet deadline that is meant. Raises InvalidValue when there is none or the choice is open."""
    unmet = [one for one in store.parts(record.id).deadlines if one["met_on"] is None]
    if what is None and len(unmet) > 1:
        unmet = judged(unmet, lambda one: one.values) or unmet
    if what is not None:
        wanted = fold(what)
        unmet = [one for one in unmet if wanted in fold(f"{one['what'] or ''} {one['wording'] or ''}")]
    if len(unmet) == 1:
        return unmet[0]
    if not unmet:
        raise InvalidValue(
            f"{record.reference} heeft geen open termijn{f' met “{what}”' if what else ''}.",
            f"{record.reference} has no open deadline{f' with “{what}”' if what else ''}.",
        )
    choices = "; ".join(f"“{one['what'] or one['wording']}”" for one in unmet)
    raise InvalidValue(
        f"{record.reference} heeft meer open termijnen: {choices}. Zeg welke met --what.",
        f"{record.reference} has several open deadlines: {choices}. Say which with --what.",
    )


def postpone(
    store: Store, record: Record, deadline: Part, given: Values, *, on: date, reason: str,
    letter: int | str | None = None, source: Source = Source.WINDOW,
) -> Step:  # fmt: skip
    """Give the step that moves a deadline; the old words and window stay on record with the reason and the letter."""
    draft = Draft(store)
    letter_id = letter_named(store, letter).id if isinstance(letter, str) else letter
    put_off(draft, record, deadline, given, on=on, reason=reason, letter=letter_id)
    return draft.step(StepLabel.DEADLINE_POSTPONED(record=record.reference), source)


def put_off(
    draft: Draft, record: Record, deadline: Part, given: Values, *, on: date, reason: str, letter: int | None
) -> None:
    """Put the moving of a deadline into a draft. What ``given`` does not tell is not known of the new deadline."""
    fresh: dict[str, Any] = {**dict.fromkeys(("wording", *READ_FIELDS)), "tentative": False, "event_day": None}
    new = {**fresh, "said_on": on, "overruled": False, **draft.cleaned("deadline", given)}
    old = deadline.values
    if not given.get("recurs") and given.get("precision") is None:
        new["recurs"] = old["recurs"]
    draft.change("deadline", deadline.id, old, new, record.id)
    chain = {"on": on, "reason": reason, "letter": letter}
    for name in ("wording", "start", "end"):
        chain |= {f"old_{name}": old[name], f"new_{name}": new[name]}
    draft.make("postponement", chain, record.id, deadline_id=deadline.id)


def tell(
    store: Store, record: Record, postponements: Iterable[Part], letter: int | str, source: Source = Source.WINDOW
) -> Step:
    """Give the step that notes in which letter the Kamer was told of postponements."""
    draft = Draft(store)
    letter_id = letter_named(store, letter).id if isinstance(letter, str) else letter
    for one in postponements:
        draft.change("postponement", one.id, one.values, {"letter": letter_id}, record.id)
    return draft.step(StepLabel.POSTPONEMENT_TOLD(record=record.reference), source)


def untold(store: Store, record: Record) -> list[Part]:
    """Give the postponements of which the Kamer was not told. Raises InvalidValue where there is none."""
    found = [one for one in store.parts(record.id).postponements if one["letter"] is None]
    if not found:
        raise InvalidValue(
            f"{record.reference} heeft geen uitstel dat nog gemeld moet worden.",
            f"{record.reference} has no postponement that the Chamber was not told of.",
        )
    return found


def settle(
    store: Store, records: Iterable[Record], on: date, letter: str | None = None, source: Source = Source.WINDOW
) -> Step:
    """Give the step that settles records as the ministry sees it; the Kamer's decision is a field of its own."""
    draft = Draft(store)
    letter_id = None if letter is None else letter_named(store, letter).id
    chosen = list(records)
    for record in chosen:
        draft.change(record.kind.table, record.id, record.values, settling(record, on, letter_id), record.id)
    return draft.step(StepLabel.SETTLED(records=records_named([one.reference for one in chosen])), source)


def settling(record: Record, on: date, letter_id: int | None) -> dict[str, Any]:
    """Give the values that a record gets when it is settled.

    Raises InvalidValue for one that is settled already, and for one that its status cannot settle.
    """
    model = record.kind.model
    status = model.settled_status_of(record.values)
    _refuse_settled(record, status)
    given: dict[str, Any] = {"status": status, "settled_on": on}
    if record[model.settled_day_field] is None:
        given[model.settled_day_field] = on  # a planned last day stays as it was planned
    if letter_id is not None:
        given["settled_letter"] = letter_id
    return given


def _refuse_settled(record: Record, status: str) -> None:
    name, on = record.reference, record["settled_on"]
    if record.summary.phase == "done":
        when = Text("", "") if on is None else Text(f" op {day_words(on)}", f" on {day_words(on, Language.ENGLISH)}")
        raise InvalidValue(
            f"{name} is al afgedaan{when.nl}. Klopt dat niet, wijzig dan eerst de status.",
            f"{name} is settled already{when.en}. If that is wrong, change its status first.",
        )
    if record.kind.model.phase_of({**record.values, "status": status}) is not Phase.DONE:
        raise InvalidValue(
            f"{name} kan niet worden afgedaan: de laatste uitkomst in de Kamer laat dat niet toe. "
            "Vul eerst de nieuwe uitkomst in.",
            f"{name} cannot be settled: its last outcome in the Chamber does not allow that. "
            "Fill in the new outcome first.",
        )


def add_note(
    store: Store, record: Record, text: str, on: date, letter: str | None = None, *,
    internal: bool = False, source: Source = Source.WINDOW,
) -> Step:  # fmt: skip
    """Give the step that adds a state of affairs to a record, for a letter or by itself."""
    letter_id = None if letter is None else letter_named(store, letter).id
    draft = Draft(store)
    draft.make("progress_note", {"text": text, "on": on, "letter": letter_id, "internal": internal}, record.id)
    return draft.step(StepLabel.PART_ADDED(record=record.reference, part=BESIDE["progress_note"]), source)


def merge_action(
    store: Store, action: Record, into: Record, moving: Iterable[Part] = (), source: Source = Source.WINDOW
) -> Step:
    """Give the one step that merges an action into another: status, relation, and what moves along.

    Raises InvalidValue when the two are not two different actions.
    """
    if action.kind.code != "action" or into.kind.code != "action" or action.id == into.id:
        raise InvalidValue(
            "Alleen een actie kan worden samengevoegd, in een andere actie.",
            "Only an action can be merged, into another action.",
        )
    draft = Draft(store)
    draft.change("action", action.id, action.values, {"status": "samengevoegd"}, action.id)
    draft.make("relation", {"how": "samengevoegd in"}, action.id, to_id=into.id)
    postponements = store.parts(action.id).postponements
    for part in moving:
        move_part(draft, part, action, into)
        for postponement in postponements:
            if part.entity == "deadline" and postponement["deadline_id"] == part.id:
                move_part(draft, postponement, action, into)
    return draft.step(StepLabel.MERGED(record=action.reference, other=into.reference), source)


def move_part(draft: Draft, part: Part, source: Record, target: Record) -> None:
    """Hang a part on another record; a relation keeps its other side, unless that is the target itself."""
    if part.entity == "relation":
        side = "record_id" if part["record_id"] == source.id else "to_id"
        other = part["to_id"] if side == "record_id" else part["record_id"]
        if other == target.id:
            draft.delete("relation", part.id, part.values, source.id)
            return
        draft.change("relation", part.id, part.values, {side: target.id}, source.id)
        return
    draft.change(part.entity, part.id, part.values, {"record_id": target.id}, source.id)
