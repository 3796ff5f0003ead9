"""Fault 12: one writer at a time; the second reads, hears who writes, and takes over when that one is dead."""

from __future__ import annotations

import getpass
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import builders as build
from tracker.basics.errors import HeldByOther, ReadOnlyRegister
from tracker.services import editing
from tracker.store.integrity import check
from tracker.store.lock import Holder, held_by
from tracker.store.record_store import Store

HOLDER = """
import sys
from pathlib import Path
from tests import builders as build
store = build.open_store(Path(sys.argv[1]))
build.motion(store, title="van de ander")
sys.stdout.write("open\\n")
sys.stdout.flush()
sys.stdin.read()
"""


@contextmanager
def _held_by_other(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the register until the end, or until it is killed."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        try:
            yield other
        finally:
            other.kill()


def test_the_second_program_reads_and_hears_who_writes(store: Store, path: Path) -> None:
    store.close()
    with _held_by_other(path), build.open_store(path) as second:
        assert second.find("M-1")["title"] == "van de ander"
        step, _ = editing.make_record(second, second.find("M-1").kind, {"title": "van mij"})
        with pytest.raises(HeldByOther) as refused:
            second.apply(step)
    assert "al open in een ander venster of programma van u op deze computer" in refused.value.words.nl
    assert "another window or program of yours on this computer" in refused.value.words.en


@pytest.mark.parametrize(
    ("name", "host"), [("a.jansen", "JENV-LT0042"), ("a.jansen", socket.gethostname()), (getpass.getuser(), "elders")]
)
def test_another_person_or_computer_is_named(path: Path, name: str, host: str) -> None:
    told = held_by(path, Holder(name, host, "09:12")).words
    for sentence in (told.nl, told.en):
        assert f"{name} ({host}, " in sentence
        assert "09:12" in sentence


def test_a_killed_holder_is_taken_over_with_all_that_was_written(store: Store, path: Path) -> None:
    store.close()
    with _held_by_other(path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with build.open_store(path) as second:
            assert second.read_only_because is None
            assert build.motion(second).reference == "M-2"
            assert check(second) == []


def test_a_register_that_was_closed_is_free_again(store: Store, path: Path) -> None:
    store.close()
    with build.open_store(path) as second:
        assert second.read_only_because is None


def test_who_only_reads_keeps_nobody_from_writing(store: Store, path: Path) -> None:
    store.close()
    with build.open_store(path, read_only=True) as reader, build.open_store(path) as writer:
        build.motion(writer)
        assert reader.find("M-1").reference == "M-1"
        with pytest.raises(ReadOnlyRegister):
            build.motion(reader)


def test_closing_leaves_no_note_of_a_holder(store: Store, path: Path) -> None:
    store.close()
    assert not list(path.parent.glob("*.holder"))


def test_a_folder_that_is_closed_to_us_opens_for_reading(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.motion(store)
    store.close()
    monkeypatch.setattr("tracker.store.record_store.os.access", lambda *_: False)
    before = path.read_bytes()
    with build.open_store(path) as opened:
        assert opened.find("M-1").reference == "M-1"
        with pytest.raises(ReadOnlyRegister, match="alleen worden gelezen"):
            build.motion(opened)
    assert path.read_bytes() == before
