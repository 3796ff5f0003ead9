"""The menu bar and the tool bar, put together from the declared acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QToolButton, QWidget

from tracker.basics.language import Language, Text
from tracker.records.kind import Kind
from tracker.records.registry import KINDS
from tracker.ui.actions import Actions
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.parts.menu_walk import give_letters
from tracker.ui.parts.tick_menu import TickMenu

_Setting = TypeVar("_Setting", bound=StrEnum)
_MENUS = (
    (
        Text("&Bestand", "&File"),
        (
            "new-register open open-beside RECENT sample | save | import REPORTS print back-up copies save-elsewhere | "
            "close-window quit"
        ),
    ),
    (
        Text("Be&werken", "&Edit"),
        (
            "undo UNDO redo REDO | copy copy-headings paste fill-down | "
            "find find-next find-previous palette | filter go-to-filter clear-filter"
        ),
    ),
    (
        Text("B&eeld", "&View"),
        (
            "overview list timeline | COLUMNS GROUPS DENSITY restore-layout save-view | THEME LANGUAGE | "
            "refresh next-pane previous-pane"
        ),
    ),
    (
        Text("&Record", "&Record"),
        "new NEW debate duplicate | edit form delete bin | BULK RECORD | previous next back forward",
    ),
    (Text("E&xtra", "E&xtra"), "named events | DAY recesses reread | agenda | compare duplicates check | options"),
    (Text("&Help", "&Help"), "help keys tour | about"),
)
"""The acts of each menu by code, ``|`` between its parts; those in capitals are submenus, or filled by others."""
_SUBMENUS = {
    "RECENT": Text("&Laatst geopend", "Opened &lately"),
    "REPORTS": Text("Naar E&xcel", "To E&xcel"),
    "THEME": Text("T&hema", "Th&eme"),
    "LANGUAGE": Text("Ta&al / Language", "L&anguage / Taal"),
    "COLUMNS": Text("&Kolommen", "&Columns"),
    "GROUPS": Text("&Groeperen op", "&Group by"),
    "DENSITY": Text("&Rijhoogte", "Row &height"),
    "UNDO": Text("Stappen &terug", "Steps &back"),
    "REDO": Text("Stappen opni&euw", "Steps a&gain"),
    "BULK": Text("Gekozen re&cords", "C&hosen records"),
    "NEW": Text("Nieuw, soo&rt", "Ne&w, by kind"),
}
_CHOOSE_DAY = Text("&Dag voor “Stand op” kiezen…", "Choose the &day for “As of”…")
EXCEL = Text("Naar Excel", "To Excel")
REPORTS_BUTTON, REPORTS_KEYS = "to-excel", "Ctrl+Shift+E"
_ROOMY_PX = 1000
_EXCEL_HINT = Text(f"{EXCEL.nl} ({REPORTS_KEYS})", f"{EXCEL.en} ({REPORTS_KEYS})")


class Menus:
    """The menus of one window. ``submenus`` holds those that are filled by others, by name."""

    def __init__(self, bar: QMenuBar, actions: Actions, language: Language) -> None:
        self.submenus: dict[str, QMenu] = {}
        self.day_action = QAction(_CHOOSE_DAY.to(language), bar)
        for title, entries in _MENUS:
            menu = bar.addMenu(title.to(language))
            menu.setToolTipsVisible(True)
            for entry in entries.split():
                if entry == "|":
                    menu.addSeparator()
                elif entry == "RECORD":
                    self._record_menu, self._before_record_acts = menu, menu.addSeparator()
                elif entry == "DAY":
                    menu.addAction(self.day_action)
                elif entry in _SUBMENUS:
                    made = (TickMenu if entry == "COLUMNS" else QMenu)(_SUBMENUS[entry].to(language), menu)
                    menu.addMenu(made)
                    self.submenus[entry] = made
                else:
                    menu.addAction(actions[entry])

    def show_record_acts(self, acts: Sequence[QAction]) -> None:
        """Put the acts of the record on show into the menu, in the place of those of another pane."""
        self._record_menu.insertActions(self._before_record_acts, list(acts))

    def enable(self, *, is_open: bool, may_write: bool) -> None:
        """Allow the submenus that are possible now."""
        self.submenus["REPORTS"].setEnabled(is_open)
        for name in ("COLUMNS", "GROUPS", "DENSITY"):
            self.submenus[name].setEnabled(is_open)
        for name in ("NEW", "BULK", "UNDO", "REDO"):
            self.submenus[name].setEnabled(is_open and may_write)
        self.day_action.setEnabled(is_open)


def fill_kinds(menu: QMenu, language: Language, start: Callable[[Kind], object]) -> None:
    """Offer every kind of record, each with the first letter of its word that no other has."""
    taken: set[str] = set()
    for kind in KINDS:
        words = kind.one.to(language)
        place = next((at for at, letter in enumerate(words) if letter.isalpha() and letter.lower() not in taken), 0)
        taken.add(words[place].lower())
        words = f"{words[:1].upper()}{words[1:]}"
        made = menu.addAction(icon(kind.icon, "muted"), f"{words[:place]}&{words[place:]}")
        made.triggered.connect(lambda _checked=False, chosen=kind: start(chosen))


def fill_choices(
    menu: QMenu, words: Mapping[_Setting, str], now: _Setting, choose: Callable[[_Setting], object]
) -> None:
    """Offer the values of a setting; the one in force is ticked."""
    menu.clear()
    group = QActionGroup(menu)
    for choice, shown in words.items():
        made = menu.addAction(shown)
        made.setCheckable(True)
        made.setChecked(choice is now)
        made.setActionGroup(group)
        made.triggered.connect(lambda _checked=False, chosen=choice: choose(chosen))
    give_letters(menu)


class _ToolBar(QFrame):
    """The bar under the menus; in a narrow window its acts are signs only."""

    def __init__(self, *worded: QToolButton) -> None:
        super().__init__()
        self._worded = worded

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style, is_roomy = Qt.ToolButtonStyle, event.size().width() >= grown(_ROOMY_PX)
        for button in self._worded:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_roomy else style.ToolButtonIconOnly)


def make_tool_bar(actions: Actions, submenus: Mapping[str, QMenu], right: QWidget, language: Language) -> QFrame:
    """Make the bar under the menus: the acts of every day on the left, the day on the right."""
    reports = submenus["REPORTS"]
    save_button, import_button = (tool_button(actions[code], with_words=True) for code in ("save", "import"))
    excel = QToolButton()
    bar = _ToolBar(save_button, import_button, excel)
    bar.setProperty("role", "bar")
    bar.setFixedHeight(grown(48))
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 0, 12, 0)
    row.setSpacing(6)
    row.addWidget(_primary_button(actions["new"]))
    row.addWidget(save_button)
    for code in ("undo", "redo"):
        pair = QHBoxLayout()  # close together: the arrow belongs to the act before it
        pair.setSpacing(0)
        pair.addWidget(tool_button(actions[code]))
        pair.addWidget(_list_button(submenus[code.upper()], _SUBMENUS[code.upper()].to(language)))
        row.addLayout(pair)
    divider = QFrame()
    divider.setProperty("role", "divider")
    divider.setFixedSize(1, 30)
    row.addWidget(divider)
    row.addWidget(import_button)
    excel.setObjectName(REPORTS_BUTTON)
    excel.setToolTip(_EXCEL_HINT.to(language))
    excel.setText(f" {EXCEL.to(language)}")
    excel.setIcon(icon("file-spreadsheet", "muted"))
    excel.setIconSize(icon_size())
    excel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    excel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    excel.setAccessibleName(EXCEL.to(language))
    excel.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    excel.setMenu(reports)
    reports.menuAction().changed.connect(lambda: excel.setEnabled(reports.isEnabled()))
    excel.setEnabled(reports.isEnabled())
    row.addWidget(excel)
    row.addStretch()
    row.addWidget(right)
    return bar


def _list_button(menu: QMenu, words: str) -> QToolButton:
    """Make the narrow button beside another that opens a list."""
    button = QToolButton()
    button.setIcon(icon("chevron-down", "muted"))
    button.setProperty("role", "list")
    button.setIconSize(icon_size(14))
    button.setFixedWidth(20)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolTip(words.replace("&", ""))
    button.setAccessibleName(words.replace("&", ""))
    button.setMenu(menu)
    menu.menuAction().changed.connect(lambda: button.setEnabled(menu.isEnabled()))
    button.setEnabled(menu.isEnabled())
    return button


def _primary_button(action: QAction) -> QToolButton:
    """Make the one coloured button. Its icon differs from the menu's, so it cannot take the act as it is."""
    button = QToolButton()
    button.setProperty("primary", True)
    button.setText(action.iconText())
    button.setIcon(icon("plus", "on_accent"))
    button.setIconSize(icon_size())
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.iconText().strip())
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    button.clicked.connect(action.trigger)
    return button


def tool_button(action: QAction, *, with_words: bool = False) -> QToolButton:
    """Make a button of the tool bar for an act."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(icon_size())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if with_words else style.ToolButtonIconOnly)
    button.setAccessibleName(action.iconText().strip())
    return button
