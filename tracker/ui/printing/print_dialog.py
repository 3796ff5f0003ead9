"""Before printing: what it is about, what is left out, how the pages look, and then paper or PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Text
from tracker.services.paper import Paper
from tracker.ui.overview.asking import ask_for_file, proposed_name
from tracker.ui.parts.screens import fit_window
from tracker.ui.printing.devices import dress_printer
from tracker.ui.printing.layout import Pages, PaperPages
from tracker.ui.printing.preview import PagePreview
from tracker.ui.printing.saving import PDF, SAVE_AS, Saving
from tracker.ui.printing.small_steps import SmallSteps
from tracker.ui.record.looks import button, dress_button, label
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

_TITLE = Text("Afdrukken", "Print")
_WHAT = Text("Wat", "What")
_LEAVE_OUT = Text("&Interne velden weglaten", "Leave out &internal fields")
_HISTORY = Text("Met &geschiedenis", "With &history")
_WIDE = Text("&Liggend", "&Landscape")
_SAVE = Text("&Opslaan als PDF…", "&Save as PDF…")
_PRINT = Text("&Afdrukken…", "&Print…")
_CLOSE = Text("Sl&uiten", "&Close")
_BEFORE, _AFTER = Text("Vorige pagina", "Previous page"), Text("Volgende pagina", "Next page")
_PAGE = Text("Pagina {} van {}", "Page {} of {}")
_PREVIEW = Text("Voorbeeld van de pagina", "Preview of the page")
_LAYING_OUT = Text("Pagina’s opmaken: {} van {}", "Laying out pages: {} of {}")
_NOT_READY = Text("Deze pagina’s zijn nog niet klaar.", "These pages are not ready yet.")


@dataclass(frozen=True)
class Options:
    """What the user chose. ``is_wide`` None: as the document needs."""

    leaves_out_internal: bool = False
    has_history: bool = False
    is_wide: bool | None = None


@dataclass(frozen=True)
class Source:
    """Something that can be printed: how it is called, and how its document or its finished pages are made."""

    label: str
    title: str
    make: Callable[[Options, str, str], Paper | Pages]
    may_leave_out: bool = False
    may_have_history: bool = False
    may_turn: bool = False


class PrintDialog(QDialog):
    """Shows the pages before they are printed. They are laid out a few milliseconds at a time."""

    def __init__(self, session: Session, sources: Sequence[Source], chosen: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.sources, self._window = session, sources, parent
        self.pages: Pages | None = None
        self._building: PaperPages | None = None
        self._is_wide: bool | None = None
        self.setWindowTitle(session.words(_TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.steps = SmallSteps(self)
        self.steps.progressed.connect(self._tell_progress)
        self.steps.done.connect(self._show_built)
        self._make_widgets()
        self._lay_out()
        self.what.setCurrentIndex(chosen)
        self._connect()
        wear_style(self)
        fit_window(self, 900, 720)
        self._take_source()

    @property
    def source(self) -> Source:
        """Give what is to be printed."""
        return self.sources[max(self.what.currentIndex(), 0)]

    @property
    def options(self) -> Options:
        """Give what the user chose, as far as it has a meaning here."""
        source = self.source
        return Options(
            leaves_out_internal=source.may_leave_out and self.leave_out.isChecked(),
            has_history=source.may_have_history and self.history.isChecked(),
            is_wide=self._is_wide if source.may_turn else None,
        )

    def rebuild(self) -> None:
        """Lay the pages out anew."""
        footer = self._footer()
        made = self.source.make(self.options, footer, self.session.words(_PAGE))
        if isinstance(made, Paper):
            self._building = PaperPages(made, footer, self.session.words(_PAGE))
            self._show(None)
            self.steps.start(self._building.build())
        else:
            self.steps.stop()
            self._building = None
            self._show(made)

    def save(self) -> None:
        """Ask for a file and write a PDF."""
        pages = self.pages
        if pages is None:
            return
        words = self.session.words
        name = proposed_name(self.session.today, self.source.title, ".pdf")
        target = ask_for_file(self, words(SAVE_AS), name, words(PDF), "print")
        if target is not None:
            self._hand_over(pages).begin(target)

    def print_out(self) -> None:
        """Ask for a printer and print."""
        pages = self.pages
        if pages is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dress_printer(printer, pages, self.source.title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, pages.count)
        if dialog.exec():
            self._hand_over(pages).begin_printing(printer)

    def done(self, result: int) -> None:
        self.steps.stop()
        super().done(result)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _hand_over(self, pages: Pages) -> Saving:
        """Close this window and give the one that tells how it goes."""
        made = Saving(self.session, pages, self.source.title, self._window)
        self.accept()
        return made

    def _footer(self) -> str:
        day = day_words(self.session.today, self.session.language)
        as_of = self.session.words(Text(f"stand op {day}", f"as of {day}"))
        return f"{self.session.store.path.stem} · {self.source.title} · {as_of}"

    def _take_source(self) -> None:
        source = self.source
        self._is_wide = None
        self.leave_out.setVisible(source.may_leave_out)
        self.history.setVisible(source.may_have_history)
        self.wide.setVisible(source.may_turn)
        self.preview.place = 0
        self.rebuild()

    def _turn(self, *, is_wide: bool) -> None:
        self._is_wide = is_wide
        self.rebuild()

    def _show_built(self) -> None:
        self._show(self._building)

    def _show(self, pages: Pages | None) -> None:
        self.pages = pages
        for one in (self.save_button, self.print_button, self.before, self.after):
            one.setEnabled(pages is not None)
        if pages is not None:
            self.wide.blockSignals(True)  # what the document chose by itself is no choice of the user
            self.wide.setChecked(pages.is_wide)
            self.wide.blockSignals(False)
        self.preview.show_pages(pages)

    def _tell_progress(self, done: int) -> None:
        if self._building is not None and self.pages is None:
            language = self.session.language
            total = count_words(self._building.paper.row_count, language)
            self.number.setText(self.session.words(_LAYING_OUT).format(count_words(done, language), total))

    def _tell_page(self, place: int) -> None:
        if self.pages is None:
            self.number.setText(self.session.words(_NOT_READY))
            return
        words = self.session.words(_PAGE).format(place + 1, self.pages.count)
        self.number.setText(words)
        self.preview.setAccessibleName(f"{self.session.words(_PREVIEW)}, {words}")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < self.pages.count - 1)

    def _connect(self) -> None:
        self.preview.turned.connect(self._tell_page)
        self.what.currentIndexChanged.connect(self._take_source)
        self.leave_out.toggled.connect(self.rebuild)
        self.history.toggled.connect(self.rebuild)
        self.wide.toggled.connect(lambda on: self._turn(is_wide=on))
        self.before.clicked.connect(lambda: self.preview.turn_to(self.preview.place - 1))
        self.after.clicked.connect(lambda: self.preview.turn_to(self.preview.place + 1))
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_out)
        self.close_button.clicked.connect(self.reject)

    def _make_widgets(self) -> None:
        words = self.session.words
        self.what = QComboBox()
        self.what.addItems([source.label for source in self.sources])
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.setMinimumContentsLength(30)
        self.leave_out, self.history = QCheckBox(words(_LEAVE_OUT)), QCheckBox(words(_HISTORY))
        self.wide = QCheckBox(words(_WIDE))
        self.preview = PagePreview()
        self.number = label("", "muted")
        self.before, self.after = QToolButton(), QToolButton()
        dress_button(self.before, "chevron-up", words(_BEFORE))
        dress_button(self.after, "chevron-down", words(_AFTER))
        self.save_button = button(words(_SAVE), primary=True)
        self.print_button = button(words(_PRINT), icon_name="printer")
        self.close_button = button(words(_CLOSE))
        self.save_button.setDefault(True)

    def _lay_out(self) -> None:
        what = QLabel(self.session.words(_WHAT))
        what.setBuddy(self.what)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(what)
        top.addWidget(self.what, 1)
        top.addWidget(self.leave_out)
        top.addWidget(self.history)
        top.addWidget(self.wide)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.before)
        foot.addWidget(self.after)
        foot.addWidget(self.number, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.print_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)
