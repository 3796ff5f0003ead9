"""Two organisations, debates or persons that are one: what points at the one points at the other, in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.change import Change, Source, Step
from tracker.records.entity import BESIDE
from tracker.records.step_labels import StepLabel
from tracker.services.drafting import Draft
from tracker.services.saved_views import pointing_elsewhere
from tracker.store.record_store import Store
from tracker.store.rows import stored_rows
from tracker.store.uses import Use, uses_of

MERGED = frozenset(("organisation", "debate", "person"))
"""What can be merged. Letters cannot: each has its number, under which the Kamer knows it."""


def merge_named(store: Store, entity: str, gone_id: int, kept_id: int, source: Source = Source.WINDOW) -> Step:
    """Give the step by which ``gone_id`` goes up in ``kept_id``.

    The row itself is deleted, but a person stays: the log points at persons, and taking one out of it is another act,
    that cannot be undone. Shared views that ask for the one ask for the other; for a user's own ones there is
    ``SavedViews.follow_merger``. Raises InvalidValue for one and the same row, or one that is gone.
    """
    values = {part.id: part.values for part in store.rows(entity)}
    if gone_id == kept_id or not {gone_id, kept_id} <= set(values):
        raise InvalidValue("Kies twee verschillende om samen te voegen.", "Choose two that differ, to merge them.")
    changes = _moves(store, entity, gone_id, kept_id)
    draft = Draft(store)
    _take_over_names(draft, entity, kept_id, values[gone_id], values[kept_id])
    for view in store.rows("saved_view"):
        asks = pointing_elsewhere(view["definition"], entity, gone_id, kept_id)
        draft.change("saved_view", view.id, view.values, {"definition": asks})
    if entity != "person":
        draft.delete(entity, gone_id, values[gone_id])
    names = store.names()
    label = StepLabel.PERSON_MERGED()
    if entity != "person":  # the log holds no names of persons
        label = StepLabel.BESIDE_MERGED(part=BESIDE[entity], name=names(entity, gone_id))
    return Step(label, (*changes, *draft.step(label, source).changes), source)


def _take_over_names(draft: Draft, entity: str, kept_id: int, gone: Mapping[str, Any], kept: Mapping[str, Any]) -> None:
    """Let who types the other name find the one that stays."""
    if entity == "organisation":
        names = dict.fromkeys([*kept["aliases"], gone["name"], *gone["aliases"]])
        draft.change(entity, kept_id, kept, {"aliases": tuple(one for one in names if one != kept["name"])})


def merge_words(store: Store, entity: str, gone_id: int, kept_id: int, references: int) -> Text:
    """Say what merging would do, with numbers."""
    names = store.names()
    gone, kept = names(entity, gone_id), names(entity, kept_id)
    many_nl = "1 verwijzing gaat" if references == 1 else f"{references} verwijzingen gaan"
    many_en = "1 reference goes" if references == 1 else f"{references} references go"
    if entity == "person":
        rest = ("blijft in de lijst, zonder verwijzingen", "stays in the list, without references")
    else:
        rest = ("verdwijnt uit de lijst", "leaves the list")
    return Text(
        f"{many_nl} van “{gone}” naar “{kept}”. “{gone}” {rest[0]}. Dit is één stap; u kunt die ongedaan maken.",
        f"{many_en} from “{gone}” to “{kept}”. “{gone}” {rest[1]}. This is one step; you can undo it.",
    )


def _moves(store: Store, entity: str, gone_id: int, kept_id: int) -> list[Change]:
    """Give the changes of all rows that point at the one: each row once."""
    with store.read() as connection:
        uses = uses_of(connection, entity, gone_id)
        by_row: dict[tuple[str, int, int | None], list[Use]] = defaultdict(list)
        for use in uses:
            by_row[use.entity, use.row_id, use.record_id].append(use)
        ids: dict[str, list[int]] = defaultdict(list)
        for row_entity, row_id, _ in by_row:
            ids[row_entity].append(row_id)
        rows = {row_entity: stored_rows(connection, row_entity, some) for row_entity, some in ids.items()}
    changes = []
    for (row_entity, row_id, record_id), some in by_row.items():
        before: dict[str, Any] = {use.field: rows[row_entity][row_id][use.field] for use in some}
        after = {field: _moved(value, gone_id, kept_id) for field, value in before.items()}
        changes.append(Change(row_entity, row_id, before, after, record_id))
    return changes


def _moved(stored: Any, gone_id: int, kept_id: int) -> Any:
    if isinstance(stored, list):
        return list(dict.fromkeys(kept_id if one == gone_id else one for one in stored))
    return kept_id
