"""Where a commitment comes from: the debate and day, who made it to whom, its number, and what was promised."""

from __future__ import annotations

import re
from typing import Final

from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.earlier import Rows
from tracker.exchange.incoming.letter.making import Draft, bare_infinitive, deadline_spans, short_title
from tracker.records.debate_naming import Debate, day_in, debate_in
from tracker.records.lying_ahead import deadlines_ahead
from tracker.records.member import Member
from tracker.records.ministers import ministers_in
from tracker.records.motion_naming import MEMBERS, submitters_in
from tracker.records.promise_words import promise_in
from tracker.records.proposal import Link

_PROMISED_WHAT: Final = re.compile(
    r"\btoegezegd(?:e)?\b(?:\s+is)?(?:\s+(?:aan|tijdens|in|bij)\s[^,.]{0,80}?)?[\s,]*(?P<link>om|dat|"
    r"te)\s+(?P<what>[^.;]{8,300})|"
    r"\btoegezegd\s+(?P<bare>(?:de|het|een|uw|inzicht)\s[^.;]{8,300})|"
    r"\btoezegging\b[^.;]{0,140}?\s(?P<link2>om|dat|over|inzake|betreffende|met betrekking tot|ten aanzien van)\s+"
    r"(?P<what2>[^.;]{6,300})",
    re.IGNORECASE,
)
_CONFORM: Final = re.compile(
    r"(?:conform|overeenkomstig|ingevolge|naar aanleiding van)\b.{4,260}?\b(?:treft u|bied ik|stuur ik|zend ik|"
    r"informeer ik|doe ik)\s+"
    r"(?:(?:u|uw Kamer|hierbij|hieronder|bijgaand|als bijlage|bij deze brief|"
    r"over)\s+){0,4}(?P<what>.{6,})",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:vroeg|vroegen|gevraagd|verzocht) (?:mij )?(?:naar|om|over|voor) (?P<what>[^.;?]{8,200})", re.IGNORECASE
)
_TAIL: Final = re.compile(r"[\s,]+(?:heb|is|heeft|kan|doe|beschouw|meld|informeer)\b.*$")
_HEADING: Final = re.compile(
    r"\s*(?:[\da-z]{1,3}[.)]\s+)?toezegging\b(?P<to>\s+(?:aan|van)\s+[^-–:]{3,90}?)?"
    r"(?:\s*(?:[-–:]\s*|\s(?:over|inzake|betreffende|om|dat|met betrekking tot)\s+)(?P<what>.+))?$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\s*\(?\b(?:TZ\d{6}-\d{1,4}|T\d{5})\b\)?\s*[-–:]?\s*")
_TO: Final = re.compile(
    r"\b(?:[Aa]an|[Oo]p verzoek van|[Oo]p vragen? van|[Nn]aar aanleiding van (?:een )?vra(?:ag|gen) van|richting|vroeg|"
    r"vroegen|(?:heb|heeft)(?: ik)?)\s+(?:mevrouw|de heer|het\s+(?:Kamer)?lid|de\s+(?:Kamer)?leden|"
    rf"(?:Kamer)?lid)\s+(?P<members>{MEMBERS})"
)
_ASKED_BY: Final = re.compile(
    rf"\b(?:[Hh]et (?:Kamer)?lid|[Dd]e (?:Kamer)?leden|[Mm]evrouw|[Dd]e heer)\s+(?P<members>{MEMBERS})"
    r"[^;]{0,200}?\b(?:gevraagd|vroeg|vroegen|verzocht|verzochten|aandacht)\b"
)
"""A member's question, to which the sentence after it answers with a promise."""
_IS_PROMISED: Final = re.compile(
    rf"(?:\W*[\d.]{{1,6}}\s+)?(?:[Hh]et (?:Kamer)?lid|[Dd]e (?:Kamer)?leden|[Mm]evrouw|"
    rf"[Dd]e heer)\s+(?P<members>{MEMBERS})"
    r"\s+(?:(?:is|heb ik|heeft)\b[^.;]{0,200}\btoegezegd|krijgt|ontvangt|wordt\b[^.;]{0,80}\bgeïnformeerd)\b"
)
"""A member who is to hear or get something: "Het lid Dassen is in het commissiedebat … een brief toegezegd"."""
_OF_NAME: Final = re.compile(
    rf"\W*(?:[\d.]{{1,5}}\s+)?[Tt]oezegging\s+(?P<members>{MEMBERS}),?\s+(?:(?:tijdens|in|bij|uit) )?(?:het |de )?"
    r"(?=\w*debat\b|\w*overleg\b|vragenuur\b|begrotingsbehandeling\b|plenaire\b)"
)
"""A heading that names to whom and where, and not what: "Toezegging Piri, commissiedebat Asiel van 4 juni 2026"."""
_POINTS_BACK: Final = re.compile(r"(?:daar|hier|dit|dat|haar|hem|hen|u|uw kamer)\b.{0,40}\bterug\b", re.IGNORECASE)
_BACK: Final = re.compile(r"\b(?:toen|daarbij|daarop|in dat debat|tijdens dat debat|die vraag)\b", re.IGNORECASE)
_SPOKE: Final = re.compile(
    r"\b(?:sprak|spraken|debatteerde\w*|overlegde\w*)\b[^.;]{0,60}\b(?:kamer|commissie)\b", re.IGNORECASE
)
"""A debate that is not called one: "Op 2 juli 2026 sprak ik met uw Kamer over …"."""
_I_PROMISED: Final = re.compile(
    r"\b(?:heb|had) ik\b.{0,200}\btoegezegd\b|\bik\b.{0,120}\btoegezegd\b|\bmijn toezegging\b", re.IGNORECASE
)
_SHORT: Final = 31
_TELL_KAMER: Final = "Kamer informeren"
_MOST_OF: Final = 0.5


