"""What is typed about a part of a record (a deadline, its postponement, a text) is kept safe from a crash too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject

from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.snapshot import Part, Record
from tracker.services.unsaved import Unsaved, key_of
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.record.keeper import Keeper
from tracker.ui.session import Session


class PartKeeper(Keeper):
    """Keeps what is typed in these inputs; ``entity`` and ``old`` say about what (see ``Unsaved``)."""

    def __init__(
        self, session: Session, record: Record, entity: str, old: Part | None, editors: Mapping[str, FieldEditor],
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(session.store.path, self.unsaved, parent)
        self._record, self._entity, self._old, self._editors = record, entity, old, editors
        for editor in editors.values():
            editor.changed.connect(self._note)

    def unsaved(self) -> Unsaved | None:
        """Give what was typed and is not saved; None where there is nothing."""
        typed = {name: editor.kept() for name, editor in self._editors.items() if editor.is_changed}
        if not typed:
            return None
        record, now = self._record, datetime.now(UTC).isoformat(timespec="seconds")
        values: Mapping[str, Any] = {} if self._old is None else self._old.values
        before = {name: self._editors[name].spec.type.to_stored(values[name]) for name in typed if name in values}
        return Unsaved(
            record.kind.code, record.id, record.reference, record.summary.title, now, typed, before, *self._about
        )

    @property
    def _about(self) -> tuple[str, int | None]:
        return self._entity, None if self._old is None else self._old.id

    def _note(self) -> None:
        is_dirty = any(editor.is_changed for editor in self._editors.values())
        self.follow(key_of(self._record.kind.code, self._record.id, *self._about), is_dirty=is_dirty)


def keep_dialog(dialog: FormDialog, record: Record, entity: str, old: Part | None) -> None:
    """Keep what is typed in a dialog about a part of a record until it is saved, or thrown away."""
    keeper = PartKeeper(dialog.session, record, entity, old, dialog.form.editors, dialog)
    dialog.finished.connect(lambda _: keeper.let_go())


def as_it_was(part: Part, kept: Unsaved) -> Part:
    """Give a part with the values over which was typed, so that a change by somebody else meanwhile is noticed."""
    model = model_of(part.entity)
    specs = [spec for name in kept.before if (spec := field_of(model, name)) is not None]
    then = {spec.name: spec.type.from_stored(kept.before[spec.name]) for spec in specs}
    return replace(part, values={**part.values, **then})
