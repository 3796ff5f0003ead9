"""The columns of a workbook as somebody looks at them: heading, an example, where they go and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.language import Text
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


def columns_shown(taken: TakenFile, table: int) -> list[ColumnShown]:
    """Give the columns of one table."""
    from tracker.exchange.incoming.workbook.grid import letters
    from tracker.records.import_target import IGNORE, KEEP

    if taken.workbook is None or taken.mapping is None:
        return []
    of_table = taken.workbook.tables[table].table
    shown = []
    is_empty = IGNORE, KEEP
    samples = of_table.sample(_SAMPLED_ROWS)
    for place, (column, use) in enumerate(zip(of_table.columns, taken.mapping.tables[table].columns, strict=True)):
        sample = " · ".join(" ".join(str(value).split()) for value in samples[place][:_SAMPLES])
        if not sample and not column.parts and use.target in is_empty:
            continue  # an empty column beside the table
        if len(sample) > _LONGEST_SAMPLE:
            sample = f"{sample[:_LONGEST_SAMPLE].rstrip()}…"
        shown.append(ColumnShown(place, letters(column.number), use.heading, sample, use.target, use.sureness, use.why))
    return shown


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
