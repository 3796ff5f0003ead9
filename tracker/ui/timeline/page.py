"""The page of the timeline: what it groups by, how far it is zoomed, and the ways to a list, picture or paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Text
from tracker.services.timeline import Grouping, Timeline, read_timeline
from tracker.ui.jobs.follower import Follower
from tracker.ui.listing.controller import ListController
from tracker.ui.overview.asking import ask_for_file, proposed_name
from tracker.ui.overview.picturing import copy_picture, save_picture
from tracker.ui.parts.empty_state import EmptyState
from tracker.ui.record.looks import label
from tracker.ui.session import Session
from tracker.ui.timeline.canvas import Canvas
from tracker.ui.timeline.controls import TITLE, Controls
from tracker.ui.timeline.list_model import DeadlineList
from tracker.ui.timeline.scale import STEP, Zoom
from tracker.ui.timeline.sheets import PICTURE_ROWS, Sheet, picture_of

_CANVAS = Text("Tijdlijn van termijnen", "Timeline of deadlines")
_PICTURE = Text("Afbeelding", "Picture")
_SAVE_TITLE = Text("Afbeelding bewaren als", "Save the picture as")
_COPIED = Text("De afbeelding staat op het klembord.", "The picture is on the clipboard.")
_NOTHING = Text("Geen termijnen om te tonen", "No deadlines to show")
_SHOW_SETTLED = Text("Ook afgedane tonen", "Show settled ones too")
_CLEAR_FILTER = Text("Filters wissen", "Clear the filters")
_HELP = Text(
    "Pijlen lopen door de rijen, links en rechts door de dagen, + en - zoomen, Home gaat naar vandaag, Enter opent.",
    "Arrows walk through the rows, left and right through the days, + and - zoom, Home goes to today, Enter opens.",
)


class TimelinePage(QFrame):
    """Follows the list on show. Reads beside the event loop, and only while it can be seen."""

    record_wanted = Signal(int)
    print_wanted = Signal()
    said = Signal(str)
    shown = Signal()
    """Other deadlines are on show."""

    def __init__(self, session: Session, controller: ListController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.controller = session, controller
        self.timeline: Timeline | None = None
        self.follower = Follower(self, self._ask)
        self.setProperty("role", "pane")
        self.setProperty("help_page", "timeline")
        self._lay_out()
        self._connect()

    # --- keeping up ---------------------------------------------------------------------------------------------------

    def _ask(self) -> Callable[[], Timeline]:
        store, today = self.session.store, self.session.today
        ids, with_settled = self.controller.pane.model.order, self.with_settled
        grouping = Grouping(self.controls.grouping.currentData())  # Qt keeps the plain text of it
        return lambda: read_timeline(store, ids, today, grouping, with_settled=with_settled)

    @property
    def with_settled(self) -> bool:
        """Tell whether what is settled is shown: where the user wants it, and in the list of what is settled."""
        return self.controls.settled.isChecked() or self.controller.filter.view == "settled"

    def focus_first(self) -> None:
        """Let the keyboard begin at the deadlines."""
        shown = self._pages.currentWidget()
        (self.canvas if shown is None else shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.canvas.show_timeline(timeline)
        chosen = self.controller.pane.list.current_id
        if self.canvas.current is None and chosen is not None:
            self.canvas.choose_record(chosen)
        self.list.deadlines.show_timeline(timeline)
        self.controls.about.setText(self._about_words(timeline))
        self.controls.about.setToolTip(self.controls.about.text())
        self.controls.filter_line.show_words(self._filter_words())
        self._show_page()
        self.shown.emit()

    def _about_words(self, timeline: Timeline) -> str:
        """Say which list this is, and how much of it has a deadline."""
        language = self.session.language
        count, listed = (count_words(one, language) for one in (timeline.record_count, timeline.listed_count))
        words = Text(f"{count} van {listed} met een termijn", f"{count} of {listed} with a deadline").to(language)
        return f"{self.controller.pane.title.text()} · {words}"

    def _filter_words(self) -> str:
        """Say how much of the list the filter leaves, and what it asks; nothing where there is none."""
        if not self.controller.filter.narrows:
            return ""
        browsing, language = self.controller.browsing, self.session.language
        found, total = (count_words(one, language) for one in (len(browsing.ids), browsing.total))
        counted = Text(f"{found} van {total}, gefilterd", f"{found} of {total}, filtered").to(language)
        return f"{counted}: {' · '.join(self.controller.filters.told())}"

    def _show_page(self) -> None:
        is_empty = self.timeline is not None and not len(self.timeline)
        if is_empty:
            self._tell_why_empty()
        shown = self.empty if is_empty else self.list if self.controls.as_list.isChecked() else self.canvas
        had_focus = self._pages.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._pages.setCurrentWidget(shown)
        if had_focus and not is_empty:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.setVisible(shown is self.canvas)

    def _tell_why_empty(self) -> None:
        words, filters = self.session.words, self.controller.filters
        name, narrows = self.controller.pane.title.text(), self.controller.filter.narrows
        ways = [(_CLEAR_FILTER, filters.clear)] if narrows else []
        if narrows and not self.controller.browsing.ids and self.controller.browsing.total:
            why, ways = filters.why_empty(name)
        elif self.with_settled:
            why = Text(f"Geen record in “{name}” heeft een termijn.", f"No record in “{name}” has a deadline.")
        else:
            why = Text(f"Geen record in “{name}” heeft een termijn die nog loopt.", f"No deadline in “{name}” is open.")
            ways = [(_SHOW_SETTLED, lambda: self.controls.settled.setChecked(True)), *ways]
        if narrows and self.controller.browsing.ids:
            count = count_words(len(self.controller.browsing.ids), self.session.language)
            why = Text(
                f"{why.nl} Er staat een filter op: dat laat {count} over.",
                f"{why.en} A filter is in force: it leaves {count}.",
            )
        told = tuple((words(one), act) for one, act in ways)
        self.empty.tell("search-x" if narrows else "circle-dashed", words(_NOTHING), words(why), told)

    # --- pictures and paper -------------------------------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet:
        """Give what is on show, for a picture or for paper."""
        canvas = self.canvas
        title = f"{self.session.words(TITLE)}: {self.controller.pane.title.text()}"
        day = day_words(self.session.today, self.session.language)
        about = Text(f"stand op {day}", f"as of {day}").to(self.session.language)
        frame = canvas.frame
        days = frame.days_px / frame.scale.px_per_day
        return Sheet(
            canvas.timeline, canvas.layout_of_rows.plain(), frame.scale.origin, days, title, about,
            self.session.language,
        )  # fmt: skip

    def copy_picture(self) -> None:
        """Put a picture on the clipboard."""
        copy_picture(picture_of(self.sheet, 0))
        self.said.emit(self._with_what_is_left_out(self.session.words(_COPIED)))

    def save_picture(self) -> None:
        """Ask for a file and write a picture to it."""
        words = self.session.words
        name = proposed_name(self.session.today, self.sheet.title, ".png")
        target = ask_for_file(self, words(_SAVE_TITLE), name, words(_PICTURE), "picture")
        if target is not None:
            save_picture(picture_of(self.sheet, 0), target)
            kept = words(Text(f"Afbeelding bewaard: {target.name}", f"Picture saved: {target.name}"))
            self.said.emit(self._with_what_is_left_out(kept))

    def _with_what_is_left_out(self, words: str) -> str:
        if len(self.canvas.timeline) <= PICTURE_ROWS:
            return words
        return words + self.session.words(
            Text(
                f" Alleen de eerste {PICTURE_ROWS} rijen; afdrukken of een PDF geeft alles.",
                f" Only the first {PICTURE_ROWS} rows; paper or a PDF has all of them.",
            )
        )

    # --- making -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.follower.read.connect(self._show)
        self.controller.shown.connect(self.follower.mark_stale)
        self.session.changed.connect(lambda _changed: self.follower.mark_stale())
        self.session.day_changed.connect(lambda _day: self.follower.mark_stale())
        self.canvas.opened.connect(self.record_wanted)
        self.list.opened.connect(self.record_wanted)
        self.canvas.current_changed.connect(lambda words: self.told.setText(words or self.session.words(_HELP)))
        self.canvas.zoomed.connect(self._show_zoom)
        self.controls.grouping.currentIndexChanged.connect(lambda _at: self.follower.mark_stale())
        self.controls.settled.toggled.connect(lambda _on: self.follower.mark_stale())
        self.controls.as_list.toggled.connect(lambda _on: self._show_page())
        self.controls.in_button.clicked.connect(lambda: self.canvas.zoom(STEP))
        self.controls.out_button.clicked.connect(lambda: self.canvas.zoom(1 / STEP))
        self.controls.all_button.clicked.connect(self.canvas.fit_all)
        self.controls.today_button.clicked.connect(self.canvas.go_to_today)
        self.controls.print_button.clicked.connect(self.print_wanted)
        self.controls.filter_line.clear_wanted.connect(self.controller.clear_filter)
        self.controls.copy_wanted.connect(self.copy_picture)
        self.controls.save_wanted.connect(self.save_picture)
        for zoom, made in self.controls.zooms.items():
            made.clicked.connect(lambda _on=False, to=zoom: self._zoom_to(to))

    def _zoom_to(self, zoom: Zoom) -> None:
        self.canvas.zoom_to(zoom)
        self._show_zoom()

    def _show_zoom(self) -> None:
        self.controls.zooms[Zoom.of(self.canvas.scale.px_per_day)].setChecked(True)

    def _lay_out(self) -> None:
        words = self.session.words
        self.controls = Controls(self.session.language)
        self.canvas = Canvas(self.session.language)
        self.canvas.setAccessibleName(words(_CANVAS))
        self.list = DeadlineList(self.session.language)
        self.empty = EmptyState()
        self.told = label(words(_HELP), "status-words")
        self.told.setWordWrap(True)
        self.told.setFixedHeight(2 * self.told.fontMetrics().lineSpacing() + 10)
        self.told.setContentsMargins(16, 4, 16, 4)
        self._pages = QStackedWidget()
        for page in (self.canvas, self.list, self.empty):
            self._pages.addWidget(page)
        line = QFrame()
        line.setProperty("role", "divider")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.controls)
        column.addWidget(line)
        column.addWidget(self._pages, 1)
        column.addWidget(self.told)
