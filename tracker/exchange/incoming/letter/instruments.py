"""The treaties, directives, regulations and bills that a letter names, with their legal terms and procedural steps."""

from __future__ import annotations

import re
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.instrument_naming import (
    BEFORE_DAY,
    NUMBERED,
    InstrumentNamed,
    acts_in,
    amending_in,
    bills_in,
    numbered_in,
    proposed_in,
    treaties_in,
)
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, short_title
from tracker.exchange.incoming.letter.outline import Section, Topic
from tracker.records.debate_naming import day_in
from tracker.records.instrument import Step
from tracker.records.proposal import Link, ProposedPart, Sureness
from tracker.records.wording import read_deadlines

_TRANSPOSED: Final = "omzetting in Nederlands recht"
_HAS_RUN_OUT: Final = re.compile(r"\bverstreken\b", re.IGNORECASE)
_PUBLISHED: Final = re.compile(r"\b(?:Trb|Stb|Stcrt)\.\s*\d{4},\s*(?:nr\.\s*)?\d{1,5}\b")
_TERM: Final = re.compile(
    r"\b(?:implementatie(?:deadline|termijn|datum)|omzettings?(?:termijn|deadline|datum)|uiterste (?:implementatie|"
    r"omzettings)datum|"
    r"(?:dient|dienen|moet|moeten)\b.{0,120}\b(?:omgezet|geimplementeerd|geïmplementeerd|omzetten|implementeren))\b",
    re.IGNORECASE,
)
_STEP: Final = re.compile(
    r"\b(?:behandeling|plenaire behandeling|indiening|inwerkingtreding|stemming|ratificatie|goedkeuring|"
    r"internetconsultatie|consultatie|advies van de Raad van State|bekrachtiging|publicatie|"
    r"treedt\b.{0,60}\bin werking|aangeboden|ingediend)\b",
    re.IGNORECASE,
)
_NEXT_STEP: Final = re.compile(
    r"De (?:plenaire |mondelinge |schriftelijke )?(?:behandeling|stemming|inwerkingtreding|goedkeuring|ratificatie)"
    r"(?: daarvan| ervan)? (?:is|staat|wordt|vindt|zal)\b"
)
"""Of the bill or treaty that the sentence before it names: "De plenaire behandeling is voorzien op 8 februari"."""
_STATUS: Final = (
    (
        "goedkeuring loopt",
        re.compile(
            r"\bgoedkeuringsprocedure\b|\bwets?voorstel tot goedkeuring\b(?!.*\bin voorbereiding\b)|"
            r"\bgoedkeuringswet\b.{0,200}\b(?:aanhangig|ingediend|ligt|in behandeling)\b"
        ),
    ),
    (
        "in voorbereiding",
        re.compile(
            r"\b(?:in voorbereiding|wordt (?:[a-z]+ ){0,3}voorbereid|in (?:internet)?consultatie|"
            r"werk ik aan een wetsvoorstel|"
            r"wetsvoorstel wordt (?:opgesteld|voorbereid))\b"
        ),
    ),
    (
        "aanhangig",
        re.compile(
            r"\b(?:aanhangig|ingediend bij|(?:bij (?:de|uw) (?:[a-z]+ )?kamer|is) .{0,40}ingediend|"
            r"ligt (?:inmiddels |nu |thans )?(?:bij|voor|ter behandeling)|in behandeling bij|"
            r"door de tweede kamer\b.{0,20}\baangenomen)\b"
        ),
    ),
    (
        "aangenomen",
        re.compile(
            r"\bdoor (?:de eerste|beide) kamers? (?:aangenomen|aanvaard)\b|\baangenomen door\b|"
            r"\bheeft\b.{0,60}\baangenomen\b"
        ),
    ),
    (
        "in werking",
        re.compile(
            r"\b(?:in werking getreden|van kracht geworden|is (?:sinds .{0,30})?van kracht|"
            r"is sinds .{0,30}van toepassing)\b"
        ),
    ),
    ("omgezet", re.compile(r"\bis\b.{0,60}\b(?:omgezet|geimplementeerd)\b")),
    ("ingetrokken", re.compile(r"\bwetsvoorstel\b.{0,60}\bingetrokken\b")),
)


