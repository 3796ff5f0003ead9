"""Which paragraphs are headings, and how deep: by their style where they have one, else by their looks or their words.

A letter saved as plain text has headings without any mark: short, without a full stop, above text that has one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tracker.exchange.incoming.letter.raw import BODY, RawParagraph

_LONGEST: Final = 240
_LONGEST_PLAIN: Final = 170
_MOST_FRONT: Final = 60
_LONG_ITEM: Final = 60
_NO_HEADING_END: Final = (".", ",", ";", "!", "…")
_SALUTATION: Final = re.compile(
    r"(?:geachte|zeer geachte|mijnheer|mevrouw)\b.{0,80}(?:voorzitter|heer|mevrouw)", re.IGNORECASE
)
_NUMBERED: Final = re.compile(r"(?:(?P<figures>\d{1,2}(?:\.\d{1,2}){0,3})\.?|(?P<letter>[a-z])[.)]|[IVX]{1,5}\.)\s+\S")
_ITEM: Final = re.compile(
    r"(?:(?:[\da-z]{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+)?(?:de\s+)?(?:(?:nader|gewijzigde|aangehouden)\s+){0,2}(?:motie|toezegging)\b",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(
    r"(?:de|het)?\s*(?:minister|staatssecretaris|minister-president)\s+(?:van|voor)\b|hoogachtend|"
    r"met vriendelijke groet",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?:datum|betreft|onderwerp|ons kenmerk|uw kenmerk|kenmerk|bijlagen?|contactpersoon|telefoon|aan|postbus|"
    r"t\.?a\.?v)\b",
    re.IGNORECASE,
)


def with_levels(raw: Sequence[RawParagraph]) -> list[RawParagraph]:
    """Give the paragraphs, each with its level."""
    if any(one.level for one in raw):
        return list(_with_items(raw))
    front = _front(raw)
    usual = _usual_size(raw)
    sizes = sorted({one.size for one in raw[front:] if one.size > usual and _may_be(one, _LONGEST)}, reverse=True)
    if sizes:
        levels = {size: min(place + 1, 6) for place, size in enumerate(sizes)}
        leveled = [
            replace(one, level=levels.get(one.size, BODY) if place >= front and _may_be(one, _LONGEST) else BODY)
            for place, one in enumerate(raw)
        ]
        return list(_with_items(leveled))
    return _by_words(raw, front)


def _with_items(raw: Sequence[RawParagraph]) -> Iterator[RawParagraph]:
    """Give the paragraphs of a document with styles; a short line "Motie …" above text is a heading all the same."""
    level = BODY
    for place, one in enumerate(raw):
        if one.level:
            level = one.level
            yield one
            continue
        following = raw[place + 1] if place + 1 < len(raw) else None
        is_item = (
            level > BODY
            and _ITEM.match(one.text) is not None
            and _may_be(one, _LONGEST_PLAIN)
            and following is not None
            and not following.level
            and (len(following.text) > len(one.text) or following.text.endswith("."))
        )
        yield replace(one, level=level + 1 if is_item else BODY)


def _usual_size(raw: Sequence[RawParagraph]) -> float:
    counted: Counter[float] = Counter()
    for one in raw:
        counted[one.size] += len(one.text)
    return counted.most_common(1)[0][0] if counted else 0


def _front(raw: Sequence[RawParagraph]) -> int:
    """Give how many paragraphs come before the letter's own text: address, date, subject, salutation."""
    for place, one in enumerate(raw[:_MOST_FRONT]):
        if _SALUTATION.match(one.text):
            return place + 1
    place = 0
    while place < min(len(raw), _MOST_FRONT) and _LABELLED.match(raw[place].text):
        place += 1
    return place


def _may_be(one: RawParagraph, longest: int) -> bool:
    text = one.text
    is_sentence = text.endswith(_NO_HEADING_END) and not text.endswith("c.s.")
    if not text or one.cell or one.is_item or len(text) > longest or is_sentence:
        return False
    return not text[0].islower() or bool(_NUMBERED.match(text))


def _by_words(raw: Sequence[RawParagraph], front: int) -> list[RawParagraph]:
    looks = [
        place >= front and _may_be(one, _LONGEST_PLAIN) and not _CLOSING.match(one.text)
        for place, one in enumerate(raw)
    ]
    last_text = max(
        (place for place, one in enumerate(raw) if not looks[place] and (len(one.text) > 80 or one.text.endswith("."))),
        default=-1,
    )
    found = []
    for place, one in enumerate(raw):
        is_heading = looks[place] and place < last_text and _has_text_below(raw, looks, place)
        found.append(replace(one, level=_level_by_words(one, raw, looks, place) if is_heading else BODY))
    return found


def _has_text_below(raw: Sequence[RawParagraph], looks: list[bool], place: int) -> bool:
    """Tell whether text follows, perhaps after a heading or two more: a list of short lines is no headings."""
    if place + 1 < len(raw) and raw[place + 1].text[:1].islower():
        return False  # a sentence that an enter took apart
    for step in (1, 2, 3):
        following = place + step
        if following >= len(raw):
            return False
        if not looks[following] and (not raw[following].is_item or len(raw[following].text) > _LONG_ITEM):
            return True
    return False


def _level_by_words(one: RawParagraph, raw: Sequence[RawParagraph], looks: list[bool], place: int) -> int:
    """Give the depth: by its number where it has one; a heading right above another is the higher of the two."""
    numbered = _NUMBERED.match(one.text)
    if numbered and numbered["figures"]:
        return 1 + numbered["figures"].count(".")
    if numbered and numbered["letter"]:
        return 3
    return 1 if place + 1 < len(raw) and looks[place + 1] else 2
