from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders as build
from tests.exchange.incoming.hostile_corpus import FILES, READ
from tracker.basics.errors import CannotRead
from tracker.services.importing.files import read_file


def test_halves_of_characters_are_refused_by_a_sentence_of_their_own(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="halve tekens"):
        read_file(FILES["lone surrogates"](tmp_path), today=build.TODAY)


@pytest.mark.parametrize("name", FILES)
def test_each_hostile_file_is_read_and_accounted_for_or_refused(tmp_path: Path, name: str) -> None:
    path = FILES[name](tmp_path)

    if name not in READ:
        with pytest.raises(CannotRead) as caught:
            read_file(path, today=build.TODAY)
        assert path.name in caught.value.words.nl
        return
    reading = read_file(path, today=build.TODAY)
    for proposal in reading.proposals:
        assert "\x00" not in str(proposal.values.get("title"))
    assert reading.account.adds_up
