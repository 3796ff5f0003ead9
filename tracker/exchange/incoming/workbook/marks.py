"""Signs that people put in a cell to say yes: a cross, a dot, a tick."""

from __future__ import annotations

from typing import Final

MARKS: Final = frozenset((*"xX*+oOvV●•■█▪◆★✓✔☑√1", "ja", "Ja", "JA", "yes", "Yes"))
NO_MARKS: Final = frozenset(("-", "–", "—", ".", "0", "nee", "Nee", "no", "No"))
