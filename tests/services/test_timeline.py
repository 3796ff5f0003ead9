"""The timeline without a window: what is drawn how, in which group, and what is said of it."""

from __future__ import annotations

from array import array
from datetime import date
from typing import Any

import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.services import handling
from tracker.services.recess_calendar import calendar_of
from tracker.services.timeline import UNTIL_LOOKS_BACK_DAYS, Grouping, Shape, Timeline, read_timeline
from tracker.services.timeline_words import beside, in_full, judgement, window
from tracker.store.record_store import Store

DAY = build.TODAY
NL = Language.DUTCH


def _read(store: Store, grouping: Grouping = Grouping.NONE, *, with_settled: bool = False) -> Timeline:
    ids = array("q", [row_id for row_id, _ in store.column("record", "title")])
    return read_timeline(store, ids, DAY, grouping, with_settled=with_settled)


def _one(store: Store, **given: Any) -> Timeline:
    """A timeline of one deadline."""
    build.deadline(store, build.motion(store, title="Landelijke aansturing"), **given)
    return _read(store)


@pytest.mark.parametrize(
    ("given", "shape", "tone"),
    [
        ({"start": date(2026, 8, 1), "end": date(2026, 8, 31)}, Shape.SPAN, "on-time"),
        ({"start": date(2026, 6, 1), "end": date(2026, 6, 30)}, Shape.SPAN, "late"),
        ({"start": DAY, "end": DAY}, Shape.DAY, "soon"),
        ({"end": date(2026, 7, 31)}, Shape.UNTIL, "soon"),
        ({"end": date(2026, 8, 1)}, Shape.UNTIL, "on-time"),
        ({"start": date(2026, 8, 1)}, Shape.FROM, "none"),
        ({"waits_for": "het gesprek"}, Shape.WAITS, "wait"),
        ({"waits_for": "het gesprek", "end": date(2026, 6, 1)}, Shape.UNTIL, "late"),
        ({"wording": "doorlopend"}, Shape.NONE, "none"),
        ({"waits_for": "het gesprek", "event_day": date(2026, 6, 1)}, Shape.NONE, "none"),
        ({"end": date(2026, 6, 1), "sort": "intern streven"}, Shape.UNTIL, "target"),
        ({"end": date(2026, 6, 1), "sort": "register Kamer"}, Shape.UNTIL, "late"),
    ],
)
def test_shape_and_tone_follow_the_days(store: Store, given: dict[str, Any], shape: Shape, tone: str) -> None:
    mark = _one(store, **given).mark(0)
    assert (mark.shape, mark.tone) == (shape, tone)


def test_not_later_than_runs_from_the_day_it_was_said(store: Store) -> None:
    mark = _one(store, end=date(2026, 12, 31), said_on=date(2026, 6, 25)).mark(0)
    assert date.fromordinal(mark.first) == date(2026, 6, 25)


def test_not_later_than_looks_back_a_little_where_nobody_knows_when_it_was_said(store: Store) -> None:
    mark = _one(store, end=date(2026, 12, 31)).mark(0)
    assert mark.last - mark.first == UNTIL_LOOKS_BACK_DAYS


def test_what_is_settled_shows_only_where_it_is_asked_for(store: Store) -> None:
    build.deadline(store, build.motion(store, status="afgedaan"), end=DAY)
    build.deadline(store, build.motion(store), end=DAY, met_on=DAY)
    assert len(_read(store)) == 0
    shown = _read(store, with_settled=True)
    assert [shown.mark(place).tone for place in range(len(shown))] == ["settled", "settled"]


def test_a_chambers_own_term_beside_a_promise_is_not_late(store: Store) -> None:
    motion = build.motion(store)
    build.deadline(store, motion, end=date(2026, 6, 1), sort="register Kamer")
    build.deadline(store, motion, end=date(2026, 9, 1))
    found = _read(store)
    assert [found.mark(place).tone for place in range(2)] == ["target", "on-time"]


def test_recesses_are_those_of_the_register(store: Store) -> None:
    assert [one.name for one in _read(store).recesses] == [one.name for one in calendar_of(store).recesses]


