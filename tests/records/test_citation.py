"""Reading and writing parliamentary citations: tables of cases, what must stay unread, forms and addresses."""

import csv
from pathlib import Path

import pytest

from tests.records.citation_values import Values, values_of
from tracker.records.citation import first_citation, read_citations

_HERE = Path(__file__).parent
_SHARED_TABLE = _HERE.parents[2] / "shared" / "domain" / "citations.csv"
_SHARED_LETTER = _HERE.parents[2] / "shared" / "domain" / "letters" / "voortgangsbrief-2026.txt"
_SIX = ("kind", "chamber", "session", "dossier", "also", "chapter")


def _expected(path: Path) -> dict[str, list[Values]]:
    """The readings of each text in a table; `;` separates the numbers of several citations, no kind means none."""
    cases: dict[str, list[Values]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            readings = cases.setdefault(row["text"], [])
            if row["kind"]:
                readings.extend((*(row[name] for name in _SIX), number) for number in row["number"].split(";"))
    return cases


_COLLECTED = _expected(_HERE / "citations_collected.csv")
_SHARED = _expected(_SHARED_TABLE) if _SHARED_TABLE.exists() else {}


@pytest.mark.parametrize(("text", "expected"), _COLLECTED.items(), ids=range(len(_COLLECTED)))
def test_collected_citation_is_read_as_in_the_table(text: str, expected: list[Values]) -> None:
    assert [values_of(citation) for citation in read_citations(text)] == expected


def test_collected_table_names_a_source_for_each_case() -> None:
    with (_HERE / "citations_collected.csv").open(encoding="utf-8", newline="") as file:
        assert all(row["source"] for row in csv.DictReader(file))


@pytest.mark.skipif(not _SHARED_TABLE.exists(), reason="shared material is not here")
def test_shared_citations_are_read_as_in_the_table() -> None:
    read = {text: [values_of(citation) for citation in read_citations(text)] for text in _SHARED}
    assert read == _SHARED


@pytest.mark.skipif(not _SHARED_LETTER.exists(), reason="shared material is not here")
def test_letter_gives_the_citations_of_its_footnotes_and_no_other() -> None:
    written = [citation.canonical for citation in read_citations(_SHARED_LETTER.read_text(encoding="utf-8"))]
    assert written == [
        "Kamerstukken II 2025/26, 28 638, nr. 259",
        "Kamerstukken II 2023/24, 28 638, nr. 244",
        "Kamerstukken II 2023/24, 28 638, nr. 244",
        "Kamerstukken II 2025/26, 32 735, nr. 420",
        "Kamerstukken II 2024/25, 36 547, nr. 36",
        "Kamerstukken II 2024/25, 36 547, nr. 32",
        "Kamerstukken II 2024/25, 36 547, nr. 30",
    ]


# --- what is no citation ---------------------------------------------------------------------------------------------

_NO_CITATIONS = {
    "years": ["in 2027", "2025/26", "2024-2025", "12345-2024", "Kamerstukken 2025", "Kamerstukken II 2025/26"],
    "amounts": [
        *("5.900", "€ 5.000.000", "€ 12 345, nr. 3", "€ 36.410, A", "EUR 28 638", "25.000 euro", "€25.000-30.000"),
        *("15000-20000", "15.000-20.000", "10.000-15", "20 000 - 254", "28 638,50", "28.638,50", "1.028.638"),
        *("van 20 000 tot 25 000 euro", "12 345 678", "ƒ 295.000,- per jaar", "28638-12%"),
    ],
    "counts": [
        *("28 638 slachtoffers", "TK 36 000 handtekeningen", "12 345 Afghanen", "40 000 A", "24 500 V", "36 410 EU"),
        *("het EK 2024 trok 36 000 bezoekers", "de Tweede Kamer heeft 28 638 brieven ontvangen", "28 638 B&W"),
    ],
    "telephones": [
        *("070-3112345", "070 311 23 45", "+31 20 12345-678", "06 - 12345678", "(070) 36 410 50", "tel. 28638-254"),
        "0031 36410-111",
    ],
    "dates": ["20 november 2025", "13-09-2026", "2026-07-15", "31-12-2025", "Handelingen II 18 mei 2020"],
    "articles": ["art. 273f Sr", "artikel 36410 A", "artikel 28 638, nr. 3", "art. 6:162 BW", "§ 28638-3"],
    "directives": ["2011/36/EU", "Richtlijn (EU) 2024/1712", "Verordening (EU) 2016/679", "32016R0679"],
    "cases": [
        *("ECLI:NL:HR:2024:1234", "C-12345/20", "09/842123-19", "zaaknummer 36410-111", "zaaknr. 200.123.456/01"),
        *("16-700123-10", "no. 69389/12", "LJN BB7360", "nr. 18 586, BNB 1978/7"),
    ],
    "accounts": ["NL91 ABNA 0417 1643 00", "NL02RABO0123456789", "BSN 123456782", "KvK 27 345 678"],
    "addresses": [
        *("2511 EX Den Haag", "Postbus 20301, 2500 EH Den Haag", "Postbus 20301 A", "https://example.org/12345-678"),
        *("https://example.org/?q=36410-111", "tekst-36410-1", "bijlage28638-254"),
    ],
    "gazettes": ["Stcrt. 2019, 12345, nr. 3", "Stcrt. 2023, nr. 28638", "Stb. 2023, 254", "Trb. 1966, 91"],
    "colours": ["28323D", "#28323D", "36410A4"],
    "persons": ["36 410, A. de Vries", "36 410 A. Jansen"],
    "papers without a number that says which": [
        *("Handelingen", "Handelingen II", "Handelingen II, 1988/89, blz. 39-2410", "Aanhangsel 3", "Aanhangsel II"),
        *("Handelingen UCV, 1988/89, nr. 26", "h-tk-20062007-3564-3568", "ah-1271549", "Motie 12", "nr. 12"),
        *("kst-1268678", "kst-28638", "blg-1184123", "(34630)", "28 638", "28638", "Kamerstuk nr. 3"),
        *("kenmerk 5912345", "2022-0000123456"),
    ],
    "near misses of register numbers": [
        *(
            "T12345",
            "TZ2024-12",
            "TZ202413-116",
            "2025X12345",
            "2025Z1234",
            "2025Z123456",
            "AT02867",
            "ah-tk-20242026-1",
        ),
        *("36410-11-12-13", "28638-254.12", "28638-12:30", "KST364102024VI", "kst-36410-ABC"),
    ],
}


@pytest.mark.parametrize("text", [text for texts in _NO_CITATIONS.values() for text in texts])
def test_what_may_be_something_else_is_not_read(text: str) -> None:
    assert read_citations(text) == []
    assert read_citations(f"Zie ({text}) en verder.") == []


# --- forms -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstukken II 2025/26, 28\u00a0638, nr.\u00a0259",
        "Kamerstukken II 2025–26, 28\u2009638, nr.\u202f259",
        "KAMERSTUKKEN II 2025/26, 28 638, NR. 259",
        "kamerstukken ii 2025/26, 28 638, nr. 259",
        "Kamerstukken  II   2025/26 ,  28  638 ,  nr  259",
        "Kamerstukken\nII 2025/26, 28 638,\nnr. 259",
        "Kamer\u00adstukken II 2025/26, 28\u200b638, nr. 259",
        "Kamerstukken II 2025/’26, 28 638, nr. 259",
        "Kamerstukken II 2025 / 26, 28 638, nr. 259",
        "Kamerstukken 11, 2025-2026, 28.638, nummer 259",
        "Tweede Kamer, vergaderjaar 2025–2026, 28 638, nr. 259",
        "„Kamerstukken II (2025/26), 28 638 (nr. 259)”",
        "3Kamerstukken II 2025/26, 28638-259",
    ],
)
def test_blanks_dashes_case_and_quotes_do_not_matter(text: str) -> None:
    citation = first_citation(text)
    assert citation is not None
    assert citation.canonical == "Kamerstukken II 2025/26, 28 638, nr. 259"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("27 062, 19 637 en 28 638, nr. 110", ["Kamerstuk 27 062, 19 637 en 28 638, nr. 110"]),
        ("Kamerstukken 28 638, nr. 3 en 29 911, nr. 5", ["Kamerstuk 28 638, nr. 3", "Kamerstuk 29 911, nr. 5"]),
        ("moties 36 547, nrs. 30, 32 en 36", [f"Kamerstuk 36 547, nr. {number}" for number in (30, 32, 36)]),
        ("36 547, nrs. 30 t/m 32", [f"Kamerstuk 36 547, nr. {number}" for number in (30, 31, 32)]),
        ("36547-36, 36547-32 en 36547-30", [f"Kamerstuk 36 547, nr. {number}" for number in (36, 32, 30)]),
        ("28638-54, 36 547, nr. 36", ["Kamerstuk 28 638, nr. 54", "Kamerstuk 36 547, nr. 36"]),
        ("21501-02 en 28 638, nr. 3", ["Kamerstuk 21 501-02 en 28 638, nr. 3"]),
        ("Kamerstuk 25 295, nr. 1180 en 1181.", ["Kamerstuk 25 295, nr. 1180", "Kamerstuk 25 295, nr. 1181"]),
        ("Kamerstuk 25 295, nr. 1180 en 1200 brieven", ["Kamerstuk 25 295, nr. 1180"]),
        ("‘Kamerstukken I 2022/23, 36 067, K’", ["Kamerstukken I 2022/23, 36 067, K"]),
        ("Kamerstukken II, 31 459, 22\nNieuw", ["Kamerstukken II, 31 459, nr. 22"]),
        ("Kamerstukken II, 31 459, 22\nmaart", ["Kamerstukken II, 31 459"]),
        ("36 600-VI, 12", ["Kamerstuk 36 600 VI, nr. 12"]),
        ("Kamerstukken II 2009/10, 32 123 (hfdst. VI), nr. 3", ["Kamerstukken II 2009/10, 32 123 VI, nr. 3"]),
        ("36 547, nr. 30, 3 mei 2026", ["Kamerstuk 36 547, nr. 30"]),
        ("36 547, nrs. 30, 32, 3 mei 2026", ["Kamerstuk 36 547, nr. 30", "Kamerstuk 36 547, nr. 32"]),
        (
            "Kamerstukken I 2000/2001, 26 855 (250, 250a); 2001/2002, 26 855 (16).",
            [
                "Kamerstukken I 2000/01, 26 855, nr. 250",
                "Kamerstukken I 2000/01, 26 855, nr. 250a",
                "Kamerstukken I 2001/02, 26 855, nr. 16",
            ],
        ),
        ("Kamerstukken II 1999/2000, 2000/2001, 26 855.", ["Kamerstukken II, 26 855"]),
        ("Kamerstukken I/II 2004/05, 29 762, A", ["Kamerstukken I 2004/05, 29 762, A"]),
        ("Kamerstukken I 2023/24, 36 410, A en B", [f"Kamerstukken I 2023/24, 36 410, {letter}" for letter in "AB"]),
        ("36 410, A", ["Kamerstukken I, 36 410, A"]),
        ("36836 D", ["Kamerstukken I, 36 836, D"]),
        ("36 600 VII", ["Kamerstuk 36 600 VII"]),
        ("36 600 B, nr. 5", ["Kamerstuk 36 600 B, nr. 5"]),
        ("36 600 X", ["Kamerstukken I, 36 600, X"]),
        ("21501-20", ["Kamerstuk 21 501, nr. 20"]),
        ("21501-20, nr. 12", ["Kamerstuk 21 501-20, nr. 12"]),
        ("kst-28638-183-h1", ["Kamerstuk 28 638, nr. 183"]),
        ("Kamerstuk 28 638, 3 moties", ["Kamerstuk 28 638"]),
        ("Kamerstuk 28 638, p. 3", ["Kamerstuk 28 638"]),
        ("Kamerstuk 28 638 d.d. 3 mei", ["Kamerstuk 28 638"]),
        ("Kamerstukken II 2022–203, 28 638, nr. 3", ["Kamerstukken II, 28 638, nr. 3"]),
        ("Handelingen II 2011/12, 30, item 5", ["Handelingen II 2011/12, nr. 30, item 5"]),
        ("Handelingen II 2008/09, nr. 45, p. 3900-3912", ["Handelingen II 2008/09, nr. 45"]),
        ("Handelingen II 2019/20, Aanhangsel, nr. 89", ["Aanhangsel Handelingen II 2019/20, nr. 89"]),
        (
            "TK, vergaderjaar 2019–2020, Aanhangsel van de Handelingen, nr. 89",
            ["Aanhangsel Handelingen II 2019/20, nr. 89"],
        ),
        ("TZ 202605-123, t03456", ["TZ202605-123", "T03456"]),
        ("TZ202409-033;Brief;28638-254;loopt", ["TZ202409-033", "Kamerstuk 28 638, nr. 254"]),
        (
            "?did=2024D40329&id=2024Z12345 www.tweedekamer.nl/x?did=2024D40329&id=2024Z12345",
            ["2024D40329", "2024Z12345", "2024D40329"],
        ),
    ],
)
def test_form_is_written_out_in_one_way(text: str, written: list[str]) -> None:
    assert [citation.canonical for citation in read_citations(text)] == written


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Kamerstukken II 2025/26, 28 638, nr. 259", "https://zoek.officielebekendmakingen.nl/kst-28638-259.html"),
        ("36 410 VI, nr. 2", "https://zoek.officielebekendmakingen.nl/kst-36410-VI-2.html"),
        ("35 876, B", "https://zoek.officielebekendmakingen.nl/kst-35876-B.html"),
        ("27 484 (R 1669), nr. 289", "https://zoek.officielebekendmakingen.nl/kst-27484-289.html"),
        ("21 501-02, nr. 3174", "https://zoek.officielebekendmakingen.nl/kst-21501-02-3174.html"),
        ("Handelingen II 2024/25, nr. 42, item 4", "https://zoek.officielebekendmakingen.nl/h-tk-20242025-42-4.html"),
        (
            "Aanhangsel Handelingen II 2024/25, nr. 1028",
            "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-1028.html",
        ),
        ("Handelingen II 2024/25, nr. 42", None),
        ("Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 1028", None),
        ("Kamerstuk 28 638", None),
        ("TZ202605-123", None),
        ("T03456", None),
        ("2025Z14299", None),
    ],
)
def test_address_is_that_of_the_publication(text: str, url: str | None) -> None:
    citation = first_citation(text)
    assert citation is not None
    assert citation.url == url


