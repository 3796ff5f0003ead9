"""What was typed and not saved, kept in the user's own folder so that it outlives a crash of the program."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tracker.basics.errors import TrackerError
from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing

if TYPE_CHECKING:
    from tracker.records.snapshot import Part, RecordParts
    from tracker.store.record_store import Store

_log = logging.getLogger(__name__)
POSTPONEMENT = "postponement"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The typed fields of one record, or of a new one (``record_id`` None), or of one of its parts.

    ``typed`` holds what stood in the inputs, ``before`` the values that it was typed over, in stored form: when it is
    put back and saved, a change by somebody else in the meantime is noticed as always. ``at`` is ISO 8601.
    ``part`` is the entity of what hangs on the record, and ``part_id`` what was being changed of it; None: a new one.
    A postponement has the id of its deadline.
    """

    kind: str
    record_id: int | None
    reference: str
    title: str
    at: str
    typed: Mapping[str, Any]
    before: Mapping[str, Any]
    part: str = ""
    part_id: int | None = None

    @property
    def key(self) -> str:
        """Tell records, their parts, and new ones of a kind, apart."""
        return key_of(self.kind, self.record_id, self.part, self.part_id)

    def part_in(self, parts: RecordParts) -> Part | None:
        """Give the part of the record that this is about; None for a new one, and for one that is gone."""
        return next((one for one in (*parts.deadlines, *parts.notes) if self._is_of(one)), None)

    def is_there(self, store: Store) -> bool:
        """Tell whether what was typed can still be put where it was typed."""
        if self.record_id is None:
            return True
        if not store.records([self.record_id]):
            return False
        return self.part_id is None or self.part_in(store.parts(self.record_id)) is not None

    def _is_of(self, part: Part) -> bool:
        entity = "deadline" if self.part == POSTPONEMENT else self.part
        return (part.entity, part.id) == (entity, self.part_id)

    @classmethod
    def read(cls, found: dict[str, Any]) -> Self:
        """Give it back from its JSON. Raises KeyError and TypeError for what makes no sense."""
        made = cls(**found)
        if not isinstance(made.typed, dict) or not isinstance(made.before, dict) or not made.typed:
            raise TypeError("nothing typed")
        return made


def key_of(kind: str, record_id: int | None, part: str = "", part_id: int | None = None) -> str:
    """Give by what the unsaved text of a record, or of a part of it, is known; None: of a new one of a kind."""
    whose = f"new {kind}" if record_id is None else str(record_id)
    return " ".join([whose, *([part] if part else []), *([] if part_id is None else [str(part_id)])])


class UnsavedTexts:
    """The file with what is not saved yet of one register. It is there only while there is something in it.

    That it cannot be written does not stop the work: only the safety net is missing then.
    """

    def __init__(self, register: Path) -> None:
        name = hashlib.sha256(str(register.absolute()).encode()).hexdigest()[:24]
        self.file = user_folder() / "unsaved" / f"{name}.json"

    def all(self) -> list[Unsaved]:
        """Give what is kept; a file that makes no sense counts as none."""
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
            return [Unsaved.read(one) for one in found]
        except (OSError, ValueError, KeyError, TypeError):
            return []

    def keep(self, one: Unsaved) -> None:
        """Keep what is typed now, in the place of what was kept of the same record."""
        self._write([*(other for other in self.all() if other.key != one.key), one])

    def drop(self, key: str) -> None:
        """Let go of what was kept of a record: it was saved, or taken back."""
        if self.file.exists():
            self._write([other for other in self.all() if other.key != key])

    def hand_over(self, to: UnsavedTexts) -> None:
        """Let another file of the same register have what is kept: the register was moved, or saved elsewhere."""
        for one in self.all():
            to.keep(one)

    def _write(self, kept: list[Unsaved]) -> None:
        try:
            if not kept:
                self.file.unlink(missing_ok=True)
                return
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(self.file) as beside:
                beside.write_text(json.dumps([asdict(one) for one in kept]), encoding="utf-8")
        except (OSError, TrackerError) as error:
            _log.warning("unsaved text was not kept: %s", type(error).__name__)
