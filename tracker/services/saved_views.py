"""Views with a name: a user's own, kept in a file of his, and those shared with the register, written by steps."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tracker.basics.errors import InvalidValue, NotFound, TrackerError
from tracker.basics.folding import fold
from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing
from tracker.records.change import Step
from tracker.records.condition import Condition
from tracker.records.filter import VIEWS, Filter
from tracker.records.list_field import list_field
from tracker.records.snapshot import Part
from tracker.records.step_labels import StepLabel
from tracker.records.view_definition import SortKeys, ViewDefinition, definition_from_json
from tracker.services import editing
from tracker.services.drafting import Draft
from tracker.store.record_store import Store
from tracker.store.uses import points_at

FILE_NAME = "views.json"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view with a name. ``row`` is its row in the register where it is shared, and None where it is a user's own."""

    name: str
    text: str
    row: Part | None = None

    @property
    def is_shared(self) -> bool:
        """Tell whether all who use the register have it."""
        return self.row is not None

    @property
    def definition(self) -> ViewDefinition:
        """Give what it holds. Raises InvalidValue or NotFound for what makes no sense (any more)."""
        return definition_from_json(self.text)


class SavedViews:
    """The views of one register. Personal ones are kept by the name of its file, so that they move with it.

    ``submit`` writes a step. ``problem`` says what is wrong with the user's file; it is then put aside at the next
    change, never overwritten.
    """

    def __init__(self, store: Store, submit: Callable[[Step], object], file: Path | None = None) -> None:
        self._store, self._submit = store, submit
        self._file = file or user_folder() / FILE_NAME
        self.problem: InvalidValue | None = None
        self._read()

    @property
    def personal(self) -> list[SavedView]:
        """Give the user's own views, by name."""
        kept = self._read().get(self._store.path.name, {})
        return _by_name(SavedView(name, text) for name, text in kept.items())

    @property
    def shared(self) -> list[SavedView]:
        """Give the views that the register holds, by name."""
        return _by_name(SavedView(row["name"], row["definition"], row) for row in self._store.rows("saved_view"))

    def named(self, name: str) -> SavedView:
        """Give a view by its name, own ones first. Raises NotFound with the names there are."""
        wanted, known = fold(name), [*self.personal, *self.shared]
        found = next((one for one in known if fold(one.name) == wanted), None)
        if found is None:
            codes = ", ".join([*(view.code for view in VIEWS), *(f"“{one.name}”" for one in known)])
            raise NotFound(
                f"Weergave “{name}” bestaat niet. Kies uit: {codes}.",
                f"There is no view “{name}”. Choose from: {codes}.",
            )
        return found

    def keep(self, name: str, definition: ViewDefinition) -> SavedView:
        """Keep a view as the user's own. Raises InvalidValue for a name that is taken, or none."""
        free = self._free_name(name)
        self._change({free: definition.to_json()})
        return SavedView(free, definition.to_json())

    def rename(self, view: SavedView, name: str) -> SavedView:
        """Give a view another name. Raises InvalidValue for a name that is taken, or none."""
        if name.strip() == view.name:
            return view
        free = self._free_name(name, instead_of=view.name)
        if view.row is not None:
            self._submit(editing.change_beside(self._store, view.row, {"name": free}))
        else:
            self._change({free: view.text}, gone=view.name)
        return replace(view, name=free)

    def overwrite(self, view: SavedView, definition: ViewDefinition) -> None:
        """Let a view hold something else."""
        if view.row is not None:
            self._submit(editing.change_beside(self._store, view.row, {"definition": definition.to_json()}))
        else:
            self._change({view.name: definition.to_json()})

    def share(self, view: SavedView) -> None:
        """Let all who use the register have a view of the user's own."""
        step, _ = editing.make_beside(self._store, "saved_view", {"name": view.name, "definition": view.text})
        self._submit(step)
        self._change({}, gone=view.name)

    def make_personal(self, view: SavedView) -> None:
        """Take a shared view out of the register, and keep it as the user's own."""
        self._change({view.name: view.text})
        try:
            self.delete(view)
        except TrackerError:
            self._change({}, gone=view.name)
            raise

    def delete(self, view: SavedView) -> None:
        """Take a view away: one of the register by a step that can be undone, an own one for good."""
        if view.row is None:
            self._change({}, gone=view.name)
            return
        draft = Draft(self._store)
        draft.delete("saved_view", view.row.id, view.row.values)
        self._submit(draft.step(StepLabel.VIEW_DELETED(name=view.name)))

    def follow_merger(self, entity: str, gone_id: int, kept_id: int) -> None:
        """Let the user's own views ask for what another organisation, debate or person went up in."""
        followed = {one.name: pointing_elsewhere(one.text, entity, gone_id, kept_id) for one in self.personal}
        changed = {one.name: followed[one.name] for one in self.personal if followed[one.name] != one.text}
        if changed:
            self._change(changed)

    # --- the user's file ----------------------------------------------------------------------------------------------

    def _read(self) -> dict[str, dict[str, str]]:
        """Read the views of all registers; each time anew, for other windows write in the same file."""
        self.problem = None
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
            return {str(register): _texts(views) for register, views in found.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, AttributeError, TypeError):
            self.problem = InvalidValue(
                f"Uw eigen weergaven zijn niet te lezen: {self._file} is beschadigd. Bij de eerste wijziging wordt het "
                "bestand opzij gezet.",
                f"Your own views cannot be read: {self._file} is damaged. It is put aside at the first change.",
            )
            return {}

    def _change(self, kept: dict[str, str], gone: str | None = None) -> None:
        register, found = self._store.path.name, self._read()
        views = {name: text for name, text in found.get(register, {}).items() if name != gone}
        changed = {**found, register: {**views, **kept}}
        if self.problem is not None and self._file.exists():
            self._file.replace(self._file.with_suffix(".broken.json"))
            self.problem = None
        whole = {name: {one: json.loads(text) for one, text in some.items()} for name, some in changed.items()}
        with replacing(self._file) as beside:
            beside.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")

    def _free_name(self, name: str, instead_of: str | None = None) -> str:
        wanted = " ".join(name.split())[:_LONGEST_NAME]
        if not wanted:
            raise InvalidValue("Geef de weergave een naam.", "Give the view a name.")
        taken = {fold(one.name) for one in (*self.personal, *self.shared) if one.name != instead_of}
        taken |= {fold(word) for view in VIEWS for word in (view.code, view.label.nl, view.label.en)}
        if fold(wanted) in taken:
            raise InvalidValue(
                f"Er is al een weergave “{wanted}”. Kies een andere naam.",
                f"There is already a view “{wanted}”. Choose another name.",
            )
        return wanted


