"""Gebeurtenis: something that deadlines wait for, under one name, with its day once that is known."""

import re
from datetime import date
from typing import Annotated, Final

from sqlmodel import Field, SQLModel

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import AREA, DAY, LETTER, LINE

# What two people write differently when they mean one event.
_LEFT_OUT: Final = frozenset(("de", "het", "een", "van", "der", "den", "des"))
_SPELT_OUT: Final = {"art": "artikel", "nr": "nummer", "iwt": "inwerkingtreding"}
_POINTING: Final = frozenset(("dit", "deze", "dat", "die", "hier", "hierover", "daarover", "zijn", "haar", "onze"))


class Event(SQLModel, table=True):
    """One event. Deadlines point at it; ``day`` None: it has not taken place as far as is known."""

    id: int = Field(primary_key=True)
    name: Annotated[str, FieldSpec(Text("Gebeurtenis", "Event"), LINE, width_px=320, required=True)]
    day: Annotated[date | None, FieldSpec(Text("Op", "On"), DAY, width_px=100)] = None
    remark: Annotated[str | None, FieldSpec(Text("Opmerking", "Remark"), AREA, width_px=240)] = None
    letter: Annotated[int | None, FieldSpec(Text("Gemeld met brief", "Told in letter"), LETTER)] = Field(
        default=None, foreign_key="letter.id"
    )


def likeness(name: str) -> str:
    """Give what two names of one event have in common: without capitals, accents, articles and signs.

    "De inwerkingtreding van art. 273f Sr" and "inwerkingtreding artikel 273f Sr" are alike.
    """
    words = re.findall(r"[\w’']+", fold(name))
    return " ".join(_SPELT_OUT.get(word, word) for word in words if word not in _LEFT_OUT)


def points_at_its_record(name: str) -> bool:
    """Tell whether the words mean something only beside their record ("dit gesprek"): no other record shares them."""
    words = fold(name).split()
    return bool(words) and words[0] in _POINTING
