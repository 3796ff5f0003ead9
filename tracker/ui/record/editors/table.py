"""Which input a field gets: the only list of them, by the code that the field's type carries."""

from __future__ import annotations

from tracker.records.field import FieldSpec
from tracker.ui.record.editors.choice import ChoiceEditor, SuggestEditor, TickEditor
from tracker.ui.record.editors.citation import CitationEditor, CitationsEditor
from tracker.ui.record.editors.day import DayEditor
from tracker.ui.record.editors.field_editor import FieldEditor
from tracker.ui.record.editors.items import ItemsEditor
from tracker.ui.record.editors.reference import MakeBeside, ReferenceEditor, ReferencesEditor
from tracker.ui.record.editors.text import AreaEditor, LineEditor, ListEditor, LongLineEditor
from tracker.ui.session import Session

LONG_LINE_PX = 180
"""A line that is this wide in a table is often longer than the form is."""
EDITORS: dict[str, type[FieldEditor]] = {
    "line": LineEditor,
    "number": LineEditor,
    "area": AreaEditor,
    "list": ListEditor,
    "choice": ChoiceEditor,
    "suggest": SuggestEditor,
    "tick": TickEditor,
    "day": DayEditor,
    "citation": CitationEditor,
    "citations": CitationsEditor,
    "reference": ReferenceEditor,
    "references": ReferencesEditor,
    "items": ItemsEditor,
}


def editor_for(spec: FieldSpec, session: Session, make_beside: MakeBeside | None = None) -> FieldEditor:
    """Make the input for a field. ``make_beside`` lets it offer new letters and debates."""
    if spec.type.widget == "reference":
        return ReferenceEditor(spec, session, make_beside=make_beside)
    if spec.type.widget == "line" and spec.width_px >= LONG_LINE_PX:
        return LongLineEditor(spec, session)
    return EDITORS[spec.type.widget](spec, session)
