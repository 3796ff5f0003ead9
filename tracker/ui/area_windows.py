"""What the work area shows in windows of their own: lists of names, evidence to add, files to take in, duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.basics.language import Language
from tracker.records.snapshot import Record
from tracker.ui.area_pages import AreaPages
from tracker.ui.parts.window_settings import WindowSettings


class AreaWindows(AreaPages):
    """The pages of the area, and the windows that are opened from it. Each is made when it is asked for."""

    def __init__(
        self, today: date, language: Language, settings: WindowSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(today, language, parent)
        self._settings = settings

    def show_named(self, entity: str = "letter", row_id: int | None = None) -> None:
        """Show the letters, debates, organisations and persons; a record chosen there is shown here."""
        if self.session is None:
            return
        from tracker.ui.named.named_dialog import NamedDialog  # when it is asked for

        open_now = [one for one in self.window().findChildren(NamedDialog) if one.isVisible()]
        dialog = open_now[0] if open_now else None
        if dialog is None:
            dialog = NamedDialog(self.session, self.window())
            dialog.open_record.connect(self.open_record)
            self._settings.keep_window(dialog, "named")
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.show_list(entity, row_id)

    def take_evidence(self, record: Record, places: tuple[str, ...]) -> None:
        """Add files and addresses to a record as evidence; without any, ask for one."""
        if self.session is not None:
            from tracker.ui.evidence.adding import take_evidence  # when it is asked for

            take_evidence(self.session, record, places, self, self.said.emit)

    def ask_import(self) -> None:
        """Ask for files, and show what taking them in would do."""
        if self.session is not None and self.may_leave():
            from tracker.ui.importing.begin import ask_for_files  # when it is asked for

            self.import_paths(ask_for_files(self, self.session))

    def ask_comparison(self) -> None:
        """Ask for files of open data, and show where they differ from the register."""
        if self.session is not None and self.may_leave():
            from tracker.ui.importing.begin import ask_for_open_data, compare_files  # when it is asked for

            paths = ask_for_open_data(self, self.session)
            if paths:
                compare_files(self.window(), self.session, paths, self.said.emit)

    def show_duplicates(self) -> None:
        """Show the records that seem to be one."""
        if self.session is not None and self.may_leave():
            from tracker.ui.duplicates.duplicates_dialog import DuplicatesDialog  # when it is asked for

            dialog = DuplicatesDialog(self.session, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(lambda _: self.said.emit(dialog.said) if dialog.said else None)
            dialog.show()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Show what taking in files would do."""
        if self.session is not None and paths and self.may_leave():
            from tracker.ui.importing.begin import import_files  # when it is asked for

            import_files(self.window(), self.session, paths, self.said.emit)
