"""*Vergelijken met de Kamer*: what differs between the register and the open data, and what is missing here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QTableView, QTabWidget, QVBoxLayout, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Text
from tracker.records.proposal import FileReading
from tracker.records.registry import kind_of, kind_of_reference
from tracker.services.comparing import Comparison, label_of
from tracker.services.comparison_report import write_comparison
from tracker.services.importing.files import TakenFile
from tracker.ui.doing.doing_dialog import CLOSE, DoingDialog
from tracker.ui.doing.lines_table import LineColumn, LinesModel, make_lines_table
from tracker.ui.icons import icon
from tracker.ui.overview.asking import ask_for_file, proposed_name
from tracker.ui.record.looks import button, label
from tracker.ui.session import Session

_TITLE = Text("Vergelijken met de Kamer", "Compare with the Chamber")
_NOTE = Text("", "")
_DIFFERENCES = Text("Verschillen", "Differences")
_MISSING = Text("Ontbreekt hier", "Missing here")
_OPEN = Text("&Record tonen", "Show &record")
_TAKE = Text("Ontbrekende &importeren…", "&Import the missing…")
_SAVE = Text("Als werkmap &bewaren…", "&Save as workbook…")
_SAVE_TITLE = Text("Vergelijking bewaren als", "Save the comparison as")
_WORKBOOKS = Text("Excel-werkmap", "Excel workbook")
_NO_DIFFERENCES = Text("Er zijn geen verschillen.", "There are no differences.")
_NOTHING_MISSING = Text("Er ontbreekt niets.", "Nothing is missing.")
_OF_DIFFERENCES = (
    LineColumn(Text("Nr", "No."), 74),
    LineColumn(Text("Nummer Kamer", "Chamber’s number"), 150),
    LineColumn(Text("Onderwerp", "Subject")),
    LineColumn(Text("Wat", "What"), 110),
    LineColumn(Text("In dit register", "In this register"), 190),
    LineColumn(Text("Bij de Kamer", "With the Chamber"), 190),
)
_OF_MISSING = (
    LineColumn(Text("Nummer Kamer", "Chamber’s number"), 150),
    LineColumn(Text("Soort", "Kind"), 100),
    LineColumn(Text("Onderwerp", "Subject")),
    LineColumn(Text("Datum", "Day"), 96),
    LineColumn(Text("Bewindspersoon", "Minister"), 250),
    LineColumn(Text("Stand", "State"), 110),
)


class CompareDialog(DoingDialog):
    """Not modal: a list to work through. ``import_wanted`` carries the file with only what is missing."""

    import_wanted = Signal(object)

    def __init__(
        self, session: Session, reading: FileReading, found: Comparison, parent: QWidget | None = None
    ) -> None:
        self.save_button = button(session.words(_SAVE))
        self.take_button = button(session.words(_TAKE))
        super().__init__(session, _TITLE, parent, note=_NOTE, closes_with=CLOSE)
        self.setModal(False)
        self.setProperty("help_page", "importing")
        self._reading, self._found = reading, found
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.differences = self._table(_OF_DIFFERENCES, self._different_rows(), _DIFFERENCES, _NO_DIFFERENCES)
        self.missing = self._table(_OF_MISSING, self._missing_rows(), _MISSING, _NOTHING_MISSING)
        told = label(self._counted(), "value")
        told.setWordWrap(True)
        self.body.addWidget(label(reading.file, "card-caption"))
        self.body.addWidget(told)
        if found.incomplete is not None:
            partly = label(session.words(found.incomplete), "hint")
            partly.setWordWrap(True)
            self.body.addWidget(partly)
        self.body.addWidget(self.tabs, 1)
        self.differences.doubleClicked.connect(lambda _: self.open_record())
        self.differences.selectionModel().selectionChanged.connect(lambda *_: self._show_possible())
        self.tabs.currentChanged.connect(lambda _: self._show_possible())
        self.accept_button.clicked.connect(self.open_record)
        self.take_button.clicked.connect(self._take_missing)
        self.save_button.clicked.connect(self.save)
        self.offer(_OPEN)
        if found.missing and not found.differences:
            self.tabs.setCurrentIndex(1)
        self.fit(1180, 620)
        self._show_possible()

    def first_input(self) -> QWidget:
        return self.differences if self._found.differences else self.missing

    def foot_buttons(self) -> list[QPushButton]:
        return [self.save_button, self.take_button, self.close_button, self.accept_button]

    def open_record(self) -> None:
        """Show the record of the chosen difference in the window."""
        row = self.differences.currentIndex().row()
        if self.tabs.currentIndex() == 0 and 0 <= row < len(self._found.differences):
            self.session.record_wanted.emit(self._found.differences[row].record_id)

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
                language=session.language,
            )  # fmt: skip
        except TrackerError as error:
            self.tell(error.words)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _take_missing(self) -> None:
        places = {one.place for one in self._found.missing}
        wanted = tuple(one for one in self._reading.proposals if str(one.place) in places)
        self.import_wanted.emit(TakenFile(replace(self._reading, proposals=wanted)))

    def _table(
        self, columns: tuple[LineColumn, ...], rows: list[tuple[str, ...]], title: Text, when_empty: Text
    ) -> QTableView:
        model = LinesModel(columns, self.session.language, self)
        table = make_lines_table(model, columns, self.session.words(title))
        icons = [icon(kind_of(kind).icon, "muted") for kind in self._kinds(title)]
        model.show_rows(rows, icons)
        count = count_words(len(rows), self.session.language)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        if rows:
            column.addWidget(table)
            table.selectRow(0)
        else:
            column.addWidget(label(self.session.words(when_empty), "empty"), 0, Qt.AlignmentFlag.AlignTop)
        self.tabs.addTab(page, f"{self.session.words(title)} ({count})")
        return table

    def _kinds(self, title: Text) -> list[str]:
        if title is _MISSING:
            return [one.kind for one in self._found.missing]
        kinds: list[Any] = [kind_of_reference(one.reference) for one in self._found.differences]
        return ["motion" if kind is None else kind.code for kind in kinds]

    def _different_rows(self) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = []
        for one in self._found.differences:
            kind = kind_of_reference(one.reference)
            what = one.field if kind is None else self.session.words(label_of(one.field, kind.code))
            rows.append((one.reference, one.number, one.title, what, one.ours or "–", one.theirs or "–"))
        return rows

    def _missing_rows(self) -> list[tuple[str, ...]]:
        say, language = self.session.words, self.session.language
        return [
            (one.number, say(kind_of(one.kind).one), one.title, "" if one.on is None else day_words(one.on, language),
             one.minister, say(kind_of(one.kind).status_words(one.status)))
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
        on_differences = self.tabs.currentIndex() == 0
        self.accept_button.setEnabled(on_differences and self.differences.currentIndex().isValid())
        self.take_button.setEnabled(bool(self._found.missing) and self.session.may_write)
