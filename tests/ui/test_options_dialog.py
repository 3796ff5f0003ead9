"""*Opties*: what this user prefers, and what holds for the register."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tracker.basics.language import Language
from tracker.records.view_definition import Density
from tracker.services.register_settings import backup_days
from tracker.store.record_store import Store
from tracker.ui.looks.theme import ThemeChoice
from tracker.ui.main_window import MainWindow
from tracker.ui.options_dialog import OptionsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def options(window: MainWindow) -> OptionsDialog:
    window.actions_["options"].trigger()
    return window.findChildren(OptionsDialog)[-1]


def choose(dialog: OptionsDialog, theme: ThemeChoice, density: Density, days: int) -> None:
    dialog.theme_box.setCurrentIndex(dialog.theme_box.findData(theme))
    dialog.density_box.setCurrentIndex(dialog.density_box.findData(density))
    dialog.days_box.setValue(days)


def test_what_is_chosen_holds_at_once_and_is_kept(opened: MainWindow, filled: Store) -> None:
    dialog = options(opened)
    choose(dialog, ThemeChoice.DARK, Density.ROOMY, 30)
    dialog.save_button.click()
    assert opened.theme.choice is ThemeChoice.DARK
    assert opened.settings.theme is ThemeChoice.DARK
    assert opened.settings.density is Density.ROOMY
    assert backup_days(filled) == 30
    opened.choose_theme(ThemeChoice.LIGHT)


def test_cancelling_changes_nothing(opened: MainWindow, filled: Store) -> None:
    steps = len(filled.lone_steps())
    dialog = options(opened)
    choose(dialog, ThemeChoice.DARK, Density.ROOMY, 30)
    dialog.cancel_button.click()
    assert opened.theme.choice is not ThemeChoice.DARK
    assert opened.settings.density is Density.NORMAL
    assert len(filled.lone_steps()) == steps


def test_another_language_is_asked_of_the_program(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = options(opened)
    dialog.language_box.setCurrentIndex(dialog.language_box.findData(Language.ENGLISH))
    with qtbot.waitSignal(opened.language_wanted) as wanted:
        dialog.save_button.click()
    assert wanted.args == [Language.ENGLISH]


def test_without_a_register_its_settings_cannot_be_changed(main_window: MainWindow) -> None:
    main_window.show_start([])
    dialog = options(main_window)
    assert not dialog.days_box.isEnabled()
    dialog.cancel_button.click()


def test_the_number_of_days_can_be_seen(opened: MainWindow) -> None:
    dialog = options(opened)
    line = dialog.days_box.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "90 dagen"
    assert line.width() > line.fontMetrics().horizontalAdvance(line.text())
