"""The judgement on a record as a list shows it: icon, a few words, and the tone of their colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from tracker.basics.language import Text
from tracker.records.filter import DUE_SOON_DAYS
from tracker.records.nothing_known import says_not_yet
from tracker.records.registry import kind_of
from tracker.records.snapshot import Summary
from tracker.records.status import Phase


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a record stands: never by colour alone. ``has_ground``: only what asks for attention stands on a ground."""

    tone: str
    icon: str
    words: Text
    has_ground: bool = False


_DONE = Judgement("ok", "circle-check", Text("Afgedaan", "Settled"))
_WAITS = Judgement("wait", "hourglass", Text("Wacht op", "Waits for"))
_NO_DEADLINE = Judgement("none", "circle-dashed", Text("Zonder termijn", "No deadline"))
_NO_DAY = Judgement("none", "circle-dashed", Text("Geen dag", "No day"))
_HELD_OVER = Judgement("wait", "hourglass", Text("Aangehouden", "Held over"))
_TODAY = Judgement("soon", "clock", Text("Vandaag", "Today"), has_ground=True)


def judge(summary: Summary, today: date) -> Judgement:
    """Judge a record on a day: what ends today is in time, and late the day after.

    That a motion was held over is said unless its deadline asks for attention.
    """
    if summary.phase == "done":
        return _DONE
    if summary.phase == "dropped":
        return _dropped(summary.kind, summary.status, is_loaded=kind_of(summary.kind).is_loaded)
    judged = None if summary.deadline_end is None else _judge_day((summary.deadline_end - today).days)
    if summary.held_over and (judged is None or not judged.has_ground):
        return _HELD_OVER
    if judged is not None:
        return judged
    if summary.waits_for:
        return _WAITS
    return _NO_DAY if summary.deadline_wording and not says_not_yet(summary.deadline_wording) else _NO_DEADLINE


@cache
def _dropped(kind_code: str, status: str | None, *, is_loaded: bool) -> Judgement:
    """Say how it was dropped (merged, handed over …); a motion that a Chamber rejected has no such status."""
    kind = kind_of(kind_code)
    words = Text("Vervallen", "Dropped")
    if is_loaded and status and kind.model.phase_of({"status": status}) is Phase.DROPPED:
        words = kind.status_words(status)
    return Judgement("none", "x", Text(words.nl.capitalize(), words.en.capitalize()))


@lru_cache(maxsize=4096)
def _judge_day(days: int) -> Judgement:
    if days < 0:
        return Judgement(
            "late", "circle-alert", Text(f"Over tijd · {-days} d", f"Overdue · {-days} d"), has_ground=True
        )
    if days == 0:
        return _TODAY
    left = Text(f"Nog {days} d", f"{days} d left")
    if days <= DUE_SOON_DAYS:
        return Judgement("soon", "clock", left, has_ground=True)
    return Judgement("ok", "circle-check", left)