def view_filter(store: Store, given: Filter) -> tuple[Filter, SortKeys | None]:
    """Give what a call of the command line asks, where its view may be one with a name; and the order of that view.

    What was asked beside the view narrows it further. Raises NotFound with the views there are.
    """
    if given.view is None or any(view.code == given.view for view in VIEWS):
        return given, None
    definition = SavedViews(store, store.apply).named(given.view).definition
    chosen = definition.filter
    if given.kind and chosen.kind and given.kind != chosen.kind:
        raise InvalidValue(
            f"De weergave “{given.view}” gaat over {chosen.kind}, niet over {given.kind}. Laat de soort weg.",
            f"The view “{given.view}” is about {chosen.kind}, not {given.kind}. Leave the kind out.",
        )
    words = " ".join(one for one in (chosen.words, given.words) if one)
    whole = replace(chosen, kind=chosen.kind or given.kind, words=words, where=given.where)
    return whole, definition.layout.sort


def pointing_elsewhere(text: str, entity: str, gone_id: int, kept_id: int) -> str:
    """Give the definition of a view with ``kept_id`` where it asks for ``gone_id``; as it was where it does not."""
    try:
        definition = definition_from_json(text)
        asked = definition.filter
        moved = [_elsewhere(one, asked.kind, entity, gone_id, kept_id) for one in asked.conditions]
    except TrackerError:
        return text  # it says what is wrong when it is to be shown
    if moved == list(asked.conditions):
        return text
    return replace(definition, filter=replace(asked, conditions=tuple(moved))).to_json()


def _elsewhere(condition: Condition, kind: str | None, entity: str, gone_id: int, kept_id: int) -> Condition:
    if gone_id not in condition.operands or not points_at(list_field(condition.field, kind), entity):
        return condition
    operands = dict.fromkeys(kept_id if one == gone_id else one for one in condition.operands)
    return replace(condition, operands=tuple(operands))


def _texts(views: Any) -> dict[str, str]:
    return {str(name): json.dumps(kept, ensure_ascii=False, sort_keys=True) for name, kept in views.items()}


def _by_name(views: Any) -> list[SavedView]:
    return sorted(views, key=lambda one: fold(one.name))
