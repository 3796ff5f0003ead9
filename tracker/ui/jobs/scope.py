"""Whether a report is about the whole register, or only about what the list shows."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.basics.language import Text
from tracker.records.filter import Filter, filter_words
from tracker.ui.session import Session

_TITLE = Text("Waarover gaat het overzicht?", "What is the report about?")
_WHOLE = Text("&Hele register", "&Whole register")
_LIST = Text("Alleen deze &lijst", "Only this &list")


def ask_scope(window: QWidget, session: Session, chosen: Filter, count: int) -> Filter | None:
    """Ask, where the list is narrowed, which records a report is about; None: the user thought better of it."""
    if chosen == Filter():
        return chosen
    narrowed = session.words(filter_words(chosen, session.today, session.store.names()))
    words = Text(
        f"De lijst toont nu alleen: {narrowed} ({count} records). "
        "Moet het overzicht over het hele register gaan, of alleen over deze lijst?",
        f"The list now shows only: {narrowed} ({count} records). "
        "Should the report be about the whole register, or only about this list?",
    )
    box = QMessageBox(QMessageBox.Icon.Question, session.words(_TITLE), session.words(words), parent=window)
    whole = box.addButton(session.words(_WHOLE), QMessageBox.ButtonRole.AcceptRole)
    only_list = box.addButton(session.words(_LIST), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(whole)
    box.exec()
    if box.clickedButton() is whole:
        return Filter()
    return chosen if box.clickedButton() is only_list else None
