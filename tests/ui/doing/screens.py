"""Every dialog of this folder filled in, for the survey of words and for pictures."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit

from tests.ui.doing.deadlines.screens import deadline_dialogs
from tests.ui.doing.deadlines.screens import finish as finish_plan
from tracker.records.filter import Filter
from tracker.services import editing
from tracker.ui.doing.askers import FieldAsker, PostponeAsker, RelateAsker
from tracker.ui.doing.bin_dialog import BinDialog
from tracker.ui.doing.bulk_dialog import BULK_KINDS, BulkDialog
from tracker.ui.doing.copies_dialog import CopiesDialog
from tracker.ui.doing.copying import paste_columns
from tracker.ui.doing.debate_dialog import DebateDialog
from tracker.ui.doing.paste_dialog import FillDownDialog, PasteDialog
from tracker.ui.doing.steps_dialog import StepsDialog
from tracker.ui.listing.columns import columns_of
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.session import Session

CELLS = [
    ["Brief over de opvang", "voldaan", "Daan Bakker"], ["Gesprek", "onzin", "Daan Bakker"],
    ["Helemaal nieuw", "", "Fatima"],
]  # fmt: skip

DEADLINE_CELLS = [["Handreiking", "voor de zomer"], ["Loket", "31 februari 2027"], ["Campagne", "q3 2027"]]


def dialogs(session: Session) -> Iterator[tuple[str, QDialog]]:
    """Make each dialog over the first records of the register, with something filled in; gives its name first."""
    ids = list(session.store.order(Filter(), session.today))[:6]
    for code in BULK_KINDS:
        dialog = BulkDialog(session, ids, code)
        _fill(dialog)
        yield code, dialog
    columns = [one for one in columns_of(None) if one.key in {"title", "status", "owner"}]
    yield "paste", PasteDialog(session, CELLS, ids[:2], paste_columns(columns))
    columns = [one for one in columns_of(None) if one.key in {"title", "deadline_wording"}]
    yield "paste-deadlines", PasteDialog(session, DEADLINE_CELLS, ids[:3], paste_columns(columns))
    yield "fill-down", FillDownDialog(session, ids)
    yield "debate", _debate(session)
    session.submit(editing.delete_records(session.store, session.store.records(ids[:2])))
    session.submit(editing.delete_records(session.store, session.store.records(ids[2:3])))
    yield "bin", BinDialog(session)
    session.editor.undo()
    yield "copies", _copies(session)
    yield "steps", StepsDialog(session)
    session.editor.undo()
    yield from deadline_dialogs(session)


def _copies(session: Session) -> CopiesDialog:
    dialog = CopiesDialog(session)
    dialog.name.setText("voor de brief van december")
    dialog.keep()
    return dialog


def finish(dialog: QDialog) -> None:
    """Let a rehearsal come to its end."""
    finish_plan(dialog)
    while isinstance(dialog, BulkDialog) and not dialog.is_ready:
        QApplication.processEvents()
    while isinstance(dialog, PasteDialog | FillDownDialog) and not dialog.plan.is_ready:
        QApplication.processEvents()


def type_words(editor: FieldEditor | None, words: str) -> None:
    """Write words into an input as if they had been typed."""
    target = None if editor is None else editor.input
    if isinstance(target, QComboBox):
        target.setEditText(words)
    elif isinstance(target, QPlainTextEdit):
        target.setPlainText(words)
    elif isinstance(target, QLineEdit):
        target.setText(words)


def _fill(dialog: BulkDialog) -> None:
    asker = dialog.asker
    if isinstance(asker, FieldAsker):
        type_words(asker.value_editor, "Daan Bakker")
    elif isinstance(asker, PostponeAsker):
        type_words(asker.form.editors["wording"], "voor het einde van het jaar")
        type_words(asker.form.editors["reason"], "De gemeenten vragen meer tijd.")
    elif isinstance(asker, RelateAsker):
        asker.picker.list.setCurrentRow(0)
    dialog.rehearse()


def _debate(session: Session) -> DebateDialog:
    dialog = DebateDialog(session)
    type_words(dialog.editors["subject"], "Mensenhandel")
    type_words(dialog.editors["day"], "30-09-2026")
    dialog.grid.show_rows(
        [
            {"title": "Brief over de opvang", "wording": "voor het kerstreces", "made_to": "Ceder (CU)"},
            {"title": "Gesprek met gemeenten", "end": "31-2-2027"},
        ]
    )
    dialog.submit()
    return dialog
