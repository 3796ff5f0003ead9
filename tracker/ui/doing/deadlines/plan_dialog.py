"""What would change, line by line, with a tick each; and the one step that does what is ticked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tracker.basics.language import Text
from tracker.services.rehearsal import Plan, Rehearsal
from tracker.store.record_store import Store
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.doing.plan_view import PlanView
from tracker.ui.record.looks import label
from tracker.ui.session import Session


class PlanDialog(DoingDialog):
    """Shows a rehearsal. ``may_be_empty``: the step does something also where no line is ticked."""

    def __init__(
        self, session: Session, title: Text, explanation: Text, accept_words: Text, parent: QWidget | None = None, *,
        may_be_empty: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(session, title, parent)
        self._accept_words = accept_words
        self._may_be_empty = may_be_empty
        self.explanation = label(session.words(explanation), "explanation")
        self.explanation.setWordWrap(True)
        self.plan = PlanView(session)
        self.plan.changed.connect(self.show_possible)
        self.accept_button.clicked.connect(self.submit)
        self.body.addWidget(self.explanation)
        self.body.addWidget(self.plan, 1)
        self.fit(1100, 600)
        self.show_possible()

    def submit(self) -> None:
        """Do what is ticked, as one step."""
        rehearsal = self.plan.rehearsal
        if rehearsal is None or not self.plan.is_ready or not self.accept_button.isEnabled():
            return
        if self.write(rehearsal.plan.step(self.plan.chosen)):
            self.accept()

    def show_possible(self) -> None:
        """Let the button say on how many records it acts."""
        rehearsal, count = self.plan.rehearsal, 0
        if rehearsal is not None and self.plan.is_ready:
            count, _ = rehearsal.plan.records_in(self.plan.chosen)
        ready = rehearsal is not None and self.plan.is_ready
        self.accept_button.setEnabled(ready and (bool(count) or self._may_be_empty) and self.session.may_write)
        noun = "record" if count == 1 else "records"
        words = self._accept_words
        self.accept_button.setText(
            self.session.words(Text(f"{words.nl} · {count} {noun}", f"{words.en} · {count} {noun}"))
        )


def done_rehearsal(store: Store, plan: Plan) -> Rehearsal:
    """Give a plan of which all lines are known already as a rehearsal that is over."""
    return Rehearsal(store, [], plan, lambda _: iter(()))
