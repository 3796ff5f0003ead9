"""Samenhang: how one record hangs together with another, readable from both sides."""

from typing import Annotated, ClassVar

from sqlmodel import Field, SQLModel

from tracker.basics.language import Language, Text
from tracker.records.field import FieldSpec
from tracker.records.value_type import Choice

RELATIONS: dict[str, tuple[Text, Text]] = {
    "onderdeel van": (Text("onderdeel van", "part of"), Text("omvat", "includes")),
    "draagt bij aan": (
        Text("draagt bij aan", "contributes to"),
        Text("krijgt bijdrage van", "receives contribution from"),
    ),
    "komt voort uit": (Text("komt voort uit", "arises from"), Text("leidde tot", "led to")),
    "beantwoordt": (Text("beantwoordt", "answers"), Text("beantwoord door", "answered by")),
    "geeft uitvoering aan": (Text("geeft uitvoering aan", "carries out"), Text("uitgevoerd door", "carried out by")),
    "vereist door": (Text("vereist door", "required by"), Text("vereist", "requires")),
    "zet om": (Text("zet om", "transposes"), Text("omgezet door", "transposed by")),
    "wacht op": (Text("wacht op", "waits for"), Text("wordt afgewacht door", "is awaited by")),
    "herhaalt": (Text("herhaalt", "repeats"), Text("herhaald door", "repeated by")),
    "vult aan": (Text("vult aan", "adds to"), Text("aangevuld door", "added to by")),
    "wijzigt": (Text("wijzigt", "changes"), Text("gewijzigd door", "changed by")),
    "vervangt": (Text("vervangt", "replaces"), Text("vervangen door", "replaced by")),
    "samengevoegd in": (Text("samengevoegd in", "merged into"), Text("neemt op", "takes in")),
}
"""Each relation as read from the record it starts at, and from the other side."""

MERGED_INTO = "samengevoegd in"
"""Also what leads from a deleted record to the one that it was merged into."""

RELATION_CHOICE = Choice(tuple((code, words[0]) for code, words in RELATIONS.items()))


class Relation(SQLModel, table=True):
    """One record (``record_id``) related to another (``to_id``)."""

    belongs_to_record: ClassVar[bool] = True

    id: int = Field(primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    to_id: int = Field(foreign_key="record.id", index=True)
    how: Annotated[str, FieldSpec(Text("Samenhang", "Relation"), RELATION_CHOICE, width_px=160, required=True)]


def relation_words(how: str, *, reversed_side: bool, language: Language = Language.DUTCH) -> str:
    """Give the words for a relation as read from its start, or from its other side."""
    words = RELATIONS.get(how)
    return how if words is None else words[1 if reversed_side else 0].to(language)
