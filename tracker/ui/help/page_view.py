"""Shows one page of help: Markdown with pictures that fit the window, and the typed words marked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from tracker.records.search_words import search_words
from tracker.services.help_pages import Page
from tracker.services.matching import Folded
from tracker.ui.looks.tokens import tokens

_MARGIN_PX = 28
_LINE_PERCENT = 128
_PARAGRAPH_PX, _HEADING_PX = 9, 18
_CELL_PX = 5
_INDENT_PX = 24
_SHORTEST_MARKED = 3
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class PageView(QTextBrowser):
    """The page on show. ``link_followed`` carries the target of a link as it stands in the page."""

    link_followed = Signal(str)

    def __init__(self, folder: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._page: Page | None = None
        self._typed = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "stop")
        self.anchorClicked.connect(lambda url: self.link_followed.emit(url.toString()))

    def show_page(self, page: Page, heading: str = "", typed: str = "") -> None:
        """Show a page from a heading on, with typed words marked."""
        self._page, self._typed = page, typed
        self._render()
        self.go_to(heading)

    def mark(self, typed: str) -> None:
        """Mark other words in the page that stands there; nothing typed takes the marks away."""
        self._typed = typed
        self._mark()

    def go_to(self, heading: str) -> None:
        """Bring a heading to the top; without one, or where it is not there, the page's start."""
        found = next((block for block in self._blocks() if _is_heading(block) and block.text() == heading), None)
        top = 0 if found is None else int(self.document().documentLayout().blockBoundingRect(found).top())
        self.verticalScrollBar().setValue(max(0, top - _PARAGRAPH_PX))
        self.setTextCursor(QTextCursor(self.document().begin() if found is None else found))
        self.verticalScrollBar().setValue(max(0, top - _PARAGRAPH_PX))  # the cursor may have moved it

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give pictures no wider than the page is."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return super().loadResource(kind, url)
        picture = QImage(self._folder.resolved(url).toLocalFile())
        room = max(200, self.viewport().width() - 2 * _MARGIN_PX - 12)
        ratio = self.devicePixelRatioF()
        if picture.width() > room * ratio:
            picture = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and self._page is not None:
            self._render()

    def _render(self) -> None:
        if self._page is None:
            return
        document = self.document()
        document.setBaseUrl(self._folder)
        document.setDocumentMargin(_MARGIN_PX)
        document.setIndentWidth(_INDENT_PX)
        self.setMarkdown(self._page.markdown)
        for block in self._blocks():
            _space(block)
        for table in _tables(document.rootFrame()):
            _dress(table)
        self._mark()

    def _mark(self) -> None:
        """Mark the typed words, underlined too: colour alone says nothing to some. Two letters stand anywhere."""
        marks: list[QTextEdit.ExtraSelection] = []
        shape = QTextCharFormat()
        shape.setBackground(QColor(tokens().chip))
        shape.setFontUnderline(True)
        words = [word for word in search_words(self._typed) if len(word) >= _SHORTEST_MARKED]
        for block in self._blocks() if words else ():
            folded = Folded(block.text())
            for word in words:
                for start, end in folded.spans(_places(folded.text, word)):
                    mark = QTextEdit.ExtraSelection()
                    cursor = QTextCursor(block)
                    cursor.setPosition(block.position() + start)
                    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                    mark.cursor, mark.format = cursor, shape
                    marks.append(mark)
        self.setExtraSelections(marks)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()


def _places(text: str, word: str) -> list[tuple[int, int]]:
    found, place = list[tuple[int, int]](), text.find(word)
    while place >= 0:
        found.append((place, len(word)))
        place = text.find(word, place + 1)
    return found


def _is_heading(block: QTextBlock) -> bool:
    return block.blockFormat().headingLevel() > 0


def _space(block: QTextBlock) -> None:
    shape = QTextBlockFormat(block.blockFormat())
    cursor = QTextCursor(block)
    if cursor.currentTable() is not None:
        return
    level = shape.headingLevel()
    shape.setTopMargin(_HEADING_PX if level > 1 else 0)
    is_item = block.textList() is not None
    shape.setBottomMargin(_PARAGRAPH_PX // 3 if is_item else _PARAGRAPH_PX)
    if _PICTURE in block.text():
        cursor.setBlockFormat(shape)  # a line as high as a picture would get a wide gap under it
        return
    shape.setLineHeight(_LINE_PERCENT, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
    cursor.setBlockFormat(shape)


def _tables(frame: QTextFrame) -> Iterator[QTextTable]:
    for child in frame.childFrames():
        if isinstance(child, QTextTable):
            yield child
        yield from _tables(child)


def _dress(table: QTextTable) -> None:
    colours, shape = tokens(), table.format()
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(QColor(colours.border)))
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setCellSpacing(0)
    shape.setCellPadding(_CELL_PX)
    shape.setTopMargin(4)
    shape.setBottomMargin(_PARAGRAPH_PX)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
