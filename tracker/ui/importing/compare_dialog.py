"""*Vergelijken met de Kamer*: what differs between the register and the open data, and what is missing here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Text
from tracker.records.proposal import FileReading
from tracker.records.registry import kind_of
from tracker.services.comparing import Comparison, compare
from tracker.services.comparison_report import write_comparison
from tracker.services.importing.files import chosen_of
from tracker.services.seen import Seen
from tracker.ui.doing.doing_dialog import CLOSE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn
from tracker.ui.importing.findings_model import Finding
from tracker.ui.importing.findings_pane import FindingsPane
from tracker.ui.jobs.threaded import Threaded
from tracker.ui.overview.asking import ask_for_file, proposed_name
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Vergelijken met de Kamer", "Compare with the Chamber")
_NOTE = Text("", "")
_DIFFERENCES = Text("Verschillen", "Differences")
_MISSING = Text("Ontbreekt hier", "Missing here")
_OPEN = Text("&Record tonen", "Show &record")
_TAKE = Text("Van de Kamer &overnemen…", "&Take over from the Chamber…")
_SAVE = Text("Als werkmap &bewaren…", "&Save as workbook…")
_SAVE_TITLE = Text("Vergelijking bewaren als", "Save the comparison as")
_WORKBOOKS = Text("Excel-werkmap", "Excel workbook")
_NO_DIFFERENCES = Text("Er zijn geen verschillen.", "There are no differences.")
_NOTHING_MISSING = Text("Er ontbreekt niets.", "Nothing is missing.")
_NOW_SAME = Text("nu gelijk", "same now")
_NOW_HERE = Text("nu hier", "here now")
_OF_DIFFERENCES = (
    LineColumn(Text("Nr", "No."), 74),
    LineColumn(Text("Nummer Kamer", "Chamber’s number"), 124),
    LineColumn(Text("Onderwerp", "Subject")),
    LineColumn(Text("Wat", "What"), 96),
    LineColumn(Text("In dit register", "In this register"), 164),
    LineColumn(Text("Bij de Kamer", "With the Chamber"), 164),
)
_OF_MISSING = (
    LineColumn(Text("Nummer Kamer", "Chamber’s number"), 150),
    LineColumn(Text("Soort", "Kind"), 90),
    LineColumn(Text("Onderwerp", "Subject")),
    LineColumn(Text("Datum", "Day"), 96),
    LineColumn(Text("Bewindspersoon", "Minister"), 190),
    LineColumn(Text("Stand", "State"), 96),
)


class CompareDialog(DoingDialog):
    """Not modal: a list to work through, that follows what is changed in the register meanwhile.

    ``import_wanted`` carries the file with only what is to be taken over from it.
    """

    import_wanted = Signal(object)

    def __init__(
        self, session: Session, reading: FileReading, found: Comparison, parent: QWidget | None = None
    ) -> None:
        self.save_button = button(session.words(_SAVE))
        self.take_button = button(session.words(_TAKE))
        super().__init__(session, _TITLE, parent, note=_NOTE, closes_with=CLOSE, scrolls=True)
        self.setModal(False)
        self.setProperty("help_page", "importing")
        self._reading, self._found = reading, found
        self._seen = Seen(session.store)
        self._comparing: Threaded | None = None
        self._is_stale = False
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.differences, self.missing = (
            FindingsPane(session, title, columns, self._seen, mended=mended, when_empty=nothing)
            for title, columns, mended, nothing in (
                (_DIFFERENCES, _OF_DIFFERENCES, _NOW_SAME, _NO_DIFFERENCES),
                (_MISSING, _OF_MISSING, _NOW_HERE, _NOTHING_MISSING),
            )
        )
        self._told = label("", "value")
        self._lay_out()
        self.differences.opened.connect(self.open_record)
        for pane in (self.differences, self.missing):
            self.tabs.addTab(pane, "")
            pane.changed.connect(self._show_possible)
        self.tabs.currentChanged.connect(lambda _: self._show_possible())
        self.accept_button.clicked.connect(self._do)
        self.take_button.clicked.connect(self.take_chosen)
        self.save_button.clicked.connect(self.save)
        session.changed.connect(self._follow)
        if found.missing and not found.differences:
            self.tabs.setCurrentIndex(1)
        self.fit(1180, 620)
        self._show(found)

    def first_input(self) -> QWidget:
        return self.differences.table if self.tabs.currentIndex() == 0 else self.missing.table

    def foot_buttons(self) -> list[QPushButton]:
        return [self.save_button, self.take_button, self.close_button, self.accept_button]

    def open_record(self) -> None:
        """Show the record of the current difference in the window."""
        current = self.differences.current
        if current is not None and current.record_id is not None:
            self.session.record_wanted.emit(current.record_id)

    def take_chosen(self) -> None:
        """Rehearse what the Chamber says of the chosen differences; nothing is written yet."""
        self._rehearse(self.differences.chosen)

    def save(self) -> None:
        """Ask where to, and write the comparison as a workbook."""
        session = self.session
        name = proposed_name(session.today, session.words(_TITLE), ".xlsx")
        target = ask_for_file(self, session.words(_SAVE_TITLE), name, session.words(_WORKBOOKS), "comparison")
        if target is None:
            return
        try:
            write_comparison(
                self._found, target, source=self._reading.file, register=session.store.path.name, today=session.today,
                language=session.language, seen=self._seen,
            )  # fmt: skip
        except TrackerError as error:
            self.tell(error.words)

    @property
    def is_current(self) -> bool:
        """Tell whether what is shown was compared after the last change."""
        return self._comparing is None

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _do(self) -> None:
        """Do what the coloured button says: show the record, or rehearse what is missing."""
        if self.tabs.currentIndex() == 0:
            self.open_record()
        else:
            self._rehearse(self._wanted_missing())

    def _wanted_missing(self) -> list[Finding]:
        """Give the missing items that are chosen, where that are several; else all that wait for somebody."""
        chosen = self.missing.chosen
        return chosen if len(chosen) > 1 else self.missing.model.waiting()

    def _rehearse(self, wanted: Sequence[Finding]) -> None:
        numbers = dict.fromkeys(one.proposal for one in wanted)
        if numbers:
            self.import_wanted.emit(chosen_of(self._reading, numbers))

    def _follow(self, _changed: object = None) -> None:
        """Compare anew in a thread, for the register changed; one that changes meanwhile is compared once more."""
        self._is_stale = True
        if self._comparing is not None:
            return
        self._is_stale = False
        store, reading = self.session.store, self._reading
        self._comparing = work = Threaded(lambda _: compare(store, reading.proposals, reading.incomplete), self)
        work.done.connect(self._show)
        work.done.connect(lambda _: self._compared())
        work.failed.connect(lambda error: self._compared(error.words))
        work.start()

    def _compared(self, fault: Text | None = None) -> None:
        self._comparing = None
        self.tell(fault)
        if self._is_stale:
            self._follow()

    def _show(self, found: Comparison) -> None:
        self._found = found
        self._told.setText(f"{self._reading.file} · {self._counted()}")  # on one line: for large letters each counts
        self.differences.take(self._different())
        self.missing.take(self._absent())
        self._show_possible()

    def _different(self) -> list[Finding]:
        say = self.session.words
        return [
            Finding(
                one.key,
                (one.reference, one.number, one.title, say(one.label), *(say(side) or "–" for side in one.sides)),
                kind_of(one.kind).icon, say(one.label), one.proposal, one.record_id,
            )
            for one in self._found.differences
        ]  # fmt: skip

    def _absent(self) -> list[Finding]:
        say, language = self.session.words, self.session.language
        return [
            Finding(
                one.key,
                (one.number, say(kind_of(one.kind).one), one.title,
                 "" if one.on is None else day_words(one.on, language), one.minister, say(one.status_words)),
                kind_of(one.kind).icon, say(kind_of(one.kind).many), one.proposal,
            )
            for one in self._found.missing
        ]  # fmt: skip

    def _counted(self) -> str:
        found, language = self._found, self.session.language
        both, others = count_words(found.compared, language), count_words(found.others, language)
        words = Text(
            f"Hier én bij de Kamer: {both}. Alleen bij de Kamer: {count_words(len(found.missing), language)}.",
            f"Here and with the Chamber: {both}. Only with the Chamber: {count_words(len(found.missing), language)}.",
        )
        if found.others:
            words = Text(
                f"{words.nl} Van andere bewindspersonen, en niet genoemd: {others}.",
                f"{words.en} Of other ministers, and not listed: {others}.",
            )
        return self.session.words(words)

    def _show_possible(self) -> None:
        on_differences, may_write = self.tabs.currentIndex() == 0, self.session.may_write
        for place, pane in enumerate((self.differences, self.missing)):
            self.tabs.setTabText(place, pane.counted)
        self.take_button.setVisible(on_differences)
        if on_differences:
            self.offer(_OPEN)
            self.accept_button.setEnabled(self.differences.current is not None)
            self.take_button.setEnabled(bool(self.differences.chosen) and may_write)
            return
        wanted = len(self._wanted_missing())
        count = count_words(wanted, self.session.language)
        self.offer(
            Text(f"{count} &importeren: eerst een proef…", f"&Import {count}: rehearsed first…")
            if wanted else Text("&Importeren…", "&Import…")
        )  # fmt: skip
        self.accept_button.setEnabled(bool(wanted) and may_write)

    def _lay_out(self) -> None:
        self._told.setWordWrap(True)
        self.body.addWidget(self._told)
        if self._found.incomplete is not None:
            partly = label(self.session.words(self._found.incomplete), "hint")
            partly.setWordWrap(True)
            self.body.addWidget(partly)
        self.body.addWidget(self.tabs, 1)
