"""Whether a sentence promises the Kamer something, tells of an earlier promise, or says what this letter does.

>>> promise_in("Ik informeer uw Kamer wanneer dit gesprek heeft plaatsgevonden.").strength
<Promise.TOLD_KAMER: 'told Kamer'>
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tracker.basics.folding import fold


class Promise(StrEnum):
    """How a sentence promises, from the plainest to the vaguest."""

    PROMISED = "promised"
    """Zeg ik toe."""
    TOLD_KAMER = "told Kamer"
    """The Kamer will hear or get something."""
    FIRST_PERSON = "first person"
    """I shall do something."""
    PASSIVE = "passive"
    """Something will be done; by whom is not said."""
    EARLIER = "earlier"
    """It was promised before: heb ik toegezegd, conform toezegging."""


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise, and where the words that make it one stand in the sentence."""

    strength: Promise
    position: tuple[int, int]


_TODAY: Final = re.compile(
    r"\b(?:(?:in|met) (?:deze (?:\w*brief|\w*rapportage)|dit (?:\w*bericht|\w*verslag|overzicht))|"
    r"deze brief (?:stuur|zend|schrijf|bied) ik|ik (?:stuur|zend|schrijf|bied) (?:u |uw kamer )?deze brief|hierbij|"
    r"hiermee|bijgaand|"
    r"bijgevoegd|hieronder|"
    r"onderstaand|tot slot informeer|in bijlage|als bijlage|treft (?:u|uw kamer)|middels deze|langs deze weg|"
    r"bij deze|bij dezen|"
    r"ik wil uw kamer nog|graag (?:informeer|bied)|in het navolgende|achtereenvolgens|via deze (?:weg|brief))\b"
)
_ANNOUNCES: Final = re.compile(
    r"^(?:mede|ook) namens\b[^.;]{0,400}?\b(?:informeer|bericht|rapporteer|bied|doe|geef|reageer) ik\b"
    r"(?: uw kamer| u| de kamer)?+(?! (?:in|voor|na|uiterlijk|medio|eind|begin|zodra|dit|komende?|volgende?|nader|"
    r"later|separaat)\b)(?!.*\b(?:zodra|nadat|uiterlijk|medio|eind|voor het)\b)"
)
"""What the letter says that it does itself, for another minister too: nothing in it lies ahead."""
_DOES: Final = re.compile(r"\b(?:informeer|bericht|rapporteer|bied|doe|geef|reageer|ga) (?:ik|wij)\b")
_EARLIER: Final = re.compile(
    r"\b(?:(?:heb|heeft|hebben|had|is|werd|zijn|was)\b[^.;]{0,160}\btoegezegd|toegezegd (?:heb|heeft|is|om|dat)|"
    r"toegezegde|"
    r"(?:conform|overeenkomstig|ingevolge|naar aanleiding van|ter uitvoering van|zoals|gelet op|met betrekking tot|"
    r"aan|van) (?:de|mijn|een|deze|een eerdere|eerdere|de eerdere|de gedane|onze)? ?(?:gedane )?toezegging(?:en)?|"
    r"conform toezegging(?:en)?|"
    r"(?:mijn|de|een|deze) (?:gedane )?toezegging (?:aan|van|om|dat|gedaan|tijdens|in het|die|over|inzake|uit|met)|"
    r"heb(?:ben)? (?:ik|wij) (?:uw kamer |de kamer )?(?:een )?toezegging(?:en)? gedaan|zegde (?:ik|"
    r"de)\b[^.;]{0,120}\btoe\b)"
)
_NOW: Final = re.compile(
    r"\bzeg(?:gen)? (?:ik|wij|we)\b[^.;]{0,200}\btoe\b|\bik zeg\b[^.;]{0,160}\btoe\b|\bik doe de toezegging\b"
)
_TELL: Final = (
    r"(?:informeert?|informeren|geinformeerd|bericht|berichten|ontvang|ontvangt|ontvangen|stuurt?|sturen|gestuurd|"
    r"toesturen|zendt?|zenden|"
    r"toegezonden|toezenden|verzonden|gezonden|aangeboden|aanbieden|gedeeld|delen|deel|rapporteert?|rapporteren|"
    r"gerapporteerd|terugkoppelen|"
    r"teruggekoppeld|koppel|meld|melden|gemeld|verstrekt|verstrekken|voorgelegd|voorleggen|op de hoogte|ingelicht|"
    r"inlichten|bieden|leggen|tegemoet(?: ?zien| te zien)?|"
    r"kom(?:en)? (?:ik|wij) (?:hier|daar)?\w*\b[^.;]{0,40}\bterug|terugkom(?:en)?|nader (?:bericht|berichten)|"
    r"doen toekomen|voorzien van|laten weten)"
)
_KAMER: Final = r"(?:(?:uw|de|beide|tweede|eerste) kamers?|uw kamer|de leden|het parlement|u\b)"
_TOLD: Final = re.compile(
    rf"\b{_KAMER}\b[^;]{{0,180}}\b{_TELL}\b|\b{_TELL}\b[^;]{{0,180}}\b{_KAMER}|\bkom (?:ik|wij)\b[^;]{{0,80}}\bterug\b|"
    rf"\blaat (?:ik|wij) {_KAMER}[^;]{{0,80}}\bweten\b"
)
_IN_LETTER: Final = re.compile(
    r"\b(?:vastgelegd|opgenomen|ingegaan|meegenomen|betrokken|verwerkt|in)\b[^.;]{0,60}\b(?:brief aan (?:de|beide)|"
    r"volgende (?:voortgangs)?brief|"
    r"(?:eerst)?volgende (?:voortgangs\w*|halfjaar\w*|rapportage|verzamelbrief))\b"
)
_FUTURE: Final = re.compile(
    r"\b(?:zal|zullen|ga|gaan|wordt|worden|wil ik|ben ik voornemens|neem ik|kunt|streef ik|streven wij|wij streven|"
    r"ik streef|verwacht ik|ik verwacht|verwachten wij|hoop ik|volgt|volgen|"
    r"informeert?|stuurt|zendt|rapporteert|laat|laten|"
    r"ontvangt|ontvangen|bericht|stuur|zend|deel|kom|rapporteer|koppel|meld|bied|leg|sturen|informeren|berichten|"
    r"delen|bieden)\b"
)
_PERFECT: Final = re.compile(r"\b(?:heb|heeft|hebben|is|zijn|was|werd|had)\b")
_WILL: Final = re.compile(r"\b(?:zal|zullen)\b")
_I: Final = re.compile(
    r"\b(?:zal|zullen|ga|neem|bezie|onderzoek|start|kom|laat|werk|bespreek|organiseer|stel|bekijk|verken|"
    r"treed) (?:ik|wij|we)\b|"
    r"\b(?:ik|wij) (?:zal|zullen|ga|gaan|neem|bezie|onderzoek|start|laat|bespreek|organiseer|stel|bekijk|verken|"
    r"treed)\b"
)
_DONE: Final = re.compile(
    r"\b(?:zal|zullen)\b[^;]{0,260}\bworden (?:\w+ ){0,2}\w*(?:d|t|en)\b|\b(?:zal|zullen)\b[^;]{0,260}\b\w+(?:d|t|"
    r"en) worden\b|\bworden (?:\w*ge\w+|\w*be\w+|ver\w+|ont\w+)\b"
)
_ANSWERS: Final = re.compile(
    r"\bne(?:emt?|men) (?:ik|wij|het kabinet)\b[^.;]{0,60}\bover\b|"
    r"\b(?:ik|wij|het kabinet) ne(?:emt?|men)\b[^.;]{0,60}\bover\b|"
    r"\b(?:ga|gaan|gaat) (?:ik|wij|deze brief)\b[^.;]{0,60}\bin op\b|\b(?:ik|wij) (?:ga|gaan)\b[^.;]{0,60}\bin op\b"
)
"""Answers a recommendation, or says what the letter itself goes into: nothing is promised."""
_NEVER: Final = re.compile(
    r"\b(?:zal|zullen)\b[^.;]{0,60}\b(?:niet|geen|kunnen|moeten)\b|\bzal er\b[^.;]{0,20}\bzijn\b|\bzal worden om\b|"
    r"\bzullen deelnemen als\b"
)
_GRATITUDE: Final = re.compile(r"\b(?:wil ik|graag)\b[^.;]{0,60}\b(?:bedanken|benadrukken|opmerken|danken)\b")
_TAKES_ALONG: Final = re.compile(r"\bneem (?:ik|wij)\b[^.;]{0,90}\bmee\b|\bik neem\b[^.;]{0,90}\bmee\b")
_LONGEST: Final = 1200


