"""International programmes and the operational actions of EMPACT, as a letter tells of them under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.exchange.incoming.letter.bodies import leads_in, partners_in
from tracker.exchange.incoming.letter.context import Letter, Sentence
from tracker.exchange.incoming.letter.making import Draft, deadline_parts
from tracker.exchange.incoming.letter.outline import Section, Topic, without_number
from tracker.exchange.incoming.letter.programme_parts import Part, carried_out_in, named_in, parts_of
from tracker.records.country_names import countries_in
from tracker.records.programme import BudgetLine, ProgrammePhase
from tracker.records.proposal import Link, ProposedPart, Sureness

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        [
            "nul",
            "een",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
            "dertien",
            "veertien",
            "vijftien",
            "zestien",
            "zeventien",
            "achttien",
            "negentien",
            "twintig",
        ]
    )
}
_MONEY: Final = re.compile(
    r"(?:(?:€|EUR)\s?(?P<figures>\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)(?:\s(?P<scale>miljoen|"
    r"miljard|mln\.?|mld\.?))?|"
    r"\b(?P<words>\d{1,3}(?:[.,]\d{1,3})*|[a-z]{3,10})\s(?P<scale2>miljoen|miljard)\s(?:euro|EUR)\b|"
    r"\b(?P<plain>\d{1,3}(?:\.\d{3})+)\s(?:euro|EUR)\b)"
)
_YEARS: Final = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s?(?:[-–/]|tot en met|t/m|en)\s?(?P<last>(?:19|20)\d\d)\b")
_COUNT: Final = re.compile(
    r"\b(?:in\s+)?(?P<count>\d{1,3}|[a-z]{3,10})\s+(?P<what>landen|operationele acties|lidstaten|partnerlanden)\b"
)
_PARTNER_NAME: Final = (
    r"(?:de\s+|het\s+)?"
    r"(?P<name>[A-Z][\w-]*(?:\s(?:(?:voor|van|de|des|het|for|of)\s){0,2}[A-Z][\w-]*){0,7})"
    r"(?:\s\((?P<short>[A-Z][\w-]{1,12})\))?"
)
_PARTNER: Final = re.compile(rf"\b(?:tussen Nederland en|uitgevoerd door|door)\s+{_PARTNER_NAME}")
_IS_PROGRAMME: Final = re.compile(
    r"\b(?:programma|project|samenwerking|partnerschap|initiatief|fonds)\b", re.IGNORECASE
)
_QUOTED: Final = re.compile(r"[‘“'\"](?P<title>[A-ZÀ-Þ][^‘’“”'\"]{3,110})[’”'\"]")
_LEADER: Final = re.compile(r"\b(?:leidt|leider|trekker|leiding (?:geven|geeft) aan|trekt|is leidend)\b")
_CO_LEADER: Final = re.compile(r"\bmede-?(?:leider|trekker|leidt)\b|\bco-?leader\b|\bleidt\b.{0,30}\bmede\b")
_PARTICIPANT: Final = re.compile(r"\b(?:deelnemer|neemt (?:\w+\s){0,3}deel|participeert|deelname)\b")
_UNTITLED: Final = re.compile(
    r"\b(?P<what>(?:de samenwerking met|de actie over|de actie tegen)\s+[^,.;]{3,60}?)(?=\s+(?:in het kader|en de|"
    r"en het|,|\.)|[,.;]|$)|"
    r"\b(?:de|het)\s+(?P<named>EMPACT\s[^,.;]{3,50}?)(?=[,.;]|\s(?:en|waarbij|is|wordt)\b|$)"
)
_SUBJECT: Final = re.compile(
    r"(?:(?:Daarnaast|Verder|Ook) (?:is|leidt) )?(?:[Dd]e|[Hh]et) "
    r"(?P<who>politie|[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) (?:is|leidt|trekt)\b"
)
_CALLED: Final = re.compile(
    r"(?:[\d.]{1,5}\s+)?(?:[Hh]et )?(?:[Pp]rogramma|[Pp]roject)\s+[‘'“\"]?(?P<name>[A-Z][^‘’'“”\"]{2,60}?)[’'”\"]?$"
)
"""A heading that calls its programme one: "Programma DISARM"."""
_GENERAL: Final = re.compile(
    r"(?:de )?(?:europese en )?(?:internationale?|europese|buitenlandse)(?: en europese)? "
    r"(?:samenwerking|ontwikkelingen|inzet|aanpak|zaken|dimensie|activiteiten|initiatieven)(?: en [a-z]+)?|"
    r"internationaal|buitenland|europa"
)
"""A heading that names no programme of its own: "4. Internationale samenwerking"."""
_NEAR: Final = 45
"""So near before a title a role is that of the action with this title."""
_EMPACT: Final = re.compile(r"\bEMPACT\b")
_IS_CYCLE: Final = re.compile(r"\bcyclus\b|\bEMPACT\s\(?(?=\d{4})")
_OA: Final = re.compile(r"\boperationele acties?\b|\bOA\b")


def read_programmes(letter: Letter) -> list[Draft]:
    """Give the programmes and operational actions."""
    drafts: list[Draft] = []
    for section in letter.sections:
        drafts += _in_prose(letter, section, len(drafts))
        if section.heading is None:
            continue
        named = _named(letter, section)
        if section.topic is Topic.EMPACT:
            drafts += _empact(letter, section, len(drafts))
        elif _tells_of_empact(letter, section):
            drafts += _empact_in_prose(letter, section, len(drafts))
        elif named:
            for one in named:
                drafts.append(_of_part(letter, one, len(drafts)))
        elif _is_programme(letter, section):
            drafts += _programme(letter, section, len(drafts))
    return drafts


def _is_programme(letter: Letter, section: Section) -> bool:
    """Tell whether a heading is that of a programme abroad: among international ones, or by its name elsewhere."""
    words = " ".join(one.text for one in section.paragraphs)
    if section.topic is Topic.INTERNATIONAL:
        if section.parent == section.title:
            return _is_own_programme(letter, section)
        return _IS_PROGRAMME.search(f"{section.title} {words}") is not None
    if section.line is not None or section.topic not in {Topic.OTHER, Topic.ACTIONS}:
        return False
    name = re.escape(section.title)
    called = rf"(?:programma|project)\s+{name}|{name}[- )]+(?:programma|project)"
    return len(section.title) < 60 and bool(countries_in(words)) and re.search(called, words) is not None


def _is_own_programme(letter: Letter, section: Section) -> bool:
    """Tell whether a heading such as "Internationale samenwerking politie" is itself of one programme."""
    if _GENERAL.fullmatch(fold(without_number(section.title))):
        return False
    place = letter.sections.index(section)
    following = letter.sections[place + 1] if place + 1 < len(letter.sections) else None
    is_head = following is not None and following.parent == section.title and following.within is Topic.INTERNATIONAL
    words = " ".join(one.text for one in section.paragraphs)
    return not is_head and bool(countries_in(words)) and _IS_PROGRAMME.search(section.title + " " + words) is not None


def _programme(letter: Letter, section: Section, place: int) -> list[Draft]:
    sentences = list(letter.sentences(section))
    heading = next(letter.sentences_of(section.heading)) if section.heading else None
    if not sentences or heading is None:
        return []
    called = _CALLED.match(section.title)
    title = called["name"] if called else section.title
    draft = Draft("programme", {"title": title}, heading.place, key=f"programma {place + 1}")
    draft.see(heading)
    if called is None and not re.match(r"[A-Z0-9]{2}", title) and not _IS_PROGRAMME.search(title):
        draft.doubt(
            Sureness.LIKELY,
            Text("De kop is geen naam van een programma.", "The heading is no name of a programme."),
            of_new=True,
        )
    _details(letter, draft, sentences)
    parts = [_of_part(letter, one, place + number, draft) for number, one in enumerate(parts_of(draft.values["title"],
             sentences), start=1)]  # fmt: skip
    return [draft, *parts]


def _named(letter: Letter, section: Section) -> list[Part]:
    """Give the programmes that are named in a part about work abroad below a heading that is no name of one."""
    if section.topic is not Topic.INTERNATIONAL or re.match(r"[A-Z0-9]{2}", section.title):
        return []
    return [one for one in named_in(list(letter.sentences(section))) if one.title not in section.title]


def _in_prose(letter: Letter, section: Section, place: int) -> Iterator[Draft]:
    """Give the programmes that a letter without a heading for them tells of: who carries them out, and where."""
    if section.topic in {Topic.INTERNATIONAL, Topic.EMPACT} or section.within is Topic.INTERNATIONAL:
        return
    for number, one in enumerate(carried_out_in(list(letter.sentences(section)))):
        yield _of_part(letter, one, place + number)


def _of_part(letter: Letter, part: Part, place: int, whole: Draft | None = None) -> Draft:
    first = part.sentences[0]
    draft = Draft("programme", {"title": part.title}, first.place, key=f"programma {place + 1}")
    if whole is None:
        _details(letter, draft, list(part.sentences))
        return draft
    draft.values |= {"text": first.text, "status": "lopend"}
    if part.countries:
        draft.values["countries"] = tuple(part.countries)
    if part.partners:
        draft.values["partners"] = "; ".join(part.partners)
    for sentence in part.sentences:
        draft.see(sentence)
        draft.told.append(sentence)
    to = Link("programme", whole.key)
    draft.parts.append(ProposedPart("relation", {"how": "onderdeel van", "to": to}, first.place))
    draft.doubt(
        Sureness.LIKELY,
        Text(
            "De brief vertelt dit binnen een ander programma. Kijk of het een eigen record wordt.",
            "The letter tells this within another programme. See whether it is a record of its own.",
        ),
        of_new=True,
    )
    return draft


def _details(letter: Letter, draft: Draft, sentences: list[Sentence]) -> None:
    values = draft.values
    words = " ".join(one.text for one in sentences)
    values["text"] = sentences[0].text
    countries = countries_in(words)
    if countries:
        values["countries"] = tuple(countries)
    if figures := tuple(dict.fromkeys(_counted(words))):
        values["figures"] = figures
    partner = _PARTNER.search(words) or re.search(rf"{re.escape(values['title'])}\s+van\s+{_PARTNER_NAME}", words)
    if partner:
        values["implementing_partner"] = partner["short"] or partner["name"]
    lands = {word for land in countries for word in (land, *land.split(" en "))}
    partners = [name for name in partners_in(words) if name not in lands | {values.get("implementing_partner")}]
    if partners:
        values["partners"] = "; ".join(partners)
    if lead := _lead(words):
        values["lead"] = lead
    lines = [line for one in sentences for line in _budget(one.text)]
    if lines:
        values["budget_lines"] = tuple(lines)
    values["status"] = "lopend" if _runs(words) else None
    if values["status"] is None:
        del values["status"]
    for one in sentences:
        draft.see(one)
        draft.told.append(one)
        letter.claim(one)
        draft.parts += deadline_parts(letter, one)


def _lead(words: str) -> str | None:
    if found := leads_in(words):
        return found[0]
    return "politie" if re.search(r"\bdoor de politie\b", words) else None


def _runs(words: str) -> bool:
    return (
        re.search(r"\b(?:loopt|richt(?:en)?|wordt|worden|is gestart|draagt|zet|werkt|van start gegaan|blijft)\b", words)
        is not None
    )


def _counted(words: str) -> Iterator[str]:
    for found in _COUNT.finditer(words):
        count = found["count"]
        number = int(count) if count.isdecimal() else _NUMBERS.get(fold(count))
        if number:
            yield f"{number} {found['what']}"


def _budget(text: str) -> Iterator[BudgetLine]:
    for found in _MONEY.finditer(text):
        amount = _amount(found)
        if amount is None:
            continue
        years = _YEARS.search(text, found.end(), found.end() + 60)
        countries = countries_in(text[max(0, found.start() - 90) : found.start()])
        yield BudgetLine(
            amount=amount,
            currency="EUR",
            starts_on=date(int(years["first"]), 1, 1) if years else None,
            ends_on=date(int(years["last"]), 12, 31) if years else None,
            country=countries[-1] if len(countries) == 1 else None,
        )


def _amount(found: re.Match[str]) -> Decimal | None:
    figures = found["figures"] or found["words"] or found["plain"]
    scale = (found["scale"] or found["scale2"] or "").rstrip(".")
    if figures.isalpha():
        number = Decimal(_NUMBERS[fold(figures)]) if fold(figures) in _NUMBERS else None
    elif scale:
        number = Decimal(figures.replace(",", ".")) if figures.count(",") + figures.count(".") <= 1 else None
    else:
        cents = re.search(r",(\d{1,2})$", figures)
        whole = re.sub(r"[.,]", "", figures[: cents.start()] if cents else figures)
        number = Decimal(f"{whole}.{cents[1]}" if cents else whole)
    if number is None:
        return None
    factor = {"miljoen": 1_000_000, "mln": 1_000_000, "miljard": 1_000_000_000, "mld": 1_000_000_000}.get(scale, 1)
    exact = number * factor
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


# --- EMPACT -----------------------------------------------------------------------------------------------------------


def _empact(letter: Letter, section: Section, place: int) -> list[Draft]:
    sentences = list(letter.sentences(section))
    heading = next(letter.sentences_of(section.heading)) if section.heading else None
    if not sentences or heading is None:
        return []
    programme = Draft("programme", {"title": section.title}, heading.place, key=f"programma {place + 1}")
    programme.see(heading)
    return _cycle_of(letter, programme, sentences)


def _tells_of_empact(letter: Letter, section: Section) -> bool:
    """Tell whether a part below another heading tells of operational actions of EMPACT."""
    return any(_EMPACT.search(one.text) and _OA.search(one.text) for one in letter.sentences(section))


def _empact_in_prose(letter: Letter, section: Section, place: int) -> list[Draft]:
    """Read EMPACT where it has no heading of its own: the sentence that names it, and those beside it about actions."""
    told: list[Sentence] = []
    for one in letter.sentences(section):
        is_beside = bool(told) and told[-1].paragraph.number == one.paragraph.number
        if _EMPACT.search(one.text) or (is_beside and (_OA.search(one.text) or _roles(one.text))):
            told.append(one)
    programme = Draft("programme", {"title": "EMPACT"}, told[0].place, key=f"programma {place + 1}")
    return _cycle_of(letter, programme, told)


def _cycle_of(letter: Letter, programme: Draft, sentences: list[Sentence]) -> list[Draft]:
    """Give EMPACT with its cycle and figures, and the operational actions that the sentences name."""
    words = " ".join(one.text for one in sentences)
    _details(letter, programme, sentences)
    for name in ("countries", "implementing_partner", "lead"):
        programme.values.pop(name, None)
    cycle = next(
        (found for one in sentences if _IS_CYCLE.search(one.text) and (found := _YEARS.search(one.text))), None
    )
    period = f"{cycle['first']}-{cycle['last']}" if cycle else None
    if period:
        programme.values["phases"] = (ProgrammePhase(name="cyclus", period=period),)
    programme.values["figures"] = tuple(dict.fromkeys((*programme.values.get("figures", ()), *_shares(words))))
    if not programme.values["figures"]:
        del programme.values["figures"]
    actions = [draft for one in sentences for draft in _operational(letter, one, programme, period)]
    return [programme, *actions]


def _shares(words: str) -> Iterator[str]:
    for found in re.finditer(
        r"\bleidt\s+(\d{1,2}|[a-z]{3,10})\s+van de\s+(\d{1,2}|[a-z]{3,10})\s+operationele acties", words
    ):
        led, total = (_NUMBERS.get(fold(one), int(one) if one.isdecimal() else 0) for one in found.groups())
        if led and total:
            yield f"{total} operationele acties"
            yield f"{led} daarvan leidt Nederland"
    for found in re.finditer(
        r"\bmede-?leider (?:bij|van)\s+(\d{1,2}|[a-z]{3,10})\s+(?:andere\s+)?operationele acties", words
    ):
        number = _NUMBERS.get(fold(found[1]), int(found[1]) if found[1].isdecimal() else 0)
        if number:
            yield f"bij {number} andere is Nederland medeleider"


def _operational(letter: Letter, sentence: Sentence, programme: Draft, period: str | None) -> Iterator[Draft]:
    """Give the operational actions of a sentence: by their titles in quotes, else as the sentence describes them."""
    text = sentence.text
    roles = _roles(text)
    titles = list(_QUOTED.finditer(text))
    is_told = _OA.search(text) or (titles and roles and 0 < titles[0].start() - roles[0][1] < _NEAR)
    if not roles or not is_told:
        return
    for index, found in enumerate(titles):
        until = titles[index + 1].start() if index + 1 < len(titles) else len(text)
        before = [one for one in roles if one[0] < found.start()]
        role = (before or roles[:1])[-1][2]
        draft = _action(sentence, found["title"], role, programme, period)
        if not before and role != "participant":
            draft.doubt(
                Sureness.LIKELY, Text("De rol staat verderop in de zin.", "The role stands further on in the sentence.")
            )
        leader = leads_in(text[found.end() : until]) or _subjects(text[: found.start()], role)
        if leader:
            draft.values |= {"dutch_lead": leader[0], "lead": leader[0]}
        yield draft
    if titles:
        return
    for found in _UNTITLED.finditer(text):
        words = found["named"] or found["what"]
        title = re.sub(r"^(?:de|het)\s+", "", words).strip()
        draft = _action(sentence, title[:1].upper() + title[1:], roles[0][2], programme, period)
        if countries := countries_in(title):
            draft.values["partner_countries"] = tuple(countries)
        if found["named"] is None:
            draft.doubt(
                Sureness.LIKELY,
                Text(
                    "De brief omschrijft deze actie, maar noemt haar titel niet.",
                    "The letter describes this action without its title.",
                ),
                of_new=True,
            )
        yield draft


def _roles(text: str) -> list[tuple[int, int, str]]:
    """Give the roles that a sentence names, each with where; "medeleider" is not also "leider"."""
    found = [(one.start(), one.end(), "co-leader") for one in _CO_LEADER.finditer(text)]
    for role, words in (("leader", _LEADER), ("participant", _PARTICIPANT)):
        for one in words.finditer(text):
            if not any(start <= one.start() < end for start, end, _ in found):
                found.append((one.start(), one.end(), role))
    return sorted(found)


def _subjects(before: str, role: str) -> list[str]:
    """Give who leads it where that is the subject of its sentence: "De politie is leider van …"."""
    subject = _SUBJECT.match(before)
    if role != "leader" or subject is None or _CO_LEADER.search(before):
        return []
    return leads_in(f"onder leiding van {subject['who']}")


def _action(sentence: Sentence, title: str, role: str, programme: Draft, period: str | None) -> Draft:
    values: dict[str, Any] = {"title": title, "role": role, "status": "lopend"}
    if period:
        values["cycle"] = period
    if role == "leader":
        values["leading_country"] = "Nederland"
    draft = Draft("operational_action", values, sentence.place, key=f"operationele actie {fold(title)}")
    draft.see(sentence)
    draft.told.append(sentence)
    draft.parts.append(
        ProposedPart("relation", {"how": "onderdeel van", "to": Link("programme", programme.key)}, sentence.place)
    )
    return draft
