"""The input for citations: typed in any form, pasted in a sentence, opened, and told where others have the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests import builders as build
from tests.ui.record.doing import click, editor, press, type_in, words_in
from tracker.store.record_store import Store
from tracker.ui.record.editors.citation import CitationEditor, CitationsEditor
from tracker.ui.record.record_pane import RecordPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of each window

SENTENCE = "Met de motie (Kamerstukken II 2025/26, 28 638, nr. 259) is om een plan gevraagd."
CANONICAL = "Kamerstukken II 2025/26, 28 638, nr. 259"


def _citation(pane: RecordPane, store: Store, **given: object) -> CitationEditor:
    pane.show_record(build.motion(store, **given).id)
    found = editor(pane, "citation")
    assert isinstance(found, CitationEditor)
    return found


def _paste(target: CitationEditor, words: str) -> None:
    target.area.setFocus()
    QApplication.clipboard().setText(words)
    QTest.keyClick(target.area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_typed_citation_is_read_at_once_and_written_in_its_one_form_when_left(
    qtbot: QtBot, pane: RecordPane, store: Store
) -> None:
    field = _citation(pane, store)
    type_in(qtbot, field, "kst-28638-259")
    assert "Kamerstuk 28 638, nr. 259" in field.told.text()
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert field.area.toPlainText() == "Kamerstuk 28 638, nr. 259"
    assert pane.commit()
    assert store.find("M-1")["citation"] == "Kamerstuk 28 638, nr. 259"


def test_a_stored_citation_stays_as_it_is_until_somebody_changes_it(pane: RecordPane, store: Store) -> None:
    field = _citation(pane, store, citation="kst-28638-259")
    field.area.setFocus()
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert not field.is_changed
    assert field.area.toPlainText() == "kst-28638-259"


def test_what_is_no_citation_stays_as_typed(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    field = _citation(pane, store)
    type_in(qtbot, field, "brief van maandag")
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert field.area.toPlainText() == "brief van maandag"
    assert "Niet herkend" in field.told.text()


def test_a_typed_remark_beside_a_citation_is_not_lost(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    field = _citation(pane, store)
    type_in(qtbot, field, "28638-259 met de gewijzigde tekst")
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert field.area.toPlainText() == "28638-259 met de gewijzigde tekst"


def test_of_a_pasted_sentence_the_citation_stays_and_the_rest_is_told(pane: RecordPane, store: Store) -> None:
    field = _citation(pane, store)
    _paste(field, SENTENCE)
    assert field.area.toPlainText() == CANONICAL
    assert "Weggelaten" in words_in(field)
    assert "is om een plan gevraagd" in words_in(field)


def test_a_pasted_sentence_can_be_kept_whole(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    field = _citation(pane, store)
    _paste(field, SENTENCE)
    press(qtbot, field, "Toch alles laten staan")
    assert field.area.toPlainText() == SENTENCE


def test_undo_in_the_input_takes_the_written_form_back(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    field = _citation(pane, store)
    type_in(qtbot, field, "28638-259")
    field.tidy()
    assert field.area.toPlainText() == "Kamerstuk 28 638, nr. 259"
    field.area.undo()
    assert field.area.toPlainText() == "28638-259"


def test_the_button_opens_the_official_publication(
    qtbot: QtBot, pane: RecordPane, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    field = _citation(pane, store, citation=CANONICAL)
    click(qtbot, field.open_button)
    assert [url.toString() for url in opened] == ["https://zoek.officielebekendmakingen.nl/kst-28638-259.html"]


def test_without_an_address_the_button_is_off(pane: RecordPane, store: Store) -> None:
    assert not _citation(pane, store).open_button.isEnabled()


def test_a_citation_that_another_motion_has_is_told_with_a_link(qtbot: QtBot, pane: RecordPane, store: Store) -> None:
    other = build.motion(store, title="De eerste", citation="kst-28638-259")
    field = _citation(pane, store, title="De tweede")
    type_in(qtbot, field, "Kamerstuk 28 638, nr. 259")
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert "staat ook bij" in words_in(field)
    links = [one for one in field.findChildren(QPushButton) if one.text().startswith("M-1 ")]
    with qtbot.waitSignal(pane.session.record_wanted) as wanted:
        click(qtbot, links[0])
    assert wanted.args == [other.id]


def test_a_list_of_citations_is_written_one_a_line(pane: RecordPane, store: Store) -> None:
    pane.show_record(build.motion(store).id)
    field = editor(pane, "citations")
    assert isinstance(field, CitationsEditor)
    _paste(field, "Zie Kamerstuk 28 638, nr. 259 en Aanhangsel Handelingen II 2025/26, nr. 12, voor het antwoord.")
    assert field.area.toPlainText().split("\n") == [
        "Kamerstuk 28 638, nr. 259", "Aanhangsel Handelingen II 2025/26, nr. 12",
    ]  # fmt: skip
    assert "voor het antwoord" in words_in(field)
    assert pane.commit()
    assert len(store.find("M-1")["citations"]) == 2
