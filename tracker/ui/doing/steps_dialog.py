"""*Stappen terug*: the last steps as a list, to go several back (or forward again) at once."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.formats import moment_words
from tracker.basics.language import Text
from tracker.records.step_labels import step_text
from tracker.services.undoing import PastStep, past_steps
from tracker.ui.doing.doing_dialog import CLOSE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.doing.long_steps import reverse_several
from tracker.ui.looks.icons import icon
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_TITLE = Text("Stappen terug", "Steps back")
_WHY = Text(
    "Kies een stap. Die stap en alle stappen die er later kwamen, worden ongedaan gemaakt. Wat u al ongedaan "
    "maakte, staat bovenaan en kunt u opnieuw doen.",
    "Choose a step. It and all that came later are undone. What you undid before stands on top and can be redone.",
)
_EMPTY = Text("Er is niets om ongedaan te maken.", "There is nothing to undo.")
_NOTHING_UNDONE = Text("Er is niets om opnieuw te doen.", "There is nothing to redo.")
_NO_NOTE = Text("", "")
_COLUMNS = (
    LineColumn(Text("Stap", "Step")),
    LineColumn(Text("Wanneer", "When"), 140),
    LineColumn(Text("Wie", "Who"), 140),
    LineColumn(Text("Records", "Records"), 210),
)
MENU_STEPS = 12


class StepsDialog(DoingDialog):
    """Lists steps, the newest on top. The chosen one and all between it and now are selected with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _TITLE, parent, note=_NO_NOTE, closes_with=CLOSE)
        undone = past_steps(session.store, undone=True)
        self.steps = [*reversed(undone), *past_steps(session.store, undone=False)]
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.table = make_lines_table(self.model, _COLUMNS, session.words(_TITLE))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._first_done = len(undone)
        why = label(session.words(_WHY), "explanation")
        why.setWordWrap(True)
        empty = label(session.words(_EMPTY), "empty")
        for widget, stretch in ((why, 0), (empty, 0), (self.table, 1)):
            self.body.addWidget(widget, stretch)
        empty.setVisible(not self.steps)
        self.model.show_rows(
            [_row(session, one) for one in self.steps],
            [icon("redo-2" if one.undone else "undo-2", "muted") for one in self.steps],
        )
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.doubleClicked.connect(lambda _: self.submit())  # Enter presses the button
        self.accept_button.clicked.connect(self.submit)
        if self.steps:
            self.table.selectRow(min(self._first_done, len(self.steps) - 1))
        self._show_possible()
        self.fit(760, 520)

    def first_input(self) -> QWidget:
        return self.table

    @property
    def chosen(self) -> PastStep | None:
        """Give the chosen step."""
        row = self.table.currentIndex().row()
        return self.steps[row] if 0 <= row < len(self.steps) else None

    def submit(self) -> None:
        """Go to the chosen step."""
        one = self.chosen
        if one is None or not self.session.may_write:
            return
        try:
            self.said = go_to(self.session, one, self)
        except TrackerError as error:
            self.tell(error.words)
        else:
            self.accept()

    def _on_current(self) -> None:
        self._show_possible()
        QTimer.singleShot(0, self, self._select_all_between)  # after the click that made it current has chosen one row

    def _select_all_between(self) -> None:
        """Show which steps go: from the newest done one down, or from the oldest undone one up."""
        row, model = self.table.currentIndex().row(), self.model
        if row < 0:
            return
        first, last = (self._first_done, row) if row >= self._first_done else (row, self._first_done - 1)
        rows = QItemSelection(model.index(first, 0), model.index(last, len(_COLUMNS) - 1))
        self.table.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_possible(self) -> None:
        one = self.chosen
        self.accept_button.setEnabled(one is not None and self.session.may_write)
        words = Text("Ongedaan maken", "Undo") if one is None else _button_words(one)
        self.offer(words, "redo-2" if one is not None and one.undone else "undo-2")


def go_to(session: Session, one: PastStep, parent: QWidget) -> str:
    """Take back (or repeat) all steps up to and with this one; gives the sentence to say. Raises TrackerError."""
    done = reverse_several(session, one.distance, parent, undoing=not one.undone)
    what = Text("opnieuw gedaan", "redone") if one.undone else Text("ongedaan gemaakt", "undone")
    return session.words(_told(len(done), step_text(done[-1].label), what))


def _told(count: int, label: Text, what: Text) -> Text:
    if count == 1:
        return Text(f"{what.nl.capitalize()}: {label.nl}", f"{what.en.capitalize()}: {label.en}")
    return Text(f"{count} stappen {what.nl}, tot en met: {label.nl}", f"{count} steps {what.en}, the last: {label.en}")


def fill_steps(menu: QMenu, session: Session, *, undone: bool, more: QAction) -> list[PastStep]:
    """Put the last steps into a menu, the next one on top, and the act for the whole list under them.

    Gives the steps; the data of each of their acts is its place among them.
    """
    menu.clear()
    steps = past_steps(session.store, undone=undone, limit=MENU_STEPS)
    for place, one in enumerate(steps):
        when = moment_words(one.at, session.language)
        escaped = one.label.to(session.language).replace("&", "&&")
        made = QAction(f"{escaped}\t{when}", menu)
        records = one.records.to(session.language)
        made.setToolTip(f"{one.by} · {records}" if records else one.by)
        made.setData(place)
        made.setEnabled(session.may_write)
        menu.addAction(made)
    if not steps:
        nothing = menu.addAction(session.words(_NOTHING_UNDONE if undone else _EMPTY))
        nothing.setEnabled(False)
    menu.addSeparator()
    menu.addAction(more)
    return steps


def _row(session: Session, one: PastStep) -> tuple[str, ...]:
    redo = Text("Opnieuw: ", "Again: ").to(session.language) if one.undone else ""
    return (
        f"{redo}{one.label.to(session.language)}", moment_words(one.at, session.language), one.by,
        one.records.to(session.language),
    )  # fmt: skip


def _button_words(one: PastStep) -> Text:
    if one.undone:
        return Text(_count("stap", "stappen", one, "opnieuw doen"), f"Redo {_count('step', 'steps', one, '')}".strip())
    return Text(_count("stap", "stappen", one, "ongedaan maken"), f"Undo {_count('step', 'steps', one, '')}".strip())


def _count(single: str, several: str, one: PastStep, verb: str) -> str:
    return f"{one.distance} {single if one.distance == 1 else several} {verb}"
