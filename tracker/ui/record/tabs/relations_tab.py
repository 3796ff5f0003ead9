"""Tab *Samenhang*: with which records this one hangs together, as a list read from its own side, and as a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.basics.language import Text
from tracker.records.relation import relation_words
from tracker.records.snapshot import Part
from tracker.services.surroundings import Surroundings, surroundings
from tracker.ui.looks.fonts import grown, growth
from tracker.ui.parts.screens import screen_room
from tracker.ui.record.looks import button, label
from tracker.ui.record.picture.layout import Measures, lay_out
from tracker.ui.record.picture.relation_picture import RelationPicture
from tracker.ui.record.relate_dialog import RelateDialog
from tracker.ui.record.style import wear_style
from tracker.ui.record.tabs.record_tab import RecordTab
from tracker.ui.record.tabs.related_table import RelatedRow, RelatedTable
from tracker.ui.session import Session

_ADD = Text("Toevoegen…", "Add…")
_OPEN = Text("Openen", "Open")
_BESIDE = Text("Ernaast tonen", "Show beside")
_REMOVE = Text("Weghalen", "Take away")
_EMPTY = Text(
    "Nog geen samenhang met andere records. U kunt ook een record uit de lijst hierheen slepen.",
    "No relations with other records yet. You can also drag a record from the list onto this one.",
)
_NAME = Text("Samenhang", "Relations")
_COLUMNS = (Text("Samenhang", "Relation"), Text("Nr", "No."), Text("Onderwerp", "Subject"))
_PICTURE = Text("In beeld", "In a picture")
_LARGER = Text("Groter tonen", "Show larger")
_LEFT_OUT = Text("Niet getoond, want er is geen plaats voor:", "Not shown for want of room:")


class RelationsTab(RecordTab):
    """The relations of a record. Enter or a double click opens the other one, with Ctrl beside this one."""

    open_record = Signal(int)
    beside_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown: list[tuple[Part, int]] = []
        self.table = RelatedTable([], [], session.store.path)
        self.picture: RelationPicture | None = None

    def fill(self) -> None:
        self.clear_cards()
        self.picture = None
        add, show, beside, remove = (button(self.session.words(one)) for one in (_ADD, _OPEN, _BESIDE, _REMOVE))
        add.clicked.connect(self.relate)
        show.clicked.connect(lambda: self._emit_current(self.open_record))
        beside.clicked.connect(lambda: self._emit_current(self.beside_wanted))
        remove.clicked.connect(self._remove_current)
        self.add_row_of(add, show, beside, remove)
        self._shown = [(part, self._other(part)) for part in self.parts.relations]
        show.setEnabled(bool(self._shown))
        beside.setEnabled(bool(self._shown))
        remove.setEnabled(bool(self._shown) and self.session.may_write)
        if self._shown:
            self.table = self._make_table()
            self._outer.addWidget(self.table)
            self._add_picture()
        else:
            self.add_empty_words(_EMPTY)
        self.end_cards()

    def relate(self) -> None:
        """Ask for a relation and another record."""
        if self.record is not None:
            RelateDialog(self.session, self.record, self).exec()

    def show_larger(self) -> QDialog | None:
        """Show the picture in a window of its own; a click there opens the record here."""
        found = self._surroundings()
        if found is None or self.record is None:
            return None
        dialog = QDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wear_style(dialog)
        dialog.setWindowTitle(f"{self.record.reference} {self.session.words(_NAME).lower()}")
        picture = self._make_picture(found)
        picture.open_record.connect(dialog.close)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addStretch()
        column.addWidget(picture)
        column.addStretch()
        scrolled.setWidget(inner)
        outer = QVBoxLayout(dialog)
        outer.addWidget(scrolled)
        room = screen_room(self)
        width = min(grown(1280), room.width() - 60)
        needed = lay_out(found, width - 40, Measures(growth())).height + 60
        dialog.resize(width, min(max(grown(360), needed), room.height() - 80))
        picture.setFocus()
        dialog.show()
        return dialog

    def _add_picture(self) -> None:
        found = self._surroundings()
        if found is None:
            return
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self.session.words(_PICTURE), "group"), 1)
        larger = button(self.session.words(_LARGER), link=True)
        larger.clicked.connect(self.show_larger)
        line.addWidget(larger)
        self._outer.addWidget(row)
        self.picture = self._make_picture(found)
        self._outer.addWidget(self.picture)
        if found.left_out:
            words = label(f"{self.session.words(_LEFT_OUT)} {found.left_out}.", "hint")
            words.setWordWrap(True)
            self._outer.addWidget(words)

    def _make_picture(self, found: Surroundings) -> RelationPicture:
        picture = RelationPicture(self.session, found)
        picture.open_record.connect(self.open_record)
        picture.beside_wanted.connect(self.beside_wanted)
        return picture

    def _surroundings(self) -> Surroundings | None:
        if self.record is None:
            return None
        return surroundings(self.session.store, self.record.id, self.session.language)

    def _make_table(self) -> RelatedTable:
        others = {one.id: one for one in self.session.store.summaries([other for _, other in self._shown])}
        rows = [RelatedRow(self._how(part), other, others.get(other)) for part, other in self._shown]
        captions = [self.session.words(words) for words in _COLUMNS]
        table = RelatedTable(rows, captions, self.session.store.path)
        table.setAccessibleName(self.session.words(_NAME))
        table.open_record.connect(self.open_record)
        table.beside_wanted.connect(self.beside_wanted)
        return table

    def _how(self, part: Part) -> str:
        starts_here = self.record is not None and part["record_id"] == self.record.id
        return relation_words(part["how"], reversed_side=not starts_here, language=self.session.language)

    def _other(self, part: Part) -> int:
        starts_here = self.record is not None and part["record_id"] == self.record.id
        return int(part["to_id"] if starts_here else part["record_id"])

    def _emit_current(self, signal: SignalInstance) -> None:
        if self.table.current_id is not None:
            signal.emit(self.table.current_id)

    def _remove_current(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._shown):
            self.delete_part(self._shown[row][0])
