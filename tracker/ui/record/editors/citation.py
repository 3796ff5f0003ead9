"""Inputs for citations: any form may be typed or pasted, the one written form is shown, the paper is a click away."""

from __future__ import annotations

from functools import partial
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.citation import Citation
from tracker.records.field import FieldSpec
from tracker.records.kind import Kind
from tracker.records.snapshot import Record, Summary
from tracker.records.value_type import CITATION
from tracker.services.citations_found import FoundCitations, find_citations, records_with_same_paper
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.growing_text import GrowingText
from tracker.ui.record.looks import button, dress_button, label
from tracker.ui.session import Session

_OPEN = Text("Officiële publicatie openen", "Open the official publication")
_NO_ADDRESS = Text("Van deze vindplaats is geen adres bekend", "No address is known of this citation")
_NOT_READ = Text("Niet herkend als vindplaats; blijft zoals u het typt.", "Not read as a citation; stays as typed.")
_KEEP = Text("Toch alles laten staan", "Keep all of it")
_SHOWN_RECORDS = 3
_TITLE_CHARACTERS = 26


@runtime_checkable
class _ShowsRecord(Protocol):
    """The form that an input stands in, where that is of a record."""

    record: Record | None
    new_kind: Kind | None


class _CitationArea(GrowingText):
    """Keeps of a pasted sentence only its citations; ``pasted`` carries the sentence and what was found in it."""

    pasted = Signal(str, object)

    def __init__(self, separator: str) -> None:
        super().__init__(is_one_paragraph=separator != "\n")
        self._separator_of_citations = separator

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = source.text()
        found = find_citations(pasted)
        if not found.citations:
            super().insertFromMimeData(source)
            return
        self.textCursor().insertText(self._separator_of_citations.join(found.canonical))
        self.ensureCursorVisible()
        self.pasted.emit(pasted, found)


