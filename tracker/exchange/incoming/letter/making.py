"""What the readers of parts make: drafts that gather passages, deadlines and notes before they become proposals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.records.proposal import Doubt, Ending, Link, Passage, Place, Proposal, ProposedPart, Sureness

_LEADING: Final = re.compile(
    r"^(?:(?:binnen|in het kader van|onder) (?:deze )?(?:actielijn|pijler|spoor)(?: \w{1,3})?|"
    r"(?:in )?de afgelopen periode|ik wil uw kamer nog informeren over|"
    r"(?:gelet op|om|naar aanleiding van|mede op basis van)\b[^,;]{4,220}?,(?=\s(?:is|zijn|wordt|worden|zal|zullen)\b)|"
    r"(?:conform|overeenkomstig|op basis van|samen met|in samenwerking met)\b[^,;]{4,100}?,?"
    r"(?=\s(?:is|zijn|wordt|worden|zal|zullen)\b)|"
    r"daarnaast|tevens|verder|ook|voorts|tot slot|ten slotte|tenslotte|momenteel|inmiddels|hiertoe|daartoe|daarom|"
    r"zoals gezegd|"
    r"eveneens|bovendien|in dat kader|in dit kader|op dit moment|graag|ten eerste|ten tweede|naar verwachting|"
    r"vervolgens|zo|"
    r"ter uitvoering van (?:deze|de) motie|indien nodig|ook in deze brief)(?:\b|(?<=,))[\s,]*",
    re.IGNORECASE,
)
_VERB_FIRST: Final = re.compile(
    r"^(?:zal|zullen|wordt|worden|is|zijn|heb|heeft|hebben|zeg|kan|werd|werden|komt|loopt|volgt)\b\s*(?:(?:ik|wij|er|"
    r"het|momenteel|inmiddels|"
    r"nu|nog|daarnaast|ook|nader|samen met \w+)\b[\s,]*){0,4}",
    re.IGNORECASE,
)
_BY_WHOM: Final = re.compile(
    r"\bdoor (?:de|het) (?:minister|staatssecretaris)\b(?: van| voor)?(?: (?:[A-Z][\w-]*|en|,)(?:,)?){1,9}"
)
_HOW: Final = re.compile(
    r"\bonder (?:de )?(?:verantwoordelijkheid|leiding|coördinatie|regie) van (?:het |de )?(?:minister |"
    r"staatssecretaris )?(?:van |voor )?"
    r"(?:[A-ZÀ-Þ][\w-]*(?:,? (?:en |voor |van )?(?=[A-ZÀ-Þ])|\b)){1,9}(?:[^,.;()]{0,90}\(hierna:? [^()]{1,40}\))?"
)
_IN_THE_END: Final = (
    (re.compile(r"^Te (?=[a-z]+en\b)", re.IGNORECASE), ""),
    (
        re.compile(
            r"^Over (?P<what>[^;]{4,160}?),? (?:zal|kan|hoop|verwacht) ik (?:u|uw Kamer|de Kamer)\b[^;]{0,60}? "
            r"(?:informeren|berichten|inlichten)$",
            re.IGNORECASE,
        ),
        r"Kamer informeren over \g<what>",
    ),
    (
        re.compile(
            r"^(?:U|Uw Kamer|De Kamer) wordt (?:(?:hier|daar)\w+ )?(?:in [^,;]{4,60} )?(?:nader |verder |opnieuw )?"
            r"(?:geïnformeerd|bericht|ingelicht)$",
            re.IGNORECASE,
        ),
        "Kamer informeren",
    ),
    (re.compile(r"^.{10,200}?\bwerken\b.{0,160}?\baan (?:een |de |het )?"), ""),
    (re.compile(r"^In samenwerking met .{4,90}? een (?=[a-z])", re.IGNORECASE), ""),
    (
        re.compile(r"^Om (.{6,150}?), (?:loopt|lopen|start) (?:momenteel |nu )?(?:een |het |de )?(.+)$", re.IGNORECASE),
        r"\2 om \1",
    ),
    (re.compile(r"^(?:Om|Teneinde) .{4,110}? (?:is|zijn|wordt|worden) (?:eerst |momenteel |nu )?", re.IGNORECASE), ""),
    (
        re.compile(
            r"^(?:In|Binnen|Met|Samen met|Door) [^,]{3,90}? (?=(?:gewerkt aan|ingezet op|meegekeken) )", re.IGNORECASE
        ),
        "",
    ),
    (re.compile(r"^(?:Actief )?(?:gewerkt aan|ingezet op) (?:de |het |een )?", re.IGNORECASE), ""),
    (
        re.compile(
            r"^(?:organiseert|ontwikkelt|start|publiceert|maakt|verzorgt) (?:(?:het|de) )?[^,.;]{3,90}? een (?=[a-z])",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"^Ik zou (?=\w+en\b)", re.IGNORECASE), ""),
    (
        re.compile(
            r"^(?:Ik (?:verwacht|hoop|streef ernaar)|Ik (?:zal|kan|wil)|Wij (?:verwachten|zullen)|"
            r"(?:Hierover|Daarover) (?:zal|kan|hoop) ik) (?:u|uw Kamer|de Kamer|beide Kamers)(?: (?:hier|daar)\w*|"
            r" nader|"
            r" verder| opnieuw| in| over| te| kunnen| zal){0,6} (?:informeren|berichten|inlichten|rapporteren)$",
            re.IGNORECASE,
        ),
        "Kamer informeren",
    ),
    (re.compile(r"^Ik verken (?=of|onder|welke|hoe|in hoeverre)", re.IGNORECASE), "Verkennen "),
    (re.compile(r"^Ik (?:onderzoek|bezie|bekijk) (?=of|onder|welke|hoe|in hoeverre)", re.IGNORECASE), "Bekijken "),
    (
        re.compile(
            r"^((?i:campagne|training|e-learning|pilot|website|app) (?:[\w-]+ ){0,4}?[A-Z#][\w-]+) (?:motiveert|"
            r"richt|heeft|biedt|helpt) .+$"
        ),
        r"\1",
    ),
    (re.compile(r"^Verkend (?=of|onder|welke|hoe|in hoeverre)", re.IGNORECASE), "Verkennen "),
    (re.compile(r"^Bekeken (?=of|welke|hoe|in hoeverre)", re.IGNORECASE), "Bekijken "),
    (re.compile(r"^Onderzocht (?=of|welke|hoe|in hoeverre)", re.IGNORECASE), "Onderzoeken "),
    (
        re.compile(
            r"^(?:(?:deel|meld|bericht) ik (?:met |aan )?|laat ik |(?:Ik )?informeert? (?:ik )?(?:de (?:minister|"
            r"staatssecretaris) (?:van|voor) [A-Z][^.;]{2,80}? )?)(?:uw Kamer|de Kamer|u)\b(?: weten\b)?",
            re.IGNORECASE,
        ),
        "Kamer informeren",
    ),
    (re.compile(r"^(?:Ik )?neem (?:ik )?(?:de |het )?(.{3,90}?) mee$", re.IGNORECASE), r"\1 meenemen"),
)
_POINT: Final = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z])")
"""The number of a point: "4.3 Over de motie …"."""
_SMALL_WORDS: Final = re.compile(
    r"\b(?:naar verwachting|momenteel|op dit moment|inmiddels|hiertoe|daartoe)\b[\s,]*", re.IGNORECASE
)
_ARTICLE: Final = re.compile(r"^(?:de|het|een|er)\s+", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\s*\((?:hierna|zie|Kamerst|TK|EK|bijlage)[^()]{0,160}\)")
_CLAUSE: Final = re.compile(r",?\s+(?:waarbij|waarin|waarmee|waardoor|die|dat|waar|zodat|omdat|met als doel|om)\s")
_NEWS: Final = frozenset(
    ("status", "settled_on", "settled_letter", "citation", "number", "made_on", "debate", "answer", "answer_letter",
     "started_on", "finished_on", "official_number")
)  # fmt: skip
"""What a letter says anew of a record that is known. Its words for a title, or the two countries of fourteen that it
names, do not take the place of what the officer has."""
LONGEST_TITLE: Final = 140


@dataclass(slots=True)
class Draft:
    """A record as it is found, piece by piece."""

    kind: str
    values: dict[str, Any]
    place: Place
    key: str = ""
    sureness: Sureness = Sureness.SURE
    why: Text | None = None
    sureness_if_known: Sureness = Sureness.SURE
    ending: Ending | None = None
    parts: list[ProposedPart] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    told: list[Sentence] = field(default_factory=list)
    """The sentences of its state of affairs."""

    def see(self, sentence: Sentence) -> None:
        """Add the passage of a sentence."""
        if sentence.passage not in self.passages:
            self.passages.append(sentence.passage)

    def doubt(self, sureness: Sureness, why: Text, *, of_new: bool = False) -> None:
        """Make it no surer than this; the first reason is the one that is given.

        ``of_new``: the doubt is whether or how to make a new record of it, so it is none where one is known.
        """
        if not of_new:
            self.sureness_if_known = min(sureness, self.sureness_if_known)
        if sureness < self.sureness:
            self.sureness, self.why = sureness, why

    def proposal(self, letter: Letter) -> Proposal:
        """Give the proposal."""
        parts = list(self.parts)
        if self.told:
            parts.insert(0, _note(letter, self.told))
        return Proposal(
            kind=self.kind,
            values=self.values,
            place=self.place,
            sureness=self.sureness,
            why=self.why,
            sureness_if_known=self.sureness_if_known,
            parts=tuple(parts),
            doubts=tuple(self.doubts),
            places=self.places,
            passages=tuple(_joined(self.passages)),
            ending=self.ending,
            only_new=frozenset(self.values) - _NEWS,
            key=self.key,
        )


def _joined(passages: Iterable[Passage]) -> list[Passage]:
    """Give the passages in order, those that touch as one."""
    found: list[Passage] = []
    for one in sorted(set(passages), key=lambda each: (each.start, each.end)):
        if found and one.start <= found[-1].end + 2:
            found[-1] = Passage(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return found


def _note(letter: Letter, told: list[Sentence]) -> ProposedPart:
    pieces: list[str] = []
    last = 0
    for one in told:
        if pieces:
            pieces.append("\n" if one.paragraph.number != last else " ")
        pieces.append(one.text)
        last = one.paragraph.number
    cited = [each.canonical for one in told for each in one.citations() if each.kind == "kamerstuk"]
    values: dict[str, Any] = {"text": "".join(pieces), "letter": Link("letter", letter.key)}
    if letter.day is not None:
        values["on"] = letter.day
    if cited:
        values["citations"] = tuple(dict.fromkeys(cited))
    return ProposedPart("progress_note", values, told[0].place)


def deadline_parts(
    letter: Letter, sentence: Sentence, what: str | None = None, *, sort: str = "toegezegd"
) -> list[ProposedPart]:
    """Give the deadlines of a sentence that lie ahead, with the words in which they were said."""
    parts = []
    for one in letter.ahead(sentence):
        values: dict[str, Any] = {"wording": _words_of(sentence.text, one.position, one.tentative), "sort": sort}
        if letter.day is not None:
            values["said_on"] = letter.day
        if what:
            values["what"] = what
        parts.append(ProposedPart("deadline", values, sentence.place))
    return parts


_HEDGE: Final = re.compile(
    r"(?P<hedge>naar verwachting|in principe|waarschijnlijk|streven)\b(?P<between>[^.,;]{0,30})$", re.IGNORECASE
)


def put_off(
    letter: Letter, draft: Draft, old: ProposedPart, new: ProposedPart, said: Sentence
) -> list[ProposedPart]:  # fmt: skip
    """Give the deadline that holds now, and its postponement from the one before; a sentence says so."""
    key = f"termijn {draft.key}"
    values: dict[str, Any] = {
        "old_wording": old.values["wording"],
        "new_wording": new.values["wording"],
        "reason": said.text,
        "letter": Link("letter", letter.key),
    }
    if letter.day is not None:
        values["on"] = letter.day
    now = ProposedPart("deadline", new.values, new.place, key=key)
    return [now, ProposedPart("postponement", values, said.place, of=key)]


def _words_of(text: str, position: tuple[int, int], is_tentative: bool) -> str:
    """Give the wording, with the word that makes it tentative where one stands before it."""
    start, end = position
    words = text[start:end]
    if not is_tentative:
        return words
    hedge = _HEDGE.search(text, max(0, start - 60), start)
    if hedge is None:
        return words
    return text[hedge.start() : end] if not hedge["between"].strip() else f"{hedge['hedge']} … {words}"


_IN_A_PAPER: Final = ("in ", "met ", "bij ")


def deadline_spans(letter: Letter, sentence: Sentence) -> list[tuple[int, int]]:
    """Give where the deadlines of a sentence stand in it; a paper that is to come says what, and not only when."""
    return [
        one.position
        for one in letter.ahead(sentence)
        if one.precision != "event" or not one.wording.lower().startswith(_IN_A_PAPER)
    ]


def short_title(text: str, without: Iterable[tuple[int, int]] = ()) -> str:
    """Give a title from a sentence: what is done or asked, without when, by whom and how it is led in."""
    words = text
    for start, end in _apart(without):
        words = f"{words[:start]} {words[end:]}"
    words = _POINT.sub("", words)
    words = _HOW.sub("", words)
    words = _BY_WHOM.sub("", _ASIDE.sub("", words))
    words = " ".join(words.split()).strip(" .,;:")
    for _ in range(3):
        shorter = _VERB_FIRST.sub("", _LEADING.sub("", words), count=1).strip(" ,")
        if shorter == words or len(shorter) < 12:
            break
        words = shorter
    words = _SMALL_WORDS.sub("", _ARTICLE.sub("", words))
    words = re.sub(r"\s+([,.;:])", r"\1", " ".join(words.split())).strip(" ,;:")
    for wanted, instead in _IN_THE_END:
        words = wanted.sub(instead, words, count=1)
    words = words or " ".join(text.split())  # nothing but a deadline
    words = f"E{words[1:]}" if words.startswith("één") else words
    return _cut(words[:1].upper() + words[1:])


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans from the last to the first, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found[::-1]


def _cut(words: str) -> str:
    if len(words) <= LONGEST_TITLE:
        return words
    clause = next((found.start() for found in _CLAUSE.finditer(words) if 40 <= found.start() <= LONGEST_TITLE), None)
    if clause is not None:
        return words[:clause].rstrip(" ,")
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


_SEPARATE: Final = re.compile(
    r"\b(aan|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)\s+te\s+(\w{2,}en)$"
)


def bare_infinitive(title: str) -> str:
    """Give a title without the "te" of its one verb, the last word: "Doelen meetbaar te maken"."""
    if _SEPARATE.search(title) or title.count(" te ") != 1:
        return title
    return re.sub(r"\bte (\w{2,}en)$", r"\1", title)


def likeness(title: str) -> str:
    """Give what two titles of one thing have in common."""
    return " ".join(re.findall(r"\w{3,}", fold(title)))
