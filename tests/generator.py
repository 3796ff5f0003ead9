"""Registers of any size for benchmarks: seeded, with Dutch texts, deadlines, owners and notes as in real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests import builders as build
from tracker.records.change import Change, PersonalDetail, Source, Step
from tracker.records.entity import columns_of, model_of
from tracker.records.field import fields_of
from tracker.records.kind import Kind
from tracker.records.registry import kind_of
from tracker.records.relation import RELATIONS
from tracker.records.value_type import Stored
from tracker.store.record_store import Store

RECORDS_A_STEP = 2_500
OWNERS, LETTERS, DEBATES = 40, 12, 60
SHARES = {"motion": 40, "commitment": 35, "action": 12, "recommendation": 6, "operational-action": 4, "programme": 1,
          "instrument": 2}  # fmt: skip
ORGANISATIONS = (
    "JenV", "VWS", "SZW", "AenM", "BZ", "BHO", "politie", "OM", "KMar", "Nederlandse Arbeidsinspectie", "Comensha",
    "CCV", "VNG", "Nationaal Rapporteur", "WODC", "IOM", "KNVB", "Rode Kruis", "FIER", "KEN!", "Stichting Reshape",
)  # fmt: skip
THEMES = ("opvang", "opsporing", "arbeidsuitbuiting", "minderjarigen", "samenwerking", "preventie", "zorg", "wetgeving")
FIRST = ("Sanne", "Daan", "Fatima", "Joris", "Noor", "Milan", "Esmée", "Youssef", "Anouk", "Thijs", "Zoë", "Bram")
LAST = ("de Vries", "Jansen", "van den Berg", "Bakker", "El Idrissi", "Visser", "Çelik", "Mulder", "Smit", "Dijkstra")
MEMBERS = ("Boomsma (NSC)", "Ceder (CU)", "Mutluer (GL-PvdA)", "Van Nispen (SP)", "Bikker (CU)", "Michon-Derkzen (VVD)")
MINISTERS = ("minister van Justitie en Veiligheid", "minister van Asiel en Migratie", "minister van Buitenlandse Zaken")
VERBS = (
    "verbeteren van",
    "onderzoek naar",
    "versterken van",
    "evaluatie van",
    "brief over",
    "afspraken over",
    "toezicht op",
)
THINGS = (
    "de opvang van slachtoffers", "de vreemdelingenketen", "coördinatie tussen gemeenten", "de bedenktijd",
    "arbeidsmigranten in de land- en tuinbouw", "criminele uitbuiting van minderjarigen", "de aangiftebereidheid",
    "de informatiedeling met zorgverleners", "online werving", "de meldcode in de glastuinbouw",
    "ketenpartners in de regio", "de financiering van gespecialiseerde zorg",
)  # fmt: skip
SENTENCES = (
    "De Kamer wordt hierover voor de zomer geïnformeerd.", "Met de ketenpartners is het gesprek gaande.",
    "Het onderzoek van het WODC is in april aangeboden.", "De gemeenten hebben om meer tijd gevraagd.",
    "De uitkomsten worden betrokken bij de volgende voortgangsbrief.", "Er is nog geen financiële dekking gevonden.",
    "Naar verwachting wordt dit in het derde kwartaal afgerond.",
    "De pilot in drie regio’s loopt door tot het einde van het jaar.",
    "Comensha ziet het aantal meldingen stijgen.", "Dit vraagt om een wijziging van het Besluit politiegegevens.",
)  # fmt: skip
WORDINGS = (
    "voor de zomer",
    "voor het einde van het jaar",
    "in het derde kwartaal",
    "na het zomerreces",
    "begin volgend jaar",
)


def generate(path: Path, records: int, seed: int = 1) -> None:
    """Make a register with this many records. The same seed gives the same contents (salts and times aside)."""
    with build.new_store(path) as store:
        filling = Filling(store, random.Random(seed))
        filling.write_beside()
        for step in filling.steps(records):
            store.apply(step)


class Filling:
    """One run over an empty register: the rows beside the records first, then records by the thousand, a step each."""

    def __init__(self, store: Store, chance: random.Random) -> None:
        self._store = store
        self._chance = chance
        self._ids: dict[str, list[int]] = {}
        self._records: list[int] = []

    def write_beside(self) -> None:
        """Write organisations, persons, letters and debates."""
        chance, personal = self._chance, []
        changes = [self._made("organisation", {"name": name}) for name in ORGANISATIONS]
        for _ in range(OWNERS):
            name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
            detail = self._store.new_id("person_detail")
            made = self._made("person", {"detail": detail})
            personal.append(PersonalDetail(detail, made.id, name, f"{name.replace(' ', '.').lower()}@minjenv.nl"))
            changes.append(made)
        for number in range(1, LETTERS + 1):
            day = date(2020, 1, 15) + timedelta(days=180 * number)
            values = {
                "title": f"Voortgangsbrief {number}",
                "number": self._store.new_letter_number(),
                "day": day.isoformat(),
            }
            changes.append(self._made("letter", {**values, "state": "verzonden"}))
        for number in range(DEBATES):
            values = {"subject": chance.choice(THINGS), "sort": "commissiedebat", "number": f"2026A{number:05}"}
            changes.append(self._made("debate", {**values, "day": self._day(date(2022, 1, 1), 1500)}))
        self._store.apply(Step("Rijen maken", tuple(changes), Source.SYSTEM, tuple(personal)))

    def steps(self, records: int) -> Iterator[Step]:
        """Give the steps that make so many records, each drafted when it is asked for."""
        for start in range(0, records, RECORDS_A_STEP):
            count = min(RECORDS_A_STEP, records - start)
            changes = [change for _ in range(count) for change in self._record()]
            yield Step(f"{count} records maken", tuple(changes), Source.IMPORT)

    def _record(self) -> Iterator[Change]:
        chance = self._chance
        kind = kind_of(chance.choices(list(SHARES), list(SHARES.values()))[0])
        record_id, reference = self._store.new_id(kind.table), self._store.new_reference(kind)
        yield Change(kind.table, record_id, None, {**_start(kind.table), **self._values(kind, reference)}, record_id)
        for _ in range(chance.choices((0, 1, 2), (30, 55, 15))[0]):
            yield self._made("deadline", self._deadline(), record_id)
        for _ in range(chance.choices((0, 1, 2), (30, 50, 20))[0]):
            note = {"text": self._text(2), "on": self._day(date(2024, 1, 1), 900), "letter": self._one("letter")}
            yield self._made("progress_note", note, record_id)
        if self._records and chance.random() < 0.1:
            other = chance.choice(self._records)
            yield self._made("relation", {"how": chance.choice(list(RELATIONS)), "to_id": other}, record_id)
        self._records.append(record_id)

    def _values(self, kind: Kind, reference: str) -> dict[str, Stored]:
        chance = self._chance
        status = chance.choice(kind.model.statuses).word
        title = f"{chance.choice(VERBS).capitalize()} {chance.choice(THINGS)} ({reference})"
        values: dict[str, Stored] = {
            "reference": reference, "title": title, "status": status, "text": self._text(3),
            "theme": chance.choice(THEMES), "minister": chance.choice(MINISTERS),
            "owner": self._one("person") if chance.random() < 0.9 else None, "lead": self._one("organisation"),
            "partners": sorted({self._one("organisation"), self._one("organisation")}), "tags": [chance.choice(THEMES)],
            "remarks": self._text(1) if chance.random() < 0.3 else None,
            "citations": [f"28638-{chance.randint(1, 300)}"],
        }  # fmt: skip
        if kind.code == "motion":
            values |= {
                "submitters": [self._submitter()], "chamber": "Tweede Kamer", "debate": self._one("debate"),
                "citation": f"36547-{chance.randint(1, 400)}", "requests": [{"number": 1, "text_asked": self._text(1)}],
                "outcomes": [{"outcome": "aangenomen", "on": self._day(date(2022, 1, 1), 1500)}],
            }  # fmt: skip
        if kind.code == "commitment":
            values |= {
                "number": f"TZ2026{chance.randint(1, 12):02}-{chance.randint(1, 400)}",
                "words_said": self._text(2),
            }
        return values

    def _deadline(self) -> dict[str, Stored]:
        chance = self._chance
        end = date(2025, 1, 1) + timedelta(days=chance.randint(0, 900))
        met = (
            (end - timedelta(days=chance.randint(0, 20))).isoformat()
            if end < build.TODAY and chance.random() < 0.8
            else None
        )
        return {
            "what": chance.choice(THINGS), "wording": chance.choice(WORDINGS),
            "start": (end - timedelta(days=90)).isoformat(), "end": end.isoformat(), "precision": "quarter",
            "met_on": met,
        }  # fmt: skip

    def _made(self, entity: str, values: dict[str, Any], record_id: int | None = None) -> Change:
        row_id = self._store.new_id(entity)
        self._ids.setdefault(entity, []).append(row_id)
        belongs = {} if record_id is None else {"record_id": record_id}
        return Change(entity, row_id, None, {**_start(entity), **values, **belongs}, record_id)

    def _one(self, entity: str) -> int:
        return self._chance.choice(self._ids[entity])

    def _text(self, sentences: int) -> str:
        chance = self._chance
        about = f"Het gaat om {chance.choice(THINGS)} en {chance.choice(THINGS)}. "
        return about + " ".join(chance.choices(SENTENCES, k=chance.randint(1, sentences * 2)))

    def _day(self, first: date, span_days: int) -> str:
        return (first + timedelta(days=self._chance.randint(0, span_days))).isoformat()

    def _submitter(self) -> dict[str, Stored]:
        name, _, party = self._chance.choice(MEMBERS).partition(" (")
        return {"name": name, "party": party.rstrip(")"), "co_signed": False}


@cache
def _start(entity: str) -> dict[str, Stored]:
    """Give the stored defaults of all columns of an entity."""
    types = {spec.name: spec.type for spec in fields_of(model_of(entity))}
    start: dict[str, Stored] = {}
    for name in columns_of(entity):
        field = model_of(entity).model_fields[name]
        default = None if field.is_required() else field.get_default()
        start[name] = types[name].to_stored(default) if name in types else default
    return start
