"""Several files read one by one: what could be read, and why the others could not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tracker.basics.errors import Cancelled, TrackerError
from tracker.basics.language import Text
from tracker.services.importing.columns import remembered_path
from tracker.services.importing.files import TakenFile, as_one_source, take_file
from tracker.services.importing.same_letter import as_known
from tracker.services.recess_calendar import calendar_of
from tracker.store.record_store import Store


def read_files(
    store: Store, paths: Sequence[Path], today: date, progress: Callable[[int, int], None],
    beside: Sequence[TakenFile] = (),
) -> tuple[list[TakenFile], list[Text]]:  # fmt: skip
    """Read every file; one that cannot be taken in does not keep the others out. ``beside`` were read before them.

    Gives all that were read, those first, and a sentence for each that was not. ``progress`` may raise Cancelled.
    """
    calendar, mapping = calendar_of(store), remembered_path()
    taken, refused = list(beside), []
    for path in paths:
        progress(0, 0)
        try:
            read = take_file(path, today=today, mapping=mapping, progress=progress, calendar=calendar)
            taken.append(as_known(store, read))
        except Cancelled:
            raise
        except TrackerError as error:
            refused.append(error.words)
    whole = as_one_source([one.reading for one in taken])
    return [replace(one, reading=reading) for one, reading in zip(taken, whole, strict=True)], refused