def promise_in(sentence: str) -> Promised | None:  # noqa: PLR0911 - one line for each way to promise
    """Give the promise that the sentence makes or tells of; None where it makes none."""
    words = fold(sentence[:_LONGEST])
    if found := _NOW.search(words):
        return Promised(Promise.PROMISED, found.span())
    if _ANSWERS.search(words):
        return None
    if found := _EARLIER.search(words):
        return Promised(Promise.EARLIER, found.span())
    if _GRATITUDE.search(words) or _ANNOUNCES.search(words):
        return None
    told = _TOLD.search(words) or _IN_LETTER.search(words)
    if told and not _TODAY.search(words) and _lies_ahead(words, told):
        return Promised(Promise.TOLD_KAMER, told.span())
    if _TODAY.search(words):
        return None
    if found := _TAKES_ALONG.search(words):
        return Promised(Promise.FIRST_PERSON, found.span())
    if _NEVER.search(words):
        return None
    if (found := _I.search(words)) and (_WILL.search(words) or found[0].split()[0] in {"ga", "neem", "bezie"}):
        return Promised(Promise.FIRST_PERSON, found.span())
    if (will := _WILL.search(words)) and _DONE.search(words):
        return Promised(Promise.PASSIVE, will.span())
    return None


def is_about_this_letter(sentence: str) -> bool:
    """Tell whether the sentence says what the letter itself does: "Met deze brief informeer ik uw Kamer over …"."""
    words = fold(sentence[:_LONGEST])
    return _ANNOUNCES.search(words) is not None or (
        _TODAY.search(words) is not None and _DOES.search(words) is not None
    )


def _lies_ahead(words: str, told: re.Match[str]) -> bool:
    """Tell whether the Kamer is still to be told: not "is uw Kamer geïnformeerd", nor what a motion asks."""
    if re.search(
        r"\b(?:motie|lid|leden)\b[^.;]{0,40}\b(?:verzoekt|vraagt|verzocht|gevraagd)\b|\bverzoekt de regering\b", words
    ):
        return False
    near = words[max(0, told.start() - 220) : told.end() + 20]
    if not _FUTURE.search(near):
        return False
    perfect = _PERFECT.search(near)
    return perfect is None or (
        re.search(r"\b(?:zal|zullen|wordt|worden|informeert?|ontvangt|stuurt?|bericht|kom|deel)\b", near) is not None
        and not re.search(
            r"\b(?:heb|heeft|hebben) (?:ik|wij|mijn)?\s?(?:uw|de) kamer\b|\b(?:is|zijn|werd) (?:uw|de) kamer\b|"
            r"\bik heb\b[^.;]{0,60}\bgeinformeerd\b|\bals volgt\b",
            near,
        )
    )
