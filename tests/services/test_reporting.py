"""Reports as files: what is internal stays in the house, exports are in the log, a file is whole or not there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import builders as build
from tests.exchange.workbooks import all_values, everything_in, opened, values
from tracker.basics.errors import Cancelled, CannotWrite, DiskFull, InvalidValue, NotFound
from tracker.basics.language import Language
from tracker.exchange.exact_cells import from_cell
from tracker.exchange.reports.catalogue import REPORTS
from tracker.records.deadline_rules import INTERNAL_SORT
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.filter import Filter
from tracker.records.registry import KINDS
from tracker.records.snapshot import Part, Record
from tracker.records.value_type import Reference, YesNo
from tracker.services import deadlines, editing, events, handling
from tracker.services.drafting import Draft
from tracker.services.recess_calendar import changed_calendar, recess_rows
from tracker.services.reporting import report_names, write_report
from tracker.store.record_store import Store

TODAY = build.TODAY
EXTERNAL = [report.code for report in REPORTS if report.is_external]
MARKER = "Geheimwoord"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "rapporten"
    folder.mkdir()
    return folder / "rapport.xlsx"


# --- what leaves the house --------------------------------------------------------------------------------------------


def _markers(store: Store) -> Iterator[str]:
    """Fill a register in which everything internal holds a marker of its own, and give the markers."""
    letter = build.letter(store, title="Brief", day="2026-06-25", remarks=f"{MARKER}-brief")
    yield f"{MARKER}-brief"
    for kind in KINDS:
        record = build.record(store, kind.code, title="Over tijd", settled_letter=letter.id)
        yield from _fill_internal_fields(store, record)
        yield from _hang_internal_parts(store, record)


def _fill_internal_fields(store: Store, record: Record) -> Iterator[str]:
    for spec in fields_of(record.kind.model):
        if spec.internal:
            marker = f"{MARKER}-{record.kind.table}-{spec.name}"
            is_person = isinstance(spec.type, Reference) and spec.type.entity == "person"
            given = f"{marker} <{marker}@minjenv.nl>" if is_person else marker
            record = build.change(store, record, **{spec.name: given})
            yield marker


def _hang_internal_parts(store: Store, record: Record) -> Iterator[str]:
    marker = f"{MARKER}-{record.kind.table}"
    build.deadline(store, record, wording="voor de zomer", end=date(2026, 1, 31))
    inner = build.deadline(
        store, record, sort=INTERNAL_SORT, what=f"{marker}-wat", wording=f"{marker}-termijn", end=date(2025, 1, 31),
        waits_for=f"{marker}-wacht",
    )  # fmt: skip
    moved = {"wording": f"{marker}-nieuw", "end": date(2025, 3, 31), "waits_for": f"{marker}-wacht"}
    store.apply(handling.postpone(store, record, inner, moved, on=TODAY, reason=f"{marker}-reden"))
    build.note(store, record, text="Openbaar.", on=date(2026, 6, 1))
    build.note(store, record, text=f"{marker}-aantekening", internal=True, on=date(2026, 6, 30))
    yield from (f"{marker}-{word}" for word in ("wat", "termijn", "wacht", "nieuw", "reden", "aantekening"))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", EXTERNAL)
def test_no_report_for_outside_holds_anything_internal(
    store: Store, target: Path, code: str, language: Language
) -> None:
    assert list(_markers(store))
    chosen = Filter(where=(("marking", "openbaar"),))
    for letter in (None, "B-1"):
        result = write_report(store, code, target, today=TODAY, language=language, letter=letter, chosen=chosen)
        assert result.records > 0
        found = everything_in(target)
        assert MARKER not in found
        assert build.ACTOR not in found


def test_the_register_holds_all_of_it(store: Store, target: Path) -> None:
    markers = list(_markers(store))
    write_report(store, "register", target, today=TODAY)
    found = everything_in(target)
    assert [marker for marker in markers if marker not in found] == []


@pytest.mark.parametrize("code", EXTERNAL)
def test_a_report_for_outside_leaves_out_what_is_not_public_and_says_how_many(
    store: Store, target: Path, code: str
) -> None:
    for kind in KINDS:
        for marking in ("openbaar", "intern", "LIMITE"):
            made = build.record(store, kind.code, title=f"Record {marking}", marking=marking)
            build.deadline(store, made, wording="toen", end=date(2026, 1, 1))
    result = write_report(store, code, target, today=TODAY)
    found = everything_in(target)
    assert result.left_out == 2 * result.records > 0
    assert "Record intern" not in found
    assert "Record LIMITE" not in found
    assert f"Niet opgenomen: {result.left_out} records die niet openbaar zijn." in all_values(target)


def test_an_action_merged_into_one_that_is_not_public_does_not_name_it(store: Store, target: Path) -> None:
    into = build.action(store, title=MARKER, marking="intern")
    store.apply(handling.merge_action(store, build.action(store, title="Kleine actie"), into))
    write_report(store, "annex", target, today=TODAY)
    assert MARKER not in everything_in(target)
    assert into.reference not in all_values(target)


def test_a_filter_on_an_internal_field_is_not_told(store: Store, target: Path) -> None:
    build.action(store, owner=f"{MARKER} <x@y.nl>")
    chosen = Filter(where=(("owner", MARKER),))
    assert write_report(store, "annex", target, today=TODAY, chosen=chosen).records == 1
    assert MARKER not in everything_in(target)
    write_report(store, "register", target, today=TODAY, chosen=chosen)
    assert f"owner = {MARKER}" in everything_in(target)


# --- what a report takes ----------------------------------------------------------------------------------------------


def test_a_report_holds_the_chosen_records_and_says_the_filter(store: Store, target: Path) -> None:
    build.action(store, title="Campagne over opvang", theme="opvang")
    build.action(store, title="Iets anders")
    result = write_report(store, "annex", target, today=TODAY, chosen=Filter(words="campagne"))
    assert (result.file, result.records, result.left_out) == (target, 1, 0)
    assert any("Selectie: met “campagne”" in str(value) for value in all_values(target))
    assert "Iets anders" not in everything_in(target)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", [report.code for report in REPORTS])
def test_an_empty_report_says_so(store: Store, target: Path, code: str, language: Language) -> None:
    assert write_report(store, code, target, today=TODAY, language=language).records == 0
    for one in opened(target).worksheets:
        assert one.auto_filter.ref is None
        assert len([value for row in values(one) for value in row if value]) <= 6


@pytest.mark.parametrize("code", EXTERNAL)
def test_no_cell_that_goes_to_the_kamer_is_empty(store: Store, target: Path, code: str) -> None:
    for kind in KINDS:
        build.deadline(store, build.record(store, kind.code), end=date(2026, 1, 1))
    write_report(store, code, target, today=TODAY)
    for one in opened(target).worksheets:
        header = int(one.auto_filter.ref.split(":")[0][1:]) if one.auto_filter.ref else 99
        for row in values(one)[header:]:
            is_band = not any(row[1:])
            assert is_band or all(value not in {None, ""} for value in row)


# --- the register, read back ------------------------------------------------------------------------------------------


def test_the_register_reads_back_to_the_last_field(store: Store, target: Path) -> None:
    records = build.everything(store)
    write_report(store, "register", target, today=TODAY)
    book = opened(target)
    draft = Draft(store)

    def id_of(entity: str, key: str) -> int:
        found = draft.namer.id_of(entity, key)
        assert found is not None
        return found

    for record in records:
        rows = values(book[record.kind.many.nl])
        row = next(row for row in rows[2:] if row[0] == record.reference)
        found = dict(zip(rows[0], row, strict=True))
        for spec in fields_of(record.kind.model):
            content = found[f"{record.kind.table}.{spec.name}"]
            assert from_cell(spec.type, content, id_of) == record[spec.name], spec.name
    assert draft.is_empty, "every key leads to a row that is there"


def test_the_register_holds_what_hangs_on_records(store: Store, target: Path) -> None:
    build.everything(store)
    write_report(store, "register", target, today=TODAY)
    book = opened(target)
    assert book.sheetnames[-11:] == [
        "Termijnen", "Uitstel", "Stand van zaken", "Samenhang", "Bewijsstukken",
        "Brieven", "Debatten", "Organisaties", "Gebeurtenissen", "Recessen", "Personen",
    ]  # fmt: skip
    keys = {row[0] for row in values(book["Termijnen"])[2:]}
    assert {row[0] for row in values(book["Uitstel"])[2:]} <= keys
    for name, entity in (("Termijnen", "deadline"), ("Stand van zaken", "progress_note"), ("Brieven", "letter")):
        header = values(book[name])[0]
        assert {f"{entity}.{spec.name}" for spec in fields_of(model_of(entity))} <= set(header)
    assert ("M-1", "draagt bij aan", "T-1") in values(book["Samenhang"])


def _lived_deadlines(store: Store) -> None:
    """Fill a register with deadlines of every sort: overruled, tied to events with an offset, recurring, postponed."""
    build.letter(store, title="Voortgangsbrief", day="2026-06-25")
    said, record, other = date(2026, 6, 25), build.commitment(store), build.motion(store)
    for one, wording, given in (
        (record, "voor de zomer", {}),
        (record, "binnen zes weken na inwerkingtreding van de wet", {"what": "plan; met puntkomma"}),
        (record, "wanneer dit gesprek heeft plaatsgevonden", {}),
        (other, "wanneer dit gesprek heeft plaatsgevonden", {}),
        (other, "na inwerkingtreding van de wet", {"sort": "wettelijk"}),
        (other, "jaarlijks", {"sort": "register Kamer"}),
        (other, "in 2027", {"end": date(2027, 3, 1), "precision": "day", "start": None}),
    ):
        store.apply(deadlines.add_deadline(store, one, wording, said, given))
    step, _ = events.give_day(store, "inwerkingtreding van de wet", date(2026, 9, 1))
    store.apply(step)
    yearly = next(one for one in store.parts(other.id).deadlines if one["recurs"])
    store.apply(handling.meet_deadline(store, other, yearly, date(2026, 12, 1), "B-1"))
    moved = deadlines.read_deadline(store, "voor het einde van 2026", TODAY)
    first = store.parts(record.id).deadlines[0]
    store.apply(handling.postpone(store, record, first, moved, on=TODAY, reason="druk\nen ziek", letter="B-1"))
    moved = deadlines.read_deadline(store, "eind 2027", TODAY)
    first = store.parts(record.id).deadlines[0]
    store.apply(handling.postpone(store, record, first, moved, on=TODAY, reason="nog niet gemeld"))
    rows = [replace(row, source="kst-1") if row.first_day == date(2026, 7, 3) else row for row in recess_rows(store)]
    store.apply(changed_calendar(store, rows).finish().step([]))


@pytest.mark.parametrize("language", Language)
def test_deadlines_with_their_course_read_back_exactly(store: Store, target: Path, language: Language) -> None:
    _lived_deadlines(store)
    write_report(store, "register", target, today=TODAY, language=language)
    book = opened(target)
    tables = {rows[0][0].split(".")[0]: rows for one in book.worksheets[1:] if (rows := values(one))}
    found = {
        entity: [dict(zip(tables[entity][0], row, strict=True)) for row in tables[entity][2:]]
        for entity in ("deadline", "postponement", "event", "recess")
    }
    draft, keys = Draft(store), {row["event.key"]: row["event.name"] for row in found["event"]}
    kept = {one.id: one for id_ in store.order(Filter(), TODAY) for one in store.parts(id_).deadlines}
    moved = [one for id_ in store.order(Filter(), TODAY) for one in store.parts(id_).postponements]
    names = {one.id: one["name"] for one in store.rows("event")}
    assert len(found["deadline"]) == len(kept) == 8
    for row in found["deadline"]:
        one = kept[row["deadline.key"]]
        _reads_back(draft, row, one)
        assert row["deadline.record"] == store.references([one["record_id"]])[one["record_id"]]
        assert keys.get(row["deadline.event"]) == names.get(one["event_id"])
        assert row["deadline.series"] == one["series_id"]
    assert [row["postponement.deadline"] for row in found["postponement"]] == [one["deadline_id"] for one in moved]
    for entity, some in (("postponement", moved), ("event", store.rows("event")), ("recess", store.rows("recess"))):
        assert len(found[entity]) == len(some) > 0
        for row, one in zip(found[entity], some, strict=True):
            _reads_back(draft, row, one)


def _reads_back(draft: Draft, row: dict[str, Any], one: Part) -> None:
    for spec in fields_of(model_of(one.entity)):
        content = row[f"{one.entity}.{spec.name}"]
        value = from_cell(spec.type, content, lambda entity, key: draft.namer.id_of(entity, key) or 0)
        assert value == one[spec.name], (one.entity, spec.name)


def test_events_of_one_name_are_told_apart_by_number(store: Store, target: Path) -> None:
    _lived_deadlines(store)
    write_report(store, "register", target, today=TODAY)
    rows = values(opened(target)["Gebeurtenissen"])[2:]
    assert {row[1] for row in rows} == {"dit gesprek heeft plaatsgevonden", "inwerkingtreding van de wet"}
    assert len({row[0] for row in rows}) == len(rows) == 3


def test_a_no_of_a_yes_or_no_field_reads_back(store: Store, target: Path) -> None:
    build.deadline(store, build.motion(store), wording="ooit")
    write_report(store, "register", target, today=TODAY)
    rows = values(opened(target)["Termijnen"])
    assert dict(zip(rows[0], rows[2], strict=True))["deadline.tentative"] == "nee"
    assert YesNo().parse("nee") is False


# --- the file ---------------------------------------------------------------------------------------------------------


def test_hostile_text_in_a_record_stays_text_in_every_report(store: Store, target: Path) -> None:
    for kind in KINDS:
        record = build.record(store, kind.code, title="=cmd|' /C calc'!A0", theme="@SUM(A1)")
        build.note(store, record, text="=1+1\n+2")
        build.deadline(store, record, wording="-1+2", end=date(2026, 1, 1))
    for code in (report.code for report in REPORTS):
        write_report(store, code, target, today=TODAY)
        assert "<f>" not in everything_in(target)
        assert any("=cmd|' /C calc'!A0" in str(value) for value in all_values(target))


def test_a_long_note_is_whole(store: Store, target: Path) -> None:
    text = "".join(f"Zin {number}. " for number in range(4_000)).strip()
    build.note(store, build.action(store), text=text)
    for code in ("annex", "register"):
        write_report(store, code, target, today=TODAY)
        pieces = "".join(str(value) for value in all_values(target) if str(value).startswith("Zin "))
        assert pieces == text


def test_a_target_that_is_open_in_excel_is_named_and_stays(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    build.action(store)
    target.write_bytes(b"what is open")
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(CannotWrite, match="Excel"):
        write_report(store, "annex", target, today=TODAY)
    assert target.read_bytes() == b"what is open"
    assert list(target.parent.iterdir()) == [target]
    assert not any("Export" in line.label for line in store.history())


def test_a_full_disk_leaves_nothing(store: Store, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    build.action(store)
    monkeypatch.setattr("zipfile.ZipFile.writestr", full)
    with pytest.raises(DiskFull):
        write_report(store, "annex", target, today=TODAY)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("stop_at", [0, 50, 100])
def test_cancelling_leaves_nothing(store: Store, target: Path, stop_at: int) -> None:
    build.action(store)

    def stop(done: int, total: int) -> None:
        assert total == 100
        if done >= stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_report(store, "annex", target, today=TODAY, progress=stop)
    assert list(target.parent.iterdir()) == []


def test_progress_goes_up_to_the_end(store: Store, target: Path) -> None:
    heard: list[int] = []
    for _ in range(3):
        build.action(store)
    write_report(store, "register", target, today=TODAY, progress=lambda done, total: heard.append(done))
    assert heard == sorted(heard)
    assert heard[-1] == 100


def test_an_unknown_report_is_answered_with_those_there_are(store: Store, target: Path) -> None:
    with pytest.raises(NotFound, match="annex, motions-commitments, international, overdue, register"):
        write_report(store, "jaarverslag", target, today=TODAY)


@pytest.mark.parametrize("name", ["rapport.pdf", "rapport", "rapport.xls"])
def test_another_format_is_refused(store: Store, target: Path, name: str) -> None:
    with pytest.raises(InvalidValue, match=r"\.xlsx"):
        write_report(store, "annex", target.with_name(name), today=TODAY)


def test_a_folder_is_no_file(store: Store, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(target.parent)
    with pytest.raises(InvalidValue, match=r"^“\.” is een map"):
        write_report(store, "annex", Path(), today=TODAY)


def test_an_unknown_letter_is_refused(store: Store, target: Path) -> None:
    with pytest.raises(NotFound):
        write_report(store, "annex", target, today=TODAY, letter="B-9")
    assert list(target.parent.iterdir()) == []


# --- the log ----------------------------------------------------------------------------------------------------------


def test_an_export_is_in_the_log_and_no_undo_takes_it_back(store: Store, target: Path) -> None:
    build.action(store)
    before = store.to_undo()
    write_report(store, "annex", target, today=TODAY)
    with store.read() as connection:
        labels = connection.exec_driver_sql("SELECT label FROM step ORDER BY id").scalars().all()
    assert labels[-1] == "Export: annex naar rapport.xlsx (filter alle records, 1 record)"
    assert store.to_undo() == before


def test_typed_words_and_owners_stay_out_of_the_log(store: Store, target: Path) -> None:
    build.action(store, owner=f"{MARKER} <x@y.nl>")
    chosen = Filter(words=MARKER.lower(), where=(("owner", MARKER),))
    write_report(store, "register", target, today=TODAY, chosen=chosen)
    with store.read() as connection:
        labels = connection.exec_driver_sql("SELECT label FROM step").scalars().all()
    assert any(label.startswith("Export: register") for label in labels)
    assert not any(MARKER.lower() in label.lower() for label in labels)


def test_a_register_that_may_only_be_read_can_be_reported_on(path: Path, target: Path) -> None:
    with build.new_store(path) as store:
        build.action(store)
    with build.open_store(path, read_only=True) as store:
        assert write_report(store, "annex", target, today=TODAY).records == 1


def test_the_names_of_reports_are_offered() -> None:
    assert [(one.code, one.is_external) for one in report_names()] == [
        ("annex", True), ("motions-commitments", True), ("international", True), ("overdue", True), ("register", False),
    ]  # fmt: skip


def test_records_can_be_edited_after_an_export(store: Store, target: Path) -> None:
    action = build.action(store)
    write_report(store, "annex", target, today=TODAY)
    store.apply(editing.change_record(store, action, {"title": "Anders"}))
    assert store.find(action.reference)["title"] == "Anders"
