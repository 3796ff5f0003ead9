"""Joins the filter in force to its chips, the popup, the menus of headings and cells, and what an empty list says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from tracker.basics.language import Text
from tracker.records.condition import Condition, condition_words
from tracker.records.filter import Filter, view_of
from tracker.records.list_field import ASKED_ONLY, field_in, list_field
from tracker.records.registry import kind_of
from tracker.services.browsing import Browsing
from tracker.services.filtering import condition_of, filter_fields, offers
from tracker.ui.listing.filter_popup import FilterChoice, FilterPopup
from tracker.ui.listing.pane import ListPane
from tracker.ui.session import Session

if TYPE_CHECKING:
    from tracker.records.field import FieldSpec
    from tracker.services.field_groups import FieldGroup
    from tracker.services.filtering import Offer

Way = tuple[Text, Callable[[], None]]
_KIND, _VIEW = Text("Soort", "Kind"), Text("Weergave", "View")
_CLEAR_WORDS = Text("Zoekwoorden weghalen", "Clear the search words")
_TAKE_AWAY = Text("Dit filter weghalen", "Take this filter away")
_CLEAR_ALL = Text("Alle filters wissen", "Clear all filters")


class FilterControls(QObject):
    """Changes what the list asks; ``changed`` tells that it asks something else now."""

    changed = Signal()
    base_removed = Signal(object)
    """What a view with a name began from was taken away: carries the filter that is left."""

    def __init__(self, session: Session, browsing: Browsing, pane: ListPane) -> None:
        super().__init__(pane)
        self._session, self._browsing, self._pane = session, browsing, pane
        self.popup: FilterPopup | None = None
        self._base: list[tuple[str, str, Filter]] = []
        """The chips before those of the conditions, each with the filter without it."""
        pane.chips.add_wanted.connect(self.add)
        pane.chips.edit_wanted.connect(self._edit)
        pane.chips.removed.connect(self._remove)
        pane.chips.cleared.connect(self.clear)

    def show(self, *, tells_base: bool = False) -> None:
        """Show the filter in force as chips; ``tells_base``: also the list that it narrows, for no title names that."""
        self._base = self._base_chips() if tells_base else []
        conditions = [self._texts(one) for one in self._browsing.chosen.conditions]
        texts = [*((label, words) for label, words, _ in self._base), *conditions]
        self._pane.chips.show_chips(texts, can_clear=bool(conditions))

    def told(self) -> list[str]:
        """Give everything that is asked in words, as chips and search field show it."""
        typed = self._browsing.chosen.words.strip()
        asked = [": ".join(self._texts(one)) for one in self._browsing.chosen.conditions]
        return [*asked, *([f"“{typed}”"] if typed else [])]

    def add(self) -> None:
        """Open the popup for another thing to ask."""
        self._open(FilterChoice(self._fields(), self._offers, self._session.today))

    def add_on(self, field: str) -> None:
        """Open the popup for a field; where the list asks something of it already, that is changed."""
        old = next((one for one in self._browsing.chosen.conditions if one.field == field), None)
        self._open(FilterChoice(self._fields(), self._offers, self._session.today, field, old))

    def knows(self, field: str) -> bool:
        """Tell whether the list on show can be filtered by a field."""
        return field_in(field, self._browsing.kind) is not None

    def by_value(self, record_id: int, field: str) -> None:
        """Ask for records that have the value that a record has of a field."""
        spec = field_in(field, self._browsing.kind)
        record = next(iter(self._session.store.records([record_id])), None)
        condition = None if spec is None or record is None else condition_of(record, spec)
        if condition is not None:
            self._apply(condition, next((one for one in self._browsing.chosen.conditions if one.field == field), None))

    def clear(self) -> None:
        """Ask nothing any more: neither conditions nor words."""
        self._set(())
        self._pane.search.clear()

    def why_empty(self, list_name: str) -> tuple[Text, list[Way]]:
        """Give what leaves nothing over, and the buttons that bring records back."""
        total, chosen, blame = self._browsing.total, self._browsing.chosen, self._browsing.blame()
        ways: list[Way] = []
        if blame is None:
            words = Text(
                f"Samen laten de filters van de {total} records in “{list_name}” niets over.",
                f"Together the filters leave nothing of the {total} records in “{list_name}”.",
            )
        else:
            guilty = blame.condition
            what = f"“{chosen.words.strip()}”" if guilty is None else f"“{': '.join(self._texts(guilty))}”"
            is_one = blame.without == 1
            nl, en = (
                ("het ene record", "one record")
                if is_one
                else (f"de {blame.without} records", f"{blame.without} records")
            )
            words = Text(
                f"{what} laat van {nl} in “{list_name}” niets over. "
                f"Haal {'de zoekwoorden' if guilty is None else 'dat filter'} weg, dan ziet u er weer {blame.without}.",
                f"{what} leaves nothing of the {en} in “{list_name}”. "
                f"{'Clear the search words' if guilty is None else 'Take that filter away'} to see "
                f"{blame.without} again.",
            )
            if guilty is None:
                ways.append((_CLEAR_WORDS, self._pane.search.clear))
            else:
                ways.append((_TAKE_AWAY, lambda: self._set(tuple(one for one in chosen.conditions if one != guilty))))
        if blame is None or len(chosen.conditions) + bool(chosen.words.strip()) > 1:
            ways.append((_CLEAR_ALL, self.clear))
        return words, ways

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _base_chips(self) -> list[tuple[str, str, Filter]]:
        chosen, words = self._browsing.chosen, self._session.words
        found = []
        if chosen.kind is not None:
            of_all = tuple(one for one in chosen.conditions if field_in(one.field, None) is not None)
            found.append(
                (words(_KIND), words(kind_of(chosen.kind).many), replace(chosen, kind=None, conditions=of_all))
            )
        if chosen.view is not None:
            found.append((words(_VIEW), words(view_of(chosen.view).label), replace(chosen, view=None)))
        return found

    def _texts(self, condition: Condition) -> tuple[str, str]:
        spec = list_field(condition.field, self._browsing.chosen.kind)
        session = self._session
        asked = condition_words(condition, spec, session.store.names(), session.today)
        return session.words(spec.label), session.words(asked)

    def _fields(self) -> list[FieldGroup]:
        return filter_fields(self._browsing.kind)

    def _offers(self, spec: FieldSpec) -> list[Offer]:
        session = self._session
        return offers(session.store, spec, self._browsing.chosen, session.today, session.language)

    def _edit(self, place: int) -> None:
        if place < len(self._base):
            return  # it can be taken away, but another one is chosen at the left
        condition = self._browsing.chosen.conditions[place - len(self._base)]
        if any(spec.name == condition.field for spec in ASKED_ONLY):
            return  # it comes from a figure; it can be taken away, but there is nothing to choose
        groups = self._fields()
        if all(spec.name != condition.field for _, some in groups for spec in some):
            spec = list_field(condition.field, self._browsing.chosen.kind)
            groups.append((spec.group, [spec]))
        self._open(FilterChoice(groups, self._offers, self._session.today, condition.field, condition), at=place)

    def _open(self, choice: FilterChoice, at: int | None = None) -> None:
        chips = self._pane.chips
        under = chips.chips[at] if at is not None else chips.add_button
        self.popup = popup = FilterPopup(choice, self._session.language, self._pane)
        popup.applied.connect(lambda condition: self._apply(condition, choice.old))
        popup.destroyed.connect(self._forget_popup)
        popup.open_at(under.mapToGlobal(QPoint(0, under.height() + 4)))

    def _forget_popup(self) -> None:
        self.popup = None

    def _apply(self, condition: Condition, old: Condition | None) -> None:
        now = self._browsing.chosen.conditions
        self._set(tuple(condition if one == old else one for one in now) if old in now else (*now, condition))

    def _remove(self, place: int) -> None:
        if place < len(self._base):
            self.base_removed.emit(self._base[place][2])
            return
        now, at = self._browsing.chosen.conditions, place - len(self._base)
        self._set((*now[:at], *now[at + 1 :]))

    def _set(self, conditions: tuple[Condition, ...]) -> None:
        self._browsing.set_conditions(conditions)
        self.changed.emit()
