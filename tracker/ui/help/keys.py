"""The page *Toetsen*: every key of a window, collected from its acts and shortcuts themselves."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from tracker.basics.language import Language, Text
from tracker.services.help_pages import Page
from tracker.ui.parts.menu_walk import key_words, keys_of, menu_acts, own_words, plain

KEYS_PAGE = "keys"
_TITLE = Text("Toetsen", "Keys")
_LEAD = Text(
    "Deze lijst komt uit het programma zelf: wat hier staat, werkt. Zoek links op een toets of een woord.",
    "This list comes from the program itself: what it says, works. Search on the left for a key or a word.",
)
_HEADS = (Text("Toets", "Key"), Text("Wat die doet", "What it does"))
_OTHERS = Text("Verder", "Further")
_FORM = Text("In het record", "In the record")
_ROWS = Text("In een tabel in het record", "In a table in the record")
_RELATED = Text("Bij samenhang", "Among relations")
_CELL = Text("In een cel van de lijst", "In a cell of the list")
_EDITED = Text("In een cel die u bewerkt", "In a cell that you edit")
_LIST, _SEARCH = Text("In de lijst", "In the list"), Text("In het zoekveld", "In the search field")
_GO_TO, _HELP = Text("In Snel naar", "In Go to anything"), Text("In de help", "In help")


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A key that a widget listens to itself, so that no act tells of it."""

    place: Text
    keys: str
    words: Text


