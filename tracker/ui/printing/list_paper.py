"""The list on show as rows for paper: its columns, its order and its words. Rows are read while they are laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.basics.formats import count_words, day_words
from tracker.basics.language import Text
from tracker.records.field import field_of
from tracker.records.filter import filter_words
from tracker.records.record_base import RecordBase
from tracker.records.snapshot import Summary
from tracker.services.grouping import Group
from tracker.services.paper import INTERNAL_WARNING, NOT_PUBLIC_WARNING, Cell, Look, Paper, Row, heading, not_public
from tracker.ui.listing.columns import TITLE, CellWords, Column
from tracker.ui.listing.controller import ListController
from tracker.ui.listing.pane import ListPane
from tracker.ui.printing.layout import body_width
from tracker.ui.session import Session

RECORDS_AT_ONCE = 100
_TITLE_PX, _PLUS_GAP_PX = 260, 15
_CLOSED = Text("dichtgeklapt in de lijst", "closed in the list")


@dataclass(frozen=True)
class ListOnShow:
    """What the list shows at one moment. ``order`` holds ids, and -1 for the head of ``groups[0]``, as its model."""

    session: Session
    title: str
    selection: str
    order: Sequence[int]
    columns: tuple[Column, ...]
    words: CellWords
    groups: Sequence[Group] = ()

    @property
    def ids(self) -> list[int]:
        """Give the records, without the heads of groups."""
        return [one for one in self.order if one > 0]

    @property
    def internal_columns(self) -> list[Column]:
        """Give the columns that hold what is internal."""
        return [column for column in self.columns if _is_internal(column)]

    def make(self, *, leaves_out_internal: bool, is_wide: bool | None = None) -> Paper:
        """Give the document. ``is_wide`` None: as the columns need."""
        columns = [one for one in self.columns if not (leaves_out_internal and _is_internal(one))]
        others_px = sum(_PLUS_GAP_PX + column.width_px for column in columns if column.key != TITLE)
        if is_wide is None:
            is_wide = others_px + _TITLE_PX > body_width(is_wide=False)
        widths = {one.key: float(one.width_px) for one in columns}
        widths[TITLE] = max(float(_TITLE_PX), body_width(is_wide=is_wide) - others_px)
        language = self.session.language
        ids = self.ids
        count = len(ids)
        records = f"{count_words(count, language)} record{'' if count == 1 else 's'}"
        day = day_words(self.session.today, language)
        as_of = self.session.words(Text(f"Stand op {day}", f"As of {day}"))
        about = f"{as_of} · {records}"
        head = Row(
            tuple(
                Cell(column.label.to(language), widths[column.key], Look.COLUMN, is_right=column.is_right)
                for column in columns
            )
        )
        return Paper(
            self.title,
            (about, self.selection) if self.selection else (about,),
            self._rows(columns, widths),
            len(self.order),
            head=head,
            warning=self._warning(columns),
            is_wide=is_wide,
        )

    def _warning(self, columns: Sequence[Column]) -> str:
        if any(_is_internal(column) for column in columns):
            return self.session.words(INTERNAL_WARNING)
        has_secrets = not not_public(self.session.store).isdisjoint(self.ids)
        return self.session.words(NOT_PUBLIC_WARNING) if has_secrets else ""

    def _rows(self, columns: Sequence[Column], widths: Mapping[str, float]) -> Iterator[Row]:
        needs_record = any(column.spec is not None for column in columns)
        store = self.session.store
        for start in range(0, len(self.order), RECORDS_AT_ONCE):
            places = self.order[start : start + RECORDS_AT_ONCE]
            some = [one for one in places if one > 0]
            records = {one.id: one for one in store.records(some)} if needs_record else {}
            summaries = {one.id: one for one in store.summaries(some)}
            for place in places:
                if place < 0:
                    yield self._group_head(self.groups[-place - 1])
                    continue
                summary = summaries.get(place)
                if summary is None:
                    continue  # deleted meanwhile
                cells = (
                    Cell(
                        self.words.text(column, summary, records.get(summary.id)) or self.words.placeholder(column),
                        widths[column.key],
                        self._look(column, summary),
                        is_right=column.is_right,
                    )
                    for column in columns
                )
                yield Row(tuple(cells), has_rule=True)

    def _group_head(self, group: Group) -> Row:
        """Give the line over a group: its name and how many; of a closed one also that its records are left out."""
        count = count_words(group.count, self.session.language)
        closed = "" if group.is_open else f" · {self.session.words(_CLOSED)}"
        return replace(heading(f"{group.label} ({count}){closed}"), keeps_next=group.is_open)

    def _look(self, column: Column, summary: Summary) -> Look:
        if column.key == "state" and summary.is_overdue(self.session.today):
            return Look.LATE
        return Look.MUTED if column.is_muted else Look.BODY


def list_on_show(session: Session, controller: ListController, pane: ListPane) -> ListOnShow:
    """Take what the list shows now. The one place that knows where a list keeps it."""
    selection = session.words(filter_words(controller.filter, session.today, session.store.names()))
    title = pane.title.text() or controller.title
    browsing = controller.browsing
    parts = (browsing.without_misfits(some) for _, some in browsing.parts)
    groups = [replace(one, count=len(some), misfits=0) for one, some in zip(browsing.groups, parts, strict=False)]
    is_told = selection.casefold() == title.casefold() or not _narrows(controller)
    return ListOnShow(
        session,
        title,
        "" if is_told else selection,
        [one for one in browsing.without_misfits(pane.model.order) if one > 0 or groups[-one - 1].count],
        pane.model.columns,
        pane.cell_words,
        tuple(groups),
    )


def _narrows(controller: ListController) -> bool:
    chosen = controller.filter
    is_named = controller.views.shown is not None  # its name does not tell what it shows
    return is_named or bool(chosen.words.strip() or chosen.where or chosen.conditions)


def _is_internal(column: Column) -> bool:
    spec = column.spec or field_of(RecordBase, column.key)
    return spec is not None and spec.internal
