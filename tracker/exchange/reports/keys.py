"""What the register's workbook calls the rows that others point at: names that lead to one row only, else numbers."""

from __future__ import annotations

from collections import Counter

from tracker.basics.folding import fold
from tracker.exchange.reports.material import Material, PersonLine
from tracker.records.letter import letter_reference


class Keys:
    """Gives the key of an organisation, person, letter, debate or event: what ``services.naming`` finds it by."""

    def __init__(self, material: Material) -> None:
        self._keys: dict[str, dict[int, str]] = {
            "organisation": _organisation_keys(material),
            "person": _only_clear_ones({one.id: (_person_key(one), one.name) for one in material.persons}),
            "letter": {row_id: letter_reference(part["number"]) for row_id, part in material.letters.items()},
            "event": _only_clear_ones({row_id: (part["name"],) for row_id, part in material.events.items()}),
            "debate": _only_clear_ones(
                {row_id: (material.name_of("debate", row_id),) for row_id in material.debates}
            ),
        }  # fmt: skip

    def __call__(self, entity: str, row_id: int) -> str:
        """Give the key of a row; one that is not in the material is called by its number."""
        return self._keys[entity].get(row_id, str(row_id))


def _organisation_keys(material: Material) -> dict[int, str]:
    names = {
        row_id: tuple(name for name in (part["name"], part["full_name"], *part["aliases"]) if name)
        for row_id, part in material.organisations.items()
    }
    return _only_clear_ones(names)


def _person_key(person: PersonLine) -> str:
    return f"{person.name} <{person.email}>" if person.email else person.name


def _only_clear_ones(names: dict[int, tuple[str, ...]]) -> dict[int, str]:
    """Give each row's first name where no other row answers to it and it would not be taken for a number or a list."""
    uses = Counter(name for some in names.values() for name in {fold(one) for one in some})
    return {row_id: some[0] if _is_clear(some[0], uses) else str(row_id) for row_id, some in names.items()}


def _is_clear(name: str, uses: Counter[str]) -> bool:
    return uses[fold(name)] == 1 and not name.isdigit() and name == " ".join(name.split())
