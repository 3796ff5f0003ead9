"""Fields to choose from, in groups: those that are used most first, the others as the form has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.basics.language import Text
from tracker.records.field import FieldSpec
from tracker.records.record_base import in_groups

FieldGroup = tuple[Text, list[FieldSpec]]
_USUAL = Text("Vaak gebruikt", "Often used")


def usual_first(specs: Iterable[FieldSpec], usual: Sequence[str]) -> list[FieldGroup]:
    """Give every field once: the ones named in ``usual``, in that order, and then the groups of the form."""
    some = list(specs)
    first = [spec for name in usual for spec in some if spec.name == name]
    return [*([(_USUAL, first)] if first else []), *in_groups(spec for spec in some if spec.name not in usual)]