def read_instruments(letter: Letter) -> list[Draft]:
    """Give the instruments, each once."""
    return _Instruments(letter).read()


class _Instruments:
    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._drafts: dict[str, Draft] = {}
        self._last: str | None = None

    def read(self) -> list[Draft]:
        for section in self._letter.sections:
            self._last = None
            own: str | None = None
            sentences = list(self._letter.sentences(section))
            is_own = section.topic is Topic.INSTRUMENT and section.heading is not None
            if section.heading is not None and section.topic not in {Topic.MOTION, Topic.COMMITMENT}:
                key = self._sentence(next(self._letter.sentences_of(section.heading)), is_heading=is_own)
                own = key if is_own else None
            for sentence in sentences:
                known = set(self._drafts)
                self._sentence(sentence)
                if own is not None and sentence is sentences[0]:
                    own = self._in_full(own, known)
                elif is_own and sentence is sentences[0]:
                    own = next(iter(self._drafts.keys() - known), None)
                    self._head(own, section)
                if own is not None:
                    self._tell(self._drafts[own], sentence)
        self._finish()
        return list(self._drafts.values())

    def _head(self, own: str | None, section: Section) -> None:
        """Let a heading that calls an instrument by another name than the sentence below it count for that one."""
        if own is not None and section.heading is not None:
            self._drafts[own].see(next(self._letter.sentences_of(section.heading)))

    def _in_full(self, own: str, known: set[str]) -> str:
        """Give the treaty of a heading as the first sentence below names it in full, as one."""
        short = self._drafts[own]
        new = [key for key in self._drafts if key not in known and self._drafts[key].values["sort"] == "verdrag"]
        if len(new) != 1 or short.values["sort"] != "verdrag":
            return own
        full = self._drafts[new[0]]
        full.passages += short.passages
        full.values = {**short.values, **full.values}
        full.place = short.place
        del self._drafts[own]
        self._last = new[0]
        return new[0]

    def _tell(self, draft: Draft, sentence: Sentence) -> None:
        draft.see(sentence)
        if sentence not in draft.told:
            draft.told.append(sentence)
        self._cite(draft, sentence)
        known = {part.values["wording"] for part in draft.parts if part.entity == "deadline"}
        if not self._letter.is_claimed(sentence):
            ahead = deadline_parts(self._letter, sentence)
            draft.parts += [part for part in ahead if part.values["wording"] not in known]
        self._letter.claim(sentence)

    def _sentence(self, sentence: Sentence, *, is_heading: bool = False) -> str | None:
        """Read the instruments that a sentence names; give the one that is spoken of last."""
        noted: list[str] = []
        for _, note in sentence.notes:
            for one in numbered_in(note.text):
                key = self._add(one, sentence, sure=True)
                self._drafts[key].passages.append(note.passage())
                noted.append(key)
        if len(noted) > 1:
            self._relate(sentence, noted)
        if noted:
            self._last = noted[0]
            self._name(self._drafts[noted[0]], sentence)
        bills = list(bills_in(sentence.text))
        found = [
            *numbered_in(sentence.text),
            *proposed_in(sentence.text),
            *treaties_in(sentence.text),
            *amending_in(sentence.text),
            *(act for act in acts_in(sentence.text) if not any(one.start <= act.start < one.end for one in bills)),
        ]
        keys = [self._add(one, sentence, sure=True, is_heading=is_heading) for one in found]
        keys += [known for one in bills if (known := self._bill(one, sentence)) is not None]
        if not keys and (alias := self._alias(sentence)):
            keys = [alias]
        if keys:
            self._last = keys[0]
        self._heed(sentence, [*noted, *keys])
        self._note(sentence)
        return self._last

    def _add(self, one: InstrumentNamed, sentence: Sentence, *, sure: bool, is_heading: bool = False) -> str:
        key = one.identity
        if one.sort == "wet" and f"wetsvoorstel {key.removeprefix('wet ')}" in self._drafts:
            key = f"wetsvoorstel {key.removeprefix('wet ')}"  # the act that the bill spoken of before makes
        if key not in self._drafts:
            draft = Draft("instrument", {"sort": one.sort, "title": one.title}, sentence.place, key=f"instrument {key}")
            if one.number:
                draft.values["official_number"] = one.number
            if not sure:
                draft.doubt(
                    Sureness.LIKELY,
                    Text(
                        "De brief noemt geen eigen titel of nummer.", "The letter gives no title or number of its own."
                    ),
                    of_new=True,
                )
            self._drafts[key] = draft
        draft = self._drafts[key]
        draft.see(sentence)
        if one.dossier:
            draft.values.setdefault("dossier", one.dossier)
        if is_heading:
            draft.values["title"] = one.title
        self._cite(draft, sentence, one.start)
        return key

    def _cite(self, draft: Draft, sentence: Sentence, position: int = 0) -> None:
        cited = [each.canonical for each in sentence.citations(position) if each.kind == "kamerstuk"]
        cited += [" ".join(found[0].split()) for found in _PUBLISHED.finditer(sentence.text)]
        if cited and draft.kind == "instrument":
            draft.values["citations"] = tuple(dict.fromkeys((*draft.values.get("citations", ()), *cited)))

    def _note(self, sentence: Sentence) -> None:
        """Read what a footnote says of a bill: "Het implementatievoorstel ligt bij de Tweede Kamer"."""
        for _, note in sentence.notes:
            for each in self._letter.sentences_of(note):
                bills = list(bills_in(each.text))
                keys = [one for one in (self._bill(bill, each) for bill in bills) if one is not None]
                if keys:
                    self._heed(each, keys)

    def _bill(self, one: InstrumentNamed, sentence: Sentence) -> str | None:
        """Take a bill in; one without a name is the one that was spoken of last, or that of the directive."""
        if one.identity == "wetsvoorstel implementatie" and one.identity not in self._drafts:
            return self._implementing(one, sentence)
        if one.identity != "wetsvoorstel":
            return self._add(one, sentence, sure=one.sort != "wetsvoorstel" or " " in one.identity)
        known = [key for key in self._drafts if key.startswith("wetsvoorstel")]
        if known:
            return known[-1]
        return None

    def _implementing(self, one: InstrumentNamed, sentence: Sentence) -> str:
        """Take in the bill that transposes the directive spoken of before."""
        directives = [
            each for each, other in self._drafts.items() if other.values["sort"] in {"richtlijn", "verordening"}
        ]
        base = self._last if self._last in directives else directives[0] if len(directives) == 1 else None
        key = self._add(one, sentence, sure=base is not None)
        draft = self._drafts[key]
        if base is not None:
            other = self._drafts[base]
            draft.values["title"] = f"{one.title} bij: {other.values['title']}"
            how = "zet om" if other.values["sort"] == "richtlijn" else "geeft uitvoering aan"
            draft.parts.append(
                ProposedPart("relation", {"how": how, "to": Link("instrument", other.key)}, sentence.place)
            )
        return key

    def _alias(self, sentence: Sentence) -> str | None:
        """Give the directive that "de herziene richtlijn" means: the one with a number that was named near it."""
        found = re.search(
            r"\b(?:de|deze|dit|het)\s+(?:(?:herziene|nieuwe|europese|eu-)\s*){0,3}(richtlijn|verordening|verdrag|protocol)\b",
            sentence.text,
            re.IGNORECASE,
        )
        if found is None:
            return None
        sort = "verdrag" if found[1].lower() == "protocol" else found[1].lower()
        same = [key for key, draft in self._drafts.items() if draft.values["sort"] == sort]
        if self._last in same:
            return self._last
        return same[0] if same else None

    def _name(self, draft: Draft, sentence: Sentence) -> None:
        """Call a directive as the sentence of its footnote does: "de herziene Europese richtlijn mensenhandel"."""
        found = re.search(
            r"\b((?:herziene |nieuwe |europese |eu-)*(?:richtlijn|"
            r"verordening)\s+[a-z]{4,}(?:\s[a-z]{5,})?)(?=\s(?:vraagt|schrijft|verplicht|bepaalt|staat|bevat|stelt|"
            r"is|moet)|[.,])",
            sentence.text,
            re.IGNORECASE,
        )
        if found:
            words = found[1]
            draft.values["title"] = words[:1].upper() + words[1:]

    def _relate(self, sentence: Sentence, keys: list[str]) -> None:
        first, *others = keys
        for other in others:
            link = Link("instrument", self._drafts[other].key)
            if not any(part.values.get("to") == link for part in self._drafts[first].parts):
                self._drafts[first].parts.append(
                    ProposedPart("relation", {"how": "wijzigt", "to": link}, sentence.place)
                )

    # --- terms, steps and status ---

    def _heed(self, sentence: Sentence, keys: list[str]) -> None:
        target = keys[0] if keys else self._last
        if target is None:
            return
        draft = self._drafts[target]
        text = sentence.text
        if _TERM.search(text):
            parts = self._legal_terms(sentence)
            if parts and not any(part.entity == "deadline" for part in draft.parts):
                draft.parts += parts
                draft.see(sentence)
                self._letter.claim(sentence)
                if draft.values["sort"] == "richtlijn":
                    draft.values.setdefault("status", "omzetting loopt")
            return
        if not keys:
            if _NEXT_STEP.match(text) and draft.values["sort"] in {"wetsvoorstel", "verdrag"}:
                self._steps(draft, sentence)
            return
        if _STEP.search(text):
            self._steps(draft, sentence)
        words = fold(text)
        status = next((word for word, wanted in _STATUS if wanted.search(words)), None)
        if status is not None and _fits(draft.values["sort"], status):
            draft.values.setdefault("status", status)
            draft.places.setdefault("status", sentence.place)
            draft.see(sentence)
            if sentence not in draft.told:
                draft.told.append(sentence)
            if draft.sureness is Sureness.SURE or keys:
                self._letter.claim(sentence)

    def _legal_terms(self, sentence: Sentence) -> list[ProposedPart]:
        """Give the legal term; one that has run out is one too."""
        parts = deadline_parts(self._letter, sentence, _TRANSPOSED, sort="wettelijk")
        if parts or _HAS_RUN_OUT.search(sentence.text):
            return parts
        days = read_deadlines(sentence.text, self._letter.read_from, self._letter.calendar)
        day = next((one for one in days if one.precision == "day"), None)
        if day is None:
            return []
        values: dict[str, Any] = {"what": _TRANSPOSED, "wording": day.wording, "sort": "wettelijk"}
        if self._letter.day is not None:
            values["said_on"] = self._letter.day
        return [ProposedPart("deadline", values, sentence.place)]

    def _steps(self, draft: Draft, sentence: Sentence) -> None:
        step = _STEP.search(sentence.text)
        ahead = [one for one in self._letter.ahead(sentence) if one.precision == "day"]
        if step is None or not ahead or ahead[0].end is None:
            return
        words = short_title(sentence.text, [one.position for one in ahead])
        words = re.sub(r"\s+(?:staat|is|wordt)\s+(?:nu\s+)?(?:gepland|voorzien|beoogd|geagendeerd)\s*$", "", words)
        steps = (*draft.values.get("steps", ()), Step(step=words, planned_on=ahead[0].end))
        draft.values["steps"] = steps
        draft.see(sentence)
        self._letter.claim(sentence)

    def _finish(self) -> None:
        for draft in self._drafts.values():
            for found in (NUMBERED.search(one.text) for one in self._letter.document.notes.values()):
                if found and found["number"] == draft.values.get("official_number"):
                    self._adopted(draft, found)
            if not draft.told and draft.values["sort"] in {"wet", "verordening"} and draft.sureness is Sureness.SURE:
                draft.doubt(
                    Sureness.LIKELY,
                    Text("De brief noemt dit alleen.", "The letter only mentions this."),
                    of_new=True,
                )

    def _adopted(self, draft: Draft, found: re.Match[str]) -> None:
        text = found.string
        about = BEFORE_DAY.match(text, found.end())
        day = day_in(text, about.end(), about.end() + 20) if about else None
        if day is not None and not any(one.done_on for one in draft.values.get("steps", ())):
            adopted = Step(step=f"{draft.values['sort']} vastgesteld", done_on=day[0])
            draft.values["steps"] = (adopted, *draft.values.get("steps", ()))


def _fits(sort: str, status: str) -> bool:
    if sort == "richtlijn":
        return status in {"omgezet", "omzetting loopt", "in werking", "aangenomen"}
    if sort == "verdrag":
        return status in {"goedkeuring loopt", "in werking", "in voorbereiding"}
    return status != "goedkeuring loopt"
