"""Acting on all chosen records: what is asked, what will happen to each of them, and the one step."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tracker.basics.errors import InvalidForm, TrackerError
from tracker.basics.language import Text
from tracker.records.kind import Kind
from tracker.services.bulk import kinds_of
from tracker.services.operations import Operation, shared_fields
from tracker.ui.doing.askers import Asker, FieldAsker, PostponeAsker, RelateAsker, SettleAsker
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.doing.plan_view import PlanView
from tracker.ui.doing.standing_view import StandingView
from tracker.ui.record.looks import label
from tracker.ui.session import Session

MakeAsker = Callable[[Session, Sequence[Kind]], Asker]
_WAIT_MS = 250
_WHAT_TO_DO = Text("wat er moet gebeuren", "what should happen")
_NOTHING_CHANGED_YET = Text("Er is nog niets veranderd.", "Nothing has changed yet.")


@dataclass(frozen=True)
class BulkKind:
    """One sort of bulk act: its title, what the button says after the number, and what is asked."""

    title: Text
    verb: Text
    make_asker: MakeAsker


def _field_asker(session: Session, kinds: Sequence[Kind]) -> Asker:
    return FieldAsker(session, shared_fields(kinds))


def _one_field(name: str, *operations: Operation) -> MakeAsker:
    def make(session: Session, kinds: Sequence[Kind]) -> Asker:
        return FieldAsker(session, [spec for spec in shared_fields(kinds) if spec.name == name], operations)

    return make


_CHANGE = Text("wijzigen", "change")
BULK_KINDS: dict[str, BulkKind] = {
    "bulk": BulkKind(Text("Records wijzigen", "Change records"), _CHANGE, _field_asker),
    "bulk-settle": BulkKind(
        Text("Records afdoen", "Settle records"), Text("afdoen", "settle"), lambda session, _: SettleAsker(session)
    ),
    "bulk-owner": BulkKind(
        Text("Andere dossierhouder", "Another owner"), _CHANGE, _one_field("owner", Operation.SET)
    ),
    "bulk-tag": BulkKind(
        Text("Trefwoorden", "Tags"), _CHANGE, _one_field("tags", Operation.ADD, Operation.REMOVE, Operation.REPLACE)
    ),
    "bulk-postpone": BulkKind(
        Text("Termijnen uitstellen", "Postpone deadlines"), Text("uitstellen", "postpone"),
        lambda session, _: PostponeAsker(session),
    ),
    "bulk-relate": BulkKind(
        Text("Samenhang toevoegen", "Add a relation"), Text("koppelen", "relate"),
        lambda session, _: RelateAsker(session),
    ),
}  # fmt: skip
"""The family, by the code of its act in the menus."""


class BulkDialog(DoingDialog):
    """Asks, rehearses as one types, and does what is ticked."""

    def __init__(self, session: Session, ids: Sequence[int], code: str, parent: QWidget | None = None) -> None:
        self.kind = BULK_KINDS[code]
        title = _titled(self.kind.title, len(ids))
        super().__init__(session, title, parent)
        self._ids = array("q", ids)
        self.asker = self.kind.make_asker(session, kinds_of(session.store, ids))
        self.plan = PlanView(session)
        self.start = self._make_start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.rehearse)
        self.asker.changed.connect(self._wait)
        self.plan.changed.connect(self._show_possible)
        self.accept_button.clicked.connect(self.submit)
        self.body.addWidget(self.asker)
        self.body.addWidget(label(session.words(_NOTHING_CHANGED_YET), "hint"))
        self.body.addWidget(self.plan, 1)
        if self.start is not None:
            self.body.addWidget(self.start, 1)
        self.fit(1100, 660)
        self.rehearse()

    def first_input(self) -> QWidget:
        return self.asker.first_input()

    def rehearse(self) -> None:
        """Show what would happen with what is filled in now."""
        self._timer.stop()
        self.tell(None)
        self._show_start(is_shown=not self.asker.is_filled)
        if not self.asker.is_filled:
            self.plan.show_hint(self.session.words(_what_is_needed(self.asker.still_needed)))
            return
        try:
            rehearsal = self.asker.act().rehearse(self.session.store, self._ids)
        except InvalidForm as error:
            self.asker.show_faults(error.faults)
            self.plan.show_hint(self.session.words(error.words))
        except TrackerError as error:
            self.plan.show_hint(self.session.words(error.words))
        else:
            self.asker.show_faults({})
            self.plan.show_rehearsal(rehearsal)

    @property
    def is_ready(self) -> bool:
        """Tell whether what is filled in was rehearsed to its end."""
        return self.plan.is_ready and not self._timer.isActive()

    def submit(self) -> None:
        """Do what is ticked, as one step."""
        rehearsal = self.plan.rehearsal
        if rehearsal is None or not self.is_ready or not self.plan.chosen:
            return
        if self.write(rehearsal.plan.step(self.plan.chosen)):
            self.accept()

    def _make_start(self) -> StandingView | None:
        """Make what stands there before anything is filled in; None where the form itself says what is asked."""
        if not isinstance(self.asker, FieldAsker):
            return None
        asker = self.asker
        made = StandingView(self.session, self._ids, asker.usual_fields)
        made.field_wanted.connect(asker.field.choose)
        asker.changed.connect(lambda: made.show_field(asker.spec.name))
        made.show_field(asker.spec.name)
        return made

    def _show_start(self, *, is_shown: bool) -> None:
        if self.start is not None:
            self.start.setVisible(is_shown)
            self.plan.setVisible(not is_shown)
            self.start.hint.setText(self.session.words(_what_is_needed(self.asker.still_needed)))

    def _wait(self) -> None:
        """Rehearse in a moment; until then nothing can be done, for what is typed has to be seen first."""
        self._timer.start()
        self.accept_button.setEnabled(False)

    def _show_possible(self) -> None:
        rehearsal = self.plan.rehearsal
        count = 0
        if rehearsal is not None and self.is_ready:
            count, _ = rehearsal.plan.records_in(self.plan.chosen)
        self.accept_button.setEnabled(bool(count))
        verb = self.kind.verb
        noun = Text("record" if count == 1 else "records", "record" if count == 1 else "records")
        words = Text(f"{count} {noun.nl} {verb.nl}", f"{verb.en.capitalize()} {count} {noun.en}")
        self.offer(words)


def _what_is_needed(labels: Sequence[Text]) -> Text:
    """Say what to fill in before anything can be shown, for an act that cannot be done otherwise says nothing."""
    nl = ", ".join(one.nl.lower() for one in labels) or _WHAT_TO_DO.nl
    en = ", ".join(one.en.lower() for one in labels) or _WHAT_TO_DO.en
    return Text(
        f"Vul in: {nl}. Dan staat hier per record wat er nu staat en wat het wordt.",
        f"Fill in: {en}. Then you see here for each record what it is now and what it becomes.",
    )


def _titled(title: Text, count: int) -> Text:
    noun = "record" if count == 1 else "records"
    return Text(f"{title.nl} · {count} {noun} gekozen", f"{title.en} · {count} {noun} selected")
