"""The theme in force: a palette for everything and a short stylesheet, both made from the tokens."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tracker.basics.language import Text
from tracker.ui.looks.icons import forget_icons
from tracker.ui.looks.stylesheet import stylesheet
from tracker.ui.looks.tokens import CONTRAST, DARK, LIGHT, Tokens, tokens

_ROLE = QPalette.ColorRole
_PALETTE = {
    _ROLE.Window: "window", _ROLE.WindowText: "text", _ROLE.Base: "surface", _ROLE.AlternateBase: "raised",
    _ROLE.Text: "text", _ROLE.Button: "surface", _ROLE.ButtonText: "text", _ROLE.BrightText: "on_accent",
    _ROLE.ToolTipBase: "raised", _ROLE.ToolTipText: "text", _ROLE.PlaceholderText: "faint", _ROLE.Link: "link",
    _ROLE.LinkVisited: "link", _ROLE.Highlight: "accent", _ROLE.HighlightedText: "on_accent", _ROLE.Accent: "focus",
    _ROLE.Light: "raised", _ROLE.Midlight: "line", _ROLE.Mid: "border", _ROLE.Dark: "control", _ROLE.Shadow: "border",
}  # fmt: skip
_FAINT_WHEN_DISABLED = (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText)


class ThemeChoice(StrEnum):
    """What the user chose in the menu: light, dark, high contrast, or what the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"

    @property
    def words(self) -> Text:
        """Give the choice as the menu calls it."""
        return _WORDS[self]


_WORDS = {
    ThemeChoice.SYSTEM: Text("Zoals het &systeem", "As the &system"),
    ThemeChoice.LIGHT: Text("&Licht", "&Light"),
    ThemeChoice.DARK: Text("&Donker", "&Dark"),
    ThemeChoice.CONTRAST: Text("&Hoog contrast", "&High contrast"),
}
_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
    ThemeChoice.CONTRAST: Qt.ColorScheme.Dark,
}
_CHOSEN = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK, ThemeChoice.CONTRAST: CONTRAST}


class Theme:
    """Dresses the application, and follows the system where the user wants that."""

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        self._application = application
        self.choice = choice
        application.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(_SCHEMES[choice])
        self._dress()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        application.aboutToQuit.connect(forget_icons)

    def choose(self, choice: ThemeChoice) -> None:
        """Show another theme from now on."""
        self.choice = choice
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._follow()  # dressing every widget takes most of a second: not again where the system's signal led to it

    def _follow(self) -> None:
        if self._wanted() is not tokens():
            self._dress()

    def _wanted(self) -> Tokens:
        if self.choice is not ThemeChoice.SYSTEM:
            return _CHOSEN[self.choice]
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _dress(self) -> None:
        wanted = self._wanted()
        self._application.setPalette(_palette(wanted))
        self._application.setStyleSheet(stylesheet(wanted))


def _palette(wanted: Tokens) -> QPalette:
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, QColor(wanted.colour(name)))
    # setColor without a group sets the disabled colours too, so these come after it
    for role in _FAINT_WHEN_DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(wanted.disabled))
    return made
