"""A kind of record, as far as can be known without importing its class (which costs a third of a second)."""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.basics.language import Text

if TYPE_CHECKING:
    from tracker.records.record_base import RecordBase


@dataclass(frozen=True)
class Kind:
    """One kind: its code in JSON and command line, the letter of its references, its words and its class."""

    code: str
    prefix: str
    one: Text
    many: Text
    icon: str
    class_name: str

    @cached_property
    def table(self) -> str:
        """Give the name of its table, which is also its entity in the change log."""
        return self.code.replace("-", "_")

    @property
    def model(self) -> type[RecordBase]:
        """Give the class that declares its fields, from the module of the table's name."""
        module = importlib.import_module(f"tracker.records.{self.table}")
        model: type[RecordBase] = getattr(module, self.class_name)
        return model

    @property
    def is_loaded(self) -> bool:
        """Tell whether the class was imported already; before the first paint nothing may wait for that."""
        return f"tracker.records.{self.table}" in sys.modules

    def status_words(self, status: str) -> Text:
        """Give a status in both languages; one that the kind does not know stays as it is. Imports the class."""
        return next((one.words for one in self.model.statuses if one.word == status), Text.same(status))
