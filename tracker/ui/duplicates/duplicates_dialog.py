"""*Dubbele records*: pairs that seem to be one, with why; side by side, merged, or left as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.registry import kind_of
from tracker.services.duplicates import Duplicate, find_duplicates
from tracker.ui.doing.doing_dialog import CLOSE, UNDO_NOTE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.duplicates.merge_records_dialog import MergeRecordsDialog
from tracker.ui.icons import icon
from tracker.ui.jobs.threaded import Threaded
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Dubbele records", "Duplicate records")
_READING = Text("De records worden vergeleken…", "The records are being compared…")
_NONE = Text("Er zijn geen records die hetzelfde lijken.", "There are no records that seem to be the same.")
_MERGE = Text("Naast elkaar en samenvoegen…", "Side by side, and merge…")
_OPEN = Text("&Eerste tonen", "Show &first")
_OPEN_OTHER = Text("&Tweede tonen", "Show &second")
_NOT_ONE = Text("&Geen dubbele", "&Not a duplicate")
_PROGRESS = Text("Voortgang", "Progress")
_COLUMNS = (
    LineColumn(Text("Eerste", "First"), 78),
    LineColumn(Text("Onderwerp", "Subject")),
    LineColumn(Text("Tweede", "Second"), 78),
    LineColumn(Text("Onderwerp", "Subject"), 320),
    LineColumn(Text("Waarom", "Why"), 210),
)


class DuplicatesDialog(DoingDialog):
    """Looks in a thread. Enter puts a pair side by side; a pair that is no double is not shown again here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.open_button = button(session.words(_OPEN))
        self.open_other_button = button(session.words(_OPEN_OTHER))
        self.not_one_button = button(session.words(_NOT_ONE))
        super().__init__(session, _TITLE, parent, note=UNDO_NOTE, closes_with=CLOSE)
        self.setModal(False)
        self.setProperty("help_page", "importing")
        self._pairs: list[Duplicate] = []
        self._left: set[tuple[int, int]] = set()
        self.told = label(session.words(_READING), "hint")
        self.told.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(session.words(_PROGRESS))
        self.bar.setRange(0, 0)
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.table = make_lines_table(self.model, _COLUMNS, session.words(_TITLE))
        self.table.doubleClicked.connect(lambda _: self.merge())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_possible())
        for widget, stretch in ((self.told, 0), (self.bar, 0), (self.table, 1)):
            self.body.addWidget(widget, stretch)
        self.accept_button.clicked.connect(self.merge)
        self.open_button.clicked.connect(lambda: self._open(0))
        self.open_other_button.clicked.connect(lambda: self._open(1))
        self.not_one_button.clicked.connect(self.leave)
        self.offer(_MERGE, "git-merge")
        self.fit(1040, 560)
        self._looking: Threaded | None = None
        self.read()

    def first_input(self) -> QWidget:
        return self.table

    def foot_buttons(self) -> list[QPushButton]:
        return [self.not_one_button, self.open_button, self.open_other_button, self.close_button, self.accept_button]

    @property
    def is_ready(self) -> bool:
        """Tell whether everything was looked at."""
        return self._looking is None

    def read(self) -> None:
        """Look anew, in a thread."""
        store = self.session.store
        self._looking = looking = Threaded(lambda progress: find_duplicates(store, progress), self)
        looking.progressed.connect(self._show_progress)
        looking.done.connect(self._show)
        looking.failed.connect(lambda error: self._end(self.session.words(error.words)))
        looking.cancelled.connect(self.reject)
        self.bar.show()
        self.table.hide()
        self._show_possible()
        looking.start()

    def reject(self) -> None:
        """Closing while it looks means stopping that."""
        if self._looking is not None and self._looking.is_running:
            self._looking.cancel()
            return
        super().reject()

    def merge(self) -> None:
        """Put the chosen pair side by side; once they are one, look anew."""
        pair = self._chosen()
        if pair is None:
            return
        records = self.session.store.records([pair.first, pair.second])
        if len(records) == 2:
            dialog = MergeRecordsDialog(self.session, records[0], records[1], self)
            was_merged = dialog.exec() and dialog.merged_into is not None
            self.said = dialog.said or self.said
            dialog.deleteLater()
            if was_merged:
                self.read()

    def leave(self) -> None:
        """Take the chosen pair from the list: they are two."""
        pair = self._chosen()
        if pair is not None:
            self._left.add((pair.first, pair.second))
            self._show(self._pairs)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _chosen(self) -> Duplicate | None:
        row = self.table.currentIndex().row()
        return self._pairs[row] if self.is_ready and 0 <= row < len(self._pairs) else None

    def _open(self, side: int) -> None:
        pair = self._chosen()
        if pair is not None:
            self.session.record_wanted.emit((pair.first, pair.second)[side])

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _end(self, words: str) -> None:
        self._looking = None
        self.bar.hide()
        self.told.setText(words)
        self._show_possible()

    def _show(self, pairs: list[Duplicate]) -> None:
        self._pairs = [one for one in pairs if (one.first, one.second) not in self._left]
        ids = {row_id for one in self._pairs for row_id in (one.first, one.second)}
        found = {one.id: one for one in self.session.store.summaries(sorted(ids))}
        self._pairs = [one for one in self._pairs if one.first in found and one.second in found]
        rows = []
        for one in self._pairs:
            first, second = found[one.first], found[one.second]
            why = self.session.words(one.why)
            rows.append((first.reference, first.title, second.reference, second.title, why[:1].upper() + why[1:]))
        self.model.show_rows(rows, [icon(kind_of(found[one.first].kind).icon, "muted") for one in self._pairs])
        self.table.setVisible(bool(rows))
        count = count_words(len(rows), self.session.language)
        several = Text(
            "1 paar lijkt hetzelfde te zijn." if len(rows) == 1 else f"{count} paren lijken hetzelfde te zijn.",
            "1 pair seems to be the same." if len(rows) == 1 else f"{count} pairs seem to be the same.",
        )
        self._end(self.session.words(several if rows else _NONE))
        if rows:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_possible(self) -> None:
        has_pair = self._chosen() is not None
        self.accept_button.setEnabled(has_pair and self.session.may_write)
        for one in (self.open_button, self.open_other_button, self.not_one_button):
            one.setEnabled(has_pair)
