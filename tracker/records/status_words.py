"""Words for a state that other sources use, and what each means for a kind. What is not known is asked, not guessed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from tracker.basics.folding import fold
from tracker.basics.language import Text
from tracker.records.registry import kind_of

if TYPE_CHECKING:
    from tracker.records.status import Status

_MEANINGS: Final[dict[str, str]] = {
    "start": (
        "nog niet gestart; niet gestart; nog starten; nog te starten; gepland; nieuw; te starten; not started;"
        " planned;"
        "new; to do; todo; nog niet begonnen; in voorbereiding; voorbereiding; in preparation; pending; ingediend;"
        " backlog; nog doen; not yet started"
    ),
    "open": (
        "open; openstaand; openstaande; staat open; open staand; nog open; niet voldaan; nog niet voldaan;"
        "nog niet afgedaan; niet afgedaan; outstanding; not done; op schema nog open; nog te doen; te doen;"
        " aangehouden"
    ),
    "running": (
        "loopt; lopend; lopende; loopt nog; in uitvoering; in behandeling; in behandeling zijnde; in bewerking;"
        " bezig;"
        "onderhanden; wordt uitgevoerd; in progress; ongoing; running; underway; under way; on track; op schema;"
        "op koers; gestart; begonnen; started; actief; active; in proces; mee bezig; in procedure; doorlopend;"
        " continu; groen; green; op tijd; concept; in concept; bijna klaar;"
        " bijna gereed; waiting on someone else; wacht op iemand anders"
    ),
    "late": (
        "vertraagd; vertraging; loopt vertraging op; achter op schema; loopt achter; delayed; late; behind;"
        " behind schedule;"
        "at risk; off track; uitgesteld; overdue; te laat; rood; red; deferred;"
        " niet op tijd; termijn verstreken; termijn verlopen"
    ),
    "watched": "amber; oranje; geel; orange; yellow",
    "extended": "verlengd; extended",
    "partly": (
        "deels afgedaan; deels voldaan; gedeeltelijk afgedaan; gedeeltelijk voldaan; ten dele voldaan;"
        " deels uitgevoerd;"
        "deels gereed; partly done; partially done; partly settled; partly met; partially met; partly implemented;"
        " partially implemented"
    ),
    "proposed": (
        "voorgesteld als voldaan; voorstel afgedaan; voorstel voldaan; voorgesteld afgedaan;"
        " voorgedragen als voldaan;"
        "afgedaan volgens bewindspersoon; afdoeningsvoorstel; proposed as met; afgedaan ter beoordeling kamer"
    ),
    "done": (
        "afgedaan; voldaan; uitgevoerd; gereed; afgerond; klaar; gedaan; nagekomen; geheel voldaan;"
        " volledig uitgevoerd;"
        "afgehandeld; gerealiseerd; voltooid; behaald; done; completed; complete; finished; closed; settled; met;"
        " gesloten;"
        "is afgedaan; is voldaan; is uitgevoerd; is gereed; is afgerond; afgewikkeld; opgeleverd; delivered;"
        " implemented; satisfactorily implemented; fully implemented; dealt with satisfactorily;"
        " implemented satisfactorily; dealt with in a satisfactory manner; ok afgerond"
    ),
    "not done": (
        "niet uitgevoerd; niet nagekomen; wordt niet uitgevoerd; niet overgenomen; not carried out; not kept;"
        " niet gerealiseerd; not implemented"
    ),
    "dropped": (
        "vervallen; vervalt; ingetrokken; geannuleerd; gestopt; stopgezet; beeindigd; gestaakt; cancelled; canceled;"
        "dropped; withdrawn; lapsed; stopped; terminated; komt te vervallen"
    ),
    "moved": "overgedragen; overgedragen aan; overgeheveld; overgeheveld naar; handed over; transferred; overdracht",
    "merged": "samengevoegd; merged; opgegaan in; samengevoegd met; gebundeld",
    "adopted": "overgenomen; accepted; aangenomen",
}
_OF_KIND: Final[dict[str, dict[str, str]]] = {
    "motion": {
        "start": "nog niet gestart", "open": "nog niet gestart", "running": "in uitvoering", "late": "in uitvoering",
        "watched": "in uitvoering",
        "partly": "deels afgedaan", "proposed": "afgedaan", "done": "afgedaan", "not done": "niet uitgevoerd",
        "moved": "overgedragen",
    },
    "commitment": {
        "start": "openstaand", "open": "openstaand", "running": "openstaand", "late": "openstaand",
        "watched": "openstaand",
        "partly": "deels voldaan", "proposed": "voorgesteld als voldaan", "done": "voldaan",
        "not done": "niet nagekomen",
        "dropped": "vervallen", "moved": "overgedragen",
    },
    "action": {
        "start": "nog niet gestart", "open": "nog niet gestart", "running": "loopt", "late": "vertraagd",
        "extended": "loopt", "partly": "loopt", "done": "afgerond", "dropped": "vervallen", "merged": "samengevoegd",
    },
    "operational-action": {
        "start": "voorbereiding", "open": "voorbereiding", "running": "lopend", "late": "lopend", "extended": "lopend",
        "watched": "lopend",
        "partly": "lopend", "done": "afgerond", "dropped": "geannuleerd",
    },
    "programme": {
        "start": "voorbereiding", "open": "voorbereiding", "running": "lopend", "late": "lopend",
        "watched": "lopend", "extended": "verlengd", "partly": "lopend", "done": "afgerond", "dropped": "beëindigd",
    },
    "instrument": {
        "start": "in voorbereiding", "open": "in voorbereiding", "adopted": "aangenomen", "dropped": "ingetrokken",
    },
    "recommendation": {
        "start": "in beraad", "open": "in beraad", "running": "overgenomen", "adopted": "overgenomen",
        "partly": "deels overgenomen", "done": "uitgevoerd",
    },
}  # fmt: skip
# The ministry says "voldaan" where the Chamber has yet to decide; its own word "afgedaan" is a proposal.
_SPECIAL: Final = {
    ("commitment", "afgedaan"): "voorgesteld als voldaan",
    ("commitment", "is afgedaan"): "voorgesteld als voldaan",
    ("recommendation", "deels overgenomen"): "deels overgenomen",
    ("motion", "vervallen"): "niet uitgevoerd",
    ("action", "in onderzoek"): "nog niet gestart",
    ("recommendation", "in onderzoek"): "in beraad",
    ("instrument", "van kracht"): "in werking",
    ("instrument", "geimplementeerd"): "omgezet",
    ("instrument", "bij raad van state"): "in voorbereiding",
    ("instrument", "in consultatie"): "in voorbereiding",
}
_WORDS: Final = {fold(word): meaning for meaning, words in _MEANINGS.items() for word in words.split(";")}
_AFTER_STATUS: Final = re.compile(
    r"\s*(?:[.,;:(–—-]|\d|\bmet\b|\bop\b|\bper\b|\baan\b|\bin\b|\bnaar\b|\bbij\b|\bdoor\b|$)"
)
_LAST_RESORT: Final = 200
_LEADING_SIGNS: Final = re.compile(r"^[^\w(]+")
_TRAILING_SIGNS: Final = re.compile(r"[^\w)]+$")
_ANSWERS: Final = {"ja": True, "j": True, "yes": True, "true": True, "waar": True,
                   "nee": False, "n": False, "no": False, "false": False, "onwaar": False}  # fmt: skip


@lru_cache(maxsize=4096)
def status_for(kind_code: str, word: str) -> str | None:
    """Give the state of a kind that a word means, its own or another source's; None where that is not known."""
    return _table(kind_code).get(_bare(word))


