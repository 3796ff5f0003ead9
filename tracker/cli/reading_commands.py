"""Commands that read a text and need no register: read-deadline, read-citations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from tracker.basics.chosen_language import user_language
from tracker.basics.errors import NotFound, WrongCall
from tracker.basics.formats import day_words
from tracker.basics.paths import resources_folder
from tracker.cli.answer import Answer, today_of
from tracker.cli.parser import Namespace
from tracker.cli.tables import words
from tracker.records.citation import Citation, read_citations
from tracker.records.deadline_language.found import kind_words
from tracker.records.recess import Calendar, calendar_from_csv
from tracker.records.wording import Reading, read_deadlines
from tracker.services.showing import citation_json

Found = TypeVar("Found")


def _read_deadline(call: Namespace) -> Answer:
    calendar, on = _calendar(), today_of(call)

    def read(text: str) -> list[Reading]:
        return read_deadlines(text, on, calendar)

    if call.file is None:
        readings = read(_text(call))
        return 0, {"deadlines": [_deadline_json(each) for each in readings]}, _deadlines_text(readings)
    found = [(line, read(line)) for line in _lines(call)]
    document = {"texts": [{"text": line, "deadlines": [_deadline_json(each) for each in all_]} for line, all_ in found]}
    return 0, document, _under_each(found, _deadlines_text)


def _read_citations(call: Namespace) -> Answer:
    if call.file is None:
        citations = read_citations(_text(call))
        return 0, {"citations": [citation_json(each) for each in citations]}, _citations_text(citations)
    found = [(line, read_citations(line)) for line in _lines(call)]
    document = {"texts": [{"text": line, "citations": [citation_json(each) for each in all_]} for line, all_ in found]}
    return 0, document, _under_each(found, _citations_text)


def _calendar() -> Calendar:
    return calendar_from_csv((resources_folder() / "recesses.csv").read_text(encoding="utf-8"))


def _text(call: Namespace) -> str:
    if call.text is None:
        raise WrongCall("Geef een tekst, of een bestand met --file.", "Give a text, or a file with --file.")
    return str(call.text)


def _lines(call: Namespace) -> list[str]:
    """The lines of the file that is named, also the empty ones. Raises where there is none or it is no text."""
    if call.text is not None:
        raise WrongCall("Geef een tekst of een bestand, niet allebei.", "Give a text or a file, not both.")
    path = Path(call.file)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NotFound(
            f"{path} kan niet worden gelezen. Controleer de naam en de rechten.",
            f"{path} cannot be read. Check its name and permissions.",
        ) from error
    except UnicodeDecodeError as error:
        raise NotFound(
            f"{path} is geen tekst in UTF-8. Sla het bestand zo op en probeer opnieuw.",
            f"{path} is no text in UTF-8. Save the file as such and try again.",
        ) from error
    return text.removesuffix("\n").split("\n") if text else []


def _deadline_json(reading: Reading) -> dict[str, Any]:
    return {
        "wording": reading.wording,
        "start": _iso(reading.start),
        "end": _iso(reading.end),
        "precision": reading.precision,
        "tentative": reading.tentative,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _deadlines_text(readings: list[Reading]) -> str:
    """Give a line for each deadline: the words, the window, how sure, and why."""
    if not readings:
        return words("Hier staat geen termijn.", "No deadline stands here.")
    return "\n".join(_deadline_line(reading) for reading in readings)


def _deadline_line(reading: Reading) -> str:
    language = user_language()
    sort = kind_words(reading.precision).to(language)
    if reading.tentative:
        sort += words(", voorlopig", ", tentative")
    wording = " ".join(reading.wording.split())
    return f"{wording} → {_window(reading)} ({sort}). {reading.reason.to(language)}"


def _window(reading: Reading) -> str:
    start, end = (day_words(day, user_language()) if day else "" for day in (reading.start, reading.end))
    if start and end:
        return start if start == end else words(f"{start} tot en met {end}", f"{start} until {end}")
    if end:
        return words(f"uiterlijk {end}", f"until {end}")
    return words(f"vanaf {start}", f"from {start}") if start else words("geen dag", "no day")


def _citations_text(citations: list[Citation]) -> str:
    if not citations:
        return words("Hier staat geen vindplaats.", "No citation stands here.")
    return "\n".join(" ".join(filter(None, (each.canonical, each.url))) for each in citations)


def _under_each(found: list[tuple[str, list[Found]]], as_text: Callable[[list[Found]], str]) -> str:
    return "\n\n".join(f"{line}\n{as_text(all_)}" for line, all_ in found)


COMMANDS: dict[str, Callable[[Namespace], Answer]] = {
    "read-deadline": _read_deadline,
    "read-citations": _read_citations,
}
