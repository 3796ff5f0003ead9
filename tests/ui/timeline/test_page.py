"""The timeline in the window: keys, wheel and mouse, the list it follows, and its ways to a list, picture and paper."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests import builders as build
from tracker.services import handling
from tracker.store.record_store import Store
from tracker.ui.looks.theme import ThemeChoice
from tracker.ui.looks.tokens import tokens
from tracker.ui.main_window import MainWindow
from tracker.ui.printing.devices import write_pdf
from tracker.ui.printing.print_dialog import PrintDialog
from tracker.ui.printing.timeline_pages import TimelinePages
from tracker.ui.timeline.page import TimelinePage
from tracker.ui.timeline.scale import Zoom
from tracker.ui.work_area import WorkArea

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def _area(window: MainWindow) -> WorkArea:
    assert window.work_area is not None
    return window.work_area


@pytest.fixture
def page(opened: MainWindow, qtbot: QtBot) -> TimelinePage:
    """The timeline of the filled register, on show."""
    opened.resize(1366, 768)
    QTest.keyClick(opened, KEYS.Key_3, CTRL)
    made = _area(opened).timeline_page
    assert made is not None
    qtbot.waitUntil(lambda: made.timeline is not None)
    return made


def _labels(page: TimelinePage) -> list[str]:
    timeline = page.canvas.timeline
    found = [timeline.words(place) for place in range(len(timeline))]
    return [words.reference for words in found if words is not None]


def _place_of(page: TimelinePage, record_id: int, x: int) -> QPoint:
    canvas = page.canvas
    assert canvas.choose_record(record_id)
    row = canvas.current
    assert row is not None
    return QPoint(x, round(canvas.frame.head_px) + row.y - canvas.frame.top + row.height // 2)


def test_ctrl_3_shows_the_deadlines_that_are_open(page: TimelinePage) -> None:
    assert page.isVisible()
    assert sorted(_labels(page)) == ["M-1", "T-1"]
    assert "2 van 4 met een termijn" in page.controls.about.text()
    assert page.canvas.hasFocus()


def test_arrows_walk_and_tell_everything_of_the_row(page: TimelinePage) -> None:
    QTest.keyClick(page.canvas, KEYS.Key_Home, CTRL)
    QTest.keyClick(page.canvas, KEYS.Key_Down)
    assert "Landelijke aansturing" in page.told.text()
    assert "30 dagen over tijd" in page.told.text()
    assert page.canvas.accessibleDescription() == page.told.text()


def test_enter_opens_the_record_and_ctrl_3_comes_back_to_it(
    opened: MainWindow, page: TimelinePage, filled: Store
) -> None:
    late = filled.find("M-1").id
    page.canvas.choose_record(late)
    QTest.keyClick(page.canvas, KEYS.Key_Return)
    area = _area(opened)
    assert not area.shows_timeline
    assert area.record_pane is not None
    assert area.record_pane.record is not None
    assert area.record_pane.record.id == late
    QTest.keyClick(opened, KEYS.Key_3, CTRL)
    assert page.canvas.current is not None
    assert page.canvas.current.place == page.canvas.timeline.place_of(late)


def test_a_click_on_a_label_opens_and_beside_it_only_chooses(page: TimelinePage, filled: Store, qtbot: QtBot) -> None:
    late = filled.find("M-1").id
    opened: list[int] = []
    page.canvas.opened.connect(opened.append)
    page.record_wanted.disconnect()
    empty = _place_of(page, late, page.canvas.viewport().width() - 4)
    QTest.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=empty)
    assert opened == []
    QTest.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=_place_of(page, late, 60))
    assert opened == [late]


def test_keys_zoom_and_pan_and_home_comes_back_to_today(page: TimelinePage) -> None:
    canvas = page.canvas
    before = canvas.scale
    QTest.keyClick(canvas, KEYS.Key_Plus)
    assert canvas.scale.px_per_day > before.px_per_day
    QTest.keyClick(canvas, KEYS.Key_Minus)
    assert canvas.scale.px_per_day == pytest.approx(before.px_per_day)
    canvas.choose_record(canvas.timeline.record_id(0))
    QTest.keyClick(canvas, KEYS.Key_Right)
    assert canvas.scale.origin > before.origin
    QTest.keyClick(canvas, KEYS.Key_Home)
    assert 0 < canvas.scale.x(build.TODAY.toordinal()) < canvas.frame.days_px


def test_ctrl_and_wheel_zoom_around_the_pointer(page: TimelinePage) -> None:
    canvas = page.canvas
    place = QPointF(canvas.frame.label_px + 200, 300)
    day, before = canvas.scale.day(200), canvas.scale.px_per_day
    QApplication.sendEvent(
        canvas.viewport(),
        QWheelEvent(
            place, canvas.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
    assert canvas.scale.px_per_day > before
    assert canvas.scale.day(200) == pytest.approx(day)


@pytest.mark.parametrize("zoom", list(Zoom))
def test_buttons_zoom_to_their_scale(page: TimelinePage, zoom: Zoom) -> None:
    QTest.mouseClick(page.controls.zooms[zoom], Qt.MouseButton.LeftButton)
    assert page.canvas.scale.px_per_day == pytest.approx(zoom.px_per_day)
    assert page.controls.zooms[zoom].isChecked()


def test_dragging_pans_and_opens_nothing(page: TimelinePage) -> None:
    canvas = page.canvas
    opened: list[int] = []
    canvas.opened.connect(opened.append)
    origin = canvas.scale.origin
    start = QPoint(round(canvas.frame.label_px) + 300, 200)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for px in (20, 60, 120):
        QTest.mouseMove(canvas.viewport(), start + QPoint(-px, 0))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(-120, 0))
    assert canvas.scale.origin == pytest.approx(origin + 120 / canvas.scale.px_per_day, abs=2)
    assert opened == []


def test_the_bar_beneath_goes_to_other_days(page: TimelinePage) -> None:
    bar, before = page.canvas.horizontalScrollBar(), page.canvas.scale.origin
    bar.setValue(bar.value() - 50)
    assert page.canvas.scale.origin < before


def test_a_heading_closes_and_opens_its_group(page: TimelinePage) -> None:
    canvas = page.canvas
    QTest.keyClick(canvas, KEYS.Key_Home, CTRL)
    height = canvas.layout_of_rows.height
    QTest.keyClick(canvas, KEYS.Key_Left)
    assert canvas.layout_of_rows.height < height
    QTest.keyClick(canvas, KEYS.Key_Return)
    assert canvas.layout_of_rows.height == height


def test_hover_tells_all_in_words(page: TimelinePage, filled: Store) -> None:
    viewport, place = page.canvas.viewport(), _place_of(page, filled.find("M-1").id, 60)
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    assert "“voor de zomer”" in QToolTip.text()
    assert "Uiterlijk 01-06-2026" in QToolTip.text()


def test_another_list_in_the_sidebar_shows_here(opened: MainWindow, page: TimelinePage, qtbot: QtBot) -> None:
    controller = _area(opened).controller
    assert controller is not None
    with qtbot.waitSignal(page.shown):
        controller.choose(None, "overdue")
    assert _area(opened).shows_timeline
    assert _labels(page) == ["M-1"]


def test_the_filter_in_force_is_told_over_the_timeline_and_cleared_there(
    opened: MainWindow, page: TimelinePage, qtbot: QtBot
) -> None:
    controller = _area(opened).controller
    assert controller is not None
    assert not page.controls.filter_line.isVisible()
    with qtbot.waitSignal(page.shown):
        controller.pane.search.setText("aansturing")
    line = page.controls.filter_line
    assert line.isVisible()
    assert line.words.text() == "1 van 4, gefilterd: “aansturing”"
    with qtbot.waitSignal(page.shown):
        QTest.mouseClick(line.clear_button, Qt.MouseButton.LeftButton)
    assert not line.isVisible()
    assert sorted(_labels(page)) == ["M-1", "T-1"]


def test_an_empty_timeline_names_the_filter_that_leaves_nothing(
    opened: MainWindow, page: TimelinePage, qtbot: QtBot
) -> None:
    controller = _area(opened).controller
    assert controller is not None
    with qtbot.waitSignal(page.shown):
        controller.choose(None, "overdue")
    with qtbot.waitSignal(page.shown):
        controller.pane.search.setText("coördinatie")
    assert "“coördinatie” laat van het ene record in “Over tijd” niets over" in page.empty.sentence.text()
    with qtbot.waitSignal(page.shown):
        QTest.mouseClick(page.empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert _labels(page) == ["M-1"]


def test_another_day_judges_anew(opened: MainWindow, page: TimelinePage, qtbot: QtBot) -> None:
    assert opened.session is not None
    with qtbot.waitSignal(page.shown):
        opened.session.set_today(date(2026, 5, 1))
    assert {page.canvas.timeline.mark(place).tone for place in range(2)} == {"on-time"}


def test_a_change_of_the_register_shows(opened: MainWindow, page: TimelinePage, filled: Store, qtbot: QtBot) -> None:
    from tracker.services import editing

    assert opened.session is not None
    step = editing.add_part(filled, filled.find("T-2"), "deadline", {"end": date(2026, 9, 1)})
    with qtbot.waitSignal(page.shown):
        opened.session.submit(step)
    assert "T-2" in _labels(page)


def test_settled_deadlines_show_where_they_are_wanted(page: TimelinePage, filled: Store, qtbot: QtBot) -> None:
    build.deadline(filled, filled.find("M-2"), end=date(2026, 6, 1))
    with qtbot.waitSignal(page.shown):
        QTest.keyClick(page.controls.settled, KEYS.Key_Space)
    assert "M-2" in _labels(page)


def test_the_list_of_words_opens_records_too(page: TimelinePage, filled: Store, qtbot: QtBot) -> None:
    QTest.keyClick(page.controls.as_list, KEYS.Key_Space)
    assert page.list.isVisible()
    page.list.selectRow(0)
    with qtbot.waitSignal(page.record_wanted) as wanted:
        QTest.keyClick(page.list, KEYS.Key_Return)
    assert wanted.args == [page.canvas.timeline.record_id(0)]


def test_the_list_of_words_is_a_sound_model(page: TimelinePage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.list.deadlines)  # type: ignore[no-untyped-call]
    row = [page.list.deadlines.index(0, column).data() for column in range(6)]
    assert row[0] == "Moties"
    assert row[1] == "M-1"
    assert row[3:] == ["voor de zomer", "Uiterlijk 01-06-2026", "30 dagen over tijd"]


def test_a_list_without_deadlines_says_so_and_shows_the_way_out(
    opened: MainWindow, page: TimelinePage, qtbot: QtBot
) -> None:
    controller = _area(opened).controller
    assert controller is not None
    with qtbot.waitSignal(page.shown):
        controller.choose("programme", None)
    assert page.empty.isVisible()
    assert "Programma’s" in page.empty.sentence.text()


def test_nothing_is_deleted_that_cannot_be_seen(opened: MainWindow, page: TimelinePage, filled: Store) -> None:
    count = len(filled.column("record", "title"))
    _area(opened).delete_chosen()
    assert len([one for one in filled.column("record", "deleted") if one[1]]) == 0
    assert len(filled.column("record", "title")) == count


# --- looks ------------------------------------------------------------------------------------------------------------


def test_another_theme_changes_its_colours(opened: MainWindow, page: TimelinePage) -> None:
    def ground() -> QColor:
        shown: QImage = page.canvas.viewport().grab().toImage()
        return shown.pixelColor(shown.width() - 3, shown.height() - 3)

    opened.theme.choose(ThemeChoice.LIGHT)
    light = ground()
    opened.theme.choose(ThemeChoice.DARK)
    assert ground().lightness() < light.lightness()


def test_a_late_deadline_is_painted_in_its_own_colour(opened: MainWindow, page: TimelinePage, filled: Store) -> None:
    opened.theme.choose(ThemeChoice.LIGHT)
    canvas = page.canvas
    place = _place_of(page, filled.find("M-1").id, 0)
    x = round(canvas.frame.label_px + canvas.scale.x(date(2026, 6, 1).toordinal() + 1)) - 3
    shown = canvas.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()
    assert shown.pixelColor(round(x * ratio), round(place.y() * ratio)) == QColor("#C5372E")


def test_the_picture_goes_to_the_clipboard(page: TimelinePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.said):
        page.copy_picture()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() > 2000
    assert QColor(picture.pixel(0, 0)) == QColor("white")


def test_paper_has_every_row_and_cuts_none(page: TimelinePage, filled: Store, qtbot: QtBot) -> None:
    for _ in range(60):
        build.deadline(filled, filled.find("T-2"), wording="ooit", end=date(2026, 9, 1))
    with qtbot.waitSignal(page.shown):
        page.follower.refresh()
    layout = page.sheet.layout
    pages = TimelinePages(page.sheet, "voet", "{} / {}")
    assert pages.count > 1
    cuts = pages._pages
    assert cuts[0][0] == 0
    assert cuts[-1][1] == layout.height
    for (_, bottom), (top, _) in pairwise(cuts):
        assert bottom == top
        row = layout.row_at(top)
        assert row is not None
        assert row.y == top


def test_ctrl_p_prints_the_timeline(opened: MainWindow, page: TimelinePage, tmp_path: Path) -> None:
    QTest.keyClick(opened, KEYS.Key_P, CTRL)
    dialog = opened.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    assert dialog.source.title == "Tijdlijn: Alle records"
    assert isinstance(dialog.pages, TimelinePages)
    target = tmp_path / "tijdlijn.pdf"
    assert list(write_pdf(dialog.pages, "Tijdlijn", target)) == [1]
    assert target.read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_a_frame_of_nothing_is_painted_without_fault(opened: MainWindow, page: TimelinePage, qtbot: QtBot) -> None:
    controller = _area(opened).controller
    assert controller is not None
    with qtbot.waitSignal(page.shown):
        controller.choose("programme", None)
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    page.canvas.chart.paint(painter, page.canvas.frame)
    painter.end()
    assert picture.pixelColor(399, 299).isValid()


def test_what_was_promised_first_is_painted_light_below_the_bar(
    opened: MainWindow, page: TimelinePage, filled: Store, qtbot: QtBot
) -> None:
    record = filled.find("M-1")
    deadline = filled.parts(record.id).deadlines[0]
    moved = {"wording": "eind 2026", "start": date(2026, 10, 1), "end": date(2026, 12, 31)}
    filled.apply(handling.postpone(filled, record, deadline, moved, on=date(2026, 6, 1), reason="druk"))
    page.follower.refresh()
    qtbot.waitUntil(lambda: page.canvas.timeline.promised(0) is not None)
    canvas = page.canvas
    place = _place_of(page, record.id, 0)
    last = canvas.frame.label_px + canvas.frame.scale.x(deadline["end"].toordinal())
    picture = canvas.grab().toImage()
    below = QPoint(round(last) - 2, place.y() + 9)
    assert picture.pixelColor(below * picture.devicePixelRatio()) == QColor(tokens().control)
