"""The commitments in a letter: those it answers for, and those it makes itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.earlier import Rows
from tracker.exchange.incoming.letter.endings import Endings
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, deadline_spans, likeness, short_title
from tracker.exchange.incoming.letter.outline import Section, Topic
from tracker.records.citation import read_citations
from tracker.records.debate_naming import Debate, debate_in
from tracker.records.member import Member
from tracker.records.ministers import ministers_in
from tracker.records.motion_naming import submitters_in
from tracker.records.promise_words import Promise, promise_in
from tracker.records.proposal import Ending, Link, ProposedPart, Sureness
from tracker.records.settling_words import settling_in

_PROMISED_WHAT: Final = re.compile(
    r"\btoegezegd(?:e)?\b(?:\s+(?:aan|tijdens|in|bij)\s[^,.]{0,80}?)?[\s,]*(?P<link>om|dat|"
    r"te)\s+(?P<what>[^.;]{8,300})|"
    r"\btoezegging\b[^.;]{0,140}?\s(?P<link2>om|dat|over|inzake|betreffende|met betrekking tot|"
    r"ten aanzien van)\s+(?P<what2>[^.;]{6,300})",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"\s*(?:[\da-z]{1,3}[.)]\s+)?toezegging\b(?P<to>\s+(?:aan|van)\s+[^-–:]{3,90}?)?"
    r"(?:\s*(?:[-–:]\s*|\s(?:over|inzake|betreffende|om|dat|met betrekking tot)\s+)(?P<what>.+))?$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\s*\(?\b(?:TZ\d{6}-\d{1,4}|T\d{5})\b\)?\s*[-–:]?\s*")
_TO: Final = re.compile(
    r"\b(?:[Aa]an|[Oo]p verzoek van|[Oo]p vragen? van|[Nn]aar aanleiding van (?:een )?vra(?:ag|gen) van|richting|(?:heb|heeft)(?: ik)?)\s+"
    r"(?:het\s+(?:Kamer)?lid|de\s+(?:Kamer)?leden|(?:Kamer)?lid)\s+(?P<members>.{2,160}?)"
    r"(?=\s+(?:toegezegd|om|dat|over|tijdens|in|bij|heb|heeft|is|gedaan|van|inzake|-|–|:)\b|[,.:;]\s|\s[-–]\s|$)"
)
_SAME: Final = re.compile(r"\b(?:deze|die|genoemde|voornoemde|bovenstaande|beide) toezegging(?:en)?\b", re.IGNORECASE)
_HEDGED: Final = re.compile(
    r"\b(?:waar mogelijk|waar nodig|zo mogelijk|indien (?:nodig|mogelijk|gewenst)|wellicht)\b", re.IGNORECASE
)
_WILL: Final = re.compile(r"\b(?:zal|zullen)\b", re.IGNORECASE)
_NEVER: Final = re.compile(r"\b(?:zal|zullen)\b[^.;]{0,50}\b(?:niet|geen|als de|wanneer de)\b", re.IGNORECASE)
_SHORT: Final = 28
_WHY: Final = {
    Promise.FIRST_PERSON: Text(
        "De brief zegt wat de bewindspersoon gaat doen, zonder het woord toezegging.",
        "The letter says what the minister will do, without the word commitment.",
    ),
    Promise.PASSIVE: Text(
        "De brief zegt wat er gaat gebeuren, niet wie dat toezegt.",
        "The letter says what will be done, not who promises it.",
    ),
}


def read_commitments(letter: Letter, rows: Rows, motions: Sequence[Draft]) -> list[Draft]:
    """Give the commitments, each once."""
    return _Commitments(letter, rows, motions).read()


class _Commitments:
    def __init__(self, letter: Letter, rows: Rows, motions: Sequence[Draft]) -> None:
        self._letter = letter
        self._rows = rows
        self._motions = motions
        self._endings = Endings(letter, rows, "commitment")
        self._drafts: list[Draft] = []
        self._new: set[int] = set()

    def read(self) -> list[Draft]:
        for section in self._letter.sections:
            if section.topic is Topic.COMMITMENT and section.heading is not None:
                self._section(section)
            else:
                self._prose(section)
        for draft in self._drafts:
            self._finish(draft)
        return self._drafts

    # --- a commitment in a heading ---

    def _section(self, section: Section) -> None:
        assert section.heading is not None
        heading = next(self._letter.sentences_of(section.heading))
        draft = self._start(heading)
        words = _NUMBER.sub(" ", heading.text).strip()
        found = _HEADING.match(words)
        title = found["what"] if found else words
        if title:
            draft.values["title"] = short_title(title)
        self._read_origin(draft, heading.text, heading)
        sentences = list(self._letter.sentences(section))
        for sentence in sentences:
            self._origin(draft, sentence)
            self._hear(draft, sentence)
            self._letter.claim(sentence)
        for sentence in sentences:
            if _is_promise(sentence) or said_ahead(self._letter, sentence):
                draft.parts += deadline_parts(self._letter, sentence)

    # --- commitments in prose ---

    def _prose(self, section: Section) -> None:
        active: Draft | None = None
        is_items = section.within is Topic.ITEMS
        motion = self._motion_of(section)
        last: Sentence | None = None
        for sentence in self._letter.sentences(section):
            goes_on = active is not None and last is not None and _SAME.search(sentence.text) is not None
            draft = None if goes_on and self._is_more(sentence, last, is_items=True) else self._earlier(sentence)
            if draft is not None:
                active = draft
            elif active is not None and last is not None and self._is_more(sentence, last, is_items=is_items):
                self._hear(active, sentence)
                self._letter.claim(sentence)
                if _is_promise(sentence) or said_ahead(self._letter, sentence):
                    active.parts += deadline_parts(self._letter, sentence)
            else:
                active = None
                self._promise(section, sentence, motion)
            last = sentence

    @staticmethod
    def _is_more(sentence: Sentence, last: Sentence, *, is_items: bool) -> bool:
        is_beside = sentence.paragraph.number == last.paragraph.number
        if is_items and is_beside:
            return True
        near = is_beside or sentence.paragraph.number - last.paragraph.number == 1
        return near and (
            re.search(r"\btoezegging(?:en)?\b", sentence.text, re.IGNORECASE) is not None
            or (is_beside and settling_in(sentence.text) is not None)
        )

    def _earlier(self, sentence: Sentence) -> Draft | None:
        """Read a sentence that tells of an earlier promise, itself or in its footnote."""
        said = promise_in(sentence.text)
        if said is not None and said.strength is Promise.EARLIER:
            draft = self._same(sentence) or self._start(sentence)
            self._origin(draft, sentence)
            self._title(draft, sentence)
            self._hear(draft, sentence)
            if _speaks_ahead(sentence):
                draft.parts += deadline_parts(self._letter, sentence)
            self._letter.claim(sentence)
            return draft
        for _, note in sentence.notes:
            noted = promise_in(note.text)
            if noted is None or noted.strength is not Promise.EARLIER:
                continue
            draft = self._start(sentence)
            draft.passages.append(note.passage())
            self._read_origin(draft, note.text, sentence)
            self._title(draft, sentence)
            self._hear(draft, sentence)
            draft.parts += deadline_parts(self._letter, sentence)
            self._letter.claim(sentence)
            return draft
        return None

    def _same(self, sentence: Sentence) -> Draft | None:
        """Give the commitment of the same number or the same debate and subject that was found before."""
        numbers = {one.number for one in read_citations(sentence.text) if one.kind == "toezegging"}
        return next((one for one in self._drafts if numbers and one.values.get("number") in numbers), None)

    def _promise(self, section: Section, sentence: Sentence, motion: Draft | None) -> None:
        """Read what this letter itself promises."""
        strength = self._strength(sentence)
        if strength is None:
            return
        draft = self._start(sentence)
        self._new.add(id(draft))
        values = draft.values
        values |= {"made_in_letter": Link("letter", self._letter.key), "words_said": sentence.text}
        if self._letter.day is not None:
            values["made_on"] = self._letter.day
        if self._letter.signatory:
            values["made_by"] = self._letter.signatory
        if ministers := _acting(sentence.text):
            values["minister"] = ministers
        self._title(draft, sentence, section.title if motion is None else motion.values.get("title", ""))
        draft.told.append(sentence)
        draft.parts += deadline_parts(self._letter, sentence)
        if strength in _WHY:
            draft.doubt(Sureness.LIKELY if strength is Promise.FIRST_PERSON else Sureness.UNSURE, _WHY[strength])
        if motion is not None:
            draft.parts.append(
                ProposedPart("relation", {"how": "komt voort uit", "to": Link("motion", motion.key)}, sentence.place)
            )
        self._letter.claim(sentence)

    def _strength(self, sentence: Sentence) -> Promise | None:
        said = promise_in(sentence.text)
        if said is None:
            is_ahead = _WILL.search(sentence.text) and not _NEVER.search(sentence.text)
            if not is_ahead or not any(
                part.values["wording"] and not _is_vague(part.values["wording"])
                for part in deadline_parts(self._letter, sentence)
            ):
                return None
            return Promise.PASSIVE
        if said.strength is Promise.PASSIVE and _HEDGED.search(sentence.text):
            return None
        return said.strength

    def _motion_of(self, section: Section) -> Draft | None:
        if section.topic is not Topic.MOTION or section.heading is None:
            return None
        start = section.heading.start
        return next(
            (one for one in self._motions if any(each.start <= start < each.end for each in one.passages)), None
        )

    # --- what is known of one ---

    def _start(self, sentence: Sentence) -> Draft:
        draft = Draft("commitment", {}, sentence.place, key=f"toezegging {len(self._drafts) + 1}")
        draft.see(sentence)
        if len(self._letter.chambers) == 1:
            draft.values["chamber"] = self._letter.chambers[0]
        self._drafts.append(draft)
        self._numbers(draft, sentence)
        return draft

    @staticmethod
    def _numbers(draft: Draft, sentence: Sentence) -> None:
        for one in sentence.citations():
            if one.kind == "toezegging" and one.number and "number" not in draft.values:
                draft.values["number"] = one.number
                draft.values["chamber"] = "Eerste Kamer" if one.chamber == "I" else "Tweede Kamer"

    def _origin(self, draft: Draft, sentence: Sentence) -> None:
        self._numbers(draft, sentence)
        self._read_origin(draft, sentence.text, sentence)
        for _, note in sentence.notes:
            if re.search(r"toezegging|debat|overleg", note.text, re.IGNORECASE):
                self._read_origin(draft, note.text, sentence)
                draft.passages.append(note.passage())

    def _read_origin(self, draft: Draft, text: str, sentence: Sentence) -> None:
        values = draft.values
        debate = debate_in(text)
        said = re.search(r"toegezegd|toezegging|zegde", text, re.IGNORECASE)
        if (
            debate is not None
            and "debate" not in values
            and (said or "made_on" not in values)
            and _is_past(debate, self._letter)
        ):
            values["debate"] = self._rows.debate(self._letter, debate, sentence)
            if debate.day is not None:
                values["made_on"] = debate.day
            if self._rows_chamber(values["debate"]):
                values["chamber"] = self._rows_chamber(values["debate"])
        if "made_to" not in values and (found := _TO.search(text)):
            members = tuple(Member(one.name, one.party) for one in submitters_in(found["members"]))
            if members:
                values["made_to"] = members
        if "made_by" not in values and (by := _promiser(text, self._letter)):
            values["made_by"] = by

    def _rows_chamber(self, link: Link) -> str | None:
        row = next((one for one in self._rows.all() if (one.entity, one.key) == (link.entity, link.key)), None)
        return row.values.get("chamber") if row else None

    def _title(self, draft: Draft, sentence: Sentence, about: str = "") -> None:
        if "title" in draft.values:
            return
        found = _PROMISED_WHAT.search(sentence.text)
        is_earlier = id(draft) not in self._new
        if found and is_earlier:
            link, what = (found["link"], found["what"]) if found["what"] else (found["link2"], found["what2"])
            words = f"te {what}" if link == "te" else what
            title = short_title(re.sub(r"[\s,]+(?:heb|is|heeft|kan|doe|beschouw|meld|informeer)\b.*$", "", words))
        else:
            title = self._title_of(sentence)
        about = re.sub(r"^[\da-z]{1,3}[.)]\s+", "", about)
        if len(title) < _SHORT and not is_earlier:
            title = short_title(sentence.text)
        if len(title) < _SHORT and about:
            title = short_title(f"{title}: {about}")
        draft.values["title"] = title
        draft.values.setdefault("text", sentence.text)

    def _title_of(self, sentence: Sentence) -> str:
        """Give a title from the part of the sentence that promises: of "…, waarbij … zal …" the last."""
        spans = deadline_spans(self._letter, sentence)
        part = re.search(r",\s+waarbij\s+(?=[^,;]*\b(?:zal|zullen)\b)", sentence.text)
        if part is None:
            return short_title(sentence.text, spans)
        start = part.end()
        return short_title(sentence.text[start:], [(one - start, end - start) for one, end in spans if one >= start])

    def _hear(self, draft: Draft, sentence: Sentence) -> None:
        draft.see(sentence)
        if sentence not in draft.told:
            draft.told.append(sentence)
        self._endings.hear(draft, sentence)

    def _finish(self, draft: Draft) -> None:
        if "title" not in draft.values:
            draft.values["title"] = short_title(draft.told[0].text) if draft.told else "Toezegging"
        if id(draft) in self._new:
            draft.ending = Ending.OPEN
            draft.values["status"] = "openstaand"
            return
        is_ahead = any(part.entity == "deadline" for part in draft.parts) or any(map(_is_promise, draft.told))
        self._endings.close(draft, is_promised=is_ahead)
        if draft.ending is None and "number" in draft.values and draft.told:
            draft.doubt(
                Sureness.LIKELY,
                Text("De brief zegt niet of dit is afgedaan.", "The letter does not say whether this is settled."),
            )
        if draft.ending in {Ending.SETTLED_HERE, Ending.SETTLED_BEFORE}:
            draft.parts = [part for part in draft.parts if part.entity != "deadline"]
        if "made_on" not in draft.values and "number" not in draft.values:
            draft.doubt(
                Sureness.LIKELY,
                Text(
                    "De brief noemt niet wanneer dit is toegezegd.", "The letter does not say when this was promised."
                ),
            )


def _is_promise(sentence: Sentence) -> bool:
    said = promise_in(sentence.text)
    return said is not None and said.strength in {Promise.PROMISED, Promise.TOLD_KAMER, Promise.FIRST_PERSON}


def _speaks_ahead(sentence: Sentence) -> bool:
    return re.search(r"\b(?:zal|zullen|wordt|worden|informeer|ontvangt|stuur|kom)\b", sentence.text) is not None


def said_ahead(letter: Letter, sentence: Sentence) -> bool:
    """Tell whether the sentence names a time that lies ahead, and not only an event."""
    parts = deadline_parts(letter, sentence)
    return any(not _is_vague(part.values["wording"]) for part in parts)


def _is_vague(wording: str) -> bool:
    return re.search(r"\bkomende (?:periode|tijd|jaren)\b|\bdoorlopend\b|\bstructureel\b", fold(wording)) is not None


def _is_past(debate: Debate, letter: Letter) -> bool:
    return debate.day is None or letter.day is None or debate.day <= letter.day


def _acting(text: str) -> str | None:
    """Give who will do it, where the sentence says "door de minister van …" or names one as its subject."""
    found = re.search(r"\bdoor (?:de|het) (?=minister|staatssecretaris)", text)
    named = ministers_in(text[found.end() :]) if found else []
    return named[0] if named else None


def _promiser(text: str, letter: Letter) -> str | None:
    """Give who promised it: the one who writes ("heb ik toegezegd"), or who is named as having done so."""
    if re.search(
        r"\b(?:heb|had) ik\b.{0,200}\btoegezegd\b|\bik\b.{0,120}\btoegezegd heb\b|\bmijn toezegging\b",
        text,
        re.IGNORECASE,
    ):
        return letter.signatory
    found = re.search(r"\b(?:[Dd]e (?=minister|staatssecretaris)).{0,160}\b(?:toegezegd|zegde)\b", text)
    named = ministers_in(found[0]) if found else []
    return named[0] if named else None


def same_title(first: Draft, second: Draft) -> bool:
    """Tell whether two commitments have the same words for a title."""
    return likeness(first.values["title"]) == likeness(second.values["title"])
