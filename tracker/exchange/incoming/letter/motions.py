"""The motions that a letter answers for or names: in a heading of their own, or in the middle of its prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.earlier import Rows
from tracker.exchange.incoming.letter.endings import Endings
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, likeness, short_title
from tracker.exchange.incoming.letter.outline import Section, Topic
from tracker.records.citation import Citation, read_citations
from tracker.records.debate_naming import day_in
from tracker.records.motion import Outcome, Request
from tracker.records.motion_naming import MotionNamed, motions_named
from tracker.records.promise_words import Promise, promise_in
from tracker.records.proposal import Ending, Sureness
from tracker.records.settling_words import settling_in

_CHAMBERS: Final = {"I": "Eerste Kamer", "II": "Tweede Kamer"}
_ASKS: Final = re.compile(
    r"\b(?:(?:in|met|bij) (?:de |deze |beide )?(?:\w+ )?motie\b.{0,120}?\b(?:wordt|is|werd)\s+(?:de regering\s+|"
    r"het kabinet\s+)?(?:gevraagd|verzocht)|"
    r"(?:in|met|bij) (?:de |deze )?(?:\w+ )?motie\b.{0,160}?\b(?:verzocht|vroeg) uw Kamer(?: mij| het kabinet|"
    r" de regering)?|"
    r"(?:de|deze) (?:\w+ )?motie\b.{0,120}?\b(?:verzoekt|vraagt|roept)(?:\s+(?:de regering|het kabinet|"
    r"mij))?(?:\s+op)?|"
    r"\b(?:bij|per|in een) (?:gewijzigde )?motie(?: (?:gevraagd|verzocht|opgeroepen))?(?= om )|"
    r"\b(?:waarin|die|welke)\b.{0,30}\b(?:de regering|het kabinet)\b.{0,20}\b(?:verzoekt|vraagt|verzocht|gevraagd|"
    r"oproept))"
    r"[\s,]*(?P<what>(?:om\s+)?[^.]{8,400})",
    re.IGNORECASE,
)
_CITED: Final = re.compile(r"\b[Mm]otie\b(?:[^.;()]|\bc\.\s?s\.){0,80}\(([^()]{6,120})\)")
_DECIDED: Final = re.compile(
    r"\bmotie\b[^.;]{0,200}?\b(?:is|werd)\b[^.;]{0,80}\b(?P<outcome>aangenomen|verworpen|aangehouden|ingetrokken|vervallen)\b",
    re.IGNORECASE,
)
_ENDS_IN_OUTCOME: Final = re.compile(r"\s+(?:aangenomen|verworpen|aangehouden|ingetrokken)$")
_OF_THE_MOTION: Final = re.compile(
    r"\b(?:de|deze|beide|die|genoemde|bovengenoemde)\s+(?:\w+\s+)?moties?\b|\bde indieners?\b", re.IGNORECASE
)
_ITS_SUBJECT: Final = re.compile(
    r"(?:(?:Dit|Dat|Deze|Daarover|Hierover|Daarvan|Hiervan|De uitkomst\w*|De resultaten)\b|"
    r"(?:Het|De|Dit) (?P<what>[a-z]{5,20}) (?:gaat|wordt|volgt|komt|zal|is))"
)
_ANOTHER_ITEM: Final = re.compile(r"^\W*(?:\w+\s){0,6}toezegging\b", re.IGNORECASE)


def read_motions(letter: Letter, rows: Rows) -> list[Draft]:
    """Give the motions, each once, however often it is named."""
    return _Motions(letter, rows).read()


class _Motions:
    def __init__(self, letter: Letter, rows: Rows) -> None:
        self._letter = letter
        self._rows = rows
        self._endings = Endings(letter, rows, "motion")
        self._found: list[tuple[Draft, MotionNamed, Citation | None]] = []

    def read(self) -> list[Draft]:
        for section in self._letter.sections:
            if section.heading is not None and section.topic is Topic.MOTION:
                self._section(section)
        for section in self._letter.sections:
            if section.topic is not Topic.MOTION:
                self._prose(section)
            else:
                self._mentions(section)
        drafts = [draft for draft, _, _ in self._found]
        for draft in drafts:
            self._finish(draft)
        return drafts

    # --- a motion in a heading ---

    def _section(self, section: Section) -> None:
        assert section.heading is not None
        heading = next(self._letter.sentences_of(section.heading))
        drafts = [self._draft(one, heading, until) for one, until in _each(heading.text, is_heading=True)]
        for draft in drafts:
            draft.see(heading)
        self._tell(drafts, list(self._letter.sentences(section)))

    def _mentions(self, section: Section) -> None:
        """See motions that are named below the heading of another one."""
        for sentence in self._letter.sentences(section):
            for one, until in _each(sentence.text):
                self._draft(one, sentence, until).see(sentence)

    # --- motions in prose ---

    def _prose(self, section: Section) -> None:
        """In a part about motions all that follows is about the one named last; elsewhere only what speaks of it."""
        is_items = section.within is Topic.ITEMS or section.topic is Topic.ITEMS
        sentences = list(self._letter.sentences(section))
        if section.heading is not None:
            sentences = [next(self._letter.sentences_of(section.heading)), *sentences]
        active: list[Draft] = []
        told: list[Sentence] = []
        leads = False
        for sentence in sentences:
            named = [(one, until) for one, until in _each(sentence.text, is_heading=bool(sentence.paragraph.level))]
            if named:
                self._tell(active, told)
                active = [self._draft(one, sentence, until) for one, until in named]
                told = [] if sentence.paragraph.level else [sentence]
                is_first = section.heading is not None and [sentence.paragraph] == section.paragraphs[:1]
                leads = sentence.start == 0 and (is_first or _ASKS.search(sentence.text) is not None)
                for draft in active:
                    draft.see(sentence)
            elif active and _goes_on(sentence, told, is_items=is_items, leads=leads):
                told.append(sentence)
            elif active:
                self._tell(active, told)
                active, told = [], []
        self._tell(active, told)

    def _tell(self, drafts: list[Draft], sentences: list[Sentence]) -> None:
        """Give the motions what is told of them: the text, what they ask, how they end and for when."""
        if not drafts or not sentences:
            return
        for draft in drafts:
            for sentence in sentences:
                draft.see(sentence)
                if sentence not in draft.told:
                    draft.told.append(sentence)
                _decide(draft, sentence)
                if "requests" not in draft.values and (asked := _request(sentence)):
                    draft.values["requests"] = (Request(number=1, text_asked=asked),)
                    draft.places["requests"] = sentence.place
                self._endings.hear(draft, sentence)
            if len(drafts) == 1 and "citation" not in draft.values:
                self._cite(draft, sentences)

    def _cite(self, draft: Draft, sentences: list[Sentence]) -> None:
        """Take the citation from what is told of a motion that was named without one: "Deze motie (Kamerstuk …)"."""
        for sentence in sentences:
            found = _CITED.search(sentence.text)
            if found is None:
                continue
            cited = next((one for one in read_citations(found[1]) if one.kind == "kamerstuk"), None)
            if cited is not None:
                draft.values["citation"] = cited.canonical
                draft.places["citation"] = sentence.place
                _settle_doubt(draft)
                if cited.chamber:
                    draft.values["chamber"] = _CHAMBERS[cited.chamber]
                return

    def _finish(self, draft: Draft) -> None:
        told = draft.told
        promises = [one for one in told if (said := promise_in(one.text)) and said.strength is not Promise.EARLIER]
        is_dated = any(deadline_parts(self._letter, one) for one in told if one.paragraph.level == 0)
        self._endings.close(draft, is_promised=bool(promises) or is_dated)
        if draft.ending is Ending.OPEN:
            for sentence in told:
                found = deadline_parts(self._letter, sentence, _what(sentence))
                known = {fold(part.values["wording"]) for part in draft.parts if part.entity == "deadline"}
                draft.parts += [part for part in found if fold(part.values["wording"]) not in known]
                if found:
                    self._letter.claim(sentence)
        if "title" not in draft.values:
            self._title(draft)

    @staticmethod
    def _title(draft: Draft) -> None:
        requests = draft.values.get("requests")
        submitters = draft.values.get("submitters", ())
        if requests:
            draft.values["title"] = short_title(re.sub(r"^om (?:te )?", "", requests[0].text_asked))
            return
        names = " en ".join(one.name for one in submitters)
        draft.values["title"] = f"Motie {names}".strip() if names else "Motie"
        if "citation" in draft.values:
            return
        draft.doubt(
            Sureness.LIKELY,
            Text("De brief noemt geen onderwerp van deze motie.", "The letter gives no subject of this motion."),
            of_new=True,
        )

    # --- one motion, however it is named ---

    def _draft(self, named: MotionNamed, sentence: Sentence, until: int) -> Draft:
        cited = next((one for one in sentence.citations(named.start, until) if one.kind == "kamerstuk"), None)
        for draft, known, paper in self._found:
            if _is_same(known, paper, named, cited):
                _fill(draft, named, cited)
                return draft
        values: dict[str, Any] = {}
        draft = Draft("motion", values, sentence.place, key=f"motie {len(self._found) + 1}")
        _fill(draft, named, cited)
        if cited is None:
            draft.doubt(
                Sureness.LIKELY if named.submitters and named.subject else Sureness.UNSURE,
                Text("Bij deze motie staat geen vindplaats.", "No citation stands with this motion."),
            )
        chamber = _CHAMBERS.get(cited.chamber or "") if cited else None
        if chamber is None and len(self._letter.chambers) == 1:
            chamber = self._letter.chambers[0]
        if chamber:
            values["chamber"] = chamber
        self._found.append((draft, named, cited))
        return draft


def _each(text: str, *, is_heading: bool = False) -> Iterator[tuple[MotionNamed, int]]:
    """Give each motion named, and how far what stands behind it belongs to it."""
    named = motions_named(text, is_heading=is_heading)
    for place, one in enumerate(named):
        yield one, named[place + 1].start - 1 if place + 1 < len(named) else len(text) + 1


def _goes_on(sentence: Sentence, told: list[Sentence], *, is_items: bool, leads: bool) -> bool:
    """Tell whether a sentence is still about the motion; ``leads``: its paragraph begins with what the motion asks."""
    if _ANOTHER_ITEM.match(sentence.text):
        return False
    is_beside = bool(told) and told[-1].paragraph.number == sentence.paragraph.number
    if is_items or (leads and is_beside):
        return True
    if is_beside and _is_spoken_on(sentence, told[-1]):
        return True
    speaks = _OF_THE_MOTION.search(sentence.text) is not None or (settling_in(sentence.text) is not None and is_beside)
    return speaks and (is_beside or not told or sentence.paragraph.number - told[-1].paragraph.number <= 1)


def _is_spoken_on(sentence: Sentence, last: Sentence) -> bool:
    """Tell whether a sentence says when what the one before it tells of the motion will be: "Het wetsvoorstel gaat"."""
    subject = _ITS_SUBJECT.match(sentence.text)
    if subject is None or _OF_THE_MOTION.search(last.text) is None:
        return False
    return subject["what"] is None or subject["what"].lower().startswith(("wetsvoorstel", "voorstel", "onderzoek"))


def _is_same(known: MotionNamed, paper: Citation | None, named: MotionNamed, cited: Citation | None) -> bool:
    if paper is not None and cited is not None:
        return paper.key == cited.key
    first, second = _names(known.submitters), _names(named.submitters)
    if first and second:
        if not (first <= second or second <= first):
            return False
        return named.subject is None or known.subject is None or likeness(named.subject) == likeness(known.subject)
    return bool(known.subject and named.subject and likeness(known.subject) == likeness(named.subject))


def _names(submitters: Iterable[Any]) -> set[str]:
    return {fold(one.name or "") for one in submitters}


def _fill(draft: Draft, named: MotionNamed, cited: Citation | None) -> None:
    """Give the motion what this naming says and an earlier one did not."""
    values = draft.values
    if named.subject and "title" not in values:
        values["title"] = short_title(_ENDS_IN_OUTCOME.sub("", named.subject))
    if named.submitters and len(named.submitters) > len(values.get("submitters", ())):
        values["submitters"] = named.submitters
    if cited is not None and "citation" not in values:
        values["citation"] = cited.canonical
        if cited.chamber:
            values.setdefault("chamber", _CHAMBERS[cited.chamber])
        _settle_doubt(draft)
    if named.sort != "motie":
        values["sort"] = named.sort
    if named.has_others:
        values.setdefault("remarks", "De motie is ook van anderen (c.s.); hun namen noemt de brief niet.")


def _settle_doubt(draft: Draft) -> None:
    """Be sure of a motion after all: its citation was found."""
    draft.sureness, draft.sureness_if_known, draft.why = Sureness.SURE, Sureness.SURE, None


def _decide(draft: Draft, sentence: Sentence) -> None:
    """Take what the Chamber decided about the motion, where the sentence says on which day."""
    found = _DECIDED.search(sentence.text)
    day = day_in(sentence.text, found.start(), found.end()) if found else None
    if found is not None and day is not None:
        outcome = Outcome(found["outcome"].lower(), day[0])
        draft.values["outcomes"] = tuple(dict.fromkeys((*draft.values.get("outcomes", ()), outcome)))
        draft.places["outcomes"] = sentence.place


def _request(sentence: Sentence) -> str | None:
    found = _ASKS.search(sentence.text)
    if found is None:
        return None
    words = found["what"].strip(" ,")
    return words[:1].upper() + words[1:]


def _what(sentence: Sentence) -> str | None:
    if asked := _request(sentence):
        return short_title(re.sub(r"^om (?:te )?", "", asked, flags=re.IGNORECASE))
    said = promise_in(sentence.text)
    return "Kamer informeren" if said and said.strength is Promise.TOLD_KAMER else None
