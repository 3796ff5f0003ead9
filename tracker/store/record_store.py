"""The register as the rest of the program knows it: opened, read, written through steps, closed."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from threading import get_ident
from typing import Self

from sqlalchemy import Connection, Engine

from tracker.basics.errors import (
    CannotOpen,
    CannotWrite,
    MovedRegister,
    NothingToUndo,
    ReadOnlyRegister,
)
from tracker.records.change import Change, LoggedStep, PersonalDetail, Piece, Source, Step, WrittenPieces
from tracker.records.entity import KIND_TABLES
from tracker.records.kind import Kind
from tracker.records.registry import LETTER_PREFIX, kind_of_reference
from tracker.records.step_labels import StepLabel
from tracker.store import backup, lists, log_reader
from tracker.store.damage import damaged, judged_header, newest_backup
from tracker.store.engine import open_engine, writing
from tracker.store.header import SCHEMA_VERSION
from tracker.store.ids import Ids
from tracker.store.lock import Holder, WriterLock, held_by
from tracker.store.names import removed_persons
from tracker.store.place import moved, place_of
from tracker.store.register_reading import RegisterReading
from tracker.store.settings import BACKUP_DAYS, read_setting
from tracker.store.step_writer import (
    Progress,
    changes_names,
    mark_undone,
    read_changes,
    write_pieces,
    write_step,
)
from tracker.store.tables import metadata

_log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
_PIECES_CACHE_KB = 64 * 1024
"""What SQLite may keep of a large step in memory before others can no longer read."""


def system_clock() -> datetime:
    """Give this moment in UTC."""
    return datetime.now(UTC)


class Store(RegisterReading):
    """An open register. Reading may happen in any thread; writing in one at a time.

    ``as_of`` is the day whose register this shows, and None for the register of now.
    """

    def __init__(self, path: Path, engine: Engine, lock: WriterLock | None, clock: Clock) -> None:
        super().__init__(path, engine)
        self.last_backup_problem: CannotWrite | None = None
        self.updated_from: int | None = None
        """The schema the file had when it was opened, where it was brought up to date."""
        self.as_of: date | None = None
        self.is_closed = False
        """Whether who reads beside the others must stop."""
        self._place = place_of(path)
        self._lock = lock
        self._clock = clock
        self._actor: int | None = None
        self._actor_name = self._account = ""
        self._coming: tuple[int, int, str] | None = None
        self._ids = Ids()

    # --- opening and closing ------------------------------------------------------------------------------------------

    @classmethod
    def new(cls, path: Path, actor: str, clock: Clock = system_clock) -> Self:
        """Make an empty register (mode 0600). Raises CannotWrite where the file exists or cannot be made."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError as error:
            raise CannotWrite(
                f"{path} bestaat al en blijft zoals het is. Kies een andere naam.",
                f"{path} exists already and stays as it is. Choose another name.",
            ) from error
        except OSError as error:
            raise CannotWrite(
                f"{path} kan niet worden gemaakt ({error.strerror}). Kies een andere map.",
                f"{path} cannot be made ({error.strerror}). Choose another folder.",
            ) from error
        from tracker.store.migrate import migrate  # Alembic: a quarter of a second

        engine = open_engine(path)
        try:
            migrate(engine, path)
        except BaseException:
            engine.dispose()
            path.unlink(missing_ok=True)
            raise
        engine.dispose()
        return cls.open(path, actor, clock)

    @classmethod
    def open(
        cls, path: Path, actor: str, clock: Clock = system_clock, *, account: str = "", read_only: bool = False
    ) -> Self:
        """Open a register, for writing where possible. ``actor`` is the name of who works with it.

        Who stands among the persons by the name of their ``account``, and not by their own, stays that person.

        Checks head, ids and schema; the rest is the work of ``check``. Raises children of CannotOpen.
        """
        header = judged_header(path)
        lock, reason = (None, None) if read_only else _take_lock(path)
        if read_only:
            reason = ReadOnlyRegister(
                f"{path.name} is alleen-lezen geopend.", f"{path.name} is opened for reading only."
            )
        engine = open_engine(path, read_only=_no_write_access(path))
        store = cls(path, engine, lock, clock)
        store.read_only_because = reason
        store._actor_name, store._account = actor, account
        try:
            store._bring_up_to_date(header.schema_version)
            store._refuse_incomplete()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close the file and give the lock back."""
        self.is_closed = True
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _bring_up_to_date(self, schema_version: int) -> None:
        if schema_version == SCHEMA_VERSION:
            return
        if self.read_only_because is not None:
            raise CannotOpen(
                f"{self.path.name} is van een oudere versie en kan nu niet worden bijgewerkt: {self.read_only_because}",
                f"{self.path.name} is of an older version and cannot be updated now: {self.read_only_because.words.en}",
            )
        from tracker.store.migrate import migrate  # Alembic: a quarter of a second

        backup.dated_backup(self.path, self._local_now(), f"voor schema {SCHEMA_VERSION}")
        migrate(self._engine, self.path)
        self.updated_from = schema_version

    def _refuse_incomplete(self) -> None:
        with self.read() as connection:
            names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
            missing = set(metadata.tables) - set(names)
        if missing:
            raise damaged(self.path, newest_backup(self.path))

    def moved(self) -> MovedRegister | None:
        """Tell how the file is no longer where it was opened; None while it is."""
        return moved(self.path, self._place)

    # --- writing ------------------------------------------------------------------------------------------------------

    def new_id(self, entity: str) -> int:
        """Give an id for a new row; it is never given again once the row is written. Records share one series."""
        return self._next("record" if entity in KIND_TABLES else entity)

    def new_reference(self, kind: Kind, wanted: str | None = None) -> str:
        """Give the next reference of a kind, or the wanted one where it is of that kind and was never given."""
        series = _series(kind.prefix)
        if wanted is not None and kind_of_reference(wanted) == kind:
            with self.read() as connection:
                if lists.find_reference(connection, wanted) is None:
                    self._ids.reserve(connection, series, int(wanted.rpartition("-")[2]))
                    return wanted
        return f"{kind.prefix}-{self._next(series)}"

    def new_letter_number(self) -> int:
        """Give the number of the next letter (3 for B-3)."""
        return self._next(_series(LETTER_PREFIX))

    def last_number(self, prefix: str) -> int:
        """Give the highest number that was ever given to records (or letters) of a prefix; 0 where none was."""
        with self.read() as connection:
            return self._ids.last(connection, _series(prefix))

    def reserve_number(self, prefix: str, number: int) -> None:
        """Let the numbers of a prefix go on after this one, which somebody is going to use."""
        with self.read() as connection:
            self._ids.reserve(connection, _series(prefix), number)

    def _next(self, series: str) -> int:
        known = self._ids.next_known(series)
        if known is not None:
            return known
        with self.read() as connection:
            return self._ids.next(connection, series)

    def apply(
        self, step: Step, also: Callable[[Connection], None] | None = None, progress: Progress | None = None
    ) -> LoggedStep:
        """Write a step: all of it with its line in the log, or nothing. ``progress`` may raise Cancelled.

        ``also`` is for modules of ``store``: it does in the same transaction what the log must not tell.
        Raises ReadOnlyRegister, StaleRecord, InvalidValue, DiskFull, StoreBusy; then nothing has changed.
        """
        return self._write(step, act="do", undone_step=None, also=also, progress=progress)

    def apply_pieces(self, head: Step, pieces: Iterable[Piece]) -> WrittenPieces:
        """Write one step whose changes come in pieces: all of it, or nothing where making a piece raises.

        Whoever makes the pieces may read meanwhile, in this thread, and sees what was written so far. Raises what
        ``apply`` raises.
        """
        if self.read_only_because is not None:
            raise self.read_only_because
        self.back_up_if_due()
        by = self.actor_id()
        try:
            with writing(self._engine, self.path) as connection:
                connection.exec_driver_sql(f"PRAGMA cache_size = -{_PIECES_CACHE_KB}")
                self._writing = (get_ident(), connection)
                written = write_pieces(connection, head, pieces, by=by, at=self._clock())
                self._ids.save(connection)
        finally:
            self._writing = None
            self._names = None
        return written

    def undo(self, progress: Progress | None = None) -> LoggedStep:
        """Take the newest step back. Raises NothingToUndo. ``progress`` may raise Cancelled."""
        return self._reverse(progress, undoing=True)

    def redo(self, progress: Progress | None = None) -> LoggedStep:
        """Repeat the step that was taken back last. Raises NothingToUndo. ``progress`` may raise Cancelled."""
        return self._reverse(progress, undoing=False)

    def _reverse(self, progress: Progress | None, *, undoing: bool) -> LoggedStep:
        with self.read() as connection:
            found = log_reader.to_undo(connection) if undoing else log_reader.to_redo(connection)
            changes = () if found is None else read_changes(connection, found[0])
            removed = removed_persons(connection)
        if found is None:
            raise _nothing_to(undoing=undoing)
        kept = [change for change in changes if not _stays(change, removed)]
        if undoing:
            kept = [change.inverse() for change in reversed(kept)]
        step = Step(found[1], tuple(kept))
        return self._write(step, act="undo" if undoing else "redo", undone_step=found[0], progress=progress)

    def _write(
        self, step: Step, *, act: str, undone_step: int | None, also: Callable[[Connection], None] | None = None,
        progress: Progress | None = None,
    ) -> LoggedStep:  # fmt: skip
        if self.read_only_because is not None:
            raise self.read_only_because
        gone = self.moved()
        if gone is not None:
            raise gone
        self.back_up_if_due()
        by = self.actor_id()
        names = self.names()
        try:
            with writing(self._engine, self.path, keeps_readers=progress is not None) as connection:
                if also is not None:
                    also(connection)
                logged = write_step(
                    connection, step, by=by, at=self._clock(), act=act, undone_step=undone_step, names=names,
                    progress=progress,
                )  # fmt: skip
                if undone_step is not None:
                    mark_undone(connection, undone_step, undone=act == "undo")
                self._ids.save(connection)
        finally:
            if also is not None or changes_names(step):
                self._names = None
        return logged

    def actor_id(self) -> int:
        """Give the person id of who works with the register; the first write of somebody new adds them."""
        if self._actor is not None:
            return self._actor
        self._actor = self._known_actor()
        if self._actor is None:
            person, detail, _ = self.coming_actor() or (self.new_id("person"), self.new_id("person_detail"), "")
            made = Change("person", person, None, {"detail": detail, "organisation": None})
            step = Step(
                StepLabel.USER_ADDED(),
                (made,),
                Source.SYSTEM,
                (PersonalDetail(detail, person, self._actor_name),),
                undoable=False,
            )
            with writing(self._engine, self.path) as connection:
                write_step(connection, step, by=person, at=self._clock())
                self._ids.save(connection)
            self._actor, self._names, self._coming = person, None, None
        return self._actor

    def coming_actor(self) -> tuple[int, int, str] | None:
        """Give who the first write will add to the persons: the ids of person and details, and the name.

        None where they are among the persons already.
        """
        if self._actor is not None or self._known_actor() is not None:
            return None
        if self._coming is None:
            self._coming = (self.new_id("person"), self.new_id("person_detail"), self._actor_name)
        return self._coming

    def _known_actor(self) -> int | None:
        """Give the person who works with the register, by their own name before that of their account."""
        persons = self.names().by_entity["person"].items()
        wanted = (self._actor_name, self._account) if self._account else (self._actor_name,)
        return next((row_id for one in wanted for row_id, name in persons if name == one), None)

    def forget_actor(self) -> None:
        """Look up anew who works with the register, at the next write: the person may be gone."""
        self._actor = None

    # --- backups ------------------------------------------------------------------------------------------------------

    def back_up_if_due(self) -> Path | None:
        """Make the day's backup before its first change, and prune old ones. A closed folder does not stop the work."""
        now = self._local_now()
        if self.read_only_because is not None or backup.has_backup_of(self.path, now) or self._is_pristine():
            return None
        try:
            made = backup.dated_backup(self.path, now, "eerste wijziging")
            with self.read() as connection:
                days = int(read_setting(connection, BACKUP_DAYS, str(backup.KEEP_DAYS)))
            backup.prune(self.path, now, days)
        except CannotWrite as error:
            self.last_backup_problem = error
            _log.warning("no backup made: %s", type(error).__name__)
            return None
        return made

    def _is_pristine(self) -> bool:
        with self.read() as connection:
            return connection.exec_driver_sql("SELECT NOT EXISTS (SELECT 1 FROM step)").scalar() == 1

    def _local_now(self) -> datetime:
        return self._clock().astimezone()

    @property
    def engine(self) -> Engine:
        """Give the engine, for the other modules of ``store``."""
        return self._engine