OWN_KEYS: tuple[OwnKey, ...] = (
    OwnKey(_LIST, "Enter", Text("op een rij: het record bewerken", "on a row: edit the record")),
    OwnKey(_LIST, "Del", Text("op rijen: de records verwijderen", "on rows: delete the records")),
    OwnKey(_LIST, "Home", Text("op een rij: naar de eerste", "on a row: to the first one")),
    OwnKey(_LIST, "End", Text("op een rij: naar de laatste", "on a row: to the last one")),
    OwnKey(_LIST, "Ctrl+Home", Text("naar de eerste rij", "to the first row")),
    OwnKey(_LIST, "Ctrl+End", Text("naar de laatste rij", "to the last row")),
    OwnKey(_LIST, "Shift+Space", Text("de hele rijen kiezen", "choose the whole rows")),
    OwnKey(_LIST, "Ctrl+A", Text("alle rijen kiezen", "choose all rows")),
    OwnKey(_LIST, "Shift+F10", Text("het menu van de rij", "the menu of the row")),
    OwnKey(_CELL, "F2", Text("de cel bewerken", "edit the cell")),
    OwnKey(_CELL, "Enter", Text("naar de cel eronder", "to the cell below")),
    OwnKey(_CELL, "Shift+Enter", Text("naar de cel erboven", "to the cell above")),
    OwnKey(_CELL, "F4", Text("de keuzes tonen", "show the choices")),
    OwnKey(_CELL, "Alt+Down", Text("de keuzes tonen", "show the choices")),
    OwnKey(_CELL, "Ctrl+;", Text("de dag van vandaag invullen", "write the day of today")),
    OwnKey(_CELL, "Ctrl+Shift+H", Text("geschiedenis van deze cel", "history of this cell")),
    OwnKey(_CELL, "Del", Text("de gekozen cellen leegmaken", "clear the chosen cells")),
    OwnKey(_CELL, "Ctrl+X", Text("de gekozen cellen knippen", "cut the chosen cells")),
    OwnKey(_CELL, "Shift+Right", Text("meer cellen kiezen", "choose more cells")),
    OwnKey(_CELL, "Shift+Down", Text("meer cellen kiezen", "choose more cells")),
    OwnKey(_EDITED, "Enter", Text("vastleggen en omlaag", "save and go down")),
    OwnKey(_EDITED, "Shift+Enter", Text("vastleggen en omhoog", "save and go up")),
    OwnKey(_EDITED, "Tab", Text("vastleggen en naar rechts", "save and go right")),
    OwnKey(_EDITED, "Shift+Tab", Text("vastleggen en naar links", "save and go left")),
    OwnKey(_EDITED, "Alt+Enter", Text("een nieuwe regel in een lange tekst", "a new line in a long text")),
    OwnKey(_EDITED, "Esc", Text("terug naar wat er stond", "back to what it said")),
    OwnKey(_SEARCH, "Esc", Text("de zoekwoorden weghalen", "take the search words away")),
    OwnKey(_SEARCH, "Down", Text("naar de lijst", "to the list")),
    OwnKey(_FORM, "PgUp", Text("vorig record", "previous record")),
    OwnKey(_FORM, "PgDown", Text("volgend record", "next record")),
    OwnKey(_FORM, "Esc", Text("terugdraaien wat u typte", "take back what you typed")),
    OwnKey(_FORM, "Ctrl+Shift+H", Text("geschiedenis van dit veld", "history of this field")),
    OwnKey(_ROWS, "Ins", Text("een regel toevoegen", "add a row")),
    OwnKey(_ROWS, "Enter", Text("de cel bewerken", "edit the cell")),
    OwnKey(_ROWS, "Del", Text("de cel leegmaken", "empty the cell")),
    OwnKey(_ROWS, "Ctrl+Del", Text("de regel weghalen", "take the row away")),
    OwnKey(_RELATED, "Ctrl+Enter", Text("het andere record ernaast tonen", "show the other record beside")),
    OwnKey(_FORM, "Ctrl+Enter", Text("opslaan en naar het volgende record", "save and go to the next record")),
    OwnKey(_GO_TO, "Up", Text("een regel omhoog", "a line up")),
    OwnKey(_GO_TO, "Down", Text("een regel omlaag", "a line down")),
    OwnKey(_GO_TO, "PgUp", Text("een bladzijde omhoog", "a page up")),
    OwnKey(_GO_TO, "PgDown", Text("een bladzijde omlaag", "a page down")),
    OwnKey(_GO_TO, "Enter", Text("doen of openen", "do it or open it")),
    OwnKey(_GO_TO, "Esc", Text("sluiten", "close")),
    OwnKey(_HELP, "Alt+Left", Text("de vorige bladzijde", "the page before")),
    OwnKey(_HELP, "Alt+Right", Text("de volgende bladzijde", "the page after")),
    OwnKey(_HELP, "Ctrl+F", Text("zoeken", "search")),
    OwnKey(_HELP, "Esc", Text("sluiten", "close")),
)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the page: the menu or part of the window, the keys as the system writes them, and what they do."""

    place: str
    keys: str
    words: str


def key_lines(window: QMainWindow, language: Language) -> list[KeyLine]:
    """Give all keys: of the menus in their order, of other acts, of shortcuts that say what they do, and own ones.

    A shortcut says what it does by its ``whatsThis``, and where it works by the accessible name of its widget.
    """
    acts = menu_acts(window.menuBar())
    in_menus = {id(one.action) for one in acts}
    found = [KeyLine(plain(one.menus[0].title()), one.keys, one.own_words) for one in acts if one.keys]
    found += [
        KeyLine(_OTHERS.to(language), keys_of(action), own_words(action))
        for action in window.findChildren(QAction)
        if action.shortcuts() and id(action) not in in_menus
    ]
    found += [
        KeyLine(_place_of(shortcut, language), native(shortcut.key()), shortcut.whatsThis())
        for shortcut in window.findChildren(QShortcut)
        if shortcut.whatsThis()
    ]
    found += [KeyLine(one.place.to(language), native(one.keys), one.words.to(language)) for one in OWN_KEYS]
    return list(dict.fromkeys(found))


def keys_page(window: QMainWindow, language: Language) -> Page:
    """Give the page as Markdown, a table for each menu or part of the window."""
    lines = [f"# {_TITLE.to(language)}", "", _LEAD.to(language)]
    by_place: dict[str, list[KeyLine]] = {}
    for line in key_lines(window, language):
        by_place.setdefault(line.place, []).append(line)
    for place, some in by_place.items():
        lines += ["", f"## {place}", "", f"| {' | '.join(head.to(language) for head in _HEADS)} |", "|---|---|"]
        lines += [f"| **{one.keys}** | {one.words[:1].upper()}{one.words[1:]} |" for one in some]
    return Page(KEYS_PAGE, "\n".join(lines))


def native(keys: str | QKeySequence) -> str:
    """Give a key as the system writes it."""
    return key_words(QKeySequence(keys))


def _place_of(shortcut: QShortcut, language: Language) -> str:
    owner = shortcut.parent()
    named = owner.accessibleName() if isinstance(owner, QWidget) else ""
    return named or _OTHERS.to(language)
