"""Open data read into proposals: the entities Toezegging and Zaak of the Tweede Kamer, the list of the Eerste Kamer."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from tracker.basics.language import Text
from tracker.exchange.incoming.open_data.commitments import commitment, senate_commitment
from tracker.exchange.incoming.open_data.motions import motion
from tracker.exchange.incoming.open_data.row import OpenRow
from tracker.exchange.incoming.recognising import Format, json_of, refusal
from tracker.records.open_page import OpenPage, incomplete_words
from tracker.records.proposal import Account, FileReading, Place, Proposal, ProposedRow

Read = Callable[[OpenRow], tuple[Proposal, list[ProposedRow]]]
_MORE: Final = "@odata.nextLink"
_SKIP: Final = re.compile(r"\$skip=(\d{1,9})\b")
_NOT_A_MOTION = Text(
    "Dit is geen motie. Haal de zaken op met de soort Motie.",
    "This is no motion. Fetch the cases of the sort Motie.",
)
_NOT_KNOWN = Text(
    "Deze rij is geen toezegging en geen motie van de Kamer.", "This row is no commitment and no motion of the Chamber."
)
_NOT_OPEN_DATA = Text(
    "is JSON, maar geen open data van de Kamer: er staan geen toezeggingen of moties in. Haal de entiteit Toezegging "
    "op, of Zaak met de soort Motie.",
    "is JSON, but no open data of the Chamber: it holds no commitments or motions. Fetch the entity Toezegging, or "
    "Zaak of the sort Motie.",
)


def read_open_data(path: Path, sort: Format) -> FileReading:
    """Read a page, or a .zip of several, into proposals. Raises CannotRead where it is no open data of a Chamber."""
    account = Account()
    proposals: list[Proposal] = []
    beside: dict[tuple[str, str], ProposedRow] = {}
    told: list[OpenPage] = []
    known = False
    for name, page in _pages(path, sort):
        rows, first = _rows_of(page), len(proposals)
        known = known or rows is not None
        for number, values in enumerate(rows or ()):
            if not isinstance(values, Mapping):
                continue
            row = OpenRow(values, Place(name, f"value[{number}]"), account)
            read = _reader_of(row, str(_context(page)))
            if read is None:
                row.leave(_NOT_A_MOTION if row.has("Soort") else _NOT_KNOWN)
                continue
            proposal, further = read(row)
            proposals.append(proposal)
            for one in further:
                beside.setdefault((one.entity, one.key), one)
        if len(proposals) > first:
            told.append(_open_page(page, proposals[first].kind, len(rows or ())))
    if not known or (not proposals and account.not_understood):
        raise refusal(path, _NOT_OPEN_DATA)
    return FileReading(
        path.name, sort.value, proposals, tuple(beside.values()), account, _notices(proposals), "",
        incomplete_words(told), tuple(told),
    )  # fmt: skip


def _pages(path: Path, sort: Format) -> Iterator[tuple[str, object]]:
    """Give the pages with the names by which places in them are told; a file alone needs none."""
    if sort is Format.JSON:
        yield "", json_of(path)
        return
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            if part.filename.lower().endswith(".json") and not part.is_dir():
                yield part.filename, json_of(path.parent / part.filename, archive.read(part))


def _rows_of(page: object) -> list[Any] | None:
    if isinstance(page, list):
        return page or None
    if not isinstance(page, Mapping):
        return None
    rows = page.get("value")
    if isinstance(rows, list):
        return rows
    return [page] if "Nummer" in page or "nummer" in page else None


def _context(page: object) -> object:
    return page.get("@odata.context", "") if isinstance(page, Mapping) else ""


def _reader_of(row: OpenRow, context: str) -> Read | None:
    """Tell from its names what a row is; the page's context names the entity where the names do not tell."""
    if row.has("Tekst", "Aanmaakdatum", "KamerbriefNakoming") and row.has("Nummer"):
        return commitment
    if row.has("Datum toezegging", "DatumToezegging") and row.has("Nummer"):
        return senate_commitment
    if row.has("Onderwerp", "Titel") and (row.has("Soort") or "#Zaak" in context):
        sort = row.text("Soort").lower()
        return motion if sort in {"", "motie"} else None
    return commitment if "#Toezegging" in context else None


def _notices(proposals: list[Proposal]) -> tuple[Text, ...]:
    gone = sum(one.gone for one in proposals)
    if not gone:
        return ()
    return (
        Text(
            f"{gone} {'rij is' if gone == 1 else 'rijen zijn'} door de Kamer verwijderd.",
            f"{gone} {'row was' if gone == 1 else 'rows were'} deleted by the Chamber.",
        ),
    )


def _open_page(page: object, kind: str, rows: int) -> OpenPage:
    """Give what a page says of itself; where the next begins stands in its address ($skip)."""
    link = str(page.get(_MORE) or "") if isinstance(page, Mapping) else ""
    skip = _SKIP.search(unquote(link))
    return OpenPage(kind, rows, bool(link), None if skip is None else int(skip[1]))
