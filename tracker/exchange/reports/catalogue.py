"""The reports there are: the only list of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tracker.basics.errors import NotFound
from tracker.basics.language import Text
from tracker.exchange.reports import annex, international, motions_commitments, overdue, register
from tracker.exchange.reports.material import Material
from tracker.exchange.sheets import Book
from tracker.records.snapshot import Summary


@dataclass(frozen=True)
class Report:
    """A report by its code. ``is_external``: it goes to the Kamer, so only with what is *openbaar* and not internal."""

    code: str
    title: Text
    is_external: bool
    takes: Callable[[Summary, date], bool]
    lay_out: Callable[[Material], Book]


def _of_kinds(*codes: str) -> Callable[[Summary, date], bool]:
    return lambda summary, _: summary.kind in codes


REPORTS: tuple[Report, ...] = (
    Report("annex", annex.TITLE, True, _of_kinds("action"), annex.lay_out),
    Report(
        "motions-commitments",
        motions_commitments.TITLE,
        True,
        _of_kinds("motion", "commitment"),
        motions_commitments.lay_out,
    ),
    Report("international", international.TITLE, True, _of_kinds(*international.KINDS), international.lay_out),
    Report("overdue", overdue.TITLE, True, Summary.is_overdue, overdue.lay_out),
    Report("register", register.TITLE, False, lambda *_: True, register.lay_out),
)


def report_of(code: str) -> Report:
    """Give a report by its code. Raises NotFound."""
    for report in REPORTS:
        if report.code == code:
            return report
    known = ", ".join(report.code for report in REPORTS)
    raise NotFound(
        f"Rapport “{code}” bestaat niet. Kies uit: {known}.", f"There is no report “{code}”. Choose from: {known}."
    )
