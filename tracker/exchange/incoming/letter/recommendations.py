"""The recommendations of an advice or report to which the letter answers, with the report they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.making import Draft, bare_infinitive, short_title
from tracker.exchange.incoming.letter.numbered_advice import Counted, counted_in
from tracker.exchange.incoming.letter.outline import Section, Topic, numbered_in
from tracker.records.debate_naming import day_in
from tracker.records.proposal import Link, Sureness

_CAP: Final = r"[A-ZÀ-Þ][\wÀ-ÿ-]*"
_ALIAS: Final = re.compile(
    r"\(hierna:?\s+(?:het|de)?\s*(?P<alias>[\w-]*(?:advies|rapport|onderzoek|evaluatie|inspectierapport)[\w-]*)\)",
    re.IGNORECASE,
)
_AUTHOR: Final = re.compile(
    rf"(?:^|\s)(?:[Dd]e|[Hh]et)\s+(?P<name>{_CAP}(?:\s(?:{_CAP}|van|de|en|voor|"
    rf"tegen)){{0,9}})(?:\s\(hierna:?\s+(?:de\s|het\s)?(?P<short>[A-Z][\w\s]{{1,40}})\))?"
)
_TITLED: Final = re.compile(
    r"\b(?:\w*rapport|\w*advies|\w*onderzoek|evaluatie|signalement|verkenning)\s+[‘'“\"](?P<title>[^‘’'“”\"]{4,140})[’'”\"]",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"\b(?:over|naar|inzake)\s+(?P<what>(?:de|het|een)?\s?[^().]{6,160}?)\s*(?=\(hierna|$)")
_ASKS: Final = re.compile(
    r"\b(?:(?:wordt|worden|werd|is)\b[^.;]{0,60}?\baanbevolen|bev(?:eelt?|elen)\b[^.;]{0,60}?\baan|beveelt|bevelen|aanbeveelt|"
    r"adviseert|aanbeveling(?:en)?|doet de aanbeveling)\b"
    r"(?:\s+gedaan)?[\s,:]*(?P<link>om|dat|tot|ten aanzien van|over|van|voor)\s+(?P<what>[^.;]{8,900})"
)
_NAMES_ONE: Final = re.compile(r"aanbevel|\bbeve(?:el|elt|len)\b[^.;]{0,60}\baan\b")
_NEXT: Final = re.compile(r",\s+waarbij\b[^,.]{0,80}\b(?:aanbeveelt|adviseert)\b")
_TAKEN: Final = (
    ("niet overgenomen", re.compile(r"\bne(?:emt?|men)\b[^.;]{0,80}\bniet over\b|\bniet overgenomen\b|\bvolg(?:t|"
                                    r"en)? (?:ik|wij|het kabinet)\b[^.;]{0,60}\bniet\b")),
    ("deels overgenomen", re.compile(r"\b(?:deels|gedeeltelijk)\b[^.;]{0,40}\bover(?:genomen)?\b")),
    ("overgenomen", re.compile(r"\bne(?:emt?|men)\b[^.;]{0,80}\bover\b|\bwordt overgenomen\b|\bovergenomen\b|"
                               r"\bvolg(?:t|en)? (?:ik|wij|het kabinet)\b|\bonderschrijf\b[^.;]{0,60}\baanbeveling")),
    ("in beraad", re.compile(r"\bin beraad\b|\bberaad(?:t|en)? (?:ik|wij|het kabinet)\b|\bnog geen standpunt\b|"
                             r"\btre(?:ed|edt|den) (?:ik|wij|het kabinet)\b[^.;]{0,30}\bin overleg\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Report:
    alias: str
    title: str
    author: str | None
    published: date | None
    place: int
    """The number of the paragraph that names it."""


def read_recommendations(letter: Letter) -> list[Draft]:
    """Give the recommendations, each once."""
    reports = list(_reports(letter))
    drafts: dict[str, Draft] = {}
    last: list[Draft] = []
    for section in letter.sections:
        if section.topic is Topic.RECOMMENDATION:
            draft = _headed(letter, section, reports)
            drafts[draft.key], last = draft, []
            continue
        is_about = Topic.ADVICE in {section.topic, section.within}
        for sentence in letter.sentences(section):
            if counted := list(counted_in(sentence.text)):
                last = [_take_counted(letter, drafts, reports, sentence, one) for one in counted]
                continue
            found = list(_recommended(sentence)) if is_about or _NAMES_ONE.search(sentence.text) else []
            if found and letter.is_claimed(sentence) and not is_about:
                continue
            if found:
                last = [_take(letter, drafts, reports, sentence, title, index) for title, index in found]
            elif last:
                _answer(letter, last, sentence)
    return list(drafts.values())


def _take_counted(
    letter: Letter, drafts: dict[str, Draft], reports: list[_Report], sentence: Sentence, one: Counted
) -> Draft:
    """Take in a recommendation that prose counts, with the answer where the same sentence gives it."""
    draft = _take(letter, drafts, reports, sentence, one.what, one.end)
    draft.values.setdefault("number", one.number)
    if "report" not in draft.values:
        before = [report for report in reports if report.place <= sentence.paragraph.number]
        _from_one(draft, before[-1] if before else None)
        if "report" in draft.values:
            _be_sure(draft)
    status = _taken(fold(sentence.text[one.end :]))
    if status is not None:
        _answered(letter, draft, sentence, status)
    return draft


def _be_sure(draft: Draft) -> None:
    draft.sureness, draft.sureness_if_known, draft.why = Sureness.SURE, Sureness.SURE, None


def _headed(letter: Letter, section: Section, reports: list[_Report]) -> Draft:
    """Read a recommendation that has a heading of its own, with the answer below it."""
    assert section.heading is not None
    heading = next(letter.sentences_of(section.heading))
    numbered = numbered_in(section.title)
    sentences = list(letter.sentences(section))
    words = (numbered.name if numbered else "") or (sentences[0].text if sentences else section.title)
    draft = Draft(
        "recommendation", {"title": short_title(words), "text": words}, heading.place, f"aanbeveling {section.title}"
    )
    if numbered:
        draft.values["number"] = numbered.number
    draft.see(heading)
    named = [one for one in reports if one.place < section.heading.number]
    _from_one(draft, named[-1] if named else None)
    for sentence in sentences:
        draft.see(sentence)
        draft.told.append(sentence)
        status = _taken(fold(sentence.text))
        if status is not None and "status" not in draft.values:
            draft.values |= {"status": status, "answer": sentence.text, "answer_letter": Link("letter", letter.key)}
            draft.places["status"] = sentence.place
            letter.claim(sentence)
    return draft


def _taken(words: str) -> str | None:
    return next((word for word, wanted in _TAKEN if wanted.search(words)), None)


def _reports(letter: Letter) -> Iterator[_Report]:
    """Give the reports that the letter gives a short name, with who wrote them and when they came out."""
    sentences = [one for section in letter.sections for one in letter.sentences(section)]
    for place, sentence in enumerate(sentences):
        alias = _ALIAS.search(sentence.text)
        if alias is None:
            yield from _quoted(sentence)
            continue
        author = _AUTHOR.search(sentence.text)
        subject = _SUBJECT.search(sentence.text, 0, alias.start())
        day = day_in(sentence.text)
        if day is None:
            day = next(
                (
                    found
                    for one in sentences[place + 1 : place + 4]
                    if alias["alias"].lower() in one.text.lower()
                    and "gepubliceerd" in one.text
                    and (found := day_in(one.text))
                ),
                None,
            )
        name = (author["short"] or author["name"]) if author else None
        title = f"{alias['alias'][:1].upper()}{alias['alias'][1:]}"
        if subject:
            title = f"{title} over {subject['what'].strip()}"
        yield _Report(alias["alias"], title, name, day[0] if day else None, sentence.paragraph.number)


_BY: Final = re.compile(
    rf"\bvan de (?P<committee>commissie-{_CAP}(?: {_CAP})?)|^(?:Onderzoeksb|Adviesb|"
    rf"B)ureau (?P<bureau>{_CAP}(?: {_CAP})?)|"
    rf"\b(?:publiceerde|presenteerde|bracht|ontving ik van) (?:het |de )(?P<body>{_CAP}(?: {_CAP})*)"
)
"""Who wrote a report, where it is not the subject of the sentence: "het advies … van de commissie-Linssen"."""


def _author_in(text: str) -> str | None:
    if by := _BY.search(text):
        return by["committee"] or by["bureau"] or by["body"]
    author = _AUTHOR.search(text)
    return (author["short"] or author["name"]) if author else None


def _quoted(sentence: Sentence) -> Iterator[_Report]:
    """Give the report that a sentence names by its title: "het rapport 'Recht doen aan rechtzoekenden'"."""
    found = _TITLED.search(sentence.text)
    if found is None:
        return
    day = day_in(sentence.text)
    name = _author_in(sentence.text)
    yield _Report(found["title"], found["title"], name, day[0] if day else None, sentence.paragraph.number)


def _recommended(sentence: Sentence) -> Iterator[tuple[str, int]]:
    """Give each thing that the sentence says is recommended, and where in it."""
    position = 0
    while (found := _ASKS.search(sentence.text, position)) is not None:
        what = found["what"]
        following = _NEXT.search(what)
        if following:
            what = what[: following.start()]
            position = found.start("what") + following.start()
        else:
            position = found.end()
        if found["link"] in {"tot", "ten aanzien van", "over"}:
            yield from ((one, found.start("what")) for one in _listed(what))
        elif found["link"] in {"om", "dat"}:
            yield what, found.start("what")


def _listed(words: str) -> Iterator[str]:
    """Give the things of a list: de structuur, de opvang en de wijze van financieren."""
    words = re.split(r",\s+(?:binnen|waarin|waarbij|zodat|die)\b", words)[0]
    chunks = re.split(r",\s+(?=(?:de|het|een)\s|\()", words)
    lead = re.match(r"(?:het|de)\s+\w+en\s+van\s+", chunks[0])
    last = chunks.pop()
    chunks += re.split(r"\s+en\s+(?=(?:de|het|een)\s)", last, maxsplit=1) if chunks or lead else [last]
    for place, chunk in enumerate(chunks):
        yield f"{lead[0]}{chunk}" if lead and place and chunk.startswith("een ") else chunk


def _take(
    letter: Letter, drafts: dict[str, Draft], reports: list[_Report], sentence: Sentence, what: str, position: int
) -> Draft:
    title = bare_infinitive(short_title(re.sub(r"^om\s+", "", what)))
    key = _core(title)
    draft = drafts.get(key)
    if draft is None:
        values: dict[str, Any] = {"title": title, "text": sentence.text}
        draft = Draft("recommendation", values, sentence.place, key=f"aanbeveling {len(drafts) + 1}")
        _from_report(draft, reports, sentence.text, position)
        if "report" not in draft.values:
            draft.doubt(
                Sureness.LIKELY,
                Text(
                    "De brief zegt niet in welk rapport deze aanbeveling staat.",
                    "The letter does not say which report makes this recommendation.",
                ),
                of_new=True,
            )
        drafts[key] = draft
    draft.see(sentence)
    draft.told.append(sentence)
    letter.claim(sentence)
    return draft


def _core(title: str) -> str:
    words = [word for word in re.findall(r"\w{5,}", fold(title)) if word not in {"instellen", "stellen", "betrokken"}]
    return " ".join(words[:4])


def _from_report(draft: Draft, reports: list[_Report], text: str, position: int) -> None:
    """Give it the report that the sentence names, where that is one; of two it is left open."""
    named = [one for one in reports if one.alias.lower() in text.lower()]
    near = [
        one for one in reports if one.author and re.search(rf"\b{re.escape(one.author)}\b(?!-)", text[:position][-90:])
    ]
    only = reports if len(reports) == 1 and not named else []
    one = near[-1] if near else named[0] if len(named) == 1 else only[0] if only else None
    if one is None:
        if named:
            draft.values["report"] = " en ".join(each.alias[:1].upper() + each.alias[1:] for each in named)
            draft.values["author"] = " en ".join(dict.fromkeys(each.author for each in named if each.author))
        return
    _from_one(draft, one)


def _from_one(draft: Draft, one: _Report | None) -> None:
    if one is None:
        return
    draft.values["report"] = one.title
    if one.author:
        draft.values["author"] = one.author
    if one.published:
        draft.values["published_on"] = one.published


def _answer(letter: Letter, drafts: list[Draft], sentence: Sentence) -> None:
    words = fold(sentence.text)
    if "aanbeveling" not in words and "advies" not in words:
        return
    status = _taken(words)
    if status is None:
        return
    for draft in drafts if re.search(r"\baanbevelingen\b|\bbeide\b", words) else drafts[-1:]:
        _answered(letter, draft, sentence, status)


def _answered(letter: Letter, draft: Draft, sentence: Sentence, status: str) -> None:
    draft.values |= {"status": status, "answer": sentence.text, "answer_letter": Link("letter", letter.key)}
    draft.places["status"] = sentence.place
    draft.see(sentence)
    if sentence not in draft.told:
        draft.told.append(sentence)
