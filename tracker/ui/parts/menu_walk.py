"""All acts of a menu bar with the way to them, as people read it: for the palette, the list of keys and tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

OWN_WORDS = "own_words"
"""The property of an act that bears more than its name: *Ongedaan maken* with the step that it takes back."""


@dataclass(frozen=True, slots=True)
class MenuAct:
    """One act in a menu: its words, and the menus that lead to it."""

    action: QAction
    menus: tuple[QMenu, ...]

    @property
    def words(self) -> str:
        """Give the words of the act."""
        return plain(self.action.text())

    @property
    def own_words(self) -> str:
        """Give the name of the act alone, without the step that it is about now."""
        return own_words(self.action)

    @property
    def way(self) -> str:
        """Give the menus that lead to it: *Bestand > Naar Excel*."""
        return " > ".join(plain(menu.title()) for menu in self.menus)

    @property
    def keys(self) -> str:
        """Give its keys; those that a menu only tells of, for a widget listens to them itself, as well."""
        told = self.action.text().partition("\t")[2]  # beside a past step stands its moment
        return keys_of(self.action) or (told if QKeySequence(told).toString() else "")

    @property
    def is_possible(self) -> bool:
        """Tell whether it can be done now: it and all menus that lead to it."""
        return self.action.isEnabled() and all(menu.menuAction().isEnabled() for menu in self.menus)


def menu_acts(bar: QMenuBar) -> list[MenuAct]:
    """Give all acts of the menus, in their order. Menus that are filled when they open are filled first."""
    return [found for action in bar.actions() for found in _within(action, ())]


def _within(action: QAction, menus: tuple[QMenu, ...]) -> Iterator[MenuAct]:
    menu = action.menu()
    if not isinstance(menu, QMenu):
        if not action.isSeparator() and action.text() and action.isVisible():
            yield MenuAct(action, menus)
        return
    menu.aboutToShow.emit()
    for one in menu.actions():
        yield from _within(one, (*menus, menu))


def give_letters(menu: QMenu) -> None:
    """Give each entry that has no access key the first letter of its words that no other entry has, if there is one."""
    entries = [one for one in menu.actions() if one.text() and not one.isSeparator()]
    taken = {letter for one in entries if (letter := letter_of(one.text()))}
    for entry in entries:
        words, tab, keys = entry.text().partition("\t")
        places = (at for at, letter in enumerate(words) if letter.isalnum() and letter.lower() not in taken)
        place = None if letter_of(words) else next(places, None)
        if place is not None:
            taken.add(words[place].lower())
            entry.setText(f"{words[:place]}&{words[place:]}{tab}{keys}")


def letter_of(words: str) -> str:
    """Give the letter by which an entry of a menu is chosen, in lower case, or nothing."""
    found = re.search(r"&(\w)", words.replace("&&", ""))
    return found[1].lower() if found else ""


def plain(words: str) -> str:
    """Give the words of an act or menu as people read them: without access key, keys and dots."""
    return words.partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").strip()


def own_words(action: QAction) -> str:
    """Give the name of an act alone."""
    return plain(str(action.property(OWN_WORDS) or action.text()))


def keys_of(action: QAction) -> str:
    """Give the keys of an act, as the system writes them."""
    return ", ".join(dict.fromkeys(key_words(one) for one in action.shortcuts()))


def key_words(keys: QKeySequence) -> str:
    """Give keys as the system writes them. Qt calls the great Enter key Return; on a keyboard it says Enter."""
    form = QKeySequence.SequenceFormat
    named = QKeySequence(keys.toString(form.PortableText).replace("Return", "Enter"), form.PortableText)
    return named.toString(form.NativeText)
