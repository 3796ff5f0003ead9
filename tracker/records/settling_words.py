"""How a letter says what became of a motion or commitment: settled with it, before it, partly, or not carried out.

>>> settling_in("Ik beschouw de motie hiermee als afgedaan.")
<Settling.HERE: 'here'>
"""

import re
from enum import StrEnum
from typing import Final

from tracker.basics.folding import fold


class Settling(StrEnum):
    """What one sentence says of it."""

    HERE = "here"
    HERE_BY_EFFECT = "here by effect"
    """The words say that it was carried out, not in so many words that it is settled."""
    BEFORE = "before"
    PARTLY = "partly"
    NOT_YET = "not yet"
    NOT_CARRIED_OUT = "not carried out"
    HANDED_OVER = "handed over"


_SETTLED: Final = (
    r"(?:afgedaan|voldaan|nagekomen|ingelost|afgehandeld|afgerond|gestand(?:\s+(?:gedaan|te doen|doen))?|uitgevoerd|"
    r"afdoening|afgedane|gestanddoening|kom ik\b.{0,60}\bna\b)"
)
_THE_ITEM: Final = r"(?:moties?|toezegging(?:en)?|verzoek(?:en)?|toegezegd|gewijzigde motie)"
_HERE: Final = (
    r"(?:hiermee|hierbij|daarmee|daarbij|hierdoor|met (?:deze|dit|de onderhavige|de voorliggende) \w*(?:brief|antwoord|"
    r"rapport\w*|stuk|beleidsreactie|voortgangsrapportage|verzending|toezending|bovenstaande|mededeling)\w*|"
    r"met (?:het )?(?:bovenstaande|voorgaande|vorenstaande)|met deze \w+|in deze brief|bij dezen|door (?:deze|"
    r"middel van deze) brief|"
    r"aldus|langs deze weg|met de (?:verzending|toezending|aanbieding) van)"
)
_EARLIER: Final = (
    r"(?:eerder|reeds|al|destijds|voorganger|inmiddels al|vorige \w*brief|(?:voortgangs|kamer|"
    r"verzamel)?brief(?: aan uw kamer)? van|"
    r"bij brief van|per brief van|op \d{1,2} [a-z]+ \d{4})"
)
_NOT: Final = r"(?:niet|nog niet|geen|onvoldoende)"
_LATER: Final = re.compile(
    r"\b(?:zodra|nadat|wanneer|pas als|dan (?:zal|kan|beschouw)|zal ik|zullen wij|vooruitlopend|na afronding|"
    r"na ommekomst)\b"
)
_NOT_CARRIED_OUT: Final = re.compile(
    rf"\b(?:(?:voer(?:t|en)?|zal|kan|zie)\b.{{0,60}}\b{_THE_ITEM}\b.{{0,60}}\bniet\b.{{0,30}}\b(?:uit(?:voeren|"
    rf"gevoerd)?|overnemen)\b|"
    rf"\b{_THE_ITEM}\b.{{0,30}}\bvoer(?:en)? (?:ik|wij)\b.{{0,30}}\bniet\b.{{0,20}}\buit\b|"
    rf"geen (?:verdere )?uitvoering\b.{{0,60}}\b(?:geven|gegeven|geeft|geef)\b|"
    rf"\b{_THE_ITEM}\b.{{0,50}}\bniet\b.{{0,40}}\b(?:uitvoeren|uit te voeren|uitgevoerd worden|worden uitgevoerd|"
    rf"over te nemen)\b)"
)
_HANDED_OVER: Final = re.compile(
    rf"\b{_THE_ITEM}\b.{{0,60}}\b(?:is|zijn|wordt|worden|heb ik)\b.{{0,60}}\bovergedragen\b.{{0,20}}\baan "
    r"(?:de|het|mijn) (?:minister|staatssecretaris|ministerie|collega|ambtgenoot)|"
    rf"\b{_THE_ITEM}\b.{{0,60}}\b(?:is|zijn|wordt|worden)\b.{{0,30}}\baan (?:hem|haar|hen|(?:de|het|"
    rf"mijn) [a-z, ]{{4,80}}?) "
    r"overgedragen\b|"
    rf"\buitvoering van (?:de|deze) {_THE_ITEM}\b.{{0,30}}\b(?:ligt|berust|is belegd) bij (?:de|het|mijn) (?:minister|"
    r"staatssecretaris|ministerie|collega|ambtgenoot)"
)
_PARTLY: Final = re.compile(
    rf"\b(?:deels|gedeeltelijk|ten dele|voor een deel|een deel van)\b.{{0,90}}\b(?:{_SETTLED}|uitvoering gegeven)\b|"
    rf"\b{_SETTLED}\b.{{0,30}}\b(?:deels|gedeeltelijk)\b|\beerste (?:deel|onderdeel|verzoek)\b.{{0,60}}\b{_SETTLED}\b"
)
_NOT_SETTLED: Final = re.compile(
    rf"\b{_NOT}\b.{{0,50}}\b{_SETTLED}\b|\b(?:blijft|staat nog)\b.{{0,20}}\bopen(?:staan)?\b"
)
_SETTLED_WORD: Final = re.compile(rf"\b{_SETTLED}\b")
_CONSIDERS: Final = re.compile(
    rf"\b(?:beschouw(?:t|en)?|acht(?:en)?|zie(?:n|t)?|meld(?:en|t)?|merk(?:en|t)?|ga(?:an|"
    rf"at)? ik ervan uit)\b.{{0,160}}\b{_SETTLED}\b|"
    rf"\b{_SETTLED}\b.{{0,40}}\b(?:te beschouwen|beschouwd|beschouwen|beschouw)\b|\bdoe(?:n)? (?:ik|"
    rf"wij)\b.{{0,120}}\bgestand\b|"
    rf"\bals afgedaan\b|\bkom(?:en)? (?:ik|wij)\b.{{0,140}}\bna\b(?:\.|,|$| met)|\blos(?:sen)? (?:ik|"
    rf"wij)\b.{{0,120}}\bin\b(?:\.|,|$)"
)
_BY_THIS: Final = re.compile(
    r"^(?:dat|dit) doe(?:n)? (?:ik|wij) (?:met|in|door middel van|bij) (?:deze|dit|bijgaande?|onderhavige) \w+\b|"
    r"^(?:met|in) deze \w*(?:brief|rapportage) doe(?:n)? (?:ik|wij) (?:dat|dit)\b"
)
"""What was promised is done by the letter itself: "Dat doe ik met deze brief"."""
_DONE_BEFORE: Final = re.compile(
    r"^(?:dat|dit|hieraan|daaraan) (?:heb|hebben|heeft) (?:ik|wij|mijn (?:ambts)?voorganger) (?:al |reeds |inmiddels )?"
    r"(?:gedaan|voldaan|gehoor gegeven)\b.{0,30}\b(?:in|met|bij|per|via) (?:mijn |de |een )?\w*(?:brief|rapportage)\b"
)
"""It was done by an earlier letter: "Dit heb ik gedaan in mijn brief van 12 november 2026"."""
_ENCLOSED: Final = re.compile(
    r"^(?:het|de|dit|deze|dat|die) (?:[a-z-]+ )?\w{4,}(?: over [^.;]{4,80})? (?:treft|vindt|ontvangt) (?:u|"
    r"uw kamer)\b.{0,12}"
    r"\b(?:hierbij|bijgaand|bij deze brief|als bijlage|in (?:de )?bijlage)\b"
)
"""What was promised lies with the letter: "Het rapport treft u bijgaand aan"."""
_STAYS_OPEN: Final = re.compile(
    r"\bopen (?:te laten staan|te houden|te laten|laten staan)\b|\bblijft (?:dan ook )?openstaan\b"
)
_EFFECT: Final = re.compile(
    r"\b(?:uitvoering|invulling|gehoor|gevolg|opvolging) (?:is )?(?:gegeven|te geven)\b|\b(?:geef|geven|geeft|"
    r"is)\b.{0,120}\b"
    r"(?:uitvoering|invulling|gehoor|gevolg)\b"
)
_TO_ITEM: Final = re.compile(
    rf"\baan (?:de|deze|dit|het|mijn|beide|die|bovengenoemde|voornoemde)\b.{{0,50}}\b{_THE_ITEM}\b|\b{_THE_ITEM}\b"
)
_HERE_WORD: Final = re.compile(rf"\b{_HERE}\b")
_EARLIER_WORD: Final = re.compile(rf"\b{_EARLIER}\b")
_ITEM_WORD: Final = re.compile(rf"\b{_THE_ITEM}\b")
_LONGEST: Final = 900


