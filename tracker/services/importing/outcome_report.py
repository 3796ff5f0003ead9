"""The report of an import as a file: a workbook, or plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.records.registry import kind_of
from tracker.services.importing.outcome import FileOutcome
from tracker.services.importing.outcome_text import outcome_text

if TYPE_CHECKING:
    from tracker.exchange.reports.import_report import ImportMaterial

_WORKBOOK, _PLAIN = ".xlsx", ".txt"
_REFUSED = Text("geweigerd", "refused")
_UNDECIDED = Text("nog te beslissen", "to be decided")
_NOT_TAKEN = Text("niet overgenomen", "not taken over")
_NOT_UNDERSTOOD = Text("niet begrepen", "not understood")
_SKIPPED = Text("overgeslagen", "skipped")


def save_outcome(
    outcomes: Sequence[FileOutcome], target: Path, *, register: str, today: date,
    language: Language = Language.DUTCH, is_rehearsal: bool = False, refused: Sequence[Text] = (),
) -> None:  # fmt: skip
    """Write the report of an import, whole or not at all; the ending chooses the format.

    ``refused`` says of files that could not be read why not. Raises InvalidValue for another ending, CannotWrite where
    the target is open in Excel, DiskFull.
    """
    match target.suffix.lower():
        case ".txt":
            text = "\n\n".join(
                [
                    *(one.to(language) for one in refused),
                    outcome_text(list(outcomes), language, is_rehearsal=is_rehearsal),
                ]
            )
            with replacing(target) as beside:
                beside.write_text(text + "\n", encoding="utf-8")
        case ".xlsx":
            material = _material(outcomes, register, today, language, refused, is_rehearsal=is_rehearsal)
            _save_workbook(material, target)
        case _:
            raise InvalidValue(
                f"{target.name}: een verslag kan als {_WORKBOOK} of {_PLAIN}. Geef het bestand een van die uitgangen.",
                f"{target.name}: a report can be {_WORKBOOK} or {_PLAIN}. Give the file one of those endings.",
            )


def _save_workbook(material: ImportMaterial, target: Path) -> None:
    from tracker.exchange.reports.import_report import lay_out  # heavy: openpyxl
    from tracker.exchange.sheet_writer import write_book

    with replacing(target) as beside:
        write_book(lay_out(material), beside)


def _material(
    outcomes: Sequence[FileOutcome], register: str, today: date, language: Language, refused: Sequence[Text], *,
    is_rehearsal: bool,
) -> ImportMaterial:  # fmt: skip
    from tracker.exchange.reports.import_report import ImportMaterial

    return ImportMaterial(
        tuple(_counts(one) for one in outcomes),
        tuple(
            (one.file, new.place.words(language), new.reference, kind_of(new.kind).one.to(language), new.title)
            for one in outcomes
            for new in one.made
        ),
        tuple(
            (one.file, cell.place.words(language), cell.reference, cell.caption.to(language), cell.before, cell.after)
            for one in outcomes
            for cell in one.changes
        ),
        tuple(row for one in outcomes for row in _others(one, language)),
        (*(("", words.to(language)) for words in refused), *_notices(outcomes, language)),
        register, today, datetime.now().astimezone(), language, is_rehearsal,
    )  # fmt: skip


def _notices(outcomes: Sequence[FileOutcome], language: Language) -> Iterator[tuple[str, str]]:
    for one in outcomes:
        for words in (one.incomplete, *one.notices):
            if words is not None:
                yield one.file, words.to(language)


def _counts(one: FileOutcome) -> tuple[str | int, ...]:
    return (
        one.file, one.read, one.new, one.changed, one.unchanged, len(one.rejected), len(one.undecided), one.left,
        *one.cells, len(one.not_understood),
    )  # fmt: skip


def _others(one: FileOutcome, language: Language) -> Iterator[tuple[str, ...]]:
    for done, some in (
        (_REFUSED, one.rejected), (_UNDECIDED, one.undecided), (_NOT_TAKEN, one.not_taken), (_SKIPPED, one.skipped),
    ):  # fmt: skip
        for told in some:
            yield one.file, told.place.words(language), done.to(language), told.what, told.why.to(language)
    for cell in one.not_understood:
        yield one.file, cell.place.words(language), _NOT_UNDERSTOOD.to(language), cell.text, cell.why.to(language)