def read_origin(letter: Letter, rows: Rows, draft: Draft, sentence: Sentence, before: Sentence | None = None) -> None:
    """Read the origin from a sentence and its footnotes; from the one before it where that is pointed at ("toen")."""
    read_number(draft, sentence)
    read_origin_in(letter, rows, draft, sentence.text, sentence)
    for _, note in sentence.notes:
        if re.search(r"toezegging|debat|overleg", note.text, re.IGNORECASE):
            read_origin_in(letter, rows, draft, note.text, sentence)
            draft.passages.append(note.passage())
    if before is not None and is_question(before) and "made_to" not in draft.values:
        read_origin_in(letter, rows, draft, before.text, before)
        asked = _ASKED_BY.search(before.text)
        members = tuple(Member(one.name, one.party) for one in submitters_in(asked["members"])) if asked else ()
        if members:
            draft.values["made_to"] = members
        if "made_on" not in draft.values and "debate" in draft.values and (day := rows.day_of(draft.values["debate"])):
            draft.values["made_on"] = day
        draft.see(before)
    elif before is not None and _BACK.search(sentence.text) and "debate" not in draft.values:
        read_origin_in(letter, rows, draft, before.text, before)
        draft.see(before)
        spoke = _SPOKE.search(before.text)
        day = day_in(before.text) if spoke and "made_on" not in draft.values else None
        if day is not None and (letter.day is None or day[0] <= letter.day):
            draft.values["made_on"] = day[0]


def read_number(draft: Draft, sentence: Sentence) -> None:
    """Read the number by which a Chamber knows it."""
    for one in sentence.citations():
        if one.kind == "toezegging" and one.number and "number" not in draft.values:
            draft.values["number"] = one.number
            draft.values["chamber"] = "Eerste Kamer" if one.chamber == "I" else "Tweede Kamer"


def read_origin_in(letter: Letter, rows: Rows, draft: Draft, text: str, sentence: Sentence) -> None:
    """Read the origin from words that stand in a sentence, its footnote or its heading."""
    values = draft.values
    debate = debate_in(text)
    said = re.search(r"toegezegd|toezegging|zegde|vroeg", text, re.IGNORECASE)
    is_new = debate is not None and "debate" not in values and (said or "made_on" not in values)
    if debate is not None and is_new and _is_past(debate, letter):
        numbered_by = values.get("chamber") if "number" in values else None
        link = rows.debate(letter, debate, sentence, numbered_by)
        values["debate"] = link
        if debate.day is not None:
            values["made_on"] = debate.day
        if numbered_by is None and (chamber := _chamber_of(rows, link)):
            values["chamber"] = chamber
    if "made_to" not in values and (found := _TO.search(text) or _OF_NAME.match(text) or _IS_PROMISED.match(text)):
        members = tuple(Member(one.name, one.party) for one in submitters_in(found["members"]))
        if members:
            values["made_to"] = members
    if "made_by" not in values and (by := _promiser(text, letter)):
        values["made_by"] = by


