"""What somebody typed to find: the words that must all be there, and other ways to write the papers among them."""

from __future__ import annotations

from dataclasses import replace

from tracker.basics.folding import fold
from tracker.records.citation import Citation, read_citations

_PAPERS = {"kamerstuk", "dossier"}


def search_words(typed: str) -> list[str]:
    """Give the folded words that must all be found; what stands in double quotes is one."""
    words: list[str] = []
    for place, piece in enumerate(typed.split('"')):
        words += [fold(piece)] if place % 2 else fold(piece).split()
    return list(dict.fromkeys(word for word in words if word))


def searches(typed: str) -> list[list[str]]:
    """Give the lists of words of which one at least must be found whole; nothing typed gives none.

    A paper may be cited in any form (36547-36, kst-36547-36, Kamerstukken II 2024/25, 36 547, nr. 36): it is looked for
    as records hold it (see ``store.summary.folded_text``), and also as it was typed, whole: its bare figures stand
    in many a record.
    """
    words = search_words(typed)
    if not words:
        return []
    papers = [one for one in read_citations(typed) if one.kind in _PAPERS] if any(map(str.isdigit, typed)) else []
    rest = typed
    for paper in papers:
        rest = rest.replace(paper.text, " ")
    if not papers:
        return [words]
    others = search_words(rest)
    forms = ([fold(_bare(paper)) for paper in papers], [fold(paper.text) for paper in papers])
    return [list(dict.fromkeys([*form, *others])) for form in dict.fromkeys(map(tuple, forms))]


def _bare(paper: Citation) -> str:
    """Give dossier and number in the one written form, without what may stand before them."""
    return replace(paper, chamber=None, session=None).canonical.removeprefix("Kamerstuk ")
