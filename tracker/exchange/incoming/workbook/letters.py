"""Letters that cells name: by citation, by day, or by what people call them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.workbook.row import ColumnPlan, RowRead
from tracker.records.citation import Citation, first_citation
from tracker.records.origin_text import days_in
from tracker.records.proposal import Link

_REFERENCE: Final = re.compile(r"B-\d+")
IS_LETTER: Final = re.compile(r"brief|letter|nota\b|missive", re.IGNORECASE)


def letter_link(row: RowRead, plan: ColumnPlan, title: str, cited: Citation | None, day: date | None) -> Link:
    """Note a letter, and give what points at it. Its citation tells it from others, else what it is called."""
    canonical = cited.canonical if cited else ""
    name = " ".join(title.split()) or (f"Brief ({canonical})" if canonical else "Brief")
    values: dict[str, Any] = {"title": name, "state": "verzonden"}
    if canonical:
        values["citation"] = canonical
    if day is not None:
        values["day"] = day
    key = _paper(cited) if cited else f"{fold(name)} {day or ''}".strip()
    return row.beside.add("letter", key, values, lambda: row.place(plan))


def _paper(cited: Citation) -> str:
    """Name a paper the same however it was cited."""
    return " ".join(str(part) for part in (cited.kind, cited.dossier, cited.chapter, cited.number) if part)


def letter_in(row: RowRead, plan: ColumnPlan, text: str) -> Link | str | None:
    """Give the letter that a text names: our own reference as it is; None where it speaks of no letter."""
    words = " ".join(text.split())
    if _REFERENCE.fullmatch(words):
        return words
    cited = first_citation(words)
    if cited is not None and cited.kind not in {"kamerstuk", "document"}:
        cited = None
    if cited is None and not IS_LETTER.search(words):
        return None
    days = days_in(words, plan.order)
    bare = words.replace(cited.text, " ") if cited else words
    bare = " ".join(re.sub(r"[(\[]\s*[)\]]", " ", bare).split()).strip(" ,;:()")
    title = (
        bare
        if fold(bare) not in {"brief", "per brief", "met brief", "kamerbrief", "zie", "zie brief", "", "letter"}
        else ""
    )
    return letter_link(row, plan, title, cited, days[0] if days else None)
