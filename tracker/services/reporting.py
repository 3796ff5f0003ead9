"""Writing a report to a file: gather what it reads, take out what may not leave the house, put the file in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.basics.errors import InvalidValue
from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.basics.whole_file import replacing
from tracker.records.change import Source, Step
from tracker.records.entity import model_of
from tracker.records.field import field_of
from tracker.records.filter import HIDDEN_WORDS, Filter, filter_words
from tracker.records.registry import KINDS, kind_of
from tracker.records.snapshot import Part, Record, RecordParts, Summary
from tracker.records.step_labels import StepLabel, records_counted
from tracker.services.listing import listed
from tracker.services.naming import letter_named
from tracker.store.record_store import Store

if TYPE_CHECKING:
    from tracker.exchange.reports.catalogue import Report
    from tracker.exchange.reports.material import Material, PersonLine

Progress = Callable[[int, int], None]
ENDING = ".xlsx"
PUBLIC_MARKING = "openbaar"
RECORDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What was written: the file, the number of records in it, and of those left out as not *openbaar*."""

    file: Path
    records: int
    left_out: int

    def words(self) -> Text:
        """Say how many records were left out; nothing where none were."""
        if not self.left_out:
            return Text("", "")
        if self.left_out == 1:
            return Text(
                "1 record is weggelaten, want het is niet openbaar.", "1 record was left out, for it is not public."
            )
        return Text(
            f"{self.left_out} records zijn weggelaten, want ze zijn niet openbaar.",
            f"{self.left_out} records were left out, for they are not public.",
        )


@dataclass(frozen=True, slots=True)
class ReportName:
    """A report as menus and command line offer it. ``is_external``: made to leave the house."""

    code: str
    title: Text
    is_external: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """Which records a report is about: those of a filter, or of them only the ones in ``ids``."""

    chosen: Filter = Filter()  # noqa: RUF009 - Filter is frozen
    ids: frozenset[int] | None = None


def chosen_words(count: int) -> Text:
    """Say of a report that it is about records that were chosen in the list."""
    if count == 1:
        return Text("1 gekozen record", "1 chosen record")
    return Text(f"{count} gekozen records", f"{count} chosen records")


def report_names() -> tuple[ReportName, ...]:
    """Give the reports there are."""
    from tracker.exchange.reports.catalogue import REPORTS  # heavy: the classes of all kinds

    return tuple(ReportName(one.code, one.title, one.is_external) for one in REPORTS)


def write_report(  # noqa: PLR0913 - each is an option of the command line
    store: Store, code: str, target: Path, *, today: date, language: Language = Language.DUTCH,
    chosen: Filter = Filter(), letter: str | None = None, progress: Progress | None = None,  # noqa: B008 - frozen
    source: Source = Source.WINDOW, only: frozenset[int] | None = None,
) -> ReportResult:  # fmt: skip
    """Write a report over the chosen records to a workbook, whole or not at all, and note it in the change log.

    ``only``: of them those with these ids. ``letter`` (reference, citation or title) is the letter the report belongs
    to. ``progress`` hears how much of how much was done, and may raise Cancelled. Raises NotFound for an unknown report
    or letter, InvalidValue for a target of another format, CannotWrite where the target is open in Excel, DiskFull.
    """
    from tracker.exchange.reports.catalogue import report_of  # heavy: openpyxl and the classes of all kinds
    from tracker.exchange.sheet_writer import write_book

    report = report_of(code)
    _refuse_other_formats(target)
    half = _halves(progress)
    material = _gather(store, report, Scope(chosen, only), today, letter, half(0))
    book = report.lay_out(replace(material, language=language))
    with replacing(target) as beside:
        write_book(book, beside, half(1))
    result = ReportResult(target, len(material.records), material.left_out)
    log_export(store, code, result, Scope(chosen, only), today, source)
    return result


def _refuse_other_formats(target: Path) -> None:
    if target.is_dir():
        raise InvalidValue(
            f"“{target}” is een map. Geef het bestand daarin een naam die eindigt op {ENDING}.",
            f"“{target}” is a folder. Give the file in it a name that ends in {ENDING}.",
        )
    if target.suffix.lower() != ENDING:
        raise InvalidValue(
            f"{target.name}: een rapport kan nu alleen als {ENDING} worden gemaakt. Geef het bestand die uitgang.",
            f"{target.name}: a report can only be made as {ENDING} now. Give the file that ending.",
        )


