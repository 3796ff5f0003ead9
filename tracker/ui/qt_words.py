"""Qt's own words, numbers and calendars in the language of the window: buttons, file dialogs, menus of fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from tracker.basics.language import Language

_LOCALES = {Language.DUTCH: "nl_NL", Language.ENGLISH: "en_GB"}
_NAME = "words of Qt"


def speak(application: QCoreApplication, language: Language) -> None:
    """Let Qt use this language from now on, in windows that are made after this."""
    QLocale.setDefault(QLocale(_LOCALES[language]))
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
