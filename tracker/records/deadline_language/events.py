"""Events that a deadline waits for: zodra …, na inwerkingtreding van …, binnen zes weken na.

The words of an event are kept, so that its day can be given later to all that waits for it. Not every "na" is one:
"na inzet van lokprofielen" tells how something was done, so that only nouns of making law and policy count.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from tracker.records.deadline_language.phrases import length_at
from tracker.records.deadline_language.tables import word_set
from tracker.records.deadline_language.values import Length
from tracker.records.deadline_language.words import BREAK, HIDDEN, Words


class Event(NamedTuple):
    """The place after the words that name an event, and where the event's own words are."""

    next: int
    own: tuple[int, int]
    offset: Length | None = None


_AFTER: Final = word_set(
    "inwerkingtreding inwerkingtreden afronding afronden vaststelling publicatie ontvangst behandeling",
    "aanvaarding aanneming ratificatie goedkeuring bekrachtiging oplevering verschijnen verschijning bekendmaking",
    "invoering besluitvorming voltooiing bespreking plaatsing ondertekening instemming parlementaire ommekomst",
    "ingebruikname consultatie internetconsultatie toezending totstandkoming akkoord aantreden start aanvang",
    "beeindiging",
)
_AT: Final = word_set(
    "behandeling aanvang start herziening evaluatie begrotingsbehandeling inwerkingtreding oplevering afronding",
    "vaststelling besluitvorming publicatie aanbieding invoering actualisatie",
)
_ADJECTIVES: Final = word_set("volgende komende eerstvolgende aanstaande plenaire parlementaire verdere")
_NEXT: Final = word_set("volgende eerstvolgende komende aanstaande eerstkomende")
_COUNTED: Final = word_set("eerste tweede derde vierde")
_BUDGET_PAPERS: Final = word_set("voorjaarsnota najaarsnota miljoenennota")
_REPORTS: Final = (
    "brief", "bericht", "rapportage", "verslag", "monitor", "verantwoording", "overzicht", "evaluatie", "agenda",
)  # fmt: skip
"""What a paper to the Kamer is called by the end of its name: halfjaarbericht, verzamelbrief, voortgangsrapportage."""
_ARTICLES: Final = word_set("de het een deze dit die zijn haar onze ons uw")
# Words that can stand within the name of an event, after its noun.
_PREPOSITIONS: Final = word_set("van der des den door in tegen over inzake")
_VERBS: Final = word_set(
    "zal zullen wordt worden werd werden kan kunnen is zijn heeft hebben had moet moeten mag gaat gaan komt komen",
    "volgt volgen stuurt sturen stuur informeer informeert informeren ontvangt ontvangen krijgt krijgen treedt te",
    "om ik wij we u hij zij ze en of maar dan met op aan bij voor na tot uit naar als dat die niet ook",
    "vindt vinden treft treffen ga kom geef meld bericht rapporteer deel zend beschrijf schets leg bied",
    "nog uiterlijk binnen vanaf per medio eind begin dient dienen bezwaar schriftelijk hierover daarover opnieuw",
)
_PARTICIPLE: Final = re.compile(r"(?:\w*ge|be|ver|ont|her|op|aan|mee|terug|toe|uit|in|nader)\w*(?:d|t|en)?$")
_CLAUSE_ENDS: Final = frozenset(',;:?!.()-"') | {BREAK, HIDDEN}
_NO_EVENT_BEFORE_WANNEER: Final = word_set(
    "sinds tot vanaf per en of bekend onbekend weten weet aangeven duidelijk onduidelijk",
    "ook zelfs alleen vraag vragen wie wat",
)
_LONGEST_NAME: Final = 14
_LONGEST_CLAUSE: Final = 30

StopsAt = Callable[[int], bool]
"""Whether a deadline begins at a place, where the name of an event ends."""


def event_at(words: Words, place: int, stops_at: StopsAt) -> Event | None:
    """The event named from here after na, bij, zodra, nadat, wanneer, or after a length as in twee jaar na."""
    word = words.words[place]
    if word in {"zodra", "nadat", "wanneer"}:
        return _clause(words, place)
    if word == "na":
        return _name(words, place, _AFTER, stops_at)
    if word in {"in", "met", "bij"} and (paper := _paper(words, place, stops_at)):
        return paper
    if word == "bij":
        return _at_event(words, place, stops_at)
    return _length_after(words, place, stops_at)


def event_after_length(words: Words, place: int, offset: Length, stops_at: StopsAt) -> Event | None:
    """The event after binnen zes weken or uiterlijk een maand: whatever na or nadat is followed by."""
    if words.words[place] == "nadat":
        clause = _clause(words, place)
        return clause and clause._replace(offset=offset)
    if words.words[place] != "na":
        return None
    name = _name(words, place, None, stops_at)
    return name and name._replace(offset=offset)


def _length_after(words: Words, place: int, stops_at: StopsAt) -> Event | None:
    """Twee jaar na inwerkingtreding."""
    length = length_at(words, place)
    if length is None:
        return None
    offset, after = length
    event = _name(words, after, _AFTER, stops_at) if words.words[after] == "na" else None
    if words.words[after] == "nadat":
        event = _clause(words, after)
    return event and event._replace(offset=offset)


