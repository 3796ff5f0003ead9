"""The treaties, directives, regulations and bills that a letter names, with their legal terms and procedural steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.making import Draft, deadline_parts, short_title
from tracker.exchange.incoming.letter.outline import Topic
from tracker.records.debate_naming import day_in
from tracker.records.instrument import Step
from tracker.records.proposal import Link, ProposedPart, Sureness

_NUMBERED: Final = re.compile(
    r"\b(?P<sort>[Rr]ichtlijn|[Vv]erordening)\s+(?P<number>\((?:EU|EG|EEG)\)\s*(?:nr\.\s*)?\d{1,4}/\d{1,4}|"
    r"\d{4}/\d{1,4}/(?:EU|EG|EEG|JBZ)|(?:EU|EG)\s\d{4}/\d{1,4})"
)
_ABOUT: Final = re.compile(r"\s*(?:van het Europees Parlement en de Raad\s*)?(?:van (?=\d{1,2} \w+ \d{4}))?")
_CHANGES: Final = re.compile(r"\btot (?:wijziging|intrekking|vervanging) van\b")
_WORDS: Final = r"(?:[A-ZÀ-Þa-zà-ÿ][\w’'-]*\s?)"
_NAMED: Final = re.compile(
    r"\b(?P<sort>[Ww]etsvoorstel|[Ii]mplementatievoorstel|[Ii]mplementatiewet|[Vv]oorstel van wet|"
    r"[Cc]onceptwetsvoorstel)\b"
    r"(?P<name>\s+(?:‘[^’]{3,120}’|“[^”]{3,120}”|[A-Z][\w-]+(?:\s(?:en|van|der|de|het|voor|tegen|aanpak|"
    r"[A-Z][\w-]+)){0,8}|"
    r"(?P<plain>[a-z-]{4,40})(?=[\s,.)]))|\s+ter (?P<implements>uitvoering|implementatie|omzetting) (?:van|daarvan))?"
)
_TREATY: Final = re.compile(
    r"\b(?P<long>(?:(?:[A-Z]|[a-z]{4,16})?[Vv]erdrag|Protocol)\s+(?:van (?:de\s+)?|tussen\s+|met\s+(?:de\s+|het\s+)?)"
    r"(?:[A-Z][\w-]+|Raad van Europa)[^.,;()‘’“”\n]{0,130}?)"
    r"(?=\s*(?:[.,;()]|$|\s(?:kan|wordt|is|heeft|zal|gestart|treedt|waarin|dat|die)\b))|"
    r"\b(?P<short>(?:Verdrag|Protocol)\s+(?:[A-Z][\w-]+|tegen|inzake|over|ter)\s[^.,;()\n]{4,130}?)"
    r"(?=\s*(?:[.,;()]|$|\s(?:kan|wordt|is|heeft|zal|gestart|treedt|waarin|dat|die)\b))"
)
_ACT: Final = re.compile(
    r"\b(?P<name>Wet\s+(?:[a-z][\w-]*\s){0,6}?(?:[a-z][\w-]{3,}|"
    r"[A-Z][\w-]{2,}))(?:\s+\((?:hierna:?\s+)?(?P<short>[A-Z][A-Za-z]{1,12})\))"
    r"|\b(?P<code>Wetboek van (?:Straf(?:recht|vordering)|Burgerlijke Rechtsvordering))\b"
)
_AMENDS: Final = re.compile(
    r"\b(?P<what>(?:modernisering|wijziging|herziening|aanpassing)\s+van\s+(?:art\.|"
    r"artikel(?:en)?)\s+\d{1,4}[a-z]{0,3}(?:\s+(?:van het Wetboek van Straf\w+|Sr|Sv|BW|Pbw|Vw)\b)?)",
    re.IGNORECASE,
)
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
_STATUS: Final = (
    (
        "goedkeuring loopt",
        re.compile(r"\bgoedkeuringsprocedure\b|\bgoedkeuringswet\b.{0,60}\b(?:aanhangig|ingediend|ligt)\b"),
    ),
    (
        "in voorbereiding",
        re.compile(
            r"\b(?:in voorbereiding|wordt voorbereid|in (?:internet)?consultatie|werk ik aan een wetsvoorstel|"
            r"wetsvoorstel wordt (?:opgesteld|voorbereid))\b"
        ),
    ),
    (
        "aanhangig",
        re.compile(r"\b(?:aanhangig|ingediend bij|ligt (?:inmiddels |nu |thans )?(?:bij|voor)|in behandeling bij)\b"),
    ),
    ("aangenomen", re.compile(r"\baangenomen door\b|\bheeft\b.{0,60}\baangenomen\b")),
    ("in werking", re.compile(r"\b(?:in werking getreden|van kracht geworden|is (?:sinds .{0,30})?van kracht)\b")),
    ("omgezet", re.compile(r"\bis\b.{0,60}\b(?:omgezet|geimplementeerd)\b")),
    ("ingetrokken", re.compile(r"\bwetsvoorstel\b.{0,60}\bingetrokken\b")),
)
_SMALL: Final = frozenset(("van", "de", "het", "met", "tussen", "verdrag", "protocol"))
_FILLER: Final = frozenset(
    ("dat", "die", "daartoe", "is", "wordt", "om", "voor", "en", "of", "ligt", "zal", "staat", "te", "over", "bij",
        "van",
        "in",
        "met",
     "waarin", "waarmee", "hiertoe", "heeft", "kan", "moet", "gaat", "regelt", "ook", "nu", "schrijft", "vraagt")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    sort: str
    title: str
    start: int
    number: str | None = None
    identity: str = ""


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
                self._sentence(sentence)
                if own is not None:
                    self._tell(self._drafts[own], sentence)
        self._finish()
        return list(self._drafts.values())

    def _tell(self, draft: Draft, sentence: Sentence) -> None:
        draft.see(sentence)
        if sentence not in draft.told:
            draft.told.append(sentence)
        self._cite(draft, sentence)
        self._letter.claim(sentence)

    def _sentence(self, sentence: Sentence, *, is_heading: bool = False) -> str | None:
        """Read the instruments that a sentence names; give the one that is spoken of last."""
        noted: list[str] = []
        for _, note in sentence.notes:
            for one in _numbered(note.text):
                key = self._add(one, sentence, sure=True)
                self._drafts[key].passages.append(note.passage())
                noted.append(key)
        if len(noted) > 1:
            self._relate(sentence, noted)
        if noted:
            self._last = noted[0]
            self._name(self._drafts[noted[0]], sentence)
        found = [*_numbered(sentence.text), *_treaties(sentence.text), *_amending(sentence.text), *_acts(sentence.text)]
        keys = [self._add(one, sentence, sure=True, is_heading=is_heading) for one in found]
        bills = (self._bill(one, sentence) for one in _bills(sentence.text))
        keys += [one for one in bills if one is not None]
        if not keys and (alias := self._alias(sentence)):
            keys = [alias]
        if keys:
            self._last = keys[0]
        self._heed(sentence, [*noted, *keys])
        self._note(sentence)
        return self._last

    def _add(self, one: _Found, sentence: Sentence, *, sure: bool, is_heading: bool = False) -> str:
        key = one.identity
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
                )
            self._drafts[key] = draft
        draft = self._drafts[key]
        draft.see(sentence)
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
                bills = list(_bills(each.text))
                keys = [one for one in (self._bill(bill, each) for bill in bills) if one is not None]
                if keys:
                    self._heed(each, keys)

    def _bill(self, one: _Found, sentence: Sentence) -> str | None:
        """Take a bill in; one without a name is the one that was spoken of last, or that of the directive."""
        if one.identity == "wetsvoorstel implementatie" and one.identity not in self._drafts:
            return self._implementing(one, sentence)
        if one.identity != "wetsvoorstel":
            return self._add(one, sentence, sure=one.sort != "wetsvoorstel" or " " in one.identity)
        known = [key for key in self._drafts if key.startswith("wetsvoorstel")]
        if known:
            return known[-1]
        return None

    def _implementing(self, one: _Found, sentence: Sentence) -> str:
        """Take in the bill that transposes the directive spoken of before."""
        key = self._add(one, sentence, sure=False)
        draft = self._drafts[key]
        directives = [
            each for each, other in self._drafts.items() if other.values["sort"] in {"richtlijn", "verordening"}
        ]
        base = self._last if self._last in directives else directives[0] if len(directives) == 1 else None
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
            r"\b(?:de|deze|dit|het)\s+(?:(?:herziene|nieuwe|europese|eu-)\s*){0,3}(richtlijn|verordening|verdrag)\b",
            sentence.text,
            re.IGNORECASE,
        )
        if found is None:
            return None
        sort = found[1].lower()
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
            parts = deadline_parts(self._letter, sentence, "omzetting in Nederlands recht", sort="wettelijk")
            if parts and not any(part.entity == "deadline" for part in draft.parts):
                draft.parts += parts
                draft.see(sentence)
                self._letter.claim(sentence)
                if draft.values["sort"] == "richtlijn":
                    draft.values.setdefault("status", "omzetting loopt")
            return
        if not keys:
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
            for found in (_NUMBERED.search(one.text) for one in self._letter.document.notes.values()):
                if found and found["number"] == draft.values.get("official_number"):
                    self._adopted(draft, found)
            if not draft.told and draft.values["sort"] in {"wet", "verordening"} and draft.sureness is Sureness.SURE:
                draft.doubt(
                    Sureness.LIKELY,
                    Text("De brief noemt dit alleen.", "The letter only mentions this."),
                )

    def _adopted(self, draft: Draft, found: re.Match[str]) -> None:
        text = found.string
        about = _ABOUT.match(text, found.end())
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


def _numbered(text: str) -> Iterator[_Found]:
    for found in _NUMBERED.finditer(text):
        sort, number = found["sort"].lower(), " ".join(found["number"].split())
        about = _about(text, found.end())
        title = short_title(f"{sort} {about}") if about else f"{sort.capitalize()} {number}"
        yield _Found(sort, title, found.start(), number, f"{sort} {re.sub(r'[^0-9/]', '', number).strip('/')}")


def _about(text: str, position: int) -> str | None:
    found = re.compile(r"[^.;]{0,220}?\b(?P<how>inzake|over|betreffende)\s+(?P<what>[^.;()]{6,200})").match(
        text, position
    )
    if found is None or _NUMBERED.search(text, position, found.start("how")):
        return None
    return f"{found['how']} {found['what'].strip()}"


def _treaties(text: str) -> Iterator[_Found]:
    for found in _TREATY.finditer(text):
        title = " ".join(found[0].split()).rstrip(" ,")
        title = title[:1].upper() + title[1:]
        words = (word for word in re.findall(r"[\w-]+", fold(title)) if word not in _SMALL)
        yield _Found("verdrag", title, found.start(), None, f"verdrag {' '.join(words)}")


def _amending(text: str) -> Iterator[_Found]:
    for found in _AMENDS.finditer(text):
        words = found["what"]
        article = re.search(r"\d{1,4}[a-z]{0,3}", words)
        yield _Found(
            "wetsvoorstel",
            words[:1].upper() + words[1:],
            found.start(),
            None,
            f"wetsvoorstel artikel {article[0] if article else ''}",
        )


def _acts(text: str) -> Iterator[_Found]:
    for found in _ACT.finditer(text):
        if found["name"]:
            name = f"{found['name']} ({found['short']})"
            yield _Found("wet", name, found.start(), None, f"wet {found['short'].lower()}")
        elif re.search(r"\bnieuwe?\s+$", text[: found.start()]):
            yield _Found("wet", f"Nieuw {found['code']}", found.start(), None, f"wet nieuw {found['code'].lower()}")


def _bills(text: str) -> Iterator[_Found]:
    for found in _NAMED.finditer(text):
        sort = found["sort"].lower()
        name = (found["name"] or "").strip(" ‘’“”")
        is_plain = found["plain"] is not None and found["plain"] in _FILLER
        if found["implements"]:
            yield _Found("wetsvoorstel", "Wetsvoorstel", found.start(), None, "wetsvoorstel implementatie")
        elif sort.startswith("implementatie"):
            yield _Found("wetsvoorstel", f"{sort.capitalize()}", found.start(), None, "wetsvoorstel implementatie")
        elif name and not is_plain and (found["plain"] is None or len(name) > 6):
            yield _Found("wetsvoorstel", f"Wetsvoorstel {name}", found.start(), None, f"wetsvoorstel {fold(name)}")
        else:
            yield _Found("wetsvoorstel", "Wetsvoorstel", found.start(), None, "wetsvoorstel")
