"""What can go wrong in the world outside the program, as one tree.

TrackerError                 the world did not cooperate; the text tells the user what to do
├── WrongCall                the command line was called wrongly (exit status 2)
├── NotFound                 a reference, letter, person or view that the register does not hold
├── InvalidValue             one value that does not fit its field
│   └── InvalidForm          several of them, all named at once
├── StaleRecord              somebody else changed the record in the meantime
├── NothingToUndo            the history holds no step to take back or to repeat
├── CannotOpen               the register file cannot be used as it is
│   ├── NotARegister         an empty file, or one of another program
│   ├── NewerRegister        written by a newer version of this program
│   ├── DamagedRegister      the file is damaged
│   └── MissingRegister      there is no such file
├── ReadOnlyRegister         the register may only be read now
│   └── HeldByOther          because another program holds it
├── MovedRegister            the file of the open register was moved or deleted
├── StoreBusy                the database did not become free in time
├── DiskFull                 nothing was saved, because nothing fits any more
├── CannotWrite              a file could not be put in its place
├── CannotRead               a file from elsewhere cannot be taken in
├── NoDisplay                there is no screen to show a window on
└── Cancelled                the user stopped a long task

Anything else that is raised is a fault of the program itself.
"""

from __future__ import annotations

from pathlib import Path

from tracker.basics.language import Language, Text


class TrackerError(Exception):
    """The world did not cooperate. The words say what, where and what to do next, in both languages."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(nl)
        self.words = Text(nl, en)

    def to(self, language: Language) -> str:
        """Give the sentence in one language."""
        return self.words.to(language)


class WrongCall(TrackerError):
    """The command line was called in a way that has no meaning."""


class NotFound(TrackerError):
    """The register holds no such thing."""


class InvalidValue(TrackerError):
    """A value does not fit the field it was meant for."""


class InvalidForm(InvalidValue):
    """One or more values do not fit their fields; ``faults`` holds them all by field name.

    ``captions`` are the names by which people know the fields; the sentence for the whole form uses them.
    """

    def __init__(self, faults: dict[str, Text], captions: dict[str, Text] | None = None) -> None:
        shown = [(fault, (captions or {}).get(name, Text.same(name))) for name, fault in faults.items()]
        super().__init__(
            " ".join(f"{caption.nl}: {fault.nl}" for fault, caption in shown),
            " ".join(f"{caption.en}: {fault.en}" for fault, caption in shown),
        )
        self.faults = faults


class StaleRecord(TrackerError):
    """The stored value is no longer what the writer thought; ``differences`` holds field → (expected, found)."""

    def __init__(self, nl: str, en: str, differences: dict[str, tuple[object, object]]) -> None:
        super().__init__(nl, en)
        self.differences = differences


class NothingToUndo(TrackerError):
    """There is no step to take back or to repeat."""


class CannotOpen(TrackerError):
    """The register file cannot be used as it is; it was not touched."""


class NotARegister(CannotOpen):
    """The file is empty or belongs to another program."""


class NewerRegister(CannotOpen):
    """The file was written by a newer version of this program."""


class DamagedRegister(CannotOpen):
    """The file is damaged. ``good_copy`` is its newest backup that is whole, where there is one."""

    def __init__(self, nl: str, en: str, good_copy: Path | None = None) -> None:
        super().__init__(nl, en)
        self.good_copy = good_copy


class MissingRegister(CannotOpen):
    """There is no file of that name."""


class ReadOnlyRegister(TrackerError):
    """The register may only be read now."""


class HeldByOther(ReadOnlyRegister):
    """Another running program holds the register for writing."""


class MovedRegister(TrackerError):
    """The file of the open register is no longer where it was; nothing was saved, and nothing typed is lost."""


class StoreBusy(TrackerError):
    """The database was in use for longer than is reasonable to wait."""


class DiskFull(TrackerError):
    """There is no room left; nothing was saved."""


class CannotWrite(TrackerError):
    """A file could not be put in its place; the user can choose another name."""


class CannotRead(TrackerError):
    """A file from elsewhere is damaged, protected, or of a sort that is not taken in; it was left as it is."""


class NoDisplay(TrackerError):
    """There is no screen to show a window on."""


class Cancelled(TrackerError):
    """The user stopped a long task; it left nothing behind."""

    def __init__(self) -> None:
        super().__init__("Gestopt. Er is niets bewaard.", "Stopped. Nothing was saved.")
