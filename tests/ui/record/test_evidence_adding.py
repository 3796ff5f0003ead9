"""Evidence dropped on the record or chosen: stored or linked, copied beside the window, shown as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import answering, editor, press, words_in
from tracker.services.evidence_files import EvidenceState, evidence_folder
from tracker.store.record_store import Store
from tracker.ui.evidence.adding import take_evidence
from tracker.ui.evidence.ask import EvidenceDialog, remember_choice, remembered_choice
from tracker.ui.record.dragging import decode_records, dropped_places, encode_records
from tracker.ui.record.record_pane import RecordPane
from tracker.ui.record.relate_dialog import RelateDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window


def _drop(target: QWidget, carried: QMimeData) -> None:
    """Drop something as the window system does: the inputs are asked first, then what lies around them."""
    place, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(place.toPoint(), copy, carried, buttons, none))
    QApplication.sendEvent(target, QDropEvent(place, copy, carried, buttons, none))


def _files(*paths: Path) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return carried


@pytest.fixture(autouse=True)
def told(pane: RecordPane) -> list[str]:
    """Let the pane's wishes be carried out, as the window does; gives what it is told of them."""
    sentences: list[str] = []
    pane.evidence_wanted.connect(
        lambda record, places: take_evidence(pane.session, record, places, pane, sentences.append)
    )
    return sentences


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    made = tmp_path / "brief.pdf"
    made.write_bytes(b"%PDF brief")
    return made


def test_a_dropped_file_is_stored_after_one_question(
    qtbot: QtBot,
    pane: RecordPane,
    store: Store,
    letter: Path,
    told: list[str],
) -> None:
    record = build.action(store)
    pane.show_record(record.id)

    def choose(dialog: EvidenceDialog) -> None:
        assert dialog.store.isChecked()
        dialog.remember.setChecked(True)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answering(choose, lambda: pane.take_places([str(letter)]))
    qtbot.waitUntil(lambda: len(store.parts(record.id).evidence) == 1, timeout=30_000)
    (piece,) = store.parts(record.id).evidence
    assert (piece["name"], piece["kept"]) == ("brief.pdf", "bewaard")
    assert len(list(evidence_folder(store.path).iterdir())) == 1
    assert remembered_choice() == "bewaard"
    qtbot.waitUntil(lambda: bool(told))


def test_a_remembered_answer_is_not_asked_again(
    qtbot: QtBot,
    pane: RecordPane,
    store: Store,
    letter: Path,
) -> None:
    remember_choice("gekoppeld")
    record = build.action(store)
    pane.show_record(record.id)
    _drop(pane, _files(letter))
    qtbot.waitUntil(lambda: len(store.parts(record.id).evidence) == 1)
    assert store.parts(record.id).evidence[0]["place"] == str(letter)
    qtbot.waitUntil(lambda: "Aanwezig" in words_in(pane.evidence_tab))
    assert pane.tabs.currentWidget() is pane.evidence_tab


