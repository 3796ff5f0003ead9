"""Stand van zaken: the text on one record for one letter."""

from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field, SQLModel

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import many_field
from tracker.records.value_type import AREA, CITATIONS, DAY, LETTER, YES_NO


class ProgressNote(SQLModel, table=True):
    """A state of affairs. The latest external one is what the annex prints; the earlier ones stay."""

    __tablename__ = "progress_note"

    belongs_to_record: ClassVar[bool] = True

    id: int = Field(primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    on: Annotated[date | None, FieldSpec(Text("Op", "On"), DAY, width_px=100)] = None
    letter: Annotated[int | None, FieldSpec(Text("Voor brief", "For letter"), LETTER, width_px=200)] = Field(
        default=None, foreign_key="letter.id"
    )
    text: Annotated[str, FieldSpec(Text("Stand van zaken", "State of affairs"), AREA, width_px=360, required=True)]
    citations: Annotated[tuple[str, ...], FieldSpec(Text("Vindplaatsen", "Citations"), CITATIONS)] = many_field()
    internal: Annotated[bool, FieldSpec(Text("Alleen intern", "Internal only"), YES_NO, width_px=90)] = False
