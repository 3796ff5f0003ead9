"""What a format gives of a document before it is put together: paragraphs with what is known of their looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BODY: Final = 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a footnote is called: the place in its paragraph's text, and the footnote's label."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph as a format gives it. ``level`` 1 and up is a heading, ``BODY`` is not; None: unknown.

    ``size`` is how large it is set, with something added where it is bold; 0 where that is not known. ``cell`` is
    (table, row, column) of a table's cell.
    """

    text: str
    anchors: tuple[Anchor, ...] = ()
    level: int | None = None
    is_item: bool = False
    cell: tuple[int, int, int] | None = None
    size: float = 0
