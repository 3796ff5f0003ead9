"""The window as a screen reader gets it: roles, names, values and states of what the keyboard comes to."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox

from tracker.ui.main_window import MainWindow
from tracker.ui.sidebar import ITEMS

_NAME = QAccessible.Text.Name


def seen(widget: object) -> QAccessibleInterface:
    QAccessible.setActive(True)
    found: QAccessibleInterface = QAccessible.queryAccessibleInterface(widget)  # type: ignore[arg-type]
    return found


def children(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    return (of.child(place) for place in range(of.childCount()))


def test_a_cell_tells_its_record_column_and_value_and_that_it_is_chosen(opened: MainWindow) -> None:
    area = opened.work_area
    assert area is not None
    rows = area.list_pane.list
    rows.choose_first()
    rows.setFocus()
    cells = [one for one in children(seen(rows)) if one.role() is QAccessible.Role.Cell]
    first = [one.text(_NAME) for one in cells[: len(rows.records.columns)]]
    assert first[:2] == ["M-1", "M-1, Onderwerp: Landelijke aansturing"]
    assert any(words.startswith("M-1, Toestand: ") for words in first)
    assert cells[0].state().selected
    assert not cells[len(first)].state().selected
    assert seen(rows).text(_NAME) == "Lijst van records"


def test_the_sidebar_tells_counts_of_lists_and_none_of_headings(opened: MainWindow) -> None:
    area = opened.work_area
    assert area is not None
    told = [one.text(_NAME) for one in children(seen(area.sidebar))]
    assert "Moties, 2" in told
    assert {item.label.nl for item in ITEMS if item.is_heading} <= set(told)


def test_each_field_of_the_form_has_the_name_of_its_label(opened: MainWindow) -> None:
    area = opened.work_area
    assert area is not None
    assert area.record_pane is not None
    area.list_pane.list.choose_first()
    form = area.record_pane.form_page.form
    assert form is not None
    for name, editor in form.editors.items():
        label = form.labels[name].text()
        assert editor.input.accessibleName() == label
        if isinstance(editor.input, QComboBox) and editor.input.isEditable():
            assert seen(editor.input.lineEdit()).text(_NAME) == label
    subject = seen(form.editors["title"].input)
    assert (subject.role(), subject.text(QAccessible.Text.Value)) == (
        QAccessible.Role.EditableText, "Landelijke aansturing",
    )  # fmt: skip
