"""The forms in which parliamentary citations are written: the patterns that the reader steps through.

Every quantifier here is bounded and none is nested in another that could match the same words, so that each attempt
costs a fixed amount of work and reading stays linear. Patterns run over flat text (see `flatten`), where every run of
blanks is one blank, or one newline where a line or cell ended, and every dash is a hyphen.
"""

import re
from dataclasses import dataclass
from typing import Final

# Word sets no-break and thin blanks in numbers, and en-dashes, and leaves soft hyphens and zero-width marks behind.
_REMOVED: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_LINE_BREAKS: Final = frozenset("\n\r\v\f\t\x1c\x1d\x1e\x85\u2028\u2029")
_REPLACED: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
}


@dataclass(frozen=True, slots=True)
class FlatText:
    """Text with its blanks, dashes and quotes made plain; `offsets[i]` is where character i stood in the original."""

    text: str
    offsets: tuple[int, ...]
    original: str

    def words(self, start: int, end: int) -> str:
        """The original words between two positions of the flat text."""
        return self.original[self.offsets[start] : self.offsets[end - 1] + 1]


def flatten(original: str) -> FlatText:
    """The text as the patterns expect it."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(original):
        if character in _REMOVED:
            continue
        if character.isspace():
            blank = "\n" if character in _LINE_BREAKS else " "
            if characters and characters[-1] in " \n":
                if blank == "\n":
                    characters[-1] = blank
                continue
            characters.append(blank)
        else:
            characters.append(_REPLACED.get(character, character))
        offsets.append(offset)
    return FlatText("".join(characters), tuple(offsets), original)


def _pattern(source: str) -> re.Pattern[str]:
    # ASCII, or the long s and the Kelvin sign would count as letters of a lead word.
    return re.compile(source.replace("~", r"[ \n]?"), re.IGNORECASE | re.ASCII)


_NO_LETTER_BEFORE = r"(?<![a-z])"
_NO_WORD_BEFORE = r"(?<![a-z0-9])"
_NO_WORD_AFTER = r"(?![a-z0-9])"
_FIVE_DIGITS = r"[1-9][0-9][ .]?[0-9]{3}(?![0-9])"
_CHAMBER_WORDS = r"(?:tweede|eerste)[ \n]kamer(?:[ \n]der[ \n]staten-generaal)?"
_YEAR_WORDS = r"(?:(?:vergaderjaar|verg\.?~jaar|vj\.?|zittingsjaar|zitting|parlementair[ \n]jaar)~)?"

# --- where a citation can start ---------------------------------------------------------------------------------------

STARTERS: Final = _pattern(
    r"(?P<address>(?:https?://|www\.|tweedekamer\.nl/|officielebekendmakingen\.nl/|detail\?)[^\s<>\"]+)"
    rf"|(?P<identifier>{_NO_WORD_BEFORE}(?=kst|ah-|h-[te]k-|(?:19|20)[0-9]{{2}}[zda][0-9]|tz ?20|t0))"
    rf"|(?P<minutes>{_NO_LETTER_BEFORE}(?:(?:aanh(?:angsel|\.)~(?:(?:van|bij|tot)[ \n](?:de[ \n])?)?)?handelingen"
    r"|aanhangsel)(?![a-z]))"
    rf"|(?P<papers>{_NO_LETTER_BEFORE}(?:kamerstuk(?:ken|\(ken\)|nummers?|dossiers?|nrs?)?|kamerst\.|kamerdossiers?)"
    r"(?![a-z])\.?)"
    rf"|(?P<chamber>{_NO_WORD_BEFORE}(?:{_CHAMBER_WORDS}|tk|ek)(?![a-z]))"
    rf"|(?P<reversed>{_NO_LETTER_BEFORE}nr\.?[ ]?(?P<reversed_number>[0-9]{{1,4}}[a-z]?)[ ]?\((?={_FIVE_DIGITS}))"
    # A number that may be a dossier by itself must stand free: no amount, telephone, address or part of another number.
    rf"|(?P<bare>(?<![a-z0-9€$£+/.=#_&-])(?<![0-9][ ,])(?={_FIVE_DIGITS}(?![.,]?[0-9])))"
)

# --- identifiers of registers -----------------------------------------------------------------------------------------

_KINGDOM_ID = r"\(?r ?[0-9]{3,4}\)?"
IDENTIFIERS: Final = _pattern(
    rf"{_NO_WORD_BEFORE}(?:"
    # kst-36600-VI-2, kst-21501-02-3174, kst-cxxiv-g; a reprint or annex mark (-h1, -b2, -n1) is not part of the number.
    r"kst-(?:(?P<dossier>[1-9][0-9]{4})(?:-(?P<series>[0-9]{2})(?=-[0-9a-z]))?|(?P<roman>[ivxlc]{3,8}))"
    rf"(?:-(?P<chapter>{_KINGDOM_ID}|[a-z]{{1,6}}))?-(?P<number>[0-9]{{1,4}}[a-z]?|[a-z]{{1,5}})(?:-[bhn][0-9]{{1,3}})?"
    r"(?!-?[a-z0-9])"
    # KST36410VI2 and KST3552660: run together, split after five.
    r"|kst(?P<glued>[1-9][0-9]{4})(?:(?P<glued_chapter>[a-z]{1,5})(?=[1-9]))?(?P<glued_number>[1-9][0-9]{0,3}|[a-z]{1,5})"
    r"(?!-?[a-z0-9])"
    r"|(?P<sort>ah|h)-(?P<house>[te]k)-(?P<first_year>[0-9]{4})(?P<last_year>[0-9]{4})-(?P<meeting>[0-9]{1,5})"
    r"(?:-(?P<item>[0-9]{1,4}))?(?:-(?P<last_page>[0-9]{1,4}|[a-z][0-9]{1,3}))?(?![a-z0-9_])"
    r"|(?P<code>(?:19|20)[0-9]{2}(?P<code_letter>[zda])[0-9]{5})(?![a-z0-9])"
    r"|(?P<tz>tz ?20[0-9]{2}(?:0[1-9]|1[0-2]) ?- ?[0-9]{1,4})(?![a-z0-9])"
    r"|(?P<t>t0[0-9]{4})(?![a-z0-9])"
    r")"
)

# --- what stands before the dossier -----------------------------------------------------------------------------------

# "II" is scanned as 11, ll or Il; 2 and 1 stand for II and I.
CHAMBER: Final = _pattern(
    r"~[,(]?~(?:(?:van|der|uit)[ \n](?:de[ \n])?)?(?:"
    rf"(?P<both>i(?:/| en |, )ii)|(?P<second>[il1]{{2}}|2|tk|tweede[ \n]kamer)|(?P<first>[il1]|ek|eerste[ \n]kamer))"
    rf"{_NO_WORD_AFTER}(?!/[0-9]|\.[0-9])(?:[ \n]der[ \n]staten-generaal)?"
)
SESSION: Final = _pattern(
    rf"~[,;(]?~{_YEAR_WORDS}(?P<first_year>1[89][0-9]{{2}}|20[0-9]{{2}})[ ]?[/-][ ]?-?[ ]?'?"
    r"(?P<last_year>[0-9]{4}|[0-9]{2})(?![0-9])[)]?"
)
# "2022-203", "20/21", "2019": a year that names no session is passed over.
YEAR_WITHOUT_SESSION: Final = _pattern(
    rf"~[,;(]?~{_YEAR_WORDS}(?:(?:1[89]|20)[0-9]{{2}}(?:[/-][0-9]{{1,4}})?|[0-9]{{2}}/[0-9]{{2}})(?![0-9])(?=[ \n,;)])"
)
BEFORE_DOSSIER: Final = _pattern(
    r"~(?:[,;:(-]~){0,2}(?:(?:kamerstuk(?:ken|nummer)?|dossier(?:nummer|nr)?|nrs?|nummers?)(?![a-z])[.:]?~){0,2}"
)

# --- the dossier ------------------------------------------------------------------------------------------------------

DOSSIER_AFTER_LEAD: Final = _pattern(r"(?P<ten>[1-9][0-9])[ \n.-]?(?P<rest>[0-9]{3})(?![0-9])(?!\.[0-9])")
DOSSIER_BARE: Final = _pattern(r"(?P<ten>[1-9][0-9])[ .]?(?P<rest>[0-9]{3})(?![0-9])(?![.,][0-9])")
OLD_DOSSIER: Final = _pattern(r"(?P<ten>)(?P<rest>[1-9][0-9]{3})(?![0-9/-])")
ROMAN_DOSSIER: Final = _pattern(r"(?P<roman>[IVXLC]{3,8})(?![a-z0-9.])")
SERIES: Final = _pattern(r"~-~(?P<series>[0-9]{2})(?![0-9a-z])")
KINGDOM: Final = _pattern(
    r"~(?:\([ ]?r[ ]?(?P<in_brackets>[0-9]{1,4})[ ]?\)|-[ ]?\(?r[ ]?(?P<after_dash>[0-9]{3,4})\)?"
    r"|(?<=[ \n])r[ ]?(?P<after_blank>[0-9]{3,4}))(?![a-z0-9])"
)
CHAPTER: Final = _pattern(
    r"(?:~,?~\(?(?P<word>hoofdstuk|hfdst\.?|hfst\.?)[ \n]|(?P<mark>~[-.][ ]?|[ \n]|))"
    r"(?P<chapter>[a-z]{1,6})(?![a-z0-9])(?!['.][a-z])(?(word)\)?)"
)
AND_OTHERS: Final = _pattern(r"~,?~(?:e\.? ?a\.|c\.? ?a\.|e\.? ?v\.)")
NEXT_DOSSIER: Final = _pattern(r"~(?:,|/|\+|&|(?<=[ \n])(?:en|alsmede)(?=[ \n]))~(?=[1-9])")
BUDGET_CHAPTER: Final = re.compile(r"(?P<roman>X{0,3}(?:IX|IV|V?I{0,3}))(?P<letter>[A-E]?)")

# --- the number -------------------------------------------------------------------------------------------------------

NUMBER_WORD: Final = _pattern(
    r"~(?:[,;-]~)?\(?(?:onder[ \n])?"
    r"(?P<word>nrs?|nos?|nummers?|ondernummers?|letters?|stuknrs?|stuk|stukken)(?![a-z])(?:[.:]|,(?= ))?~"
)
NUMBER: Final = _pattern(
    r"(?:(?P<thousand>[1-9])[. ](?P<hundreds>[0-9]{3})(?![0-9])|(?P<digits>[0-9]{1,4}[a-z]?))(?![a-z0-9])(?!,[0-9])"
)
LETTERS: Final = _pattern(r"(?P<letters>[a-z]{1,2})(?![a-z0-9&])(?!['.-][a-z])")
# Two letters that are rather a word, or the short name of a party, ministry, meeting or country, than a paper's number.
WORD_OF_TWO: Final = re.compile("al|de|dr|en|er|et|ge|he|ik|in|is|ja|je|la|le|me|na|nu|of|om|op|pp|st|te|tk|we|ze|zo")
ABBREVIATION: Final = re.compile("AG|AO|AP|BV|BW|BZ|CD|CU|DG|EK|EU|GL|JV|NO|OM|SP|TK|UK|US|VN|VS|WO")
RANGE: Final = _pattern(r"~(?:-|t/m|tot[ \n]en[ \n]met)~(?P<last>[0-9]{1,4})(?![a-z0-9]|-[0-9])")
LETTER_RANGE: Final = _pattern(r"~(?:-|t/m|tot[ \n]en[ \n]met)~(?P<last>[a-z])(?![a-z0-9.])")
NEXT_NUMBER: Final = _pattern(rf"~(?P<sign>,|/|\+|&|(?<=[ \n])en(?=[ \n]))~(?=[0-9a-z])(?!{_FIVE_DIGITS})")
NEXT_NUMBER_WORD: Final = _pattern(r"~(?:[,;]|&|(?<=[ \n])en(?=[ \n])|alsmede)~(?:en[ \n])?(?=[ndolNs])")
NUMBERS_IN_BRACKETS: Final = _pattern(r"~\((?P<numbers>[0-9]{1,4}[a-z]?(?:,[ ]?[0-9]{1,4}[a-z]?){0,30})\)")
NUMBER_AFTER_DASH: Final = _pattern(r"~-~(?=[0-9a-z])")
# Without a lead word "28638 -257" is a citation and "28638 - 257" a sum.
NUMBER_AFTER_DASH_BARE: Final = _pattern(r"[ ]?-(?=[0-9a-z])")
NUMBER_AFTER_COMMA: Final = _pattern(r"~(?P<comma>,?)~(?=[0-9a-z])")
END_OF_NUMBER: Final = _pattern(
    # Also where a line or cell ends and the next does not go on in small letters ("22" and, on the next line, "maart").
    r"(?=\n(?!(?-i:[a-z]))|~(?:$|[.;:)\](\"'|]|,(?! ?[0-9])|(?:p|pp|pag|pagina|blz|bladzijde)(?![a-z])|en[ \n]))"
)
NO_NUMBER_HERE: Final = _pattern(r"-[0-9]|[.:/][0-9]|[ ][0-9]{3}(?![0-9])|~(?:%|€|euro)")
MONTH: Final = _pattern(
    r"[ \n](?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?![a-z])"
)
INITIAL: Final = _pattern(r"\.[ ]?[a-z]")
NEXT_LETTER: Final = _pattern(r"~(?:,|/|&|(?<=[ \n])en(?=[ \n]))~(?P<letter>[a-z])(?![a-z0-9&-])(?!'[a-z])")
PAGES: Final = _pattern(
    r"~(?:\([^()\n]{0,40}\)~)?[,;(]?~(?:pp?|pag|pagina|pagina's|blz|bladzijden?)(?![a-z])\.?~[0-9]{1,5}(?![0-9])"
    rf"(?:~(?:[-/,]|en)~(?!{_FIVE_DIGITS})[0-9]{{1,5}}(?![0-9])){{0,12}}"
)
NEXT_CITATION: Final = _pattern(r"~(?:[,;]|(?<=[ \n])(?:en|alsmede)(?=[ \n]))~(?:en[ \n])?(?=[0-9v])")

# --- Handelingen ------------------------------------------------------------------------------------------------------

ANNEX_WORD: Final = _pattern(r"~,?~aanh(?:angsel|\.)(?:~(?:van[ \n]de[ \n])?handelingen)?(?![a-z])")
MINUTES_WORD: Final = _pattern(r"~,?~(?P<annex>aanh(?:angsel|\.)~(?:van[ \n]de[ \n])?)?handelingen(?![a-z])")
DOSSIER_BEFORE_MEETING: Final = _pattern(rf"~,?~{_FIVE_DIGITS}(?=,)")
MEETING: Final = _pattern(
    r"~,?~(?:(?:nr|no|nummer)s?(?![a-z])\.?~(?P<marked>[0-9]{1,3})|(?P<unmarked>[0-9]{1,3})(?=~,~item))(?![0-9a-z])"
    r"(?:~,?~items?(?:nr\.?)?~(?P<item>[0-9]{1,3})(?![0-9a-z])|-(?P<joined_item>[0-9]{1,2})(?![0-9a-z]))?"
)
BARE_ANNEX_NUMBER: Final = _pattern(r"~,~(?P<number>[0-9]{1,4})(?![0-9a-z/-])(?=~(?:$|[.;:)\]]))")

# --- what a bare number before a dash, comma or letter must not be preceded by ----------------------------------------

NO_DOSSIER_AFTER: Final = _pattern(
    r"(?:€|ƒ|\$|£|eur|euro|art\.|artikel|artikelen|§|postbus|tel\.?|telefoon|fax|kvk|bsn|iban|issn|isbn|ljn|celex|"
    r"zaak(?:nr\.?|nummer)?|rol(?:nr\.?|nummer)|parketnummer|(?:stcrt|stb|trb|staatscourant|staatsblad|tractatenblad)"
    r"\.?[ ]?[0-9]{0,4},?(?:[ ]nr\.)?)[:.]?[ \n]?$"
)
