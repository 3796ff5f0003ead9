"""What holds for any citation and any text: writing undone by reading, no error, work that grows with the length."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.records.citation_values import values_of
from tests.records.counted_work import grows_with_length
from tracker.records.citation import Citation, read_citations

_FRAGMENTS = [
    *(
        "Kamerstukken",
        "Kamerstuk",
        "Handelingen",
        "Aanhangsel",
        "TK",
        "Eerste Kamer",
        "I",
        "II",
        "11",
        "2025/26",
        "2025–2026",
    ),
    *(
        "28 638",
        "36547",
        "21501-02",
        "31\u00a0700",
        "nr.",
        "nrs.",
        "259",
        "42e",
        "A",
        "aa",
        "VI",
        "hoofdstuk",
        "(R2137)",
        "e.a.",
    ),
    *(
        ",",
        ";",
        "-",
        "–",
        "/",
        "(",
        ")",
        "en",
        "t/m",
        "p.",
        "item",
        "\n",
        "\t",
        " ",
        "",
        "kst-",
        "h-tk-20242025-42",
        "€",
        "did=",
    ),
    *(
        "https://www.",
        "2025D52215",
        "TZ202605-123",
        "T02867",
        "CXXIV",
        "\u00ad",
        "²",
        "ſ",
        "nr. 3 (36410)",
        "1958-1959",
        "5380",
    ),
]


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(_FRAGMENTS)).map("".join),
        st.lists(st.sampled_from(_FRAGMENTS)).map(" ".join),
    )
)
@example("İ" * 5 + "28 638, nr. 3")
@example("٢٨ ٦٣٨, nr. ٣")
def test_any_text_is_read_without_error(text: str) -> None:
    for citation in read_citations(text):
        assert citation.text in text
        assert citation.canonical
        assert hash(citation.key) is not None
        assert citation.url is None or citation.url.startswith("https://")


_ROMAN = ["I", "III", "IV", "VI", "VII", "VIII", "IX", "X", "XIV", "XVIII", "XXIII", "IIA", "IIB", "IXB", "A", "B", "H"]
_PLAIN_DOSSIERS = st.integers(10_000, 99_999).map(str)
_SERIES = st.builds("{}-{:02}".format, st.integers(10_000, 44_999), st.integers(1, 99))
_COUNCIL_SERIES = st.integers(1, 99).map("21501-{:02}".format)
_KINGDOM = st.integers(100, 2999).map("R{}".format)
_CHAPTERS = st.none() | st.sampled_from(_ROMAN) | _KINGDOM
_SESSIONS = st.none() | st.integers(1970, 2030).map(lambda year: f"{year}-{year + 1}")
_FIGURES = st.builds("{}{}".format, st.integers(1, 9999), st.sampled_from(["", "a", "e"]))
_LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=2)
_ALSO = st.lists(
    _PLAIN_DOSSIERS | st.builds("{} {}".format, _PLAIN_DOSSIERS, st.sampled_from(["VI", "IIB", "R2137"])), max_size=3
)


@st.composite
def _papers(draw: st.DrawFn) -> Citation:
    number = draw(_FIGURES | _LETTERS)
    chamber = draw(st.sampled_from(["I", "II"]) if number.isalpha() else st.sampled_from([None, "I", "II"]))
    also = tuple(draw(_ALSO))
    dossier = draw(_PLAIN_DOSSIERS | (_COUNCIL_SERIES if also else _SERIES))
    chapter = draw(_CHAPTERS)
    return Citation("", "kamerstuk", chamber, draw(_SESSIONS), dossier, chapter, number, also)


@st.composite
def _others(draw: st.DrawFn) -> Citation:
    chamber, session = draw(st.sampled_from(["I", "II"])), draw(_SESSIONS)
    meeting = draw(st.integers(1, 130).map(str) | st.builds("{}-{}".format, st.integers(1, 130), st.integers(1, 99)))
    dossier = draw(_PLAIN_DOSSIERS)
    chapter = draw(st.none() | st.sampled_from(["VI", "IIB", "XVIII"]) | _KINGDOM)
    roman = draw(st.sampled_from(["CXXIV", "CXLVIII", "LXXX"]))
    year = draw(st.integers(2008, 2030))
    return draw(
        st.sampled_from(
            [
                Citation("", "dossier", draw(st.sampled_from([None, "I", "II"])), session, dossier, chapter),
                Citation("", "kamerstuk", "I", session, roman, None, draw(_LETTERS)),
                Citation("", "handelingen", chamber, session, number=meeting),
                Citation(
                    "",
                    "aanhangsel",
                    draw(st.sampled_from([None, chamber])),
                    session,
                    number=draw(_FIGURES).rstrip("ae"),
                ),
                Citation(
                    "",
                    "toezegging",
                    "II",
                    number=f"TZ{year}{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 999)):03}",
                ),
                Citation("", "toezegging", "I", number=f"T{draw(st.integers(0, 9999)):05}"),
                Citation("", "zaak", number=f"{year}Z{draw(st.integers(0, 99999)):05}"),
                Citation("", "document", number=f"{year}D{draw(st.integers(0, 99999)):05}"),
                Citation("", "activiteit", number=f"{year}A{draw(st.integers(0, 99999)):05}"),
            ]
        )
    )


@given(_papers() | _others())
def test_what_is_written_out_reads_back(citation: Citation) -> None:
    assert [values_of(read) for read in read_citations(citation.canonical)] == [values_of(citation)]


@given(_papers() | _others(), st.sampled_from(["\u00a0", "\u2009", "\u202f", "  ", " \u00ad"]), st.sampled_from("-–‑"))
def test_blanks_and_dashes_of_word_read_the_same(citation: Citation, blank: str, dash: str) -> None:
    text = citation.canonical.replace(" ", blank).replace("-", dash)
    assert [values_of(read) for read in read_citations(f"Zie {text}.")] == [values_of(citation)]


@given(_papers() | _others())
def test_capitals_read_the_same(citation: Citation) -> None:
    read = read_citations(citation.canonical.upper())
    assert [values_of(each) for each in read] == [values_of(citation)]


# --- hostile text ----------------------------------------------------------------------------------------------------

_HOSTILE = [
    *(
        "28 638, ",
        "28 638 en ",
        "36547-",
        "28638 -",
        "1",
        "12 ",
        "1 2",
        "9595,",
        "2025-",
        "2025/26, ",
        "nr. 1, ",
        "nrs. 1-",
    ),
    *("Kamerstukken II 2025/26, ", "Kamerstukken II 28 638, ", "Kamerstuk(", "Kamerstuk 28 638 (", "36 410, A, B, "),
    *(
        "kst-",
        "kst-28638-",
        "KST1234",
        "h-tk-20242025-1-",
        "www.",
        "https://",
        "https://a/?did=2025D00001&",
        "detail?kst-11111-1",
    ),
    *(
        "XVIII",
        "I",
        "C",
        " ",
        "\n",
        "(",
        "-",
        ",",
        "\u00ad",
        "Handelingen ",
        "Aanhangsel van de ",
        "p. 1, 2, 3, ",
        "TZ20",
        "T0",
    ),
    *(
        "Kamerstukken II 28 638, nrs. 1, 2, 3 en 4, p. 1, 2, 3; ",
        "27 484 (R 1669), ",
        "nr. 3 (36410",
        "x" * 7 + "€ 36410-",
    ),
]


@pytest.mark.parametrize("unit", _HOSTILE)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert grows_with_length(read_citations, unit)
