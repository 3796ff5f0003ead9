"""Qt's own words, numbers and calendars in the language of the window: buttons, file dialogs, menus of fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from tracker.basics.language import Language

_LOCALES = {Language.DUTCH: "nl_NL", Language.ENGLISH: "en_GB"}
_NAME = "words of Qt"
_LEFT_OUT = {
    Language.DUTCH: {
        "&Look in:": "&Zoeken in:",
        "Files of &type:": "Bestanden van &type:",
        "Folder": "Map",
        "Drive": "Station",
    }
}
"""What Qt's own translation does not hold: the window of files says these, where the system has none of its own."""


class _LeftOut(QTranslator):
    """Says what Qt's own translation lacks; Qt asks it last, for it is installed first."""

    def __init__(self, language: Language, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._words = _LEFT_OUT.get(language, {})

    def isEmpty(self) -> bool:
        """Tell Qt whether there is anything to ask for."""
        return not self._words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Give the words, or None where there are none here."""
        return self._words.get(source)  # type: ignore[return-value]  # None is how Qt goes on to the next


def speak(application: QCoreApplication, language: Language) -> None:
    """Let Qt use this language from now on, in windows that are made after this."""
    QLocale.setDefault(QLocale(_LOCALES[language]))
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.deleteLater()
    left_out = _LeftOut(language, application)
    left_out.setObjectName(_NAME)
    application.installTranslator(left_out)
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
