"""Good files, damaged at random: whatever comes of it, a reader gives a reading or refuses in a sentence of its own."""

from __future__ import annotations

import re
import shutil
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests import builders as build
from tests.exchange.incoming import hostile
from tests.exchange.incoming.workbook.own_lists import action_tracker, programmes_ods
from tests.exchange.letters.making import as_docx, as_pdf
from tests.importing_samples import LETTER, LIST, PAGE
from tests.services.importing.round_trip import written
from tracker.basics.errors import TrackerError
from tracker.services.importing.columns import remember
from tracker.services.importing.files import read_file, take_file
from tracker.store.record_store import Store

Make = Callable[[Path], Path]
_MARKED_LETTER = re.sub(r"\(Kamerstukken", "{{Kamerstukken II 2025/26, 28 638, nr. 259.}} (Kamerstukken", LETTER)


def _text(name: str, text: str) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


def _register_workbook(folder: Path) -> Path:
    with Store.new(folder / "bron.db", build.ACTOR, build.FixedClock()) as store:
        build.motion(store, title="Een motie over opvang", citations="28 638, nr. 259")
        build.record(store, "commitment", title="Een toezegging", remarks="met een opmerking")
        return written(store, folder / "register.xlsx")


def _mapping(folder: Path) -> Path:
    taken = take_file(_text("lijst.csv", LIST)(folder), today=build.TODAY)
    assert taken.mapping is not None
    path = folder / "indeling.json"
    remember(taken.mapping, path)
    return path


READERS: Mapping[str, Make] = {
    "xlsx": action_tracker,
    "ods": programmes_ods,
    "csv": _text("lijst.csv", LIST),
    "docx": lambda folder: as_docx(_MARKED_LETTER, folder / "brief.docx"),
    "txt": _text("brief.txt", LETTER),
    "pdf": lambda folder: as_pdf(_MARKED_LETTER, folder / "brief.pdf"),
    "json": _text("pagina.json", PAGE),
    "zip": lambda folder: hostile.archive(folder / "paginas.zip", {"een.json": PAGE.encode(), "twee.json": b"{}"}),
    "register": _register_workbook,
    "mapping": _mapping,
}
"""What makes a good file for each reader."""
SLOW_SECONDS = 5.0
"""A small damaged file that takes longer is a fault."""
_SNIPPETS = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&#0;", b"&#xD800;", b"]]>", b"<", b'"',
    b"99999999999999999999", b"-1", b"1e999", b"NaN", b"XFD1048576", b"A1:XFD1048576", b"0001-01-01", b"9999-12-31",
    b"{" * 300, b"[" * 300, b"=cmd|' /C calc'!A0", b"#REF!", b"\r\n" * 20, b";" * 300, b"null", b"true", b"2958466",
)  # fmt: skip


@dataclass
class Fuzzed:
    """What came of the damaged files of one reader. ``faults`` are errors that are no sentence, and slow files."""

    tried: int = 0
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0


def fuzz(reader: str, folder: Path, *, seed: int, seconds: float, most: int | None = None) -> Fuzzed:
    """Damage the file of a reader again and again, until the time is over or ``most`` were tried.

    The file that is being read stands in ``folder`` as ``damaged…``, so that one that ends the process is there.
    """
    good = READERS[reader](folder)
    content, chance, found = good.read_bytes(), Random(seed), Fuzzed()
    end = time.monotonic() + seconds
    while time.monotonic() < end and found.tried != most:
        damaged = folder / f"damaged{good.suffix}"
        _damage(good, content, damaged, chance)
        _try(reader, folder, damaged, found)
    return found


def _try(reader: str, folder: Path, damaged: Path, found: Fuzzed) -> None:
    start = time.perf_counter()
    found.tried += 1
    try:
        if reader == "mapping":
            reading = read_file(folder / "lijst.csv", today=build.TODAY, mapping=damaged)
        else:
            reading = read_file(damaged, today=build.TODAY)
        assert all(proposal.kind for proposal in reading.proposals)
        assert all(row.entity for row in reading.rows)
        assert reading.account.adds_up
        found.read += 1
    except TrackerError as refused:
        sentence = refused.words.nl.replace(damaged.name, "…")
        if not sentence.strip() or refused.words.nl == refused.words.en:
            found.faults.append(f"refused without a sentence: {refused!r}")
        found.refused[re.sub(r"\d+", "…", sentence)] += 1
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of a reader's own is no Exception
        _keep(damaged, found, f"{type(error).__name__}: {str(error)[:200]}")
    taken = time.perf_counter() - start
    found.slowest = max(found.slowest, taken)
    if taken > SLOW_SECONDS:
        _keep(damaged, found, f"slow: {taken:.1f} s")


def _keep(damaged: Path, found: Fuzzed, words: str) -> None:
    kept = damaged.with_name(f"fault-{len(found.faults)}{damaged.suffix}")
    shutil.copyfile(damaged, kept)
    found.faults.append(f"{kept.name}: {words}")


# --- damaging ---------------------------------------------------------------------------------------------------------


def _damage(good: Path, content: bytes, target: Path, chance: Random) -> None:
    """Damage the bytes of a file; of an archive mostly one of its parts, packed well again."""
    if zipfile.is_zipfile(good) and chance.random() < 0.85:
        _damage_part(good, target, chance)
    else:
        target.write_bytes(damaged_bytes(content, chance))


def _damage_part(good: Path, target: Path, chance: Random) -> None:
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        names = old.namelist()
        hit = chance.choice(names)
        is_left_out = chance.random() < 0.05
        for name in names:
            if name != hit:
                new.writestr(name, old.read(name))
            elif not is_left_out:
                new.writestr(name, damaged_bytes(old.read(name), chance))


def damaged_bytes(content: bytes, chance: Random) -> bytes:
    """Give bytes with one to six things wrong."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) + 1)
        length = min(chance.choice((1, 1, 2, 8, 64, 512)), len(changed) - place)
        match chance.randrange(8):
            case 0 if length:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                del changed[place : place + length]
            case 2:
                changed[place:place] = chance.choice(_SNIPPETS)
            case 3:
                changed[place : place + length] = chance.choice(_SNIPPETS)
            case 4:
                changed[place:place] = changed[place : place + length] * chance.choice((1, 2, 50))
            case 5 if chance.random() < 0.2:
                del changed[place:]
            case 6:
                _swap_digit(changed, chance)
            case _:
                _swap_value(changed, chance)
    return bytes(changed)


def _swap_digit(changed: bytearray, chance: Random) -> None:
    digits = [one.span() for one in re.finditer(rb"\d+", bytes(changed))]
    if digits:
        start, end = chance.choice(digits)
        changed[start:end] = chance.choice((b"0", b"-1", b"1048577", b"4294967296", b"1e400", b"", b"7"))


def _swap_value(changed: bytearray, chance: Random) -> None:
    """Put one quoted value in the place of another: the file stays well formed and says something else."""
    quoted = [one.span() for one in re.finditer(rb'"[^"<>]{0,200}"', bytes(changed))]
    if len(quoted) > 1:
        (start, end), (other, other_end) = chance.choice(quoted), chance.choice(quoted)
        changed[start:end] = bytes(changed[other:other_end])
