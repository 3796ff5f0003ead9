"""The acts on the shown record that ask for something first: settling, merging, and copying as text."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from tracker.basics.errors import InvalidForm, InvalidValue
from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec, field_of, fields_of
from tracker.records.letter import letter_reference
from tracker.records.snapshot import Record
from tracker.services import handling
from tracker.services.drafting import Draft
from tracker.store.names import Names
from tracker.store.record_store import Store
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.session import Session

_SETTLE = Text("Afdoen", "Settle")
_SETTLE_WHY = Text(
    "Het ministerie stelt voor dit af te doen. Wat de Kamer daarvan vindt, staat in een eigen veld.",
    "The ministry proposes this as settled. What the Chamber decides stands in a field of its own.",
)
_NO_DAY = Text("Vul een dag in.", "Fill in a day.")


def settle(session: Session, record: Record, parent: QWidget) -> bool:
    """Ask for day and letter, and settle the record. Gives whether that was done."""
    model = record.kind.model
    specs = [spec for name in ("settled_on", "settled_letter") if (spec := field_of(model, name)) is not None]

    def submit(given: dict[str, Any]) -> None:
        day = given["settled_on"]
        if day is None:
            raise InvalidForm({"settled_on": _NO_DAY}, {"settled_on": specs[0].label})
        letter = letter_for_services(session.store, specs[1], given["settled_letter"])
        session.submit(handling.settle(session.store, [record], day, letter))

    start = {"settled_on": session.today, "settled_letter": record["settled_letter"] or session.letter_at_hand}
    dialog = FormDialog(
        session, f"{session.words(_SETTLE)}: {record.reference}", specs, start, submit, parent,
        accept_words=_SETTLE, explanation=session.words(_SETTLE_WHY),
    )  # fmt: skip
    return bool(dialog.exec())


def letter_for_services(store: Store, spec: FieldSpec, value: int | str | None) -> str | None:
    """Give the reference of the letter that was chosen or typed. Raises InvalidForm for one that is not there."""
    if isinstance(value, str):
        try:
            value = Draft(store).namer.id_of("letter", value)
        except InvalidValue as error:
            raise InvalidForm({spec.name: error.words}, {spec.name: spec.label}) from error
    if value is None:
        return None
    return next(letter_reference(part["number"]) for part in store.rows("letter") if part.id == value)


def record_as_text(record: Record, names: Names, language: Language) -> str:
    """Give a record as lines of text, for pasting into a mail: its reference and title, then each known field."""
    lines = [f"{record.reference} {record.summary.title}"]
    for spec in fields_of(record.kind.model):
        words = spec.type.text(record[spec.name], language, names)
        if words and spec.name != "title":
            lines.append(f"{spec.label.to(language)}: {words}")
    return "\n".join(lines)
