"""Tab *Termijnen*: each deadline in its own words, its window and judgement, and how it was postponed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout

from tracker.basics.errors import InvalidForm
from tracker.basics.language import Text
from tracker.records.deadline import Deadline, Postponement
from tracker.records.field import FieldSpec, field_of, fields_of
from tracker.records.snapshot import Part
from tracker.services import editing, handling
from tracker.services.drafting import Draft
from tracker.ui.record.flow import FlowRow
from tracker.ui.record.form_dialog import FormDialog
from tracker.ui.record.looks import button, label
from tracker.ui.record.pills import Pill, PillWords, deadline_pill
from tracker.ui.record.tabs.record_tab import RecordTab

_ADD = Text("Termijn toevoegen…", "Add a deadline…")
_NEW = Text("nieuwe termijn", "new deadline")
_CHANGE = Text("termijn wijzigen", "change the deadline")
_CHANGE_BUTTON = Text("Wijzigen…", "Change…")
_DELETE = Text("Verwijderen", "Delete")
_MEET = Text("Gehaald…", "Met…")
_MEET_TITLE = Text("termijn gehaald", "deadline met")
_MEET_ACCEPT = Text("Gehaald", "Met")
_POSTPONE = Text("Uitstellen…", "Postpone…")
_POSTPONE_TITLE = Text("uitstel vastleggen", "record a postponement")
_POSTPONE_ACCEPT = Text("Uitstel vastleggen", "Record the postponement")
_EMPTY = Text("Nog geen termijn. Wat niet bekend is, blijft open.", "No deadline yet. What is not known stays open.")
_NO_WORDS = Text("Zonder woorden", "Without words")
_UNTOLD = Text("nog niet gemeld aan de Kamer", "the Chamber was not told yet")
_NO_DAY = Text("Vul een dag in.", "Fill in a day.")
_NO_REASON = Text("Schrijf waarom er uitstel is.", "Write why it is postponed.")


class DeadlinesTab(RecordTab):
    """The deadlines of a record, each with its chain of postponements."""

    def fill(self) -> None:
        self.clear_cards()
        add = button(self.session.words(_ADD))
        add.clicked.connect(self.add_deadline)
        self.add_row_of(add)
        if not self.parts.deadlines:
            self.add_empty_words(_EMPTY)
        for deadline in self.parts.deadlines:
            self._add_deadline_card(deadline)
        self.end_cards()

    def add_deadline(self) -> None:
        """Ask for a new deadline."""
        self.ask_part("deadline", _NEW, None)

    def meet(self, deadline: Part) -> None:
        """Ask on which day the deadline was met."""
        record, spec = self.record, field_of(Deadline, "met_on")
        if record is None or spec is None:
            return

        def submit(given: dict[str, Any]) -> None:
            if given["met_on"] is None:
                raise InvalidForm({"met_on": _NO_DAY})
            self.session.submit(editing.change_part(self.session.store, record, deadline, given))

        title = f"{record.reference}: {self.session.words(_MEET_TITLE)}"
        FormDialog(
            self.session, title, [spec], {"met_on": self.session.today}, submit, self,
            accept_words=_MEET_ACCEPT, explanation=_words_of(deadline) or "",
        ).exec()  # fmt: skip

    def postpone(self, deadline: Part) -> None:
        """Ask for the new words and window, the reason, and the letter in which it was told."""
        record = self.record
        if record is None:
            return
        specs = postponing_specs()

        def submit(given: dict[str, Any]) -> None:
            chain = _checked_chain(Draft(self.session.store), given)
            new = {name: given[name] for name in ("wording", "start", "end", "precision", "tentative", "waits_for")}
            self.session.submit(handling.postpone(self.session.store, record, deadline, new, **chain))

        start = {
            "on": self.session.today, "tentative": False, "precision": None, "waits_for": deadline["waits_for"],
        }  # fmt: skip
        title = f"{record.reference}: {self.session.words(_POSTPONE_TITLE)}"
        was = Text(f"Nu: {_words_of(deadline) or '–'}", f"Now: {_words_of(deadline) or '–'}")
        FormDialog(
            self.session, title, specs, start, submit, self,
            accept_words=_POSTPONE_ACCEPT, explanation=self.session.words(was),
        ).exec()  # fmt: skip

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
        row = FlowRow(gap_px=4)
        open_acts = [] if deadline["met_on"] is not None else [(_MEET, self.meet), (_POSTPONE, self.postpone)]
        for caption, act in [*open_acts, (_CHANGE_BUTTON, self._change), (_DELETE, self.delete_part)]:
            made = button(self.session.words(caption), link=True)
            made.setAccessibleName(f"{self.session.words(caption)} {_words_of(deadline) or ''}".strip())
            made.setEnabled(self.session.may_write)
            made.clicked.connect(lambda _=False, do=act: do(deadline))
            row.add(made)
        column.addWidget(row)

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
        shown = ("what", "start", "end", "said_on", "waits_for", "precision", "request_number")
        facts = []
        for name in shown:
            spec = field_of(Deadline, name)
            if spec is not None and (words := spec.type.text(deadline[name], self.session.language)):
                facts.append((self.session.words(spec.label), words))
        return facts

    def _add_chain(self, column: QVBoxLayout, deadline: Part) -> None:
        chain = [one for one in self.parts.postponements if one["deadline_id"] == deadline.id]
        if not chain:
            return
        times = len(chain)
        days = sum((one["new_end"] - one["old_end"]).days for one in chain if one["new_end"] and one["old_end"])
        together = Text(f", samen {days} dagen", f", {days} days together") if days > 0 else Text("", "")
        head = Text(f"{times} keer uitgesteld{together.nl}", f"Postponed {times} times{together.en}")
        column.addWidget(label(self.session.words(head), "card-caption"))
        for one in chain:
            for role, words in self._chain_lines(one):
                line = label(words, role)
                line.setWordWrap(True)
                column.addWidget(line)

    def _chain_lines(self, one: Part) -> list[tuple[str, str]]:
        was = one["old_wording"] or _day(one["old_end"]) or "–"
        becomes = one["new_wording"] or _day(one["new_end"]) or "–"
        when = f"{_day(one['on'])}: " if one["on"] else ""
        lines = [("step", f"{when}{was} → {becomes}")]
        if one["reason"]:
            lines.append(("hint", one["reason"]))
        if one["letter"] is not None:
            told = Text("Gemeld met", "Told in").to(self.session.language)
            lines.append(("hint", f"{told} {self.session.store.names()('letter', one['letter'])}"))
        else:
            lines.append(("soon", self.session.words(_UNTOLD)))
        return lines

    def _change(self, deadline: Part) -> None:
        self.ask_part("deadline", _CHANGE, deadline)


def postponing_specs() -> list[FieldSpec]:
    """Give the fields that a postponement asks for: the deadline's new words and window, and the why."""
    deadline = [spec for name in ("wording", "start", "end", "precision", "tentative", "waits_for")
                if (spec := field_of(Deadline, name)) is not None]  # fmt: skip
    chain = [spec for name in ("reason", "on", "letter") if (spec := field_of(Postponement, name)) is not None]
    new = replace(deadline[0], label=Text("Nieuwe termijn, in woorden", "New deadline, in words"))
    required = [replace(spec, required=spec.name != "letter") for spec in chain]
    return [new, *deadline[1:3], *required, *deadline[3:]]


def _checked_chain(draft: Draft, given: dict[str, Any]) -> dict[str, Any]:
    """Give day, reason and letter as the services want them. Raises InvalidForm."""
    chain = draft.cleaned("postponement", {name: given[name] for name in ("on", "reason", "letter")})
    faults = dict(draft.faults)
    if given["on"] is None:
        faults["on"] = _NO_DAY
    if not given["reason"]:
        faults["reason"] = _NO_REASON
    if faults:
        raise InvalidForm(faults)
    return chain


def _words_of(deadline: Part) -> str | None:
    found = deadline["wording"] or deadline["what"] or _day(deadline["end"]) or deadline["waits_for"]
    return None if found is None else str(found)


def _day(day: date | None) -> str | None:
    return None if day is None else f"{day:%d-%m-%Y}"


def _pill(tone: str, words: str) -> Pill:
    return Pill(PillWords(tone, "", Text.same(words)), words)


def _two_columns(facts: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, (caption, words) in enumerate(facts):
        value: QLabel = label(words, "value")
        value.setWordWrap(True)
        grid.addWidget(label(caption, "label"), row, 0)
        grid.addWidget(value, row, 1)
    return grid
