"""Printing from the window: preview, options, PDF and printer."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui import survey
from tests.ui.listing.doing import choose
from tests.ui.test_main_window import area_of, click_row, type_search
from tracker.basics.errors import CannotWrite
from tracker.services import editing
from tracker.store.record_store import Store
from tracker.ui.listing.value_inputs import ValuesInput
from tracker.ui.main_window import MainWindow
from tracker.ui.printing import print_dialog
from tracker.ui.printing.devices import dress_printer, send_to_printer, write_pdf
from tracker.ui.printing.layout import PaperPages
from tracker.ui.printing.print_dialog import PrintDialog
from tracker.ui.printing.saving import Saving
from tracker.ui.printing.small_steps import SmallSteps

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def open_dialog(window: MainWindow, qtbot: QtBot) -> PrintDialog:
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    found = window.findChildren(PrintDialog)[-1]
    qtbot.waitUntil(lambda: found.pages is not None)
    return found


def words_of(dialog: PrintDialog) -> str:
    pages = dialog.pages
    assert isinstance(pages, PaperPages)
    placed = [item for some in pages._pages for item in some]
    return "\n".join(" ".join(item.lines) for item in placed if hasattr(item, "lines"))


def warning_of(dialog: PrintDialog) -> str:
    assert isinstance(dialog.pages, PaperPages)
    return dialog.pages.paper.warning


def test_ctrl_p_shows_the_list_as_it_stands(opened: MainWindow, qtbot: QtBot) -> None:
    type_search(opened, "coord")
    dialog = open_dialog(opened, qtbot)
    found = words_of(dialog)
    assert "Brief over de coördinatie" in found
    assert "Landelijke aansturing" not in found
    assert "met “coord”" in found
    assert "Stand op 01-07-2026 · 1 record" in found
    assert dialog.number.text() == "Pagina 1 van 1"
    dialog.reject()


@pytest.mark.parametrize("by", [None, "marking", "status"])
def test_what_only_stays_in_sight_is_not_on_paper(
    opened: MainWindow, filled: Store, qtbot: QtBot, by: str | None
) -> None:
    area = area_of(opened)
    assert area.session is not None
    controller = area.controller
    assert controller is not None
    controller.choose("motion", None)
    choose(opened, "Thema", "is leeg").apply_button.click()
    controller.layouts.group(by)
    first = filled.find("M-1")
    area.session.submit(editing.change_record(filled, first, {"theme": "opvang"}))
    assert area.list_pane.count.text() == "1 (+1) van 2"
    dialog = open_dialog(opened, qtbot)
    found = words_of(dialog)
    assert "Élan voor gemeenten" in found
    assert "Landelijke aansturing" not in found
    assert "1 record" in found
    assert "(0)" not in found
    assert by is None or "(1)" in found
    dialog.reject()


def test_what_a_filter_asks_is_told_by_name(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    build.change(filled, filled.find("M-1"), lead="VWS")
    popup = choose(opened, "Trekker", "is een van")
    assert isinstance(popup.input, ValuesInput)
    values = popup.input.list
    chosen = next(one for place in range(values.count()) if (one := values.item(place)).text().startswith("VWS"))
    chosen.setCheckState(Qt.CheckState.Checked)
    popup.apply_button.click()
    dialog = open_dialog(opened, qtbot)
    assert "Trekker: VWS" in words_of(dialog)
    assert "organisation" not in words_of(dialog)
    dialog.reject()


def test_from_the_form_the_record_is_printed(opened: MainWindow, qtbot: QtBot) -> None:
    click_row(opened, 0)
    area_of(opened).edit()
    dialog = open_dialog(opened, qtbot)
    assert dialog.what.currentText().startswith("Het record M-1")
    assert "voor de zomer" in words_of(dialog)
    assert "Geschiedenis" not in words_of(dialog)
    dialog.history.setChecked(True)
    qtbot.waitUntil(lambda: dialog.pages is not None)
    assert "Geschiedenis" in words_of(dialog)
    dialog.reject()


def test_internal_columns_are_told_of_and_can_be_left_out(opened: MainWindow, qtbot: QtBot) -> None:
    pane = area_of(opened).list_pane
    pane.show_column("owner", shown=True)
    dialog = open_dialog(opened, qtbot)
    assert "Dossierhouder" in words_of(dialog)
    assert warning_of(dialog).startswith("Intern")
    QTest.keyClick(dialog.leave_out, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.pages is not None)
    assert dialog.leave_out.isChecked()
    assert "Dossierhouder" not in words_of(dialog)
    assert warning_of(dialog) == ""
    dialog.reject()


def test_all_of_the_dialog_can_be_read_and_has_a_name(opened: MainWindow, qtbot: QtBot) -> None:
    click_row(opened, 0)
    area_of(opened).edit()
    dialog = open_dialog(opened, qtbot)
    assert survey.cut_off(dialog) == []
    assert survey.nameless(dialog) == []
    dialog.reject()


def test_records_that_are_not_public_are_told_of(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    build.change(filled, filled.find("T-1"), marking="LIMITE")
    dialog = open_dialog(opened, qtbot)
    assert "niet openbaar" in warning_of(dialog)
    dialog.reject()


def test_paper_lies_where_the_columns_need_it_and_can_be_turned(opened: MainWindow, qtbot: QtBot) -> None:
    pane = area_of(opened).list_pane
    dialog = open_dialog(opened, qtbot)
    is_wide = dialog.wide.isChecked()
    dialog.wide.click()
    qtbot.waitUntil(lambda: dialog.pages is not None)
    assert dialog.pages is not None
    assert dialog.pages.is_wide is not is_wide
    dialog.reject()
    for key in ("minister", "theme", "marking", "waits_for", "status"):
        pane.show_column(key, shown=True)
    wide = open_dialog(opened, qtbot)
    assert wide.wide.isChecked()
    wide.reject()


def test_pages_are_turned_by_key_and_button(opened: MainWindow, filled: Store, qtbot: QtBot) -> None:
    for number in range(120):
        build.motion(filled, title=f"Motie over iets {number}")
    opened.actions_["refresh"].trigger()
    dialog = open_dialog(opened, qtbot)
    assert dialog.pages is not None
    last = dialog.pages.count
    assert last > 2
    QTest.mouseClick(dialog.after, Qt.MouseButton.LeftButton)
    assert dialog.number.text() == f"Pagina 2 van {last}"
    QTest.keyClick(dialog.preview, Qt.Key.Key_End)
    assert dialog.number.text() == f"Pagina {last} van {last}"
    assert not dialog.after.isEnabled()
    QTest.keyClick(dialog.preview, Qt.Key.Key_PageUp)
    assert dialog.number.text() == f"Pagina {last - 1} van {last}"
    dialog.reject()


def test_a_pdf_gets_a_name_with_the_day_and_stands_whole_in_its_place(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_window: object, _title: str, name: str, *_: str) -> Path:
        asked.append(name)
        return tmp_path / name

    monkeypatch.setattr(print_dialog, "ask_for_file", answer)
    dialog = open_dialog(opened, qtbot)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    (saving,) = opened.findChildren(Saving)
    qtbot.waitUntil(lambda: not saving.steps.is_running)
    assert asked == ["2026-07-01 Alle records.pdf"]
    assert (tmp_path / asked[0]).read_bytes().startswith(b"%PDF-")
    assert saving.open_button.isVisible()
    assert "1 pagina." in saving.words.text()
    saving.close()


def test_the_overview_is_printed_where_it_is_on_show(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    area_of(opened).show_overview()
    page = area_of(opened).overview_page
    assert page is not None
    qtbot.waitUntil(lambda: page.overview is not None)
    QTest.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    (dialog,) = opened.findChildren(PrintDialog)
    assert dialog.what.currentText() == "Overzicht"
    assert dialog.pages is not None
    assert list(write_pdf(dialog.pages, "Overzicht", tmp_path / "o.pdf")) == [1]
    assert _pages_in(tmp_path / "o.pdf") == 1
    dialog.reject()


def test_a_folder_that_refuses_leaves_the_old_file(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog(opened, qtbot)
    assert dialog.pages is not None
    with pytest.raises(CannotWrite):
        list(write_pdf(dialog.pages, "x", tmp_path / "weg" / "x.pdf"))
    saving = Saving(dialog.session, dialog.pages, "x", opened)
    saving.begin(tmp_path / "weg" / "x.pdf")
    qtbot.waitUntil(lambda: not saving.steps.is_running)
    assert saving.other_button.isVisible()
    assert "kan niet worden geschreven" in saving.words.text()
    saving.close()
    dialog.reject()


def test_stopping_halfway_leaves_the_old_file(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    old = tmp_path / "x.pdf"
    old.write_bytes(b"oud")
    dialog = open_dialog(opened, qtbot)
    assert dialog.pages is not None
    saving = Saving(dialog.session, dialog.pages, "x", opened)
    saving.begin(old)
    QTest.mouseClick(saving.cancel_button, Qt.MouseButton.LeftButton)
    assert not saving.steps.is_running
    assert old.read_bytes() == b"oud"
    assert not list(tmp_path.glob("*x-*"))
    dialog.reject()


def test_a_printer_gets_the_pages_that_were_asked_for(
    opened: MainWindow, filled: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(120):
        build.motion(filled, title=f"Motie over iets {number}")
    opened.actions_["refresh"].trigger()
    dialog = open_dialog(opened, qtbot)
    assert dialog.pages is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "p.pdf"))
    dress_printer(printer, dialog.pages, "x")
    printer.setFromTo(2, 3)
    assert list(send_to_printer(dialog.pages, printer)) == [1, 2]
    assert _pages_in(tmp_path / "p.pdf") == 2
    dialog.reject()


def test_work_in_small_steps_lets_the_window_breathe(qtbot: QtBot, qapp: QApplication) -> None:
    steps, breaths = SmallSteps(qapp), []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: breaths.append(1))

    def work() -> Iterator[int]:
        for number in range(60):
            QTest.qSleep(2)
            yield number

    timer.start()
    with qtbot.waitSignal(steps.done):
        steps.start(work())
    timer.stop()
    assert len(breaths) >= 3


def _pages_in(file: Path) -> int:
    found = file.read_bytes()
    plain = found + b"".join(
        _unpacked(part) for part in re.findall(rb"stream\r?\n(.*?)endstream", found, flags=re.DOTALL)
    )
    return len(re.findall(rb"/Type\s*/Page\b", plain))


def _unpacked(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""


def test_groups_have_their_headings_on_paper_with_counts(opened: MainWindow, qtbot: QtBot) -> None:
    controller = area_of(opened).controller
    assert controller is not None
    controller.choose("motion", None)
    controller.layouts.group("status")
    dialog = open_dialog(opened, qtbot)
    heads = [f"{group.label} (1)" for group in controller.browsing.groups]
    assert len(heads) == 2
    found = words_of(dialog)
    assert all(head in found for head in heads)
    dialog.reject()


def test_a_closed_group_says_on_paper_that_its_records_are_left_out(opened: MainWindow, qtbot: QtBot) -> None:
    controller = area_of(opened).controller
    assert controller is not None
    controller.choose("motion", None)
    controller.layouts.group("status")
    controller.browsing.toggle(0)
    controller.layouts.changed.emit()
    dialog = open_dialog(opened, qtbot)
    assert f"{controller.browsing.groups[0].label} (1) · dichtgeklapt in de lijst" in words_of(dialog)
    dialog.reject()
