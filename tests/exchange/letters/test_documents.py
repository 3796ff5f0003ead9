"""Documents in their three formats: paragraphs, headings, footnotes at their anchors, and what must not be read."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.exchange.letters.making import as_docx, as_pdf, as_pdf_in_cells, as_txt, pdf_of, write_docx
from tracker.basics.errors import CannotRead
from tracker.exchange.incoming.letter.document import Document
from tracker.exchange.incoming.letter.docx import read_docx
from tracker.exchange.incoming.letter.pdf import read_pdf
from tracker.exchange.incoming.letter.plain import document_of, read_plain
from tracker.exchange.incoming.letter.reading import read_letter
from tracker.exchange.incoming.recognising import Format
from tracker.records.recess import Calendar

_LETTER = """
# Voortgang
De campagne is gestart.{{Kamerstukken II 2025/26, 28 638, nr. 259.}} Zij loopt nog het hele jaar en wordt daarna
# Moties
De motie is uitgevoerd{{Zie bijlage.}} en daarmee afgedaan.
"""


def _texts(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs]


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_docx_gives_headings_by_their_style_and_footnotes_at_their_anchors(tmp_path: Path) -> None:
    document = read_docx(as_docx(_LETTER, tmp_path / "a.docx"))

    assert [(one.text, one.level) for one in document.paragraphs if one.level] == [("Voortgang", 1), ("Moties", 1)]
    body = document.paragraphs[1]
    assert body.text.startswith("De campagne is gestart. Zij loopt")
    assert [(one.at, one.label) for one in body.anchors] == [(len("De campagne is gestart."), "1")]
    assert document.notes["1"].text == "Kamerstukken II 2025/26, 28 638, nr. 259."


def test_the_text_that_is_shown_has_the_marks_of_footnotes_and_passages_point_into_it(tmp_path: Path) -> None:
    document = read_docx(as_docx(_LETTER, tmp_path / "a.docx"))
    body, note = document.paragraphs[3], document.notes["2"]

    assert "uitgevoerd² en daarmee" in document.text
    passage = body.passage(body.text.index("en daarmee"))
    assert document.text[passage.start : passage.end] == "en daarmee afgedaan."
    passage = note.passage()
    assert document.text[passage.start : passage.end] == "Zie bijlage."


def test_of_tracked_changes_what_was_inserted_counts_and_what_was_deleted_does_not(tmp_path: Path) -> None:
    body = (
        f"<w:p>{_run('Voor ')}<w:del><w:r><w:delText>1 juni</w:delText></w:r></w:del><w:ins>{_run('1 juli')}</w:ins>"
        f"<w:moveFrom>{_run(' weg')}</w:moveFrom>{_run(' 2026.')}</w:p>"
    )
    write_docx(tmp_path / "a.docx", body)

    assert _texts(read_docx(tmp_path / "a.docx")) == ["Voor 1 juli 2026."]


def test_fields_links_soft_hyphens_and_blanks_that_do_not_break_leave_plain_words(tmp_path: Path) -> None:
    first, linked = _run("De mensen\u00adhandel, "), _run("zie\u00a0de site")
    body = (
        f"<w:p>{first}<w:hyperlink>{linked}</w:hyperlink>"
        "<w:r><w:instrText>HYPERLINK http://x</w:instrText></w:r><w:r><w:tab/></w:r><w:r><w:noBreakHyphen/></w:r>"
        f"{_run('einde')}</w:p>"
    )
    write_docx(tmp_path / "a.docx", body)

    assert _texts(read_docx(tmp_path / "a.docx")) == ["De mensenhandel, zie de site -einde"]


def test_a_text_box_is_read_once_and_a_table_cell_by_cell(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In het kader</w:t></w:r></w:p></w:txbxContent>"
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><mc:AlternateContent {compatible}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r>{_run('Daarbuiten')}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{_run('a')}</w:p></w:tc><w:tc><w:p>{_run('b')}</w:p></w:tc></w:tr></w:tbl>"
    )
    write_docx(tmp_path / "a.docx", body)
    document = read_docx(tmp_path / "a.docx")

    assert _texts(document) == ["In het kader", "Daarbuiten", "a", "b"]
    assert [one.cell for one in document.paragraphs] == [None, None, (1, 0, 0), (1, 0, 1)]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"not a zip at all"])
def test_a_damaged_docx_is_refused_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(content)

    with pytest.raises(CannotRead, match=r"brief\.docx is geen leesbaar Word-document"):
        read_docx(path)


def test_an_entity_bomb_in_a_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", bomb)

    with pytest.raises(CannotRead):
        read_docx(path)


@pytest.mark.parametrize(("notes_as", "width"), [("word", 0), ("bracket", 78), ("glued", 70), ("bracket", 0)])
def test_plain_text_gives_the_same_paragraphs_and_footnotes(notes_as: str, width: int, tmp_path: Path) -> None:
    text = _LETTER.replace("daarna\n", "daarna geëvalueerd door een onderzoeksbureau dat nog wordt gekozen.\n")
    document = read_plain(as_txt(text, tmp_path / "a.txt", width=width, notes_as=notes_as))

    assert [one.text for one in document.paragraphs if one.level] == ["Voortgang", "Moties"]
    assert document.paragraphs[3].text == "De motie is uitgevoerd en daarmee afgedaan."
    assert [one.label for one in document.paragraphs[3].anchors] == ["2"]
    assert document.notes["1"].text == "Kamerstukken II 2025/26, 28 638, nr. 259."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_the_encoding_in_which_it_was_saved(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Geïnformeerd – zó.".encode(encoding))

    assert _texts(read_plain(path)) == ["Geïnformeerd – zó."]


def test_a_sentence_that_an_enter_took_apart_is_one_paragraph() -> None:
    first = "Begin dit jaar heeft een afsluitende bijeenkomst plaatsgevonden"
    document = document_of(f"{first}\n\nen inmiddels is het afsluitende rapport gedeeld.")

    assert _texts(document) == [f"{first} en inmiddels is het afsluitende rapport gedeeld."]


def test_raised_figures_call_the_footnotes_of_plain_text() -> None:
    document = document_of("De brief van mei.¹ Meer niet.\n\n¹ Kamerstuk 28 638, nr. 259.")

    assert _texts(document) == ["De brief van mei. Meer niet."]
    assert document.notes["1"].text == "Kamerstuk 28 638, nr. 259."


def test_a_pdf_leaves_out_headers_and_page_numbers_and_puts_lines_together(tmp_path: Path) -> None:
    long = "Een zin die zo lang is dat hij over meer dan een regel loopt en toch een geheel moet blijven. " * 3
    text = "\n".join(["# Kop", *(f"{long}Alinea {number}." for number in range(30))])
    document = read_pdf(as_pdf(text, tmp_path / "a.pdf"))

    assert document.paragraphs[0].text == "Kop"
    assert document.paragraphs[0].level
    assert not any("Pagina" in one or "Ministerie van Justitie" in one for one in _texts(document))
    assert sum(one.startswith("Een zin") for one in _texts(document)) >= 20
    assert document.text.count("een geheel moet blijven. Een zin") >= 60


def test_a_pdf_gives_its_footnotes_at_their_small_raised_figures(tmp_path: Path) -> None:
    document = read_pdf(as_pdf(_LETTER.replace(" wordt daarna", "."), tmp_path / "a.pdf"))
    body = next(one for one in document.paragraphs if one.text.startswith("De campagne"))

    assert [(one.at, one.label) for one in body.anchors] == [(len("De campagne is gestart."), "1")]
    assert document.notes["1"].text == "Kamerstukken II 2025/26, 28 638, nr. 259."


def test_a_pdf_that_holds_nothing_but_a_page_number_keeps_it(tmp_path: Path) -> None:
    path = as_pdf_in_cells("Pagina 1 van 1", tmp_path / "a.pdf")

    assert [one.text for one in read_pdf(path).paragraphs] == ["Pagina 1 van 1"]


def test_a_pdf_without_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="alleen beelden van bladzijden"):
        read_pdf(_blank_pdf(tmp_path))


def _blank_pdf(folder: Path) -> Path:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    path = folder / "leeg.pdf"
    document.save(path)
    document.close()
    return path


def test_a_damaged_pdf_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"%PDF-1.4 nothing more")

    with pytest.raises(CannotRead, match="beschadigd of beveiligd"):
        read_pdf(path)


def test_a_page_that_gives_no_text_is_counted(tmp_path: Path) -> None:
    pages = [b"BT /F1 10 Tf 1 0 0 1 60 780 Tm (De motie is afgedaan.) Tj ET", b"q 100 0 0 100 0 0 cm Q"]
    path = tmp_path / "half.pdf"
    path.write_bytes(pdf_of(pages))

    assert read_pdf(path).blank_pages == 1
    assert "bladzijde gaf geen tekst" in "".join(
        one.nl for one in read_letter(path, Format.PDF, None, Calendar()).notices
    )
