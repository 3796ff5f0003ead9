"""A box to choose a field with: it opens a list in groups, no higher than need be, that narrows as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from tracker.basics.folding import fold
from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec
from tracker.services.field_groups import FieldGroup
from tracker.ui.looks.fonts import font, grown
from tracker.ui.looks.icons import icon
from tracker.ui.parts.screens import screen_room
from tracker.ui.record.editors.calm_combo import CalmCombo

_FIND = Text("Zoek een veld", "Find a field")
_FIELDS = Text("Velden", "Fields")
_NOTHING = Text("Geen veld met deze letters", "No field with these letters")
_ITEM_PX, _ROWS, _LEAST_PX = 28, 10, 240
_ROLE, _SHIFT = Qt.ItemDataRole.UserRole, Qt.KeyboardModifier.ShiftModifier


class FieldCombo(CalmCombo):
    """Closed it is a box like any other; the first letter that is typed in it opens the list."""

    def __init__(self, groups: Sequence[FieldGroup], language: Language) -> None:
        super().__init__()
        self._groups, self._language = groups, language
        self._specs = [spec for _, some in groups for spec in some]
        self.addItems([spec.label.to(language) for spec in self._specs])
        self.list: FieldList | None = None

    @property
    def spec(self) -> FieldSpec:
        """Give the field that is chosen."""
        return self._specs[max(0, self.currentIndex())]

    def choose(self, name: str | None) -> None:
        """Choose a field by its name; one that is not there gives way to the first."""
        self.setCurrentIndex(next((at for at, spec in enumerate(self._specs) if spec.name == name), 0))

    def showPopup(self) -> None:
        """Open the list under the box, or above it where there is more room."""
        self.list = opened = FieldList(self._groups, self.spec, self._language, self)
        opened.chosen.connect(self._take)
        opened.open_by(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable() and not event.modifiers() & ~_SHIFT:
            self.showPopup()
            if self.list is not None:
                self.list.line.setText(event.text())
            return
        super().keyPressEvent(event)

    def hidePopup(self) -> None:
        if self.list is not None:
            self.list.close()
        QComboBox.hidePopup(self)

    def _take(self, name: str) -> None:
        self.choose(name)
        self.activated.emit(self.currentIndex())


class FieldList(QFrame):
    """The list of a ``FieldCombo``. Letters narrow it, the arrows walk past the headings, Enter chooses."""

    chosen = Signal(str)
    """Carries the name of a field."""

    def __init__(
        self, groups: Sequence[FieldGroup], current: FieldSpec, language: Language, parent: FieldCombo
    ) -> None:
        super().__init__(parent.window(), Qt.WindowType.Popup)  # within a box it would wear the looks of its parts
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(_FIELDS.to(language))
        self._combo = parent
        self.line, self.list = QLineEdit(), QListWidget()
        self.line.setPlaceholderText(_FIND.to(language))
        self.line.setAccessibleName(_FIND.to(language))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setAccessibleName(_FIELDS.to(language))
        self.list.setProperty("role", "choices")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = self._heading(_NOTHING.to(language), is_bold=False)
        self._fill(groups, current, language)
        self.list.setFixedHeight(min(_ROWS, self.list.count()) * grown(_ITEM_PX) + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.narrow)
        self.list.itemClicked.connect(self._choose)

    def open_by(self, box: QComboBox) -> None:
        """Show the list under a box, or above it where it does not fit under it."""
        room, under = screen_room(box), box.mapToGlobal(QPoint(0, box.height()))
        self.setFixedWidth(max(box.width(), grown(_LEAST_PX)))
        self.adjustSize()
        is_low = under.y() + self.height() > room.bottom()
        top = under.y() - box.height() - self.height() if is_low else under.y()
        self.move(min(under.x(), room.right() - self.width()), max(room.top(), top))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def narrow(self, typed: str) -> None:
        """Show the fields that have these letters, under their groups; a group's own name shows all of it."""
        wanted, heading, is_group, has_any = fold(typed.strip()), None, False, False
        first: QListWidgetItem | None = None
        for item in self._items():
            if item.data(_ROLE) is None:
                heading, is_group, has_any = item, wanted in fold(item.text()), False
                item.setHidden(True)
                continue
            is_hit = wanted in fold(item.text()) or (is_group and bool(wanted))
            item.setHidden(not is_hit)
            if is_hit and not has_any and heading is not None:
                heading.setHidden(False)
                has_any = True
            if is_hit and (first is None or _is_better(item, first, wanted)):
                first = item
        self._nothing.setHidden(first is not None)
        self.list.setCurrentItem(first)  # type: ignore[arg-type]  # None: nothing is chosen
        self.list.scrollToTop()  # so that its heading is seen too
        if first is not None:
            self.list.scrollToItem(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS - 1, Qt.Key.Key_PageUp: 1 - _ROWS}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentItem())
        elif event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F4 or event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.close()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Stay: there is nowhere else to go in here."""
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._combo.list = None

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _items(self) -> list[QListWidgetItem]:
        return [item for row in range(self.list.count()) if (item := self.list.item(row)) is not self._nothing]

    def _fill(self, groups: Sequence[FieldGroup], current: FieldSpec, language: Language) -> None:
        for group, some in groups:
            self.list.addItem(self._heading(group.to(language), is_bold=True))
            for spec in some:
                item = QListWidgetItem(spec.label.to(language))
                item.setData(_ROLE, spec.name)
                item.setSizeHint(QSize(0, grown(_ITEM_PX)))
                self.list.addItem(item)
                if spec.name == current.name:
                    self.list.setCurrentItem(item)
        self.list.addItem(self._nothing)
        self._nothing.setHidden(True)

    def _heading(self, words: str, *, is_bold: bool) -> QListWidgetItem:
        made = QListWidgetItem(words)
        made.setFlags(Qt.ItemFlag.NoItemFlags)
        made.setFont(font(11 if is_bold else 13, bold=is_bold))
        made.setSizeHint(QSize(0, grown(_ITEM_PX)))
        return made

    def _walk(self, steps: int) -> None:
        shown = [one for one in self._items() if one.data(_ROLE) is not None and not one.isHidden()]
        if shown:
            at = shown.index(self.list.currentItem()) if self.list.currentItem() in shown else -1
            self.list.setCurrentItem(shown[max(0, min(at + steps, len(shown) - 1))])

    def _choose(self, item: QListWidgetItem | None) -> None:
        name = None if item is None else item.data(_ROLE)
        if name is not None:
            self.close()
            self.chosen.emit(name)


def _is_better(item: QListWidgetItem, than: QListWidgetItem, wanted: str) -> bool:
    """Tell whether a field that begins with the letters comes before one that only has them somewhere."""
    return bool(wanted) and fold(item.text()).startswith(wanted) and not fold(than.text()).startswith(wanted)
