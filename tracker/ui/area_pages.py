"""The pages of the work area: list and record, and what can stand in their place: overview and timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QStackedWidget, QWidget

from tracker.basics.language import Language
from tracker.ui.listing.pane import ListPane
from tracker.ui.pane_walk import Stop
from tracker.ui.parts.frames import banner_around
from tracker.ui.parts.notice_bar import NoticeBar
from tracker.ui.session import Session
from tracker.ui.sidebar import LETTERS, OVERVIEW, TIMELINE, Sidebar

if TYPE_CHECKING:
    from datetime import date

    from tracker.records.filter import Filter
    from tracker.services.overview import Listed
    from tracker.ui.listing.controller import ListController
    from tracker.ui.named.letters_page import LettersPage
    from tracker.ui.overview.page import OverviewPage
    from tracker.ui.timeline.page import TimelinePage


class AreaPages(QWidget):
    """Shows one page at a time. What a page wants is the work of the area that has it."""

    said = Signal(str)
    print_wanted = Signal()
    annex_wanted = Signal(str, str)
    """Carries the code of a report and the reference of a letter."""
    page_changed = Signal(bool)
    """Whether the overview stands in the place of list and record."""

    def __init__(self, today: date, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.session: Session | None = None
        self.controller: ListController | None = None
        self.overview_page: OverviewPage | None = None
        self.timeline_page: TimelinePage | None = None
        self.letters_page: LettersPage | None = None
        # All have their parents from the start: to be put into another later costs each widget within its style anew.
        # Tab goes through them in the order in which they are made.
        self.banner, self.retry_button = QLabel(), QPushButton()
        self.banner.setProperty("role", "banner-words")
        self.banner.setWordWrap(True)
        self.retry_button.setProperty("link", True)
        self._banner_frame = banner_around(self.banner, self.retry_button)
        self._banner_frame.setParent(self)
        self.notice = NoticeBar(language, self)
        self.sidebar = Sidebar(language, self)
        self.pages = QStackedWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.pages)
        self.lists = QStackedWidget(self.splitter)
        """The list, and what can stand in its place with the record still beside it: the letters."""
        self.list_pane = ListPane(today, language, self.lists)
        self.lists.addWidget(self.list_pane)

    def open_record(self, record_id: int) -> None:
        """Show a record."""
        raise NotImplementedError

    def show_listed(self, listed: Listed) -> None:
        """Show the list that stands behind a figure."""
        raise NotImplementedError

    def show_named(self, entity: str = "letter", row_id: int | None = None) -> None:
        """Show the letters, debates, organisations and persons."""
        raise NotImplementedError

    def show_beside_letters(self, record_id: int) -> None:
        """Show a record beside the letters that stand in the place of the list."""
        raise NotImplementedError

    def open_from_letters(self, record_id: int) -> None:
        """Go to the form of a record beside the letters."""
        raise NotImplementedError

    def show_filter(self, wanted: Filter) -> None:
        """Show the list of a filter."""
        raise NotImplementedError

    def tell_numbers(self) -> None:
        """Say how many of what is on show there are."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Save what was typed. Gives False where the user must mend something first."""
        raise NotImplementedError

    @property
    def shows_overview(self) -> bool:
        """Tell whether the overview stands in the place of list and record."""
        return self.overview_page is not None and self.pages.currentWidget() is self.overview_page

    def show_overview(self) -> None:
        """Show the figures of the register in the place of list and record."""
        if self.session is None or not self.may_leave():
            return
        if self.overview_page is None:
            from tracker.ui.overview.page import OverviewPage  # charts: when they are first asked for

            self.overview_page = page = OverviewPage(self.session)
            page.list_wanted.connect(self.show_listed)
            page.record_wanted.connect(self.open_record)
            page.print_wanted.connect(self.print_wanted)
            page.said.connect(self.said)
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(self.overview_page)
        self.sidebar.show_page(OVERVIEW)
        self.overview_page.focus_first()
        self.page_changed.emit(True)

    @property
    def shows_timeline(self) -> bool:
        """Tell whether the timeline stands in the place of list and record."""
        return self.timeline_page is not None and self.pages.currentWidget() is self.timeline_page

    def show_timeline(self) -> None:
        """Show the deadlines of the list on show as bars between days, in the place of list and record."""
        if self.session is None or self.controller is None or not self.may_leave():
            return
        if self.timeline_page is None:
            from tracker.ui.timeline.page import TimelinePage  # when it is first asked for

            self.timeline_page = page = TimelinePage(self.session, self.controller)
            page.record_wanted.connect(self.open_record)
            page.print_wanted.connect(self.print_wanted)
            page.said.connect(self.said)
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(self.timeline_page)
        self.sidebar.show_page(TIMELINE)
        self.timeline_page.focus_first()

    @property
    def page_stops(self) -> list[Stop]:
        """Give the parts of the page on show through which F6 walks, the sidebar first."""
        page, letters = self.list_pane, self.letters_page
        if self.overview_page is not None and self.shows_overview:
            return [(self.sidebar, None), (self.overview_page, self.overview_page.focus_first)]
        if self.timeline_page is not None and self.shows_timeline:
            return [(self.sidebar, None), (self.timeline_page, self.timeline_page.focus_first)]
        if letters is not None and self.shows_letters:
            return [(self.sidebar, None), (letters.search, None), (letters.table, None), (letters.used, None)]
        return [(self.sidebar, None), (page.search, None), (page.list, None)]

    def _show_list_of_sidebar(self) -> None:
        """Leave the overview for the list that was chosen; the timeline stays, for it shows that list too."""
        if not self.shows_timeline:
            self.show_list_page(takes_focus=False)

    def _leave_for_list(self, index: QModelIndex) -> None:
        if self.sidebar.side_model.items[index.row()].page is None:
            self._show_list_of_sidebar()

    def _show_page(self, code: str) -> None:
        """Show the page that was chosen at the left."""
        {OVERVIEW: self.show_overview, TIMELINE: self.show_timeline, LETTERS: self.show_letters}[code]()

    @property
    def page_on_show(self) -> str | None:
        """Give the code of what stands in the place of the list, or None."""
        shown = {OVERVIEW: self.shows_overview, TIMELINE: self.shows_timeline, LETTERS: self.shows_letters}
        return next((code for code, is_shown in shown.items() if is_shown), None)

    def put_back_page(self, code: str | None) -> None:
        """Show the page that stood in the place of the list; None, and one that is not known: the list itself."""
        if code in {OVERVIEW, TIMELINE, LETTERS}:
            self._show_page(code)

    @property
    def shows_letters(self) -> bool:
        """Tell whether the letters stand in the place of the list."""
        is_first = self.pages.currentIndex() == 0
        return is_first and self.letters_page is not None and self.lists.currentWidget() is self.letters_page

    def show_letters(self, letter_id: int | None = None) -> None:
        """Show the letters in the place of the list, one of them chosen; the record stays beside them."""
        if self.session is None:
            return
        if self.letters_page is None:
            from tracker.ui.named.letters_page import LettersPage  # when they are first asked for

            self.letters_page = page = LettersPage(self.session)
            page.record_wanted.connect(self.show_beside_letters)
            page.open_record.connect(self.open_from_letters)
            page.list_wanted.connect(self.show_filter)
            page.annex_wanted.connect(self.annex_wanted)
            page.counted.connect(self.tell_numbers)
            self.lists.addWidget(page)
            page.come_after(self.list_pane.list)
        had_overview = self.shows_overview
        self.pages.setCurrentIndex(0)
        self.lists.setCurrentWidget(self.letters_page)
        self.sidebar.show_page(LETTERS)
        if letter_id is not None:
            self.letters_page.choose(letter_id)
        self.letters_page.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if had_overview:
            self.page_changed.emit(False)

    def _mark_list(self) -> None:
        """Mark the list on show at the left."""
        if self.controller is not None:
            self.controller.mark_at_left()

    def show_list_page(self, *, takes_focus: bool = True) -> None:
        """Show list and record again."""
        if self.shows_overview or self.shows_timeline or self.shows_letters:
            self.pages.setCurrentIndex(0)
            self.lists.setCurrentIndex(0)
            self._mark_list()
            if takes_focus:
                self.list_pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page_changed.emit(False)
