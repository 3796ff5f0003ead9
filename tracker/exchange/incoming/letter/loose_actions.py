"""What has a deadline and was not read as part of another record, with the sentences that brought it up.

"Het COA werkt aan een plan. Dit plan is begin 2027 gereed." tells of one thing: the second sentence alone says nothing.
"""

from __future__ import annotations

import re
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.action_filling import fill
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, deadline_spans, short_title
from tracker.exchange.incoming.letter.spoken_of import stem_of
from tracker.records.promise_words import is_about_this_letter
from tracker.records.proposal import Sureness

_OUTSIDE: Final = Text(
    "Deze zin noemt een termijn, maar niet van een actie uit het actieplan.",
    "This sentence names a deadline, but not of an action of the action plan.",
)
_POINTS: Final = re.compile(r"(?:dit|deze|dat|die)\s+(?P<noun>[a-zà-ÿ-]{3,40})\b", re.IGNORECASE)
_SUBJECT: Final = re.compile(
    r"(?:de|het)\s+(?P<noun>[a-zà-ÿ-]{4,40})\b|"
    r"(?:[^.;]{0,60}\s)?(?:volgt|volgen|verschijnt|verschijnen|komt|start)\s+(?:de|het)\s+(?P<later>[a-zà-ÿ-]{4,40})\b",
    re.IGNORECASE,
)
_PRODUCT: Final = re.compile(
    r"(?:\w*(?:resultaten|uitkomsten|uitkomst|bevindingen|oplevering|afronding|evaluatie|rapport|rapportage|eindrapport))$"
)
_MOST_BEFORE: Final = 3


def loose_action(letter: Letter, sentence: Sentence) -> Draft:
    """Give something with a deadline that stands outside the action plan; an officer decides whether it is one."""
    draft = Draft("action", {}, sentence.place, key=f"actie {sentence.paragraph.number}.{sentence.start}")
    before = _brought_up(letter, sentence)
    if before:
        draft.place = before[0].place
        fill(letter, draft, [*before, sentence])
    else:
        draft.values["title"] = short_title(sentence.text, deadline_spans(letter, sentence))
        draft.see(sentence)
        draft.told.append(sentence)
        draft.parts += deadline_parts(letter, sentence)
        letter.claim(sentence)
    draft.doubt(Sureness.UNSURE, _OUTSIDE, of_new=True)
    return draft


def _brought_up(letter: Letter, sentence: Sentence) -> list[Sentence]:
    """Give the sentences right before it that bring up what it goes on about."""
    earlier = [one for one in letter.sentences_of(sentence.paragraph) if one.start < sentence.start]
    near: list[Sentence] = []
    for one in reversed(earlier[-_MOST_BEFORE:]):
        if letter.is_claimed(one) or is_about_this_letter(one.text):
            break
        near.insert(0, one)
    if not near:
        return []
    points = _POINTS.match(sentence.text)
    subject = _SUBJECT.match(sentence.text)
    noun = points["noun"] if points else (subject["noun"] or subject["later"]) if subject else None
    if noun is None:
        return []
    stem = stem_of(noun)
    named = next((place for place in range(len(near) - 1, -1, -1) if stem in fold(near[place].text)), None)
    if named is None:
        return near[-1:] if points or _PRODUCT.search(fold(noun)) else []
    while named > 0 and _goes_back(near[named]):
        named -= 1
    return near[named:]


def _goes_back(sentence: Sentence) -> bool:
    """Tell whether the sentence that names it is itself about something said before."""
    return _POINTS.match(sentence.text) is not None
