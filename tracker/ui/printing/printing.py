"""Printing what the window shows: the overview, the list, or the record in the pane."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from tracker.basics.formats import count_words
from tracker.basics.language import Text
from tracker.records.snapshot import Record
from tracker.services.paper import Paper, RecordPaper
from tracker.ui.overview.page import OverviewPage
from tracker.ui.printing.layout import Pages
from tracker.ui.printing.list_paper import ListOnShow, list_on_show
from tracker.ui.printing.overview_pages import OverviewPages
from tracker.ui.printing.print_dialog import Options, PrintDialog, Source
from tracker.ui.printing.timeline_pages import TimelinePages
from tracker.ui.session import Session
from tracker.ui.timeline.page import TimelinePage
from tracker.ui.work_area import WorkArea


def print_area(window: QWidget, session: Session, area: WorkArea) -> PrintDialog | None:
    """Open the window that prints, with what has the focus chosen. Gives None where there is nothing to print."""
    sources: list[Source] = []
    page, pane = area.overview_page, area.record_pane
    chosen = 0
    if page is not None and page.overview is not None and area.shows_overview:
        sources.append(_of_overview(page))
    if area.timeline_page is not None and area.timeline_page.timeline is not None and area.shows_timeline:
        sources.append(_of_timeline(area.timeline_page))
    if area.controller is not None:
        sources.append(_of_list(session, list_on_show(session, area.controller, area.list_pane)))
    if pane is not None and pane.record is not None:
        focused = QApplication.focusWidget()
        if not (area.shows_overview or area.shows_timeline) and focused is not None and pane.isAncestorOf(focused):
            chosen = len(sources)
        sources.append(_of_record(session, pane.record))
    if not sources:
        return None
    dialog = PrintDialog(session, sources, chosen, window)
    dialog.open()
    return dialog


def _of_overview(page: OverviewPage) -> Source:
    title, about = page.page_title

    def make(_options: Options, footer: str, page_words: str) -> Paper | Pages:
        return OverviewPages((title, about), page.shown_tiles, page.shown_panels, footer, page_words)

    return Source(title, title, make)


def _of_timeline(page: TimelinePage) -> Source:
    sheet = page.sheet

    def make(_options: Options, footer: str, page_words: str) -> Paper | Pages:
        return TimelinePages(sheet, footer, page_words)

    return Source(sheet.title, sheet.title, make)


def _of_list(session: Session, shown: ListOnShow) -> Source:
    count = count_words(len(shown.ids), session.language)
    label = session.words(Text(f"De lijst “{shown.title}” ({count})", f"The list “{shown.title}” ({count})"))

    def make(options: Options, _footer: str, _page_words: str) -> Paper | Pages:
        return shown.make(leaves_out_internal=options.leaves_out_internal, is_wide=options.is_wide)

    return Source(label, shown.title, make, may_leave_out=bool(shown.internal_columns), may_turn=True)


def _of_record(session: Session, record: Record) -> Source:
    title = f"{record.reference} {record['title']}"

    def make(options: Options, _footer: str, _page_words: str) -> Paper | Pages:
        return RecordPaper(
            session.store,
            record,
            session.today,
            session.language,
            leaves_out_internal=options.leaves_out_internal,
            has_history=options.has_history,
        ).make()

    label = session.words(Text(f"Het record {title}", f"The record {title}"))
    return Source(label, title, make, may_leave_out=True, may_have_history=True)
