"""Where each column of each table goes: proposed by itself, corrected by the officer, and kept for the next file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.basics.whole_file import replacing
from tracker.exchange.incoming.workbook.headings import plain_heading
from tracker.records.day_text import DayOrder
from tracker.records.import_target import IGNORE, KEEP, targets_of
from tracker.records.proposal import Sureness
from tracker.records.registry import KINDS, kind_of

NO_WHY: Final = Text("", "")
_FORMAT: Final = "tracker mapping 1"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """Where one column goes: a name of ``import_target.targets_of``, KEEP or IGNORE; how sure that is, and why.

    ``is_chosen``: a person said so, now or for an earlier file. ``order``: how the days of a column are written; None
    where that is found from the column itself.
    """

    heading: str
    target: str
    sureness: Sureness = Sureness.SURE
    why: Text = NO_WHY
    is_chosen: bool = False
    order: DayOrder | None = None


@dataclass(frozen=True, slots=True)
class TableUse:
    """What becomes of one table: the kind of its rows, and where its columns go. ``is_left_out``: nothing of it.

    ``columns`` are in the order of the table's own.
    """

    shape: str
    kind: str
    columns: tuple[ColumnUse, ...]
    sureness: Sureness = Sureness.SURE
    is_left_out: bool = False
    is_kind_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """The uses of the tables of one file, in their order."""

    tables: tuple[TableUse, ...]

    def with_target(self, table: int, column: int, target: str, order: DayOrder | None = None) -> Mapping:
        """Give the mapping in which one column goes somewhere else. Raises InvalidValue for what is no target."""
        use = self.tables[table]
        if target not in {KEEP, IGNORE} and target not in targets_of(kind_of(use.kind)):
            raise InvalidValue(
                f"“{target}” is geen veld van deze soort. Kies een ander veld.",
                f"“{target}” is no field of this kind. Choose another field.",
            )
        columns = list(use.columns)
        columns[column] = replace(
            columns[column], target=target, sureness=Sureness.SURE, is_chosen=True, order=order, why=_CHOSEN
        )
        return self._with(table, replace(use, columns=tuple(columns)))

    def with_table(self, table: int, use: TableUse) -> Mapping:
        """Give the mapping with another use for one table."""
        return self._with(table, use)

    def left_out(self, table: int, *, is_left_out: bool = True) -> Mapping:
        """Give the mapping in which a table is left out, or taken in again."""
        return self._with(table, replace(self.tables[table], is_left_out=is_left_out))

    def _with(self, table: int, use: TableUse) -> Mapping:
        return Mapping((*self.tables[:table], use, *self.tables[table + 1 :]))


_CHOSEN: Final = Text("Gekozen.", "Chosen.")
_REMEMBERED: Final = Text("Zo gekozen voor een eerder bestand.", "Chosen so for an earlier file.")


@dataclass(slots=True)
class Remembered:
    """What was chosen for earlier files, by the shape of their headings; as it lies in a file."""

    tables: dict[str, dict[str, Any]] = field(default_factory=dict)

    def learn(self, mapping: Mapping) -> None:
        """Keep what this mapping says of each table."""
        for use in mapping.tables:
            columns = {}
            for one in use.columns:
                if key := plain_heading(one.heading):
                    columns[key] = one.target if one.order is None else [one.target, str(one.order)]
            self.tables[use.shape] = {"kind": use.kind, "left_out": use.is_left_out, "columns": columns}

    def applied(self, use: TableUse) -> TableUse:
        """Give a proposed use as it was chosen before; what does not fit (any more) stays as proposed."""
        known = self.tables.get(use.shape)
        if known is None or known["kind"] != use.kind:
            return use
        targets = targets_of(kind_of(use.kind))
        columns = [
            _chosen_before(one, known["columns"].get(plain_heading(one.heading)), targets) for one in use.columns
        ]
        return replace(use, columns=tuple(columns), sureness=Sureness.SURE, is_left_out=bool(known["left_out"]))

    def kind_of_shape(self, shape: str) -> str | None:
        """Give the kind that tables with these headings were, None where none is known."""
        known = self.tables.get(shape)
        return known["kind"] if known else None


def load_mapping(path: Path) -> Remembered:
    """Read mappings from a file. Raises InvalidValue where it holds none; a missing file holds nothing yet."""
    if not path.exists():
        return Remembered()
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        return Remembered(dict(_checked(given)))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InvalidValue(
            f"“{path.name}” is geen bestand met kolomindelingen van Tracker. Kies een ander, of laat het weg.",
            f"“{path.name}” is no file with column mappings of Tracker. Choose another, or leave it out.",
        ) from error


def save_mapping(path: Path, remembered: Remembered) -> None:
    """Write mappings to a file. Raises CannotWrite."""
    told = {"format": _FORMAT, "tables": [{"shape": shape, **use} for shape, use in remembered.tables.items()]}
    with replacing(path) as beside:
        beside.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _checked(given: Map[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    if given["format"] != _FORMAT:
        raise ValueError(given["format"])
    codes = {kind.code for kind in KINDS}
    for use in given["tables"]:
        if use["kind"] not in codes:
            raise ValueError(use["kind"])
        columns = {str(heading): target for heading, target in use["columns"].items()}
        yield str(use["shape"]), {"kind": use["kind"], "left_out": bool(use.get("left_out")), "columns": columns}


def _chosen_before(use: ColumnUse, chosen: Any, targets: Map[str, Any]) -> ColumnUse:
    target, order = chosen if isinstance(chosen, list) and len(chosen) == 2 else (chosen, None)
    if not isinstance(target, str) or (target not in targets and target not in {KEEP, IGNORE}):
        return use
    known_order = DayOrder(order) if order in set(DayOrder) else None
    return replace(
        use, target=target, sureness=Sureness.SURE, why=_REMEMBERED, is_chosen=target != use.target, order=known_order
    )