def test_a_file_dropped_on_an_input_goes_to_the_record_and_not_into_the_text(
    qtbot: QtBot,
    pane: RecordPane,
    store: Store,
    letter: Path,
) -> None:
    pane.show_record(build.action(store, title="Titel").id)
    for name in ("title", "theme", "remarks"):
        for inside in (editor(pane, name).input, *editor(pane, name).input.findChildren(QWidget)):
            event = QDropEvent(
                QPointF(2, 2), Qt.DropAction.CopyAction, _files(letter), Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            if inside.acceptDrops():
                QApplication.sendEvent(inside, event)
                assert not event.isAccepted()
    assert not pane.is_dirty


def test_an_address_is_linked_without_a_question_and_told(pane: RecordPane, store: Store, told: list[str]) -> None:
    record = build.action(store)
    pane.show_record(record.id)
    pane.take_places(["https://www.tweedekamer.nl/brief"])
    assert store.parts(record.id).evidence[0]["place"] == "https://www.tweedekamer.nl/brief"
    assert told == [f"{record.reference}: bewijsstuk toegevoegd. Ongedaan maken: Ctrl+Z"]


def test_missing_evidence_is_shown_with_icon_word_and_tone(
    qtbot: QtBot,
    pane: RecordPane,
    store: Store,
    tmp_path: Path,
) -> None:
    record = build.action(store)
    build.evidence(store, record, name="weg.pdf", place=str(tmp_path / "weg.pdf"))
    build.evidence(store, record, name="kwijt.pdf", kept="bewaard", digest="0" * 64)
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(pane.tabs.indexOf(pane.evidence_tab))
    qtbot.waitUntil(lambda: set(pane.evidence_tab.states.values()) == {EvidenceState.MISSING})
    assert words_in(pane.evidence_tab).count("Ontbreekt") == 2
    press(qtbot, pane.evidence_tab, "Openen")
    assert "is er niet meer" in pane.notice.text()
    pane.tabs.setCurrentIndex(0)
    assert pane.notice.isHidden()


def test_a_program_is_not_started(
    qtbot: QtBot,
    pane: RecordPane,
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    record = build.action(store)
    for name in ("virus.exe", "nota.pdf"):
        (tmp_path / name).write_bytes(b"MZ")
        build.evidence(store, record, name=name, place=str(tmp_path / name))
    pane.show_record(record.id)
    for piece in store.parts(record.id).evidence:
        pane.evidence_tab.show_record(record, store.parts(record.id))
        pane.evidence_tab.open_piece(piece)
    assert [url.fileName() for url in opened] == ["nota.pdf"]
    assert "is een programma" in pane.notice.text()


def test_taking_evidence_away_leaves_its_file_for_undo(
    qtbot: QtBot,
    pane: RecordPane,
    store: Store,
    letter: Path,
) -> None:
    remember_choice("bewaard")
    record = build.action(store)
    pane.show_record(record.id)
    pane.take_places([str(letter)])
    qtbot.waitUntil(lambda: len(store.parts(record.id).evidence) == 1, timeout=30_000)
    press(qtbot, pane.evidence_tab, "Weghalen")
    assert store.parts(record.id).evidence == ()
    assert len(list(evidence_folder(store.path).iterdir())) == 1
    pane.session.editor.undo()
    qtbot.waitUntil(lambda: "Aanwezig" in words_in(pane.evidence_tab))


def test_the_button_asks_for_a_file_that_is_there(
    qtbot: QtBot,
    pane: RecordPane,
    store: Store,
    letter: Path,
) -> None:
    record = build.action(store)
    pane.show_record(record.id)
    pane.tabs.setCurrentIndex(pane.tabs.indexOf(pane.evidence_tab))

    def fill(dialog: EvidenceDialog) -> None:
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        assert "Kies een bestand" in dialog.fault.text()
        QTest.keyClicks(dialog.line, "/er/niet.pdf")
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        assert "is er niet" in dialog.fault.text()
        dialog.line.setText(str(letter))
        dialog.link.setChecked(True)
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)

    answering(fill, lambda: press(qtbot, pane.evidence_tab, "Toevoegen…"))
    assert store.parts(record.id).evidence[0]["place"] == str(letter)
    assert remembered_choice() is None


def test_records_dropped_on_the_record_are_related(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    record, one, other = (build.action(store) for _ in range(3))
    pane.show_record(record.id)

    def choose(dialog: RelateDialog) -> None:
        dialog.how.setCurrentText("draagt bij aan")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answering(choose, lambda: pane.take_records([one.id, record.id, other.id]))
    assert {part["to_id"] for part in store.parts(record.id).relations} == {one.id, other.id}


def test_records_of_another_register_are_not_taken(store: Store, tmp_path: Path) -> None:
    carried = encode_records(store.path, [4, 7])
    assert decode_records(carried, store.path) == (4, 7)
    assert decode_records(carried, tmp_path / "ander.db") == ()
    assert decode_records(QMimeData(), store.path) == ()


def test_a_single_register_is_left_to_the_window(tmp_path: Path) -> None:
    assert dropped_places(_files(tmp_path / "ander.db")) == ()
    assert dropped_places(_files(tmp_path / "a.db", tmp_path / "b.pdf")) == (
        str(tmp_path / "a.db"), str(tmp_path / "b.pdf"),
    )  # fmt: skip
