"""A letter, read into a proposal: the letter itself, and each record that its text names, with the passage for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from tracker.basics.language import Text
from tracker.exchange.incoming.letter.actions import read_actions
from tracker.exchange.incoming.letter.commitments import read_commitments
from tracker.exchange.incoming.letter.context import Letter
from tracker.exchange.incoming.letter.counting import account_of
from tracker.exchange.incoming.letter.document import Document
from tracker.exchange.incoming.letter.docx import read_docx
from tracker.exchange.incoming.letter.earlier import Rows
from tracker.exchange.incoming.letter.frame import Frame, frame_of
from tracker.exchange.incoming.letter.instruments import read_instruments
from tracker.exchange.incoming.letter.making import Draft
from tracker.exchange.incoming.letter.motions import read_motions
from tracker.exchange.incoming.letter.outline import outline_of
from tracker.exchange.incoming.letter.pdf import read_pdf
from tracker.exchange.incoming.letter.plain import read_plain
from tracker.exchange.incoming.letter.programmes import read_programmes
from tracker.exchange.incoming.letter.recommendations import read_recommendations
from tracker.exchange.incoming.letter.tables import read_tables
from tracker.exchange.incoming.recognising import Format
from tracker.records.proposal import THIS_LETTER, FileReading, ProposedRow
from tracker.records.recess import Calendar

_READERS: Final[dict[Format, Callable[[Path], Document]]] = {
    Format.DOCX: read_docx,
    Format.TXT: read_plain,
    Format.PDF: read_pdf,
}
_ORDER: Final = ("motion", "commitment", "action", "operational_action", "programme", "instrument", "recommendation")


def read_letter(path: Path, sort: Format, on: date | None, calendar: Calendar) -> FileReading:
    """Read a letter. ``on`` is its day where it names none itself. Raises CannotRead for a damaged document."""
    return reading_of(_READERS[sort](path), path, sort, on, calendar)


def reading_of(document: Document, path: Path, sort: Format, on: date | None, calendar: Calendar) -> FileReading:
    """Read a document as a letter."""
    frame = frame_of(document, on, path.stem)
    letter = Letter(
        document,
        outline_of(document, frame.values["title"]),
        calendar,
        THIS_LETTER,
        frame.day,
        frame.chambers,
        frame.signatory,
        framed=frozenset(frame.used),
    )
    rows = Rows()
    rows.add(ProposedRow("letter", THIS_LETTER, frame.values, frame.place))
    for section in letter.sections:
        for sentence in letter.sentences(section):
            rows.note_letters(letter, sentence)
    for paragraph in document.paragraphs:
        if paragraph.number in frame.used:
            for sentence in letter.sentences_of(paragraph):
                letter.claim(sentence)
    drafts = _drafts(letter, rows, frame)
    proposals = tuple(one.proposal(letter) for one in sorted(drafts, key=lambda each: _ORDER.index(each.kind)))
    return FileReading(
        file=path.name,
        format=sort.value,
        proposals=proposals,
        rows=rows.all(),
        account=account_of(letter, proposals, frame),
        notices=_notices(frame, document),
        text=document.text,
    )


def _drafts(letter: Letter, rows: Rows, frame: Frame) -> list[Draft]:
    """Read the kinds in this order: what one has taken from a sentence, the looser ones after it leave alone."""
    tables = read_tables(letter, rows)
    motions = read_motions(letter, rows)
    _address(letter, frame, [*tables, *motions])
    programmes = read_programmes(letter)
    commitments = read_commitments(letter, rows, motions)
    instruments = read_instruments(letter)
    recommendations = read_recommendations(letter)
    actions = read_actions(letter)
    return [*tables, *motions, *programmes, *commitments, *instruments, *recommendations, *actions]


def _address(letter: Letter, frame: Frame, drafts: Sequence[Draft]) -> None:
    """Take the Chamber whose motions it answers for as the one that a letter without an address is for."""
    if frame.chambers:
        return
    chambers = {one.values.get("chamber") for one in drafts if one.kind == "motion" and one.values.get("citation")}
    if len(chambers) != 1 or None in chambers:
        return
    (chamber,) = chambers
    letter.chambers = frame.chambers = (str(chamber),)
    frame.values["chambers"] = frame.chambers
    frame.notices.append(
        Text(
            f"De brief noemt geen Kamer als geadresseerde. Aangenomen is de {chamber}: van die Kamer zijn de moties.",
            f"The letter is addressed to no Chamber. The {chamber} is assumed: the motions are of that Chamber.",
        )
    )


def _notices(frame: Frame, document: Document) -> tuple[Text, ...]:
    notices = list(frame.notices)
    if document.blank_pages:
        notices.append(_blank(document.blank_pages))
    if document.is_cut:
        notices.append(
            Text(
                "Het bestand is te lang voor een brief; alleen het begin is gelezen.",
                "The file is too long for a letter; only its beginning was read.",
            )
        )
    return tuple(notices)


def _blank(pages: int) -> Text:
    if pages == 1:
        return Text(
            "Eén bladzijde gaf geen tekst: leeg, een afbeelding of beschadigd. Kijk of daar iets staat.",
            "One page gave no text: empty, a picture or damaged. See if anything stands there.",
        )
    return Text(
        f"{pages} bladzijden gaven geen tekst: leeg, een afbeelding of beschadigd. Kijk of daar iets staat.",
        f"{pages} pages gave no text: empty, a picture or damaged. See if anything stands there.",
    )
