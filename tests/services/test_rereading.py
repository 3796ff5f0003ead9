"""Reading deadlines again that came before the words could be read: shown first, then one step."""

from __future__ import annotations

from datetime import date

from tests import builders as build
from tracker.basics.language import Language
from tracker.services.recess_calendar import calendar_of
from tracker.services.rehearsal import Outcome
from tracker.services.rereading import reread
from tracker.store.record_store import Store

SAID = date(2026, 6, 25)


def test_words_that_were_only_typed_get_their_window(store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="voor het einde van dit jaar", said_on=SAID)
    build.deadline(store, record, wording="iets onleesbaars", said_on=SAID)
    build.deadline(store, record, wording="in 2027")
    plan = reread(store, calendar_of(store)).finish()
    assert [line.outcome for line in plan.lines] == [Outcome.CHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert (plan.lines[0].before, plan.lines[0].after) == ("geen dag", "uiterlijk 31-12-2026")
    assert plan.lines[2].why is not None
    assert "wanneer dit is gezegd" in plan.lines[2].why.nl
    store.apply(plan.step())
    assert store.parts(record.id).deadlines[0]["end"] == date(2026, 12, 31)
    assert not reread(store, calendar_of(store)).finish().doing()
    store.undo()
    assert store.parts(record.id).deadlines[0]["end"] is None


def test_what_the_officer_chose_is_left(store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="in 2027", said_on=SAID, end=date(2027, 3, 1), overruled=True)
    build.deadline(store, record, wording="in 2027", said_on=SAID, met_on=SAID)
    plan = reread(store, calendar_of(store)).finish()
    assert not plan.doing()


def test_an_event_that_somebody_named_better_stays(store: Store) -> None:
    record = build.commitment(store)
    build.deadline(
        store, record, wording="wanneer dit gesprek heeft plaatsgevonden", said_on=SAID, precision="event",
        waits_for="gesprek over de monitoring",
    )  # fmt: skip
    build.deadline(
        store, record, wording="jaarlijks", said_on=SAID, precision="recurring", waits_for="inwerkingtreding"
    )
    store.apply(reread(store, calendar_of(store), [record.id]).finish().step())
    first, second = store.parts(record.id).deadlines
    assert first["waits_for"] == "gesprek over de monitoring"
    assert (second["waits_for"], second["end"], second["recurs"]) == ("inwerkingtreding", None, "year")


def test_it_is_rehearsed_in_english_too(store: Store) -> None:
    record = build.commitment(store)
    build.deadline(store, record, wording="voor het zomerreces", said_on=date(2026, 3, 1), end=date(2026, 7, 2))
    build.deadline(store, record, wording="in Q3 2026", said_on=SAID)
    build.deadline(store, record, wording="binnen zes weken na inwerkingtreding van de wet", said_on=SAID)
    lines = reread(store, calendar_of(store), language=Language.ENGLISH).finish().lines
    assert [(line.before, line.after) for line in lines] == [
        ("by 2 Jul 2026", "by 2 Jul 2026 (tentative)"),
        ("no day", "1 Jul 2026 – 30 Sep 2026"),
        ("no day", "waits for 6 weeks after inwerkingtreding van de wet"),
    ]
