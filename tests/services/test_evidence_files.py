"""Files beside the register: kept once, whole, only to be read; missing and changed ones are found."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tracker.basics.errors import Cancelled, CannotOpen, CannotWrite
from tracker.services.evidence_files import EvidenceChecker, EvidenceState, evidence_folder, keep_files, stored_path


def _quietly(_done: int, _all: int) -> None:
    pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return evidence_folder(tmp_path / "register.db")


def _file(path: Path, content: bytes = b"inhoud") -> Path:
    path.write_bytes(content)
    return path


def test_a_file_is_kept_under_its_digest_and_can_only_be_read(tmp_path: Path, folder: Path) -> None:
    (kept,) = keep_files(_quietly, [_file(tmp_path / "Brief aan Kamer.PDF")], folder)
    assert (kept.name, kept.digest, kept.size_bytes) == (
        "Brief aan Kamer.PDF",
        hashlib.sha256(b"inhoud").hexdigest(),
        6,
    )
    stored = stored_path(folder, kept.digest)
    assert stored == folder / f"{kept.digest}.pdf"
    assert stored.read_bytes() == b"inhoud"
    assert stored.stat().st_mode & 0o777 == 0o400
    assert folder.name == "register-bewijs"


def test_the_same_content_lies_there_once_whatever_it_is_called(tmp_path: Path, folder: Path) -> None:
    keep_files(_quietly, [_file(tmp_path / "a.pdf"), _file(tmp_path / "b.docx")], folder)
    assert len(list(folder.iterdir())) == 1


def test_progress_counts_to_its_end(tmp_path: Path, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    keep_files(lambda done, of: told.append((done, of)), [_file(tmp_path / "groot", bytes(5 << 20))], folder)
    assert told[-1] == (10240, 10240)
    assert len(told) == 10


def test_cancelling_leaves_nothing_behind(tmp_path: Path, folder: Path) -> None:
    def stop_at_second(done: int, _all: int) -> None:
        if done > 8:
            raise Cancelled

    with pytest.raises(Cancelled):
        keep_files(stop_at_second, [_file(tmp_path / "a", b"x" * 2048), _file(tmp_path / "b", b"y" * 9000)], folder)
    assert list(folder.iterdir()) == []


def test_what_was_kept_before_survives_a_failure(tmp_path: Path, folder: Path) -> None:
    first = _file(tmp_path / "a")
    keep_files(_quietly, [first], folder)
    with pytest.raises(CannotOpen, match="kan niet worden gelezen"):
        keep_files(_quietly, [first, tmp_path / "weg.pdf"], folder)
    assert len(list(folder.iterdir())) == 1


def test_a_folder_is_refused_with_a_way_out(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(CannotOpen, match="is een map"):
        keep_files(_quietly, [tmp_path], folder)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="kan niet worden gemaakt"):
        keep_files(_quietly, [], tmp_path / "er niet" / "x-bewijs")


def test_stored_evidence_is_found_missing_and_changed(tmp_path: Path, folder: Path) -> None:
    (kept,) = keep_files(_quietly, [_file(tmp_path / "a.txt")], folder)
    checker = EvidenceChecker(folder)
    assert checker.state_of(digest=kept.digest, place=None) is EvidenceState.THERE
    stored = folder / f"{kept.digest}.txt"
    stored.chmod(0o600)
    stored.write_bytes(b"iets anders")
    assert checker.state_of(digest=kept.digest, place=None) is EvidenceState.CHANGED
    stored.unlink()
    assert checker.state_of(digest=kept.digest, place=None) is EvidenceState.MISSING


def test_linked_evidence_is_there_missing_or_an_address(tmp_path: Path, folder: Path) -> None:
    checker = EvidenceChecker(folder)
    place = _file(tmp_path / "a.txt")
    states = [checker.state_of(digest=None, place=one) for one in (str(place), "/er/niet.pdf", "https://example.org")]
    assert states == [EvidenceState.THERE, EvidenceState.MISSING, EvidenceState.ADDRESS]
