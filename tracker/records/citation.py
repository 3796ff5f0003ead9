"""References to parliamentary papers (vindplaatsen): read from any text, and written out in one form.

>>> first_citation("Zie Kamerstukken II 2025–2026, 28638 nr 259.").canonical
'Kamerstukken II 2025/26, 28 638, nr. 259'
"""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from tracker.records.citation_forms.reading import readings
from tracker.records.citation_forms.values import Reading, reads_as_chapter

_PUBLISHED_AT: Final = "https://zoek.officielebekendmakingen.nl"
_CHAMBER_IN_ADDRESS: Final = {"I": "ek", "II": "tk"}


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference to a parliamentary paper. Two forms of the same reference differ in `text` and agree in `key`.

    `kind` is kamerstuk, handelingen, aanhangsel, toezegging, zaak, document, activiteit or dossier (one without a
    number); `chamber` `I` or `II`; `session` `2025-2026`; `dossier` `28638`, `21501-02` or `CXXIV`; `chapter` a budget
    chapter or Kingdom number (`VI`, `R2137`); `number` `259`, `A`, `42e`, of Handelingen meeting and item `12-5`;
    `also` the other dossiers that the paper is filed under (`35925 IV`). None is what the text does not say.
    """

    text: str
    kind: str
    chamber: str | None = None
    session: str | None = None
    dossier: str | None = None
    chapter: str | None = None
    number: str | None = None
    also: tuple[str, ...] = ()

    @property
    def canonical(self) -> str:
        """The one form in which a citation is written out."""
        match self.kind:
            case "kamerstuk" | "dossier":
                return f"{self._lead}{self._dossiers}{self._paper}"
            case "handelingen":
                meeting, _, item = (self.number or "").partition("-")
                return f"{_joined('Handelingen', self._place)}, nr. {meeting}{f', item {item}' if item else ''}"
            case "aanhangsel":
                return f"{_joined('Aanhangsel Handelingen', self._place)}, nr. {self.number}"
            case _:
                return self.number or ""

    @property
    def url(self) -> str | None:
        """The official publication; None where none can be told from the citation alone."""
        chamber = _CHAMBER_IN_ADDRESS.get(self.chamber or "")
        session = (self.session or "").replace("-", "")
        if self.kind == "kamerstuk" and self.number:
            parts = filter(None, (self.dossier, self._budget_chapter, self.number))
            return f"{_PUBLISHED_AT}/kst-{'-'.join(parts)}.html"
        if self.kind == "handelingen" and chamber and session and "-" in (self.number or ""):
            return f"{_PUBLISHED_AT}/h-{chamber}-{session}-{self.number}.html"
        if self.kind == "aanhangsel" and chamber and session:
            return f"{_PUBLISHED_AT}/ah-{chamber}-{session}-{self.number}.html"
        return None

    @property
    def key(self) -> Hashable:
        """What identifies the paper: equal for each form in which the same one is cited.

        A dossier numbers its papers through over sessions, so neither session nor chamber counts. Papers of the Eerste
        Kamer with a figure (until 2004, `nr. 188b`) were numbered per session, beside those of the Tweede Kamer.
        """
        if self.kind in {"kamerstuk", "dossier"}:
            is_numbered_by_session = self.chamber == "I" and self.number is not None and not self.number.isalpha()
            where = (self.chamber, self.session) if is_numbered_by_session else (None, None)
            return (self.kind, *where, self.dossier, self._budget_chapter, self.number)
        if self.kind in {"handelingen", "aanhangsel"}:
            return (self.kind, self.chamber, self.session, self.number)
        return (self.kind, self.number)

    @property
    def _budget_chapter(self) -> str | None:
        """The chapter unless it is a Kingdom number, which says no more than the dossier that it follows.

        The publisher's addresses leave it out (so openkamer/tkapi builds them: no addition with brackets).
        """
        return None if self.chapter and re.fullmatch(r"R[0-9]+", self.chapter) else self.chapter

    @property
    def _place(self) -> str:
        return _joined(self.chamber, _short_session(self.session))

    @property
    def _lead(self) -> str:
        if self.chamber is None and self.session is None:
            return "Kamerstuk "
        return f"{_joined('Kamerstukken', self._place)}, "

    @property
    def _dossiers(self) -> str:
        *others, last = [_spaced_dossier(_joined(self.dossier, self.chapter)), *map(_spaced_dossier, self.also)]
        return f"{', '.join(others)} en {last}" if others else last

    @property
    def _paper(self) -> str:
        if self.number is None:
            return ""
        # "II" would read as a chapter, "EN" as the word, and two letters of the Tweede Kamer as a short name.
        is_plain = len(self.number) == 1 or (self.chamber == "I" and self.number != "EN")
        is_letter = self.number.isalpha() and is_plain and not reads_as_chapter(self.number)
        return f", {self.number}" if is_letter else f", nr. {self.number}"


def read_citations(text: str) -> list[Citation]:
    """Each citation in the text, in order; several numbers of one dossier are several citations with the same words.

    What may be a year, an amount, a telephone number, a date, an article, a directive or a case number is left unread.
    """
    return [_citation(reading) for reading in readings(text)]


def first_citation(text: str) -> Citation | None:
    """The first citation in the text; None where there is none."""
    reading = next(iter(readings(text)), None)
    return _citation(reading) if reading else None


def _citation(reading: Reading) -> Citation:
    return Citation(
        text=reading.text,
        kind=reading.kind,
        chamber=reading.chamber,
        session=reading.session,
        dossier=reading.dossier,
        chapter=reading.chapter,
        number=reading.number,
        also=reading.also,
    )


def _joined(*words: str | None) -> str:
    return " ".join(word for word in words if word)


def _short_session(session: str | None) -> str | None:
    return f"{session[:4]}/{session[-2:]}" if session else None


def _spaced_dossier(dossier: str) -> str:
    """`28638` as `28 638`, with what follows it: `21 501-02`, `36 600 VI`, `30 036 (R1784)`."""
    spaced = re.sub(r"^([0-9]{2})([0-9]{3})(?![0-9])", r"\1 \2", dossier)
    return re.sub(r" (R[0-9]+)$", r" (\1)", spaced)
