"""Files that are replaced whole: kept on any failure, with nothing left beside them (faults 4 and 25)."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.basics import whole_file
from tracker.basics.errors import CannotWrite, DiskFull
from tracker.basics.language import Language
from tracker.basics.whole_file import replacing


def _names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def _write(target: Path, text: str) -> None:
    with replacing(target) as beside:
        beside.write_text(text, encoding="utf-8")


def test_a_new_file_is_put_in_place(tmp_path: Path) -> None:
    _write(tmp_path / "lijst.xlsx", "inhoud")
    assert (tmp_path / "lijst.xlsx").read_text(encoding="utf-8") == "inhoud"
    assert _names(tmp_path) == {"lijst.xlsx"}


def test_the_file_keeps_its_content_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "lijst.xlsx"
    target.write_text("oud", encoding="utf-8")
    with replacing(target) as beside:
        beside.write_text("nieuw", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "oud"
        assert beside.parent == target.parent
        assert beside.suffix == target.suffix
    assert target.read_text(encoding="utf-8") == "nieuw"


def _break(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    def broken(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(whole_file, name, broken)


def _full(monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch, "_force_to_disk", errno.ENOSPC)


def _over_quota(monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch, "_force_to_disk", errno.EDQUOT)


def _refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize(
    ("failure", "error", "word"),
    [(_full, DiskFull, "schijf is vol"), (_over_quota, DiskFull, "schijf is vol"), (_refused, CannotWrite, "Excel")],
)
def test_a_failure_keeps_the_file_and_leaves_nothing_beside_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: Callable[[pytest.MonkeyPatch], None],
    error: type[Exception],
    word: str,
) -> None:
    target = tmp_path / "lijst.xlsx"
    target.write_text("oud", encoding="utf-8")
    with monkeypatch.context() as broken:
        failure(broken)
        with pytest.raises(error, match=word) as said:
            _write(target, "nieuw")
    assert "lijst.xlsx" in str(said.value)
    assert target.read_text(encoding="utf-8") == "oud"
    assert _names(tmp_path) == {"lijst.xlsx"}


@pytest.mark.parametrize("raised", [ValueError("fout in het rapport"), KeyboardInterrupt()])
def test_a_writer_that_stops_leaves_nothing_and_its_error_goes_on(tmp_path: Path, raised: BaseException) -> None:
    target = tmp_path / "lijst.xlsx"
    with pytest.raises(type(raised)), replacing(target):
        raise raised
    assert _names(tmp_path) == set()


def test_a_full_disk_while_writing_is_said(tmp_path: Path) -> None:
    target = tmp_path / "lijst.xlsx"
    with pytest.raises(DiskFull, match=r"lijst\.xlsx is niet bewaard"), replacing(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert _names(tmp_path) == set()


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"de map .*weg bestaat niet") as said:
        _write(tmp_path / "weg" / "lijst.xlsx", "inhoud")
    assert "Excel" not in str(said.value)
    assert "does not exist" in said.value.to(Language.ENGLISH)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "lijst.xlsx").mkdir()
    with pytest.raises(CannotWrite, match="dat is een map"):
        _write(tmp_path / "lijst.xlsx", "inhoud")
    assert _names(tmp_path) == {"lijst.xlsx"}


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.EACCES, "mag u niet schrijven"),
        (errno.EPERM, "mag u niet schrijven"),
        (errno.EROFS, "alleen gelezen"),
        (errno.ENAMETOOLONG, "naam is te lang"),
        (errno.EIO, "Kies een andere map of naam"),
    ],
)
def test_a_folder_that_takes_no_file_is_told_from_a_file_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, word: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    (tmp_path / "lijst.xlsx").write_text("oud", encoding="utf-8")
    with pytest.raises(CannotWrite, match=word) as said:
        _write(tmp_path / "lijst.xlsx", "inhoud")
    assert "Excel" not in said.value.to(Language.DUTCH) + said.value.to(Language.ENGLISH)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    _write(tmp_path / "lijst.xlsx", "inhoud")
    assert (tmp_path / "lijst.xlsx").stat().st_mode & 0o777 == 0o600


@pytest.mark.forced_to_disk
def test_content_and_folder_are_forced_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[int] = []
    real = os.fsync

    def counted(handle: int) -> None:
        forced.append(handle)
        real(handle)

    monkeypatch.setattr(os, "fsync", counted)
    _write(tmp_path / "lijst.xlsx", "inhoud")
    assert len(forced) == (1 if os.name == "nt" else 2)
