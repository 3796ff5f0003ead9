"""Which records have no term: without a deadline, or with one that is still to be set (n.t.b.). Written out as SQL.

An officer who asks what has no term must find what waits for one. Without SQLAlchemy: the first page needs it too.
"""

from __future__ import annotations

from typing import Final

from tracker.records.nothing_known import NOT_YET

_NOT_YET: Final = ", ".join(f"'{words}'" for words in sorted(NOT_YET))


def without_deadline(table: str = "record") -> str:
    """Give the condition on the list copy of a record."""
    return (
        f"(NOT {table}.has_deadline OR ({table}.deadline_end IS NULL AND {table}.waits_for IS NULL"
        f" AND lower({table}.deadline_wording) IN ({_NOT_YET})))"
    )
