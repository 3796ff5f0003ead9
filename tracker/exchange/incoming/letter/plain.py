"""Reading a letter as plain text: as Word saves it, as it was copied, or as a converter made it.

Lines are paragraphs, or parts of one where they were broken at a width. Footnotes are called by ``[footnoteRef:3]``,
``[3]``, a raised figure, or a figure glued to the word before it; their text stands in brackets (``[3: …]``), or in
lines at the end that begin with the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from tracker.exchange.incoming.letter.document import MOST_CHARACTERS, Document, RunText, assemble, tidy
from tracker.exchange.incoming.letter.raw import RawParagraph

_BOOKMARK: Final = re.compile(r"\[bookmark: [^\]\n]{0,80}\]")
_INLINE_NOTE: Final = re.compile(r"\s?\[(?P<label>\d{1,4}):\s+(?P<text>[^\[\]\n]{0,4000})\]")
_INLINE_CALL: Final = re.compile(r"\[(?:foot|end)noteRef:(?P<label>\d{1,4})\]")
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN: Final = str.maketrans(_RAISED, "0123456789")
_FOOT_NOTE: Final = re.compile(
    rf"\s*(?:\[(?P<a>\d{{1,4}})\]|(?P<b>[{_RAISED}]{{1,4}})|(?P<c>\d{{1,3}})(?=\s))\s*(?P<text>\S.*)"
)
_BRACKET_CALL: Final = re.compile(r"\[(\d{1,4})\]")
_RAISED_CALL: Final = re.compile(f"([{_RAISED}]{{1,4}})")
_BEFORE_CALL: Final = r"(?:(?<=[a-zà-ÿ.,;:’”\")\]])(?<![\d][.,])|(?<=\s20\d\d)|(?<=\s19\d\d))"
_GLUED_CALL: Final = re.compile(rf"{_BEFORE_CALL}(\d{{1,3}})(?=[\s.,;:)]|$)")
_ITEM: Final = re.compile(r"\s*[-–•*·▪o‣]\s+(?=\S)")
_MOST_WIDTH: Final = 118
_CELL_END: Final = "\t"
_Notes = list[tuple[str, str]]


def read_plain(path: Path) -> Document:
    """Read the text, in whatever encoding it was saved."""
    content = path.read_bytes()[: MOST_CHARACTERS * 4]
    return document_of(_decoded(content))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def document_of(text: str) -> Document:
    """Give the document of a text."""
    is_cut = len(text) > MOST_CHARACTERS
    plain = text[:MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n")
    plain = _BOOKMARK.sub("", plain)
    notes: _Notes = [(found["label"], tidy(found["text"]).strip()) for found in _INLINE_NOTE.finditer(plain)]
    plain = _INLINE_NOTE.sub("", plain)
    lines = [_CELL_END.join(map(tidy, line.split("\t"))).rstrip() for line in plain.split("\n")]
    call = _INLINE_CALL
    if not notes:
        lines, notes, call = _notes_at_foot(lines)
    labels = {label for label, _ in notes}
    raw = [_paragraph(one, call, labels) for one in _with_tables(lines)]
    return assemble(raw, notes, is_cut=is_cut)


# --- footnotes --------------------------------------------------------------------------------------------------------


def _notes_at_foot(lines: list[str]) -> tuple[list[str], _Notes, re.Pattern[str]]:
    """Take the footnotes out: a row of lines that count on from 1, and of which the text calls the first."""
    found = [(place, _FOOT_NOTE.fullmatch(line)) for place, line in enumerate(lines) if line and not line.isspace()]
    wanted, sort = 1, "c"
    taken: set[int] = set()
    notes: _Notes = []
    starts = {place: match for place, match in found if match is not None}
    last = max(starts, default=-1)
    for place, match in starts.items():
        label = (match["a"] or match["b"] or match["c"]).translate(_PLAIN)
        if not label.isdecimal() or int(label) != wanted or not _is_called(lines, label, place, match):
            continue
        text, following = match["text"], place + 1
        while following < len(lines) and lines[following].strip() and following not in starts and place >= last - 400:
            if taken and following > last + 6:
                break
            text += " " + lines[following].strip()
            taken.add(following)
            following += 1
        taken.add(place)
        notes.append((label, text.strip()))
        sort = "a" if match["a"] else "b" if match["b"] else "c"
        wanted += 1
    call = {"a": _BRACKET_CALL, "b": _RAISED_CALL, "c": _GLUED_CALL}[sort]
    return [line for place, line in enumerate(lines) if place not in taken], notes, call


def _is_called(lines: list[str], label: str, place: int, match: re.Match[str]) -> bool:
    """Tell whether a line above calls this footnote, in the way of its own mark."""
    if match["a"]:
        wanted = re.compile(rf"\S\s?\[{label}\]")
    elif match["b"]:
        wanted = re.compile(rf"\S{match['b']}(?![{_RAISED}])")
    else:
        wanted = re.compile(rf"{_BEFORE_CALL}{label}(?=[\s.,;:)]|$)")
    return any(wanted.search(line) for line in lines[max(0, place - 400) : place])


def _paragraph(one: RawParagraph, call: re.Pattern[str], labels: set[str]) -> RawParagraph:
    """Take the calls of footnotes out of the words and keep their places."""
    run, position = RunText(), 0
    for found in call.finditer(one.text):
        label = found[1].translate(_PLAIN)
        if label not in labels:
            continue
        run.add(one.text[position : found.start()])
        run.call(label)
        position = found.end()
    run.add(one.text[position:])
    return replace(one, text=(whole := run.paragraph()).text, anchors=whole.anchors)


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _with_tables(lines: list[str]) -> Iterator[RawParagraph]:
    """Give the paragraphs, and rows of cells where lines in a row are parted by tabs alike."""
    start, tables = 0, 0
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and _is_row(lines[end]) and lines[end].count(_CELL_END) == lines[place].count(_CELL_END):
            end += 1 + (
                end + 1 < len(lines) and not lines[end + 1] and end + 2 < len(lines) and _is_row(lines[end + 2])
            )
        end = min(end, len(lines))
        rows = [line for line in lines[place:end] if line]
        if len(rows) < 2:
            place += 1
            continue
        yield from _paragraphs([line.replace(_CELL_END, " ") for line in lines[start:place]])
        tables += 1
        for row, line in enumerate(rows):
            for column, cell in enumerate(line.split(_CELL_END)):
                yield RawParagraph(cell.strip(), cell=(tables, row, column))
        start = place = end
    yield from _paragraphs([line.replace(_CELL_END, " ") for line in lines[start:]])


def _is_row(line: str) -> bool:
    return _CELL_END in line.strip()


def _paragraphs(lines: list[str]) -> Iterator[RawParagraph]:
    width = _width(lines)
    waiting: list[str] = []
    is_item = False
    for line in [*lines, ""]:
        words = line.strip()
        item = _ITEM.match(line) if words else None
        if waiting and (not words or item or not width or not _is_full(waiting[-1], words, width)):
            yield RawParagraph(" ".join(waiting), is_item=is_item)
            waiting = []
        if not words:
            continue
        if not waiting:
            is_item = item is not None
        waiting.append(line[item.end() :].strip() if item else words)


def _width(lines: list[str]) -> int:
    """Give the width at which lines were broken; 0 where a line is a paragraph."""
    lengths = [len(line.strip()) for line in lines if line.strip()]
    broken = [length for length in lengths if length <= _MOST_WIDTH]
    if len(broken) < 4 or len(broken) < len(lengths) * 0.9:
        return 0
    width = max(broken)
    is_usual = sum(length > width * 0.8 for length in broken) > len(broken) * 0.2
    return width if is_usual else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the line ends because the next word did not fit any more."""
    first = following.split(" ", 1)[0]
    return len(line) + 1 + len(first) > width - 1 or (len(line) > width * 0.72 and following[:1].islower())
