"""*Opnieuw lezen*: deadlines that were typed or imported before, read as they are read today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tracker.basics.language import Text
from tracker.services.recess_calendar import calendar_of
from tracker.services.rereading import reread
from tracker.ui.doing.deadlines.plan_dialog import PlanDialog
from tracker.ui.session import Session

_TITLE = Text("Termijnen opnieuw lezen", "Read deadlines again")
_EXPLANATION = Text(
    "De woorden van elke termijn worden gelezen zoals ze zijn gezegd, op de dag waarop ze zijn gezegd. Hier staat wat "
    "er nu staat en wat het wordt. Wat u zelf koos, blijft.",
    "The words of each deadline are read as they were said, on the day on which they were said. Here you see what "
    "stands there now and what it becomes. What you chose yourself stays.",
)
_ACCEPT = Text("Overnemen", "Take over")


class RereadDialog(PlanDialog):
    """Rehearses at once; ``ids`` None: the deadlines of all records."""

    def __init__(self, session: Session, ids: Sequence[int] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(session, _TITLE, _EXPLANATION, _ACCEPT, parent)
        self.plan.filter.setCurrentIndex(1)  # what stays as it is would hide the few lines that change
        self.plan.show_rehearsal(reread(session.store, calendar_of(session.store), ids, session.language))
