"""The commitments in a letter: those it answers for, and those it makes itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.commitment_origin import (
    acting_minister,
    asked_title,
    is_question,
    new_title,
    promised_title,
    read_number,
    read_origin,
    read_origin_in,
    title_of_heading,
)
from tracker.exchange.incoming.letter.commitment_terms import Terms
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.earlier import Rows
from tracker.exchange.incoming.letter.endings import Endings
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, short_title
from tracker.exchange.incoming.letter.outline import Section, Topic
from tracker.exchange.incoming.letter.own_promises import strength_of
from tracker.records.citation import read_citations
from tracker.records.promise_words import Promise, promise_in
from tracker.records.proposal import Ending, Link, ProposedPart, Sureness
from tracker.records.settling_words import Settling, settling_in

_SAME: Final = re.compile(r"\b(?:deze|die|genoemde|voornoemde|bovenstaande|beide) toezegging(?:en)?\b", re.IGNORECASE)
_SAME_DEBATE: Final = re.compile(
    r"\b(?:datzelfde|hetzelfde|dit|dat|voornoemde?) (?:\w{0,20}(?:debat|overleg)|vragenuur)\b", re.IGNORECASE
)
_I_WILL: Final = re.compile(
    r"\b(?:zal|zullen|ga|gaan) (?:ik|wij)\b|\b(?:ik|wij) (?:zal|zullen|ga|gaan)\b", re.IGNORECASE
)
_GOES_BACK: Final = re.compile(
    r"\b(?:hierin|hiervan|hiermee|hierop|daarin|daarvan|daarmee|daarop|hiertoe|daartoe)\b", re.IGNORECASE
)
_ABOUT_IT: Final = re.compile(r"\b(?:hier|daar)(?:over|op|van|naar|toe|bij)\b", re.IGNORECASE)
_ALSO: Final = re.compile(
    r"(?:Dit|Dat|Hetzelfde) (?:zal|geldt|wordt) (?:ook|eveneens) (?:(?:worden )?(?:gedaan|vastgelegd|gevolgd) )?"
    r"(?:voor|bij) (?P<what>[^;]{6,300})"
)
_TAKEN_ALONG: Final = re.compile(r"\b(?:meegenomen|betrokken)\b", re.IGNORECASE)
_WHO_WILL: Final = re.compile(r"(?P<who>(?:De|Het) [A-Z]?[\w-]{4,40}(?: [A-Z][\w-]+){0,3}) (?:zal|zullen)\b")
_OTHER_ITEM: Final = re.compile(r"\b(?:de|het|een)\s+(?:gewijzigde\s+)?motie\b", re.IGNORECASE)
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
_NO_ORIGIN: Final = Text(
    "De brief zegt niet wanneer, door wie of aan wie dit is toegezegd.",
    "The letter does not say when, by whom or to whom this was promised.",
)
_NO_ENDING: Final = Text("De brief zegt niet of dit is afgedaan.", "The letter does not say whether this is settled.")


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
        self._terms: dict[int, Terms] = {}
        """Of those that the letter answers for; what it promises itself is not among them."""

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
        draft, terms = self._answered(heading)
        if title := title_of_heading(heading.text):
            draft.values["title"] = title
        read_origin_in(self._letter, self._rows, draft, heading.text, heading)
        sentences = list(self._letter.sentences(section))
        before: Sentence | None = None
        for sentence in sentences:
            read_origin(self._letter, self._rows, draft, sentence, before)
            before = sentence
        settled_in = 0
        for sentence in sentences:
            if settled_in and sentence.paragraph.number > settled_in:
                self._promise(section, sentence)  # what comes after it was settled is something else
                continue
            self._hear(draft, sentence)
            if settling_in(sentence.text) in {Settling.HERE, Settling.BEFORE}:
                settled_in = sentence.paragraph.number
            said = promise_in(sentence.text)
            if said is not None and said.strength is Promise.EARLIER:
                terms.promise(self._letter, draft, sentence)
            else:
                terms.tell(self._letter, sentence)
        draft.values.setdefault("text", " ".join(one.text for one in sentences[:1]))
        told = (
            title for one in sentences if (title := promised_title(self._letter, one.text) or asked_title(one.text))
        )
        if "title" not in draft.values and (title := next(told, None)):
            draft.values["title"] = title

    # --- commitments in prose ---

    def _prose(self, section: Section) -> None:
        """Read the sentences in order: each begins a commitment, goes on about one, or promises something itself."""
        active: Draft | None = None
        leads = False
        last: Sentence | None = None
        for sentence in self._letter.sentences(section):
            is_more = active is not None and last is not None and self._is_more(section, sentence, last, leads=leads)
            names_same = is_more and self._is_same(sentence)
            draft = None if names_same else self._earlier(section, sentence, last)
            if draft is not None:
                active, leads = (
                    draft,
                    sentence.start == 0 or (last is not None and last.start == 0 and is_question(last)),
                )
            elif active is not None and is_more:
                self._hear(active, sentence)
                self._terms[id(active)].tell(self._letter, sentence)
            else:
                active = None
                self._promise(section, sentence)
            last = sentence

    @staticmethod
    def _is_same(sentence: Sentence) -> bool:
        """Tell whether a sentence speaks of the commitment at hand: "deze toezegging", or how it ends."""
        if _SAME.search(sentence.text) is not None:
            return True
        is_numbered = any(one.kind == "toezegging" for one in read_citations(sentence.text))
        return settling_in(sentence.text) is not None and not is_numbered

    @staticmethod
    def _is_more(section: Section, sentence: Sentence, last: Sentence, *, leads: bool) -> bool:
        """Tell whether a sentence goes on about the commitment; ``leads``: its paragraph began with it."""
        is_beside = sentence.paragraph.number == last.paragraph.number
        if is_beside and (leads or section.within is Topic.ITEMS):
            return _OTHER_ITEM.search(sentence.text) is None or "toezegging" in sentence.text
        near = is_beside or sentence.paragraph.number - last.paragraph.number == 1
        return near and (
            re.search(r"\btoezegging(?:en)?\b", sentence.text, re.IGNORECASE) is not None
            or (is_beside and settling_in(sentence.text) is not None)
        )

    def _earlier(self, section: Section, sentence: Sentence, last: Sentence | None) -> Draft | None:
        """Read a sentence that tells of an earlier promise, itself or in its footnote."""
        before = last if last is not None and last.paragraph.number == sentence.paragraph.number else None
        said = promise_in(sentence.text)
        if said is not None and said.strength is Promise.EARLIER:
            draft = self._same(sentence)
            terms = self._terms[id(draft)] if draft else None
            if draft is None or terms is None:
                draft, terms = self._answered(sentence)
            self._same_debate(draft, sentence)
            read_origin(self._letter, self._rows, draft, sentence, before)
            asked = asked_title(before.text) if before is not None and is_question(before) else None
            title = promised_title(self._letter, sentence.text) or asked or short_title(sentence.text)
            draft.values.setdefault("title", title)
            draft.values.setdefault("text", sentence.text)
            self._from_heading(draft, section)
            if asked and before is not None:
                self._hear(draft, before)
            self._hear(draft, sentence)
            terms.promise(self._letter, draft, sentence)
            return draft
        if said is None or said.strength is not Promise.EARLIER:
            draft = self._numbered(section, sentence)
            if draft is not None:
                return draft
        for _, note in sentence.notes:
            noted = promise_in(note.text)
            if noted is not None and noted.strength is Promise.EARLIER:
                draft, terms = self._answered(sentence)
                draft.passages.append(note.passage())
                read_origin_in(self._letter, self._rows, draft, note.text, sentence)
                draft.values["title"] = new_title(self._letter, sentence, "")
                draft.values["text"] = sentence.text
                if minister := acting_minister(sentence.text):
                    draft.values["minister"] = minister
                self._hear(draft, sentence)
                terms.tell(self._letter, sentence)
                return draft
        return None

    def _numbered(self, section: Section, sentence: Sentence) -> Draft | None:
        """Read a commitment that is named by its number alone, in a list of them below a sentence that leads it in."""
        is_listed = sentence.paragraph.is_item or section.within is Topic.ITEMS
        if not is_listed or self._same(sentence) is not None:
            return None
        if not any(one.kind == "toezegging" and one.number for one in read_citations(sentence.text)):
            return None
        draft, terms = self._answered(sentence)
        read_origin_in(self._letter, self._rows, draft, sentence.text, sentence)
        if (lead := self._lead_in(section, sentence)) is not None and "debate" not in draft.values:
            read_origin_in(self._letter, self._rows, draft, lead.text, lead)
        draft.values.setdefault("title", promised_title(self._letter, sentence.text) or short_title(sentence.text))
        draft.values.setdefault("text", sentence.text)
        self._from_heading(draft, section)
        self._hear(draft, sentence)
        terms.tell(self._letter, sentence)
        return draft

    def _lead_in(self, section: Section, sentence: Sentence) -> Sentence | None:
        """Give the sentence that leads in a list: "Op 24 juni heb ik de volgende toezeggingen gedaan:"."""
        before = [one for one in section.paragraphs if one.number < sentence.paragraph.number and not one.is_item]
        last = list(self._letter.sentences_of(before[-1]))[-1:] if before else []
        return last[0] if last and last[0].text.endswith(":") else None

    def _from_heading(self, draft: Draft, section: Section) -> None:
        """Take the debate that the heading names, where the sentence names none: "Toezeggingen debat 9 april 2026"."""
        if section.heading is None or "debate" in draft.values or "toezegging" not in fold(section.title):
            return
        read_origin_in(self._letter, self._rows, draft, section.title, next(self._letter.sentences_of(section.heading)))

    def _same_debate(self, draft: Draft, sentence: Sentence) -> None:
        """Take the debate of the commitment before it, where the sentence points back at that: "in datzelfde debat"."""
        if _SAME_DEBATE.search(sentence.text) is None:
            return
        earlier = next((one for one in reversed(self._drafts[:-1]) if id(one) in self._terms), None)
        if earlier is not None:
            draft.values |= {name: earlier.values[name] for name in ("debate", "made_on") if name in earlier.values}

    def _same(self, sentence: Sentence) -> Draft | None:
        """Give the commitment of the same number that was found before."""
        numbers = {one.number for one in read_citations(sentence.text) if one.kind == "toezegging"}
        same = (one for one in self._drafts if numbers and one.values.get("number") in numbers)
        return next((one for one in same if id(one) in self._terms), None)

    def _promise(self, section: Section, sentence: Sentence) -> None:
        """Read what this letter itself promises."""
        strength = strength_of(self._letter, sentence)
        also = self._also(sentence) if strength is Promise.PASSIVE else None
        if strength is None or (strength is Promise.PASSIVE and also is None and self._goes_on(section, sentence)):
            return
        motion = self._motion_of(sentence)
        if motion is not None and motion.values.get("status") == "overgedragen":
            return  # another minister will tell of it
        draft = self._start(sentence)
        values = draft.values
        about = self._about(section, sentence) if motion is None else motion.values.get("title", "")
        values |= {
            "title": short_title(also) if also else new_title(self._letter, sentence, about),
            "text": sentence.text,
            "words_said": sentence.text,
            "made_in_letter": Link("letter", self._letter.key),
        }
        if self._letter.day is not None:
            values["made_on"] = self._letter.day
        if self._letter.signatory:
            values["made_by"] = self._letter.signatory
        if minister := acting_minister(sentence.text):
            values["minister"] = minister
        draft.told.append(sentence)
        draft.parts += deadline_parts(self._letter, sentence)
        if (
            also is None
            and strength in _WHY
            and not (strength is Promise.FIRST_PERSON and _I_WILL.search(sentence.text))
        ):
            sureness = Sureness.LIKELY if strength is Promise.FIRST_PERSON else Sureness.UNSURE
            draft.doubt(sureness, _WHY[strength], of_new=True)
        if motion is not None:
            link = Link("motion", motion.key)
            draft.parts.append(ProposedPart("relation", {"how": "komt voort uit", "to": link}, sentence.place))
        self._letter.claim(sentence)

    def _also(self, sentence: Sentence) -> str | None:
        """Give what is promised beside the sure promise right before it: "Dit zal ook worden gedaan voor …"."""
        found = _ALSO.match(sentence.text)
        last = self._drafts[-1] if self._drafts else None
        if found is None or last is None or last.sureness is not Sureness.SURE or not last.told:
            return None
        is_beside = last.told[-1].paragraph is sentence.paragraph
        return f"{found['what'].rstrip('. ')}: {last.values['title']}" if is_beside else None

    def _about(self, section: Section, sentence: Sentence) -> str:
        """Give what "hierover" means: what the sentence before it tells; else what the heading says."""
        earlier = [one for one in self._letter.sentences_of(sentence.paragraph) if one.start < sentence.start]
        return short_title(earlier[-1].text) if earlier and _ABOUT_IT.search(sentence.text) else section.title

    def _goes_on(self, section: Section, sentence: Sentence) -> bool:
        """Tell whether what will be done is part of what was told before: of an action, or of a promise about the same.

        "De Regieraad zal starten … De Regieraad zal twee keer per jaar bij elkaar komen" is one thing.
        """
        parts = deadline_parts(self._letter, sentence)
        is_told = _GOES_BACK.search(sentence.text) and not _TAKEN_ALONG.search(sentence.text)
        if section.within is Topic.ACTIONS and not parts and is_told:
            return True
        who = _WHO_WILL.match(sentence.text)
        here = (
            []
            if who is None
            else [one for one in self._drafts if one.told and one.told[0].paragraph in section.paragraphs]
        )
        last = next((one for one in here if one.sureness is Sureness.UNSURE and _same_subject(one, sentence)), None)
        if last is None:
            return False
        last.see(sentence)
        last.told.append(sentence)
        last.values["words_said"] = f"{last.values['words_said']} {sentence.text}"
        last.parts += parts
        self._letter.claim(sentence)
        return True

    def _motion_of(self, sentence: Sentence) -> Draft | None:
        """Give the motion of whose handling the sentence tells."""
        return next((one for one in self._motions if sentence in one.told), None)

    # --- one commitment ---

    def _start(self, sentence: Sentence) -> Draft:
        draft = Draft("commitment", {}, sentence.place, key=f"toezegging {len(self._drafts) + 1}")
        draft.see(sentence)
        if len(self._letter.chambers) == 1:
            draft.values["chamber"] = self._letter.chambers[0]
        self._drafts.append(draft)
        read_number(draft, sentence)
        return draft

    def _answered(self, sentence: Sentence) -> tuple[Draft, Terms]:
        draft, terms = self._start(sentence), Terms()
        self._terms[id(draft)] = terms
        return draft, terms

    def _hear(self, draft: Draft, sentence: Sentence) -> None:
        draft.see(sentence)
        if sentence not in draft.told:
            draft.told.append(sentence)
        self._endings.hear(draft, sentence)
        self._letter.claim(sentence)

    def _finish(self, draft: Draft) -> None:
        terms = self._terms.get(id(draft))
        if terms is None:
            draft.ending, draft.values["status"] = Ending.OPEN, "openstaand"
            return
        if "title" not in draft.values:
            draft.values["title"] = short_title(draft.told[0].text) if draft.told else "Toezegging"
        parts = terms.parts(self._letter, draft)
        self._endings.close(draft, is_promised=bool(parts) or any(map(_is_promise, draft.told)))
        if draft.ending not in {Ending.SETTLED_HERE, Ending.SETTLED_BEFORE}:
            draft.parts += parts
        if draft.ending is None:
            draft.doubt(Sureness.LIKELY, _NO_ENDING)
        if not {"made_on", "number", "made_by", "made_to"} & draft.values.keys():
            draft.doubt(Sureness.LIKELY, _NO_ORIGIN)


def _same_subject(draft: Draft, sentence: Sentence) -> bool:
    """Tell whether a draft promises what the same body will do as the sentence: "De Regieraad zal …"."""
    said, who = _WHO_WILL.match(draft.values["text"]), _WHO_WILL.match(sentence.text)
    return said is not None and who is not None and said["who"] == who["who"]


def _is_promise(sentence: Sentence) -> bool:
    said = promise_in(sentence.text)
    return said is not None and said.strength in {Promise.PROMISED, Promise.TOLD_KAMER, Promise.FIRST_PERSON}