def _series(prefix: str) -> str:
    return f"reference {prefix}"


def _take_lock(path: Path) -> tuple[WriterLock | None, ReadOnlyRegister | None]:
    if _no_write_access(path):
        return None, ReadOnlyRegister(
            f"{path.name} of de map ervan mag alleen worden gelezen. U kunt kijken, niet wijzigen.",
            f"{path.name} or its folder may only be read. You can look, not change.",
        )
    lock = WriterLock(path)
    try:
        holder: Holder | None = lock.take()
    except OSError:
        return None, ReadOnlyRegister(
            f"De map van {path.name} mag alleen worden gelezen. U kunt kijken, niet wijzigen.",
            f"The folder of {path.name} may only be read. You can look, not change.",
        )
    if holder is None:
        return lock, None
    return None, held_by(path, holder)


def _no_write_access(path: Path) -> bool:
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _stays(change: Change, removed: set[int]) -> bool:
    """Tell whether undo leaves a change be. Persons stay: steps that they made point at them, the log has no names.

    Who was removed since has no name to go back to.
    """
    return change.entity == "person" and (change.before is None or (change.id in removed and "detail" in change.before))


def _nothing_to(*, undoing: bool) -> NothingToUndo:
    if undoing:
        return NothingToUndo("Er is niets om ongedaan te maken.", "There is nothing to undo.")
    return NothingToUndo("Er is niets om opnieuw te doen.", "There is nothing to redo.")
