"""*Dubbele records*: pairs that seem to be one, with why; side by side, merged, or left as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QProgressBar, QPushButton, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.registry import kind_of
from tracker.services.duplicates import Duplicate, find_duplicates
from tracker.services.seen import Seen
from tracker.ui.doing.doing_dialog import CLOSE, UNDO_NOTE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.duplicates.merge_records_dialog import MergeRecordsDialog
from tracker.ui.jobs.threaded import Threaded
from tracker.ui.looks.icons import icon
from tracker.ui.parts.empty_state import EmptyState
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Dubbele records", "Duplicate records")
_READING = Text("De records worden vergeleken…", "The records are being compared…")
_NONE = Text("Er zijn geen records die hetzelfde lijken.", "There are no records that seem to be the same.")
_MERGE = Text("Naast elkaar en samenvoegen…", "Side by side, and merge…")
_OPEN = Text("&Eerste tonen", "Show &first")
_OPEN_OTHER = Text("&Tweede tonen", "Show &second")
_NOT_ONE = Text("&Geen dubbele", "&Not a duplicate")
_IS_ONE = Text("Toch een du&bbele", "A duplicate after &all")
_WITH_LEFT = Text("Ook wat geen &dubbele is", "Also what is no &duplicate")
_LEFT_NOTE = Text("geen dubbele", "not a duplicate")
_PROGRESS = Text("Voortgang", "Progress")
_COLUMNS = (
    LineColumn(Text("Eerste", "First"), 78),
    LineColumn(Text("Onderwerp", "Subject")),
    LineColumn(Text("Tweede", "Second"), 78),
    LineColumn(Text("Onderwerp", "Subject"), 320),
    LineColumn(Text("Waarom", "Why"), 210),
)


class DuplicatesDialog(DoingDialog):
    """Looks in a thread. Enter puts a pair side by side; of a pair that is no double this user is not told again.

    What is merged, deleted or taken back meanwhile goes from the list, or comes back to it, without looking anew.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.open_button = button(session.words(_OPEN))
        self.open_other_button = button(session.words(_OPEN_OTHER))
        self.not_one_button = button(session.words(_NOT_ONE))
        super().__init__(session, _TITLE, parent, note=UNDO_NOTE, closes_with=CLOSE)
        self.setModal(False)
        self.setProperty("help_page", "importing")
        self._found: list[Duplicate] = []
        self._pairs: list[Duplicate] = []
        self._left = Seen(session.store)
        self._merged = ""
        self.told = label(session.words(_READING), "hint")
        self.told.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(session.words(_PROGRESS))
        self.bar.setRange(0, 0)
        self.model = LinesModel(_COLUMNS, session.language, self)
        self.table = make_lines_table(self.model, _COLUMNS, session.words(_TITLE))
        self.table.doubleClicked.connect(lambda _: self.merge())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_possible())
        self.with_left = QCheckBox(session.words(_WITH_LEFT))
        self.with_left.hide()
        self.with_left.toggled.connect(lambda _: self._show_pairs())
        session.changed.connect(self._follow)
        self.body.addWidget(self.told)
        self.body.addWidget(self.with_left, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.table, 1)
        self.nothing = EmptyState()
        self.nothing.tell("circle-check", session.words(_NONE), "")
        self.nothing.hide()
        self.body.addWidget(self.nothing, 1)
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
        self.nothing.hide()
        self.told.show()
        self._show_possible()
        looking.start()

    def reject(self) -> None:
        """Closing while it looks means stopping that."""
        if self._looking is not None and self._looking.is_running:
            self._looking.cancel()
            return
        super().reject()

    def merge(self) -> None:
        """Put the chosen pair side by side."""
        pair = self._chosen()
        if pair is None:
            return
        records = self.session.store.records([pair.first, pair.second])
        if len(records) == 2:
            dialog = MergeRecordsDialog(self.session, records[0], records[1], self)
            dialog.exec()
            self.said = dialog.said or self.said
            if dialog.merged_into is not None:
                self._merged = f"{self.session.words(dialog.done_words)}."
                self._show_pairs()
            dialog.deleteLater()

    def leave(self) -> None:
        """Keep that the chosen pair are two, and not told of again; or that they may be one after all."""
        pair = self._chosen()
        if pair is not None:
            self._left.mark([pair.key], is_seen=pair.key not in self._left)
            self._show_pairs()

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
        self._found = pairs
        self._show_pairs()

    def _follow(self, _changed: object) -> None:
        if self.is_ready:
            self._show_pairs()

    def _show_pairs(self) -> None:
        """Show the pairs of which both records are there; the row that was chosen stays, or the next one is."""
        row = max(0, self.table.currentIndex().row())
        ids = {row_id for one in self._found for row_id in (one.first, one.second)}
        found = {one.id: one for one in self.session.store.summaries(sorted(ids)) if not one.deleted}
        both = [one for one in self._found if one.first in found and one.second in found]
        left = [one for one in both if one.key in self._left]
        self._pairs = both if self.with_left.isChecked() else [one for one in both if one not in left]
        rows = []
        for one in self._pairs:
            first, second = found[one.first], found[one.second]
            why = self.session.words(_LEFT_NOTE if one in left else one.why)
            rows.append((first.reference, first.title, second.reference, second.title, why[:1].upper() + why[1:]))
        self.model.show_rows(rows, [icon(kind_of(found[one.first].kind).icon, "muted") for one in self._pairs])
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.told.setVisible(bool(rows or self._merged))
        counted = count_words(len(left), self.session.language)
        self.with_left.setText(f"{self.session.words(_WITH_LEFT)} ({counted})")
        self.with_left.setVisible(bool(left))
        self._end(" ".join(filter(None, (self._merged, self.session.words(self._counted(len(both) - len(left)))))))
        if rows:
            self.table.selectRow(min(row, len(rows) - 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counted(self, count: int) -> Text:
        if not count:
            return _NONE
        words = count_words(count, self.session.language)
        return Text(
            "1 paar lijkt hetzelfde te zijn." if count == 1 else f"{words} paren lijken hetzelfde te zijn.",
            "1 pair seems to be the same." if count == 1 else f"{words} pairs seem to be the same.",
        )

    def _show_possible(self) -> None:
        pair = self._chosen()
        has_pair = pair is not None
        is_left = pair is not None and pair.key in self._left
        self.not_one_button.setText(self.session.words(_IS_ONE if is_left else _NOT_ONE))
        self.accept_button.setEnabled(has_pair and self.session.may_write)
        for one in (self.open_button, self.open_other_button, self.not_one_button):
            one.setEnabled(has_pair)
