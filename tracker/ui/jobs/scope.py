"""Whether a report is about the whole register, or only about what the list shows or about the rows chosen in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.basics.language import Text
from tracker.records.filter import Filter, filter_words
from tracker.services.reporting import Scope
from tracker.ui.session import Session

_TITLE = Text("Waarover gaat het overzicht?", "What is the report about?")


def ask_scope(window: QWidget, session: Session, chosen: Filter, count: int, rows: Sequence[int] = ()) -> Scope | None:
    """Ask which records a report is about, where the list is narrowed or several rows are chosen; None: none at all.

    ``count`` is how many records the list holds, ``rows`` the ids of those chosen in it.
    """
    is_narrow, has_rows = chosen != Filter(), 1 < len(rows) < count
    if not is_narrow and not has_rows:
        return Scope()
    whole_count = session.store.count_of(Filter(), session.today)
    scopes = [(Text(f"&Hele register ({whole_count})", f"&Whole register ({whole_count})"), Scope())]
    if is_narrow:
        scopes.append((Text(f"Alleen deze &lijst ({count})", f"Only this &list ({count})"), Scope(chosen)))
    if has_rows:
        words = Text(f"Alleen gekozen &rijen ({len(rows)})", f"Only chosen &rows ({len(rows)})")
        scopes.append((words, Scope(chosen, frozenset(rows))))
    return _asked(window, session, _question(session, chosen, count, len(rows) if has_rows else 0), scopes)


def _question(session: Session, chosen: Filter, count: int, rows: int) -> Text:
    narrowed = session.words(filter_words(chosen, session.today, session.store.names()))
    picked = Text(f" Daarin hebt u {rows} rijen gekozen.", f" You chose {rows} rows in it.") if rows else Text.same("")
    return Text(
        f"De lijst toont nu: {narrowed} ({count} records).{picked.nl} Waarover moet het overzicht gaan?",
        f"The list now shows: {narrowed} ({count} records).{picked.en} What should the report be about?",
    )


def _asked(window: QWidget, session: Session, words: Text, scopes: Sequence[tuple[Text, Scope]]) -> Scope | None:
    box = QMessageBox(QMessageBox.Icon.Question, session.words(_TITLE), session.words(words), parent=window)
    buttons = [box.addButton(session.words(label), QMessageBox.ButtonRole.AcceptRole) for label, _ in scopes]
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(buttons[0])
    box.exec()
    pressed = next((at for at, one in enumerate(buttons) if box.clickedButton() is one), None)
    return None if pressed is None else scopes[pressed][1]
