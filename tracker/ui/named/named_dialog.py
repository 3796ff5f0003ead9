"""The window *Brieven, debatten, organisaties en personen*: what records point at, in a list each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.services.beside import LISTS
from tracker.services.editor import Changed
from tracker.ui.named.named_page import NamedPage
from tracker.ui.parts.screens import fit_window
from tracker.ui.record.style import wear_style
from tracker.ui.session import Session

TITLE = Text("Brieven, debatten, organisaties en personen", "Letters, debates, organisations and persons")


class NamedDialog(QDialog):
    """Stands beside the main window; a click on where something is used opens the record there."""

    open_record = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(session.words(TITLE))
        wear_style(self)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)  # Fusion draws it above the tabs, and leaves the chosen one out
        self.tabs.setProperty("role", "page-tabs")
        self.pages: dict[str, NamedPage] = {}
        for entity, words in LISTS.items():
            page = NamedPage(session, entity)
            page.open_record.connect(self.open_record)
            self.pages[entity] = page
            self.tabs.addTab(page, session.words(words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.tabs)
        session.changed.connect(self._follow)
        fit_window(self, 1280, 680)

    def show_list(self, entity: str, row_id: int | None = None) -> None:
        """Show one list, with a row chosen."""
        page = self.pages[entity]
        self.tabs.setCurrentWidget(page)
        if row_id is not None:
            page.choose(row_id)
        page.table.setFocus()

    def _follow(self, changed: Changed) -> None:
        for page in self.pages.values():
            page.follow(changed)
