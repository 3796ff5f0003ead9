"""What only SQLite does: connections with their pragmas, transactions, and its errors in our words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, exc
from sqlalchemy.pool import QueuePool

from tracker.basics.errors import CannotOpen, DiskFull, ReadOnlyRegister, StoreBusy, TrackerError
from tracker.basics.folding import fold
from tracker.store.damage import damaged, newest_backup
from tracker.store.place import is_gone

BUSY_SECONDS = 5.0
PRAGMAS: Mapping[str, int | str] = {
    "foreign_keys": 1,
    # One user, one file: officers copy the file, and a copy of only the .db of a WAL register loses its newest rows.
    "journal_mode": "delete",
    "synchronous": 2,  # FULL: a power cut loses nothing that was acknowledged
    "secure_delete": 1,  # a removed person leaves no bytes behind in free pages
    "trusted_schema": 0,
}
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def _made_encoder() -> Callable[[object, int], Iterable[str]]:
    """Make the encoder once that ``JSONEncoder.encode`` makes for each value; a long step writes a million."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # a Python without json's own C
        return lambda value, _: (_JSON.encode(value),)
    text = json.encoder.encode_basestring
    encoder: Callable[[object, int], Iterable[str]] = make(None, _JSON.default, text, None, ":", ",", True, False, True)
    return encoder


_encoded = _made_encoder()


def open_engine(path: Path, *, read_only: bool = False, pragmas: Mapping[str, int | str] = PRAGMAS) -> Engine:
    """Make the engine of a register. Its connections follow these pragmas; nothing is read yet."""
    # a listener to its events, such as one that says BEGIN, would cost each statement a fifth more
    return create_engine(
        "sqlite://",
        creator=lambda: _connect(path, pragmas, read_only=read_only),
        json_serializer=to_json,
        pool_reset_on_return="rollback",
        poolclass=QueuePool,
    )


def to_json(value: object) -> str:
    """Write JSON the one way we write it: readable letters, keys in order, no blanks."""
    return "".join(_encoded(value, 0))


def _connect(path: Path, pragmas: Mapping[str, int | str], *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,  # reading and writing say BEGIN; pysqlite's own would half-apply a failed migration
        check_same_thread=False,
    )
    connection.create_function("folded", 1, lambda text: None if text is None else fold(text), deterministic=True)
    for name, value in pragmas.items():
        if not (read_only and name == "journal_mode"):
            connection.execute(f"PRAGMA {name} = {value}")
    return connection


def driver(connection: Connection) -> sqlite3.Connection:
    """Give the driver's connection under one of SQLAlchemy's, in the same transaction.

    For the plain statements of every step: SQLAlchemy's way round costs several times what SQLite needs to run them.
    """
    plain = connection.connection.driver_connection
    assert isinstance(plain, sqlite3.Connection)
    return plain


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection that sees one unchanging state of the register."""
    with in_our_words(path), engine.connect() as connection, connection.begin():
        driver(connection).execute("BEGIN")
        yield connection


@contextmanager
def writing(engine: Engine, path: Path, *, keeps_readers: bool = False) -> Iterator[Connection]:
    """Give a connection in one transaction that is kept on a clean exit and undone otherwise.

    ``keeps_readers``: other threads can read until the end. SQLite then keeps all pages in memory, instead of writing
    some to the file early, for which it would lock readers out (https://www.sqlite.org/pragma.html#pragma_cache_spill).
    """
    with in_our_words(path), engine.connect() as connection:
        if keeps_readers:
            connection.connection.execute("PRAGMA cache_spill = 0")
        try:
            with connection.begin():
                driver(connection).execute("BEGIN IMMEDIATE")
                yield connection
        finally:
            if keeps_readers:
                connection.connection.execute("PRAGMA cache_spill = 1")


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into a sentence for the user."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _translated(error.orig or error, path) from error
    except sqlite3.Error as error:
        raise _translated(error, path) from error


def _translated(error: BaseException, path: Path) -> BaseException:
    words = str(error)
    if isinstance(error, sqlite3.Error) and not path.exists():
        return is_gone(path)
    for signs, sentence in _SENTENCES:
        if any(sign in words for sign in signs):
            return sentence(path)
    return error


def _disk_full(_path: Path) -> TrackerError:
    return DiskFull(
        "De schijf is vol. Er is niets bewaard. Maak ruimte en bewaar opnieuw.",
        "The disk is full. Nothing was saved. Make room and save again.",
    )


def _busy(path: Path) -> TrackerError:
    return StoreBusy(
        f"{path.name} is nu in gebruik. Er is niets bewaard. Probeer het zo weer.",
        f"{path.name} is in use now. Nothing was saved. Try again in a moment.",
    )


def _closed_to_us(path: Path) -> TrackerError:
    return ReadOnlyRegister(
        f"{path.name} mag alleen worden gelezen. Er is niets bewaard.",
        f"{path.name} may only be read. Nothing was saved.",
    )


def _broken(path: Path) -> TrackerError:
    return damaged(path, newest_backup(path))


def _cannot_open(path: Path) -> TrackerError:
    return CannotOpen(f"{path} kan niet worden geopend.", f"{path} cannot be opened.")


def _disk_fails(path: Path) -> TrackerError:
    return TrackerError(
        f"De schijf geeft een fout bij {path.name}. Er is niets bewaard. Kijk of de schijf er nog is.",
        f"The disk reports an error for {path.name}. Nothing was saved. See if the disk is there.",
    )


_SENTENCES: tuple[tuple[tuple[str, ...], Callable[[Path], TrackerError]], ...] = (
    (("disk is full",), _disk_full),
    (("locked",), _busy),
    (("readonly",), _closed_to_us),
    (("malformed", "not a database", "Could not decode"), _broken),
    (("unable to open",), _cannot_open),
    (("disk I/O",), _disk_fails),
)
"""What SQLite says (https://www.sqlite.org/rescode.html), and our sentence for it."""
