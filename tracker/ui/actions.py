"""Every act of the window, declared once: its words, keys and icon. Menus, tool bar and help are made from these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from tracker.basics.language import Language, Text
from tracker.ui.looks.icons import icon
from tracker.ui.parts.menu_walk import OWN_WORDS


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One act. ``needs``: "" always possible, "open" with an open register, "write" with one that can be changed."""

    code: str
    words: Text
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = "open"
    short: Text | None = None


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", Text("&Nieuw record", "&New record"), ("Ctrl+N",), "plus", "write", Text("Nieuw", "New")),
    ActionSpec("new-choice", Text("Nieuw, soort &kiezen…", "New, choose a &kind…"), ("Ctrl+Shift+N",), "", "write"),
    ActionSpec("new-register", Text("&Nieuw register…", "New &register…"), (), "file-plus-2", ""),
    ActionSpec("sample", Text("&Voorbeeld openen", "Open the sa&mple"), (), "book-open", ""),
    ActionSpec("open", Text("&Openen…", "&Open…"), ("Ctrl+O",), "folder-open", ""),
    ActionSpec(
        "open-beside",
        Text("Openen in nieuw vens&ter…", "Open in a new &window…"),
        ("Ctrl+Shift+O",),
        "app-window",
        "",
    ),
    ActionSpec("save", Text("Op&slaan", "&Save"), ("Ctrl+S",), "save", "write", Text("Opslaan", "Save")),
    ActionSpec(
        "import",
        Text("&Importeren…", "&Import…"),
        ("Ctrl+Shift+I",),
        "file-input",
        "write",
        Text("Importeren", "Import"),
    ),
    ActionSpec("back-up", Text("&Reservekopie maken…", "&Back up…"), (), "archive"),
    ActionSpec("copies", Text("Reservekopie terug&zetten…", "R&estore a backup…"), (), "archive-restore"),
    ActionSpec("save-elsewhere", Text("Kopie bewaren en &daarin verdergaan…", "Save a copy and &go on in it…")),
    ActionSpec("close-window", Text("Venster sl&uiten", "&Close the window"), ("Ctrl+W",), "x", ""),
    ActionSpec("quit", Text("A&fsluiten", "&Quit"), ("Ctrl+Q",), "log-out", ""),
    ActionSpec("undo", Text("&Ongedaan maken", "&Undo"), ("Ctrl+Z",), "undo-2", "write"),
    ActionSpec("redo", Text("Op&nieuw doen", "&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", "write"),
    ActionSpec("steps", Text("&Stappen terug…", "&Steps back…"), ("Ctrl+Alt+Z",), "history", "write"),
    ActionSpec("copy", Text("&Kopiëren", "&Copy"), ("Ctrl+C",), "copy"),
    ActionSpec("copy-headings", Text("Kopiëren met ko&ppen", "Copy with &headings"), ("Ctrl+Shift+C",)),
    ActionSpec("paste", Text("P&lakken…", "&Paste…"), ("Ctrl+V",), "clipboard-paste", "write"),
    ActionSpec("fill-down", Text("Omlaag &vullen…", "Fill &down…"), ("Ctrl+D",), "", "write"),
    ActionSpec("find", Text("&Zoeken", "&Find"), ("Ctrl+F",), "search"),
    ActionSpec("palette", Text("&Snel naar…", "Go to &anything…"), ("Ctrl+K",), "chevrons-right", ""),
    ActionSpec("find-next", Text("Vol&gende treffer", "Ne&xt hit"), ("F3",)),
    ActionSpec("find-previous", Text("Vo&rige treffer", "Pre&vious hit"), ("Shift+F3",)),
    ActionSpec("filter", Text("&Filteren…", "Fi&lter…"), ("Ctrl+Shift+L",), "filter"),
    ActionSpec("go-to-filter", Text("Naar het f&ilter", "Go to the f&ilter"), ("Ctrl+L",)),
    ActionSpec("clear-filter", Text("Filter &wissen", "Cl&ear the filter"), (), "filter-x"),
    ActionSpec("save-view", Text("Weergave &bewaren…", "&Save view…"), (), "bookmark-plus"),
    ActionSpec("restore-layout", Text("&Standaardindeling herstellen", "Restore the &usual layout")),
    ActionSpec("refresh", Text("Ver&nieuwen", "&Refresh"), ("F5",), "refresh-cw"),
    ActionSpec("overview", Text("O&verzicht", "O&verview"), ("Ctrl+1",), "layout-dashboard"),
    ActionSpec("list", Text("&Lijst", "&List"), ("Ctrl+2",), "table"),
    ActionSpec("timeline", Text("&Tijdlijn", "&Timeline"), ("Ctrl+3",), "chart-gantt"),
    ActionSpec("print", Text("&Afdrukken…", "&Print…"), ("Ctrl+P",), "printer"),
    ActionSpec("next-pane", Text("Volgend &deel van het venster", "Next &pane"), ("F6",)),
    ActionSpec("previous-pane", Text("V&orig deel van het venster", "Previ&ous pane"), ("Shift+F6",)),
    ActionSpec("edit", Text("&Bewerken", "&Edit"), ("F2",), "pencil", "write"),
    ActionSpec("form", Text("Naar het &formulier", "Go to the &form"), ("Alt+Enter", "Alt+Return"), "panel-right"),
    ActionSpec("delete", Text("&Verwijderen\tDel", "&Delete\tDel"), (), "trash-2", "write"),
    ActionSpec("duplicate", Text("D&upliceren", "D&uplicate"), ("Ctrl+Shift+D",), "copy-plus", "write"),
    ActionSpec("debate", Text("Nieuw uit &debat…", "New from a deb&ate…"), ("Ctrl+Shift+T",), "list-plus", "write"),
    ActionSpec("bulk", Text("&Meer records wijzigen…", "&Change several…"), ("Ctrl+Shift+B",), "pencil", "write"),
    ActionSpec("bulk-settle", Text("&Alle afdoen…", "&Settle all…"), (), "circle-check", "write"),
    ActionSpec("bulk-owner", Text("Andere &dossierhouder…", "Another &owner…"), (), "user-x", "write"),
    ActionSpec("bulk-tag", Text("&Trefwoorden…", "&Tags…"), (), "", "write"),
    ActionSpec("bulk-relate", Text("&Samenhang toevoegen…", "Add a &relation…"), (), "link", "write"),
    ActionSpec("bulk-postpone", Text("Termijnen &uitstellen…", "&Postpone deadlines…"), (), "hourglass", "write"),
    ActionSpec("bin", Text("&Prullenbak…", "B&in…"), (), "archive-restore"),
    ActionSpec("events", Text("&Gebeurtenissen…", "&Events…"), (), "flag"),
    ActionSpec("reread", Text("Termijnen opnieuw &lezen…", "&Read deadlines again…"), (), "repeat", "write"),
    ActionSpec("recesses", Text("&Recessen…", "Re&cesses…"), (), "calendar-days"),
    ActionSpec("agenda", Text("Naar &agenda…", "To an &agenda…"), (), "calendar-check"),
    ActionSpec("previous", Text("V&orige\tPgUp", "&Previous\tPgUp"), (), "chevron-up"),
    ActionSpec("next", Text("Vo&lgende\tPgDn", "Ne&xt\tPgDn"), (), "chevron-down"),
    ActionSpec(
        "named",
        Text("&Brieven, debatten, organisaties, personen…", "&Letters, debates, organisations, persons…"),
        (),
        "users",
    ),
    ActionSpec("back", Text("Teru&g", "Bac&k"), ("Alt+Left",), "arrow-left"),
    ActionSpec("forward", Text("Vooru&it", "Fo&rward"), ("Alt+Right",), "arrow-right"),
    ActionSpec("duplicates", Text("D&ubbele records…", "D&uplicate records…"), (), "files"),
    ActionSpec("compare", Text("Vergelijken met de &Kamer…", "Compare &with the Chamber…"), (), "git-compare"),
    ActionSpec("check", Text("Register &controleren", "Chec&k the register"), (), "shield-check"),
    ActionSpec("options", Text("&Opties…", "&Options…"), ("Ctrl+,",), "settings", ""),
    ActionSpec("help", Text("&Help", "&Help"), ("F1",), "circle-help", ""),
    ActionSpec("keys", Text("&Toetsen", "&Keys"), (), "keyboard", ""),
    ActionSpec("tour", Text("&Rondleiding", "Guided &tour"), (), "map"),
    ActionSpec("about", Text("&Over Tracker", "&About Tracker"), (), "info", ""),
)

