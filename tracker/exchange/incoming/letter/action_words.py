"""What sentences say of an action: that something is being done, how far it is, what it brought and is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tracker.basics.folding import fold
from tracker.records.action import Result

_DONE: Final = (
    "aangeboden|aangepast|aangesloten|aangesteld|afgerond|begonnen|bekeken|beproefd|beschikbaar|bezien|gebouwd|gebracht|gebundeld|geevalueerd|"
    "geimplementeerd|gelanceerd|gemoderniseerd|geopend|gepubliceerd|georganiseerd|gestart|gesubsidieerd|getoetst|getraind|gewerkt|"
    "geworven|herzien|ingericht|ingesteld|ingevoerd|ingezet|live gegaan|meegekeken|ondersteund|onderzocht|ontwikkeld|"
    "opgehaald|opgeleverd|opgericht|opgestart|opgesteld|plaatsgevonden|richten|samengevoegd|stopgezet|toegevoegd|"
    "uitgebreid|uitgerold|uitgesteld|uitgevoerd|uitgewerkt|van start gegaan|vastgesteld|verbeterd|verhoogd|verkend|"
    "verlaagd|verlengd|"
    "vernieuwd|verspreid|versterkt|vertaald|vertraagd|voltooid|voorbereid|voortgezet|vormgegeven"
)
_ACTIVE: Final = re.compile(
    rf"\b(?:wordt|worden|is|zijn|loopt|lopen|heeft|hebben|ben|heb|zal|zullen)\b.{{0,220}}?\b(?:{_DONE})\b|"
    r"\b(?:krijg(?:t|en)\b.{0,60}\bvervolg|kom(?:t|en)\b.{0,80}\b(?:beschikbaar|gereed)|ga(?:at|"
    r"an)\b.{0,60}\bvan start|"
    r"richt(?:en)? (?!.{0,40}\bzich\b).{0,120}\bin|stel(?:t|len) .{0,120}\b(?:op|vast)|ne(?:emt|"
    r"men) .{0,90}\bin gebruik)\b|"
    r"\b(?:beproeft|bouwt|evalueert|herziet|inventariseert|monitort|toetst|vernieuwt|verhoogt|verlaagt|actualiseert)\b|"
    r"\b(?:loopt|start|organiseert|werkt|werken|ontwikkelt|motiveert|verken|onderzoek ik|verkent|onderzoekt|voert|zet|"
    r"rondt|breidt)\b"
)
_DROPPED: Final = re.compile(r"\b(?:stopgezet|komt te vervallen|vervallen|niet voortgezet)\b")
_MERGED: Final = re.compile(r"\bis\b.{0,60}\bsamengevoegd met\b|\bgaat op in\b")
_DELAYED: Final = re.compile(
    r"\b(?:vertraagd|vertraging|uitgesteld|later dan (?:gepland|voorzien|verwacht)|loopt uit|meer tijd (?:kost|"
    r"vergt) dan)\b"
)
_CLOSED: Final = re.compile(
    r"\b(?:deze|de) (?:actie|maatregel) is (?:hiermee|daarmee|inmiddels)\b.{0,20}\bafgerond\b|"
    r"\bafsluitende? \w+ (?:heeft )?(?:plaatsgevonden|gedeeld|gepubliceerd|opgeleverd|verschenen)\b"
)
_NOT_BEGUN: Final = re.compile(
    r"\b(?:nog niet gestart|nog niet begonnen|moet nog (?:starten|beginnen))\b|"
    r"\b(?:komende (?:periode|tijd|maanden)|binnenkort|later dit jaar|volgend jaar)\b.{0,30}\b(?:wordt|worden|zal|"
    r"zullen)\b.{0,40}\b(?:gestart|begonnen|starten)\b"
)
_RUNNING: Final = re.compile(
    r"\b(?:wordt|worden)\b.{0,200}\b(?:afgerond|bekeken|bezien|georganiseerd|geimplementeerd|gepubliceerd|gereed|"
    r"gewerkt|"
    r"ingezet|meegekeken|onderzocht|ontwikkeld|opgeleverd|uitgevoerd|uitgewerkt|vastgesteld|verkend|voortgezet|"
    r"vormgegeven)\b|\b(?:loopt|lopen)\b|\bmomenteel\b|\b(?:is|zijn)\b.{0,120}\b(?:gestart|van start gegaan)\b|"
    r"(?:campagne|pilot|programma|proef)\b.{0,60}\bgelanceerd\b|\bwerken\b.{0,160}\b(?:samen|aan)\b|\bgaat door\b|"
    r"\bafgelopen (?:periode|tijd|maanden|jaar)\b.{0,40}\b(?:is|zijn|wordt)\b.{0,80}\b(?:ingezet|gewerkt)\b|"
    r"\b(?:motiveert|stimuleert|ondersteunt|publiceert|breidt|werkt|werken) (?!mee\b)|"
    r"\b(?:beproeft|bouwt|evalueert|herziet|inventariseert|monitort|ontwikkelt|onderzoekt|toetst|vernieuwt|actualiseert)\b|"
    r"\b(?:pilot|proef|project|traject)\b.{0,80}\bverlengd\b|\bvoer(?:t|en)\b.{0,120}\buit\b|"
    r"\bkomende (?:periode|tijd|maanden|jaren)\b|"
    r"\b(?:werkgroep|taskforce|projectgroep|team|commissie|netwerk)\b.{0,120}\b(?:ingesteld|opgericht|samengesteld)\b|"
    r"\bin uitvoering\b|\bik verken\b|\brond(?:t|en)\b.{0,120}\baf\b"
)
_FINISHED: Final = re.compile(
    r"\b(?:is|zijn|heeft|hebben)\b.{0,160}\b(?:afgerond|afgesloten|gelanceerd|geopend|gepubliceerd|gereed|ingesteld|"
    r"opgeleverd|opgehaald|in kaart gebracht|live gegaan|gehouden|"
    r"plaatsgevonden|vastgesteld|voltooid|in gebruik genomen|(?:plaatsen|cellen|plekken|locaties) uitgebreid)\b"
)
_STATUS_WORDS: Final = (
    ("vervallen", _DROPPED),
    ("samengevoegd", _MERGED),
    ("vertraagd", _DELAYED),
    ("afgerond", _CLOSED),
    ("nog niet gestart", _NOT_BEGUN),
    ("loopt", _RUNNING),
    ("afgerond", _FINISHED),
)
_RANK: Final = ("vervallen", "samengevoegd", "vertraagd", "nog niet gestart", "loopt", "afgerond")
_NOT_READY: Final = re.compile(r"\bnog niet (?:gereed|afgerond|klaar|voltooid)\b")
_BEGUN: Final = re.compile(
    r"\b(?:is|zijn)\b.{0,160}\b(?:gestart|begonnen|van start gegaan)\b|(?:campagne|pilot|programma|"
    r"proef)\b.{0,60}\bgelanceerd\b"
)
_ENDED: Final = re.compile(
    r"\b(?:is|zijn)\b.{0,120}\b(?:gelanceerd|afgerond|opgeleverd|gepubliceerd|vastgesteld|geopend)\b"
)
_PURPOSE: Final = re.compile(
    r"\b(?:het doel (?:is|was|hiervan is)|met als doel|doel is)\s+(?:om\s+)?(?P<goal>[^.]{8,240})", re.IGNORECASE
)
_RESULT: Final = re.compile(
    r"\b(?P<value>(?:ruim|bijna|circa|meer dan|ongeveer)?\s?(?:\d{1,3}(?:\.\d{3})*|\d+)(?:\s(?:miljoen|duizend))?)\s"
    r"(?P<what>(?:[a-z]+\s){0,2}?(?:mensen|personen|professionals|gevallen|deelnemers|jongeren|gemeenten|meldingen|"
    r"zaken|trainingen|slachtoffers|cases|medewerkers))\b(?P<after>\s(?:bereikt|gevolgd|getraind))?"
)


def is_active(text: str) -> bool:
    """Tell whether the sentence says that something is done, and not how things are."""
    return _ACTIVE.search(fold(text)) is not None


def status_of(texts: Iterable[str]) -> str | None:
    """Give the status that the sentences say; what is still being done goes before what was finished in between."""
    words = [fold(text) for text in texts]
    if any(_CLOSED.search(one) for one in words):
        return "afgerond"
    said = {word for one in words if (word := _status_in(one))}
    return next((word for word in _RANK if word in said), None)


def _status_in(words: str) -> str | None:
    words = _NOT_READY.sub("", words)
    return next((word for word, wanted in _STATUS_WORDS if wanted.search(words)), None)


def tells_of_start(text: str) -> bool:
    """Tell whether the sentence says that something began."""
    return _BEGUN.search(fold(text)) is not None


def tells_of_end(text: str) -> bool:
    """Tell whether the sentence says that something was finished, or came out."""
    return _ENDED.search(fold(text)) is not None


def goal_in(text: str) -> str | None:
    """Give what something is for: "Het doel is om …"."""
    found = _PURPOSE.search(text)
    return found["goal"][:1].upper() + found["goal"][1:] if found else None


def results_in(text: str) -> Iterator[Result]:
    """Give the numbers of people and things that were reached."""
    for found in _RESULT.finditer(text):
        yield Result(what=found["what"].strip() + (found["after"] or ""), value=found["value"].strip())