def test_only_records_of_the_list_are_read_and_those_with_a_deadline_counted(store: Store) -> None:
    listed, other = build.motion(store), build.motion(store)
    for one in (listed, listed, other):
        build.deadline(store, one, end=DAY)
    without = build.motion(store)
    found = read_timeline(store, [listed.id, without.id], DAY)
    assert list(found.windows.records) == [listed.id, listed.id]
    assert (found.record_count, found.listed_count) == (1, 2)


def test_deadlines_stand_by_their_last_day_and_those_without_come_last(store: Store) -> None:
    for end in (None, date(2026, 9, 1), date(2026, 7, 5)):
        build.deadline(store, build.motion(store), wording="ooit", end=end)
    found = _read(store)
    ends = [found.mark(place).last for place in range(3)]
    assert ends == [date(2026, 7, 5).toordinal(), date(2026, 9, 1).toordinal(), 0]


def test_groups_by_line_of_action_put_actions_first_and_other_kinds_behind(store: Store) -> None:
    build.deadline(store, build.motion(store), end=DAY)
    build.deadline(store, build.action(store, action_line="2"), end=DAY)
    build.deadline(store, build.action(store, action_line="1"), end=DAY)
    build.deadline(store, build.action(store), end=DAY)
    labels = [group.label.nl for group in _read(store, Grouping.LINE).groups]
    assert labels == [
        "Actielijn 1 Brede bewustwording", "Actielijn 2 Meldingsbereidheid", "Moties", "Acties actieplan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("grouping", "field", "without"),
    [(Grouping.MINISTER, "minister", "Zonder bewindspersoon"), (Grouping.LEAD, "lead", "Zonder trekker")],
)
def test_groups_by_name_stand_in_order_and_what_has_none_comes_last(
    store: Store, grouping: Grouping, field: str, without: str
) -> None:
    for name in ("zorg", None, "élan", "zorg"):
        build.deadline(store, build.motion(store, **({field: name} if name else {})), end=DAY)
    found = _read(store, grouping)
    assert [(group.label.nl, group.count) for group in found.groups] == [("Élan", 1), ("Zorg", 2), (without, 1)]
    assert [found.group_of(place) for place in range(4)] == [0, 1, 1, 2]


def test_a_record_is_found_by_its_first_deadline(store: Store) -> None:
    motion = build.motion(store)
    build.deadline(store, motion, end=date(2026, 9, 1))
    build.deadline(store, motion, end=date(2026, 8, 1))
    found = _read(store)
    assert found.place_of(motion.id) == 0
    assert found.place_of(motion.id + 1) is None


def test_letters_with_a_day_and_recesses_stand_beside(store: Store) -> None:
    build.letter(store, title="Voortgang", day=date(2026, 6, 25))
    build.letter(store, title="Ooit")
    found = _read(store)
    assert [(letter.name, letter.day) for letter in found.letters] == [("B-1 Voortgang", date(2026, 6, 25))]
    assert any(recess.name == "zomerreces" and recess.first_day.year == 2026 for recess in found.recesses)


def test_reach_holds_today_also_where_nothing_has_a_day(store: Store) -> None:
    found = _one(store, wording="ooit")
    assert (found.first_day, found.last_day) == (DAY.toordinal(), DAY.toordinal())


# --- in words ---------------------------------------------------------------------------------------------------------


def _beside(store: Store, **given: Any) -> str:
    found = _one(store, **given)
    words = found.words(0)
    assert words is not None
    return beside(words, found.mark(0), NL)


def test_beside_a_bar_stand_the_words_as_they_were_said(store: Store) -> None:
    assert _beside(store, wording="voor de zomer", end=DAY) == "voor de zomer"


def test_without_words_the_day_stands_there(store: Store) -> None:
    assert _beside(store, end=DAY) == "01-07-2026"


def test_beside_a_bar_stands_what_is_not_a_firm_promise(store: Store) -> None:
    said = _beside(store, wording="na het reces", end=DAY, tentative=True, sort="intern streven")
    assert said == "na het reces (voorlopig, intern streven)"


