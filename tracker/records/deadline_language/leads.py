"""The words before a period that say what it is: the whole window, its end, its beginning, the day before it."""

from typing import Final, NamedTuple

from tracker.records.deadline_language import names
from tracker.records.deadline_language.tables import phrase_table
from tracker.records.deadline_language.words import Words

IN, BEFORE, BEFORE_END, AFTER, FROM, FOR, LATER, ULTIMO, WITH = (
    "in", "before", "before_end", "after", "from", "for", "later", "ultimo", "with",
)  # fmt: skip
_LIMIT: Final = "limit"
_MOST_LEADS: Final = 3


class Lead(NamedTuple):
    """What the words before a period say; `mode` is empty where there are none. `next` is where the period begins."""

    mode: str
    is_limit: bool
    next: int
    said: str = ""

    @property
    def is_said(self) -> bool:
        """Whether any such word stands there."""
        return bool(self.mode) or self.is_limit


LEADS: Final = phrase_table(
    {
        _LIMIT: (
            "uiterlijk|niet later dan|niet na|tot en met|tot uiterlijk|t/m|op zijn laatst|op z ' n laatst|ten laatste",
            "op uiterlijk|voor uiterlijk|tussen nu en",
        ),
        BEFORE: (
            "voor|voor aanvang van|voor de aanvang van|voor het begin van|voor de start van|voor begin van",
            "voorafgaand aan|voor ingang van|voor de ingang van",
        ),
        BEFORE_END: (
            "voor het einde van|voor het eind van|voor einde van|voor eind van|voor eind|voor einde|voor het eind",
            "voor het einde",
        ),
        AFTER: ("na|na afloop van|na het einde van|na eind|na einde|pas na|niet voor het einde van|niet voor eind",),
        FROM: ("vanaf|niet eerder dan|niet voor|op zijn vroegst|op zijn vroegst in",),
        IN: (
            "in|op|tijdens|gedurende|rond|rondom|omstreeks|tegen|circa|ca|aan|per|met ingang van|m.i.v.|m.i.v",
            "in de loop van|loop van|ergens in|in de maand",
        ),
        FOR: (
            "in de periode|in de periode van|voor de periode|voor de periode van|voor een periode van|voor het jaar",
            "voor de jaren|in de jaren|gedurende de periode|in het jaar",
        ),
        LATER: ("later in|later",),
        ULTIMO: ("ultimo|per ultimo",),
        WITH: ("met",),
    }.items()
)


def lead_at(words: Words, place: int) -> Lead:
    """The lead words from here; of several the last counts (uiterlijk voor, "stelt voor in het najaar")."""
    mode, is_limit, said = "", False, ""
    for _ in range(_MOST_LEADS):
        for parts, meaning in LEADS.get(words.words[place], ()):
            end = place + len(parts)
            if words.words[place:end] == parts:
                place = end
                is_limit = is_limit or meaning == _LIMIT
                mode = mode if meaning == _LIMIT else meaning
                said = parts[0]
                break
        else:
            break
    return Lead(mode, is_limit, place, said)


def made_for(words: Words, place: int) -> bool:
    """Whether "voor" at this place follows what is made for a time: een begroting voor 2026."""
    return any(word in names.MADE_FOR for word in words.words[max(0, place - 2) : place])
