"""What becomes of every cell and record: the counts, and each thing that does not come along with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Language, Text
from tracker.services.importing.judging import Verdict
from tracker.services.importing.outcome import Told, left_over, rows_refused, with_leftovers
from tracker.services.importing.plan import ImportPlan
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.importing.words import COUNTED
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_COLUMNS = (
    LineColumn(Text("Bestand", "File"), 150),
    LineColumn(Text("Plaats", "Place"), 140),
    LineColumn(Text("Wat er staat", "What stands there"), 320),
    LineColumn(Text("Waarom niet", "Why not")),
)
_FILE = 0
_TITLE = Text("Niet overgenomen", "Not taken over")
_CELLS = Text("cellen", "cells")
_SENTENCES = Text("zinnen", "sentences")
_ALL = Text("Alles wat er staat, komt mee.", "Everything that stands there comes along.")
_GO_TO = {
    Verdict.UNDECIDED: Text("Ga naar wat te &beslissen is", "Go to what is to be &decided"),
    Verdict.REJECTED: Text("Ga naar wat is &geweigerd", "Go to what is re&fused"),
}
_MOST_LOOKED_INTO = 200
"""Of more records with something left over the window gives the number; the report names them all."""


class AccountPane(QWidget):
    """Counts that add up, and the list of what does not come along; ``wanted`` asks for the rows with a verdict."""

    wanted = Signal(object)

    def __init__(self, session: Session, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._plan = plan
        self.count = 0
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.table = make_lines_table(self.model, _COLUMNS, session.words(_TITLE))
        self.table.setColumnHidden(_FILE, len(plan.readings) == 1)
        self.counted, self.records, self.more = label("", "hint"), label("", "value"), label("", "hint")
        self.nothing = label(session.words(_ALL), "empty")
        self.ways = {verdict: button(session.words(words)) for verdict, words in _GO_TO.items()}
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show what becomes of the file as things are decided now."""
        plan, session = self._plan, self.session
        self.counted.setText(session.words(cells_sentence(plan, session.language)))
        self.counted.setVisible(any(reading.account.read for reading in plan.readings))
        self.records.setText(session.words(records_sentence(plan, session.language)))
        for verdict, way in self.ways.items():
            way.setVisible(bool(plan.counts[verdict]))
        rows: list[tuple[str, ...]] = []
        rest = 0
        for file in range(len(plan.readings)):
            numbers = with_leftovers(plan, file)
            rows += self._rows(file, numbers[:_MOST_LOOKED_INTO])
            rest += max(0, len(numbers) - _MOST_LOOKED_INTO)
        self.count = len(rows) + rest
        self.model.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows and not any(plan.counts[verdict] for verdict in _GO_TO))
        self.more.setText(session.words(_more_words(rest, session.language)))
        self.more.setVisible(bool(rest))

    def _rows(self, file: int, numbers: Sequence[int]) -> Iterator[tuple[str, ...]]:
        plan, language = self._plan, self.session.language
        reading = plan.readings[file]
        missed = (Told(one.place, one.text, one.why) for one in reading.account.not_understood)
        for told in chain(missed, rows_refused(plan, file), left_over(plan, numbers)):
            yield reading.file, told.place.words(language), " ".join(told.what.split()), told.why.to(language)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for verdict, way in self.ways.items():
            way.clicked.connect(lambda _=False, one=verdict: self.wanted.emit(one))
            ways.addWidget(way)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        for words in (self.records, self.counted, self.more):
            words.setWordWrap(True)
        column.addWidget(self.records)
        column.addLayout(ways)
        column.addWidget(self.counted)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.more)
        column.addStretch()


def records_sentence(plan: ImportPlan, language: Language) -> Text:
    """Give what becomes of the records: how many come along, are the same, are still to be decided."""
    counts = dict(plan.counts)
    doing = plan.doing_count(Verdict.NEW, Verdict.CHANGED)
    unticked = counts.get(Verdict.NEW, 0) + counts.get(Verdict.CHANGED, 0) - doing
    counts[Verdict.LEFT] = counts.get(Verdict.LEFT, 0) + unticked
    told = [(verdict, counts.get(verdict, 0)) for verdict in _AFTER_TAKEN if counts.get(verdict)]
    read, taken = count_words(len(plan.proposals), language), count_words(doing, language)
    nl, en = (
        "".join(f", {count_words(count, language)} {COUNTED[verdict].to(one)}" for verdict, count in told)
        for one in (Language.DUTCH, Language.ENGLISH)
    )
    waits = counts.get(Verdict.UNDECIDED)
    return Text(
        f"{read} {'record' if read == '1' else 'records'} gelezen: {taken} over te nemen{nl}."
        + (" Wat u niet beslist, komt niet in het register." if waits else ""),
        f"{read} {'record' if read == '1' else 'records'} read: {taken} to be taken over{en}."
        + (" What you do not decide stays out of the register." if waits else ""),
    )


def cells_sentence(plan: ImportPlan, language: Language) -> Text:
    """Give what was made of the cells (of a letter: sentences), whatever becomes of their records."""
    accounts = [reading.account for reading in plan.readings]
    read, taken, kept, structure = (
        count_words(sum(getattr(one, name) for one in accounts), language)
        for name in ("read", "taken", "kept", "structure")
    )
    what = _SENTENCES if all(reading.text for reading in plan.readings) else _CELLS
    missed = count_words(sum(len(one.not_understood) for one in accounts), language)
    return Text(
        f"{read} {what.nl} gelezen: {taken} horen bij deze records, {kept} bij een record bewaard als opmerking, "
        f"{structure} koppen en andere opmaak, {missed} niet begrepen.",
        f"{read} {what.en} read: {taken} belong to these records, {kept} kept with a record as a remark, "
        f"{structure} headings and other layout, {missed} not understood.",
    )


_AFTER_TAKEN = (Verdict.UNCHANGED, Verdict.UNDECIDED, Verdict.REJECTED, Verdict.LEFT)


def _more_words(rest: int, language: Language) -> Text:
    counted = count_words(rest, language)
    return Text(
        f"Van nog {counted} {'record' if rest == 1 else 'records'} komt iets niet mee. Dat staat in het verslag.",
        f"Of {counted} more {'record' if rest == 1 else 'records'} something does not come along. The report tells.",
    )
