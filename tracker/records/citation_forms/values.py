"""What reading a citation works with: the values found, and the parts they are found in."""

from dataclasses import dataclass, field

from tracker.records.citation_forms import patterns


@dataclass(frozen=True, slots=True)
class Reading:
    """One citation as found: the words it came from and its values (see `tracker.records.citation.Citation`)."""

    text: str
    kind: str
    number: str | None = None
    chamber: str | None = None
    session: str | None = None
    dossier: str | None = None
    chapter: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """What stood before a dossier: whether a word for citations did, and the chamber and session it named."""

    is_named: bool = False
    has_only_chamber: bool = False
    chamber: str | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One way to read a dossier; `is_certain` where series, chapter or Kingdom number alone tells that it is one."""

    number: str
    chapter: str | None
    end: int
    is_certain: bool = False

    @property
    def has_series(self) -> bool:
        """Whether read with a series (`21501-02`), so that what could be its number is not."""
        return "-" in self.number

    @property
    def is_council_series(self) -> bool:
        """Whether of the series on the Councils of the European Union, the only ones in use."""
        return self.number.startswith("21501-")

    @property
    def written(self) -> str:
        """The dossier with its chapter, `35925 IV`, as listed among those a paper is also filed under."""
        return f"{self.number} {self.chapter}" if self.chapter else self.number


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the papers cited of a dossier, and where in the flat text they end."""

    values: tuple[str, ...]
    end: int


@dataclass(slots=True)
class Found:
    """The readings that start at one place, and the position where the search goes on."""

    end: int
    readings: list[Reading] = field(default_factory=list)


def session_of(first_year: str, last_year: str) -> str | None:
    """The session (vergaderjaar) as `2025-2026`; None where the two years do not follow each other."""
    following = int(first_year) + 1
    return f"{first_year}-{following}" if str(following).endswith(last_year) else None


def is_budget_chapter(letters: str) -> bool:
    """Whether the letters are a Roman number of a budget chapter, such as XVIII or IIB."""
    match = patterns.BUDGET_CHAPTER.fullmatch(letters.upper())
    return match is not None and len(match["roman"]) > 0


def reads_as_chapter(letters: str) -> bool:
    """Whether letters at the end are a chapter: two or more Roman ones are, a single one and AA or IB are a number."""
    match = patterns.BUDGET_CHAPTER.fullmatch(letters.upper())
    return match is not None and len(match["roman"]) > 1