BULK = ("bulk", "bulk-settle", "bulk-owner", "bulk-tag", "bulk-relate", "bulk-postpone")
"""The acts on all chosen records (see ``ui.doing``)."""
DOING = (*BULK, "duplicate", "copy", "copy-headings", "paste", "fill-down", "debate", "bin", "steps",
         "events", "reread", "recesses", "agenda")  # fmt: skip
"""All acts of ``ui.doing``, which the work area hands on by their code."""


class Actions:
    """The acts of one window, by code."""

    def __init__(self, window: QWidget, language: Language) -> None:
        self._language = language
        self._made: dict[str, QAction] = {}
        for spec in ACTIONS:
            made = QAction(spec.words.to(language), window)
            made.setObjectName(spec.code)
            if spec.short is not None:
                made.setIconText(f" {spec.short.to(language)}")  # Fusion sets icon and words too close together
            if spec.keys:
                made.setShortcuts([QKeySequence(key) for key in spec.keys])
            if spec.icon:
                made.setIcon(icon(spec.icon, "muted"))
            window.addAction(made)
            self._made[spec.code] = made

    def __getitem__(self, code: str) -> QAction:
        return self._made[code]

    def connect(self, acts: dict[str, Callable[[], object]]) -> None:
        """Say what each act does. Raises KeyError for one that is not declared."""
        for code, act in acts.items():
            self._made[code].triggered.connect(lambda _checked=False, run=act: run())

    def enable(self, *, is_open: bool, may_write: bool) -> None:
        """Allow what is possible now."""
        allowed = {"": True, "open": is_open, "write": is_open and may_write}
        for spec in ACTIONS:
            self._made[spec.code].setEnabled(allowed[spec.needs])

    def name(self, code: str, step: str | None) -> None:
        """Put the label of the step into the words of undo or redo; None: there is nothing to do."""
        from tracker.records.step_labels import step_words  # with the fields: after the first paint

        spec = next(one for one in ACTIONS if one.code == code)
        words = spec.words.to(self._language)
        step = step and step_words(step, self._language)
        self._made[code].setProperty(OWN_WORDS, words)
        escaped = (step or "").replace("&", "&&")
        self._made[code].setText(f"{words}: {escaped}" if step else words)
        self._made[code].setToolTip(f"{words.replace('&', '')}: {step}" if step else words.replace("&", ""))
        self._made[code].setEnabled(step is not None)