def _halves(progress: Progress | None) -> Callable[[int], Progress | None]:
    """Make one progress out of two tasks: gathering is its first half, writing its second. It counts in hundredths."""

    def half(number: int) -> Progress | None:
        if progress is None:
            return None
        return lambda done, total: progress(50 * number + (50 * done // total if total else 50), 100)

    return half


def _gather(
    store: Store, report: Report, scope: Scope, today: date, letter: str | None, progress: Progress | None
) -> Material:
    from tracker.exchange.reports.material import Material, without_internal  # heavy, as above

    chosen, only = scope.chosen, scope.ids
    wanted = [one for one in listed(store, chosen, today) if report.takes(one, today)]
    wanted = wanted if only is None else [one for one in wanted if one.id in only]
    kept = [one for one in wanted if not report.is_external or one.marking == PUBLIC_MARKING]
    records, parts = _read_records(store, [one.id for one in kept], progress)
    material = Material(
        records=tuple(records),
        today=today,
        made=_now(),
        register_name=store.path.name,
        selection=_of_then(
            store.as_of,
            chosen_words(len(only))
            if only is not None
            else filter_words(
                _without_internal_words(chosen) if report.is_external else chosen,
                today,
                store.names(),
                hides_private=report.is_external,
            ),
        ),
        parts=parts,
        related=_related(store, parts, only_public=report.is_external),
        name_of=store.names(),
        letters=_by_id(store.rows("letter")),
        debates=_by_id(store.rows("debate")),
        organisations=_by_id(store.rows("organisation")),
        events={} if report.is_external else _by_id(store.rows("event")),
        recesses=() if report.is_external else tuple(store.rows("recess")),
        persons=() if report.is_external else _persons(store),
        letter=None if letter is None else letter_named(store, letter),
        left_out=len(wanted) - len(kept),
    )
    return without_internal(material) if report.is_external else material


def _of_then(as_of: date | None, selection: Text) -> Text:
    """Say of a report on the past that it shows the register as it was."""
    if as_of is None:
        return selection
    nl, en = day_words(as_of), day_words(as_of, Language.ENGLISH)
    return Text(f"{selection.nl}; zoals het register was op {nl}", f"{selection.en}; as the register was on {en}")


def _now() -> datetime:
    """Give this moment as the user's clock shows it, for the title block."""
    return datetime.now().astimezone()


def _read_records(
    store: Store, ids: Sequence[int], progress: Progress | None
) -> tuple[list[Record], dict[int, RecordParts]]:
    records: list[Record] = []
    parts: dict[int, RecordParts] = {}
    for start in range(0, len(ids), RECORDS_AT_ONCE):
        if progress is not None:
            progress(start, len(ids))
        some = ids[start : start + RECORDS_AT_ONCE]
        records += store.records(some)
        parts |= store.parts_of(some)
    return records, parts


def _related(store: Store, parts: dict[int, RecordParts], *, only_public: bool) -> dict[int, Summary]:
    """Give both sides of all relations, and the records themselves."""
    relations = [one for some in parts.values() for one in some.relations]
    ids = {*parts, *(one[side] for one in relations for side in ("record_id", "to_id"))}
    found = store.summaries(sorted(ids))
    return {one.id: one for one in found if not only_public or one.marking == PUBLIC_MARKING}


def _by_id(rows: Iterable[Part]) -> dict[int, Part]:
    return {row.id: row for row in rows}


def _persons(store: Store) -> tuple[PersonLine, ...]:
    from tracker.exchange.reports.material import PersonLine

    names = store.names()
    return tuple(
        PersonLine(row.id, names("person", row.id), names.emails.get(row.id), row["organisation"])
        for row in store.rows("person")
    )


def _without_internal_words(chosen: Filter) -> Filter:
    """Give a filter to describe in a report for outside: what an internal field must hold is not told."""
    kinds = [kind_of(chosen.kind)] if chosen.kind else KINDS
    specs = {name: [field_of(model_of(kind.table), name) for kind in kinds] for name, _ in chosen.where}
    hidden = {name for name, some in specs.items() if any(spec is not None and spec.internal for spec in some)}
    return replace(
        chosen, where=tuple((name, HIDDEN_WORDS if name in hidden else words) for name, words in chosen.where)
    )


def log_export(
    store: Store, code: str, result: ReportResult, scope: Scope, today: date, source: Source = Source.WINDOW
) -> None:
    """Note an export in the change log: who, what, filter, file. A register that may only be read notes nothing.

    ``write_report`` does this itself; a window whose report was written by another process does it for that process.
    The log holds persons by id only, so neither typed words nor internal values enter it.
    """
    if store.read_only_because is not None:
        return
    chosen = scope.chosen
    told = _without_internal_words(replace(chosen, words=HIDDEN_WORDS if chosen.words else ""))
    selection = filter_words(told, today, store.names(), hides_private=True).nl
    if scope.ids is not None:
        selection = chosen_words(len(scope.ids)).nl
    label = StepLabel.EXPORT(
        code=code, name=result.file.name, selection=selection, records=records_counted(result.records)
    )
    store.apply(Step(label, (), source, undoable=False))
