"""Where back and forward lead: the records seen, on a long press of their buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton

from tracker.services.trail import Trail
from tracker.ui.session import Session

_LISTED, _WIDTH = 12, 60


def offer_visits(button: QToolButton, session: Session, trail: Trail, sign: int, travel: Callable[[int], None]) -> None:
    """Let a long press on a button show the records behind (``sign`` -1) or ahead (1), each a way there."""
    menu = QMenu(button)

    def fill() -> None:
        menu.clear()
        ids = (trail.behind if sign < 0 else trail.ahead)[:_LISTED]
        known = {one.id: one for one in session.store.summaries(list(dict.fromkeys(ids)))}
        for steps, record_id in enumerate(ids, start=1):
            one = known.get(record_id)
            if one is not None:
                words = f"{one.reference}  {one.title}".replace("&", "&&")
                act = menu.addAction(words if len(words) < _WIDTH else f"{words[:_WIDTH]}…")
                act.triggered.connect(lambda _=False, far=sign * steps: travel(far))

    menu.aboutToShow.connect(fill)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
