"""Tab *Termijnen*: each deadline in its own words, its window and judgement, and how it was postponed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from tracker.basics.errors import InvalidForm
from tracker.basics.formats import day_words
from tracker.basics.language import Language, Text
from tracker.records.deadline import Deadline, Postponement
from tracker.records.deadline_rules import CHAMBER_SORT, INTERNAL_SORT, next_of
from tracker.records.entity import BESIDE
from tracker.records.event_window import recurrence_of
from tracker.records.field import field_of, fields_of
from tracker.records.snapshot import Part
from tracker.records.step_labels import StepLabel
from tracker.services import handling
from tracker.services.deadline_told import how_read
from tracker.services.drafting import Draft
from tracker.services.held_over import lapse_in
from tracker.services.recess_calendar import calendar_of
from tracker.services.unsaved import POSTPONEMENT, Unsaved
from tracker.ui.looks.fonts import grown
from tracker.ui.record.deadlines.chain_view import ChainView
from tracker.ui.record.deadlines.change_dialog import DeadlineDialog
from tracker.ui.record.deadlines.entry_panel import EntryPanel, Submit
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.form_dialog import FormDialog, make_sent_letter
from tracker.ui.record.kept_parts import PartKeeper, as_it_was, keep_dialog
from tracker.ui.record.looks import button, icon_label, label
from tracker.ui.record.pills import Pill, PillWords, deadline_pill
from tracker.ui.record.tabs.record_tab import RecordTab

_DEADLINE = "deadline"
_ADD = Text("Termijn toevoegen…", "Add a deadline…")
_CHANGE_BUTTON = Text("Wijzigen…", "Change…")
_DELETE = Text("Verwijderen", "Delete")
_MEET = Text("Gehaald…", "Met…")
_MEET_TITLE = Text("termijn gehaald", "deadline met")
_MEET_ACCEPT = Text("Gehaald", "Met")
_POSTPONE = Text("Uitstellen…", "Postpone…")
_EMPTY = Text("Nog geen termijn. Wat niet bekend is, blijft open.", "No deadline yet. What is not known stays open.")
_RULE = Text("Zo bepaald", "How so")
_NO_WORDS = Text("Zonder woorden", "Without words")
_NO_DAY = Text("Vul een dag in.", "Fill in a day.")
_NEXT_APPEARS = Text("De volgende periode verschijnt vanzelf.", "The next period appears by itself.")
_TELL_TITLE = Text("uitstel gemeld aan de Kamer", "the Chamber was told")
_TELL_ACCEPT = Text("Gemeld", "Told")
_NO_LETTER = Text("Kies de brief waarin het uitstel staat.", "Choose the letter that tells of it.")

_CAPTIONS_PX = 92
"""As wide as the longest of them mostly is, so that the values on all cards stand under each other."""


class DeadlinesTab(RecordTab):
    """The deadlines of a record, each with its course; a new one, and the putting off of one, is typed in place."""

    typed_parts = frozenset({_DEADLINE, POSTPONEMENT})
    panel: EntryPanel | None = None
    _keeper: PartKeeper | None = None
    _panel_of: int | None = None

    def fill(self) -> None:
        kept = self.panel if self._keeps_panel() else None
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus()  # what has the focus is about to go, and would hand it to any other part of the window
        if kept is not None:
            kept.setParent(None)
        self.clear_cards()
        self.panel = kept
        self._warn_of_lapse()
        if kept is not None:
            self._outer.addWidget(kept)
            kept.show()
            if focused is not None and kept.isAncestorOf(focused):
                focused.setFocus()
        else:
            add = button(self.session.words(_ADD), icon_name="plus")
            add.clicked.connect(self.add_deadline)
            self.add_row_of(add)
        if not self.parts.deadlines:
            self.add_empty_words(_EMPTY)
        for deadline in sorted(self.parts.deadlines, key=_place):
            self._add_deadline_card(deadline)
        self.end_cards()

    def add_deadline(self) -> None:
        """Open the panel for a new deadline."""
        record, store = self.record, self.session.store
        if record is None:
            return

        def submit(given: dict[str, Any]) -> None:
            draft = Draft(store)
            draft.make("deadline", given, record.id)
            self.session.submit(draft.step(StepLabel.PART_ADDED(record=record.reference, part=BESIDE["deadline"])))

        self._open_panel(submit, None)

    def commit(self) -> bool:
        """Write what was typed in the panel, as leaving a form saves it. False: it says what is to be mended first."""
        panel = self.panel
        if panel is None or not self._keeps_panel() or not panel.is_started:
            return True
        panel.submit()
        return self.panel is not panel

    def meet(self, deadline: Part) -> None:
        """Ask on which day, and by which letter, the deadline was met."""
        record = self.record
        if record is None:
            return
        specs = [spec for name in ("met_on", "met_letter") if (spec := field_of(Deadline, name)) is not None]

        def submit(given: dict[str, Any]) -> None:
            if given["met_on"] is None:
                raise InvalidForm({"met_on": _NO_DAY})
            on, letter = given["met_on"], given["met_letter"]
            self.session.submit(handling.meet_deadline(self.session.store, record, deadline, on, letter))

        title = f"{record.reference}: {self.session.words(_MEET_TITLE)}"
        explanation = _words_of(deadline, self.session.language) or ""
        if recurrence_of(deadline.values) is not None:
            explanation += f"\n{self.session.words(_NEXT_APPEARS)}"
        FormDialog(
            self.session, title, specs, {"met_on": self.session.today, "met_letter": None}, submit, self,
            accept_words=_MEET_ACCEPT, explanation=explanation,
        ).exec()  # fmt: skip
        self.setFocus()  # as in ``tell``

    def postpone(self, deadline: Part) -> None:
        """Open the panel for the new words, the reason, and the letter in which it was told."""
        record, store = self.record, self.session.store
        if record is None:
            return

        def submit(given: dict[str, Any]) -> None:
            reason, letter, on = given.pop("reason"), given.pop("letter"), given["said_on"]
            self.session.submit(handling.postpone(store, record, deadline, given, on=on, reason=reason, letter=letter))

        self._open_panel(submit, deadline)

    def tell(self, postponement: Part) -> None:
        """Ask in which letter the Kamer was told of a postponement."""
        record, spec = self.record, field_of(Postponement, "letter")
        if record is None or spec is None:
            return

        def submit(given: dict[str, Any]) -> None:
            if given["letter"] is None:
                raise InvalidForm({"letter": _NO_LETTER})
            self.session.submit(handling.tell(self.session.store, record, [postponement], given["letter"]))

        title = f"{record.reference}: {self.session.words(_TELL_TITLE)}"
        FormDialog(
            self.session,
            title,
            [spec],
            {"letter": None},
            submit,
            self,
            accept_words=_TELL_ACCEPT,
            make=make_sent_letter,
        ).exec()
        self.setFocus()  # the link that was clicked is gone

    @property
    def shown_in_list(self) -> Part | None:
        """Give the deadline that the list shows of this record, or None."""
        values = next_of(one.values for one in self.parts.deadlines)
        return next((one for one in self.parts.deadlines if one.values is values), None)

    def postpone_shown(self) -> None:
        """Open the panel that puts off the deadline that the list shows."""
        shown = self.shown_in_list
        if shown is not None:
            self.postpone(shown)

    def edit_shown(self, typed: str, after: Callable[[], None]) -> None:
        """Open the deadline that the list shows, or where there is none the panel for a new one, begun with a text.

        ``after`` is called when that is closed again.
        """
        shown = self.shown_in_list
        if shown is not None:
            self._change(shown)
            after()
            return
        if not self._keeps_panel():
            self.add_deadline()
        if self.panel is not None:
            self.panel.closed.connect(after)
            self.panel.start(typed)

    # --- the panel ----------------------------------------------------------------------------------------------------

    def _open_panel(self, submit: Submit, old: Part | None) -> None:
        record = self.record
        if record is None or not self.session.may_write:
            return
        self.panel = None
        panel = EntryPanel(self.session, submit, old)
        entity = _DEADLINE if old is None else POSTPONEMENT
        self._keeper = keeper = PartKeeper(self.session, record, entity, old, panel.editors, panel)
        panel.cancelled.connect(lambda: self._offer_back(panel, keeper))
        panel.closed.connect(keeper.let_go)
        panel.closed.connect(lambda: self._close_panel(panel))
        self.panel, self._panel_of = panel, record.id
        self.fill()
        self.verticalScrollBar().setValue(0)
        panel.start()

    def put_back(self, kept: Unsaved) -> None:
        deadline = kept.part_in(self.parts)
        if kept.part == _DEADLINE and deadline is not None:
            self._change(as_it_was(deadline, kept), kept)
        elif deadline is not None:
            self.postpone(deadline)
        else:
            self.add_deadline()
        if self.panel is not None:
            self.panel.put_back(kept.typed)

    def keep_unsaved(self) -> None:
        """Write down now what was typed and is not saved."""
        if self._keeps_panel() and self._keeper is not None:
            self._keeper.keep()

    def unsay(self, sentences: Sequence[Text]) -> None:
        """Take the fault of the panel away where it is one of these sentences, that are true no more."""
        if self.panel is not None:
            self.panel.unsay(sentences)

    def _offer_back(self, panel: EntryPanel, keeper: PartKeeper) -> None:
        typed = keeper.unsaved() if panel.is_started else None
        if typed is not None:
            self.taken_back.emit(typed)

    def _close_panel(self, panel: EntryPanel) -> None:
        if self.panel is panel:
            self.panel = None
            self.setFocus()  # before the panel goes, or the focus leaves the record
            self.fill()

    def _keeps_panel(self) -> bool:
        """Tell whether the open panel belongs to the record on show; what was typed for it stays."""
        return self.panel is not None and self.record is not None and self._panel_of == self.record.id

    def _warn_of_lapse(self) -> None:
        lapse = None if self.record is None else lapse_in(self.session.store, self.record)
        if lapse is None:
            return
        words = lapse.words(self.session.today)
        column = self.add_card()
        row = QHBoxLayout()
        row.addWidget(icon_label("hourglass", "soon", 16))
        warning = label(self.session.words(words), "soon")
        warning.setWordWrap(True)
        row.addWidget(warning, 1)
        column.addLayout(row)

    # --- cards --------------------------------------------------------------------------------------------------------

    def _add_deadline_card(self, deadline: Part) -> None:
        column = self.add_card()
        words = label(deadline["wording"] or self.session.words(_NO_WORDS), "card-title")
        words.setWordWrap(True)
        column.addWidget(words)
        column.addWidget(self._pills(deadline))
        facts = self._facts(deadline)
        if facts:
            column.addLayout(_two_columns(facts))
        self._add_chain(column, deadline)
        open_acts = [] if deadline["met_on"] is not None else [(_MEET, self.meet), (_POSTPONE, self.postpone)]
        acts = [*open_acts, (_CHANGE_BUTTON, self._change), (_DELETE, self.delete_part)]
        about = _words_of(deadline, self.session.language) or ""
        self.add_links(((words, partial(act, deadline)) for words, act in acts), about)

    def _pills(self, deadline: Part) -> FlowRow:
        row = FlowRow()
        phase = self.record.summary.phase if self.record is not None else "open"
        shown = deadline_pill(deadline, phase, self.session.today)
        row.add(Pill(shown, self.session.words(shown.words)))
        for spec in fields_of(Deadline):
            if spec.name == "sort":
                row.add(_pill("none", spec.type.text(deadline["sort"], self.session.language)))
        if deadline["tentative"]:
            row.add(_pill("soon", self.session.words(Text("Voorlopig", "Tentative"))))
        return row

    def _facts(self, deadline: Part) -> list[tuple[str, str]]:
        """Give caption and words of what is known of a deadline and not yet shown."""
        shown = (
            "what", "start", "end", "said_on", "waits_for", "event_day", "precision", "recurs", "request_number",
            "met_letter",
        )  # fmt: skip
        facts = []
        for name in shown:
            spec = field_of(Deadline, name)
            if spec is not None and (
                words := spec.type.text(deadline[name], self.session.language, self.session.store.names())
            ):
                facts.append((self.session.words(spec.label), words))
        rule = how_read(deadline, calendar_of(self.session.store))
        return [*facts, (self.session.words(_RULE), self.session.words(rule))]

    def _add_chain(self, column: QVBoxLayout, deadline: Part) -> None:
        chain = [one for one in self.parts.postponements if one["deadline_id"] == deadline.id]
        if chain:
            view = ChainView(self.session, deadline, chain)
            view.tell_wanted.connect(self.tell)
            column.addWidget(view)

    def _change(self, deadline: Part, kept: Unsaved | None = None) -> None:
        if self.record is not None:
            dialog = DeadlineDialog(self.session, self.record, deadline, self)
            keep_dialog(dialog, self.record, _DEADLINE, deadline)
            if kept is not None:
                dialog.put_back(kept.typed)
            dialog.exec()
            self.setFocus()  # as in ``tell``


def _place(deadline: Part) -> tuple[bool, bool, date, int]:
    """Give the order of the cards: what is open first, what others keep or aim at after it, what was met last."""
    beside = deadline["sort"] in {CHAMBER_SORT, INTERNAL_SORT}
    return deadline["met_on"] is not None, beside, deadline["end"] or date.max, deadline.id


def _words_of(deadline: Part, language: Language) -> str | None:
    end = deadline["end"]
    day = None if end is None else day_words(end, language)
    found = deadline["wording"] or deadline["what"] or day or deadline["waits_for"]
    return None if found is None else str(found)


def _pill(tone: str, words: str) -> Pill:
    return Pill(PillWords(tone, "", Text.same(words)), words)


def _two_columns(facts: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(0, grown(_CAPTIONS_PX))
    grid.setColumnStretch(1, 1)
    for row, (caption, words) in enumerate(facts):
        value: QLabel = label(words, "value")
        value.setWordWrap(True)
        grid.addWidget(label(caption, "label"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
    return grid
