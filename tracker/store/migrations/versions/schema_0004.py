"""Schema 4: no table changes. In the copy that is searched, an estimated day of a letter was called *aangenomen*.

That is the word for a motion that was adopted, so a search for it found every record of such a letter. The copy is made
anew by the program after this, in the same transaction.
"""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change nothing but the version."""