def test_address_reads_back_to_the_same_paper() -> None:
    for text in ("36 410 VI, nr. 2", "35 876, B", "21 501-02, nr. 3174", "Handelingen I 2013/14, nr. 6, item 8"):
        citation = first_citation(text)
        assert citation is not None
        again = first_citation(f"zie {citation.url}.")
        assert again is not None
        assert again.key == citation.key


def test_motion_is_the_same_however_it_is_cited() -> None:
    forms = [
        *("Kamerstukken II 2024/25, 36 547, nr. 36", "Kamerstuk 36547-36", "36 547, nr. 36", "Motie 36547-36"),
        *("kst-36547-36", "https://zoek.officielebekendmakingen.nl/kst-36547-36.html", "KST3654736", "nr. 36 (36547)"),
        *("TK 2024-2025, 36547, 36", "36 547 (R2200), nr. 36", "36 547 en 28 638, nr. 36"),
    ]
    assert len({citation.key for form in forms for citation in read_citations(form)}) == 1


def test_other_papers_are_not_the_same() -> None:
    forms = [
        *("36 547, nr. 36", "36 547, nr. 37", "36 547 VI, nr. 36", "36 547, A", "Kamerstuk 36 547", "28 638, nr. 36"),
        *("Kamerstukken I 1995/96, 23 700, nr. 188b", "Kamerstukken I 1996/97, 23 700, nr. 188b", "23 700, nr. 188b"),
        *(
            "Handelingen II 2024/25, nr. 42",
            "Handelingen I 2024/25, nr. 42",
            "Aanhangsel Handelingen II 2024/25, nr. 42",
        ),
    ]
    assert len({citation.key for form in forms for citation in read_citations(form)}) == len(forms)


def test_text_holds_the_words_it_came_from() -> None:
    text = "Zie Kamerstuk (28 638, nrs. 3 en\u00a05) en TZ202605-123."
    assert [citation.text for citation in read_citations(text)] == [
        *["Kamerstuk (28 638, nrs. 3 en\u00a05)"] * 2,
        "TZ202605-123",
    ]


def test_first_citation_is_none_without_any() -> None:
    assert first_citation("Het beginsel is op 13 juni 2024 vastgesteld.") is None