def settling_in(sentence: str) -> Settling | None:  # noqa: C901, PLR0911 - one line for each thing that can be said
    """Give what the sentence says about a motion or commitment that is spoken of; None where it says nothing."""
    words = fold(sentence[:_LONGEST])
    if _HANDED_OVER.search(words):
        return Settling.HANDED_OVER
    if _NOT_CARRIED_OUT.search(words):
        return Settling.NOT_CARRIED_OUT
    if _BY_THIS.search(words):
        return Settling.HERE
    if _DONE_BEFORE.search(words):
        return Settling.BEFORE
    if _ENCLOSED.search(words):
        return Settling.HERE_BY_EFFECT
    if _STAYS_OPEN.search(words):
        return Settling.NOT_YET
    has_settled = _SETTLED_WORD.search(words) is not None
    if has_settled and _PARTLY.search(words):
        return Settling.PARTLY
    if _NOT_SETTLED.search(words):
        return Settling.NOT_YET
    considers = _CONSIDERS.search(words) is not None
    here = _HERE_WORD.search(words) is not None
    if (considers or (has_settled and here)) and _is_about_item(words):
        return Settling.NOT_YET if _LATER.search(words) else Settling.HERE
    if has_settled and _ITEM_WORD.search(words) and _EARLIER_WORD.search(words) and _says_settled(words):
        return Settling.BEFORE
    if _EFFECT.search(words) and _TO_ITEM.search(words) and (here or re.search(r"\bis\b|\bheb\b", words)):
        return (
            None
            if _LATER.search(words) or re.search(r"\bwordt\b|\bzal\b|\bom\b.*\bte geven\b", words)
            else (Settling.HERE_BY_EFFECT if here or re.search(r"\bis\b.*\bgegeven\b", words) else None)
        )
    if has_settled and _ITEM_WORD.search(words) and _says_settled(words):
        return Settling.HERE
    return None


def _is_about_item(words: str) -> bool:
    """Tell whether it is a motion or commitment that is settled; "ik beschouw dit als afgedaan" may leave it out."""
    return (
        _ITEM_WORD.search(words) is not None
        or re.search(r"\b(?:als afgedaan|gestand|hiermee .{0,40}voldaan)\b", words) is not None
    )


def _says_settled(words: str) -> bool:
    """Tell whether the motion or commitment itself is the one that is settled, and not a study or a talk."""
    return (
        re.search(
            rf"\b{_THE_ITEM}\b.{{0,80}}\b(?:is|zijn|afgedaan|voldaan|nagekomen)\b|\b(?:afgedaan|voldaan|nagekomen|"
            rf"gestand gedaan)\b|"
            rf"\b(?:is|zijn)\b.{{0,40}}\b{_THE_ITEM}\b.{{0,60}}\b{_SETTLED}\b",
            words,
        )
        is not None
    )
