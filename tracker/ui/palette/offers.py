"""What the palette offers: the acts of the menus, the lists at the left, letters, and records that were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.filter import VIEWS
from tracker.records.letter import letter_reference
from tracker.records.registry import KINDS, kind_of
from tracker.records.snapshot import Summary
from tracker.ui.actions import ACTIONS
from tracker.ui.looks.icons import icon
from tracker.ui.parts.judgement import judge
from tracker.ui.parts.menu_walk import MenuAct, menu_acts
from tracker.ui.sidebar import ALL_RECORDS

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow
    from tracker.ui.session import Session
    from tracker.ui.work_area import WorkArea

_OPEN_FIRST = Text("Open eerst een register.", "Open a register first.")
_CHOOSE_FIRST = Text("Kies eerst een record.", "Choose a record first.")
_NOT_HERE = Text("Dat kan niet met dit record.", "Not possible with this record.")
_NOT_NOW = Text("Dat kan nu niet.", "Not possible now.")
_NOTHING_TO = {
    "undo": Text("Er is niets om ongedaan te maken.", "There is nothing to undo."),
    "redo": Text("Er is niets om opnieuw te doen.", "There is nothing to redo."),
}
_NAMING = Text("records die deze brief noemen", "records that name this letter")
_ACT_ON_A_RECORD = "edit"
_NEEDS = {spec.code: spec.needs for spec in ACTIONS}
_WORDS = {spec.code: f"{spec.words.nl} {spec.words.en}".replace("&", "") for spec in ACTIONS}


class Group(Enum):
    """The groups, in the order that they have where nothing else decides."""

    RECENT = Text("Laatst gekozen", "Chosen lately")
    LISTS = Text("Soorten en weergaven", "Kinds and views")
    ACTS = Text("Opdrachten", "Commands")
    RECORDS = Text("Records", "Records")
    LETTERS = Text("Brieven", "Letters")


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose.

    ``key`` stays the same over sessions. ``beside`` is shown behind the name, ``also`` is only found by, and
    ``refusal`` says why it cannot be done now.
    """

    group: Group
    key: str
    name: str
    sign: QIcon
    run: Callable[[], object]
    beside: str = ""
    keys: str = ""
    also: str = ""
    refusal: str = ""


def all_offers(window: MainWindow) -> list[Offer]:
    """Give everything that is offered whatever is typed: acts, lists and letters. Records are found apart."""
    found = act_offers(window)
    area, session = window.work_area, window.session
    if area is not None and session is not None:
        found += list_offers(area, window.language)
        found += letter_offers(area, session)
    return found


def act_offers(window: MainWindow) -> list[Offer]:
    """Give all acts of the menus, also those that cannot be done now, with the reason."""
    acts = menu_acts(window.menuBar())
    on_a_record = next((one.menus[0] for one in acts if one.action.objectName() == _ACT_ON_A_RECORD), None)
    return [
        Offer(
            Group.ACTS,
            f"act:{one.action.objectName() or f'{one.way} > {one.words}'}",
            one.words,
            one.action.icon(),
            one.action.trigger,
            one.way,
            one.keys,
            _WORDS.get(one.action.objectName(), ""),
            "" if one.is_possible else why_not(one, window, on_a_record).to(window.language),
        )
        for one in acts
        if one.action.objectName() != "palette"
    ]


def why_not(act: MenuAct, window: MainWindow, on_a_record: QMenu | None) -> Text:
    """Say why an act cannot be done now. A widget that knows better sets ``why_not`` (a Text) on its act.

    ``on_a_record`` is the menu of what needs a record to be on show.
    """
    told = act.action.property("why_not")
    if isinstance(told, Text):
        return told
    session, code = window.session, act.action.objectName()
    if session is None:
        return _OPEN_FIRST
    refusal = None if session.editor.refusal is None else session.editor.refusal.words
    if refusal is not None and (_NEEDS.get(code) == "write" or act.menus[-1] is window.menus.submenus["NEW"]):
        return refusal
    if code in _NOTHING_TO:
        return _NOTHING_TO[code]
    pane = None if window.work_area is None else window.work_area.record_pane
    if act.menus[0] is on_a_record:
        return _CHOOSE_FIRST if pane is None or pane.record is None else refusal or _NOT_HERE
    return _NOT_NOW


def list_offers(area: WorkArea, language: Language) -> list[Offer]:
    """Give the lists that can be shown: all records, each kind, each view. Views of the user's own belong here too."""
    controller = area.controller
    if controller is None:
        return []
    counts = area.sidebar.side_model.counts

    def offer(name: Text, sign: str, kind: str | None, view: str | None) -> Offer:
        def run() -> None:
            controller.choose(kind, view)
            area.list_pane.list.setFocus()

        count = counts.get(view or kind or "")
        return Offer(
            Group.LISTS, f"list:{kind or ''}:{view or ''}", name.to(language), icon(sign, "muted"), run,
            "" if count is None else str(count), also=f"{name.nl} {name.en}",
        )  # fmt: skip

    return [
        offer(ALL_RECORDS, "database", None, None),
        *(offer(kind.many, kind.icon, kind.code, None) for kind in KINDS),
        *(offer(view.label, view.icon, None, view.code) for view in VIEWS),
    ]


def letter_offers(area: WorkArea, session: Session) -> list[Offer]:
    """Give the letters; choosing one shows the records that name it."""
    controller = area.controller
    if controller is None:
        return []

    def offer(number: int, title: str, day: str, citation: str) -> Offer:
        def run() -> None:
            controller.choose(None, None)
            area.list_pane.search.setText(f'"{title}"')
            area.list_pane.list.setFocus()

        reference = letter_reference(number)
        beside = " · ".join(part for part in (day, session.words(_NAMING)) if part)
        return Offer(
            Group.LETTERS, f"letter:{session.store.path}:{number}", f"{reference} {title}", icon("mail", "muted"), run,
            beside, also=citation,
        )  # fmt: skip

    return [
        offer(
            row["number"],
            row["title"],
            day_words(row["day"], session.language) if row["day"] else "",
            row["citation"] or "",
        )
        for row in session.store.rows("letter")
    ]


def record_offers(found: Sequence[Summary], area: WorkArea, session: Session) -> list[Offer]:
    """Give the records that were found; choosing one opens it."""
    return [
        Offer(
            Group.RECORDS,
            record_key(session, one.id),
            f"{one.reference} {one.title}",
            icon(kind_of(one.kind).icon, "muted"),
            partial(_open, area, one.id),
            session.words(judge(one, session.today).words),
        )
        for one in found
    ]


def record_key(session: Session, record_id: int) -> str:
    """Give the name under which a record is remembered as chosen: with its register, for ids are the register's own."""
    return f"record:{session.store.path}:{record_id}"


def record_of_key(session: Session, key: str) -> int | None:
    """Give the record that was remembered under a key, None for another thing or another register."""
    start = f"record:{session.store.path}:"
    rest = key.removeprefix(start)
    return int(rest) if key.startswith(start) and rest.isdigit() else None


def _open(area: WorkArea, record_id: int) -> None:
    area.open_record(record_id)
    area.edit()
