"""Pages of open data: whether those at hand are all there are, told from where each says that the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.basics.language import Text
from tracker.records.registry import kind_of


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One page: the kind of its rows and how many they are, and whether the source has more after it.

    ``next_from`` is how many rows of the source come before the next page, None where it does not say.
    """

    kind: str
    rows: int
    has_next: bool
    next_from: int | None = None


def incomplete_words(pages: Sequence[OpenPage]) -> Text | None:
    """Say what is not there, for each kind apart; None where these pages are all that one can tell of."""
    told = [
        words
        for kind in dict.fromkeys(page.kind for page in pages)
        if (words := _of_kind(kind, [page for page in pages if page.kind == kind])) is not None
    ]
    if not told:
        return None
    return Text(
        f"{' '.join(one.nl for one in told)} Haal ook de andere pagina’s op, en kies ze samen of in één .zip.",
        f"{' '.join(one.en for one in told)} Fetch the other pages too, and choose them together or in one .zip.",
    )


def _of_kind(kind: str, pages: Sequence[OpenPage]) -> Text | None:
    many = kind_of(kind).many
    nl, en = many.nl.lower(), many.en.lower()
    rows = sum(page.rows for page in pages)
    if all(page.has_next for page in pages):
        return Text(
            f"Dit zijn niet alle {nl}: na deze {rows} heeft de Kamer er nog meer.",
            f"These are not all {en}: after these {rows} the Chamber has more.",
        )
    leading = {(start, page.rows) for page in pages if (start := page.next_from) is not None}
    before_last = max((start for start, _ in leading), default=0)
    missing = before_last - sum(count for _, count in leading)
    if missing <= 0:
        return None
    return Text(
        f"Dit zijn niet alle {nl}: er ontbreken er {missing} tussen de eerste en de laatste pagina.",
        f"These are not all {en}: {missing} are missing between the first page and the last.",
    )
