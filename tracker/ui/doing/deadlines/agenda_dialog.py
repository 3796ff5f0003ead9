"""*Naar agenda*: which deadlines, with which reminders, to which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QRadioButton, QWidget

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.filter import Filter
from tracker.services.agenda import ALARM_DAYS, AgendaResult, write_agenda
from tracker.ui.doing.doing_dialog import DoingDialog
from tracker.ui.record.looks import label
from tracker.ui.session import Session

_TITLE = Text("Termijnen naar een agenda", "Deadlines to an agenda")
_EXPLANATION = Text(
    "Outlook en andere agenda’s lezen het bestand. Leest u later een nieuw bestand in, dan worden de afspraken "
    "bijgewerkt en niet dubbel gemaakt. Wat u eerder naar de agenda bracht en is gehaald of vervallen, gaat eruit.",
    "Outlook and other agendas read the file. Read a new file later, and the entries are updated, not doubled. What "
    "you brought to the agenda before and was met or withdrawn is taken out.",
)
_WHOLE = Text("De lijst die nu te zien is ({} records)", "The list on show now ({} records)")
_CHOSEN = Text("Alleen de gekozen records ({})", "Only the selected records ({})")
_INTERNAL = Text("Ook intern streven", "Internal targets too")
_ALARMS = {
    30: Text("Herinner 30 dagen vooraf", "Remind 30 days before"),
    7: Text("Herinner 7 dagen vooraf", "Remind 7 days before"),
    1: Text("Herinner 1 dag vooraf", "Remind 1 day before"),
}
_SAVE = Text("Opslaan als…", "Save as…")
_FOLDER_SETTING = "folders/agenda"
_FILES = Text("Agenda (*.ics)", "Agenda (*.ics)")
_NO_NOTE = Text("", "")

_APART_PX = 6


class AgendaDialog(DoingDialog):
    """Asks what goes in, and writes the file."""

    def __init__(
        self, session: Session, listed: Sequence[int], chosen: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(session, _TITLE, parent, note=_NO_NOTE)
        self._listed, self._chosen = listed, chosen
        words = session.words
        explanation = label(words(_EXPLANATION), "explanation")
        explanation.setWordWrap(True)
        self.whole = QRadioButton(words(_WHOLE).format(len(listed)))
        self.only_chosen = QRadioButton(words(_CHOSEN).format(len(chosen)))
        self.only_chosen.setEnabled(bool(chosen))
        (self.only_chosen if len(chosen) > 1 else self.whole).setChecked(True)
        self.internal = QCheckBox(words(_INTERNAL))
        self.alarms = {days: QCheckBox(words(caption)) for days, caption in _ALARMS.items()}
        for days, tick in self.alarms.items():
            tick.setChecked(days in ALARM_DAYS)
        for group in ((explanation, self.whole, self.only_chosen), (self.internal,), self.alarms.values()):
            for widget in group:
                self.body.addWidget(widget)
            self.body.addSpacing(_APART_PX)
        self.body.addStretch(1)
        self.accept_button.setText(words(_SAVE))
        self.accept_button.clicked.connect(self.submit)
        self.fit(520, 340)

    def submit(self) -> None:
        """Ask where, and write it."""
        target = self.ask_file()
        if target is None:
            return
        session = self.session
        ids = self._chosen if self.only_chosen.isChecked() else self._listed
        try:
            result = write_agenda(
                session.store, target, Filter(), today=session.today, language=session.language, ids=ids,
                alarm_days=[days for days, tick in self.alarms.items() if tick.isChecked()],
                with_internal=self.internal.isChecked(),
            )  # fmt: skip
        except TrackerError as error:
            self.tell(error.words)
            return
        self.said = session.words(_told(result))
        self.accept()

    def ask_file(self) -> Path | None:
        """Ask for the file; the folder of the last time is proposed."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(QSettings().value(_FOLDER_SETTING, documents)))
        name = f"{self.session.today:%Y-%m-%d} {self.session.words(Text('Termijnen', 'Deadlines'))}.ics"
        title, files = self.session.words(_TITLE), self.session.words(_FILES)
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(folder / name), files)
        if not chosen:
            return None
        path = Path(chosen if chosen.lower().endswith(".ics") else f"{chosen}.ics")
        QSettings().setValue(_FOLDER_SETTING, str(path.parent))
        return path


def _told(result: AgendaResult) -> Text:
    """Say what was written, and what was left out or taken out."""
    name, without, gone = result.file.name, result.without_day, result.cancelled
    told = Text(f"{result.deadlines} termijnen naar {name}", f"{result.deadlines} deadlines to {name}")
    if without:
        told = Text(
            f"{told.nl}; {without} zonder laatste dag staan er niet in", f"{told.en}; {without} without a last day not"
        )
    if gone:
        told = Text(f"{told.nl}; {gone} gehaald of vervallen gaan eruit", f"{told.en}; {gone} met or withdrawn go out")
    return Text(f"{told.nl}.", f"{told.en}.")