@lru_cache(maxsize=4096)
def own_status(kind_code: str, word: str) -> bool:
    """Tell whether a word is one of the kind's own states, in either language."""
    return _bare(word) in _own(kind_code)


def known_word(word: str) -> bool:
    """Tell whether a word is a state in any source, whatever the kind."""
    folded = _bare(word)
    return folded in _WORDS or any(folded in _own(code) for code in _OF_KIND)


def opening_status(kind_code: str, text: str) -> tuple[str, str] | None:
    """Give the state with which a text opens ("Afgedaan. De Kamer is …"), and the words that say it."""
    folded = _LEADING_SIGNS.sub("", fold(text[:_LAST_RESORT]))
    if not folded.startswith(_openings(kind_code)):
        return None
    best = ""
    for word in _table(kind_code):
        if len(word) > len(best) and folded.startswith(word) and _AFTER_STATUS.match(folded, len(word)):
            best = word
    return (_table(kind_code)[best], best) if best else None


@cache
def _openings(kind_code: str) -> tuple[str, ...]:
    return tuple(_table(kind_code))


def status_choices(kind_code: str) -> tuple[tuple[str, Text], ...]:
    """Give all states of a kind with their words, to choose from."""
    return tuple((one.word, one.words) for one in _states(kind_code))


def _bare(word: str) -> str:
    """Give a word without the signs around it: a coloured dot, a tick, a full stop."""
    return _TRAILING_SIGNS.sub("", _LEADING_SIGNS.sub("", fold(word)))


def status_of_answer(kind_code: str, question: str, answer: str) -> str | None:
    """Give the state that a yes or no means below a heading that is a state itself: "Afgedaan?": ja."""
    if _WORDS.get(_bare(question)) != "done" or _bare(answer) not in _ANSWERS:
        return None
    return status_for(kind_code, question if _ANSWERS[_bare(answer)] else "nog niet afgedaan")


def status_of_percent(kind_code: str, percent: float) -> str | None:
    """Give the state of what is done for so many in a hundred; None where the kind has no such state."""
    meaning = "start" if percent <= 0 else "done" if percent >= 100 else "running"
    return _OF_KIND.get(kind_code, {}).get(meaning)


def is_answer(text: str) -> bool:
    """Tell whether a text is a yes or a no."""
    return _bare(text) in _ANSWERS


@cache
def _table(kind_code: str) -> dict[str, str]:
    meant = _OF_KIND.get(kind_code, {})
    found = {word: meant[meaning] for word, meaning in _WORDS.items() if meaning in meant}
    found |= {word: status for (code, word), status in _SPECIAL.items() if code == kind_code}
    return found | _own(kind_code)


@cache
def _own(kind_code: str) -> dict[str, str]:
    return {fold(words): one.word for one in _states(kind_code) for words in (one.word, one.english)}


def _states(kind_code: str) -> tuple[Status, ...]:
    return kind_of(kind_code).model.statuses
