"""The screens of importing, comparing and merging, for the list of all screens in ``tests.ui.screens``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.importing_samples import LETTER, LIST, PAGE
from tracker.records.filter import Filter
from tracker.services.comparing import compare
from tracker.services.importing.files import read_open_data, take_file
from tracker.ui.duplicates.duplicates_dialog import DuplicatesDialog
from tracker.ui.duplicates.merge_records_dialog import MergeRecordsDialog
from tracker.ui.importing.compare_dialog import CompareDialog
from tracker.ui.importing.import_dialog import ImportDialog

if TYPE_CHECKING:
    from tests.ui.screens import Desk

Show = Callable[["Desk"], QWidget]


def _duplicates(desk: Desk) -> QWidget:
    dialog = DuplicatesDialog(desk.session, desk.window)
    dialog.show()
    while not dialog.is_ready:
        QTest.qWait(10)
    return dialog


def _merging_records(desk: Desk) -> QWidget:
    store = desk.session.store
    first, second = store.records(list(store.order(Filter(kind="action"), desk.session.today))[:2])
    dialog = MergeRecordsDialog(desk.session, first, second, desk.window)
    dialog.show()
    return dialog


def _marked(text: str) -> str:
    """Give the words of a file the mark by which the survey knows what is not the program's own."""
    for words in (
        "delen",
        "over non-punishment",
        "jaarlijks monitoren",
        "over huisvesting",
        "hangende",
        ";recht",
        "273f Sr",
        "non-punishmentbeginsel",
        "opvanglandschap",
        "uw Kamer hierover",
        "voor eind 2026",
    ):
        text = text.replace(words, f"{words} zzqx")
    return text


def _importing(name: str, text: str) -> Show:
    def show(desk: Desk) -> QWidget:
        path = desk.folder / name
        path.write_text(text, encoding="utf-8")
        dialog = ImportDialog(desk.session, [take_file(path, today=desk.session.today)], desk.window)
        dialog.show()
        while not dialog.is_rehearsed:
            QTest.qWait(10)
        return dialog

    return show


def _comparing(desk: Desk) -> QWidget:
    path = desk.folder / "pagina-zzqx.json"
    path.write_text(_marked(PAGE), encoding="utf-8")
    reading = read_open_data(path)
    dialog = CompareDialog(desk.session, reading, compare(desk.session.store, reading.proposals), desk.window)
    dialog.show()
    return dialog


SCREENS: dict[str, Show] = {
    "duplicates": _duplicates,
    "merge-records": _merging_records,
    "import-list": _importing("lijst-zzqx.csv", _marked(LIST)),
    "import-letter": _importing("brief-zzqx.txt", _marked(LETTER)),
    "compare": _comparing,
}
TYPED = (
    "De toepassing jaarlijks te monitoren", "Toepassing jaarlijks te monitoren: jaarlijks", "Ceder; + Bikker",
    "Kamerstukken II 2024/25, 36 547, nr. 36", "Kamer informeren: voor 1 juli 2027",
    "De minister informeert de Kamer in het eerste kwartaal van 2027",
)  # fmt: skip
"""What the letter and the open data say, where a mark would change how it is read."""
