"""The stylesheet of the record pane and its dialogs: what they add to that of the window, from the colours in force."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from tracker.ui.looks.fonts import css_size, with_room
from tracker.ui.looks.tokens import Tokens, tokens

TABS_LEFT_PX, TAB_PADDING_PX = 11, 5
"""Where tabs over whole pages begin, and the room beside their words: the first word stands at the margin, 16."""


def wear_style(widget: QWidget) -> None:
    """Give a widget the looks of the record pane, now and after a change of theme."""
    _Wearer(widget)


class _Wearer(QObject):
    """Dresses its parent anew when the palette changes."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._worn = ""
        widget.installEventFilter(self)
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange}:
            # not at once: Qt is still passing the new palette on to the widgets
            QTimer.singleShot(0, self, self._dress)
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        now = tokens()
        if now.name != self._worn:
            self._worn = now.name
            self._widget.setStyleSheet(record_style(now))


def _line_in_the_middle(across: str, colour: str) -> str:
    """Give the ground of a splitter's handle: a thin line, with room beside it to take hold of."""
    stops = ((0, "transparent"), (0.44, "transparent"), (0.45, colour), (0.55, colour), (0.56, "transparent"))
    return f"qlineargradient(x1: 0, y1: 0, {across}, {', '.join(f'stop: {at} {paint}' for at, paint in stops)})"


def record_style(colours: Tokens) -> str:
    """Give the rules. Roles are set as properties by ``looks`` and the widgets themselves."""
    late, soon = colours.tones["late"], colours.tones["soon"]
    return with_room(f"""
        QDialog, QWidget[role="page"], QScrollArea[role="page"] {{ background: {colours.surface}; }}
        QLabel[role="empty"] {{ color: {colours.muted}; }}
        QLabel[role="soon"] {{ color: {soon.text}; }}
        QLabel[role="notice"] {{ color: {late.text}; background: {late.ground}; }}
        QLabel[role="drop"] {{ color: {colours.text}; background: {colours.chip}; border: 2px dashed {colours.focus};
            border-radius: 6px; }}
        QRadioButton {{ spacing: 8px; min-height: 24px; }}
        QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {colours.control}; border-radius: 8px;
            background: {colours.surface}; }}
        QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 4px solid {colours.accent}; }}
        QRadioButton::indicator:focus {{ border-color: {colours.focus_on_accent}; }}
        QFrame[role="card"] {{ background: {colours.raised}; }}
        QFrame[role="footer"] {{ background: {colours.raised}; border-top: 1px solid {colours.border}; }}
        QFrame[role="pill"][tone="ok"], QFrame[role="pill"][tone="wait"] {{ background: transparent; }}
        QTableView, QListWidget {{ border: 1px solid {colours.control}; border-radius: 4px; padding: 1px; }}
        QTableView {{ gridline-color: {colours.line}; }}
        QTableView:focus, QListWidget:focus {{ border: 2px solid {colours.focus}; padding: 0; }}
        QTableWidget[faulty="true"] {{ border: 2px solid {late.fill}; padding: 0; }}
        QTableWidget::item {{ padding: 2px 3px; }}
        QTableView[role="lines"]::item {{ padding: 0 3px; }}
        RelatedTable::item {{ padding: 2px 0; }}  /* Qt 6.11 breaks lines as if there were no padding beside them */
        RelatedTable QHeaderView::section {{ padding: 4px 3px; }}
        QSplitter::handle {{ width: 9px; height: 9px; }}
        QSplitter::handle:vertical {{ background: {_line_in_the_middle("x2: 0, y2: 1", colours.border)}; }}
        QSplitter::handle:horizontal {{ background: {_line_in_the_middle("x2: 1, y2: 0", colours.border)}; }}
        QSplitter::handle:focus {{ background: {colours.focus}; }}
        QTabWidget[role="page-tabs"]::tab-bar {{ left: {TABS_LEFT_PX}px; }}
        QTabWidget[role="page-tabs"] QTabBar::tab {{ padding: 8px {TAB_PADDING_PX}px; }}
        QTableWidget::item:selected {{ background: {colours.selected}; color: {colours.text}; }}
        QTableWidget QLineEdit, QTableWidget QComboBox {{ min-height: 20px; border-radius: 0; padding: 0 4px; }}
        QListWidget::item {{ padding: 4px 6px; }}
        QListWidget::item:selected {{ background: {colours.selected}; color: {colours.text}; }}
        QHeaderView {{ background: {colours.header}; border: none; }}
        QHeaderView::section {{ background: {colours.header}; color: {colours.muted}; border: none; padding: 4px 6px;
            border-bottom: 1px solid {colours.border}; font-size: {css_size(12)}; font-weight: 600; }}
        QTextBrowser[role="history"] {{ background: transparent; border: 2px solid transparent; padding: 0; }}
        QScrollArea[role="page"] {{ border: 2px solid transparent; }}
        QTextBrowser[role="history"]:focus, QScrollArea[role="page"]:focus {{ border-color: {colours.focus}; }}
    """)
