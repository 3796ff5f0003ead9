"""The report of an import as a file: a workbook, or plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from tracker.basics.errors import InvalidValue
from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.services.importing.outcome import FileOutcome
from tracker.services.importing.outcome_text import outcome_text

_WORKBOOK, _PLAIN = ".xlsx", ".txt"
_REFUSED = Text("geweigerd", "refused")
_UNDECIDED = Text("nog te beslissen", "to be decided")
_NOT_TAKEN = Text("niet overgenomen", "not taken over")
_NOT_UNDERSTOOD = Text("niet begrepen", "not understood")


def save_outcome(
    outcomes: Sequence[FileOutcome], target: Path, *, register: str, today: date,
    language: Language = Language.DUTCH, is_rehearsal: bool = False,
) -> None:  # fmt: skip
    """Write the report of an import, whole or not at all; the ending chooses the format.

    Raises InvalidValue for another ending, CannotWrite where the target is open in Excel, DiskFull.
    """
    match target.suffix.lower():
        case ".txt":
            text = outcome_text(list(outcomes), language, is_rehearsal=is_rehearsal)
            with replacing(target) as beside:
                beside.write_text(text + "\n", encoding="utf-8")
        case ".xlsx":
            _save_workbook(outcomes, target, register, today, language)
        case _:
            raise InvalidValue(
                f"{target.name}: een verslag kan als {_WORKBOOK} of {_PLAIN}. Geef het bestand een van die uitgangen.",
                f"{target.name}: a report can be {_WORKBOOK} or {_PLAIN}. Give the file one of those endings.",
            )


def _save_workbook(
    outcomes: Sequence[FileOutcome], target: Path, register: str, today: date, language: Language
) -> None:
    from tracker.exchange.reports.import_report import ImportMaterial, lay_out  # heavy: openpyxl
    from tracker.exchange.sheet_writer import write_book

    material = ImportMaterial(
        tuple(_counts(one) for one in outcomes),
        tuple(
            (one.file, cell.place.words(language), cell.reference, cell.caption.to(language), cell.before, cell.after)
            for one in outcomes
            for cell in one.changes
        ),
        tuple(row for one in outcomes for row in _others(one, language)),
        register, today, datetime.now().astimezone(), language,
    )  # fmt: skip
    with replacing(target) as beside:
        write_book(lay_out(material), beside)


def _counts(one: FileOutcome) -> tuple[str | int, ...]:
    return (
        one.file, one.read, one.new, one.changed, one.unchanged, len(one.rejected), len(one.undecided), one.left,
        *one.cells, len(one.not_understood),
    )  # fmt: skip


def _others(one: FileOutcome, language: Language) -> Iterator[tuple[str, ...]]:
    for done, some in ((_REFUSED, one.rejected), (_UNDECIDED, one.undecided), (_NOT_TAKEN, one.not_taken)):
        for told in some:
            yield one.file, told.place.words(language), done.to(language), told.what, told.why.to(language)
    for cell in one.not_understood:
        yield one.file, cell.place.words(language), _NOT_UNDERSTOOD.to(language), cell.text, cell.why.to(language)
