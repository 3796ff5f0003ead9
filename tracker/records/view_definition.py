"""What a view with a name holds: which records, and how the list is laid out. As values and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Text
from tracker.records.condition import condition_from_json, condition_to_json
from tracker.records.filter import Filter, view_of
from tracker.records.registry import kind_of

SortKeys = tuple[tuple[str, bool], ...]
"""Column keys with whether they go down, the first one leading."""
DEFAULT_SORT: SortKeys = (("deadline_end", False),)
"""Lists have this order by themselves: by last day, then kind and number."""
_WIDEST_PX = 4000


class Density(StrEnum):
    """How high rows are."""

    COMPACT = "compact"
    NORMAL = "normal"
    ROOMY = "roomy"

    @property
    def words(self) -> Text:
        """Give the density as menus call it."""
        return {
            Density.COMPACT: Text("&Compact", "&Compact"),
            Density.NORMAL: Text("&Normaal", "&Normal"),
            Density.ROOMY: Text("&Ruim", "&Roomy"),
        }[self]


@dataclass(frozen=True)
class Layout:
    """How a list is laid out. ``columns`` None: the program chooses, by the room. ``frozen``: how many columns."""

    columns: tuple[str, ...] | None = None
    widths_px: Mapping[str, int] = field(default_factory=dict)
    frozen: int = 0
    sort: SortKeys = DEFAULT_SORT
    group: str | None = None
    density: Density = Density.NORMAL


@dataclass(frozen=True)
class ViewDefinition:
    """A filter with a layout."""

    filter: Filter = Filter()  # noqa: RUF009 - frozen
    layout: Layout = Layout()

    def to_json(self) -> str:
        """Give the definition as it is kept."""
        chosen = self.filter
        kept = {
            "kind": chosen.kind,
            "view": chosen.view,
            "words": chosen.words,
            "conditions": [condition_to_json(one) for one in chosen.conditions],
            **layout_to_json(self.layout),
        }
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def definition_from_json(text: str) -> ViewDefinition:
    """Read a definition. Raises InvalidValue or NotFound for what makes no sense."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise _unreadable() from error
    if not isinstance(found, dict) or not isinstance(found.get("conditions", []), list):
        raise _unreadable()
    kind, view = found.get("kind"), found.get("view")
    chosen = Filter(
        kind=None if kind is None else kind_of(str(kind)).code,
        view=None if view is None else view_of(str(view)).code,
        words=str(found.get("words") or ""),
        conditions=tuple(condition_from_json(one) for one in found.get("conditions", [])),
    )
    return ViewDefinition(chosen, layout_from_json(found))


def layout_to_json(layout: Layout) -> dict[str, Any]:
    """Give a layout as JSON holds it."""
    return {
        "columns": None if layout.columns is None else list(layout.columns),
        "widths": dict(layout.widths_px),
        "frozen": layout.frozen,
        "sort": [[key, down] for key, down in layout.sort],
        "group": layout.group,
        "density": str(layout.density),
    }


def layout_from_json(found: Mapping[str, Any]) -> Layout:
    """Read a layout; what makes no sense in it is as usual."""
    columns, widths, group = found.get("columns"), found.get("widths"), found.get("group")
    frozen, density = found.get("frozen"), found.get("density")
    return Layout(
        columns=tuple(str(one) for one in columns) if isinstance(columns, list) and columns else None,
        widths_px=_widths(widths) if isinstance(widths, dict) else {},
        frozen=frozen if isinstance(frozen, int) and frozen > 0 else 0,
        sort=_sort(found.get("sort")),
        group=group if isinstance(group, str) else None,
        density=Density(density) if density in list(Density) else Density.NORMAL,
    )


def _widths(found: Mapping[str, Any]) -> dict[str, int]:
    return {str(key): px for key, px in found.items() if isinstance(px, int) and 0 < px <= _WIDEST_PX}


def _sort(found: object) -> SortKeys:
    pairs = found if isinstance(found, list) else []
    keys = tuple((str(one[0]), bool(one[1])) for one in pairs if isinstance(one, list) and len(one) == 2)
    return keys or DEFAULT_SORT


def _unreadable() -> InvalidValue:
    return InvalidValue(
        "De inrichting van deze weergave is niet te lezen. Maak de weergave opnieuw.",
        "The definition of this view cannot be read. Make the view again.",
    )
