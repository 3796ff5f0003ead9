"""What stands above the timeline: its title, how far it is zoomed, what it groups by, and the ways out of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.basics.language import Language, Text
from tracker.services.timeline import Grouping
from tracker.ui.looks.fonts import grown
from tracker.ui.looks.icons import icon, icon_size
from tracker.ui.parts.eliding_label import ElidingLabel
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.looks import button, dress_button, label
from tracker.ui.timeline.filter_line import FilterLine
from tracker.ui.timeline.legend import Legend
from tracker.ui.timeline.scale import Zoom

TITLE = Text("Tijdlijn", "Timeline")
_NARROW_PX, _NO_LEGEND_PX = 1240, 1000
_MARGIN_PX, _GAP_PX = 16, 6
_SCALE = Text("Schaal", "Scale")
_GROUP = Text("Groeperen", "Group by")
_SETTLED = Text("Ook &afgedaan", "&Settled too")
_AS_LIST = Text("Als &lijst", "As a &list")
_TODAY = Text("&Vandaag", "&Today")
_ALL = Text("Alles in beeld (0)", "Everything in sight (0)")
_PRINT = Text("Afdrukken…", "Print…")
_COPY = Text("&Kopiëren", "&Copy")
_SAVE = Text("&Opslaan als PNG…", "&Save as PNG…")
_IN, _OUT = Text("Inzoomen (+)", "Zoom in (+)"), Text("Uitzoomen (-)", "Zoom out (-)")
_PICTURE = Text("Afbeelding", "Picture")


class Controls(QWidget):
    """Two rows of buttons and choices. The page listens to them."""

    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.title, self.about = label(TITLE.to(language), "page-title"), ElidingLabel()
        self.about.setProperty("role", "muted")
        self.scale_label = label(_SCALE.to(language), "muted")
        self.legend, self.filter_line = Legend(language), FilterLine(language)
        self.zooms: dict[Zoom, QPushButton] = {}
        group = QButtonGroup(self)
        for zoom in Zoom:
            self.zooms[zoom] = made = button(zoom.words.to(language))
            made.setCheckable(True)
            group.addButton(made)
        self.zooms[Zoom.MONTHS].setChecked(True)
        self.in_button, self.out_button, self.all_button = QToolButton(), QToolButton(), QToolButton()
        dress_button(self.in_button, "plus", _IN.to(language))
        dress_button(self.out_button, "minus", _OUT.to(language))
        dress_button(self.all_button, "move-horizontal", _ALL.to(language))
        self.today_button = button(_TODAY.to(language))
        self.grouping = QComboBox()
        self.grouping.setAccessibleName(_GROUP.to(language))
        for one in Grouping:
            self.grouping.addItem(one.words.to(language), one)
        self.settled, self.as_list = QCheckBox(_SETTLED.to(language)), QCheckBox(_AS_LIST.to(language))
        self._are_ways_apart = False
        self.picture_button = self._field_button("copy", _PICTURE)
        self.print_button = self._field_button("printer", _PRINT)
        menu = QMenu(self.picture_button)
        menu.addAction(icon("copy", "muted"), _COPY.to(language), self.copy_wanted.emit)
        menu.addAction(_SAVE.to(language), self.save_wanted.emit)
        self.picture_button.setMenu(menu)
        self.picture_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self.as_list.toggled.connect(lambda on: self._fit_list(is_list=on))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        style = Qt.ToolButtonStyle
        wanted = style.ToolButtonIconOnly if width < grown(_NARROW_PX) else style.ToolButtonTextBesideIcon
        for made in (self.picture_button, self.print_button):
            made.setToolButtonStyle(wanted)
        is_wide = width >= grown(_NO_LEGEND_PX)
        self.legend.setVisible(is_wide and not self.as_list.isChecked())
        for beside in (self.about, self.scale_label):
            beside.setVisible(is_wide)
        self._place_ways(width)

    def _fit_list(self, *, is_list: bool) -> None:
        """A list has no scale, and no colours to tell of."""
        for made in (*self.zooms.values(), self.out_button, self.in_button, self.all_button, self.today_button):
            made.setEnabled(not is_list)
        self._fit(self.width())

    def _place_ways(self, width_px: int) -> None:
        """Put the buttons on a row of their own where title and buttons do not fit beside each other."""
        needed = self.title.sizeHint().width() + self._ways.sizeHint().width() + 2 * _MARGIN_PX + 2 * _GAP_PX
        if (needed > width_px) is self._are_ways_apart:
            return
        self._are_ways_apart = not self._are_ways_apart
        if self._are_ways_apart:
            self._column.insertWidget(1, self._ways)  # before the filter
        else:
            self._head.addWidget(self._ways)

    def _field_button(self, name: str, words: Text) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "field")
        made.setText(f" {words.to(self._language)}")
        made.setToolTip(words.to(self._language))
        made.setAccessibleName(words.to(self._language))
        made.setIcon(icon(name))
        made.setIconSize(icon_size())
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(_GAP_PX)
        head.addWidget(self.title)
        head.addWidget(self.about, 100)
        head.addStretch()
        head.addWidget(self.scale_label)
        self._ways = FlowRow(_GAP_PX)
        for made in (
            *self.zooms.values(), self.out_button, self.in_button, self.all_button, self.today_button,
            self.picture_button, self.print_button,
        ):  # fmt: skip
            self._ways.add(made)
        self._are_ways_apart = False
        head.addWidget(self._ways)
        under = QHBoxLayout()
        under.setSpacing(14)
        under.addWidget(self.grouping)
        under.addWidget(self.settled)
        under.addWidget(self.as_list)
        under.addStretch(1)
        under.addWidget(self.legend)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.filter_line)
        column.addLayout(under)