def test_what_waits_says_for_what_and_not_twice(store: Store) -> None:
    assert _beside(store, wording="na het gesprek", waits_for="het gesprek") == "wacht op: het gesprek"


def test_words_that_do_not_name_the_event_stay(store: Store) -> None:
    assert _beside(store, wording="jaarlijks", waits_for="de wet") == "jaarlijks · wacht op: de wet"


@pytest.mark.parametrize(
    ("given", "days", "state"),
    [
        ({"start": date(2026, 6, 1), "end": date(2026, 6, 30)}, "Van 01-06-2026 tot en met 30-06-2026",
         "1 dag over tijd"),
        ({"start": DAY, "end": DAY}, "Op 01-07-2026", "Vandaag"),
        ({"end": date(2026, 7, 3)}, "Uiterlijk 03-07-2026", "Nog 2 dagen"),
        ({"end": date(2026, 6, 1), "sort": "intern streven"}, "Uiterlijk 01-06-2026", "30 dagen geleden"),
        ({"start": date(2026, 8, 1)}, "Vanaf 01-08-2026", "Geen dag"),
        ({"waits_for": "de wet"}, "Wacht op: de wet", "Wacht op een gebeurtenis"),
    ],
)  # fmt: skip
def test_days_and_state_are_told_in_words(store: Store, given: dict[str, Any], days: str, state: str) -> None:
    found = _one(store, **given)
    words = found.words(0)
    assert words is not None
    assert window(words, found.mark(0), NL) == days
    assert judgement(words, found.mark(0), DAY, NL) == state


def test_hover_tells_record_promise_days_and_state(store: Store) -> None:
    found = _one(
        store, what="brief aan de Kamer", wording="voor de zomer", said_on=date(2026, 2, 1), end=date(2026, 6, 30)
    )
    words = found.words(0)
    assert words is not None
    assert in_full(words, found.mark(0), DAY, NL) == (
        "M-1 Landelijke aansturing", "Brief aan de Kamer", "“voor de zomer” (gezegd op 01-02-2026)",
        "Uiterlijk 30-06-2026", "1 dag over tijd",
    )  # fmt: skip
    assert in_full(words, found.mark(0), DAY, Language.ENGLISH)[-1] == "1 day overdue"


def test_what_was_promised_first_stays_beside_what_holds_now(store: Store) -> None:
    record = build.motion(store)
    build.deadline(store, record, wording="voor de zomer", start=date(2026, 6, 1), end=date(2026, 7, 2))
    for wording, end in (("eind 2026", date(2026, 12, 31)), ("in 2027", date(2027, 12, 31))):
        deadline = store.parts(record.id).deadlines[0]
        moved = {"wording": wording, "end": end}
        store.apply(handling.postpone(store, record, deadline, moved, on=DAY, reason="druk"))
    shown = _read(store)
    assert shown.promised(0) == (date(2026, 6, 1).toordinal(), date(2026, 7, 2).toordinal())
    assert shown.first_day == date(2026, 6, 1).toordinal()
    words = shown.words(0)
    assert words is not None
    told = in_full(words, shown.mark(0), DAY, NL)
    assert "Eerst toegezegd: “voor de zomer”, 01-06-2026 – 02-07-2026. 2 keer uitgesteld" in told
    english = in_full(words, shown.mark(0), DAY, Language.ENGLISH)
    assert "Promised first: “voor de zomer”, 1 Jun 2026 – 2 Jul 2026. Postponed 2 times" in english


def test_of_not_later_than_and_of_no_day_as_much_is_drawn_as_was_promised(store: Store) -> None:
    for old in ({"end": date(2026, 7, 2)}, {"wording": "te zijner tijd"}):
        record = build.motion(store)
        deadline = build.deadline(store, record, **old)
        store.apply(handling.postpone(store, record, deadline, {"end": date(2026, 9, 1)}, on=DAY, reason="druk"))
    shown, last = _read(store), date(2026, 7, 2).toordinal()
    assert [shown.promised(place) for place in (0, 1)] == [(last - UNTIL_LOOKS_BACK_DAYS, last), None]
    assert _one(store, end=DAY).promised(2) is None
