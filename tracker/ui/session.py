"""One open register as the widgets know it: store, editor, language, and the day that *today* stands for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.basics.language import Language, Text

if TYPE_CHECKING:
    from tracker.records.change import LoggedStep, Step
    from tracker.services.editor import Changed, Editor
    from tracker.store.record_store import Store


class Session(QObject):
    """What every view of a register needs. Made after the first paint, when the store is open."""

    changed = Signal(object)
    """A step was written, undone or redone: carries ``services.editor.Changed``."""
    day_changed = Signal(object)
    """*Today* stands for another day now: carries the date."""

    record_wanted = Signal(int)
    """Somebody followed a link to a record: carries its id."""

    def __init__(self, store: Store, editor: Editor, today: date, language: Language = Language.DUTCH) -> None:
        super().__init__()
        self.store = store
        self.editor = editor
        self.language = language
        self._today = today
        self.letter_at_hand: int | None = None
        """The letter that is being worked on now: what is written is meant for it, unless another is chosen."""
        editor.listen(self._pass_on)

    @property
    def today(self) -> date:
        """Give the day that *today* stands for."""
        return self._today

    def set_today(self, today: date) -> None:
        """Let another day stand for today; lists and counters follow."""
        if today != self._today:
            self._today = today
            self.day_changed.emit(today)

    def submit(self, step: Step) -> LoggedStep | None:
        """Write a step. Raises TrackerError; the caller shows the sentence and keeps what was typed."""
        return self.editor.submit(step)

    def words(self, text: Text) -> str:
        """Give interface words in the language of the window."""
        return text.to(self.language)

    @property
    def may_write(self) -> bool:
        """Tell whether anything can be changed now."""
        return self.editor.refusal is None

    def _pass_on(self, changed: Changed) -> None:
        self.changed.emit(changed)
