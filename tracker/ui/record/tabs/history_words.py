"""The history of a record as rich text: who, when, which field, and the old beside the new."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tracker.basics.formats import moment_words
from tracker.basics.language import Text
from tracker.services.history import FieldChange
from tracker.services.word_diff import word_diff
from tracker.ui.looks.tokens import tokens
from tracker.ui.session import Session

RESTORE_LINK = "restore:"
_NOTHING = Text("leeg", "empty")
_RESTORE = Text("terugzetten naar", "put back")
_EMPTY_AGAIN = Text("weer leegmaken", "make empty again")
_LONG = 60
"""From this length a changed text is shown as one text with the differences marked."""
_SHOWN_IN_LINK = 40
_CAPTION_WIDTH = "36%"


def step_in_html(session: Session, lines: list[tuple[int, FieldChange, bool]]) -> str:
    """Give one step: its head, and its lines as (number, change, whether its old value can be put back)."""
    _, first, _ = lines[0]
    when = moment_words(first.at, session.language)
    rows = "".join(_line(session, *line) for line in lines)
    return (
        f'<p style="margin:0 0 0 0; color:{tokens().muted}">{escape(when)} · {escape(first.by)}</p>'
        f'<p style="margin:0 0 2px 0"><b>{escape(first.label)}</b></p>'
        f'<table width="100%" cellspacing="0" cellpadding="0" style="margin:0 0 14px 0">{rows}</table>'
    )


def _line(session: Session, number: int, one: FieldChange, may_restore: bool) -> str:
    caption = f"{one.what}: {one.caption}" if one.what else one.caption
    link = _restore_link(session, number, one) if may_restore else ""
    return (
        f'<tr><td width="{_CAPTION_WIDTH}" style="padding:2px 8px 2px 0; color:{tokens().muted}">{escape(caption)}</td>'
        f'<td style="padding:2px 0">{_change(session, one)}{link}</td></tr>'
    )


def _change(session: Session, one: FieldChange) -> str:
    nothing = f"<i>{escape(session.words(_NOTHING))}</i>"
    if one.before and one.after and max(len(one.before), len(one.after)) >= _LONG:
        return differences_in_html(one.before, one.after)
    was, becomes = (_in_html(words) or nothing for words in (one.before, one.after))
    return becomes if not one.before and not one.changed_a_row else f"{was} → <b>{becomes}</b>"


def differences_in_html(before: str, after: str) -> str:
    """Give both texts in one: what went is struck through, what came is underlined; colour only adds to that."""
    late, ok = tokens().tones["late"], tokens().tones["ok"]
    looks = {
        "same": ("", ""),
        "gone": (f'<s style="color:{late.text}; background-color:{late.ground}">', "</s>"),
        "new": (f'<u style="color:{ok.text}; background-color:{ok.ground}">', "</u>"),
    }
    shown = []
    pieces = word_diff(before, after)
    if [piece.sort for piece in pieces] == ["gone", "new"]:
        looks["gone"] = (looks["gone"][0], "</s><br>")  # two texts with nothing in common: one under the other
    for piece in pieces:
        if piece.sort == "skipped":
            shown.append(" … ")
            continue
        start, end = looks[piece.sort]
        shown.append(f"{start}{_in_html(piece.text)}{end}")
    return "".join(shown)


def _restore_link(session: Session, number: int, one: FieldChange) -> str:
    words = one.before
    short = words if len(words) <= _SHOWN_IN_LINK else f"{words[:_SHOWN_IN_LINK].rstrip()}…"
    caption = f"{session.words(_RESTORE)} “{' '.join(short.split())}”" if words else session.words(_EMPTY_AGAIN)
    return f'<br><a href="{RESTORE_LINK}{number}" style="color:{tokens().link}">{escape(caption)}</a>'


def _in_html(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def fields_in(changes: Iterable[FieldChange]) -> dict[tuple[str, str], str]:
    """Give the captions of all fields that ever changed, by (entity, field); the record's own come first."""
    own: dict[tuple[str, str], str] = {}
    beside: dict[tuple[str, str], str] = {}
    for one in changes:
        target = beside if one.what else own
        target.setdefault((one.entity, one.field), f"{one.what}: {one.caption}" if one.what else one.caption)
    in_order = [sorted(some.items(), key=lambda pair: pair[1].casefold()) for some in (own, beside)]
    return dict([*in_order[0], *in_order[1]])
