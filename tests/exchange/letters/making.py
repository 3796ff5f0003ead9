"""Makes files of the letters in ``texts``: .docx with footnotes and tables, .txt in three manners, .pdf."""

from __future__ import annotations

import re
import textwrap
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_NOTE = re.compile(r"\{\{(.*?)\}\}")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def as_docx(text: str, path: Path, *, styled: bool = True) -> Path:
    """Write a .docx; without styles its headings are only bold, as many are."""
    notes: list[str] = []
    body = "".join(_docx_blocks(text, notes, styled=styled))
    footnotes = "".join(
        f'<w:footnote w:id="{number + 2}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes)
    )
    separators = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    write_docx(path, body, footnotes=separators + footnotes)
    return path


def write_docx(path: Path, body: str, *, footnotes: str = "", styles: str | None = None) -> None:
    """Write a .docx from the XML of its body."""
    if styles is None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="Kop{level}"><w:name w:val="heading {level}"/></w:style>'
            for level in (1, 2)
        )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {_W}>{styles}</w:styles>")
        if footnotes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {_W}>{footnotes}</w:footnotes>")


def _docx_blocks(text: str, notes: list[str], *, styled: bool) -> Iterator[str]:
    table: list[str] = []
    for line in [*text.strip().split("\n"), ""]:
        if line.startswith("|"):
            cells = "".join(
                f"<w:tc>{_docx_paragraph(cell.strip(), notes)}</w:tc>" for cell in line.strip(" |").split("|")
            )
            table.append(f"<w:tr>{cells}</w:tr>")
            continue
        if table:
            yield f"<w:tbl>{''.join(table)}</w:tbl>"
            table = []
        level = len(line) - len(line.lstrip("#"))
        words = line.lstrip("# ")
        if words.startswith("- "):
            yield _docx_paragraph(words[2:], notes, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        elif level and styled:
            yield _docx_paragraph(words, notes, f'<w:pStyle w:val="Kop{level}"/>')
        else:
            yield _docx_paragraph(words, notes, bold=bool(level))


def _docx_paragraph(text: str, notes: list[str], properties: str = "", *, bold: bool = False) -> str:
    runs = []
    for place, piece in enumerate(_NOTE.split(text)):
        if place % 2:
            notes.append(piece)
            runs.append(f'<w:r><w:footnoteReference w:id="{len(notes) + 1}"/></w:r>')
        elif piece:
            looks = "<w:rPr><w:b/></w:rPr>" if bold else ""
            runs.append(f'<w:r>{looks}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def as_txt(text: str, path: Path, *, width: int = 0, notes_as: str = "word") -> Path:
    """Write plain text: lines as long as paragraphs or broken at a width; footnotes in brackets or at the end."""
    notes: list[str] = []

    def called(found: re.Match[str]) -> str:
        notes.append(found[1])
        number = len(notes)
        return {"word": f"[footnoteRef:{number}]", "bracket": f"[{number}]", "glued": str(number)}[notes_as]

    lines = []
    for line in text.strip().split("\n"):
        known = len(notes)
        words = _NOTE.sub(called, line)
        is_heading = words.startswith("#")
        words = words.lstrip("# ")
        if words.startswith("|"):
            words = "\t".join(cell.strip() for cell in words.strip(" |").split("|"))
        if notes_as == "word":
            words += "".join(f" [{number + 1}:  {notes[number]} ] " for number in range(known, len(notes)))
        if width and "\t" not in words:
            words = "\n".join(textwrap.wrap(words, width, break_on_hyphens=False))
        lines += ["", words] if is_heading and width else [words]
        if width:
            lines.append("")
    if notes_as != "word":
        sign = "[{}] {}" if notes_as == "bracket" else "{} {}"
        lines += ["", *(sign.format(number, note) for number, note in enumerate(notes, 1))]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


# --- PDF --------------------------------------------------------------------------------------------------------------

_PAGE_LINES = 44


def as_pdf(text: str, path: Path) -> Path:
    """Write a PDF as a ministry does: a header and a page number on each page, footnotes small at the foot."""
    pages: list[list[str]] = [[]]
    feet: list[list[str]] = [[]]
    number = 0
    for line in text.strip().split("\n"):
        level = len(line) - len(line.lstrip("#"))
        words = line.lstrip("# ").replace("|", " ")
        size = {0: 10, 1: 14, 2: 12}[level]
        marked = words
        notes = _NOTE.findall(words)
        for note in notes:
            number += 1
            marked = marked.replace("{{" + note + "}}", f"\x01{number}\x02", 1)
        wrapped = textwrap.wrap(marked, {10: 80, 12: 66, 14: 56}[size], break_on_hyphens=False) or [""]
        if len(pages[-1]) + len(wrapped) + 2 * len(feet[-1]) > _PAGE_LINES:
            pages.append([])
            feet.append([])
        pages[-1] += [f"{size}|{each}" for each in wrapped]
        for place, note in enumerate(notes):
            label = number - len(notes) + place + 1
            feet[-1] += textwrap.wrap(f"{label} {note}", 112)
    path.write_bytes(
        pdf_of(
            [
                _content(body, foot, place + 1, len(pages))
                for place, (body, foot) in enumerate(zip(pages, feet, strict=True))
            ]
        )
    )
    return path


def as_pdf_in_cells(text: str, path: Path, *, foot: int = 60) -> Path:
    """Write a .pdf whose tables stand in columns, cell by cell; a row may go on upon the next page, below ``foot``."""
    pages: list[list[str]] = [[]]
    y = 790.0
    for line in text.strip().split("\n"):
        if not line.startswith("|"):
            for words in textwrap.wrap(line.lstrip("# "), 80) or [""]:
                pages[-1].append(_shown(60, y, 10, words))
                y -= 14
            continue
        cells = [one.strip() for one in line.strip(" |").split("|")]
        width = 480 // len(cells)
        wrapped = [textwrap.wrap(one, width // 6 - 2) for one in cells]
        fits = max(1, int((y - foot) // 14))
        while any(wrapped):
            for place, cell in enumerate(wrapped):
                some = enumerate(cell[:fits])
                pages[-1] += [_shown(60 + place * width, y - 14 * number, 10, each) for number, each in some]
            y -= 14 * min(fits, max(map(len, wrapped))) + 8
            wrapped = [words[fits:] for words in wrapped]
            if any(wrapped):
                pages.append([])
                y, fits = 790.0, 50
    path.write_bytes(pdf_of(["\n".join(page).encode("cp1252", "replace") for page in pages]))
    return path


def _content(body: list[str], foot: list[str], page: int, pages: int) -> bytes:
    lines = [_shown(60, 810, 8, "Ministerie van Justitie en Veiligheid")]
    y = 780.0
    for line in body:
        size, words = line.split("|", 1)
        lines += list(_with_raised(60, y, int(size), words))
        y -= int(size) * 1.4
    y = 60 + 10 * len(foot)
    for words in foot:
        lines.append(_shown(60, y, 7, words))
        y -= 10
    lines.append(_shown(480, 30, 8, f"Pagina {page} van {pages}"))
    return "\n".join(lines).encode("cp1252", "replace")


def _with_raised(x: float, y: float, size: int, words: str) -> Iterator[str]:
    """Write a line, its figures between \\x01 and \\x02 small and raised."""
    pieces = re.split("\x01([0-9]+)\x02", words)
    operators = [f"BT /F1 {size} Tf 1 0 0 1 {x} {y:.1f} Tm"]
    for place, piece in enumerate(pieces):
        if place % 2:
            operators.append(f"/F1 {size * 0.6:.1f} Tf 3 Ts ({piece}) Tj 0 Ts /F1 {size} Tf")
        else:
            operators.append(f"({_escaped(piece)}) Tj")
    yield " ".join([*operators, "ET"])


def _shown(x: float, y: float, size: int, words: str) -> str:
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y:.1f} Tm ({_escaped(words)}) Tj ET"


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def pdf_of(contents: list[bytes]) -> bytes:
    """Give a PDF of which each page has these drawing words."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for content in contents:
        packed = zlib.compress(content)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
