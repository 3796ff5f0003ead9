"""The actions of an action plan, as the text of a letter tells of them below its actielijnen.

A paragraph tells of one action, or of several: then a new one begins where a sentence leads in another activity, or
has a deadline of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracker.basics.folding import fold
from tracker.exchange.incoming.letter.action_filling import add_to, fill
from tracker.exchange.incoming.letter.action_words import is_active
from tracker.exchange.incoming.letter.bodies import doer_in
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.frame import LABEL
from tracker.exchange.incoming.letter.loose_actions import loose_action
from tracker.exchange.incoming.letter.making import Draft, short_title
from tracker.exchange.incoming.letter.merged_actions import tie_merged
from tracker.exchange.incoming.letter.outline import Section, Topic, numbered_in, without_number
from tracker.exchange.incoming.letter.spoken_of import is_spoken_of
from tracker.exchange.incoming.letter.unclear_actions import UNNAMED, unclear
from tracker.records.promise_words import is_about_this_letter
from tracker.records.proposal import Link, ProposedPart, Sureness

_CONNECTIVE: Final = re.compile(
    r"(?:daarnaast|tevens|verder|voorts|tot slot|ten slotte|momenteel|ook|op dit moment|bovendien|eveneens)\b",
    re.IGNORECASE,
)
_LEADS_IN: Final = re.compile(
    r"ik (?:verken|onderzoek|bezie|start|werk)\b|"
    r"(?:binnen het|op basis van|onder (?:leiding|regie|coördinatie) van|samen met|in samenwerking met|"
    r"de komende (?:periode|tijd))\b[^,;]{0,80}?\b(?:wordt|worden|is|zijn|zal|zullen)\b",
    re.IGNORECASE,
)
"""Another thing is done on the strength of what was told, or within the same plan."""
_SUBJECT: Final = re.compile(
    r"(?:de|het)\s+([a-zà-ÿ-]{5,40})\s+(?:wordt|worden|is|zijn|zal|zullen|loopt|lopen|heeft|gaat|komt|krijgt|treedt|start|volgt|"
    r"richt|biedt|bevat|verschijnt)\b|"
    r"(?:de komende (?:periode|tijd)|daarna|vervolgens|momenteel)\s+(?:wordt|worden|zal|zullen)\s+(?:de|"
    r"het)\s+([a-zà-ÿ-]{5,40})\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:de|het|een)\s+(?:\w+\s)?(?:programma|project|pilot|campagne|training|inzet|proeftuin|subsidie\w*|werkgroep|"
    r"opleiding|leergang|app|website|monitor|onderzoek|e-learning)\b",
    re.IGNORECASE,
)
_PRODUCT: Final = re.compile(
    r"(?:de|het|een) (?:(?:eerste|uiteindelijke|definitieve|verdere) )?(?:resultaten|uitkomsten?|bevindingen|"
    r"oplevering|afronding|uitvoering|evaluatie|rapport|eindrapport|rapportage|kosten)\b",
    re.IGNORECASE,
)
"""What comes of the thing told before."""
_INTRO: Final = re.compile(
    r"(?:binnen|onder|in|voor|verschillende trajecten binnen) (?:deze )?(?:actielijn|pijler|"
    r"spoor)\s?\w{0,3}\b.{0,60}\b(?:op meerdere|richt|gaat het|zijn)\b|ik ga (?:daar|hier)op\b|"
    r"actielijn \w{1,3} richt\b",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"(?:dit|deze|dat|die|hij|zij|het doel|hierdoor|hiermee|zo|in \d+ gevallen|er |de meeste|het gaat|voorwaarde)\b",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(
    r"\b(?:[Aa]ctie(?:plan|programma|agenda)|[Pp]rogramma)\s+(?:programma\s+)?(?P<name>(?:‘[^’]{4,60}’|"
    r"[A-Z][\w’'-]+(?:\s(?:[a-z]{2,14}|[A-Z][\w-]+)){0,4}))"
)
_SHORTEST: Final = 40
_LONGEST_NAME: Final = 90
_LONGEST_HEADING: Final = 150
_LISTS: Final = re.compile(r"\b(?:maatregelen|acties|actiepunten|activiteiten|inzet)\b")
"""A heading of a list in which each item is something that is done."""
_SEVERAL: Final = re.compile(
    r"\b(?:verschillende|diverse|meerdere|enkele) (?:acties|maatregelen|trajecten) (?:samengevoegd|gestart|afgerond)\b"
)
_PARTS_OF: Final = re.compile(
    r"\b(?:verschillende|diverse|meerdere|enkele|de laatste) (?:onderdelen|delen|elementen|aspecten) van (?:de|het) "
    r"(?P<what>[a-zà-ÿ-]{4,40})\b"
)
_FEWEST_APART: Final = 3
"""Of fewer things told below a heading, all are of the action that it names."""


def read_actions(letter: Letter) -> list[Draft]:
    """Give the actions; and what else has a deadline, and was not read as part of another record."""
    plan = _plan(letter)
    drafts: list[Draft] = []
    for section in letter.sections:
        if section.topic is Topic.ACTION or _is_headed(letter, section):
            drafts += _headed(letter, section, plan, drafts)
        elif section.topic is Topic.ACTIONS and section.within is Topic.ACTIONS:
            drafts += _section(letter, section, plan, drafts, is_line=section.line is not None)
    for section in letter.sections:
        for sentence in letter.sentences(section):
            is_head = section.heading is None and LABEL.match(sentence.paragraph.text) is not None
            if is_head or letter.is_claimed(sentence) or is_about_this_letter(sentence.text):
                continue
            if _has_day(letter, sentence):
                draft = loose_action(letter, sentence)
                if section.line is not None:
                    _place_in_plan(draft, section, None)
                drafts.append(draft)
    tie_merged(drafts)
    return drafts


def _is_headed(letter: Letter, section: Section) -> bool:
    """Tell whether a part below a line of action is of one action, which its heading names."""
    if section.topic is not Topic.ACTIONS or section.line is None or section.title == section.parent:
        return False
    name = without_number(section.title)
    return 0 < len(name) <= _LONGEST_HEADING and any(
        is_active(one.text) and not letter.is_claimed(one) for one in letter.sentences(section)
    )


def _headed(letter: Letter, section: Section, plan: str | None, known: Sequence[Draft]) -> Iterator[Draft]:
    """Read an action that has a heading of its own, and what the text below it tells of as another one within it."""
    assert section.heading is not None
    heading = next(letter.sentences_of(section.heading))
    numbered = numbered_in(section.title)
    name = without_number(numbered.name if numbered and numbered.name else section.title)
    groups = [one for one in _groups(letter, section) if not all(letter.is_claimed(each) for each in one)]
    is_one = numbered is not None or len(groups) < _FEWEST_APART
    others = [] if is_one else [one for one in groups[1:] if not _tells_of(name, one)]
    within = {(each.paragraph.number, each.start) for one in others for each in one}
    own = [
        one
        for one in letter.sentences(section)
        if (one.paragraph.number, one.start) not in within and not letter.is_claimed(one)
    ]
    draft = Draft("action", {}, heading.place, key=f"actie {section.heading.number}")
    _place_in_plan(draft, section, plan)
    draft.see(heading)
    if own:
        fill(letter, draft, own)
    draft.values["title"] = short_title(name)
    if numbered:
        draft.values["number"] = numbered.number
    draft.sureness_if_known = Sureness.LIKELY
    yield draft
    for group in others:
        if _is_of_several(group) or _goes_with(letter, group, [*known, draft]):
            continue
        part = _of_group(letter, section, plan, group, [*known, draft])
        link = Link("action", draft.key)
        part.parts.append(ProposedPart("relation", {"how": "onderdeel van", "to": link}, part.place))
        yield part


def _tells_of(name: str, group: list[Sentence]) -> bool:
    """Tell whether sentences are about the thing that a heading names, and not about something within it."""
    wanted = set(re.findall(r"\w{5,}", fold(name)))
    said = fold(next((one.text for one in group if is_active(one.text)), group[0].text))
    return bool(wanted) and all(word[:6] in said for word in wanted)


def _plan(letter: Letter) -> str | None:
    """Give the name of the action plan, where the letter names one (in its opening or a heading)."""
    first = [
        one
        for section in letter.sections[:3]
        for one in (*([section.heading] if section.heading else []), *section.paragraphs[:6])
    ]
    for one in first:
        for found in _PLAN.finditer(one.text[:6_000]):
            name = found["name"].strip("‘’")
            words = name.split()
            while words and (
                (words[-1].islower() and len(words[-1]) < 4)
                or words[-1] in {"wordt", "zetten", "voor", "heeft", "in", "is"}
            ):
                words.pop()
            if len(words) >= 2:
                return " ".join(words)
    return None


def _section(
    letter: Letter, section: Section, plan: str | None, known: Sequence[Draft], *, is_line: bool
) -> Iterator[Draft]:
    told: list[Draft] = []
    for group in _groups(letter, section):
        named = _item_name(group)
        if named is None and not is_line and not _is_told_with_day(letter, section, group):
            continue
        if all(letter.is_claimed(one) for one in group) or _is_of_several(group):
            continue
        if named is None and _goes_with(letter, group, told):
            continue
        draft = _of_group(letter, section, plan, group, [*known, *told], named, is_line=is_line)
        told.append(draft)
        yield draft


def _is_told_with_day(letter: Letter, section: Section, group: list[Sentence]) -> bool:
    """Tell whether sentences outside a line of action tell of something to be done: by a day, or as listed."""
    if group[0].paragraph.is_item and _LISTS.search(fold(section.title)):
        return True
    return any(_has_day(letter, one) and not letter.is_claimed(one) for one in group)


def _of_group(
    letter: Letter, section: Section, plan: str | None, group: list[Sentence], known: Sequence[Draft],
    named: str | None = None, *, is_line: bool = True,
) -> Draft:  # fmt: skip
    """Read one action from the sentences that tell of it; ``known`` are those that were told of before it."""
    first = group[0]
    draft = Draft("action", {}, first.place, key=f"actie {first.paragraph.number}.{first.start}")
    _place_in_plan(draft, section, plan)
    fill(letter, draft, group)
    if named is not None:
        draft.values["title"] = named
        return draft
    doubt = unclear(draft, known) if is_line else UNNAMED
    if doubt is None:
        draft.sureness_if_known = Sureness.LIKELY
    else:
        draft.doubt(Sureness.LIKELY, doubt, of_new=True)
    return draft


def _is_of_several(group: list[Sentence]) -> bool:
    """Tell whether it is told of actions without a name: "Om …, zijn verschillende acties samengevoegd"."""
    head = next((one.text for one in group if is_active(one.text)), group[0].text)
    return _SEVERAL.search(head) is not None


def _goes_with(letter: Letter, group: list[Sentence], known: Sequence[Draft]) -> bool:
    """Add what is told of parts of a thing to the action that brought the thing up, where one did."""
    head = next((one.text for one in group if is_active(one.text)), group[0].text)
    found = _PARTS_OF.search(head)
    whole = next((one for one in reversed(known) if found and _is_about(found["what"], one)), None)
    if whole is None:
        return False
    for one in group:
        if not letter.is_claimed(one):
            add_to(letter, whole, one)
    return True


def _is_about(what: str, draft: Draft) -> bool:
    return re.search(rf"\b{re.escape(fold(what))}\b", fold(str(draft.values["title"]))) is not None


def _item_name(group: list[Sentence]) -> str | None:
    """Give the name of an action in a list: "Meldpunt ransomware. Het meldpunt is …"."""
    first = group[0]
    if not first.paragraph.is_item or first.start or len(group) < 2 or len(first.text) > _LONGEST_NAME:
        return None
    return None if is_active(first.text) else first.text.rstrip(" .:")


def _place_in_plan(draft: Draft, section: Section, plan: str | None) -> None:
    if plan:
        draft.values["plan"] = plan
    line = section.line
    if line is None:
        return
    if line.choice is not None:
        draft.values["action_line"] = line.choice
    else:
        draft.values["theme"] = line.name


def _groups(letter: Letter, section: Section) -> Iterator[list[Sentence]]:
    """Give the sentences of each action."""
    for paragraph in section.paragraphs:
        group: list[Sentence] = []
        for sentence in letter.sentences_of(paragraph) if paragraph.cell is None else ():
            if _INTRO.match(sentence.text):
                continue
            if group and not paragraph.is_item and _begins(letter, sentence, group):
                if _is_action(letter, group):
                    yield group
                group = []
            group.append(sentence)
        if group and _is_action(letter, group):
            yield group


def _is_action(letter: Letter, group: list[Sentence]) -> bool:
    return any(
        is_active(one.text) and not (_BACK.match(one.text) and place == 0 and len(group) == 1)
        for place, one in enumerate(group)
    )


def _begins(letter: Letter, sentence: Sentence, group: list[Sentence]) -> bool:
    """Tell whether a sentence begins another action than the one of the sentences before it."""
    text = sentence.text
    if not is_active(text) or len(text) < _SHORTEST or _BACK.match(text):
        return False
    if not any(is_active(one.text) for one in group):
        return False
    if _is_spoken_of(text, group) or _PRODUCT.match(text):
        return False
    return (
        _NAMED.match(text) is not None
        or _CONNECTIVE.match(text) is not None
        or _LEADS_IN.match(text) is not None
        or _is_another_doer(text, group)
        or (_has_day(letter, sentence) and not letter.is_claimed(sentence))
    )


def _is_another_doer(text: str, group: list[Sentence]) -> bool:
    """Tell whether a sentence begins with an organisation that the ones before it do not name."""
    doer = doer_in(text)
    return doer is not None and not any(doer in one.text for one in group)


def _is_spoken_of(text: str, group: list[Sentence]) -> bool:
    """Tell whether a sentence goes on about what was brought up: "een handreiking … De handreiking wordt"."""
    subject = _SUBJECT.match(text)
    if subject is None:
        return False
    return is_spoken_of(subject[1] or subject[2], " ".join(one.text for one in group))


def _has_day(letter: Letter, sentence: Sentence) -> bool:
    return any(one.precision not in {"ongoing", "unspecified", "event", "recurring"} for one in letter.ahead(sentence))
