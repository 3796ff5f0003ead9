"""Leaving garbage alone for a while."""

from __future__ import annotations

import gc

import pytest

from tracker.basics.garbage import left_alone


@pytest.mark.parametrize("is_enabled", [True, False])
def test_collecting_is_afterwards_as_it_was_also_after_a_fault(is_enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if is_enabled else gc.disable)()
    try:
        with pytest.raises(ZeroDivisionError):
            _fail_meanwhile()
        assert gc.isenabled() == is_enabled
    finally:
        (gc.enable if before else gc.disable)()


def _fail_meanwhile() -> None:
    with left_alone():
        assert not gc.isenabled()
        raise ZeroDivisionError
