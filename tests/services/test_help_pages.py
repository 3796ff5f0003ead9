"""The pages of help: whole in both languages, with nothing that points nowhere; and how they are searched."""

from __future__ import annotations

import re
import shlex

import pytest

from tracker.basics.language import Language
from tracker.cli.parser import parse
from tracker.cli.reading_commands import COMMANDS as READING
from tracker.cli.record_commands import COMMANDS as RECORDS
from tracker.cli.register_commands import COMMANDS as REGISTER
from tracker.services.help_pages import CONTENTS, Page, help_folder, read_pages, search_pages
from tracker.ui.help.keys import KEYS_PAGE

PAGES = {language: read_pages(language) for language in Language}
EVERY = [pytest.param(language, name, id=f"{language}-{name}") for language in Language for name in PAGES[language]]
PICTURES_KB = 1024
LONGEST_SENTENCE = 28


def test_every_page_exists_in_both_languages() -> None:
    assert set(PAGES[Language.DUTCH]) == set(PAGES[Language.ENGLISH])
    assert len(PAGES[Language.DUTCH]) > 15


def test_both_languages_have_the_same_headings_pictures_and_links() -> None:
    dutch, english = PAGES[Language.DUTCH], PAGES[Language.ENGLISH]
    for name in dutch:
        assert len(dutch[name].sections) == len(english[name].sections), name
        assert len(dutch[name].pictures) == len(english[name].pictures), name
        assert sorted(set(dutch[name].links)) == sorted(set(english[name].links)) or name == "glossary", name


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_links_and_pictures_lead_somewhere(language: Language, name: str) -> None:
    page = PAGES[language][name]
    known = {*PAGES[language], KEYS_PAGE}
    assert [link for link in page.links if link.removesuffix(".md") not in known] == []
    assert [file for _, file in page.pictures if not (help_folder(language) / file).is_file()] == []
    assert all(words for words, _ in page.pictures), "a picture without words says nothing to who cannot see it"


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_picture_is_in_the_language_of_its_page(language: Language, name: str) -> None:
    assert all(file.endswith(f"-{language}.png") for _, file in PAGES[language][name].pictures)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_page_starts_with_its_title_and_reads_in_short_sentences(language: Language, name: str) -> None:
    page = PAGES[language][name]
    assert page.markdown.startswith(f"# {page.title}")
    running = re.sub(r"^(\|.*|#.*|!\[.*)$", "", page.markdown, flags=re.MULTILINE)
    sentences = re.split(r"[.:;?!]\**\s|\n\n|\n- |\n[0-9]+\. ", running)
    longest = max(sentences, key=lambda one: len(one.split()))
    assert len(longest.split()) <= LONGEST_SENTENCE, longest


@pytest.mark.parametrize("language", list(Language))
def test_every_page_is_reached_from_the_contents(language: Language) -> None:
    reached = {link.removesuffix(".md") for link in PAGES[language][CONTENTS].links}
    assert {*PAGES[language], KEYS_PAGE} - reached == {CONTENTS}


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_command_that_a_page_names_can_be_given(language: Language, name: str) -> None:
    for given in re.findall(r"`tracker ([^`]+)`", PAGES[language][name].markdown):
        parse(shlex.split(given))  # a wrong call would end the program


def test_the_page_of_commands_names_them_all() -> None:
    for language in Language:
        named = set(re.findall(r"`tracker ([\w-]+)", PAGES[language]["command-line"].markdown))
        assert {*REGISTER, *RECORDS, *READING} - named == {"new"}


def test_no_picture_is_left_over_and_together_they_stay_small() -> None:
    folder = help_folder(Language.DUTCH).parent / "pictures"
    shown = {
        file.rpartition("/")[2] for pages in PAGES.values() for page in pages.values() for _, file in page.pictures
    }
    assert {path.name for path in folder.iterdir()} == shown
    assert sum(path.stat().st_size for path in folder.iterdir()) <= PICTURES_KB * 1024


def test_pages_come_in_the_order_of_the_contents() -> None:
    names = list(PAGES[Language.DUTCH])
    assert names[:3] == [CONTENTS, "first-minutes", "records"]
    assert names[-1] == "glossary"


# --- search -----------------------------------------------------------------------------------------------------------

SMALL = [
    Page("one", "# Eén\n\nOver **coördinatie** en [termijnen](two.md).\n\n## Uitstel\n\nDe reden."),
    Page("two", "# Twee\n\nNiets over uitstel, maar wel een reden.\n\n| a | b |\n|---|---|\n| Ctrl+S | opslaan |"),
]


def found(typed: str) -> list[tuple[str, str]]:
    return [(hit.page.name, hit.heading) for hit in search_pages(SMALL, typed)]


def test_a_place_holds_all_words_and_headings_come_first() -> None:
    assert found("uitstel") == [("one", "Uitstel"), ("two", "Twee")]
    assert found("reden uitstel") == [("one", "Uitstel"), ("two", "Twee")]
    assert found("COORDINATIE") == [("one", "Eén")]
    assert found("xyzzy") == []
    assert found("  ") == []


def test_words_may_stand_apart_in_a_page_and_one_place_of_it_is_shown() -> None:
    assert found("termijn reden") == [("one", "Eén")]
    assert found("termijn opslaan") == []


def test_a_page_with_the_words_in_its_headings_comes_first() -> None:
    pages = [Page("x", "# Iets\n\nPlakken of uit Excel."), Page("y", "# Plakken\n\nUit Word.\n\n## Excel\n\nZo.")]
    assert [hit.page.name for hit in search_pages(pages, "plakken uit excel")] == ["y", "x"]


@pytest.mark.parametrize("typed", ["plakken uit Excel", "plakken", "termijn plakken"])
def test_pasting_is_what_an_officer_finds_first(typed: str) -> None:
    assert search_pages(PAGES[Language.DUTCH].values(), typed)[0].page.name == "paste"


def test_the_contents_are_not_among_the_places_found() -> None:
    assert search_pages([Page(CONTENTS, "# Inhoud\n\n[Uitstel](postpone.md)")], "uitstel") == []


def test_a_hit_shows_the_words_around_it_without_signs_of_markdown() -> None:
    (hit,) = search_pages(SMALL, "termijn")
    assert hit.excerpt == "Over coördinatie en termijnen."
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["termijn"]


def test_a_line_of_a_table_is_found() -> None:
    (hit,) = search_pages(SMALL, "opslaan")
    assert "Ctrl+S opslaan" in hit.excerpt


def test_menu_paths_are_read_from_bold_words() -> None:
    page = Page("x", "# X\n\nKies **Bestand > Openen** of **Ctrl+S**, en **Beeld > Kolommen >\nAlles**.")
    assert page.menu_paths == ["Bestand > Openen", "Beeld > Kolommen > Alles"]


@pytest.mark.parametrize(
    "typed", ["reservekopie", "voorlopig", "wacht op", "Ctrl+K", "peildatum", "verwijderde persoon"]
)
def test_what_an_officer_looks_for_is_found(typed: str) -> None:
    assert search_pages(PAGES[Language.DUTCH].values(), typed)
