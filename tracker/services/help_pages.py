"""The pages of help: read from ``resources/help``, one Markdown file a page, the same names in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tracker.basics.folding import fold
from tracker.basics.language import Language
from tracker.basics.paths import resources_folder
from tracker.records.search_words import search_words
from tracker.services.matching import Folded, Span, starts_word

CONTENTS = "contents"
"""The page that the others are reached from; the order of its links is the order of the pages."""

_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_MENU_PATH = re.compile(r"\*\*([^*]+? > [^*]+?)\*\*")
_HEADING = re.compile(r"^(#{1,3}) +(.+?) *$")
_SIGNS = re.compile(
    r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|^\s*(?:[-*>]|\d+\.)\s+|^\|?[-:| ]+\|$", re.MULTILINE
)
_BEFORE, _AFTER = 16, 110


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page with the text under it, as people read it."""

    heading: str
    words: str


@dataclass(frozen=True)
class Page:
    """One page. ``name`` is that of its file, the same in every language."""

    name: str
    markdown: str

    @property
    def title(self) -> str:
        """Give what stands over the page."""
        return self.sections[0].heading

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Give the page in pieces, from heading to heading; the first begins with its title."""
        return tuple(_sections(self.markdown))

    @property
    def links(self) -> list[str]:
        """Give where the page points to."""
        return [target for _, target in _LINK.findall(self.markdown)]

    @property
    def pictures(self) -> list[tuple[str, str]]:
        """Give the pictures with what they show in words, as (words, file)."""
        return _PICTURE.findall(self.markdown)

    @property
    def menu_paths(self) -> list[str]:
        """Give the acts that the page names by their way through the menus: *Bestand > Openen*."""
        return [" ".join(path.split()) for path in _MENU_PATH.findall(self.markdown)]


@dataclass(frozen=True, slots=True)
class HelpHit:
    """A place that holds all typed words: page, heading, a piece of its text, and the pieces of that which were hit."""

    page: Page
    heading: str
    excerpt: str
    spans: tuple[Span, ...]


def help_folder(language: Language) -> Path:
    """Give the folder of the pages in one language."""
    return resources_folder() / "help" / str(language)


def read_pages(language: Language, made: Iterable[Page] = ()) -> dict[str, Page]:
    """Read all pages by name: the contents, then the others in the order in which the contents name them.

    ``made`` are pages that the program makes itself; they take their place among those that are read.
    """
    folder = help_folder(language)
    found = {path.stem: Page(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))}
    found |= {page.name: page for page in made}
    order = [CONTENTS, *(link.partition(".md")[0] for link in found[CONTENTS].links)]
    return {name: found[name] for name in dict.fromkeys([*order, *found]) if name in found}


def search_pages(pages: Iterable[Page], typed: str) -> list[HelpHit]:
    """Give the places in the pages that hold all typed words, each anywhere in the page; the best page first.

    Best is a page with the words in its headings, then one with all of them in one place. Of a page come the places
    with all words, or else the one with most. The contents are left out: they only repeat the titles.
    """
    words = search_words(typed)
    if not words:
        return []
    ranked = [found for page in pages if page.name != CONTENTS and (found := _hits_in(page, words)) is not None]
    return [hit for _, hits in sorted(ranked, key=lambda pair: pair[0]) for hit in hits]


_Rank = tuple[int, int]
"""How far words are from standing in headings, and in one place; the least is best."""


def _hits_in(page: Page, words: list[str]) -> tuple[_Rank, list[HelpHit]] | None:
    """Give the places of one page with its rank, or None where a word is missing."""
    headings = [fold(section.heading) for section in page.sections]
    held = [
        {word for word in words if word in heading or word in fold(section.words)}
        for heading, section in zip(headings, page.sections, strict=True)
    ]
    if set().union(*held) != set(words):
        return None
    named = {word for word in words if any(_begins(heading, word) for heading in headings)}
    most = max(len(one) for one in held)
    best = [place for place, one in enumerate(held) if len(one) == most]
    best.sort(key=lambda place: -sum(word in headings[place] for word in words))
    shown = best if most == len(words) else best[:1]
    sections = [page.sections[place] for place in shown]
    hits = [HelpHit(page, one.heading, *_excerpt(one.words, words)) for one in sections]
    return (-len(named), -most), hits


def _begins(text: str, word: str) -> bool:
    """Tell whether a word of the text begins so: “uit” stands in a heading on leaving out, and not in “gebruiken”."""
    return any(starts_word(text, place) for place in _all_places(text, word))


def _sections(markdown: str) -> Iterator[Section]:
    heading, lines = "", list[str]()
    for line in markdown.splitlines():
        found = _HEADING.match(line)
        if found is None:
            lines.append(line)
            continue
        if heading:
            yield Section(heading, _plain(lines))
        heading, lines = _plain([found[2]]), []
    yield Section(heading, _plain(lines))


def _plain(lines: Iterable[str]) -> str:
    """Give Markdown as it reads: the words of links, without pictures and signs, on one line."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", "\n".join(lines)))
    return " ".join(_SIGNS.sub("", text).replace("|", " ").split())


def _excerpt(text: str, words: list[str]) -> tuple[str, tuple[Span, ...]]:
    """Give the piece of a text around the first word that is in it, and where the words stand in that piece."""
    folded = Folded(text)
    first = next((place for word in words if (place := folded.text.find(word)) >= 0), None)
    if first is None:
        return _shortened(text, 0), ()
    ((at, _),) = folded.spans([(first, 1)])
    start = max(0, text.rfind(" ", 0, max(0, at - _BEFORE)) + 1)
    piece = _shortened(text, start)
    inside = Folded(piece)
    places = [(place, len(word)) for word in words for place in _all_places(inside.text, word)]
    return piece, inside.spans(places)


def _shortened(text: str, start: int) -> str:
    end = start + _BEFORE + _AFTER
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + _BEFORE)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _all_places(text: str, word: str) -> list[int]:
    found, place = list[int](), text.find(word)
    while place >= 0:
        if starts_word(text, place) or len(word) > 2:
            found.append(place)
        place = text.find(word, place + 1)
    return found
