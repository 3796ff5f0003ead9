"""Where sentences begin and end, in Dutch prose with its abbreviations, initials and numbers.

>>> text = "Zie Kamerstuk 36 547, nr. 36. Ik kom hierop terug, d.d. 3 juli."
>>> [text[start:end] for start, end in sentence_spans(text)]
['Zie Kamerstuk 36 547, nr. 36.', 'Ik kom hierop terug, d.d. 3 juli.']
"""

import re
from typing import Final

_END: Final = re.compile(r"[.!?…]+[\"”’')\]]{0,3}(?=\s)|\n")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\[‘“'/-])(?:nr|nrs|art|artt|blz|bijv|bv|ca|vgl|zgn|incl|excl|resp|evt|dhr|mevr|mw|mr|drs|dr|ir|ing|prof|"
    r"st|lid|afd|hfst|par|pag|p|jl|e\.a|e\.d|e\.v|d\.d|c\.s|o\.a|o\.m|m\.n|m\.b\.t|t\.a\.v|t\.b\.v|i\.v\.m|m\.i\.v|"
    r"d\.m\.v|n\.a\.v|t\.o\.v|i\.h\.k\.v|i\.s\.m|a\.s|t\.z\.t|z\.s\.m|t\.g\.v|o\.g\.v|jan|feb|mrt|apr|jun|jul|aug|"
    r"sept?|"
    r"okt|nov|dec|Trb|Stb|Stcrt|[A-Z]|(?:[A-Z]\.){1,6}[A-Z]?)\.$"
)
_SURE_END: Final = re.compile(r"(?:jl|c\.s|e\.a|e\.d|a\.s|z\.s\.m|t\.z\.t)\.$")
_STARTS: Final = re.compile(r"\s*[\"“‘'(\[]?[A-ZÀ-Þ0-9•–-]")
_LOOK_BACK: Final = 16
_LONGEST: Final = 3_000


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give the start and end of each sentence, without the blanks between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if not _is_end(text, found):
            continue
        _add(spans, text, start, found.end())
        start = found.end()
    _add(spans, text, start, len(text))
    return [part for span in spans for part in _no_longer(text, *span)]


def _no_longer(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give a sentence in parts where it is longer than any sentence is: what is looked for in it must cost no more."""
    parts: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        stop = blank if blank > start else start + _LONGEST
        _add(parts, text, start, stop)
        start = stop
    _add(parts, text, start, end)
    return parts


def ends_in_abbreviation(text: str) -> bool:
    """Tell whether the full stop at the end is that of an abbreviation, so that the sentence goes on: "nr."."""
    end = text[-_LOOK_BACK:]
    return _ABBREVIATION.search(end) is not None and not _SURE_END.search(end)


def _is_end(text: str, found: re.Match[str]) -> bool:
    if found[0] == "\n":
        return True
    if not _STARTS.match(text, found.end()):
        return False
    if found[0] != ".":
        return True
    before = text[max(0, found.end() - _LOOK_BACK) : found.end()]
    if not _ABBREVIATION.search(before):
        return True
    follows = text[found.end() : found.end() + 3].strip()
    return bool(_SURE_END.search(before)) and follows[:1].isupper()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
