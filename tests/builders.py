"""Registers and what is in them, made for tests: each builder needs only what the test is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tracker.records.change import Change, LoggedStep, PersonalDetail, Step
from tracker.records.entity import model_of
from tracker.records.field import fields_of
from tracker.records.registry import KINDS, kind_of
from tracker.records.snapshot import Part, Record
from tracker.records.value_type import Area, Choice, Day, Items, ListOf, Money, Reference, ValueType, Whole, YesNo
from tracker.services import editing, handling
from tracker.services.drafting import Draft
from tracker.store.record_store import Store

TODAY = date(2026, 7, 1)
NOW = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
ACTOR = "Test Gebruiker"


class FixedClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)


def new_store(path: Path, actor: str = ACTOR, clock: FixedClock | None = None) -> Store:
    """Make an empty register whose clock stands still: a copy of one that was migrated once, for that is slow.

    So all have one identity, unlike what ``Store.new`` makes.
    """
    path.touch(0o600, exist_ok=False)
    path.write_bytes(_empty_register())
    return open_store(path, actor, clock)


@cache
def _empty_register() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        Store.new(path, ACTOR, FixedClock()).close()
        return path.read_bytes()


def open_store(path: Path, actor: str = ACTOR, clock: FixedClock | None = None, *, read_only: bool = False) -> Store:
    """Open a register with a clock that stands still."""
    return Store.open(path, actor, clock or FixedClock(), read_only=read_only)


def record(store: Store, kind: str, **given: Any) -> Record:
    """Make a record of a kind (by its code); texts are read as somebody would type them."""
    chosen = kind_of(kind)
    step, reference = editing.make_record(store, chosen, {"title": f"Een {chosen.one.nl}", **given})
    store.apply(step)
    return store.find(reference)


def motion(store: Store, **given: Any) -> Record:
    return record(store, "motion", **given)


def commitment(store: Store, **given: Any) -> Record:
    return record(store, "commitment", **given)


def action(store: Store, **given: Any) -> Record:
    return record(store, "action", **given)


def change(store: Store, changed: Record, **given: Any) -> Record:
    """Change fields of a record and give it as it is now."""
    store.apply(editing.change_record(store, changed, given))
    return store.find(changed.reference)


def delete(store: Store, *gone: Record) -> LoggedStep:
    return store.apply(editing.delete_records(store, gone))


def deadline(store: Store, of: Record, **given: Any) -> Part:
    """Hang a deadline on a record; without words it says nothing but that it is there."""
    return _part(store, of, "deadline", given)


def note(store: Store, of: Record, **given: Any) -> Part:
    return _part(store, of, "progress_note", {"text": "Het loopt.", **given})


def evidence(store: Store, of: Record, **given: Any) -> Part:
    return _part(store, of, "evidence", {"name": "brief.pdf", **given})


def relation(store: Store, start: Record, how: str, end: Record) -> Part:
    store.apply(editing.relate(store, start, how, end))
    return store.parts(start.id).relations[-1]


def letter(store: Store, **given: Any) -> Part:
    return _beside(store, "letter", {"title": "Voortgangsbrief", **given})


def debate(store: Store, **given: Any) -> Part:
    return _beside(store, "debate", {"subject": "Mensenhandel", **given})


def organisation(store: Store, name: str, **given: Any) -> Part:
    return _beside(store, "organisation", {"name": name, **given})


def person(store: Store, name: str, email: str | None = None) -> int:
    """Add a person and give the id."""
    draft = Draft(store)
    made = draft.namer.id_of("person", f"{name} <{email}>" if email else name)
    store.apply(draft.step("Persoon toevoegen"))
    assert made is not None
    return made


def rename_person(store: Store, person_id: int, name: str) -> LoggedStep:
    """Put a new version of somebody's name in force."""
    old = next(part for part in store.rows("person") if part.id == person_id)
    detail = store.new_id("person_detail")
    renamed = Change("person", person_id, {"detail": old["detail"]}, {"detail": detail})
    return store.apply(Step("Persoon wijzigen", (renamed,), personal=(PersonalDetail(detail, person_id, name),)))


def everything(store: Store) -> list[Record]:
    """Fill an empty register with one record of each kind in which every field is known, and all that can hang on it.

    Gives the records in the order of KINDS. Something was changed, deleted and taken back as well.
    """
    letter(store, **_all_of("letter", {}))
    debate(store, **_all_of("debate", {}))
    _beside(store, "saved_view", _all_of("saved_view", {}))
    _beside(store, "recess", _all_of("recess", {}))
    _beside(store, "event", _all_of("event", {"letter": 1}))
    organisation(store, "OM", full_name="Openbaar Ministerie", aliases="parket")
    people = {
        "person": person(store, "Sanne de Vries", "sanne@minjenv.nl"),
        "letter": 1,
        "debate": 1,
        "organisation": 1,
    }
    store.apply(
        Step("Persoon wijzigen", (Change("person", people["person"], {"organisation": None}, {"organisation": 1}),))
    )
    made = [record(store, kind.code, **_all_of(kind.table, people)) for kind in KINDS]
    for one, other in zip(made, [*made[1:], made[0]], strict=True):
        hung = deadline(store, one, **_all_of("deadline", people))
        deadline(store, one, **{**_all_of("deadline", people), "met_on": None, "event_day": None})
        note(store, one, **_all_of("progress_note", people))
        relation(store, one, "draagt bij aan", other)
        evidence(store, one, **_all_of("evidence", people))
        moved = {"wording": "na de zomer", "start": date(2026, 9, 1), "end": date(2026, 10, 1)}
        store.apply(handling.postpone(store, one, hung, moved, on=TODAY, reason="drukte", letter=1))
    deadline(store, made[1], **_all_of("deadline", people))
    store.apply(handling.meet_deadline(store, made[0], store.parts(made[0].id).deadlines[1], TODAY))
    delete(store, commitment(store, title="Verwijderd"))
    change(store, made[0], status="in uitvoering")
    store.undo()
    return [store.find(one.reference) for one in made]


def _all_of(entity: str, ids: dict[str, int]) -> dict[str, Any]:
    specs = fields_of(model_of(entity))
    return {spec.name: any_value(spec.type, ids, spec.label.nl) for spec in specs}


def any_value(value_type: ValueType, ids: dict[str, int], words: str = "iets") -> Any:
    """Give some value of a type; references point at ``ids`` by entity."""
    plain: dict[type[ValueType], Any] = {
        Area: f"{words}:\nvan alles", Day: date(2026, 6, 15), Whole: 7, Money: Decimal("4138318.50"), YesNo: True,
    }  # fmt: skip
    if isinstance(value_type, Choice):
        return value_type.words[0][0]
    if isinstance(value_type, Reference):
        return ids[value_type.entity]
    if isinstance(value_type, ListOf):
        return (any_value(value_type.of, ids, words),)
    if isinstance(value_type, Items):
        return (value_type.item(**{spec.name: any_value(spec.type, ids, words) for spec in value_type.item.parts()}),)
    return plain.get(type(value_type), f"{words} é {words}")


def _part(store: Store, of: Record, entity: str, given: dict[str, Any]) -> Part:
    step = editing.add_part(store, of, entity, given)
    store.apply(step)
    parts = store.parts(of.id)
    made = {"deadline": parts.deadlines, "progress_note": parts.notes, "evidence": parts.evidence}[entity]
    return made[-1]


def _beside(store: Store, entity: str, given: dict[str, Any]) -> Part:
    step, row_id = editing.make_beside(store, entity, given)
    store.apply(step)
    return next(part for part in store.rows(entity) if part.id == row_id)