class CitationEditor(FieldEditor):
    """One citation. What is not read as one stays as it was typed."""

    separator = "; "

    def __init__(self, spec: FieldSpec, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.setProperty("help_page", "citations")
        self.area = _CitationArea(self.separator)
        self.area.textChanged.connect(self._on_text)
        self.area.pasted.connect(self._on_pasted)
        self.area.installEventFilter(self)
        self.open_button = QToolButton()
        dress_button(self.open_button, "external-link", session.words(_OPEN))
        self.open_button.clicked.connect(self.open_paper)
        self.told = label("", "hint")
        self.told.setWordWrap(True)
        self.keep_button = button(session.words(_KEEP), link=True)
        self.keep_button.clicked.connect(self._keep_all)
        self._pasted = ""
        self._same = QWidget()
        self._same_column = QVBoxLayout(self._same)
        self._same_column.setContentsMargins(0, 0, 0, 0)
        self._same_column.setSpacing(0)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.area, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self.put(beside, self.area)
        for place, widget in enumerate((self.told, self.keep_button, self._same), 1):
            self._column.insertWidget(place, widget)
            widget.hide()
        self._column.setAlignment(self.keep_button, Qt.AlignmentFlag.AlignLeft)
        self._show_reading()

    # --- what every input says for itself -----------------------------------------------------------------------------

    def value(self) -> Any:
        return self.spec.type.parse(self.area.toPlainText())

    def state(self) -> object:
        return self.area.toPlainText()

    def show_value(self, value: Any) -> None:
        self.area.setPlainText(self._text_of(value))

    def load(self, value: Any) -> None:
        super().load(value)
        self._tell("")
        self._show_same(())
        self._show_reading()

    def set_read_only(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)

    def _text_of(self, value: Any) -> str:
        return value or ""

    # --- reading ------------------------------------------------------------------------------------------------------

    @property
    def found(self) -> FoundCitations:
        """Give the citations that stand in the input."""
        return find_citations(self.area.toPlainText())

    def open_paper(self) -> None:
        """Open the official publication; where there are several, ask which."""
        papers = [one for one in self.found.citations if one.url]
        if len(papers) == 1:
            _open(papers[0])
        elif papers:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for paper in papers:
                menu.addAction(paper.canonical.replace("&", "&&")).triggered.connect(partial(_open, paper))
            menu.popup(self.open_button.mapToGlobal(self.open_button.rect().bottomLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area and event.type() == QEvent.Type.FocusOut and not self.area.isReadOnly():
            self.tidy()
        return super().eventFilter(watched, event)

    def tidy(self) -> None:
        """Write citations in their one form, where the user changed them and nothing would be lost by it."""
        if not self.is_changed:
            return
        for_lines = [find_citations(line) for line in self._lines()]
        lines = [
            self.separator.join(found.canonical) if found.citations and not found.left_out else line
            for line, found in zip(self._lines(), for_lines, strict=True)
        ]
        wanted = "\n".join(lines)
        if wanted != self.area.toPlainText():
            self._write(wanted)
        self._show_same(self._same_records())

    def _lines(self) -> list[str]:
        return self.area.toPlainText().split("\n")

    def _write(self, words: str) -> None:
        """Put other words in the place of all; Ctrl+Z in the input takes that back."""
        cursor = self.area.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)

    def _on_text(self) -> None:
        if not self._is_loading:
            self._tell("")
            self._show_same(())
            self._show_reading()
        self.tell_changed()

    def _show_reading(self) -> None:
        """Show how the text is read, where that is not what stands there, and whether the paper can be opened."""
        found, typed = self.found, self.area.toPlainText().strip()
        has_address = any(one.url for one in found.citations)
        self.open_button.setEnabled(has_address)
        self.open_button.setToolTip(self.session.words(_OPEN if has_address or not typed else _NO_ADDRESS))
        read = self.separator.join(found.canonical)
        if not typed or read == typed:
            self.told.hide()
            return
        words = Text(f"Gelezen als: {read}", f"Read as: {read}") if found.citations else _NOT_READ
        self.told.setText(self.session.words(words).replace("\n", "; "))
        self.told.show()

    # --- pasting ------------------------------------------------------------------------------------------------------

    def _on_pasted(self, pasted: str, found: FoundCitations) -> None:
        if found.left_out:
            self._pasted = pasted
            left = found.left_out if len(found.left_out) <= 160 else f"{found.left_out[:159]}…"
            self._tell(self.session.words(Text(f"Weggelaten: “{left}”", f"Left out: “{left}”")))
        self._show_same(self._same_records())

    def _keep_all(self) -> None:
        """Put what was pasted in the place of what was made of it."""
        self._write(self._pasted if self.separator == "\n" else " ".join(self._pasted.split()))
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: str) -> None:
        self.keep_button.setVisible(bool(words))
        if words:
            self.told.setText(words)
            self.told.show()

    # --- the same paper elsewhere -------------------------------------------------------------------------------------

    def _same_records(self) -> list[Summary]:
        form = self._form()
        if form is None or self.spec.type.many:
            return []
        record, kind = form.record, form.new_kind
        if kind is None and record is not None:
            kind = record.kind
        if kind is None:
            return []
        found = self.found.citations
        return records_with_same_paper(
            self.session.store, kind, found, without=None if record is None else record.id
        )  # fmt: skip

    def _form(self) -> _ShowsRecord | None:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, _ShowsRecord):
                return above
            above = above.parentWidget()
        return None

    def _show_same(self, records: list[Summary] | tuple[Summary, ...]) -> None:
        """Say which other records have this paper as their own, each with a link."""
        while (item := self._same_column.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._same.setVisible(bool(records))
        if not records:
            return
        more = len(records) - _SHOWN_RECORDS
        also = Text("Deze vindplaats staat ook bij:", "This citation is also that of:")
        caption = label(self.session.words(also), "soon")
        caption.setWordWrap(True)
        self._same_column.addWidget(caption)
        for one in records[:_SHOWN_RECORDS]:
            title = one.title if len(one.title) <= _TITLE_CHARACTERS else f"{one.title[: _TITLE_CHARACTERS - 1]}…"
            link = button(f"{one.reference} {title}".replace("&", "&&"), link=True)
            link.setToolTip(f"{one.reference} {one.title}")
            link.setMinimumWidth(60)  # a long title must not make the form wider
            link.clicked.connect(lambda _checked=False, row_id=one.id: self.session.record_wanted.emit(row_id))
            self._same_column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if more > 0:
            rest = Text(f"en nog {more}", f"and {more} more")
            self._same_column.addWidget(label(self.session.words(rest), "hint"))


class CitationsEditor(CitationEditor):
    """Several citations, one a line."""

    separator = "\n"

    def value(self) -> tuple[Any, ...]:
        kept = [CITATION.parse(line) for line in self._lines()]
        return tuple(dict.fromkeys(one for one in kept if one is not None))

    def _text_of(self, value: Any) -> str:
        return "\n".join(value or ())


def _open(paper: Citation, _checked: object = None) -> None:
    if paper.url:
        QDesktopServices.openUrl(QUrl(paper.url))
