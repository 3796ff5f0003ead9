"""The context menu of a field: what its input offers by itself, and what can be asked about the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from tracker.ui.record.editors.field_editor import FieldEditor

MakeActs = Callable[[FieldEditor], Iterable[QAction]]
"""Gives the acts on a field; their parent is the editor's, and they are made when the menu opens."""


class FieldMenu(QObject):
    """Watches the inputs of a form, and opens their menus with acts of ours beneath Qt's own."""

    def __init__(self, make_acts: MakeActs, parent: QObject) -> None:
        super().__init__(parent)
        self._make_acts = make_acts

    def watch(self, editor: FieldEditor, caption: QLabel) -> None:
        """Offer the menu on an input, everything inside it, and its caption."""
        # not by a filter of events: Python would look at each of them, and another theme sends tens of thousands
        for widget in (caption, editor, *editor.findChildren(QWidget)):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(partial(self._open_at, editor, widget))

    def _open_at(self, editor: FieldEditor, clicked: QWidget, place: QPoint) -> None:
        inside = clicked.viewport() if isinstance(clicked, QAbstractScrollArea) else clicked
        self.open(editor, clicked, inside.mapToGlobal(place))

    def open(self, editor: FieldEditor, clicked: QWidget, place: QPoint) -> None:
        """Open the menu of a field."""
        menu = _menu_of(clicked)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.actions():
            menu.addSeparator()
        acts = list(self._make_acts(editor))
        for act in acts:
            act.setParent(menu)
        menu.addActions(acts)
        if menu.actions():
            menu.popup(place)
        else:
            menu.deleteLater()


def _menu_of(clicked: QWidget) -> QMenu:
    """Give Qt's own menu of a text input (cut, copy, paste …), or an empty one."""
    inside = clicked.parentWidget() if clicked.objectName() == "qt_scrollarea_viewport" else clicked
    if isinstance(inside, QLineEdit | QPlainTextEdit):
        return inside.createStandardContextMenu()
    return QMenu(clicked)