def is_question(sentence: Sentence) -> bool:
    """Tell whether a sentence tells what a member asked, so that the promise in the next one is made to that member."""
    return _ASKED_BY.search(sentence.text) is not None


def title_of_heading(text: str) -> str | None:
    """Give what a heading such as "Toezegging aan het lid X over Y (TZ202605-201)" calls it; None where it does not."""
    if _OF_NAME.match(text):
        return None
    words = _NUMBER.sub(" ", text).strip()
    found = _HEADING.match(words)
    title = (found["what"] if found else None) or re.sub(r"^(?:toezegging)\s+", "", words, flags=re.IGNORECASE)
    return short_title(title) if title else None


def promised_title(letter: Letter, text: str) -> str | None:
    """Give what was promised, from a sentence that tells of it: toegezegd om …, de toezegging over …."""
    conform = _CONFORM.match(text)
    if conform is not None:
        return short_title(conform["what"])
    found = _PROMISED_WHAT.search(text)
    if found is None:
        return None
    what = found["what"] or found["bare"] or found["what2"]
    words = f"te {what}" if found["link"] == "te" else what
    words = re.sub(r"\s*\((?:TZ\d{6}-\d+|T\d{5})\)", "", _TAIL.sub("", words))
    if _POINTS_BACK.match(words):
        return None
    title = short_title(words, [one.position for one in deadlines_ahead(words, letter.read_from, letter.calendar)])
    return bare_infinitive(title)


def asked_title(text: str) -> str | None:
    """Give what a member asked, where the promise is an answer to that: "Het lid X vroeg naar het aantal …"."""
    found = _ASKED.search(text)
    return short_title(found["what"]) if found else None


def new_title(letter: Letter, sentence: Sentence, about: str) -> str:
    """Give a title for what a sentence promises itself; ``about`` says of what, where its own words are few."""
    title = _of_clause(letter, sentence)
    if len(title) < _SHORT and title != _TELL_KAMER:
        title = short_title(sentence.text)
    about = re.sub(r"^[\da-z]{1,3}[.)]\s+", "", about)
    return short_title(f"{title}: {about}") if len(title) < _SHORT and about else title


def _of_clause(letter: Letter, sentence: Sentence) -> str:
    """Give a title from the part of the sentence that promises: of "…, waarbij … zal …" the last."""
    spans = deadline_spans(letter, sentence)
    part = re.search(r",\s+waarbij\s+(?=[^,;]*\b(?:zal|zullen)\b)", sentence.text)
    if sum(end - start for start, end in spans) > _MOST_OF * len(sentence.text):
        spans = []  # without them nothing would be left that says what
    if part is None or promise_in(sentence.text[: part.start()]) is not None:
        return short_title(sentence.text, spans)
    start = part.end()
    return short_title(sentence.text[start:], [(one - start, end - start) for one, end in spans if one >= start])


def acting_minister(text: str) -> str | None:
    """Give who will do it, where the sentence says "door de minister van …" or "informeert de minister van …"."""
    found = re.search(
        r"\b(?:door|informeert|bericht|stuurt|zendt|rapporteert|ontvangt u van) (?:de|het) (?=minister|"
        r"staatssecretaris)",
        text,
    )
    named = ministers_in(text[found.end() :]) if found else []
    return named[0] if named else None


def _chamber_of(rows: Rows, link: Link) -> str | None:
    row = next((one for one in rows.all() if (one.entity, one.key) == (link.entity, link.key)), None)
    chamber: str | None = row.values.get("chamber") if row else None
    return chamber


def _is_past(debate: Debate, letter: Letter) -> bool:
    return debate.day is None or letter.day is None or debate.day <= letter.day


def _promiser(text: str, letter: Letter) -> str | None:
    """Give who promised it: the one who writes ("heb ik toegezegd"), or who is named as having done so."""
    if _I_PROMISED.search(text):
        return letter.signatory
    found = re.search(r"\b(?:[Dd]e (?=minister|staatssecretaris)).{0,160}\b(?:toegezegd|zegde)\b", text)
    named = ministers_in(found[0]) if found else []
    return named[0] if named else None
