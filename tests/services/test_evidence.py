"""Evidence of a record: added in one step, found by its file, and checked with the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests import builders as build
from tracker.services.checking import advice_on, check_register
from tracker.services.evidence import add_evidence, file_of, kept, linked
from tracker.services.evidence_files import evidence_folder, keep_files
from tracker.store.record_store import Store


def _quietly(_done: int, _all: int) -> None:
    pass


def _keep(store: Store, path: Path, content: bytes = b"inhoud") -> None:
    path.write_bytes(content)
    record = store.find("A-1")
    files = keep_files(_quietly, [path], evidence_folder(store.path))
    store.apply(add_evidence(store, record, [kept(one) for one in files], build.TODAY))


def test_files_and_addresses_are_added_in_one_step(store: Store, tmp_path: Path) -> None:
    record = build.action(store)
    place = tmp_path / "nota.docx"
    place.write_bytes(b"12345")
    pieces = [linked(str(place)), linked("https://example.org/brief/")]
    store.apply(add_evidence(store, record, pieces, date(2026, 7, 1)))
    shown = [(one["name"], one["kept"], one["size_bytes"], one["added_on"]) for one in store.parts(record.id).evidence]
    assert shown == [
        ("nota.docx", "gekoppeld", 5, date(2026, 7, 1)), ("example.org/brief", "gekoppeld", None, date(2026, 7, 1)),
    ]  # fmt: skip
    assert store.to_undo() == "A-1: 2 bewijsstukken toevoegen"
    store.undo()
    assert store.parts(record.id).evidence == ()


def test_the_same_evidence_is_added_once(store: Store) -> None:
    record = build.action(store)
    address = linked("https://example.org")
    store.apply(add_evidence(store, record, [address, address], build.TODAY))
    assert add_evidence(store, record, [address], build.TODAY).changes == ()


def test_a_stored_file_is_found_and_a_linked_one_where_it_is(store: Store, tmp_path: Path) -> None:
    record = build.action(store)
    _keep(store, tmp_path / "a.pdf")
    place = tmp_path / "b.pdf"
    place.write_bytes(b"x")
    store.apply(add_evidence(store, record, [linked(str(place)), linked("https://example.org")], build.TODAY))
    first, second, third = store.parts(record.id).evidence
    found = file_of(store.path, first)
    assert found is not None
    assert found.parent == evidence_folder(store.path)
    assert file_of(store.path, second) == place
    assert file_of(store.path, third) is None
    place.unlink()
    assert file_of(store.path, second) is None


def test_checking_the_register_finds_missing_and_changed_evidence(store: Store, tmp_path: Path) -> None:
    build.action(store)
    _keep(store, tmp_path / "a.pdf", b"a")
    _keep(store, tmp_path / "b.pdf", b"b")
    assert check_register(store) == []
    gone, other = sorted(evidence_folder(store.path).iterdir())
    gone.unlink()
    other.chmod(0o600)
    other.write_bytes(b"stiekem")
    problems = check_register(store)
    assert sorted(problem.what.nl.split("” ")[1].split(" in ")[0] for problem in problems) == [
        "is gewijzigd sinds het is bewaard", "ontbreekt",
    ]  # fmt: skip
    assert {problem.where for problem in problems} == {"A-1"}
    assert "Het register is in orde" in advice_on(problems).nl
