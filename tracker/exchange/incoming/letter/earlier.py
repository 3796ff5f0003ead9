"""Earlier letters and debates that the letter names, as rows of their own that records can point at."""

from __future__ import annotations

import re
from typing import Any, Final

from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.records.citation import Citation
from tracker.records.debate_naming import Debate, day_in
from tracker.records.proposal import Link, ProposedRow

_MONTHS: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_BRIEF: Final = re.compile(
    rf"\b(?P<sort>\w*(?:brief|voortgangsrapportage))\b(?:\s+aan\s+(?:uw|de)\s+(?:\w+\s+)?[Kk]amer)?\s+"
    r"(?:van|d\.d\.|(?:ontving|ontvingen|stuurde|zond|verscheen|verstuurde)\s+(?:\w+\s+){0,3}op)\s+"
    rf"(?:(?P<month>{_MONTHS})\s+(?P<year>(?:19|20)\d\d)|(?=\d{{1,2}}[\s-]))",
    re.IGNORECASE,
)
_PAPER: Final = re.compile(
    r"\b(?P<name>(?:(?:eerste|tweede|vorige|laatste)\s+)?\w*(?:halfjaarbericht|jaarbericht|voortgangsbrief|voortgangsrapportage|"
    r"verzamelbrief|jaarbrief)\s+(?:van|over)\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_TOLD_BEFORE: Final = re.compile(
    r"\b(?:heb|hebben|heeft|is|bent|werd) (?:ik |wij |mijn (?:ambts)?voorganger )?(?:u|uw Kamer|de Kamer)\b[^.;]{0,80}?"
    r"\b(?:geïnformeerd|bericht|ingelicht)\b",
    re.IGNORECASE,
)
_NO_LETTER: Final = re.compile(r"\b(?:motie|amendement|wetsvoorstel|verslag)\b", re.IGNORECASE)
_OWN: Final = re.compile(r"\b(?:deze|dit|de onderhavige)\s+\w*(?:brief|rapportage)\b", re.IGNORECASE)
_CHAMBERS: Final = {"I": "Eerste Kamer", "II": "Tweede Kamer"}


class Rows:
    """The rows beside the records, each once."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], ProposedRow] = {}
        self._by_month: dict[str, str] = {}

    def all(self) -> tuple[ProposedRow, ...]:
        """Give the rows in the order in which they were named."""
        return tuple(self._rows.values())

    def add(self, row: ProposedRow) -> None:
        """Add a row that is not there yet."""
        self._rows.setdefault((row.entity, row.key), row)

    def note_letters(self, letter: Letter, sentence: Sentence) -> None:
        """Add the earlier letters that a sentence names with their day, or with where they were published."""
        self._note_told(letter, sentence)
        for found in _BRIEF.finditer(sentence.text):
            if _OWN.search(found[0]):
                continue
            day = None if found["month"] else day_in(sentence.text, found.end(), found.end() + 20)
            cited = self._cited(sentence, found.end())
            if day is None and cited is None:
                continue
            if letter.day is not None and day is not None and day[0] >= letter.day:
                continue
            words = " ".join(found[0].split())
            title = f"{words[:1].upper()}{words[1:]}"
            if day is not None:
                title = f"{title} {sentence.text[day[1] : day[2]]}".replace("  ", " ")
            self._add_letter(title, day[0] if day else None, cited, sentence)
            month = f"{found['month'].lower()} {found['year']}" if found["month"] else _month_of(day)
            self._by_month.setdefault(month, self._key(cited, day))

    def _note_told(self, letter: Letter, sentence: Sentence) -> None:
        """Add the paper with which the Kamer was told before, where only its citation or its year is given."""
        found = _PAPER.search(sentence.text) or _TOLD_BEFORE.search(sentence.text)
        if found is None or _BRIEF.search(sentence.text) or _NO_LETTER.search(sentence.text):
            return
        papers = [one for one in sentence.citations(found.start()) if one.kind == "kamerstuk"]
        if len(papers) != 1:
            return
        words = " ".join(found["name"].split()) if "name" in found.groupdict() else f"Brief {papers[0].canonical}"
        self._add_letter(f"{words[:1].upper()}{words[1:]}", None, papers[0], sentence)

    def _cited(self, sentence: Sentence, position: int) -> Citation | None:
        stop = next(
            (found.start() for found in _BRIEF.finditer(sentence.text, position) if found.start() > position), None
        )
        papers = [one for one in sentence.citations(position, stop) if one.kind == "kamerstuk"]
        return papers[0] if papers else None

    @staticmethod
    def _key(cited: Citation | None, day: Any) -> str:
        return cited.canonical if cited else f"brief van {day[0].isoformat()}"

    def _add_letter(self, title: str, day: Any, cited: Citation | None, sentence: Sentence) -> None:
        values: dict[str, Any] = {"title": title, "state": "verzonden"}
        if day is not None:
            values |= {"day": day, "day_assumed": False}
        if cited is not None:
            values["citation"] = cited.canonical
            if cited.chamber:
                values["chambers"] = (_CHAMBERS[cited.chamber],)
        key = cited.canonical if cited else f"brief van {day.isoformat()}"
        self.add(ProposedRow("letter", key, values, sentence.place))

    def letter_of(self, sentence: Sentence) -> Link | None:
        """Give the earlier letter that a sentence names, where it is one of the rows."""
        for found in _BRIEF.finditer(sentence.text):
            cited = self._cited(sentence, found.end())
            if cited is not None and ("letter", cited.canonical) in self._rows:
                return Link("letter", cited.canonical)
            day = None if found["month"] else day_in(sentence.text, found.end(), found.end() + 20)
            month = f"{found['month'].lower()} {found['year']}" if found["month"] else _month_of(day)
            if day is not None and ("letter", f"brief van {day[0].isoformat()}") in self._rows:
                return Link("letter", f"brief van {day[0].isoformat()}")
            if month in self._by_month:
                return Link("letter", self._by_month[month])
        return None

    def day_of(self, link: Link) -> Any:
        """Give the day of a letter among the rows, where it is known."""
        row = self._rows.get((link.entity, link.key))
        return row.values.get("day") if row else None

    def debate(self, letter: Letter, debate: Debate, sentence: Sentence, chamber: str | None = None) -> Link:
        """Add a debate, and give the way to it; ``chamber`` is where it was held, where that is known."""
        subject = debate.subject or (debate.sort or "debat").capitalize()
        key = f"{debate.sort or 'debat'} {debate.day.isoformat() if debate.day else subject}"
        values: dict[str, Any] = {"subject": subject}
        if debate.sort:
            values["sort"] = debate.sort
        if debate.day:
            values["day"] = debate.day
        if debate.sort in {"commissiedebat", "tweeminutendebat"}:
            values["chamber"] = "Tweede Kamer"  # the Eerste Kamer holds neither
        elif chamber:
            values["chamber"] = chamber
        elif len(letter.chambers) == 1:
            values["chamber"] = letter.chambers[0]
        self.add(ProposedRow("debate", key, values, sentence.place))
        return Link("debate", key)


def _month_of(day: Any) -> str:
    return f"{_MONTHS.split('|')[day[0].month - 1]} {day[0].year}" if day else ""
