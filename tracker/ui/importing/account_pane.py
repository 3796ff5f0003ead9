"""What became of every cell: how many were taken over, kept, structure, and each that was not understood with why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.services.importing.plan import ImportPlan
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_COLUMNS = (
    LineColumn(Text("Bestand", "File"), 170),
    LineColumn(Text("Plaats", "Place"), 160),
    LineColumn(Text("Wat er staat", "What stands there"), 320),
    LineColumn(Text("Waarom niet", "Why not")),
)
_TITLE = Text("Niet begrepen", "Not understood")
_CELLS = Text("cellen", "cells")
_SENTENCES = Text("zinnen", "sentences")
_ALL = Text("Alles is begrepen.", "Everything was understood.")


class AccountPane(QWidget):
    """Counts that add up, and the list of what was not understood."""

    def __init__(self, session: Session, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = [
            (reading.file, one.place.words(session.language), " ".join(one.text.split()), session.words(one.why))
            for reading in plan.readings
            for one in reading.account.not_understood
        ]
        self.count = len(rows)
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.model.show_rows(rows)
        self.table = make_lines_table(self.model, _COLUMNS, session.words(_TITLE))
        self.counted = label(_counted(session, plan), "hint")
        self.counted.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.counted)
        if rows:
            column.addWidget(self.table, 1)
        else:
            self.table.hide()
            column.addWidget(label(session.words(_ALL), "empty"))
            column.addStretch(1)


def _counted(session: Session, plan: ImportPlan) -> str:
    accounts = [reading.account for reading in plan.readings]
    read, taken, kept, structure = (
        count_words(sum(getattr(one, name) for one in accounts), session.language)
        for name in ("read", "taken", "kept", "structure")
    )
    what = _SENTENCES if all(reading.text for reading in plan.readings) else _CELLS
    missed = count_words(sum(len(one.not_understood) for one in accounts), session.language)
    return session.words(
        Text(
            f"{read} {what.nl} gelezen: {taken} overgenomen, {kept} bij een record bewaard als opmerking, {structure} "
            f"koppen en andere opmaak, {missed} niet overgenomen.",
            f"{read} {what.en} read: {taken} taken over, {kept} kept with a record as a remark, {structure} headings "
            f"and other layout, {missed} not taken over.",
        )
    )
