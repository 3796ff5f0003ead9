"""The columns of a workbook as somebody looks at them: heading, an example, where they go and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.formats import day_words, moment_words
from tracker.basics.language import Language, Text
from tracker.basics.paths import user_folder
from tracker.records.proposal import Sureness

if TYPE_CHECKING:
    from tracker.exchange.incoming.workbook.mapping import Mapping
    from tracker.services.importing.files import TakenFile

_SAMPLES, _SAMPLED_ROWS = 2, 12
_LONGEST_SAMPLE = 90


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of a table; ``place`` is its number in the mapping, ``letter`` that on the sheet."""

    place: int
    letter: str
    heading: str
    sample: str
    target: str
    sureness: Sureness
    why: Text


def table_names(taken: TakenFile) -> list[str]:
    """Give the names by which the tables of a workbook are known; none for another sort of file."""
    return [] if taken.workbook is None else [one.table.title for one in taken.workbook.tables]


def columns_shown(taken: TakenFile, table: int, language: Language = Language.DUTCH) -> list[ColumnShown]:
    """Give the columns of one table, with examples as people read them."""
    from tracker.exchange.incoming.workbook.grid import letters
    from tracker.records.import_target import IGNORE, KEEP

    if taken.workbook is None or taken.mapping is None:
        return []
    of_table = taken.workbook.tables[table].table
    shown = []
    is_empty = IGNORE, KEEP
    samples = of_table.sample(_SAMPLED_ROWS)
    for place, (column, use) in enumerate(zip(of_table.columns, taken.mapping.tables[table].columns, strict=True)):
        sample = " · ".join(_as_read(value, language) for value in samples[place][:_SAMPLES])
        if not sample and not column.parts and use.target in is_empty:
            continue  # an empty column beside the table
        if len(sample) > _LONGEST_SAMPLE:
            sample = f"{sample[:_LONGEST_SAMPLE].rstrip()}…"
        shown.append(ColumnShown(place, letters(column.number), use.heading, sample, use.target, use.sureness, use.why))
    return shown


def _as_read(value: object, language: Language) -> str:
    """Give what stands in a cell: a day as people write it, and a whole number without the point of the sheet."""
    if isinstance(value, datetime):
        return moment_words(value, language) if value.time() != time() else day_words(value.date(), language)
    if isinstance(value, date):
        return day_words(value, language)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def mappings_of(taken: Sequence[TakenFile], path: Path) -> dict[int, Mapping]:
    """Give the mappings that a saved file has for the tables of these files, by the place of the file.

    Empty where it knows none of their tables. Raises InvalidValue for a file that holds no mappings.
    """
    from tracker.exchange.incoming.workbook.mapping import load_mapping

    known = load_mapping(path)
    return {
        place: one.workbook.proposed_mapping(known)
        for place, one in enumerate(taken)
        if one.workbook is not None and any(known.kind_of_shape(each.table.shape) for each in one.workbook.tables)
    }


def remembered_path() -> Path:
    """Give the file in which the user's choices for columns are kept, for the next file with the same headings."""
    return user_folder() / "column-mappings.json"


def remember(mapping: Mapping, path: Path | None = None) -> None:
    """Keep where the columns of a workbook went. Raises CannotWrite, and InvalidValue for a file of another sort."""
    from tracker.exchange.incoming.workbook.mapping import load_mapping, save_mapping

    target = path or remembered_path()
    kept = load_mapping(target)
    kept.learn(mapping)
    save_mapping(target, kept)
