"""A record on paper: everything that is known of it, and what is left out for readers outside."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders as build
from tracker.basics.language import Language
from tracker.records.snapshot import Record
from tracker.services import editing, handling
from tracker.services.paper import INTERNAL_WARNING, Look, Paper, RecordPaper
from tracker.store.record_store import Store


def paper_of(store: Store, record: Record, *, public: bool = False, history: bool = False) -> Paper:
    return RecordPaper(
        store, record, build.TODAY, Language.DUTCH, leaves_out_internal=public, has_history=history
    ).make()  # fmt: skip


def lines(paper: Paper) -> list[str]:
    return [" | ".join(cell.text for cell in row.cells) for row in paper.rows]


def headings(paper: Paper) -> list[str]:
    return [row.cells[0].text for row in paper.rows if row.cells[0].look is Look.HEADING]


def test_every_known_field_stands_under_its_group(store: Store) -> None:
    made = paper_of(store, build.motion(store, title="Opvang", theme="zorg", owner="Sanne"))
    assert (made.title, made.about) == ("Opvang", ("Motie M-1",))
    assert headings(made) == ["Kern", "Wie"]
    assert "Thema | zorg" in lines(made)
    assert "Dossierhouder | Sanne" in lines(made)


@pytest.mark.parametrize("place", range(7))
def test_all_kinds_print_whole(store: Store, place: int) -> None:
    record = build.everything(store)[place]
    made = paper_of(store, record, history=True)
    assert made.row_count == len(lines(made))
    wanted = ["Termijnen", "Stand van zaken", "Samenhang", "Bewijsstukken", "Geschiedenis"]
    assert headings(made)[-5:] == wanted


def test_a_deadline_stands_with_each_postponement(store: Store) -> None:
    record = build.motion(store)
    deadline = build.deadline(store, record, wording="voor de zomer", end=date(2026, 6, 1))
    moved = {"wording": "na de zomer", "end": date(2026, 10, 1)}
    store.apply(handling.postpone(store, record, deadline, moved, on=build.TODAY, reason="drukte"))
    found = lines(paper_of(store, record))
    assert "01-10-2026 | na de zomer" in found
    assert "Uitgesteld | 01-07-2026: voor de zomer → na de zomer\ndrukte" in found


def test_notes_come_newest_first(store: Store) -> None:
    record = build.motion(store)
    for day in (1, 3, 2):
        build.note(store, record, text=f"stand {day}", on=date(2026, 5, day))
    found = [line for line in lines(paper_of(store, record)) if "stand" in line]
    assert [line[-1] for line in found] == ["3", "2", "1"]


def test_relations_read_from_this_side(store: Store) -> None:
    one, other = build.motion(store, title="Een"), build.motion(store, title="Ander")
    build.relation(store, one, "beantwoordt", other)
    assert "beantwoord door | M-1 Een" in lines(paper_of(store, other))


def internal_record(store: Store) -> Record:
    record = build.motion(store, owner="Sanne", remarks="onder ons", theme="zorg")
    build.note(store, record, text="binnenskamers", internal=True)
    build.note(store, record, text="voor iedereen")
    build.deadline(store, record, wording="streefdatum", sort="intern streven")
    secret = build.motion(store, title="Geheim", marking="departementaal vertrouwelijk")
    store.apply(editing.relate(store, record, "vult aan", secret))
    return build.change(store, record, remarks="nog meer onder ons")


def test_internal_fields_are_left_out_on_demand_everywhere(store: Store) -> None:
    whole = paper_of(store, internal_record(store), history=True)
    public = paper_of(store, store.find("M-1"), public=True, history=True)
    for words in ("Sanne", "onder ons", "binnenskamers", "streefdatum", "Geheim", build.ACTOR):
        assert words in "\n".join(lines(whole)), words
        assert words not in "\n".join(lines(public)), words
    assert "voor iedereen" in "\n".join(lines(public))


def test_the_footer_warns_only_where_something_internal_is_printed(store: Store) -> None:
    record = internal_record(store)
    assert paper_of(store, record).warning == INTERNAL_WARNING.nl
    assert paper_of(store, record, public=True).warning == ""
    assert paper_of(store, build.motion(store)).warning == ""


def test_the_footer_tells_a_marking_also_without_internal_fields(store: Store) -> None:
    record = build.motion(store, marking="LIMITE")
    assert paper_of(store, record, public=True).warning == "Markering: LIMITE"


def test_a_title_never_ends_a_page_alone(store: Store) -> None:
    made = paper_of(store, build.everything(store)[0])
    assert all(row.keeps_next for row in made.rows if row.cells[0].look is Look.HEADING)
