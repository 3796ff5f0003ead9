"""Keeps what words are looked for in as the register is, beside the event loop: read whole once, then as it changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.services.browsing import Browsing
from tracker.services.finder_reading import read_finder, step_aside
from tracker.services.finding import Finder
from tracker.store.step_writer import NAMED
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.services.editor import Changed

THREAD_NAME = "folded texts"
_WAIT_MS = 200


class _Closed(Exception):
    """The register was closed: what is read of it is for nobody."""


class TextFollower(QObject):
    """Gives the list a finder, and lets that know what changed. One thread reads at a time."""

    _finder_read = Signal(object)
    _texts_read = Signal(object, object)
    _failed = Signal()

    def __init__(self, session: Session, browsing: Browsing, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._browsing = session.store, browsing
        self._is_reading = False
        self._may_go = threading.Event()
        self._may_go.set()
        self._wants_all = False
        self._stale: set[int] = set()
        self._since: datetime | None = None
        self._latest: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._read)
        self._finder_read.connect(self._take_finder)
        self._texts_read.connect(self._take_texts)
        self._failed.connect(self._go_on)
        session.changed.connect(self._follow)

    @contextmanager
    def held_up(self) -> Iterator[None]:
        """Let nothing be read while the window fetches many rows: between any two it would wait for the thread."""
        self._may_go.clear()
        try:
            yield
        finally:
            self._may_go.set()

    def read_all(self) -> None:
        """Read everything anew."""
        self._wants_all = True
        self._read()

    def _follow(self, changed: Changed) -> None:
        self._stale |= changed.records
        if changed.entities & NAMED:  # records that only name what changed are not among those of the step
            self._since = self._since or self._latest or changed.step.at
        self._latest = changed.step.at
        self._timer.start()

    def _read(self) -> None:
        if self._is_reading:
            return
        if self._wants_all or self._browsing.finder is None:
            self._wants_all = False
            self._run(self._read_finder)
        elif self._stale or self._since is not None:
            stale, since = self._stale, self._since
            self._stale, self._since = set(), None
            self._run(lambda: self._read_texts(stale, since))

    def _run(self, read: Callable[[], None]) -> None:
        self._is_reading = True

        def work() -> None:
            with suppress(RuntimeError, _Closed):  # the window was closed meanwhile
                try:
                    read()
                except (RuntimeError, _Closed):
                    raise
                except Exception:  # noqa: BLE001 - words are then looked for in the database, and it tells what is wrong
                    self._failed.emit()

        threading.Thread(target=work, name=THREAD_NAME, daemon=True).start()

    # --- in the thread ------------------------------------------------------------------------------------------------

    def _read_finder(self) -> None:
        self._finder_read.emit(read_finder(self._store, self._give_way))

    def _give_way(self) -> None:
        if self._store.is_closed:
            raise _Closed
        step_aside()
        self._may_go.wait()

    def _read_texts(self, stale: set[int], since: datetime | None) -> None:
        ids = stale if since is None else stale.union(self._store.changed_since(since))
        texts = self._store.texts(sorted(ids))
        self._texts_read.emit(ids.difference(one for one, _ in texts), texts)

    # --- in the thread of the window ----------------------------------------------------------------------------------

    def _take_finder(self, finder: Finder) -> None:
        self._browsing.set_finder(finder)
        self._go_on()

    def _take_texts(self, gone: set[int], texts: list[tuple[int, str]]) -> None:
        finder = self._browsing.finder
        if finder is not None:
            finder.replace(gone, texts)
        self._go_on()

    def _go_on(self) -> None:
        """Read what changed while a thread was reading."""
        self._is_reading = False
        if self._wants_all or self._stale or self._since is not None:
            self._timer.start()
