"""Rows of a test as a sheet that is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.exchange.incoming.workbook.book import Book
from tracker.exchange.incoming.workbook.grid import Facts, ListGrid
from tracker.exchange.incoming.workbook.reading import Workbook, workbook_of
from tracker.records.proposal import FileReading, Proposal, ProposedPart


def workbook(rows: Sequence[Sequence[Any]], facts: Facts | None = None, name: str = "Blad1") -> Workbook:
    """Give an opened workbook with one sheet; None is an empty cell."""
    cells = [["" if value is None else value for value in row] for row in rows]
    return workbook_of(Book("lijst.xlsx", "xlsx", (ListGrid(name, cells, facts),)))


def read(rows: Sequence[Sequence[Any]], facts: Facts | None = None, name: str = "Blad1") -> FileReading:
    """Read rows by the mapping that is proposed for them; every cell must be accounted for."""
    opened = workbook(rows, facts, name)
    reading = opened.read(opened.proposed_mapping())
    assert reading.account.adds_up, reading.account
    return reading


def only(rows: Sequence[Sequence[Any]], facts: Facts | None = None, name: str = "Blad1") -> Proposal:
    """Give the one record that these rows propose."""
    (proposal,) = read(rows, facts, name).proposals
    return proposal


def parts(proposal: Proposal, entity: str) -> list[ProposedPart]:
    """Give what stands beside a proposal of one sort."""
    return [part for part in proposal.parts if part.entity == entity]