def _at_event(words: Words, place: int, stops_at: StopsAt) -> Event | None:
    event = _name(words, place, _AT, stops_at)
    if event is None:
        return None
    own = words.words[event.own[0] : event.own[1]]
    return event if not {"van", "der", "in", "door"}.isdisjoint(own) or own[0] == "aanvang" else None


def _paper(words: Words, place: int, stops_at: StopsAt) -> Event | None:
    """In het eerstvolgende halfjaarbericht politie, in het tweede halfjaarbericht van 2027, bij de Voorjaarsnota.

    A paper that is to come is named as the next one, or by its number with its year; "in de brief" is there.
    """
    first = (
        place + 1 + (words.words[place + 1] in {"de", "het", "mijn", "onze"})
    )  # "een volgende brief" is not the next
    if words.words[place] == "bij" and words.words[first] in _BUDGET_PAPERS:
        return Event(first + 1, (first, first + 1))
    noun = first + 1
    while words.words[noun] in _COUNTED or words.words[noun] in _ADJECTIVES:
        noun += 1
    if not words.words[noun].endswith(_REPORTS):
        return None
    end = noun + 1
    if words.words[first] in _NEXT and _names_subject(words, end):
        end += 1
    year = end + (words.words[end] in {"van", "over"})
    if _is_year(words.words[year]):
        return Event(year + 1, (first, year + 1))
    return Event(end, (first, end)) if words.words[first] in _NEXT else None


def _names_subject(words: Words, place: int) -> bool:
    """Whether one bare word tells what the paper is about: halfjaarbericht politie | informeer ik."""
    word, following = words.words[place], words.words[place + 1]
    if not word.isalpha() or word in _VERBS or word in _PREPOSITIONS or _PARTICIPLE.match(word):
        return False
    return following in _VERBS or following in _CLAUSE_ENDS or following in {"", "."}


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.startswith(("19", "20"))


def _name(words: Words, place: int, nouns: frozenset[str] | None, stops_at: StopsAt) -> Event | None:
    """The noun after na or bij with what belongs to it; any noun where none are given."""
    first = place + 1
    while words.words[first] in _ARTICLES:
        first += 1
    noun = first
    while words.words[noun] in _ADJECTIVES and words.words[noun] not in (nouns or ()):
        noun += 1
    word = words.words[noun]
    if not word.isalpha() or word in _VERBS or (nouns is not None and word not in nouns):
        return None
    end = noun + 1
    while end < noun + _LONGEST_NAME and _belongs(words, end, stops_at):
        end += 1
    while end > noun + 1 and (words.words[end - 1] in _PREPOSITIONS | _ARTICLES or not words.words[end - 1].isalnum()):
        end -= 1
    return Event(end, (first, end))


def _belongs(words: Words, place: int, stops_at: StopsAt) -> bool:
    word = words.words[place]
    if word == ".":
        return words.sentences[place] == words.sentences[place + 1] and place + 1 < words.count
    if not word or word in _VERBS or not (word.isalnum() or word == "'"):
        return False
    # "na ontvangst van het advies | de Kamer": an article that follows no preposition opens something new.
    if word in _ARTICLES and words.words[place - 1] not in _PREPOSITIONS:
        return False
    return not stops_at(place)


def _clause(words: Words, place: int) -> Event | None:
    """All words after zodra, nadat or wanneer up to the next comma or the end of the sentence."""
    before = words.words[place - 1] if place else ""
    end = place + 1
    while (
        end < words.count
        and end <= place + _LONGEST_CLAUSE
        and not _ends_clause(words, end)
        and not in_any_case_at(words, end)
    ):
        end += 1
    if words.words[place] == "wanneer" and (before in _NO_EVENT_BEFORE_WANNEER or _is_question(words, place, before)):
        return None
    return Event(end, (place + 1, end)) if end > place + 2 else None


def in_any_case_at(words: Words, place: int) -> bool:
    """Whether a limit to the event follows: (zodra het advies er is) en in ieder geval voor de zomer."""
    start = place + (words.words[place] == ",")
    if words.words[start] not in {"en", "maar", "doch"}:
        return False
    following = words.words[start + 1 : start + 4]
    return following[0] == "uiterlijk" or (following[0] == "in" and following[2] == "geval")


def _ends_clause(words: Words, place: int) -> bool:
    word = words.words[place]
    if word == ".":
        return words.sentences[place] != words.sentences[place + 1] or place + 1 >= words.count
    return word in _CLAUSE_ENDS and not (word == "-" and words.is_glued(place))


def _is_question(words: Words, place: int, before: str) -> bool:
    """Whether wanneer opens a question; only the first word of a sentence can."""
    if before and words.sentences[place - 1] == words.sentences[place]:
        return False
    for ahead in range(place, min(words.count, place + 60)):
        if words.sentences[ahead] != words.sentences[place]:
            return False
        if words.words[ahead] == "?":
            return True
    return False
